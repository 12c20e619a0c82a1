import type { TaskRandom } from "../random.ts";

/** Takes one alternative of every `[a|b|c]`, inner ones first. */
export function resolveChoices(text: string, random: TaskRandom): string {
  let rest = text;
  for (;;) {
    const match = /\[([^[\]]*)\]/.exec(rest);
    if (match === null) return rest;
    const chosen = random.pick((match[1] ?? "").split("|"));
    rest = rest.slice(0, match.index) + chosen + rest.slice(match.index + match[0].length);
  }
}

/** Capital letters at the starts of sentences, `an` before vowels, single blanks. */
export function finishSentences(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ([.,?;])/g, "$1")
    .replace(/\b([Aa]) (?=[aeiou])(?!one\b|uni|use)/g, "$1n ")
    .replace(/(^|[.?!] )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .trim();
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
