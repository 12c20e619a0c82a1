import { variablesOf } from "./algebra.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { all, no, yes } from "./outcome.ts";
import { compareNodes } from "./scalars.ts";
import type { Value } from "./values.ts";

/** Rule 12: digits and base; without a subscript the digits must be the same. */
export function compareBases(pred: Value, gold: Value): Outcome {
  const digits = (v: Value): { digits: string; base: string | null } | null => {
    if (v.k === "base") return v;
    const plain = v.k === "scalar" && v.node.op === "num" && !v.node.decimal && v.node.value.d === 1n;
    return plain && v.node.op === "num" ? { digits: v.node.value.n.toString(), base: null } : null;
  };
  const a = digits(pred);
  const b = digits(gold);
  if (!a || !b) return no("base", "Only one side is a number in a base.");
  if (a.base !== null && b.base !== null && a.base !== b.base)
    return no("base", "The numbers are written in different bases.");
  return a.digits === b.digits
    ? yes("base", "The same digits in the same base.")
    : no("base", "The digits differ.");
}

/** Rule 13 and clock times. */
export function compareRatios(pred: Value, gold: Value, c: Comparing): Outcome {
  if (pred.k === "ratio" && gold.k === "ratio" && pred.clock !== null && gold.clock !== null) {
    const bare = (s: string): string => s.replace(/[ap]$/, "");
    const half = /[ap]$/.test(gold.clock);
    const equal = half
      ? gold.clock === pred.clock || gold.clock.slice(0, -1) === pred.clock
      : bare(pred.clock) === gold.clock;
    return equal ? yes("text", "The same clock time.") : no("text", "The clock times differ.");
  }
  const a = pred.k === "ratio" ? pred.terms : null;
  const b = gold.k === "ratio" ? gold.terms : null;
  if (a && b) {
    if (a.length !== b.length || a.length < 2)
      return no("ratio", "The ratios have a different number of terms.");
    const [a0, b0] = [a[0], b[0]];
    const outcomes = a.slice(1).map((x, i) => {
      const y = b[i + 1];
      return a0 && b0 && y
        ? compareNodes({ op: "mul", args: [a0, y] }, { op: "mul", args: [b0, x] }, c)
        : no("ratio", "A term is missing.");
    });
    const zero = [...a, ...b].some((n) => n.op === "num" && n.value.n === 0n);
    return zero
      ? no("ratio", "A ratio with zero is compared as text only.")
      : all(outcomes, "ratio", "The ratios are proportional.", "The ratios are not proportional.");
  }
  const terms = a ?? b;
  const other = a ? gold : pred;
  const [x, y] = terms ?? [];
  if (terms?.length !== 2 || !x || !y || other.k !== "scalar")
    return no("ratio", "Only one side is a ratio.");
  // `2:3` accepts 2/3; a whole number is not a ratio unless the second term divides.
  if (variablesOf(other.node).size > 0 && variablesOf(x).size + variablesOf(y).size === 0)
    return no("ratio", "Only one side is a ratio.");
  const fraction = { op: "div" as const, a: x, b: y };
  const outcome = a ? compareNodes(fraction, other.node, c) : compareNodes(other.node, fraction, c);
  return outcome.answer === "yes"
    ? { ...outcome, rule: "ratio", reason: "The fraction has the value of the ratio." }
    : outcome;
}
