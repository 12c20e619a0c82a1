/**
 * Words of the datasets room: text chunks in, questions out. Everything that is wrong with a file is a
 * `DatasetDiagnostic` at its place; the questions that can be read are read all the same.
 */
import type { Question, SqlQuestion, TextRange } from "../../contract/entities.ts";

/** `error`: the record gives no question. `warning`: the question is kept. `information`: a summary. */
export type DatasetSeverity = "error" | "warning" | "information";

export type DatasetCode =
  | "empty-file"
  | "unknown-format"
  | "unknown-fields"
  | "no-problems"
  | "json-syntax"
  | "json-not-object"
  | "json-unclosed"
  | "record-too-long"
  | "csv-quote"
  | "csv-columns"
  | "missing-question"
  | "missing-answer"
  | "empty-answer"
  | "bad-option"
  | "bad-tolerance"
  | "duplicate-id"
  | "unclosed-environment"
  | "unclosed-fence"
  | "unclosed-brace"
  | "answer-in-question"
  | "encoding"
  | "lost-backslash"
  | "too-many-problems";

export interface DatasetDiagnostic {
  readonly range: TextRange;
  /** One sentence for the user. */
  readonly message: string;
  readonly code: DatasetCode;
  readonly severity: DatasetSeverity;
}

/**
 * Where the user's own files keep things. Names of fields or columns; dots go into nested objects
 * (`data.question`). A name given here wins over detection; the others are still detected.
 */
export interface FieldMapping {
  readonly question?: string;
  readonly answer?: string;
  readonly id?: string;
  readonly options?: string;
  readonly solution?: string;
}

export type Container = "jsonl" | "json" | "csv" | "tsv" | "markdown" | "latex";

/** SHA-256 of the UTF-8 bytes of a text, as lower-case hex. Given from outside: this room knows no crypto. */
export type Sha256 = (text: string) => string;

export interface ParseSettings {
  /** Only its extension is looked at, and only where the content leaves the format open. */
  readonly path: string;
  readonly mapping?: FieldMapping;
  readonly hash: Sha256;
}

export interface ParsedQuestions {
  /** Container and record schema, such as `jsonl/gsm8k`; `unknown` when nothing was recognised. */
  readonly format: string;
  readonly questions: readonly Question[];
  readonly diagnostics: readonly DatasetDiagnostic[];
}

/** What one record, problem or row says, before it gets an id and a hash. */
export interface QuestionDraft {
  /** Name of the recognised schema, for display. */
  readonly schema: string;
  readonly text: string;
  readonly gold: string;
  readonly answerKind: Question["answerKind"];
  readonly options?: readonly string[];
  readonly alternatives?: readonly string[];
  readonly tolerance?: number;
  readonly solution?: string;
  readonly id?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sql?: SqlQuestion;
}

/** Something wrong with a record; `path` says in which field, where that is known. */
export interface RecordFault {
  readonly code: DatasetCode;
  readonly severity: DatasetSeverity;
  readonly message: string;
  readonly path?: FieldPath;
}

export type FieldPath = readonly (string | number)[];

/** A record of JSON or CSV with the means to find places and number lexemes in its source. */
export interface SourceRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly range: TextRange;
  /** Source text of the number at this path; undefined where the source has no numbers (CSV). */
  numberText(path: FieldPath): string | undefined;
  /** Where the value at this path stands; undefined where that is not known. */
  fieldRange(path: FieldPath): TextRange | undefined;
}

/** Longest record kept in memory while its end is looked for, in UTF-16 characters. */
export const recordCharactersMaximum = 4 * 1024 * 1024;
