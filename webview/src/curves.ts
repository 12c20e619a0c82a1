/** Training curves as numbers to draw. Pure. */
import type { TrainingPoint } from "../../language-server/contract/lab.ts";

/** Steps that a smoothed curve remembers: a tenth of those so far, so that a steep start is followed, up to this share. */
const memoryShare = 0.02;
const shortestMemory = 4;

/**
 * Exponential moving average of the loss by steps, so that thinned points weigh by the steps they stand for;
 * unbiased at the start (as Adam's moments, Kingma and Ba 2015, section 3).
 * @param steps Steps of the whole run.
 */
export function smoothedLoss(points: readonly TrainingPoint[], steps: number): number[] {
  const longest = Math.max(shortestMemory, steps * memoryShare);
  let [mean, weight, before] = [0, 0, 0];
  return points.map(({ step, loss }) => {
    const memory = Math.min(longest, Math.max(shortestMemory, step / 10));
    const kept = Math.exp(-Math.max(1, step - before) / memory);
    before = step;
    mean = kept * mean + (1 - kept) * loss;
    weight = kept * weight + (1 - kept);
    return mean / weight;
  });
}

/**
 * Tokens learned from the start of the run to each point. A thinned point stands for the steps before it, so what
 * comes out is scaled to the exact sum.
 * @param total Tokens learned at the last point.
 */
export function learnedSoFar(points: readonly TrainingPoint[], total: number): number[] {
  let [sum, before] = [0, 0];
  const sums = points.map(({ step, learnedTokens }) => {
    sum += learnedTokens * (step - before);
    before = step;
    return sum;
  });
  const scale = sum === 0 ? 1 : total / sum;
  return sums.map((value) => value * scale);
}

/** Index of the value nearest to `at` in ascending values; -1 when there are none. */
export function nearest(values: readonly number[], at: number): number {
  let [low, high] = [0, values.length - 1];
  if (high < 0) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return at - (values[low] ?? 0) <= (values[high] ?? 0) - at ? low : high;
}

/**
 * Points with news appended. A run that was resumed from a checkpoint takes earlier steps again: what was drawn after
 * the checkpoint is replaced.
 */
export function withNews(
  points: readonly TrainingPoint[],
  news: readonly TrainingPoint[],
): readonly TrainingPoint[] {
  const first = news[0]?.step;
  if (first === undefined) return points;
  return [...points.filter(({ step }) => step < first), ...news];
}

/** About `count` points spread evenly, with the first, the last, and every one at which something was measured. */
export function tableRows(points: readonly TrainingPoint[], count: number): readonly TrainingPoint[] {
  const every = Math.max(1, Math.ceil(points.length / count));
  const measured = points.filter(({ heldBackLoss }) => heldBackLoss !== undefined);
  if (measured.length >= count / 2) return thinned(measured, Math.max(1, Math.ceil(measured.length / count)));
  return points.filter(
    (point, at) => at % every === 0 || at === points.length - 1 || point.heldBackLoss !== undefined,
  );
}

const thinned = (points: readonly TrainingPoint[], every: number): readonly TrainingPoint[] =>
  points.filter((_, at) => at % every === 0 || at === points.length - 1);

/** `12K`, `3.4M`: for axes. */
export function shortCount(value: number): string {
  const unit = (
    [
      [1e9, "B"],
      [1e6, "M"],
      [1e3, "K"],
    ] as const
  ).find(([size]) => Math.abs(value) >= size);
  return unit === undefined
    ? String(Number(value.toPrecision(3)))
    : `${Number((value / unit[0]).toPrecision(3))}${unit[1]}`;
}

/** A learning rate or norm with three digits: `0.00195`, `3.1e-5`. */
export const smallNumber = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
