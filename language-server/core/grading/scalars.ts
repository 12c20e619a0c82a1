import { contains, variablesOf } from "./algebra.ts";
import type { Node } from "./nodes.ts";
import { decimalForm, number } from "./nodes.ts";
import { compareNumbers } from "./numbers.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { no, yes } from "./outcome.ts";
import { difference, toPolynomial } from "./polynomial.ts";
import type { Rational } from "./rational.ts";
import * as q from "./rational.ts";
import { compareBySampling } from "./symbolic/sampling.ts";
import { relateUnits } from "./units.ts";
import type { Value } from "./values.ts";

type Scalar = Extract<Value, { k: "scalar" }>;

/** Two formulas without units: rule 4 for numbers, rule 14 for expressions with variables. */
export function compareNodes(pred: Node, gold: Node, c: Comparing): Outcome {
  const variables = variablesOf(pred, variablesOf(gold));
  if (variables.size === 0) return compareNumbers(pred, gold, c);
  const a = toPolynomial(pred);
  const b = a && toPolynomial(gold);
  if (a && b) {
    return difference(a, b).size === 0
      ? yes("symbolic", "Both expand to the same polynomial.")
      : no("symbolic", "The polynomials differ.");
  }
  return compareBySampling(pred, gold, c.engine, c.complex);
}

/** value * factor; keeps the written form of a decimal when the factor is a power of ten. */
function scaled(node: Node, factor: Rational): Node {
  if (factor.n === 1n && factor.d === 1n) return node;
  const form = decimalForm(node);
  const places = powerOfTen(factor);
  const plain = node.op === "neg" ? node.arg : node;
  if (form && places !== null && plain.op === "num") {
    const value: Node = {
      op: "num",
      value: q.multiply(plain.value, factor),
      decimal: { digits: form.digits, places: form.places - places },
    };
    return node.op === "neg" ? { op: "neg", arg: value } : value;
  }
  return { op: "mul", args: [{ op: "num", value: factor }, node] };
}

function powerOfTen(factor: Rational): number | null {
  const text = (factor.d === 1n ? factor.n : factor.d).toString();
  if (!/^10*$/.test(text) || (factor.d !== 1n && factor.n !== 1n)) return null;
  return factor.d === 1n ? text.length - 1 : 1 - text.length;
}

const hundredth = q.rational(1n, 100n) ?? q.one;
const hasPi = (node: Node): boolean => contains(node, (n) => n.op === "const" && n.name === "pi");
/** A value with pi and without a unit, or in radians. */
const radians = (v: Scalar): boolean => hasPi(v.node) && (!v.unit || /^rad(?:ians?)?$/i.test(v.unit.text));
const inRadians = (node: Node): Node => ({
  op: "div",
  a: { op: "mul", args: [node, { op: "const", name: "pi" }] },
  b: number(180),
});

/** Rules 4, 5 and 14 with units (3.1). */
export function compareScalars(pred: Scalar, gold: Scalar, c: Comparing): Outcome {
  if (pred.percent !== gold.percent) return comparePercent(pred, gold, c);
  const predDegree = pred.unit?.degree ?? false;
  const goldDegree = gold.unit?.degree ?? false;
  if (predDegree !== goldDegree && (predDegree ? radians(gold) : radians(pred))) {
    const outcome = compareNodes(
      predDegree ? inRadians(pred.node) : pred.node,
      goldDegree ? inRadians(gold.node) : gold.node,
      c,
    );
    return outcome.answer === "yes"
      ? { ...outcome, rule: "unit", reason: "Degrees on one side and radians on the other: the same angle." }
      : outcome;
  }
  const relation = relateUnits(pred.unit, gold.unit);
  if (relation.kind === "differ") {
    const same = compareNodes(pred.node, gold.node, c);
    return same.answer === "no" ? same : no("unit", "The units measure different things or differ in size.");
  }
  if (relation.kind === "convert" && !q.equals(relation.a, relation.b)) {
    const outcome = compareNodes(scaled(pred.node, relation.a), scaled(gold.node, relation.b), c);
    return outcome.answer === "open"
      ? outcome
      : { ...outcome, rule: "unit", reason: `After conversion of units: ${outcome.reason}` };
  }
  return compareNodes(pred.node, gold.node, c);
}

/** Rule 5: the side with the percent sign has two readings, the bare side one. */
function comparePercent(pred: Scalar, gold: Scalar, c: Comparing): Outcome {
  const readings = [q.one, hundredth].map((factor) =>
    compareNodes(
      pred.percent ? scaled(pred.node, factor) : pred.node,
      gold.percent ? scaled(gold.node, factor) : gold.node,
      c,
    ),
  );
  const right = readings.find((o) => o.answer === "yes");
  if (right)
    return {
      ...right,
      rule: "percent",
      reason: `With the percent sign read as a figure or as hundredths: ${right.reason}`,
    };
  return (
    readings.find((o) => o.answer === "open") ??
    no("percent", "Neither the figure nor its hundredth part is the value expected.")
  );
}
