/**
 * Candidates for the next token as the engine gives them: the most likely tokens with their probabilities at
 * temperature 1, renormalised over the kept ones, most likely first.
 */
export interface Candidates {
  readonly ids: ArrayLike<number>;
  /** In [0,1], descending, sum 1 over `count`. */
  readonly probabilities: ArrayLike<number>;
  /** How many entries count; the arrays may be longer (reused buffers). */
  readonly count: number;
}

/** Natural logarithm of a probability at temperature 1; the smallest float where the engine rounded it to 0. */
export function logprobOf(candidates: Candidates, index: number): number {
  const p = candidates.probabilities[index] ?? 0;
  return p > 0 ? Math.log(p) : -103.28;
}

/** Entropy in nats over the kept candidates at temperature 1. */
export function entropyOf(candidates: Candidates): number {
  let sum = 0;
  for (let i = 0; i < candidates.count; i++) {
    const p = candidates.probabilities[i] ?? 0;
    if (p > 0) sum -= p * Math.log(p);
  }
  return sum;
}

/** Probabilities from the first `count` logits, shifted by the maximum so that nothing overflows. */
export function softmax(
  logits: ArrayLike<number>,
  count = logits.length,
  out = new Float64Array(count),
): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) top = Math.max(top, logits[i] ?? top);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const weight = Math.exp((logits[i] ?? Number.NEGATIVE_INFINITY) - top);
    out[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < count; i++) out[i] = (out[i] ?? 0) / sum;
  return out;
}

/** Candidates from unordered pairs: most likely first, equal ones by id, so that ties never depend on the engine. */
export function orderedCandidates(pairs: Iterable<readonly [number, number]>): Candidates {
  const sorted = [...pairs].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return {
    ids: Uint32Array.from(sorted, (pair) => pair[0]),
    probabilities: Float64Array.from(sorted, (pair) => pair[1]),
    count: sorted.length,
  };
}
