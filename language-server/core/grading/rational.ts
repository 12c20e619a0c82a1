/** Exact fractions of big integers: the denominator is positive and the fraction is reduced. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

/** Reduced fraction n/d; null when d is zero. */
export function rational(n: bigint, d: bigint = 1n): Rational | null {
  if (d === 0n) return null;
  if (d === 1n) return { n, d };
  const g = gcd(n, d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / g, d: (sign * d) / g };
}

export const integer = (n: bigint | number): Rational => ({ n: BigInt(n), d: 1n });
export const zero: Rational = integer(0);
export const one: Rational = integer(1);

const reduced = (n: bigint, d: bigint): Rational => rational(n, d) ?? zero;

export const add = (a: Rational, b: Rational): Rational =>
  a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : reduced(a.n * b.n, a.d * b.d);
/** Quotient; null for a division by zero. */
export const divide = (a: Rational, b: Rational): Rational | null => rational(a.n * b.d, a.d * b.n);
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);
export const equals = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const isInteger = (a: Rational): boolean => a.d === 1n;
export const isZero = (a: Rational): boolean => a.n === 0n;

/** Integer power; null for 0 to a negative power. The caller bounds the size. */
export function power(a: Rational, exponent: bigint): Rational | null {
  if (exponent >= 0n) return { n: a.n ** exponent, d: a.d ** exponent };
  if (a.n === 0n) return null;
  return rational(a.d ** -exponent, a.n ** -exponent);
}

/** Bits of the larger part: what arithmetic with this fraction costs. */
export const bitLength = (n: bigint): number => (n < 0n ? -n : n).toString(16).length * 4;
export const size = (a: Rational): number => Math.max(bitLength(a.n), bitLength(a.d));

/**
 * Reads an unsigned or signed decimal such as `12`, `.5`, `-3.20`, `4.5e33` without loss.
 * Null for other text or an exponent beyond ±20,000.
 */
export function parseDecimal(text: string): Rational | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,6}))?$/.exec(text);
  if (!match) return null;
  const whole = match[2] ?? "";
  const part = match[3] ?? "";
  if (whole === "" && part === "") return null;
  const exponent = Number(match[4] ?? "0") - part.length;
  if (Math.abs(exponent) > 20_000) return null;
  const digits = BigInt(whole + part) * (match[1] === "-" ? -1n : 1n);
  return exponent >= 0
    ? integer(digits * 10n ** BigInt(exponent))
    : rational(digits, 10n ** BigInt(-exponent));
}

/** Largest integer not above a. */
export function floor(a: Rational): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}

/**
 * Rounded half away from zero, or cut towards zero, at `places` decimals (negative: tens, hundreds), as a fraction.
 */
export function roundAt(a: Rational, places: number, mode: "round" | "cut"): Rational {
  const scale = 10n ** BigInt(Math.abs(places));
  const scaled = places >= 0 ? multiply(a, integer(scale)) : reduced(a.n, a.d * scale);
  const size = absolute(scaled);
  const whole = mode === "cut" ? floor(size) : floor(add(size, { n: 1n, d: 2n }));
  const signed = integer(scaled.n < 0n ? -whole : whole);
  return places >= 0 ? reduced(signed.n, scale) : integer(signed.n * scale);
}

/** Nearest double, also for parts far beyond 1e308. */
export function toNumber(a: Rational): number {
  const shift = Math.max(0, Math.max(bitLength(a.n), bitLength(a.d)) - 1000);
  if (shift === 0) return Number(a.n) / Number(a.d);
  // Keep 200 leading bits of each part and put the scale back as a power of two.
  const cut = (v: bigint): { m: number; e: number } => {
    const e = Math.max(0, bitLength(v) - 200);
    return { m: Number(v >> BigInt(e)), e };
  };
  const n = cut(a.n);
  const d = cut(a.d);
  return (n.m / d.m) * 2 ** (n.e - d.e);
}

/** Exact k-th root of a non-negative integer, or null. */
export function exactRoot(value: bigint, k: bigint): bigint | null {
  if (value < 0n || k < 1n) return null;
  if (value < 2n || k === 1n) return value;
  if (k > BigInt(bitLength(value))) return null;
  // Newton from above; each step shrinks, so the loop is short.
  let x = 1n << (BigInt(bitLength(value)) / k + 1n);
  for (let step = 0; step < 20_000; step++) {
    const next = ((k - 1n) * x + value / x ** (k - 1n)) / k;
    if (next >= x) break;
    x = next;
  }
  return x ** k === value ? x : null;
}

export const greatestCommonDivisor = gcd;
