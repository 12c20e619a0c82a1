import type { Token } from "./tokens.ts";
import { stripDelimiters, tokenise } from "./tokens.ts";
import type { Decision, GradingContext, Judged } from "./types.ts";

const letters = "ABCDEFGHIJ";

/** What an answer to a choice question says. */
export type ChoiceReading =
  | { readonly kind: "letter"; readonly letter: string; readonly rest: readonly Token[] }
  | { readonly kind: "several" }
  | { readonly kind: "other" };

const isSym = (t: Token | undefined, ...values: string[]): boolean => t?.t === "sym" && values.includes(t.v);
const letterOf = (t: Token | undefined): string | null =>
  t?.t === "let" && letters.includes(t.v.toUpperCase()) ? t.v : null;
const unwrap = (tokens: readonly Token[]): readonly Token[] =>
  tokens.flatMap((t) => (t.t === "grp" ? unwrap(t.items) : [t]));
const lead = new Set(["option", "choice", "answer", "letter", "the", "is", "correct"]);

/** Reads `C`, `(C)`, `C.`, `\textbf{(C)}\ 12`, `option C`; two letters are several answers. */
export function readChoice(text: string): ChoiceReading {
  const tokens = unwrap(tokenise(text) ?? []).filter((t) => !isSym(t, "$", "\\$", '"', "'"));
  let i = 0;
  while (
    i < tokens.length &&
    tokens[i]?.t === "word" &&
    lead.has((tokens[i] as Token & { t: "word" }).v.toLowerCase())
  )
    i++;
  if (isSym(tokens[i], ":")) i++;
  const bracket = isSym(tokens[i], "(", "[", "\\{");
  if (bracket) i++;
  const letter = letterOf(tokens[i]);
  if (letter === null) return { kind: "other" };
  i++;
  const closed = isSym(tokens[i], ")", "]", "\\}");
  if (bracket && !closed) return isSym(tokens[i], ",", "/") ? { kind: "several" } : { kind: "other" };
  if (closed) i++;
  const mark = isSym(tokens[i], ".", ":", ")", "-", "=");
  if (mark) i++;
  const rest = tokens.slice(i);
  const upper = letter.toUpperCase();
  if (rest.length === 0) return { kind: "letter", letter: upper, rest };
  const second = rest.findIndex(
    (t, k) =>
      letterOf(t) !== null &&
      t.t === "let" &&
      t.v === t.v.toUpperCase() &&
      isSeparator(rest[k - 1] ?? tokens[i - 1], rest[k - 2]),
  );
  if (second >= 0 && (isSeparatorStart(rest[0]) || isSym(rest[second + 1], ")", "]", ".", ":")))
    return { kind: "several" };
  if (letter !== upper && !bracket) return { kind: "other" };
  // Without a bracket, a dot or a colon only a value may follow: "A quick look" is no choice.
  if (closed || mark || rest[0]?.t === "num" || rest[0]?.t === "cmd")
    return { kind: "letter", letter: upper, rest };
  return { kind: "other" };
}

const isSeparatorStart = (t: Token | undefined): boolean =>
  isSym(t, ",", "/", ";", "&", "+") || (t?.t === "word" && /^(?:or|and)$/i.test(t.v));
const isSeparator = (t: Token | undefined, before: Token | undefined): boolean =>
  isSeparatorStart(t) || (isSym(t, "(", "[") && isSeparatorStart(before));

/** Text of an option without its letter: `A)21` is `21`. */
export const optionText = (option: string, index: number): string => {
  const match = /^\s*[([]?\s*([A-Ja-j])\s*[)\].:]\s*/.exec(option);
  return match?.[1]?.toUpperCase() === letters[index] && match ? option.slice(match[0].length) : option;
};

/** The letter of a choice gold; null when the gold is no letter. */
export function goldLetter(gold: string): string | null {
  const match =
    /^\s*(?:\\(?:text|textbf|mathrm|mathbf)\s*\{)?\s*[([]?\s*([A-Ja-j])\s*[)\]]?\s*[.)]?\s*\}?\s*$/.exec(
      stripDelimiters(gold),
    );
  return match?.[1] ?? null;
}

/**
 * Rule 3. Applies when the gold is one capital letter A to J, or the question has options.
 * @param compare compares an answer with the text of an option
 */
export function gradeChoice(
  pred: string,
  gold: string,
  context: GradingContext,
  compare: (pred: string, gold: string) => Judged,
): Judged {
  const options = context.options.options ?? [];
  const isChoice = options.length > 0 || context.options.answerKind === "choice";
  const letter = goldLetter(gold);
  if (letter === null || (!isChoice && letter !== letter.toUpperCase())) return null;
  const wanted = letter.toUpperCase();
  const decide = (correct: boolean, reason: string, flags: Decision["flags"] = []): Decision => ({
    correct,
    rule: "choice",
    grader: "choice",
    reason,
    flags,
    predNormal: stripDelimiters(pred).slice(0, 2000),
    goldNormal: wanted,
  });
  const reading = readChoice(pred);
  if (reading.kind === "several")
    return decide(false, "Several options were named; one is expected.", ["hedged"]);
  if (reading.kind === "letter")
    return reading.letter === wanted
      ? decide(true, `Option ${wanted} was chosen.`)
      : decide(false, `Option ${reading.letter} was chosen, ${wanted} is right.`);
  const text = options[letters.indexOf(wanted)];
  if (text === undefined) return decide(false, `No option letter was given; ${wanted} is right.`);
  const judged = compare(pred, optionText(text, letters.indexOf(wanted)));
  if (judged === "open" || judged === null) return judged;
  return judged.correct
    ? decide(true, `The text of option ${wanted} was given.`, judged.flags)
    : decide(false, `This is not the text of option ${wanted}.`, judged.flags);
}
