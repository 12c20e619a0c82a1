import type {
  Outcome,
  PathRecord,
  RunManifest,
  RunReplay,
  RunStatus,
  RunSummary,
  StageRecord,
  StageSummary,
} from "../../contract/entities.ts";
import { outcomes } from "../../contract/entities.ts";
import { emptyFingerprint } from "../sql/evaluation/fingerprint.ts";
import { determinismOf } from "./determinism.ts";
import { clusteredMean, mean, median, sum, tokensPerCorrect } from "./estimates.ts";
import { summariseLeap } from "./leapSummary.ts";
import { summariseAttempts } from "./multiAttemptSummary.ts";
import { consAtK, passAtK, type SampledQuestion, type Vote } from "./repeatedSampling.ts";
import { byQuestion, indicator, isCorrect, isScored, ownTokens } from "./scored.ts";
import { summariseSql } from "./sqlSummary.ts";
import { summariseThinker } from "./thinkerSummary.ts";
import { endpointWarnings, warningsFor } from "./warnings.ts";

/** Format of the source of a run over a question that a person typed. */
export const askedFormat = "asked";

/** What the store knows and the records do not. */
export interface RunTiming {
  readonly status: RunStatus;
  readonly wallSeconds: number;
  /** How often the engine was started for it; once when left out. */
  readonly starts?: number;
  readonly replay?: RunReplay | null;
}

/**
 * Everything that is said about a run as a whole, from its paths (texts are not needed). Accuracies are over paths
 * that ran to their end by themselves (`isScored`); outcomes count all paths that have one, so that a truncated answer
 * is never hidden in "wrong". Works on a run under way.
 */
export function summariseRun(
  manifest: RunManifest,
  paths: readonly PathRecord[],
  timing: RunTiming,
): RunSummary {
  const groups = [...byQuestion(paths).values()];
  const scored = paths.filter(isScored);
  const stages = paths.flatMap((path) => path.stages);
  const tokensGenerated = sum(stages.map(ownTokens));
  const thinker = summariseThinker(paths);
  const multiAttempt = summariseAttempts(paths, attemptsOf(manifest));
  // The group of a branch is another run's.
  const leap = manifest.branch === undefined ? summariseLeap(paths) : null;
  const sql = summariseSql(paths);
  const summary: Omit<RunSummary, "warnings"> = {
    id: manifest.id,
    title: manifest.title,
    status: timing.status,
    createdAt: manifest.createdAt,
    protocol: manifest.protocol.id,
    modelName: manifest.model.name,
    questions: manifest.questionIds.length,
    samples: manifest.samples,
    pathsDone: paths.filter((path) => path.status === "done").length,
    pathsTotal: manifest.questionIds.length * manifest.samples,
    accuracy: clusteredMean(groups.map((group) => group.map((path) => indicator(isCorrect(path))))),
    ...repeated(groups, manifest.samples),
    outcomes: countOutcomes(paths),
    ungraded: {
      timeout: scored.filter((path) => path.verdict?.flags.includes("timeout")).length,
      unparsed: scored.filter((path) => path.verdict?.flags.includes("unparsed")).length,
    },
    stages: summariseStages(stages),
    tokensGenerated,
    tokensPrompt: sum(stages.map((stage) => stage.promptTokens)),
    // tokens of unfinished paths are in neither: they have not had their chance to be right
    tokensPerCorrect: tokensPerCorrect(
      sum(scored.flatMap((path) => path.stages.map(ownTokens))),
      scored.filter(isCorrect).length,
    ),
    wallSeconds: timing.wallSeconds,
    tokensPerSecond: timing.wallSeconds > 0 ? tokensGenerated / timing.wallSeconds : 0,
    ...(thinker === null ? {} : { thinker }),
    ...(multiAttempt === null ? {} : { multiAttempt }),
    ...(leap === null ? {} : { leap }),
    ...(sql === null ? {} : { sql }),
    determinism: determinismOf(manifest, timing.starts ?? 1, timing.replay ?? null),
    ...(manifest.source.format === askedFormat ? { asked: true } : {}),
    ...(manifest.branch === undefined ? {} : { branch: true }),
  };
  return { ...summary, warnings: [...warningsFor(summary, paths), ...endpointWarnings(manifest)] };
}

/** pass@k for k = 1, 2, 4, … and the number of samples, and cons@(number of samples), over what is finished. */
function repeated(
  groups: readonly (readonly PathRecord[])[],
  samples: number,
): Pick<RunSummary, "passAtK" | "consAtK"> {
  const questions: SampledQuestion[] = groups.map((group) => ({
    samples: group.length,
    correct: group.filter(isCorrect).length,
  }));
  const ks: number[] = [];
  for (let k = 1; k < samples; k *= 2) ks.push(k);
  ks.push(samples);
  const full = groups.filter((group) => group.length === samples);
  return {
    passAtK: ks.flatMap((k) => {
      const estimate = passAtK(questions, k);
      return estimate.n === 0 ? [] : [{ k, estimate }];
    }),
    consAtK: samples === 1 || full.length === 0 ? null : { k: samples, estimate: consAtK(full.map(votesOf)) },
  };
}

/**
 * Votes by answer; queries vote by their results. Those that do not run have no vote, and those without rows only where
 * no other has: wrong queries agree on emptiness for many reasons.
 */
export function votesOf(paths: readonly PathRecord[]): Vote[] {
  const isEmpty = ({ verdict }: PathRecord) => verdict?.predNormal === emptyFingerprint;
  const someRows = paths.some((path) => voteOf(path).group !== null && !isEmpty(path));
  return paths.map((path) =>
    someRows && path.verdict?.sql !== undefined && isEmpty(path)
      ? { group: null, correct: false }
      : voteOf(path),
  );
}

/** Right answers all equal the gold one and so each other, however they are written. */
function voteOf({ verdict }: PathRecord): Vote {
  if (verdict === undefined || verdict.extracted === null) return { group: null, correct: false };
  if (verdict.sql !== undefined && verdict.predNormal === "") return { group: null, correct: false };
  const group = verdict.correct ? "right" : `wrong ${verdict.predNormal || verdict.extracted}`;
  return { group, correct: verdict.correct };
}

function countOutcomes(paths: readonly PathRecord[]): Record<Outcome, number> {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const path of paths) if (path.outcome !== undefined) counts[path.outcome] += 1;
  return counts;
}

/** One entry for each kind of stage (and attempt), in the order in which paths go through them. */
function summariseStages(stages: readonly StageRecord[]): StageSummary[] {
  const groups = new Map<string, StageRecord[]>();
  for (const stage of stages) {
    const key = `${stage.stage} ${stage.attempt ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [stage]);
    else group.push(stage);
  }
  const order = (stage: StageSummary): number =>
    stageOrder.indexOf(stage.stage) * 1000 + (stage.attempt ?? 0);
  return [...groups.values()].map(summariseStage).sort((a, b) => order(a) - order(b));
}

const stageOrder = ["reasoning", "answer", "fast", "verify", "slow", "summary", "attempt"];

function summariseStage(stages: readonly StageRecord[]): StageSummary {
  const first = stages[0];
  const tokens = stages.map((stage) => stage.generatedTokens);
  return {
    stage: first?.stage ?? "answer",
    ...(first?.attempt === undefined ? {} : { attempt: first.attempt }),
    paths: stages.length,
    tokensMean: mean(tokens),
    tokensMedian: median(tokens),
    tokensTotal: sum(tokens),
    secondsTotal: sum(stages.map((stage) => stage.promptMs + stage.generateMs)) / 1000,
    truncationRate: mean(stages.map((stage) => indicator(isCut(stage.outcome)))),
    noAnswerRate: mean(stages.map((stage) => indicator(gaveNothing(stage)))),
  };
}

/** The answer was cut: by its budget or by the end of the context. */
const isCut = (outcome: Outcome | undefined): boolean =>
  outcome === "truncated" || outcome === "context-exhausted";

/** No answer (or, from a verification, no judgement) could be taken from the stage. */
function gaveNothing(stage: StageRecord): boolean {
  if (stage.stage === "verify") return (stage.judgement ?? "unclear") === "unclear";
  return stage.verdict === undefined ? stage.outcome === "no-answer" : stage.verdict.extracted === null;
}

function attemptsOf(manifest: RunManifest): number | undefined {
  const parameters = manifest.protocol.parameters as { attempts?: unknown } | null | undefined;
  return typeof parameters?.attempts === "number" ? parameters.attempts : undefined;
}
