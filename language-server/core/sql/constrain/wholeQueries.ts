import { sqlTokens } from "../tokens.ts";
import type { QueryAutomaton } from "./queryAutomaton.ts";

const clauses = new Set(
  "WHERE GROUP HAVING ORDER LIMIT UNION INTERSECT EXCEPT JOIN LEFT INNER CROSS".split(" "),
);

/** Beginnings of a text that are whole queries and end where a clause begins; the longest first. */
export function wholeQueries(automaton: QueryAutomaton, text: string): string[] {
  const ends = sqlTokens(text, automaton.dialect)
    .tokens.filter(({ kind, text: word }) => kind === "word" && clauses.has(word.toUpperCase()))
    .map(({ start }) => text.slice(0, start).trimEnd());
  return [...new Set(ends)]
    .reverse()
    .filter((beginning) => automaton.start().extended(beginning)?.isComplete === true);
}
