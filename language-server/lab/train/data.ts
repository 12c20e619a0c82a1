/** Training data as a pure function of a position, so that a run resumes exactly where it stopped. */
import { ShapeError } from "../graph/node.ts";

/** How many rows, and how many tokens each. */
export interface BatchShape {
  readonly rows: number;
  readonly length: number;
}

/** Rows of equal length, laid out one after the other. */
export interface Batch {
  /** That of the source when left out. */
  readonly shape?: BatchShape;
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
export interface BatchSource extends BatchShape {
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
export const packExamples = (
  exampleAt: (number: number) => Example,
  rows: number,
  length: number,
): BatchSource => packByLength(exampleAt, [{ rows, length }]);

/**
 * As `packExamples`, with batches of several shapes in turn: short examples go to short rows, where attention costs
 * less. Batch i has shape i modulo their number; a step that accumulates as many batches as there are shapes sees the
 * examples in their natural mixture.
 *
 * @param shapes by rising length
 */
export function packByLength(
  exampleAt: (number: number) => Example,
  shapes: readonly BatchShape[],
): BatchSource {
  const largest = shapes.at(-1);
  if (largest === undefined || shapes.some(({ length }, i) => length < (shapes[i - 1]?.length ?? 0))) {
    throw new ShapeError("Shapes of batches are given by rising length.");
  }
  const numbers = shapes.reduce((sum, { rows, length }) => sum + rows * length, 0);
  const pack = (group: number): readonly Batch[] => {
    const batches = shapes.map(emptyBatch);
    // An example takes a position at least, so numbers of different groups never meet.
    for (let k = 0; k < numbers; k++) {
      const example = exampleAt(group * numbers + k);
      const taken = Math.min(example.tokens.length - 1, largest.length);
      if (taken < 1) throw new ShapeError("An example has at least two tokens.");
      const fits = batches.some((batch) => batch.shape.length >= taken && place(batch, example, taken, k));
      if (!fits) break;
    }
    return batches;
  };
  let latest: { readonly group: number; readonly batches: readonly Batch[] } | null = null;
  return {
    ...largest,
    packed: true,
    batchAt: (index) => {
      const { group, place } = groupOfBatch(index, shapes.length);
      if (latest?.group !== group) latest = { group, batches: pack(group) };
      const batch = latest.batches[place];
      if (batch === undefined) throw new ShapeError(`There is no batch ${index}.`);
      return batch;
    },
  };
}

/** Batches are made in groups, one of each shape. */
export const groupOfBatch = (index: number, shapes: number): { group: number; place: number } => ({
  group: Math.floor(index / shapes),
  place: index % shapes,
});

interface FillingBatch extends Required<Omit<Batch, "teacher">> {
  /** Positions taken in each row. */
  readonly filled: number[];
}

function emptyBatch(shape: BatchShape): FillingBatch {
  const size = shape.rows * shape.length;
  return {
    shape,
    filled: new Array<number>(shape.rows).fill(0),
    tokens: new Int32Array(size),
    targets: new Int32Array(size),
    weights: new Float32Array(size),
    positions: new Int32Array(size),
    segments: new Int32Array(size).fill(-1),
  };
}

/** Puts an example into the first row with room; false when there is none. */
function place(batch: FillingBatch, example: Example, taken: number, segment: number): boolean {
  const row = batch.filled.findIndex((used) => used + taken <= batch.shape.length);
  if (row < 0) return false;
  const start = row * batch.shape.length + (batch.filled[row] ?? 0);
  batch.filled[row] = (batch.filled[row] ?? 0) + taken;
  for (let i = 0; i < taken; i++) {
    batch.tokens[start + i] = example.tokens[i] ?? 0;
    batch.targets[start + i] = example.tokens[i + 1] ?? 0;
    batch.weights[start + i] = Number(example.learn[i + 1] ?? 0);
    batch.positions[start + i] = i;
    batch.segments[start + i] = segment;
  }
  return true;
}

/** Values of a causal mask [length, length]. */
export function causalMask(length: number): Float32Array {
  const mask = new Float32Array(length * length);
  for (let query = 0; query < length; query++) {
    mask.fill(Number.NEGATIVE_INFINITY, query * length + query + 1, (query + 1) * length);
  }
  return mask;
}
