import type { GradingProfile, Question, Verdict } from "../../contract/entities.ts";
import { variablesOf } from "./algebra.ts";
import { goldLetter } from "./choice.ts";
import type { Extraction, ExtractionOptions } from "./extraction/extractAnswer.ts";
import { extractAnswer } from "./extraction/extractAnswer.ts";
import { judge } from "./graders.ts";
import { readPair } from "./readPair.ts";
import { stripDelimiters } from "./tokens.ts";
import type { Decision, GradingOptions, SymbolicEngine } from "./types.ts";

export { extractAnswer } from "./extraction/extractAnswer.ts";
export { extractJudgement } from "./extraction/judgement.ts";
export { groupAnswers } from "./groupAnswers.ts";
export { graderVersion } from "./version.ts";

/** What the caller may set about one response. */
export interface ResponseOptions extends Omit<ExtractionOptions, "numericGold" | "answerKind"> {
  readonly profile?: GradingProfile;
}

/** The parts of a question that grading looks at. */
export type GradedQuestion = Pick<Question, "gold" | "answerKind"> &
  Partial<Pick<Question, "options" | "alternatives" | "tolerance">>;

/**
 * Compares an extracted answer with the gold and its alternatives (math-grading.md section 4).
 * @returns the decision, or "open" when only the symbolic engine can tell and none was given
 */
export function gradeAnswer(
  pred: string,
  gold: string,
  options: GradingOptions = {},
  engine?: SymbolicEngine,
): Decision | "open" {
  const context = engine ? { options, engine } : { options };
  const first = judge(pred, gold, context);
  if (first !== "open" && (first.correct || !options.alternatives?.length)) return first;
  let open = first === "open";
  for (const alternative of options.alternatives ?? []) {
    const next = judge(pred, alternative, context);
    if (next === "open") open = true;
    else if (next.correct) return next;
  }
  return open ? "open" : first;
}

/** What the equivalence rules need to know of a question. */
export function answerOptions(question: GradedQuestion, profile: GradingProfile): GradingOptions {
  return {
    profile,
    answerKind: question.answerKind === "choice" ? "choice" : "value",
    ...(question.options ? { options: question.options } : {}),
    ...(question.alternatives ? { alternatives: question.alternatives } : {}),
    ...(question.tolerance === undefined ? {} : { tolerance: question.tolerance }),
  };
}

/** Extraction for a question: the last number counts for numeric golds only, a letter for choice golds. */
export function extractFor(
  response: string,
  question: GradedQuestion,
  options: ResponseOptions = {},
): Extraction {
  const choice =
    question.answerKind === "choice" || (question.options?.length ?? 0) > 0 || isChoiceGold(question.gold);
  return extractAnswer(response, {
    ...options,
    answerKind: choice ? "choice" : "value",
    numericGold: !choice && isNumericGold(question.gold),
  });
}

const isChoiceGold = (gold: string): boolean => {
  const letter = goldLetter(gold);
  return letter !== null && letter === letter.toUpperCase();
};

/** Whether a gold is one number, with or without unit, percent or currency sign. */
export function isNumericGold(gold: string): boolean {
  const { value } = readPair("", gold, "thousands").gold;
  if (value.k === "base") return true;
  if (value.k === "relation") return /^[A-Za-z]\s*=\s*-?[\d.,]+$/.test(gold.trim());
  return value.k === "scalar" && variablesOf(value.node).size === 0;
}

/** A full verdict from what was extracted and what was decided about it. */
export function verdictOf(extraction: Extraction, decision: Decision, elapsedMs: number): Verdict {
  return {
    correct: decision.correct,
    extracted: extraction.text,
    method: extraction.method,
    rule: decision.rule,
    reason: decision.reason,
    flags: [...new Set([...extraction.flags, ...decision.flags])],
    predNormal: decision.predNormal,
    goldNormal: decision.goldNormal,
    grader: decision.grader,
    elapsedMs,
  };
}

/** The decision about a response without an answer. */
export function noAnswer(gold: string, extraction: Extraction): Decision {
  const cut = extraction.flags.includes("cut_box")
    ? "The last box or answer tag was not finished."
    : extraction.flags.includes("cut_thought")
      ? "The thought was cut off before an answer."
      : "No final answer was found in the response.";
  return {
    correct: false,
    rule: "none",
    grader: "text",
    reason: cut,
    flags: [],
    predNormal: "",
    goldNormal: stripDelimiters(gold),
  };
}

/**
 * Extraction and equivalence in one step, without a worker.
 * @returns "open" when the symbolic engine is needed and none was given
 */
export function gradeResponse(
  response: string,
  question: GradedQuestion,
  options: ResponseOptions = {},
  engine?: SymbolicEngine,
): Verdict | "open" {
  const extraction = extractFor(response, question, options);
  if (extraction.text === null) return verdictOf(extraction, noAnswer(question.gold, extraction), 0);
  const decision = gradeAnswer(
    extraction.text,
    question.gold,
    answerOptions(question, options.profile ?? "lenient"),
    engine,
  );
  return decision === "open" ? "open" : verdictOf(extraction, decision, 0);
}

/** How a prediction of unknown form is to be read: a bare answer, or a response that holds one. */
export function readPrediction(pred: string, gold: string, options: ResponseOptions = {}): Extraction {
  const bare: Extraction = { text: pred.trim(), method: "none", flags: [] };
  if (!looksLikeResponse(pred) && !isProseWithNumber(pred, gold)) return bare;
  return extractFor(pred, { gold, answerKind: "value" }, options);
}

/** Words around a number ("pages 10-3") that cannot be read as a value, for a numeric gold. */
function isProseWithNumber(pred: string, gold: string): boolean {
  if (pred.length > 2000 || !/[A-Za-z]{3}/.test(pred) || !/\d/.test(pred) || /\bnot\b|n't\b/i.test(pred))
    return false;
  const { value } = readPair(pred, gold, "thousands").pred;
  return value.k === "text" && isNumericGold(gold);
}

const marks =
  /\bfinal answer\b|\\f?box(?:ed)?(?![A-Za-z])|^\s{0,8}####|<\/?answer>|<\/?think|"(?:final[ _])?answer"\s?:|\banswers?\*{0,2}\s{0,3}(?:is\b|are\b|:|=)|\b(?:option|choice) is\b/im;

/** Boxes, tags, `####`, phrases, or running text of some length. */
export function looksLikeResponse(pred: string): boolean {
  if (marks.test(pred)) return true;
  const start = pred.slice(0, 4000);
  const prose = start.replace(/\\[A-Za-z]+/g, " ");
  const words = prose.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (words >= 7 || (words >= 4 && /\n/.test(pred.trim()))) return true;
  // Formulas with words around them: "Hence $p = 1/2$".
  const outside = stripDelimiters(start).replace(/\$[^$]*\$|\\\([^$]*?\\\)|\\\[[^$]*?\\\]/g, "\u0000");
  return outside.includes("\u0000") && /(?:^|[^A-Za-z\\])(?!and\b|or\b)[A-Za-z]{3,}/.test(outside);
}
