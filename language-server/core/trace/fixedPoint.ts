/**
 * 16-bit fixed point of the token columns. A trace is looked at, filtered and coloured, so half a thousandth of a nat
 * is plenty, and it halves the size of the columns.
 */

/** Steps per nat of a stored log-probability: resolution 1/2048, smallest value about −32 nats (p ≈ 1e-14). */
export const logprobSteps = 2048;
/** Steps per nat of a stored entropy: resolution 1/8192, largest value about 8 nats (ln 256 = 5.55). */
export const entropySteps = 8192;
/** Stored for "not known" (NaN); the largest ordinary code is one less. */
export const unknownCode = 0xffff;

/** Code of `-value × steps` for a log-probability; −∞ and anything below the range become the smallest value. */
export const encodeLogprob = (value: number): number => encode(-value, logprobSteps);

export const decodeLogprob = (code: number): number =>
  code === unknownCode ? Number.NaN : code === 0 ? 0 : -code / logprobSteps;

export const encodeEntropy = (value: number): number => encode(value, entropySteps);

export const decodeEntropy = (code: number): number =>
  code === unknownCode ? Number.NaN : code / entropySteps;

function encode(magnitude: number, steps: number): number {
  if (Number.isNaN(magnitude)) return unknownCode;
  return Math.min(unknownCode - 1, Math.max(0, Math.round(magnitude * steps)));
}
