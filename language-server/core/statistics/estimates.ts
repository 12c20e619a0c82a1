import type { Estimate, Interval, SignTest } from "../../contract/entities.ts";
import { binomialTwoSided, normal800, normal975, student975 } from "./distributions.ts";

const level = 0.95;

/**
 * Share of successes with Wilson's 95 % score interval (Wilson 1927), for independent trials. It stays inside [0, 1]
 * and is wider than nothing at 0 of n. No trials: value 0, no interval.
 */
export function proportion(successes: number, trials: number): Estimate {
  if (trials === 0) return { value: 0, interval: null, n: 0 };
  const share = successes / trials;
  return { value: share, interval: wilson(share, trials), n: trials };
}

function wilson(share: number, trials: number): Interval {
  const z2 = normal975 * normal975;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (normal975 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return clip(centre - half, centre + half, 0, 1);
}

/**
 * Mean over questions of each question's mean over its samples, both in [0, 1], with a 95 % interval:
 * - one sample everywhere, each right or wrong: Wilson's interval over the questions;
 * - else: standard error sd(question means) / √questions, i.e. clustered by question (thinker.md section 7), and
 *   Student's t with questions − 1 degrees of freedom, cut to [0, 1];
 * - one question, or all questions with the same mean (the standard error would be 0): Wilson's interval at that
 *   mean with as many trials as there are questions.
 * `n` is the number of questions. Questions without samples are left out.
 */
export function clusteredMean(samplesByQuestion: readonly (readonly number[])[]): Estimate {
  const questions = samplesByQuestion.filter((samples) => samples.length > 0);
  const means = questions.map(mean);
  const n = means.length;
  const value = mean(means);
  if (n === 0) return { value: 0, interval: null, n };
  const single = questions.every((samples) => samples.length === 1 && (samples[0] === 0 || samples[0] === 1));
  const error = standardError(means);
  if (single || n === 1 || error < 1e-12) return { value, interval: wilson(value, n), n };
  const half = student975(n - 1) * error;
  return { value, interval: clip(value - half, value + half, 0, 1), n };
}

/** Hits among trials that belong together (the samples of one question). */
export interface Cluster {
  readonly hits: number;
  readonly trials: number;
}

/**
 * Share of hits over all trials, for rates under a condition that some samples of a question meet and others do not.
 * One trial in each cluster at most: Wilson. Else the ratio estimator's linearised standard error
 * √(c/(c−1) · Σ(hits − r·trials)²) / Σtrials over the c clusters with trials, and Student's t with c − 1 degrees; where
 * that is 0, Wilson with c trials. Null without trials. `n` is the number of trials.
 */
export function clusteredRatio(clusters: readonly Cluster[]): Estimate | null {
  const used = clusters.filter((cluster) => cluster.trials > 0);
  const c = used.length;
  const trials = sum(used.map((cluster) => cluster.trials));
  if (trials === 0) return null;
  const value = sum(used.map((cluster) => cluster.hits)) / trials;
  if (used.every((cluster) => cluster.trials === 1)) return { value, interval: wilson(value, c), n: trials };
  const squares = sum(used.map((cluster) => (cluster.hits - value * cluster.trials) ** 2));
  const error = c > 1 ? Math.sqrt((c / (c - 1)) * squares) / trials : 0;
  if (error < 1e-12) return { value, interval: wilson(value, c), n: trials };
  const half = student975(c - 1) * error;
  return { value, interval: clip(value - half, value + half, 0, 1), n: trials };
}

/**
 * Mean of paired differences in [−1, 1], one per question (for several samples: the difference of the question's
 * means, so that the interval is clustered by question), with Student's 95 % t interval cut to [−1, 1].
 * Where all differences are the same, or there is only one, their spread says nothing; then half a question is added
 * at +1, half at −1 and one at 0 (the adjustment of Agresti and Min 2005) and the normal interval is taken.
 */
export function pairedDifference(differences: readonly number[]): Estimate {
  const n = differences.length;
  if (n === 0) return { value: 0, interval: null, n };
  const value = mean(differences);
  const error = standardError(differences);
  if (n > 1 && error >= 1e-12) {
    const half = student975(n - 1) * error;
    return { value, interval: clip(value - half, value + half, -1, 1), n };
  }
  const centre = sum(differences) / (n + 2);
  const variance = (sum(differences.map((d) => d * d)) + 1) / (n + 2) - centre * centre;
  const half = normal975 * Math.sqrt(Math.max(0, variance) / (n + 2));
  return { value, interval: clip(centre - half, centre + half, -1, 1), n };
}

/** Whether questions got better rather than worse, from the differences of their means (`SignTest`). */
export function signTest(differences: readonly number[]): SignTest {
  const better = differences.filter((difference) => difference > 1e-12).length;
  const worse = differences.filter((difference) => difference < -1e-12).length;
  return { better, worse, p: binomialTwoSided(better, worse) };
}

/**
 * Number of questions at which a difference of this size and spread would be told from 0 by a two-sided 5 % test in
 * 80 % of experiments: ((z₀.₉₇₅ + z₀.₈) · sd / difference)², rounded up. Null when there is no difference to find, or
 * no spread to judge by.
 */
export function sampleSizeForDifference(differences: readonly number[]): number | null {
  const n = differences.length;
  const difference = mean(differences);
  const deviation = standardError(differences) * Math.sqrt(n);
  if (n < 2 || Math.abs(difference) < 1e-12 || deviation < 1e-12) return null;
  return Math.ceil((((normal975 + normal800) * deviation) / difference) ** 2);
}

/** Generated tokens per right answer; null without a right answer. */
export const tokensPerCorrect = (tokens: number, correct: number): number | null =>
  correct === 0 ? null : tokens / correct;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Arithmetic mean; 0 for no values. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : sum(values) / values.length;

/** Middle value, or the mean of the two middle ones; 0 for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? 0)) / 2;
}

/** Sample standard deviation (n − 1) over √n; 0 for fewer than two values. */
function standardError(values: readonly number[]): number {
  const n = values.length;
  if (n < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (n - 1) / n);
}

function clip(low: number, high: number, floor: number, ceiling: number): Interval {
  return { low: Math.max(floor, low), high: Math.min(ceiling, high), level };
}
