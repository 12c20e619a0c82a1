import { evaluateExact, variablesOf } from "./algebra.ts";
import type { IntervalSet } from "./intervals.ts";
import {
  complement,
  endpoint,
  intersection,
  interval,
  minusInfinity,
  plusInfinity,
  point,
} from "./intervals.ts";
import type { Node } from "./nodes.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { no, stillOpen, yes } from "./outcome.ts";
import { difference, linear, proportion, toPolynomial } from "./polynomial.ts";
import * as q from "./rational.ts";
import { constantFactor, differenceNode } from "./symbolic/sampling.ts";
import type { RelationSign, Value } from "./values.ts";

export type Relation = Extract<Value, { k: "relation" }>;

const flipped: Readonly<Record<RelationSign, RelationSign>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
};

export const isEquation = (r: Relation): boolean => r.ops.every((op) => op === "=");
const nodeOf = (v: Value | undefined): Node | null => (v?.k === "scalar" ? v.node : null);

/** What an equation says as a value: `x = 5`, `5 = x`, chains, `5+5+1 = 11`; null when it is a true equation. */
export function assigned(r: Relation): { readonly name: string | null; readonly value: Value } | null {
  if (!isEquation(r)) return null;
  const first = r.terms[0];
  const last = r.terms.at(-1);
  if (!first || !last) return null;
  const name = r.names[0] ?? null;
  if (name !== null) return last.k === "unread" ? null : { name, value: last };
  const lastName = r.names.at(-1) ?? null;
  if (lastName !== null && r.terms.length === 2 && !isSymbolic(first))
    return { name: lastName, value: first };
  if (isNameTuple(first)) return { name: null, value: last };
  if (r.terms.length > 2 || !isSymbolic(first))
    return last.k === "unread" ? null : { name: null, value: last };
  return null;
}

const isSymbolic = (v: Value): boolean => v.k !== "scalar" || variablesOf(v.node).size > 0;
/** `(p,q) = (3,2)`: the left side only names the places. */
const isNameTuple = (v: Value): boolean =>
  v.k === "seq" && v.items.every((i) => i.k === "scalar" && i.node.op === "var");

/** Rule 10 for two equations: lhs - rhs equal up to a constant factor. */
export function compareEquations(pred: Relation, gold: Relation, c: Comparing): Outcome {
  const sides = [pred, gold].map((r) => {
    const left = nodeOf(r.terms[0]);
    const right = nodeOf(r.terms.at(-1));
    return r.terms.length === 2 && left && right ? differenceNode(left, right) : null;
  });
  const [a, b] = sides;
  if (!a || !b) return no("equation", "The equations have a form that cannot be compared.", ["unparsed"]);
  const factor = factorOf(a, b, c);
  if (factor === "open") return stillOpen("equations");
  return factor === 0
    ? no("equation", "The equations are not multiples of each other.")
    : yes("equation", "Both are the same equation up to a constant factor.");
}

function factorOf(a: Node, b: Node, c: Comparing): 1 | -1 | 0 | "open" {
  const pa = toPolynomial(a);
  const pb = pa && toPolynomial(b);
  if (pa && pb) {
    const f = proportion(pa, pb);
    return f === null ? 0 : f.n < 0n ? -1 : 1;
  }
  if ([...variablesOf(a)].sort().join() !== [...variablesOf(b)].sort().join()) return 0;
  return c.engine ? constantFactor(a, b, c.engine) : "open";
}

/** Rule 9 for two inequalities that are not solved intervals: same direction with a positive factor, or both turned. */
export function compareInequalities(pred: Relation, gold: Relation, c: Comparing): Outcome {
  if (pred.terms.length !== 2 || gold.terms.length !== 2)
    return no("inequality", "The inequalities have different forms.", ["unparsed"]);
  const [pl, pr, gl, gr] = [pred.terms[0], pred.terms[1], gold.terms[0], gold.terms[1]].map(nodeOf);
  const [predSign, goldSign] = [pred.ops[0], gold.ops[0]];
  if (!pl || !pr || !gl || !gr || !predSign || !goldSign)
    return no("inequality", "An inequality has sides that cannot be compared.", ["unparsed"]);
  const factor = factorOf(differenceNode(pl, pr), differenceNode(gl, gr), c);
  if (factor === "open") return stillOpen("inequalities");
  if (factor === 0) return no("inequality", "The inequalities are not multiples of each other.");
  const sign = factor > 0 ? predSign : flipped[predSign];
  return sign === goldSign
    ? yes("inequality", "Both are the same inequality.")
    : no("inequality", "Direction or strictness differs.");
}

/** Solution of an inequality or of a chain in one variable as intervals; null when it cannot be solved simply. */
export function solve(r: Relation): { readonly variable: string; readonly set: IntervalSet } | null {
  let total: IntervalSet | null = null;
  let variable: string | null = null;
  for (const [i, op] of r.ops.entries()) {
    const left = nodeOf(r.terms[i]);
    const right = nodeOf(r.terms[i + 1]);
    const step = left && right ? solveStep(left, op, right) : null;
    if (!step || (variable !== null && step.variable !== variable)) return null;
    variable = step.variable;
    total = total ? intersection(total, step.set) : step.set;
    if (!total) return null;
  }
  return total && variable !== null ? { variable, set: total } : null;
}

function solveStep(left: Node, op: RelationSign, right: Node): { variable: string; set: IntervalSet } | null {
  const free = (n: Node): boolean => variablesOf(n).size === 0;
  if (left.op === "var" && free(right)) return { variable: left.name, set: halfLine(op, right) };
  if (right.op === "var" && free(left)) return { variable: right.name, set: halfLine(flipped[op], left) };
  const absolute =
    left.op === "fn" && left.name === "abs" && free(right) ? solveAbsolute(left, op, right) : null;
  if (absolute) return absolute;
  const a = toPolynomial(left);
  const b = a && toPolynomial(right);
  const form = a && b && linear(difference(a, b));
  if (!form) return null;
  const boundary = q.divide(q.negate(form.offset), form.slope);
  if (!boundary) return null;
  return {
    variable: form.variable,
    set: halfLine(form.slope.n < 0n ? flipped[op] : op, { op: "num", value: boundary }),
  };
}

/** |linear| < c and |linear| > c. */
function solveAbsolute(
  left: Node,
  op: RelationSign,
  right: Node,
): { variable: string; set: IntervalSet } | null {
  const inner = left.op === "fn" ? left.args[0] : undefined;
  const bound = evaluateExact(right);
  if (
    !inner ||
    bound.kind !== "value" ||
    bound.value.n <= 0n ||
    (op !== "<" && op !== "<=" && op !== ">" && op !== ">=")
  )
    return null;
  const less = op === "<" || op === "<=" ? op : op === ">" ? "<=" : "<";
  const upper = solveStep(inner, less, right);
  const lower = upper && solveStep({ op: "neg", arg: right }, less, inner);
  const inside = upper && lower && intersection(upper.set, lower.set);
  const set = inside && (less === op ? inside : complement(inside));
  return upper && set ? { variable: upper.variable, set } : null;
}

function halfLine(op: RelationSign, boundary: Node): IntervalSet {
  const at = endpoint(boundary);
  const closed = op === "<=" || op === ">=";
  if (op === "=") return point(boundary);
  if (op === "!=") return complement(point(boundary)) ?? [];
  const set =
    op === "<" || op === "<="
      ? interval(minusInfinity, at, false, closed)
      : interval(at, plusInfinity, closed, false);
  return set ?? [];
}
