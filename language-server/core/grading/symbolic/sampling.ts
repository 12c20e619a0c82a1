import { approximate, contains, isRealAt, structuralKey, variablesOf } from "../algebra.ts";
import type { Node } from "../nodes.ts";
import { number } from "../nodes.ts";
import type { Outcome } from "../outcome.ts";
import { no, stillOpen, yes } from "../outcome.ts";
import type { Rational } from "../rational.ts";
import * as q from "../rational.ts";
import type { SymbolicEngine } from "../types.ts";
import { nearlyEqual, tenToThe, toComplex } from "./closedForms.ts";

const wanted = 8;
const maxTries = 40;

/** Mulberry32 with a fixed seed: the same points in every run and on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Factorials and powers of negative numbers have meaning at whole numbers only. */
const wantsIntegers = (node: Node): boolean =>
  contains(
    node,
    (n) =>
      ((n.op === "fact" || (n.op === "fn" && n.name === "binom")) && variablesOf(n).size > 0) ||
      (n.op === "pow" && variablesOf(n.b).size > 0 && approximate(n.a) < 0),
  );

/** A point for every variable: both signs, sizes from 0.1 to 10. Late tries are positive, for roots and logarithms. */
function samplePoint(
  names: readonly string[],
  next: () => number,
  attempt: number,
  integers: boolean,
): Map<string, string> {
  const point = new Map<string, string>();
  for (const name of names) {
    if (integers) {
      point.set(name, String(1 + Math.floor(next() * 30)));
      continue;
    }
    const size = 10 ** (next() * 2 - 1);
    const sign = next() < 0.5 && attempt < 24 ? "-" : "";
    point.set(name, `${sign}${size.toFixed(9)}`);
  }
  return point;
}

interface Sample {
  readonly a: Rational;
  readonly b: Rational;
}

/** Values of both sides at up to 8 points where both are finite (and real, unless `complex`). */
function* samples(
  a: Node,
  b: Node,
  engine: SymbolicEngine,
  complex: boolean,
): Generator<{
  readonly a: NonNullable<ReturnType<typeof toComplex>>;
  readonly b: NonNullable<ReturnType<typeof toComplex>>;
}> {
  const names = [...variablesOf(b, variablesOf(a))].sort();
  const integers = wantsIntegers(a) || wantsIntegers(b);
  const next = generator(0x5eed);
  let found = 0;
  for (let attempt = 0; attempt < maxTries && found < wanted; attempt++) {
    const point = samplePoint(names, next, attempt, integers);
    const plain = new Map([...point].map(([name, value]): [string, number] => [name, Number(value)]));
    if (!complex && !(isRealAt(a, plain) && isRealAt(b, plain))) continue;
    const left = toComplex(engine.evaluate(a, point));
    const right = toComplex(engine.evaluate(b, point));
    if (!left || !right) continue;
    const real = (z: { re: Rational; im: Rational }): boolean =>
      q.compare(q.absolute(z.im), q.multiply(q.absolute(z.re), tenToThe(-25))) <= 0;
    if (!complex && !(real(left) && real(right))) continue;
    found++;
    yield { a: left, b: right };
  }
}

/** Rule 14: equal expressions agree at 8 points to a relative 1e-20. */
export function compareBySampling(
  pred: Node,
  gold: Node,
  engine: SymbolicEngine | undefined,
  complex: boolean,
): Outcome {
  if (structuralKey(pred) === structuralKey(gold))
    return yes("symbolic", "Both are the same expression up to order.");
  if (!engine) return stillOpen("expressions with variables");
  let agreed = 0;
  for (const { a, b } of samples(pred, gold, engine, complex)) {
    const bothZero = q.isZero(a.re) && q.isZero(a.im) && q.isZero(b.re) && q.isZero(b.im);
    if (!bothZero && !nearlyEqual(a, b, tenToThe(-20)) && !tiny(a, b))
      return no("sampled", "The expressions differ at a test point.");
    agreed++;
  }
  if (agreed >= wanted) return yes("sampled", `The expressions agree at ${wanted} test points to 20 digits.`);
  if (engine.differenceVanishes(pred, gold)) return yes("symbolic", "The difference simplifies to zero.");
  return no("sampled", "The expressions could not be shown to be equal.", ["unparsed"]);
}

/** Both sides are rounding noise around zero, as x - x + sin(pi) would be. */
const tiny = (a: { re: Rational; im: Rational }, b: { re: Rational; im: Rational }): boolean =>
  [a.re, a.im, b.re, b.im].every((v) => q.compare(q.absolute(v), tenToThe(-45)) < 0);

/** Sign of the constant factor between two expressions (rules 9 and 10): 1, -1, or 0 when there is none. */
export function constantFactor(a: Node, b: Node, engine: SymbolicEngine): 1 | -1 | 0 {
  const seen: Sample[] = [];
  for (const { a: left, b: right } of samples(a, b, engine, false)) seen.push({ a: left.re, b: right.re });
  const usable = seen.filter((s) => !q.isZero(s.a) && !q.isZero(s.b));
  const [first] = usable;
  if (!first || usable.length < wanted) return 0;
  for (const { a: x, b: y } of usable) {
    const left = { re: q.multiply(x, first.b), im: q.zero };
    const right = { re: q.multiply(first.a, y), im: q.zero };
    if (!nearlyEqual(left, right, tenToThe(-18))) return 0;
  }
  return first.a.n < 0n === first.b.n < 0n ? 1 : -1;
}

/** lhs - rhs of a relation. */
export const differenceNode = (a: Node, b: Node): Node =>
  b.op === "num" && q.isZero(b.value) ? a : { op: "add", args: [a, { op: "mul", args: [number(-1), b] }] };
