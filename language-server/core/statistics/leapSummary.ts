import type { LeapSummary, PathRecord, StageRecord } from "../../contract/entities.ts";
import { clusteredMean, clusteredRatio, sum } from "./estimates.ts";
import { byQuestion, indicator } from "./scored.ts";

/** What a path held before and after an exchange, as groups of equal answers; null for no answer. */
interface Effect {
  readonly before: string | null;
  readonly after: string | null;
  readonly received: readonly (string | null)[];
}

const right = "right";

/**
 * What exchanges between paths did (leap.md section 6), over the scored paths; null when there was none. The answer
 * before an exchange is that of the path's own summary, the one after it that of its next summary, or else its final
 * one. Changes are counted where there is an answer on both sides.
 */
export function summariseLeap(paths: readonly PathRecord[]): LeapSummary | null {
  const questions = [...byQuestion(paths).values()];
  const effects = questions.map((group) => group.map((path) => effectsOf(path, group)));
  if (effects.flat(2).length === 0) return null;
  const met = effects.map((group) => group.filter((path) => path.length > 0));
  const sharePaths = (holds: (effect: Effect) => boolean) =>
    clusteredMean(met.map((group) => group.map((path) => indicator(path.some(holds)))));
  const ratio = (trial: (effect: Effect) => boolean, hit: (effect: Effect) => boolean) =>
    clusteredRatio(
      effects.map((group) => {
        const trials = group.flat().filter((effect) => isKnown(effect) && trial(effect));
        return { hits: trials.filter(hit).length, trials: trials.length };
      }),
    );
  /** Over exchanges in which a path was shown such answers, whether it gave one itself or not. */
  const shown = (answers: (effect: Effect) => readonly (string | null)[], hit: (effect: Effect) => boolean) =>
    clusteredRatio(
      effects.map((group) => {
        const trials = group.flat().filter((effect) => answers(effect).length > 0);
        return { hits: trials.filter(hit).length, trials: trials.length };
      }),
    );
  const compared = (effect: Effect) => majority(effect.received) !== null;
  const agrees = (effect: Effect) => effect.before === majority(effect.received);
  const stays = (effect: Effect) => effect.before === effect.after;
  const stages = questions.flat().flatMap((path) => path.stages);
  const summaries = stages.filter(isSummary);
  const tokens = (kept: readonly StageRecord[]) => sum(kept.map((stage) => stage.generatedTokens));
  const share = (holds: (stage: StageRecord) => boolean) =>
    clusteredMean(
      questions.map((group) =>
        group.flatMap((path) => path.stages.filter(isSummary).map((stage) => indicator(holds(stage)))),
      ),
    );
  return {
    exchanges: effects.flat(2).length,
    rightToWrong: sharePaths(
      (effect) => isKnown(effect) && effect.before === right && effect.after !== right,
    ),
    wrongToRight: sharePaths(
      (effect) => isKnown(effect) && effect.before !== right && effect.after === right,
    ),
    spoiled: ratio(
      (effect) => effect.before === right,
      (effect) => effect.after !== right,
    ),
    repaired: ratio(
      (effect) => effect.before !== right,
      (effect) => effect.after === right,
    ),
    consistent: ratio(compared, (effect) => agrees(effect) && stays(effect)),
    unaffected: ratio(compared, (effect) => !agrees(effect) && stays(effect)),
    influenced: ratio(compared, (effect) => !agrees(effect) && !stays(effect)),
    contagion: shown(strangeErrors, (effect) =>
      strangeErrors(effect).some((answer) => answer === effect.after),
    ),
    cure: shown(
      ({ before, received }) => (before === right ? [] : received.filter((answer) => answer === right)),
      (effect) => effect.after === right,
    ),
    cutSummaries: share((stage) => stage.outcome === "truncated"),
    summariesWithAnswer: share((stage) => answerOf(stage) !== null),
    tokens: {
      reasoning: tokens(stages.filter((stage) => !isSummary(stage))),
      summary: tokens(summaries),
      dropped: sum(stages.map(({ kept }) => kept?.droppedTokens ?? 0)),
      received: sum(stages.map((stage) => (stage.exchange?.peers === undefined ? 0 : stage.promptTokens))),
    },
  };
}

const isSummary = (stage: StageRecord): boolean => stage.stage === "summary" && stage.exchange !== undefined;

/** Wrong answers that a path read and did not hold. */
const strangeErrors = ({ before, received }: Effect): readonly string[] =>
  received.filter((answer): answer is string => answer !== null && answer !== right && answer !== before);

const isKnown = ({ before, after }: Effect): boolean => before !== null && after !== null;

/** Right answers all equal the gold one, and so each other. */
function answerOf({ verdict }: Pick<StageRecord, "verdict">): string | null {
  if (verdict === undefined || verdict.extracted === null) return null;
  return verdict.correct ? right : `wrong ${verdict.predNormal || verdict.extracted}`;
}

/** One for each exchange in which the path was shown something. */
function effectsOf(path: PathRecord, group: readonly PathRecord[]): Effect[] {
  const summaries = path.stages.filter(isSummary);
  return path.stages.flatMap(({ exchange }): Effect[] => {
    const peers = exchange?.peers ?? [];
    if (exchange === undefined || peers.length === 0) return [];
    const own = summaries[exchange.number - 1];
    const later = summaries[exchange.number] ?? path;
    const received = peers.map((sample) => {
      const theirs = group.find((peer) => peer.sample === sample)?.stages.filter(isSummary) ?? [];
      const read = theirs[exchange.number - 1] ?? theirs.at(-1);
      return read === undefined ? null : answerOf(read);
    });
    return [{ before: own === undefined ? null : answerOf(own), after: answerOf(later), received }];
  });
}

/** The most frequent answer; of several the one that came first; null when nobody gave one. */
function majority(answers: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const answer of answers) if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}
