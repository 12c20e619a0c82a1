import { variablesOf } from "./algebra.ts";
import { decimalForm } from "./nodes.ts";
import { readValue } from "./readValue.ts";
import type { CommaReading, Token } from "./tokens.ts";
import { canonicalText, tokenise } from "./tokens.ts";
import { isKnownUnit } from "./units.ts";
import type { ReadAnswer, Reading, Value } from "./values.ts";

/** Answers longer than this are compared as text only (math-grading.md 4, limits). */
export const longestAnswer = 2000;

const some = (tokens: readonly Token[], test: (t: Token) => boolean): boolean =>
  tokens.some((t) => test(t) || (t.t === "grp" && some(t.items, test)));

/** Letters used as variables in math mode; `\text` letters, words and spaced units are none. */
function mathLetters(tokens: readonly Token[], into: Set<string> = new Set()): Set<string> {
  for (const [at, t] of tokens.entries()) {
    const tail = at === tokens.length - 1;
    // "36 km/h": everything from the unit on is no formula.
    if (t.t === "word" && t.sp && isKnownUnit(t.v) && tokens[at - 1]?.t === "num") break;
    if (t.t === "let" && !t.roman && !(t.sp && tail)) into.add(t.v);
    else if (t.t === "word" && !t.roman && t.v.length <= 3 && !(tail && isKnownUnit(t.v)))
      for (const c of t.v) into.add(c);
    else if (t.t === "grp") mathLetters(t.items, into);
  }
  return into;
}

const isImaginary = (t: Token): boolean =>
  (t.t === "let" && t.v === "i") || (t.t === "word" && !t.roman && t.v.length === 2 && t.v.includes("i"));
const unread: Value = { k: "unread" };

function readOne(tokens: readonly Token[] | null, reading: Reading): ReadAnswer {
  if (!tokens) return { value: unread, canonical: "", tokens: [], ambiguousComma: false, hasGroups: false };
  return {
    value: readValue(tokens, reading),
    canonical: canonicalText(tokens),
    tokens,
    ambiguousComma: bracketComma(tokens),
    hasGroups: some(tokens, (t) => t.t === "num" && t.groups !== undefined),
  };
}

/** `(1,000,2)`: a comma between brackets that could also separate thousands. */
function bracketComma(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.some((t, i) => {
    if (t.t === "sym" && (t.v === "(" || t.v === "[" || t.v === "\\{")) depth++;
    if (t.t === "sym" && (t.v === ")" || t.v === "]" || t.v === "\\}")) depth--;
    const next = tokens[i + 1];
    const last = tokens[i - 1];
    return (
      depth > 0 &&
      t.t === "sym" &&
      t.v === "," &&
      last?.t === "num" &&
      next?.t === "num" &&
      !next.sp &&
      /^\d{3}$/.test(next.v) &&
      /^\d{1,3}$/.test(last.v)
    );
  });
}

export interface Pair {
  readonly pred: ReadAnswer;
  readonly gold: ReadAnswer;
  /** The gold is about complex numbers. */
  readonly complex: boolean;
}

/**
 * Reads both answers, each with an eye on the other (3.2): variables against units, `i`, the base of `\log`, decimal
 * commas, thousands commas against lists.
 */
export function readPair(predText: string, goldText: string, reading: CommaReading): Pair {
  const goldTokens = tokenise(goldText, reading);
  const predTokens = tokenise(predText, reading);
  const gold = goldTokens ?? [];
  const pred = predTokens ?? [];
  // The gold decides what a bare logarithm means: with `\\ln` in it, `\\log` of the prediction is natural too.
  const naturalLog = some(gold, (t) => t.t === "cmd" && t.v === "ln");
  const complex = some(gold, isImaginary);
  const goldRead = readOne(goldTokens, {
    imaginary: complex,
    naturalLog,
    variables: mathLetters(pred),
    looseUnits: false,
  });
  const reread = decimalComma(predText, goldRead.value);
  const predReading: Reading = {
    imaginary: complex,
    naturalLog,
    variables: mathLetters(gold),
    looseUnits: plainNumber(goldRead.value),
  };
  const predRead = readOne(reread ? tokenise(reread, reading) : predTokens, predReading);
  return { pred: predRead, gold: goldRead, complex };
}

const plainNumber = (value: Value): boolean => value.k === "scalar" && variablesOf(value.node).size === 0;

/** `3,5` for a decimal gold (3 step 4); null when it does not apply. */
function decimalComma(pred: string, gold: Value): string | null {
  if (gold.k !== "scalar" || !decimalForm(gold.node)) return null;
  return /^\s*[-−]?\d+,\d{1,2}\s*$/.test(pred) ? pred.replace(",", ".") : null;
}
