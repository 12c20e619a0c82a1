import type { Node } from "./nodes.ts";
import type { Rational } from "./rational.ts";
import * as q from "./rational.ts";

/** How large exact numbers may become, in bits, before structure and logarithms take over (rule 4a). */
export interface Limits {
  readonly bits: number;
}
/** About 9,000 digits: what a comparison without the worker may cost. */
export const quickLimits: Limits = { bits: 30_000 };
/** 10^5 digits, the limit of the specification. */
export const fullLimits: Limits = { bits: 340_000 };

/** Exact value, or why there is none. `open`: may be rational, but not by this arithmetic. */
export type Exact =
  | { readonly kind: "value"; readonly value: Rational }
  | { readonly kind: "open" | "huge" | "undefined" | "infinite" };

const value = (v: Rational | null): Exact => (v ? { kind: "value", value: v } : { kind: "undefined" });
const open: Exact = { kind: "open" };
const huge: Exact = { kind: "huge" };

/** Value of a variable-free expression in exact fractions. Never expands beyond the limits. */
export function evaluateExact(node: Node, limits: Limits = quickLimits): Exact {
  const of = (n: Node): Exact => evaluateExact(n, limits);
  const bounded = (v: Rational | null): Exact => (v && q.size(v) > limits.bits ? huge : value(v));
  switch (node.op) {
    case "num":
      return value(node.value);
    case "const":
      return node.name === "inf" ? { kind: "infinite" } : open;
    case "var":
      return open;
    case "neg": {
      const a = of(node.arg);
      return a.kind === "value" ? value(q.negate(a.value)) : a;
    }
    case "add":
    case "mul": {
      let total = node.op === "add" ? q.zero : q.one;
      let worst: Exact | null = null;
      for (const arg of node.args) {
        const a = of(arg);
        if (a.kind === "value") {
          total = node.op === "add" ? q.add(total, a.value) : q.multiply(total, a.value);
          if (q.size(total) > limits.bits) return huge;
        } else if (worst === null || a.kind === "undefined") worst = a;
      }
      return worst ?? value(total);
    }
    case "div": {
      const a = of(node.a);
      const b = of(node.b);
      if (b.kind === "value" && q.isZero(b.value)) return { kind: "undefined" };
      if (a.kind !== "value") return a;
      return b.kind === "value" ? bounded(q.divide(a.value, b.value)) : b;
    }
    case "pow":
      return exactPower(of(node.a), of(node.b), limits);
    case "root": {
      const degree = of(node.degree);
      if (degree.kind !== "value" || !q.isInteger(degree.value) || degree.value.n < 1n) return open;
      return exactPower(of(node.arg), value(q.rational(1n, degree.value.n)), limits);
    }
    case "fact":
      return exactFactorial(of(node.arg), limits);
    case "fn":
      return exactFunction(node.name, node.args.map(of), limits);
  }
}

function exactPower(base: Exact, exponent: Exact, limits: Limits): Exact {
  if (base.kind !== "value") return base;
  if (exponent.kind !== "value") return exponent.kind === "infinite" ? open : exponent;
  const { value: a } = base;
  const { n, d } = exponent.value;
  if (a.n === a.d) return value(q.one);
  if (q.isZero(a)) return n > 0n ? value(q.zero) : { kind: "undefined" };
  if (d === 1n) {
    if (a.n === -1n && a.d === 1n) return value(n % 2n === 0n ? q.one : a);
    const magnitude = n < 0n ? -n : n;
    if (magnitude * BigInt(q.size(a)) > BigInt(limits.bits)) return huge;
    return value(q.power(a, n));
  }
  if (a.n < 0n) {
    // Odd roots of negative numbers are taken real: \sqrt[3]{-8} = -2.
    if (d % 2n === 0n) return open;
    const positive = exactPower(value(q.negate(a)), exponent, limits);
    return positive.kind === "value"
      ? value(n % 2n === 0n ? positive.value : q.negate(positive.value))
      : positive;
  }
  if (d > 64n || q.size(a) > 8000) return open;
  const top = q.exactRoot(a.n, d);
  const bottom = q.exactRoot(a.d, d);
  if (top === null || bottom === null) return open;
  return exactPower(value(q.rational(top, bottom)), value(q.integer(n)), limits);
}

function exactFactorial(a: Exact, limits: Limits): Exact {
  if (a.kind !== "value") return a;
  const n = a.value.n;
  if (a.value.d !== 1n || n < 0n) return open;
  // Stirling: n! has about n log2(n/e) bits.
  if (n > 60_000n || Number(n) * Math.log2(Number(n) / 2.7 + 2) > limits.bits) return huge;
  return value(q.integer(rangeProduct(1n, n)));
}

function rangeProduct(from: bigint, to: bigint): bigint {
  if (to < from) return 1n;
  if (to - from < 8n) {
    let out = from;
    for (let k = from + 1n; k <= to; k++) out *= k;
    return out;
  }
  const middle = (from + to) / 2n;
  return rangeProduct(from, middle) * rangeProduct(middle + 1n, to);
}

function exactFunction(name: string, args: readonly Exact[], limits: Limits): Exact {
  const values: Rational[] = [];
  for (const a of args) {
    if (a.kind !== "value") return a;
    values.push(a.value);
  }
  const [a, b] = values;
  if (!a) return open;
  if (name === "abs") return value(q.absolute(a));
  if (name === "floor") return value(q.integer(q.floor(a)));
  if (name === "ceil") return value(q.integer(-q.floor(q.negate(a))));
  if (name === "max" || name === "min")
    return value(values.reduce((x, y) => (q.compare(x, y) > 0 === (name === "max") ? x : y)));
  if (name === "gcd" && values.every(q.isInteger))
    return value(q.integer(values.reduce((x, y) => q.greatestCommonDivisor(x, y.n), 0n)));
  if (name === "lcm" && values.every((v) => q.isInteger(v) && v.n !== 0n)) {
    return value(q.integer(values.reduce((x, y) => (x * y.n) / q.greatestCommonDivisor(x, y.n), 1n)));
  }
  if (name === "binom" && b && q.isInteger(a) && q.isInteger(b) && a.n >= 0n && b.n >= 0n) {
    if (b.n > a.n) return value(q.zero);
    const rest = a.n - b.n;
    const k = q.compare(b, q.integer(rest)) < 0 ? b.n : rest;
    if (k * BigInt(q.bitLength(a.n)) > BigInt(limits.bits)) return huge;
    return value(q.integer(rangeProduct(a.n - k + 1n, a.n) / rangeProduct(1n, k)));
  }
  return open;
}

/** Names of the variables, without constants. */
export function variablesOf(node: Node, into: Set<string> = new Set()): Set<string> {
  if (node.op === "var") into.add(node.name);
  else for (const child of children(node)) variablesOf(child, into);
  return into;
}

export function children(node: Node): readonly Node[] {
  switch (node.op) {
    case "add":
    case "mul":
    case "fn":
      return node.args;
    case "neg":
    case "fact":
      return [node.arg];
    case "div":
    case "pow":
      return [node.a, node.b];
    case "root":
      return [node.arg, node.degree];
    default:
      return [];
  }
}

export const contains = (node: Node, test: (n: Node) => boolean): boolean =>
  test(node) || children(node).some((c) => contains(c, test));

/**
 * Structural key: equal keys mean the same expression up to order of sums and products, signs and exact numbers.
 * Used for expressions that must not be expanded, such as 100000!.
 */
export function structuralKey(node: Node): string {
  switch (node.op) {
    case "num":
      return `${node.value.n}/${node.value.d}`;
    case "const":
      return node.name;
    case "var":
      return `v:${node.name}`;
    case "neg":
      return node.arg.op === "num"
        ? structuralKey({ op: "num", value: q.negate(node.arg.value) })
        : `neg(${structuralKey(node.arg)})`;
    case "add":
    case "mul":
      return `${node.op}(${node.args.map(structuralKey).sort().join(",")})`;
    default: {
      const name = node.op === "fn" ? node.name : node.op;
      return `${name}(${children(node).map(structuralKey).join(",")})`;
    }
  }
}

/** Double value with variables from `values`; NaN when there is none. For ordering only, never for equality. */
export function approximate(node: Node, values: ReadonlyMap<string, number> = new Map()): number {
  const of = (n: Node): number => approximate(n, values);
  switch (node.op) {
    case "num":
      return q.toNumber(node.value);
    case "const":
      return node.name === "pi"
        ? Math.PI
        : node.name === "e"
          ? Math.E
          : node.name === "inf"
            ? Number.POSITIVE_INFINITY
            : Number.NaN;
    case "var":
      return values.get(node.name) ?? Number.NaN;
    case "neg":
      return -of(node.arg);
    case "add":
      return node.args.reduce((t, a) => t + of(a), 0);
    case "mul":
      return node.args.reduce((t, a) => t * of(a), 1);
    case "div":
      return of(node.a) / of(node.b);
    case "pow":
      return of(node.a) ** of(node.b);
    case "root": {
      const x = of(node.arg);
      const k = of(node.degree);
      return x < 0 && k % 2 === 1 ? -((-x) ** (1 / k)) : x ** (1 / k);
    }
    case "fact": {
      const n = of(node.arg);
      if (!(n >= 0) || n > 170 || n % 1 !== 0) return n > 170 ? Number.POSITIVE_INFINITY : Number.NaN;
      let t = 1;
      for (let k = 2; k <= n; k++) t *= k;
      return t;
    }
    case "fn":
      return approximateFunction(node.name, node.args.map(of));
  }
}

/** Whether every root, power and logarithm inside has a real value, so that no complex detour is taken. */
export function isRealAt(node: Node, values: ReadonlyMap<string, number>): boolean {
  const of = (n: Node): number => approximate(n, values);
  if (!children(node).every((c) => isRealAt(c, values))) return false;
  if (node.op === "root") return of(node.arg) >= 0 || of(node.degree) % 2 === 1 || Number.isNaN(of(node.arg));
  if (node.op === "pow") return !(of(node.a) < 0) || Number.isInteger(of(node.b)) || node.b.op === "div";
  return !(node.op === "fn" && (node.name === "ln" || node.name === "log") && of(node.args[0] ?? node) < 0);
}

const simple: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  cot: (x) => 1 / Math.tan(x),
  sec: (x) => 1 / Math.cos(x),
  csc: (x) => 1 / Math.sin(x),
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  ln: Math.log,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
};
function approximateFunction(name: string, args: readonly number[]): number {
  const [x = Number.NaN, y = Number.NaN] = args;
  if (name === "log") return Math.log(x) / Math.log(y);
  if (name === "max") return Math.max(...args);
  if (name === "min") return Math.min(...args);
  return simple[name]?.(x) ?? Number.NaN;
}
