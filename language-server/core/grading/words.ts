import type { Token } from "./tokens.ts";

const numberWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** Value of a number word up to twenty, or null. */
export function numberWord(word: string): number | null {
  const at = numberWords.indexOf(word.toLowerCase());
  return at < 0 ? null : at;
}

const emptyPhrases = new Set([
  "no solution",
  "no solutions",
  "none",
  "empty set",
  "the empty set",
  "no real solution",
  "no real solutions",
  "no such number",
  "no such numbers",
  "null set",
  "no roots",
  "no real roots",
  "there is no solution",
  "there are no solutions",
  "no values",
  "no value",
  "no integer solutions",
  "no integer solution",
]);

/** Whether a text says that there is nothing (rule 7). */
export const saysEmpty = (folded: string): boolean => emptyPhrases.has(folded);

/** Case folded, articles, punctuation and spare spaces removed (3 step 8). */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.,;:!?'"`{}()[\]\\$_*-]/g, " ")
    .split(/\s+/)
    .filter((w) => w !== "" && w !== "a" && w !== "an" && w !== "the")
    .join(" ");
}

/** Words of a token list for folding; empty when anything but words is in it. */
export function wordsOf(tokens: readonly Token[]): string[] {
  const out: string[] = [];
  for (const token of tokens) {
    if (token.t === "word" || token.t === "let") out.push(token.v);
    else if (token.t === "grp") out.push(...wordsOf(token.items));
    else if (token.t === "num") out.push(token.v);
    else if (token.t === "cmd" && /^[a-z]+$/i.test(token.v) && token.v !== "ldots") out.push(token.v);
  }
  return out;
}

const leadIns = new Set([
  "is",
  "are",
  "equals",
  "equal",
  "about",
  "approximately",
  "roughly",
  "exactly",
  "only",
  "be",
  "to",
  "approx",
  "was",
  "answer",
  "around",
  "total",
]);

/** Number of leading tokens that only introduce the value ("The answer is", "about"); 0 when there are none. */
export function leadInLength(tokens: readonly Token[]): number {
  let length = 0;
  for (let i = 0; i < tokens.length - 1 && i < 24; i++) {
    const token = tokens[i];
    if (token?.t === "sym" && token.v === ":" && i > 0 && tokens[i - 1]?.t === "word") return i + 1;
    if (token?.t !== "word" && token?.t !== "let") break;
    if (token.t === "let" && !(token.roman || token.sp || /^[aAI]$/.test(token.v))) break;
    if (token.t === "word" && leadIns.has(token.v.toLowerCase())) length = i + 1;
  }
  return length;
}
