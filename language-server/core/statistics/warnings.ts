import { endpointCapabilities } from "../../contract/endpoint.ts";
import type { PathRecord, RunManifest, RunSummary, StageSummary } from "../../contract/entities.ts";
import { isScored } from "./scored.ts";

/** Marks a stage whose budget was given up because it only repeated itself. */
export const repetitionNote = "verbatim-repetition";

/** From this share on, cut answers say more about the budget than about the model. */
const truncationLimit = 0.1;
/** Fewer verdicts than this can all be the same by chance. */
const verdictsToJudge = 10;

/** Sentences that a reader of the numbers must not miss, the weightiest first. */
export function warningsFor(summary: Omit<RunSummary, "warnings">, paths: readonly PathRecord[]): string[] {
  const scored = paths.filter(isScored);
  return [
    ...unfinished(summary, paths),
    ...truncation(summary, scored.length),
    ...summary.stages.flatMap(stageTruncation),
    ...remarked(paths),
    ...repetition(paths),
    ...grading(summary),
    ...goldQueries(summary),
    ...verifier(scored),
    ...(summary.thinker && summary.thinker.identityError >= 1e-9
      ? ["The recorded final answers do not agree with their stages: the decomposition does not add up."]
      : []),
  ];
}

/** Answers that a person has helped with are not the model's alone. */
function remarked(paths: readonly PathRecord[]): string[] {
  const helped = paths.filter(({ stages }) => stages.some(({ remarks }) => remarks !== undefined)).length;
  return helped === 0
    ? []
    : [`A person put remarks into ${count(helped, "path")}: these answers are not the model's alone.`];
}

/** What the endpoint of a run could not do, and what that means for its traces and numbers. */
export const endpointWarnings = ({ host }: RunManifest): string[] =>
  host.endpoint === undefined
    ? []
    : endpointCapabilities(host.endpoint)
        .filter(({ available, counts }) => counts && !available)
        .map(({ title, note }) => `The endpoint lacks “${title}”: ${note}.`);

function unfinished(summary: Omit<RunSummary, "warnings">, paths: readonly PathRecord[]): string[] {
  const failed = paths.filter((path) => path.status === "failed").length;
  const lost = paths.filter((path) => path.status === "done" && !isScored(path)).length;
  const open = summary.status === "running" ? 0 : summary.pathsTotal - summary.pathsDone - failed;
  const texts: string[] = [];
  if (failed > 0)
    texts.push(`${count(failed, "path")} failed and ${failed === 1 ? "is" : "are"} in no accuracy.`);
  if (lost > 0)
    texts.push(`${count(lost, "path")} ended from outside and ${lost === 1 ? "is" : "are"} in no accuracy.`);
  if (open > 0)
    texts.push(
      `${count(open, "path")} of ${summary.pathsTotal} did not finish; resume the run to complete it.`,
    );
  return texts;
}

function truncation(summary: Omit<RunSummary, "warnings">, scored: number): string[] {
  const { truncated, "context-exhausted": exhausted, "forced-closed": forced } = summary.outcomes;
  const texts: string[] = [];
  if (scored > 0 && truncated / scored > truncationLimit)
    texts.push(
      `${percent(truncated / scored)} of the answers were cut by the token budget and count as not right; a larger budget may change the result.`,
    );
  if (scored > 0 && exhausted / scored > truncationLimit)
    texts.push(
      `${percent(exhausted / scored)} of the answers ran into the end of the context and count as not right; a larger context may change the result.`,
    );
  if (scored > 0 && forced / scored > truncationLimit)
    texts.push(`${percent(forced / scored)} of the answers were forced at the end of the budget.`);
  return texts;
}

/** Stages before the last one: their cuts do not show in the outcomes. */
function stageTruncation(stage: StageSummary): string[] {
  if (stage.stage === "answer" || stage.truncationRate <= truncationLimit) return [];
  const name = stage.attempt === undefined ? `the ${stage.stage} stage` : `attempt ${stage.attempt}`;
  return [`${percent(stage.truncationRate)} of ${name} was cut by its budget or the context.`];
}

function repetition(paths: readonly PathRecord[]): string[] {
  const ended = paths.flatMap(({ stages }) => stages).filter(({ notes }) => notes?.includes(repetitionNote));
  if (ended.length === 0) return [];
  return [
    `${count(ended.length, "stage")} only repeated the same words at the end; the rest of the budget was given up there, as if it had been used.`,
  ];
}

function grading({ ungraded }: Omit<RunSummary, "warnings">): string[] {
  const texts: string[] = [];
  if (ungraded.timeout > 0)
    texts.push(`${count(ungraded.timeout, "answer")} could not be compared in time and count as not right.`);
  if (ungraded.unparsed > 0)
    texts.push(
      `${count(ungraded.unparsed, "answer")} could not be read as mathematics and were compared as text.`,
    );
  return texts;
}

function goldQueries({ sql }: Omit<RunSummary, "warnings">): string[] {
  if (sql === undefined || sql.goldFailed === 0) return [];
  return [
    `${count(sql.goldFailed, "answer")} could not be scored, as the gold query does not run, and count as not right.`,
  ];
}

/** A verifier that always says the same gives no information, whatever its accuracy. */
function verifier(scored: readonly PathRecord[]): string[] {
  const judgements = scored.flatMap((path) => path.stages.flatMap((stage) => stage.judgement ?? []));
  if (judgements.length < verdictsToJudge) return [];
  for (const word of ["yes", "no", "unclear"] as const)
    if (judgements.every((judgement) => judgement === word))
      return [
        word === "unclear"
          ? `The verifier gave no clear verdict in any of ${judgements.length} checks.`
          : `The verifier said ${word} in all of ${judgements.length} checks: it does not tell right answers from wrong ones.`,
      ];
  return [];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
