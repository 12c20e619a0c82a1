import type { RunDeterminism, RunManifest, RunReplay } from "../../contract/entities.ts";

/**
 * How far a run can be had again, and why.
 * @param starts how often it was started: with the engine anew after an interruption, its batches are put together anew
 */
export function determinismOf(
  manifest: RunManifest,
  starts: number,
  replay: RunReplay | null,
): RunDeterminism {
  const strict = manifest.host.isolated === true;
  if (manifest.host.device === "endpoint") {
    return manifest.host.endpoint?.seed === true
      ? {
          level: "seeded",
          strict,
          reason: "The endpoint takes seeds, and every answer has its own; its batches are not ours.",
        }
      : {
          level: "recorded",
          strict,
          reason:
            "The model runs elsewhere: what it was asked is recorded, but not how it draws and batches.",
        };
  }
  if (replay !== null) return replayed(replay, strict);
  if (strict) {
    return {
      level: "scheduled",
      strict,
      reason: "Every path was evaluated in batches of its own: its tokens depend on nothing else in the run.",
    };
  }
  if (starts > 1) {
    return {
      level: "seeded",
      strict,
      reason: `The engine was started ${starts} times for this run: every draw is fixed by the seed, but the batches were put together anew, which can change the last bits of the probabilities.`,
    };
  }
  return {
    level: "scheduled",
    strict,
    reason:
      "All paths keep step and slots are refilled in a fixed order: the same machine and build gives the same tokens.",
  };
}

function replayed(
  { at, tokens, paths, partedPaths, firstDivergence }: RunReplay,
  strict: boolean,
): RunDeterminism {
  const day = new Date(at).toISOString().slice(0, 10);
  if (firstDivergence === null)
    return { level: "replayed", strict, reason: `Run again on ${day}: all ${tokens} tokens were the same.` };
  const { questionId, sample, stageIndex, step } = firstDivergence;
  return {
    level: "seeded",
    strict,
    reason: `A replay on ${day} took another way in ${partedPaths} of ${paths} paths, first at token ${step + 1} of stage ${stageIndex + 1} of question ${questionId}, sample ${sample + 1}.`,
  };
}
