/** Training data as a pure function of a position, so that a run resumes exactly where it stopped. */
import { ShapeError } from "../graph/node.ts";

/** Rows of equal length, laid out one after the other. */
export interface Batch {
  readonly tokens: Int32Array;
  /** Next token at each position. */
  readonly targets: Int32Array;
  /** How much each position's prediction counts; 0 for prompts and padding. */
  readonly weights: Float32Array;
  /** Position within its own text, from 0. */
  readonly positions: Int32Array;
  /** Which text a position belongs to, −1 for padding; attention stays inside one. Absent: each row is one text. */
  readonly segments?: Int32Array;
  /** For distillation: the teacher's probabilities of every token at every position, [vocabulary] after [vocabulary]. */
  readonly teacher?: Float32Array;
}

/** `batchAt(i)` gives the same batch whenever it is asked: batches are numbered, not drawn from a stream. */
export interface BatchSource {
  readonly rows: number;
  readonly length: number;
  /** Whether batches have `segments`. */
  readonly packed: boolean;
  batchAt(index: number): Batch | Promise<Batch>;
}

/** One text: its tokens, and for each token whether the model is to learn to write it. */
export interface Example {
  readonly tokens: ArrayLike<number>;
  readonly learn: ArrayLike<number | boolean>;
}

/**
 * Batches out of numbered examples. Each example goes whole into the first row with room for it, sees only itself, and
 * has positions from 0 as at inference; a batch ends at the first example that fits nowhere. One that is longer than a
 * row is cut.
 *
 * @param exampleAt seeded by the caller; example numbers are never used twice below 2⁵³
 */
export function packExamples(
  exampleAt: (number: number) => Example,
  rows: number,
  length: number,
): BatchSource {
  const size = rows * length;
  return {
    rows,
    length,
    packed: true,
    batchAt: (index) => {
      const batch = {
        tokens: new Int32Array(size),
        targets: new Int32Array(size),
        weights: new Float32Array(size),
        positions: new Int32Array(size),
        segments: new Int32Array(size).fill(-1),
      };
      const filled = new Array<number>(rows).fill(0);
      // An example takes a position at least, so numbers of different batches never meet.
      for (let k = 0; k < size; k++) {
        const example = exampleAt(index * size + k);
        const taken = Math.min(example.tokens.length - 1, length);
        if (taken < 1) throw new ShapeError("An example has at least two tokens.");
        const row = filled.findIndex((used) => used + taken <= length);
        if (row < 0) break;
        const start = row * length + (filled[row] ?? 0);
        filled[row] = (filled[row] ?? 0) + taken;
        for (let i = 0; i < taken; i++) {
          batch.tokens[start + i] = example.tokens[i] ?? 0;
          batch.targets[start + i] = example.tokens[i + 1] ?? 0;
          batch.weights[start + i] = Number(example.learn[i + 1] ?? 0);
          batch.positions[start + i] = i;
          batch.segments[start + i] = k;
        }
      }
      return batch;
    },
  };
}

/** Values of a causal mask [length, length]. */
export function causalMask(length: number): Float32Array {
  const mask = new Float32Array(length * length);
  for (let query = 0; query < length; query++) {
    mask.fill(Number.NEGATIVE_INFINITY, query * length + query + 1, (query + 1) * length);
  }
  return mask;
}

/** Values of a mask [length, length, 1, rows] that keeps attention causal and inside segments. */
export function segmentMask(segments: Int32Array, rows: number, length: number): Float32Array {
  const mask = new Float32Array(rows * length * length).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let query = 0; query < length; query++) {
      const at = row * length + query;
      // Padding looks at itself, as a row of only −∞ would become NaN.
      const isNew = query === 0 || segments[at] === -1 || segments[at] !== segments[at - 1];
      if (isNew) start = query;
      mask.fill(0, at * length + start, at * length + query + 1);
    }
  }
  return mask;
}
