import { wholeLine } from "./intervals.ts";
import { number } from "./nodes.ts";
import type { Token } from "./tokens.ts";
import { isCmd, isSym, isWord } from "./tokenWalk.ts";
import type { Value } from "./values.ts";
import { foldText, numberWord, saysEmpty, wordsOf } from "./words.ts";

const unread: Value = { k: "unread" };

/** "six apples" is six; "twenty-one", "two thirds", "three point five" are not their first word. */
const plainCount = (words: readonly string[]): boolean =>
  !/^(?:hundred|thousand|million|billion|dozen|half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|point|to|over|times|plus|minus|more|less|of)$/i.test(
    words[1] ?? "",
  ) && words.slice(1).every((w) => numberWord(w) === null);

/** Answers that consist of words only. */
export function readWords(tokens: readonly Token[]): Value | null {
  if (tokens.length === 1 && isCmd(tokens[0], "emptyset")) return { k: "empty" };
  if (
    !tokens.every((t) => t.t === "word" || t.t === "let" || isSym(t, "'", "-", ".", ":", "(", ")", "!", "?"))
  )
    return null;
  const words = wordsOf(tokens);
  const wordTokens = tokens.filter((t) => t.t === "word");
  if (wordTokens.length === 0) return null;
  const text = foldText(words.join(" "));
  if (saysEmpty(text)) return { k: "empty" };
  if (/^all real(?: number)?s?$/.test(text)) return { k: "intervals", set: wholeLine };
  const [first] = words;
  const named = words.length === 1 && first ? numberWord(first) : null;
  if (named !== null) return { k: "scalar", node: number(named), percent: false };
  const counted = words.length > 1 && first ? numberWord(first) : null;
  if (
    counted !== null &&
    plainCount(words) &&
    tokens[0]?.t === "word" &&
    !tokens.some((t) => isWord(t, "or", "and"))
  )
    return { k: "scalar", node: number(counted), percent: false };
  // A short run of math letters is a product (`ab`, `xyz`), anything else is text.
  const roman = wordTokens.some((t) => t.t === "word" && (t.roman || t.v.length > 3));
  if (!roman && wordTokens.length === 1 && tokens.length === 1) return null;
  if (!roman && wordTokens.every((t) => isWord(t, "and", "or"))) return null;
  if (tokens.some((t) => isWord(t, "and", "or")) && tokens.some((t) => t.t === "let" && !t.roman))
    return null;
  return { k: "text", text };
}

export function wordsOrUnread(tokens: readonly Token[]): Value {
  const words = tokens.filter((t) => t.t === "word" && (t.roman || t.v.length > 3));
  if (words.length === 0) return unread;
  return { k: "text", text: foldText(wordsOf(tokens).join(" ")) };
}
