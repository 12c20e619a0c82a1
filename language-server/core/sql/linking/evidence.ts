import type { IndexedName, LinkIndex, RelatedWord } from "./linkIndex.ts";
import { relatedWords } from "./related.ts";
import { type Phrase, type ValueHit, valuePhrases } from "./values.ts";
import { type QuestionToken, valueKey } from "./words.ts";

/** A phrase of the question that a column holds as a value. */
export interface ValueMatch extends Phrase {
  readonly table: number;
  readonly column: number;
  /** As stored. */
  readonly value: string;
  readonly score: number;
}

/** What the question says about each table and column by itself, before foreign keys are followed. */
export interface Evidence {
  /** Schema words by token. */
  readonly related: readonly (readonly RelatedWord[])[];
  readonly values: readonly ValueMatch[];
  /** By table: score of its name. */
  readonly tableNames: readonly number[];
  /** By table and column: score of the column's name and values. */
  readonly columns: readonly (readonly number[])[];
  /** By table and token: how strongly the table's name, columns or values answer to the token. */
  readonly answers: readonly Float64Array[];
}

/** Best strength with which any token names a word; 0 when none does. */
type Strengths = ReadonlyMap<number, number>;

/**
 * How strongly a question's words name each table and column.
 * @param lookup values of the database that contain a phrase; without it only the sample values of the schema count
 */
export function gatherEvidence(
  index: LinkIndex,
  question: string,
  tokens: readonly QuestionToken[],
  lookup: ((phrase: string) => readonly ValueHit[]) | undefined,
): Evidence {
  const { weights } = index;
  const related = relatedWords(index, tokens);
  const strengths = new Map<number, number>();
  for (const { word, strength } of related.flat()) {
    strengths.set(word, Math.max(strengths.get(word) ?? 0, strength));
  }
  const values = matchValues(index, question, tokens, lookup);
  const tableNames: number[] = [];
  const columns: number[][] = [];
  const answers: Float64Array[] = [];
  for (const table of index.tables) {
    tableNames.push(nameScore(index, table, strengths, weights.tableExact, weights.tablePartial));
    columns.push(
      table.columns.map((column) =>
        nameScore(index, column, strengths, weights.columnExact, weights.columnPartial),
      ),
    );
    answers.push(new Float64Array(tokens.length));
  }
  for (const match of values) {
    const scores = columns[match.table];
    if (scores !== undefined) scores[match.column] = (scores[match.column] ?? 0) + match.score;
    for (let token = match.from; token < match.to; token++) {
      raise(answers[match.table], token, match.score / (match.to - match.from));
    }
  }
  for (const [token, words] of related.entries()) {
    for (const { word, strength } of words) {
      const weight = strength * (index.vocabulary[word]?.idf ?? 0);
      const places = index.places[word];
      for (const table of places?.tables ?? []) raise(answers[table], token, weight);
      for (const table of places?.columns ?? [])
        raise(answers[table], token, weight * weights.coverageColumn);
    }
  }
  return { related, values, tableNames, columns, answers };
}

function raise(row: Float64Array | undefined, at: number, value: number): void {
  if (row !== undefined && value > (row[at] ?? 0)) row[at] = value;
}

/** Table and column formulas of I.2, where related words count by their strength. */
function nameScore(
  index: LinkIndex,
  name: IndexedName,
  strengths: Strengths,
  exact: number,
  partial: number,
): number {
  let sum = 0;
  let together = 1;
  let rarest = 0;
  for (const word of name.words) {
    const strength = strengths.get(word) ?? 0;
    const idf = index.vocabulary[word]?.idf ?? 0;
    sum += strength * idf;
    together *= strength;
    rarest = Math.max(rarest, idf);
  }
  if (sum === 0) return 0;
  return Math.max((partial * sum) / name.words.length, exact * rarest * together);
}

/** Longest phrases first; words of a phrase that is a value are not looked up again in shorter ones. */
function matchValues(
  index: LinkIndex,
  question: string,
  tokens: readonly QuestionToken[],
  lookup: ((phrase: string) => readonly ValueHit[]) | undefined,
): ValueMatch[] {
  const matches: ValueMatch[] = [];
  const used = new Set<number>();
  for (const phrase of valuePhrases(question, tokens)) {
    const span = Array.from({ length: phrase.to - phrase.from }, (_, k) => phrase.from + k);
    if (span.some((token) => used.has(token))) continue;
    const hits = distinctColumns(index, [
      ...(index.values.get(valueKey(phrase.text)) ?? []),
      ...(lookup?.(phrase.text) ?? []),
    ]);
    if (hits.length === 0) continue;
    for (const token of span) used.add(token);
    const score = (index.weights.value * (1 + 0.5 * (span.length - 1))) / Math.sqrt(hits.length);
    for (const hit of hits) matches.push({ ...phrase, ...hit, score });
  }
  return matches;
}

function distinctColumns(
  index: LinkIndex,
  hits: readonly ValueHit[],
): { readonly table: number; readonly column: number; readonly value: string }[] {
  const found = new Map<
    string,
    { readonly table: number; readonly column: number; readonly value: string }
  >();
  for (const { table, column, value } of hits) {
    const key = `${table}.${column}`.toLowerCase();
    const tableNumber = index.tableOfName.get(table.toLowerCase());
    const columnNumber = index.columnOfName.get(key);
    if (tableNumber === undefined || columnNumber === undefined || found.has(key)) continue;
    found.set(key, { table: tableNumber, column: columnNumber, value });
  }
  return [...found.values()];
}
