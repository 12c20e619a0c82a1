/** What a training curve tells, as plain functions of its points. */
import type { TrainingPoint } from "../../contract/lab.ts";

/** Steps that current figures are taken over. */
export const recentSteps = 50;

export interface CurveFigures {
  readonly step: number;
  /** Mean over the last 50 steps, in nats per learned token. */
  readonly loss: number | null;
  readonly heldBackLoss: number | null;
  readonly heldBackAccuracy: number | null;
  readonly learnedTokens: number;
  /** Over the last 50 steps. */
  readonly tokensPerSecond: number;
  readonly secondsPerStep: number;
}

/** Current figures of a run from all of its points, or of its last ones. */
export function figuresOf(points: readonly TrainingPoint[]): CurveFigures {
  const recent = points.slice(-recentSteps);
  const sum = (of: (point: TrainingPoint) => number) => recent.reduce((total, point) => total + of(point), 0);
  const tokens = sum((point) => point.learnedTokens);
  const seconds = sum((point) => point.milliseconds) / 1000;
  const measured = points.findLast((point) => point.heldBackLoss !== undefined);
  return {
    step: points.at(-1)?.step ?? 0,
    loss: tokens === 0 ? null : sum((point) => point.loss * point.learnedTokens) / tokens,
    heldBackLoss: measured?.heldBackLoss ?? null,
    heldBackAccuracy: measured?.heldBackAccuracy ?? null,
    learnedTokens: points.reduce((total, point) => total + point.learnedTokens, 0),
    tokensPerSecond: seconds === 0 ? 0 : tokens / seconds,
    secondsPerStep: recent.length === 0 ? 0 : seconds / recent.length,
  };
}

/**
 * At most `most` of the points from step `from` on, evenly spread, the newest among them. Measured points are kept
 * before others; where they alone are too many, they are thinned as well.
 */
export function thinned(points: readonly TrainingPoint[], from: number, most: number): TrainingPoint[] {
  const wanted = points.filter(({ step }) => step >= from);
  if (wanted.length <= most) return wanted;
  const measured = wanted.filter(({ heldBackLoss }) => heldBackLoss !== undefined);
  const others = wanted.filter(({ heldBackLoss }) => heldBackLoss === undefined);
  const kept = spread(measured, most);
  const chosen = [...kept, ...spread(others, most - kept.length)];
  return chosen.sort((a, b) => a.step - b.step);
}

/** `count` of the values at even distances, the last one among them; all when there are fewer. */
function spread<T>(values: readonly T[], count: number): T[] {
  if (count <= 0) return [];
  if (values.length <= count) return [...values];
  const before = (i: number) => Math.floor((i * count) / values.length);
  return values.filter((_, i) => before(i + 1) > before(i));
}
