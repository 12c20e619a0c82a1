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

/** Words that a clause after `If` can begin with in small letters. */
const clauseStarts = /^(?:Each|Every|A|An|One|The|It|He|She|They|There)\b/;
const clauseNames =
  /^[A-Z][a-z]+ (?:has|gets|buys|gives|pays|saves|sells|shares|adds|needs|makes|reads|earns|takes|spends|drives)\b/;
const clauseMaximum = 110;

/** Joins the last statement and the question: `If each pen costs $3, how much does he pay?` Left alone where that reads badly. */
export function asCondition(text: string): string {
  const sentences = text.split(/(?<=[.?!]) /);
  const question = sentences.at(-1);
  const statement = sentences.at(-2);
  if (question === undefined || statement === undefined || statement.length > clauseMaximum) return text;
  if (!/^(?:How|What|After|By|At|In)\b/.test(question)) return text;
  const isPlain = clauseStarts.test(statement);
  if (!isPlain && !clauseNames.test(statement)) return text;
  const clause = (isPlain ? small(statement) : statement).replace(/\.$/, "");
  return [...sentences.slice(0, -2), `If ${clause}, ${small(question)}`].join(" ");
}

const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
