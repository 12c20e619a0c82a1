import type { PathRecord } from "../../contract/entities.ts";
import type { GroupLane } from "../../contract/methods.ts";

/** A path as its group sees it: its stages, what it held in its summaries, and whom it read. */
export function groupLane(path: PathRecord, mark: GroupLane["mark"]): GroupLane {
  return {
    sample: path.sample,
    mark,
    answer: path.verdict?.extracted ?? null,
    stages: path.stages.map(({ index, stage, generatedTokens, forcedTokens, exchange, verdict }) => ({
      index,
      stage,
      tokens: generatedTokens + forcedTokens,
      exchange: exchange?.number ?? null,
      peers: exchange?.peers ?? [],
      answer: verdict?.extracted ?? null,
      correct: verdict === undefined || verdict.extracted === null ? null : verdict.correct,
    })),
  };
}
