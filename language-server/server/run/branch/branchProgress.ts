import type { BranchPoint, RunBranch } from "../../../contract/entities.ts";
import { type CurrentStage, type PathProgress, withText } from "../pathEnvironment.ts";

export const pointOf = (branch: RunBranch, sample: number): BranchPoint | undefined =>
  branch.points[Math.floor(sample / branch.perPoint)];

/** Position of a continuation among those of its point. */
export const continuationOf = (branch: RunBranch, sample: number): number => sample % branch.perPoint;

/**
 * Whose draws a continuation takes. After an ablation the first takes those of the path itself, so that it differs only
 * by what it was shown; the path's number 1 belongs to the dice of protocols.
 */
export function drawsOf(branch: RunBranch, sample: number): { sample: number; path: number } {
  if (branch.kind !== "ablation") return { sample, path: 0 };
  const continuation = continuationOf(branch, sample);
  return { sample: branch.of.sample, path: continuation === 0 ? 0 : continuation + 1 };
}

/** How a continuation goes on: from its point, or from where an earlier part of the run has left it. */
export function branchProgress(branch: RunBranch, sample: number, recorded: PathProgress): PathProgress {
  const point = pointOf(branch, sample);
  if (point === undefined || recorded.stages.length !== point.stageIndex) return recorded;
  const given = point.given?.tokens ?? [];
  const tokens = recorded.current?.tokens ?? [];
  const complete = point.token + given.length;
  const texts = recorded.current?.texts ?? [];
  const said = point.given?.text ?? "";
  const current: CurrentStage = {
    tokens: tokens.length < complete ? [...tokens, ...given.slice(tokens.length - point.token)] : tokens,
    forcedFrom: recorded.current?.forcedFrom ?? null,
    ...(texts.length === tokens.length
      ? {
          texts: withText(
            texts,
            complete - tokens.length,
            said.slice(texts.slice(point.token).join("").length),
          ),
        }
      : {}),
    // The path's own words before the place may be dropped as on the path itself; a person's may not.
    keptAtLeast: Math.max(recorded.current?.keptAtLeast ?? 0, given.length > 0 ? complete : 0),
    shared: point.token,
    ...(tokens.length < complete ? { givenFrom: tokens.length } : {}),
    given: complete,
  };
  return { ...recorded, current };
}
