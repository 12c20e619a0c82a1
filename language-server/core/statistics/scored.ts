import type { PathRecord, QuestionId, StageRecord } from "../../contract/entities.ts";

/**
 * Whether a path counts in accuracies: it is done, and nothing from outside (stop, lost engine) cut it short. A
 * truncated path counts, as not right; how many there are is told beside it by the outcomes and a warning.
 */
export const isScored = (path: PathRecord): boolean =>
  path.status === "done" && path.outcome !== "stopped" && path.outcome !== "engine-lost";

export const isCorrect = (path: PathRecord): boolean => path.verdict?.correct === true;

/** Tokens that the run itself sampled: what its paths began with is another run's. */
export const ownTokens = ({ generatedTokens, givenTokens = 0 }: StageRecord): number =>
  Math.max(0, generatedTokens - givenTokens);

export const stageCorrect = (stage: StageRecord | undefined): boolean => stage?.verdict?.correct === true;

/** 1 for true, 0 for false: means of these are shares. */
export const indicator = (value: boolean): number => (value ? 1 : 0);

/** Scored paths by question, questions in the order of their first path. */
export function byQuestion(paths: readonly PathRecord[]): Map<QuestionId, PathRecord[]> {
  const groups = new Map<QuestionId, PathRecord[]>();
  for (const path of paths) {
    if (!isScored(path)) continue;
    const group = groups.get(path.questionId);
    if (group === undefined) groups.set(path.questionId, [path]);
    else group.push(path);
  }
  return groups;
}
