/** Readers of one container each: pieces of text in, questions out, one record in memory at a time. */
import type { Question, TextRange } from "../../contract/entities.ts";
import { type CsvRow, CsvRowScanner, csvFields } from "./csvRows.ts";
import type { DiagnosticList } from "./diagnosticList.ts";
import { answerNames, looksLikeQuestion, questionNames } from "./fieldNames.ts";
import { JsonElementScanner, type ScannedElement } from "./jsonElements.ts";
import { parseJsonRecord } from "./jsonRecord.ts";
import { LineSplitter, type SourceLine } from "./lineSplitter.ts";
import type { QuestionBuilder } from "./questionBuilder.ts";
import { recogniseRecord } from "./recogniseRecord.ts";
import type { FieldMapping, SourceRecord } from "./types.ts";

export interface RecordSource {
  /** Characters kept for the next call. */
  readonly buffered: number;
  push(text: string): Question[];
  end(): Question[];
}

export interface SourceContext {
  readonly mapping: FieldMapping | undefined;
  readonly builder: QuestionBuilder;
  readonly diagnostics: DiagnosticList;
}

/** Record to question, or to a diagnostic at the field that is wrong. */
function readRecord(record: SourceRecord, context: SourceContext): Question[] {
  const recognised = recogniseRecord(record, context.mapping);
  const place = (path: readonly (string | number)[] | undefined) =>
    (path === undefined ? undefined : record.fieldRange(path)) ?? record.range;
  if (!recognised.ok) {
    context.builder.skip(recognised.fault, place(recognised.fault.path));
    return [];
  }
  for (const warning of recognised.warnings) {
    context.diagnostics.add(warning.severity, warning.code, place(warning.path), warning.message);
  }
  return [context.builder.build(recognised.draft, record.range)];
}

function readJsonText(text: string, range: TextRange, context: SourceContext): Question[] {
  const parsed = parseJsonRecord(text, range);
  if (parsed.ok) return readRecord(parsed.record, context);
  context.builder.skip(parsed.fault, parsed.range);
  return [];
}

export class JsonLinesSource implements RecordSource {
  readonly #context: SourceContext;
  readonly #lines = new LineSplitter();

  constructor(context: SourceContext) {
    this.#context = context;
  }

  get buffered(): number {
    return this.#lines.buffered;
  }

  push(text: string): Question[] {
    return this.#read(this.#lines.push(text));
  }

  end(): Question[] {
    return this.#read(this.#lines.end());
  }

  #read(lines: Iterable<SourceLine>): Question[] {
    const questions: Question[] = [];
    for (const { text, line, cut } of lines) {
      const record = text.trim();
      if (record === "") continue;
      const character = text.indexOf(record.charAt(0));
      const range = { start: { line, character }, end: { line, character: character + record.length } };
      if (cut) {
        const message = "This line is longer than 4 million characters and is not read.";
        this.#context.builder.skip({ code: "record-too-long", severity: "error", message }, range);
      } else {
        questions.push(...readJsonText(record, range, this.#context));
      }
    }
    return questions;
  }
}

export class JsonSource implements RecordSource {
  readonly #context: SourceContext;
  readonly #scanner: JsonElementScanner;
  #elements = 0;

  constructor(context: SourceContext) {
    this.#context = context;
    this.#scanner = new JsonElementScanner((text) => this.#accepts(text));
  }

  get buffered(): number {
    return this.#scanner.buffered;
  }

  push(text: string): Question[] {
    return this.#read(this.#scanner.push(text));
  }

  end(): Question[] {
    const questions = this.#read(this.#scanner.end());
    if (this.#elements === 0) {
      const start = { line: 0, character: 0 };
      const message = `No list of questions was found (objects with fields such as ${questionNames[1]} and ${answerNames[0]}).`;
      this.#context.diagnostics.add(
        "error",
        "unknown-fields",
        { start, end: { line: 0, character: 1 } },
        message,
      );
    }
    return questions;
  }

  #accepts(text: string): boolean {
    const nowhere = { line: 0, character: 0 };
    const parsed = parseJsonRecord(text, { start: nowhere, end: nowhere });
    return parsed.ok && looksLikeQuestion(parsed.record.fields, this.#context.mapping);
  }

  #read(elements: readonly ScannedElement[]): Question[] {
    const questions: Question[] = [];
    for (const element of elements) {
      if (element.kind === "element" && element.isRoot && !this.#accepts(element.text)) continue;
      if (element.kind === "element" || element.isRecord) this.#elements++;
      if (element.kind === "element")
        questions.push(...readJsonText(element.text, element.range, this.#context));
      else if (element.isRecord) this.#context.builder.skip(element.fault, element.range);
      else
        this.#context.diagnostics.add(
          element.fault.severity,
          element.fault.code,
          element.range,
          element.fault.message,
        );
    }
    return questions;
  }
}

export class CsvSource implements RecordSource {
  readonly #context: SourceContext;
  readonly #delimiter: string;
  readonly #rows: CsvRowScanner;
  #header: readonly string[] | undefined;
  #unusable = false;

  constructor(context: SourceContext, delimiter: string) {
    this.#context = context;
    this.#delimiter = delimiter;
    this.#rows = new CsvRowScanner(delimiter);
  }

  get buffered(): number {
    return this.#rows.buffered;
  }

  push(text: string): Question[] {
    return this.#unusable ? [] : this.#read(this.#rows.push(text));
  }

  end(): Question[] {
    return this.#unusable ? [] : this.#read(this.#rows.end());
  }

  #read(rows: readonly CsvRow[]): Question[] {
    let rest = rows;
    if (this.#header === undefined) {
      const [first, ...others] = rows;
      if (first === undefined) return [];
      this.#readHeader(first);
      rest = others;
    }
    if (this.#unusable) return [];
    const fields = csvFields(
      rest.filter((row) => row.fault === undefined).map((row) => row.text),
      this.#delimiter,
    );
    let next = 0;
    const questions: Question[] = [];
    for (const row of rest) {
      if (row.fault !== undefined) this.#context.builder.skip(row.fault, row.range);
      else questions.push(...this.#readRow(row, fields[next++] ?? null));
    }
    return questions;
  }

  #readHeader(row: CsvRow): void {
    const header = csvFields([row.text], this.#delimiter)[0] ?? [];
    this.#header = header;
    if (looksLikeQuestion(Object.fromEntries(header.map((name) => [name, ""])), this.#context.mapping))
      return;
    this.#unusable = true;
    const message = `The first row names no column for the question and the answer (${questionNames.join(", ")}; ${answerNames.slice(0, 6).join(", ")}). Name the columns in the field mapping.`;
    this.#context.diagnostics.add("error", "unknown-fields", row.range, message);
  }

  #readRow(row: CsvRow, fields: readonly string[] | null): Question[] {
    const header = this.#header ?? [];
    if (fields === null) {
      const message = "This row cannot be read; write a quote inside a field twice.";
      this.#context.builder.skip({ code: "csv-quote", severity: "error", message }, row.range);
      return [];
    }
    if (fields.slice(header.length).some((field) => field !== "")) {
      const message = `This row has ${fields.length} columns, the first row has ${header.length}; put fields with a separator in quotes.`;
      this.#context.builder.skip({ code: "csv-columns", severity: "error", message }, row.range);
      return [];
    }
    // A cell that is empty is a value that is not there, except where its emptiness is what has to be reported.
    const entries = header.map((name, index): [string, string] => [name, fields[index] ?? ""]);
    return readRecord(new CsvRecord(Object.fromEntries(entries), row.range), this.#context);
  }
}

class CsvRecord implements SourceRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly range: TextRange;

  constructor(fields: Readonly<Record<string, unknown>>, range: TextRange) {
    this.fields = fields;
    this.range = range;
  }

  numberText(): undefined {
    return undefined;
  }

  fieldRange(): undefined {
    return undefined;
  }
}
