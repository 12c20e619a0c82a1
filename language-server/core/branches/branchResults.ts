import type { PathRecord, QuestionRow, RunBranch } from "../../contract/entities.ts";
import type { BranchPointResult } from "../../contract/methods.ts";
import { proportion, sum } from "../statistics/estimates.ts";
import { isCorrect, isScored, ownTokens } from "../statistics/scored.ts";

/**
 * What became of the continuations of each place of a branch. Given the place, they are independent of each other, so
 * that the interval is over continuations.
 */
export function branchResults(
  { points, perPoint }: RunBranch,
  paths: readonly PathRecord[],
  markOf: (path: PathRecord | undefined) => QuestionRow["verdicts"][number],
): BranchPointResult[] {
  const bySample = new Map(paths.map((path) => [path.sample, path]));
  return points.map((point, at) => {
    const samples = Array.from({ length: perPoint }, (_, continuation) => at * perPoint + continuation);
    const scored = samples.flatMap((sample) => {
      const path = bySample.get(sample);
      return path !== undefined && isScored(path) ? [path] : [];
    });
    return {
      point,
      success: scored.length === 0 ? null : proportion(scored.filter(isCorrect).length, scored.length),
      continuations: samples.map((sample) => {
        const path = bySample.get(sample);
        return {
          sample,
          mark: markOf(path),
          answer: path?.verdict?.extracted ?? null,
          outcome: path?.outcome ?? null,
          tokens: sum((path?.stages ?? []).map(ownTokens)),
        };
      }),
    };
  });
}
