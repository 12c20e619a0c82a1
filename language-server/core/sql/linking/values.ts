import type { DatabaseSchema, SqlValue } from "../schema.ts";
import { type QuestionToken, stopWords, valueKey } from "./words.ts";

/** A value of a column that the question names. */
export interface ValueHit {
  readonly table: string;
  readonly column: string;
  /** As stored. */
  readonly value: string;
}

/** Columns that hold a value, by the value's `valueKey`. */
export type ValueIndex = ReadonlyMap<string, readonly ValueHit[]>;

export interface ColumnValues {
  readonly table: string;
  readonly column: string;
  readonly values: Iterable<SqlValue>;
}

/** Limits of graphix-text-to-sql.md I.1. */
export const valuesPerColumn = 5000;
const longestValue = 60;
/** Longest phrase looked up, in words. */
const longestPhrase = 6;

/** Values given in the schema as samples. */
export function* schemaValues(schema: DatabaseSchema): Generator<ColumnValues> {
  for (const table of schema.tables) {
    for (const column of table.columns) {
      if (column.samples !== undefined)
        yield { table: table.name, column: column.name, values: column.samples };
    }
  }
}

/** Index over the texts among the values: up to 5,000 a column, each up to 60 characters. Numbers are not matched. */
export function buildValueIndex(columns: Iterable<ColumnValues>): ValueIndex {
  const index = new Map<string, ValueHit[]>();
  for (const { table, column, values } of columns) {
    const seen = new Set<string>();
    for (const value of values) {
      if (typeof value !== "string" || value.length > longestValue) continue;
      const key = valueKey(value);
      if (key === "" || /^[\d ]+$/.test(key) || seen.has(key)) continue;
      seen.add(key);
      const hits = index.get(key);
      if (hits === undefined) index.set(key, [{ table, column, value }]);
      else hits.push({ table, column, value });
      if (seen.size >= valuesPerColumn) break;
    }
  }
  return index;
}

/** A run of words in a question that may be a value. Token numbers, the end exclusive. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Phrases of a question in the order in which values are looked for: longest first, up to six words. Single stop words,
 * single letters and bare numbers are not among them.
 */
export function valuePhrases(question: string, tokens: readonly QuestionToken[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let length = Math.min(longestPhrase, tokens.length); length >= 1; length--) {
    for (let from = 0; from + length <= tokens.length; from++) {
      const first = tokens[from];
      const last = tokens[from + length - 1];
      if (first === undefined || last === undefined) continue;
      const text = question.slice(first.start, last.end);
      if (/^[\d\s.,]+$/.test(text)) continue;
      if (length === 1 && !namesValue(question, first)) continue;
      phrases.push({ from, to: from + length, text });
    }
  }
  return phrases;
}

/** Single letters and stop words are values only where they are quoted: 'F', "all". */
function namesValue(question: string, token: QuestionToken): boolean {
  if (token.text.length > 1 && !stopWords.has(token.text.toLowerCase())) return true;
  return /['"“‘`]/.test(question[token.start - 1] ?? "") && /['"”’`]/.test(question[token.end] ?? "");
}
