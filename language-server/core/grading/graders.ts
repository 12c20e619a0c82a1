import type { GradingFlag } from "../../contract/entities.ts";
import { fullLimits, quickLimits } from "./algebra.ts";
import { gradeChoice } from "./choice.ts";
import { compareValues } from "./compareValues.ts";
import type { Node } from "./nodes.ts";
import { literal } from "./nodes.ts";
import { compareNumbers } from "./numbers.ts";
import type { Comparing, Outcome } from "./outcome.ts";
import type { Pair } from "./readPair.ts";
import { longestAnswer, readPair } from "./readPair.ts";
import { stripDelimiters } from "./tokens.ts";
import type { Decision, Grader, GradingContext, Judged } from "./types.ts";
import type { Value } from "./values.ts";
import { foldText } from "./words.ts";

/** Turns an outcome into a decision; `open` stays open. */
export function decided(
  outcome: Outcome,
  grader: string,
  pred: string,
  gold: string,
  flags: readonly GradingFlag[] = [],
): Judged {
  if (outcome.answer === "open") return "open";
  const { rule, reason } = outcome;
  return {
    correct: outcome.answer === "yes",
    rule,
    grader,
    reason,
    flags: [...new Set([...outcome.flags, ...flags])],
    predNormal: pred,
    goldNormal: gold,
  };
}

/** Rules 1, 2 and the length limit: what can be told from the text alone. */
export const textGrader: Grader = {
  id: "text",
  grade(pred, gold) {
    const a = stripDelimiters(pred);
    const b = stripDelimiters(gold);
    const decide = (correct: boolean, reason: string, flags: readonly GradingFlag[] = []): Judged => ({
      correct,
      rule: correct ? "text" : "none",
      grader: "text",
      reason,
      flags,
      predNormal: a.slice(0, longestAnswer),
      goldNormal: b.slice(0, longestAnswer),
    });
    if (a === "") return decide(false, "No answer was given.", ["no_answer"]);
    if (a === b) return decide(true, "The same text.");
    if (a.length > longestAnswer || b.length > longestAnswer) {
      const same = foldText(a) === foldText(b);
      return {
        ...(decide(
          same,
          same ? "The same text." : "The answer is too long to be read as mathematics and its text differs.",
          same ? [] : ["unparsed"],
        ) as Decision),
      };
    }
    return null;
  },
};

/** Rule 3: multiple choice. */
export const choiceGrader: Grader = {
  id: "choice",
  grade(pred, gold, context) {
    return gradeChoice(pred, gold, context, (p, g) => structured(p, g, context, "choice"));
  },
};

/** Rules 4 to 13 and 15 in exact arithmetic; leaves open what needs the symbolic engine. */
export const exactGrader: Grader = {
  id: "exact",
  grade: (pred, gold, context) => structured(pred, gold, { options: context.options }, "exact"),
};

/** Rules 4a and 14 with the symbolic engine; silent without one. */
export const symbolicGrader: Grader = {
  id: "symbolic",
  grade: (pred, gold, context) => (context.engine ? structured(pred, gold, context, "symbolic") : null),
};

export const graders: readonly Grader[] = [textGrader, choiceGrader, exactGrader, symbolicGrader];

/** Commands that our own parser does not know but the engine may. */
const foreign = /\\(?:sum|prod|int|lim|operatorname|det|Gamma|zeta)(?![A-Za-z])/;

/** Digits and a point only: most golds of most benchmarks, so they skip the reader of formulas. */
const plainNumber = /^\s*(-?)(\d{1,300}(?:\.\d{1,300})?)\s*$/;

function plainPair(pred: string, gold: string, context: GradingContext, grader: string): Judged {
  const a = plainNumber.exec(pred);
  const b = a && plainNumber.exec(gold);
  if (!a || !b) return null;
  const node = (m: RegExpExecArray): Node =>
    m[1] === "-" ? { op: "neg", arg: literal(m[2] ?? "0") } : literal(m[2] ?? "0");
  const comparing: Comparing = {
    engine: undefined,
    limits: quickLimits,
    profile: context.options.profile ?? "lenient",
    tolerance: context.options.tolerance,
    complex: false,
  };
  return decided(compareNumbers(node(a), node(b), comparing), grader, pred.trim(), gold.trim());
}

function structured(pred: string, gold: string, context: GradingContext, grader: string): Judged {
  const plain = plainPair(pred, gold, context, grader);
  if (plain) return plain;
  const pair = readPair(pred, gold, "thousands");
  const first = comparePair(pair, pred, gold, context, grader);
  if (first === "open" || first?.correct) return first;
  // A comma may also separate a list: tried when one side has thousands commas and the other is a list.
  const listLike = (v: Value): boolean => v.k === "seq";
  if (
    (pair.pred.hasGroups && listLike(pair.gold.value)) ||
    (pair.gold.hasGroups && listLike(pair.pred.value))
  ) {
    const second = comparePair(readListSide(pred, gold, pair), pred, gold, context, grader, [
      "ambiguous_comma",
    ]);
    if (second === "open" || second?.correct) return second;
  }
  return first;
}

/** Rereads the side with thousands commas as a list; `32, 349` against `32,349` stays a list against a number. */
function readListSide(pred: string, gold: string, pair: Pair): Pair {
  const asList = readPair(pred, gold, "list");
  // Only the gold may ask for a list; a gold with thousands commas is a number.
  return pair.gold.hasGroups ? pair : { ...asList, gold: pair.gold };
}

function comparePair(
  pair: Pair,
  pred: string,
  gold: string,
  context: GradingContext,
  grader: string,
  extra: readonly GradingFlag[] = [],
): Judged {
  const { options, engine } = context;
  const a = pair.pred;
  const b = pair.gold;
  const flags: GradingFlag[] = [...extra, ...(a.ambiguousComma ? (["ambiguous_comma"] as const) : [])];
  const predNormal = a.canonical;
  const goldNormal = b.canonical;
  const decide = (o: Outcome): Judged => decided(o, grader, predNormal, goldNormal, flags);
  if (a.canonical !== "" && a.canonical === b.canonical)
    return decide({ answer: "yes", rule: "text", reason: "The same after normalisation.", flags: [] });
  const comparing: Comparing = {
    engine,
    limits: engine ? fullLimits : quickLimits,
    profile: options.profile ?? "lenient",
    tolerance: options.tolerance,
    complex: pair.complex,
  };
  let left = a.value;
  let right = b.value;
  if ((left.k === "unread" && foreign.test(pred)) || (right.k === "unread" && foreign.test(gold))) {
    if (!engine) return "open";
    left = left.k === "unread" ? byEngine(pred, engine.parse(pred)) : left;
    right = right.k === "unread" ? byEngine(gold, engine.parse(gold)) : right;
  }
  const outcome = compareValues(left, right, comparing);
  if (outcome.answer === "no" && foldedEqual(pred, gold, left, right))
    return decide({ answer: "yes", rule: "text", reason: "The same words.", flags: [] });
  return decide(outcome);
}

const byEngine = (_text: string, node: ReturnType<NonNullable<GradingContext["engine"]>["parse"]>): Value =>
  node ? { k: "scalar", node, percent: false } : { k: "unread" };

const shortWords = new Set(["no", "up", "on", "in"]);

/** Rule 15: the same words in any case. Short letter runs (`ab`, `AB`) are products, not words. */
function foldedEqual(pred: string, gold: string, predValue: Value, goldValue: Value): boolean {
  const fold = (s: string): string =>
    foldText(
      s.replace(/\\(?:text|textbf|textit|mathrm|mathbf|mbox|textnormal|operatorname)(?![A-Za-z])/g, " "),
    );
  const a = fold(pred);
  if (a === "" || a !== fold(gold)) return false;
  if (goldValue.k === "text" || predValue.k === "text") return true;
  return (
    /^[a-z]+$/.test(a) &&
    /^[^\d\\]*$/.test(gold) &&
    (a.length >= 3 || shortWords.has(a)) &&
    goldValue.k === "scalar"
  );
}

/**
 * Runs the graders in order; the first that decides wins. "open" means that only the symbolic engine can tell and
 * there is none in this context.
 */
export function judge(pred: string, gold: string, context: GradingContext): Decision | "open" {
  let open = false;
  for (const grader of graders) {
    const judged = grader.grade(pred, gold, context);
    if (judged === "open") open = true;
    else if (judged) return judged;
  }
  if (open && !context.engine) return "open";
  return {
    correct: false,
    rule: "none",
    grader: "text",
    reason: "The two answers could not be compared.",
    flags: ["unparsed"],
    predNormal: stripDelimiters(pred).slice(0, longestAnswer),
    goldNormal: stripDelimiters(gold).slice(0, longestAnswer),
  };
}
