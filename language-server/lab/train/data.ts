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
  /** Which text of the row a position belongs to; attention stays inside one. Absent: each row is one text. */
  readonly segments?: Int32Array;
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
 * Batches out of numbered examples. Rows are filled with whole examples as long as they fit; each sees only itself and
 * its positions start at 0, as at inference. An example longer than a row is cut.
 *
 * @param exampleAt seeded by the caller; example numbers are never used twice below 2⁵³
 */
export function packExamples(
  exampleAt: (number: number) => Example,
  rows: number,
  length: number,
): BatchSource {
  // Numbers far enough apart that rows never meet: a row holds at most `length` examples.
  const numberOf = (batch: number, row: number, k: number) => (batch * rows + row) * length + k;
  return {
    rows,
    length,
    packed: true,
    batchAt: (index) => {
      const size = rows * length;
      const batch = {
        tokens: new Int32Array(size),
        targets: new Int32Array(size),
        weights: new Float32Array(size),
        positions: new Int32Array(size),
        segments: new Int32Array(size).fill(-1),
      };
      for (let row = 0; row < rows; row++) {
        let at = 0;
        for (let k = 0; k < length && at < length; k++) {
          const example = exampleAt(numberOf(index, row, k));
          const used = example.tokens.length - 1;
          if (used < 1) throw new ShapeError("An example has at least two tokens.");
          if (at > 0 && at + used > length) break;
          const taken = Math.min(used, length - at);
          for (let i = 0; i < taken; i++) {
            const place = row * length + at + i;
            batch.tokens[place] = example.tokens[i] ?? 0;
            batch.targets[place] = example.tokens[i + 1] ?? 0;
            batch.weights[place] = Number(example.learn[i + 1] ?? 0);
            batch.positions[place] = i;
            batch.segments[place] = k;
          }
          at += taken;
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
