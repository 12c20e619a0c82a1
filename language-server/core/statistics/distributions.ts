/** 0.975 quantile of the standard normal distribution: two-sided 95 %. */
export const normal975 = 1.959963984540054;
/** 0.8 quantile of the standard normal distribution: power 80 %. */
export const normal800 = 0.8416212335729143;

/**
 * P(−t < T < t) for Student's T with a whole number of degrees of freedom, by the finite sums of Abramowitz and Stegun
 * 26.7.3 and 26.7.4: exact, and short enough that no library is needed for it.
 */
export function studentCentralProbability(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  // sum of products of (k − 1)/k · cos²θ, k = 2, 4, … for even, 3, 5, … for odd degrees
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/**
 * t with P(−t < T < t) = 0.95 for Student's T.
 * @param degrees whole number ≥ 1; above 2,000 the normal value with its first correction is taken (less than 1e-6 off).
 */
export function student975(degrees: number): number {
  if (degrees > 2000) return normal975 + (normal975 ** 3 + normal975) / (4 * degrees);
  let low = normal975;
  let high = 13; // 12.706 for one degree
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentCentralProbability(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Two-sided exact binomial test of p = 1/2: probability of a split at least as uneven as (`a`, `b`), at most 1.
 * Summed in logarithms, so that thousands of trials do not underflow.
 */
export function binomialTwoSided(a: number, b: number): number {
  const n = a + b;
  const smaller = Math.min(a, b);
  let logTerm = -n * Math.LN2; // log of C(n, 0) / 2^n
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= smaller; k++) {
    logTerm += Math.log((n - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
