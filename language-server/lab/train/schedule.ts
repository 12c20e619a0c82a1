/** Learning rate over a run. */
export interface Schedule {
  readonly peak: number;
  /** What the rate ends at, as a share of the peak. */
  readonly floorShare: number;
  /** Steps of linear warm-up. */
  readonly warmUpSteps: number;
  readonly steps: number;
  /** `cosine` (Loshchilov and Hutter 2017), `constant`, or `linear` decay after the warm-up. */
  readonly shape: "cosine" | "linear" | "constant";
}

/** Rate of step `step`, counted from 1. */
export function rateAt(schedule: Schedule, step: number): number {
  const { peak, warmUpSteps, steps, floorShare } = schedule;
  if (step <= warmUpSteps) return (peak * step) / warmUpSteps;
  const progress = Math.min(1, (step - warmUpSteps) / Math.max(1, steps - warmUpSteps));
  const left =
    schedule.shape === "constant"
      ? 1
      : schedule.shape === "linear"
        ? 1 - progress
        : (1 + Math.cos(Math.PI * progress)) / 2;
  return peak * (floorShare + (1 - floorShare) * left);
}
