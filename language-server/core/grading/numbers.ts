import type { Exact } from "./algebra.ts";
import { evaluateExact, structuralKey, variablesOf } from "./algebra.ts";
import { compareHuge } from "./hugeNumbers.ts";
import type { DecimalForm, Node } from "./nodes.ts";
import { decimalForm } from "./nodes.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { no, stillOpen, yes } from "./outcome.ts";
import type { Rational } from "./rational.ts";
import * as q from "./rational.ts";
import { compareClosedForms, realValue } from "./symbolic/closedForms.ts";

const within = (a: Rational, b: Rational, tolerance: Rational): boolean =>
  q.compare(q.absolute(q.subtract(a, b)), tolerance) <= 0;
const relative = (a: Rational, gold: Rational, n: bigint): boolean => {
  const tolerance = q.divide(q.absolute(gold), q.integer(n));
  return tolerance !== null && !q.isZero(gold) && within(a, gold, tolerance);
};

/** Decimal with a fraction part; `27.0` counts as the integer 27 (golds converted from floats). */
const properDecimal = (form: DecimalForm | null, value: Rational | null): DecimalForm | null =>
  form && value && q.isInteger(value) && form.places <= 1 ? null : form;

/** Rule 4 for two expressions without variables. */
export function compareNumbers(pred: Node, gold: Node, c: Comparing): Outcome {
  const a = evaluateExact(pred, c.limits);
  const b = evaluateExact(gold, c.limits);
  if (a.kind === "value" && b.kind === "value") return compareRationals(pred, gold, a.value, b.value, c);
  if (a.kind === "infinite" || b.kind === "infinite") {
    const equal = structuralKey(pred) === structuralKey(gold);
    return equal
      ? yes("number_exact", "Both are infinite with the same sign.")
      : no("number_exact", "Only one side is infinite, or the signs differ.");
  }
  if (a.kind === "undefined" || b.kind === "undefined")
    return no("number_exact", "One side has no value (division by zero).", ["unparsed"]);
  if (a.kind === "huge" || b.kind === "huge") return compareHuge(pred, gold, c);
  if (structuralKey(pred) === structuralKey(gold)) return yes("symbolic", "Both are the same closed form.");
  return compareMixed(pred, gold, a, b, c);
}

function compareRationals(pred: Node, gold: Node, a: Rational, b: Rational, c: Comparing): Outcome {
  if (q.equals(a, b)) {
    if (c.profile === "reward" && !inLowestTerms(pred))
      return no("number_exact", "Equal, but not in lowest terms, which this profile demands.");
    return yes("number_exact", "Both are exactly the same number.");
  }
  if (c.tolerance !== undefined) {
    const tolerance = q.parseDecimal(String(c.tolerance));
    return tolerance && within(a, b, tolerance)
      ? yes("number_tolerance", `Within the tolerance ${c.tolerance} of the data set.`)
      : no("number_tolerance", `Outside the tolerance ${c.tolerance} of the data set.`);
  }
  const predForm = decimalForm(pred);
  const goldForm = properDecimal(decimalForm(gold), b);
  const goldInteger = q.isInteger(b) && goldForm === null;
  if (predForm === null && goldForm === null) return no("number_exact", "The exact values differ.");
  if (goldInteger) {
    return relative(a, b, 1_000_000n)
      ? yes("number_tolerance", "The integer expected, up to float noise below one millionth.")
      : no("number_exact", "The answer expected is an integer and the decimal given is another number.");
  }
  if (predForm && goldForm) {
    return relative(a, b, 10_000n)
      ? yes("number_tolerance", "Two decimals that agree to one part in ten thousand.")
      : no("number_tolerance", "Two decimals that differ by more than one part in ten thousand.");
  }
  return predForm ? roundedPrediction(a, predForm, b) : roundedGold(a, b, goldForm);
}

/** Rule 4c: the gold is exact, the prediction a decimal. */
function roundedPrediction(a: Rational, form: DecimalForm, gold: Rational): Outcome {
  if (form.digits < 4)
    return no(
      "number_tolerance",
      "The exact value is asked for; a decimal counts with at least four significant digits.",
    );
  if (Math.abs(form.places) > 2000)
    return no("number_tolerance", "The decimal given is not the exact value.");
  const fits =
    q.equals(q.roundAt(gold, form.places, "round"), a) || q.equals(q.roundAt(gold, form.places, "cut"), a);
  return fits
    ? yes("number_tolerance", `The exact value gives this decimal at ${form.places} decimal places.`)
    : no("number_tolerance", "The exact value does not round to the decimal given.");
}

/** Rule 4d: the gold is a decimal, the prediction exact. */
function roundedGold(a: Rational, gold: Rational, form: DecimalForm | null): Outcome {
  if (!form || form.digits < 3)
    return no(
      "number_tolerance",
      "The decimal expected has too few digits to accept an exact value near it.",
    );
  if (Math.abs(form.places) > 2000)
    return no("number_tolerance", "The exact value given is not the decimal expected.");
  return q.equals(q.roundAt(a, form.places, "round"), gold)
    ? yes("number_tolerance", "The exact value given rounds to the decimal expected.", ["rounded_gold"])
    : no("number_tolerance", "The exact value given does not round to the decimal expected.");
}

/** At least one side is a closed form without an exact rational value. */
function compareMixed(pred: Node, gold: Node, a: Exact, b: Exact, c: Comparing): Outcome {
  const predForm = decimalForm(pred);
  const goldForm = b.kind === "value" ? properDecimal(decimalForm(gold), b.value) : null;
  if (a.kind === "value" && predForm && c.tolerance === undefined) {
    if (predForm.digits < 4 && !q.isInteger(a.value)) {
      return no(
        "number_tolerance",
        "The exact value is asked for; a decimal counts with at least four significant digits.",
      );
    }
    if (!c.engine) return stillOpen("closed form against decimal");
    const exact = realValue(gold, c.engine);
    return exact
      ? roundedPrediction(a.value, predForm, exact)
      : no("none", "The expected closed form could not be evaluated.", ["unparsed"]);
  }
  if (b.kind === "value" && goldForm && c.tolerance === undefined) {
    if (goldForm.digits < 3)
      return no(
        "number_tolerance",
        "The decimal expected has too few digits to accept an exact value near it.",
      );
    if (!c.engine) return stillOpen("decimal against closed form");
    const exact = realValue(pred, c.engine);
    return exact
      ? roundedGold(exact, b.value, goldForm)
      : no("none", "The closed form given could not be evaluated.", ["unparsed"]);
  }
  if (!c.engine) return stillOpen("closed forms");
  const tolerance = c.tolerance === undefined ? null : q.parseDecimal(String(c.tolerance));
  if (tolerance) {
    const left = a.kind === "value" ? a.value : realValue(pred, c.engine);
    const right = b.kind === "value" ? b.value : realValue(gold, c.engine);
    if (left && right && within(left, right, tolerance))
      return yes("number_tolerance", `Within the tolerance ${c.tolerance} of the data set.`);
  }
  return compareClosedForms(pred, gold, c.engine);
}

/** Whether a written fraction is reduced; other forms are not fractions and pass. */
function inLowestTerms(node: Node): boolean {
  if (node.op === "neg") return inLowestTerms(node.arg);
  if (node.op !== "div" || !node.literal) return true;
  const top = evaluateExact(node.a);
  const bottom = evaluateExact(node.b);
  if (
    top.kind !== "value" ||
    bottom.kind !== "value" ||
    !q.isInteger(top.value) ||
    !q.isInteger(bottom.value)
  )
    return true;
  return q.greatestCommonDivisor(top.value.n, bottom.value.n) === 1n && bottom.value.n !== 1n;
}

export const hasVariables = (node: Node): boolean => variablesOf(node).size > 0;
