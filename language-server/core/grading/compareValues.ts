import type { GradingRule } from "../../contract/entities.ts";
import { asIntervals } from "./asIntervals.ts";
import type { IntervalSet } from "./intervals.ts";
import { intersection, union } from "./intervals.ts";
import { matchLists, matchSets } from "./matching.ts";
import { compareBases, compareRatios } from "./notations.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import { all, no, stillOpen, yes } from "./outcome.ts";
import type { Relation } from "./relations.ts";
import { assigned, compareEquations, compareInequalities, isEquation, solve } from "./relations.ts";
import { compareNodes, compareScalars } from "./scalars.ts";
import type { Value } from "./values.ts";

type Seq = Extract<Value, { k: "seq" }>;

/** Rules 4 to 14: compares two answers that have been read. The gold decides between several readings. */
export function compareValues(pred: Value, gold: Value, c: Comparing, depth = 0): Outcome {
  if (depth > 40) return no("none", "Nested too deeply.", ["unparsed"]);
  if (gold.k === "unread") return no("none", "The expected answer could not be read.", ["unparsed"]);
  if (pred.k === "unread") return no("none", "The answer given could not be read.", ["unparsed"]);
  if (pred.k === "relation" && gold.k === "relation" && isEquation(pred) && isEquation(gold))
    return compareTwoEquations(pred, gold, c, depth);
  const intervals = compareAsIntervals(pred, gold, c);
  if (intervals) return intervals;
  if (pred.k === "relation" && gold.k === "relation") return compareInequalities(pred, gold, c);
  if (gold.k === "relation" && isEquation(gold)) return againstBare(gold, pred, "gold", c, depth);
  if (pred.k === "relation" && isEquation(pred)) return againstBare(pred, gold, "pred", c, depth);
  if (gold.k === "member") return compareValues(pred, gold.set, c, depth + 1);
  if (pred.k === "member") return compareValues(pred.set, gold, c, depth + 1);
  if (gold.k === "matrix" || pred.k === "matrix") return compareMatrices(pred, gold, c, depth);
  if (gold.k === "base" || pred.k === "base") return compareBases(pred, gold);
  if (gold.k === "ratio" || pred.k === "ratio") return compareRatios(pred, gold, c);
  if (gold.k === "empty" || pred.k === "empty")
    return gold.k === pred.k
      ? yes("set", "Both say that there is nothing.")
      : no("set", "Only one side is the empty set.");
  if (gold.k === "seq" || pred.k === "seq") return compareSequences(pred, gold, c, depth);
  if (gold.k === "text" || pred.k === "text") {
    const equal = gold.k === "text" && pred.k === "text" && gold.text === pred.text;
    return equal ? yes("text", "The same words.") : no("text", "The words differ.");
  }
  if (gold.k === "scalar" && pred.k === "scalar") return compareScalars(pred, gold, c);
  return no("none", "The two answers are of different kinds.");
}

function compareTwoEquations(pred: Relation, gold: Relation, c: Comparing, depth: number): Outcome {
  const a = assigned(pred);
  const b = assigned(gold);
  if (a && b && (a.name === b.name || a.name === null || b.name === null)) {
    const outcome = compareValues(a.value, b.value, c, depth + 1);
    if (outcome.answer !== "no") return outcome;
  }
  return compareEquations(pred, gold, c);
}

/** Rule 10: an assignment against a bare value compares the value; a true equation never equals a bare value. */
function againstBare(
  equation: Relation,
  bare: Value,
  side: "pred" | "gold",
  c: Comparing,
  depth: number,
): Outcome {
  const value = assigned(equation);
  if (!value) return no("equation", "An equation is not the same as a bare value.");
  // `x = 5` against `x > 5`: a relation of another kind.
  if (bare.k === "relation") return no("equation", "One side is an equation, the other an inequality.");
  return side === "gold"
    ? compareValues(bare, value.value, c, depth + 1)
    : compareValues(value.value, bare, c, depth + 1);
}

/** Whether a value can only be meant as a set of numbers on the line. */
const isLine = (v: Value): boolean =>
  v.k === "intervals" ||
  (v.k === "member" && asIntervals(v) !== null && v.set.k !== "scalar") ||
  (v.k === "relation" && !isEquation(v)) ||
  (v.k === "seq" && v.style === "bare" && v.items.length > 0 && v.items.every((i) => isLine(i)));

function lineOf(v: Value): { readonly variable: string | null; readonly set: IntervalSet } | null {
  if (v.k === "relation") return isEquation(v) ? null : solve(v);
  if (v.k === "seq" && v.style === "set" && v.items.length === 1 && v.items[0] && isLine(v.items[0]))
    return lineOf(v.items[0]);
  if (v.k === "seq" && v.style === "bare") {
    const parts = v.items.map(lineOf);
    const sets = parts.map((p) => p?.set ?? null);
    if (sets.some((s) => s === null)) return null;
    const known = sets.filter((s) => s !== null);
    const relations = v.items.every((i) => i.k === "relation");
    const both =
      relations && v.joiner !== "or"
        ? known.reduce<IntervalSet | null>((t, s) => (t ? intersection(t, s) : s), null)
        : null;
    // "x > 2 and x < 5" is an interval, "x < 2, x > 5" can only be a union.
    const set = both && (both.length > 0 || v.joiner === "and") ? both : union(...known);
    const variable = parts[0]?.variable ?? null;
    return set && parts.every((p) => (p?.variable ?? null) === variable) ? { variable, set } : null;
  }
  const set = asIntervals(v);
  return set ? { variable: v.k === "member" && v.name !== "" ? v.name : null, set } : null;
}

/** Rule 8 and the solved inequalities of rule 9; null when the pair is not about sets on the line. */
function compareAsIntervals(pred: Value, gold: Value, c: Comparing): Outcome | null {
  if (!isLine(gold) && !isLine(pred)) return null;
  const bothInequalities = pred.k === "relation" && gold.k === "relation";
  const rule: GradingRule = bothInequalities ? "inequality" : "interval";
  const a = lineOf(pred);
  const b = lineOf(gold);
  if (!a || !b)
    return bothInequalities ? null : no(rule, "Only one side is an interval or a solved inequality.");
  if (a.variable !== null && b.variable !== null && a.variable !== b.variable)
    return no(rule, "The conditions are about different variables.");
  if (c.profile === "reward" && pred.k === "relation" && gold.k !== "relation")
    return no(rule, "An interval was asked for, not an inequality.");
  if (a.set.length !== b.set.length) return no(rule, "The sets have a different number of pieces.");
  const outcomes: Outcome[] = [];
  for (const [i, x] of a.set.entries()) {
    const y = b.set[i];
    if (!y) continue;
    if (x.lowClosed !== y.lowClosed || x.highClosed !== y.highClosed)
      return no(rule, "An end point belongs to one set and not to the other.");
    for (const [p, g] of [
      [x.low, y.low],
      [x.high, y.high],
    ] as const) {
      if (p.node && g.node) outcomes.push(compareNodes(p.node, g.node, c));
      else if (p.at !== g.at) return no(rule, "One set is bounded where the other is not.");
    }
  }
  return all(
    outcomes,
    rule,
    bothInequalities ? "Both inequalities have the same solutions." : "Both are the same set of numbers.",
    "An end point differs.",
  );
}

/** Names are dropped when all elements have the same name or none has one (rule 7). */
function unwrapped(items: readonly Value[]): readonly Value[] {
  const inner = items.map((i) => (i.k === "relation" ? assigned(i) : null));
  const names = new Set(inner.map((a) => a?.name ?? null));
  if (inner.every((a) => a !== null) && names.size === 1)
    return inner.map((a) => a?.value ?? { k: "unread" });
  // `x = 3, 4`: the name stands for the whole list.
  const [first, ...rest] = items;
  const head = inner[0];
  return head && first && rest.every((i) => i.k === "scalar") ? [head.value, ...rest] : items;
}

/** `x=1, y=2` as a tuple in the order of the names; null unless every element names another unknown. */
function namedTuple(v: Value): readonly Value[] | null {
  if (v.k !== "seq" || v.style !== "bare") return null;
  const parts = v.items
    .map((i) => (i.k === "relation" ? assigned(i) : null))
    .map((a) => (a?.name ? { name: a.name.replace("\\", ""), value: a.value } : null));
  const named = parts.filter((p) => p !== null);
  if (named.length !== v.items.length || new Set(named.map((n) => n.name)).size !== named.length) return null;
  return [...named].sort((a, b) => (a.name < b.name ? -1 : 1)).map((n) => n.value);
}

const isTuple = (v: Value): v is Seq => v.k === "seq" && (v.style === "paren" || v.style === "brack");

function compareSequences(pred: Value, gold: Value, c: Comparing, depth: number): Outcome {
  const predTuple = isTuple(pred) ? pred.items : isTuple(gold) ? namedTuple(pred) : null;
  const goldTuple = isTuple(gold) ? gold.items : isTuple(pred) ? namedTuple(gold) : null;
  if (isTuple(gold) && isTuple(pred) && gold.style !== pred.style && asIntervals(gold) && asIntervals(pred)) {
    return no("interval", "An end point belongs to one interval and not to the other.");
  }
  if (predTuple && goldTuple) return compareTuples(predTuple, goldTuple, c, depth);
  if (gold.k !== "seq") return singleGold(pred as Seq, gold, c, depth);
  if (pred.k !== "seq") {
    const [only] = gold.items;
    if (gold.items.length === 1 && only && gold.style !== "paren")
      return compareValues(pred, only, c, depth + 1);
    return no("set", `${gold.items.length} values are expected, one was given.`);
  }
  if (isTuple(gold) || isTuple(pred)) {
    if (gold.style === "set" || pred.style === "set") return no("tuple", "A set has no order, a tuple has.");
    return compareTuples(pred.items, gold.items, c, depth);
  }
  return compareCollections(pred, gold, c, depth);
}

/** Rule 2: several values for a single-valued gold are a hedge, unless all of them are the one expected. */
function singleGold(pred: Seq, gold: Value, c: Comparing, depth: number): Outcome {
  const outcomes = pred.items.map((i) => compareValues(i, gold, c, depth + 1));
  const alternatives = pred.style === "bare" && pred.joiner === "or";
  const single = pred.items.length === 1 && pred.style !== "paren";
  if ((alternatives || single) && outcomes.every((o) => o.answer === "yes"))
    return outcomes[0] ?? no("none", "Nothing was given.");
  if ((alternatives || single) && outcomes.every((o) => o.answer !== "no")) return stillOpen("alternatives");
  return no("set", "One value is expected, several were given.", alternatives ? ["hedged"] : []);
}

function compareTuples(pred: readonly Value[], gold: readonly Value[], c: Comparing, depth: number): Outcome {
  if (pred.length !== gold.length)
    return no("tuple", `${gold.length} entries are expected, ${pred.length} were given.`);
  const outcomes = gold.map((g, i) => compareValues(pred[i] ?? { k: "unread" }, g, c, depth + 1));
  return all(outcomes, "tuple", "Every entry agrees, in order.", "An entry differs.");
}

const maxCollection = 200;

/** Rule 7: lists and sets in any order. */
function compareCollections(pred: Seq, gold: Seq, c: Comparing, depth: number): Outcome {
  const left = unwrapped(pred.items);
  const right = unwrapped(gold.items);
  const isSet = gold.style === "set" || pred.style === "set";
  if (!isSet && left.length !== right.length)
    return no("set", `${right.length} values are expected, ${left.length} were given.`);
  if (left.length > maxCollection || right.length > maxCollection)
    return no("set", "Too many values to compare.", ["unparsed"]);
  const outcomes = left.map((p) => right.map((g) => compareValues(p, g, c, depth + 1)));
  const answers = outcomes.map((row) => row.map((o) => o.answer));
  const answer = isSet ? matchSets(answers, right.length) : matchLists(answers, right.length);
  if (answer === "open") return stillOpen("elements");
  const flags = [
    ...new Set(
      outcomes
        .flat()
        .filter((o) => o.answer === "yes")
        .flatMap((o) => o.flags),
    ),
  ];
  return answer === "yes"
    ? yes("set", "The same values, in any order.", flags)
    : no("set", "The values do not pair up with those expected.");
}

function compareMatrices(pred: Value, gold: Value, c: Comparing, depth: number): Outcome {
  const rowsOf = (v: Value): readonly (readonly Value[])[] | null => (v.k === "matrix" ? v.rows : null);
  const a = rowsOf(pred);
  const b = rowsOf(gold);
  const vector = (rows: readonly (readonly Value[])[]): readonly Value[] | null =>
    rows.length === 1 ? (rows[0] ?? null) : rows.every((r) => r.length === 1) ? rows.flat() : null;
  if (a && b) {
    const sameShape = a.length === b.length && a.every((row, i) => row.length === b[i]?.length);
    if (!sameShape) return no("matrix", "The matrices have different shapes.");
    const cells = b.flatMap((row, i) =>
      row.map((g, j) => compareValues(a[i]?.[j] ?? { k: "unread" }, g, c, depth + 1)),
    );
    return all(cells, "matrix", "Every entry of the matrix agrees.", "An entry of the matrix differs.");
  }
  const matrix = a ?? b;
  const other = a ? gold : pred;
  const entries = matrix && vector(matrix);
  const single = matrix?.length === 1 && matrix[0]?.length === 1 ? matrix[0][0] : undefined;
  if (single && other.k === "scalar")
    return a ? compareValues(single, gold, c, depth + 1) : compareValues(pred, single, c, depth + 1);
  if (matrix && other.k === "seq" && other.style !== "set") {
    // A list of rows stands for the matrix.
    const asRow = (items: readonly Value[]): Value => ({ k: "seq", style: "paren", items, joiner: "comma" });
    const nested = other.items.every(isTuple);
    const ours = entries && !nested ? entries : matrix.map(asRow);
    const theirs = other.items.map((i) => (isTuple(i) ? asRow(i.items) : i));
    const outcome = a ? compareTuples(ours, theirs, c, depth) : compareTuples(theirs, ours, c, depth);
    return { ...outcome, rule: "matrix" };
  }
  return no("matrix", "Only one side is a matrix.");
}
