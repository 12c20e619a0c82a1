import type { Node } from "../nodes.ts";
import type { Outcome } from "../outcome.ts";
import { no, yes } from "../outcome.ts";
import type { Rational } from "../rational.ts";
import * as q from "../rational.ts";
import type { NumericValue, SymbolicEngine } from "../types.ts";

const nothing: ReadonlyMap<string, string> = new Map();
/** 10^k as a fraction. */
export const tenToThe = (k: number): Rational => q.power(q.integer(10), BigInt(k)) ?? q.one;

interface Complex {
  readonly re: Rational;
  readonly im: Rational;
}

/** Exact fractions of the decimal strings; null when a part is not a finite number. */
export function toComplex(value: NumericValue | null): Complex | null {
  const re = value && q.parseDecimal(value.re);
  const im = value && q.parseDecimal(value.im);
  return re && im ? { re, im } : null;
}

/** Size of a complex number up to a factor of 1.5: enough for a relative bound. */
const magnitude = (z: Complex): Rational => q.add(q.absolute(z.re), q.absolute(z.im));
const minus = (a: Complex, b: Complex): Complex => ({
  re: q.subtract(a.re, b.re),
  im: q.subtract(a.im, b.im),
});

/** |a-b| <= bound * max(|a|,|b|); zero only equals zero. */
export function nearlyEqual(a: Complex, b: Complex, bound: Rational): boolean {
  const left = magnitude(a);
  const right = magnitude(b);
  const larger = q.compare(left, right) > 0 ? left : right;
  return q.compare(magnitude(minus(a, b)), q.multiply(bound, larger)) <= 0;
}

/** Real value of a closed form to about 50 digits, as a fraction; null when it is not real. */
export function realValue(node: Node, engine: SymbolicEngine): Rational | null {
  const value = toComplex(engine.evaluate(node, nothing));
  if (!value) return null;
  return q.compare(q.absolute(value.im), q.multiply(magnitude(value), tenToThe(-40))) <= 0 ? value.re : null;
}

/** A value that keeps shrinking with the precision is zero, one that stays is only small (1/2004!). */
function isZero(node: Node, engine: SymbolicEngine, coarse: Complex): boolean {
  if (q.isZero(coarse.re) && q.isZero(coarse.im)) return true;
  if (q.compare(magnitude(coarse), tenToThe(-45)) > 0) return false;
  const fine = toComplex(engine.evaluateFine(node, nothing));
  return fine !== null && q.compare(magnitude(fine), q.multiply(magnitude(coarse), tenToThe(-30))) < 0;
}

/** Rule 4a for closed forms: 50 digits, relative difference below 1e-40, zero only equals zero. */
export function compareClosedForms(pred: Node, gold: Node, engine: SymbolicEngine): Outcome {
  const a = toComplex(engine.evaluate(pred, nothing));
  const b = toComplex(engine.evaluate(gold, nothing));
  if (!a || !b) return no("none", "A side could not be evaluated as a number.", ["unparsed"]);
  const zeroA = isZero(pred, engine, a);
  const zeroB = isZero(gold, engine, b);
  if (zeroA || zeroB)
    return zeroA && zeroB ? yes("symbolic", "Both are zero.") : no("symbolic", "Only one side is zero.");
  return nearlyEqual(a, b, tenToThe(-40))
    ? yes("symbolic", "Both closed forms have the same value to 40 digits.")
    : no("symbolic", "The closed forms have different values.");
}
