import type { TrainSettings } from "./trainer.ts";

/** In a file without native code behind it, so that recipes can be checked where they are edited. */
export const defaultTrainSettings: Omit<TrainSettings, "seed" | "schedule"> = {
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  weightDecay: 0.1,
  clipNorm: 1,
  accumulate: 1,
};
