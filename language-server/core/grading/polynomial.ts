import { evaluateExact } from "./algebra.ts";
import type { Node } from "./nodes.ts";
import type { Rational } from "./rational.ts";
import * as q from "./rational.ts";

/** Exact polynomial with rational coefficients: monomial text ("x^2*y", sorted) to coefficient, no zero coefficient. */
export type Polynomial = ReadonlyMap<string, Rational>;

const maxTerms = 300;

type Powers = ReadonlyMap<string, number>;
const keyOf = (powers: Powers): string =>
  [...powers]
    .filter(([, p]) => p > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, p]) => `${name}^${p}`)
    .join("*");
const powersOf = (key: string): Map<string, number> =>
  new Map(
    key === ""
      ? []
      : key.split("*").map((part): [string, number] => {
          const cut = part.lastIndexOf("^");
          return [part.slice(0, cut), Number(part.slice(cut + 1))];
        }),
  );

const constant = (value: Rational): Polynomial => new Map(q.isZero(value) ? [] : [["", value]]);

function plus(a: Polynomial, b: Polynomial, scale: Rational = q.one): Polynomial {
  const out = new Map(a);
  for (const [key, c] of b) {
    const value = q.add(out.get(key) ?? q.zero, q.multiply(c, scale));
    if (q.isZero(value)) out.delete(key);
    else out.set(key, value);
  }
  return out;
}

/** Work left for one expansion, in products of terms: longer ones are left to the worker. */
interface Budget {
  left: number;
}
const fullBudget = 4000;

function times(a: Polynomial, b: Polynomial, budget: Budget): Polynomial | null {
  budget.left -= a.size * b.size;
  if (budget.left < 0) return null;
  let out: Polynomial = new Map();
  for (const [ka, ca] of a) {
    const row = new Map<string, Rational>();
    for (const [kb, cb] of b) {
      const powers = powersOf(ka);
      for (const [name, p] of powersOf(kb)) powers.set(name, (powers.get(name) ?? 0) + p);
      row.set(keyOf(powers), q.multiply(ca, cb));
    }
    out = plus(out, row);
  }
  return out.size > maxTerms || [...out.values()].some((c) => q.size(c) > 20_000) ? null : out;
}

/** Expands an expression into a polynomial; null when it is none (roots, functions, irrational constants) or too long. */
export function toPolynomial(node: Node, budget: Budget = { left: fullBudget }): Polynomial | null {
  switch (node.op) {
    case "num":
      return constant(node.value);
    case "var":
      return /[*^]/.test(node.name) ? null : new Map([[`${node.name}^1`, q.one]]);
    case "neg": {
      const inner = toPolynomial(node.arg, budget);
      return inner && plus(new Map(), inner, q.integer(-1));
    }
    case "add": {
      let total: Polynomial = new Map();
      for (const arg of node.args) {
        const part = toPolynomial(arg, budget);
        if (!part) return null;
        total = plus(total, part);
      }
      return total;
    }
    case "mul": {
      let total: Polynomial | null = constant(q.one);
      for (const arg of node.args) {
        const part = toPolynomial(arg, budget);
        total = part && total && times(total, part, budget);
        if (!total) return null;
      }
      return total;
    }
    case "div": {
      const top = toPolynomial(node.a, budget);
      const bottom = evaluateExact(node.b);
      if (!top || bottom.kind !== "value" || q.isZero(bottom.value)) return null;
      return plus(new Map(), top, q.divide(q.one, bottom.value) ?? q.one);
    }
    case "pow": {
      const exponent = evaluateExact(node.b);
      if (exponent.kind !== "value" || !q.isInteger(exponent.value)) return null;
      const n = exponent.value.n;
      const base = toPolynomial(node.a, budget);
      if (!base || n < 0n || n > 24n) return fromExact(node);
      let total: Polynomial | null = constant(q.one);
      for (let k = 0n; k < n && total; k++) total = times(total, base, budget);
      return total;
    }
    default:
      return fromExact(node);
  }
}

function fromExact(node: Node): Polynomial | null {
  const exact = evaluateExact(node);
  return exact.kind === "value" ? constant(exact.value) : null;
}

export const difference = (a: Polynomial, b: Polynomial): Polynomial => plus(a, b, q.integer(-1));

/** The factor f with a = f * b, or null when the two are not proportional (or one is zero). */
export function proportion(a: Polynomial, b: Polynomial): Rational | null {
  if (a.size !== b.size || a.size === 0) return null;
  let factor: Rational | null = null;
  for (const [key, ca] of a) {
    const cb = b.get(key);
    const here = cb ? q.divide(ca, cb) : null;
    if (!here || (factor && !q.equals(factor, here))) return null;
    factor = here;
  }
  return factor;
}

/** a and b of a·x + b for a polynomial in one variable of degree one; null otherwise. */
export function linear(
  polynomial: Polynomial,
): { variable: string; slope: Rational; offset: Rational } | null {
  let found: { variable: string; slope: Rational } | null = null;
  for (const [key, c] of polynomial) {
    if (key === "") continue;
    if (found || !key.endsWith("^1") || key.includes("*")) return null;
    found = { variable: key.slice(0, -2), slope: c };
  }
  return found ? { ...found, offset: polynomial.get("") ?? q.zero } : null;
}
