/**
 * Cuts CSV or TSV that arrives in pieces into rows with their places. A quote that never closes costs its own row
 * only: the search goes on with the next line. The fields themselves are read by csv-parse.
 */
import { CsvError, parse } from "csv-parse/sync";
import type { TextRange } from "../../contract/entities.ts";
import { PositionTracker } from "./positions.ts";
import { type RecordFault, recordCharactersMaximum } from "./types.ts";

export interface CsvRow {
  readonly text: string;
  readonly range: TextRange;
  /** Set when the row is broken. */
  readonly fault?: RecordFault;
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

type RowEnd =
  | { readonly kind: "row"; readonly end: number; readonly next: number }
  | { readonly kind: "broken"; readonly at: number }
  | { readonly kind: "more" };

export class CsvRowScanner {
  readonly #delimiter: number;
  #buffer = "";
  readonly #tracker = new PositionTracker();

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** Characters kept for the next call. */
  get buffered(): number {
    return this.#buffer.length;
  }

  push(chunk: string): CsvRow[] {
    this.#buffer += chunk;
    return this.#rows(false);
  }

  end(): CsvRow[] {
    return this.#rows(true);
  }

  #rows(atEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let from = 0;
    while (from < this.#buffer.length) {
      const found = this.#rowEnd(from, atEnd);
      if (found.kind === "more") {
        if (this.#buffer.length - from <= recordCharactersMaximum) break;
        from = this.#breakRow(
          rows,
          from,
          "record-too-long",
          "This row is longer than 4 million characters or a quote is not closed.",
          atEnd,
        );
        if (from < 0) break;
      } else if (found.kind === "broken") {
        const message =
          found.at < 0
            ? "A quote in this row is not closed."
            : "A quote in this row is not closed, or text follows a closing quote; write a quote inside a field twice.";
        const next = this.#breakRow(rows, from, "csv-quote", message, atEnd);
        if (next < 0) break;
        from = next;
      } else {
        const start = this.#tracker.position;
        this.#tracker.advance(this.#buffer, from, found.end);
        const text = this.#buffer.slice(from, found.end);
        if (text.trim() !== "") rows.push({ text, range: { start, end: this.#tracker.position } });
        this.#tracker.advance(this.#buffer, found.end, found.next);
        from = found.next;
      }
    }
    this.#buffer = this.#buffer.slice(Math.max(0, from));
    return rows;
  }

  /** Gives out the first line of a broken row and returns where the next line begins. */
  #breakRow(
    rows: CsvRow[],
    from: number,
    code: RecordFault["code"],
    message: string,
    atEnd: boolean,
  ): number {
    let end = from;
    while (end < this.#buffer.length && !isLineEnd(this.#buffer.charCodeAt(end))) end++;
    let next = Math.min(end + 1, this.#buffer.length);
    if (this.#buffer.charCodeAt(end) === carriageReturn && this.#buffer.charCodeAt(end + 1) === lineFeed)
      next = end + 2;
    if (end === this.#buffer.length && !atEnd && code !== "record-too-long") return -1;
    const start = this.#tracker.position;
    this.#tracker.advance(this.#buffer, from, end);
    const range = { start, end: this.#tracker.position };
    rows.push({
      text: this.#buffer.slice(from, Math.min(end, from + 1000)),
      range,
      fault: { code, severity: "error", message },
    });
    this.#tracker.advance(this.#buffer, end, next);
    return next;
  }

  #rowEnd(from: number, atEnd: boolean): RowEnd {
    const buffer = this.#buffer;
    let i = from;
    for (;;) {
      while (i < buffer.length && isBlank(buffer.charCodeAt(i), this.#delimiter)) i++;
      if (buffer.charCodeAt(i) === quote) {
        for (i++; ; i++) {
          i = buffer.indexOf('"', i);
          if (i < 0) return atEnd ? { kind: "broken", at: -1 } : { kind: "more" };
          if (i + 1 >= buffer.length && !atEnd) return { kind: "more" };
          if (buffer.charCodeAt(i + 1) !== quote) break;
          i++;
        }
        i++;
        while (i < buffer.length && isBlank(buffer.charCodeAt(i), this.#delimiter)) i++;
        const after = buffer.charCodeAt(i);
        if (i < buffer.length && after !== this.#delimiter && !isLineEnd(after))
          return { kind: "broken", at: i };
      }
      while (
        i < buffer.length &&
        buffer.charCodeAt(i) !== this.#delimiter &&
        !isLineEnd(buffer.charCodeAt(i))
      )
        i++;
      if (i >= buffer.length) return atEnd ? { kind: "row", end: i, next: i } : { kind: "more" };
      if (buffer.charCodeAt(i) === this.#delimiter) {
        i++;
        continue;
      }
      const isReturn = buffer.charCodeAt(i) === carriageReturn;
      if (isReturn && i + 1 >= buffer.length && !atEnd) return { kind: "more" };
      return { kind: "row", end: i, next: isReturn && buffer.charCodeAt(i + 1) === lineFeed ? i + 2 : i + 1 };
    }
  }
}

function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function isBlank(code: number, delimiter: number): boolean {
  return (code === 32 || code === 9) && code !== delimiter;
}

const csvOptions = {
  relax_column_count: true,
  relax_quotes: true,
  trim: true,
  skip_empty_lines: true,
  record_delimiter: "\n",
};

/** Fields of whole rows; null for a row that csv-parse does not take as one row. */
export function csvFields(rows: readonly string[], delimiter: string): (readonly string[] | null)[] {
  const together = parsed(rows.join("\n"), delimiter);
  if (together !== null && together.length === rows.length) return together;
  return rows.map((row) => {
    const alone = parsed(row, delimiter);
    return alone !== null && alone.length === 1 ? (alone[0] ?? null) : null;
  });
}

function parsed(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { ...csvOptions, delimiter, max_record_size: recordCharactersMaximum * 2 });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
