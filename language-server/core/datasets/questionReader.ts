import type { Question } from "../../contract/entities.ts";
import { detectContainer, headCharacters } from "./detectContainer.ts";
import { DiagnosticList } from "./diagnosticList.ts";
import { latexDrafts } from "./latexQuestions.ts";
import { markdownDrafts } from "./markdownQuestions.ts";
import { QuestionBuilder } from "./questionBuilder.ts";
import {
  CsvSource,
  JsonLinesSource,
  JsonSource,
  type RecordSource,
  type SourceContext,
} from "./recordSources.ts";
import type { DatasetDiagnostic, FieldMapping, ParsedQuestions, ParseSettings } from "./types.ts";
import { type WholeTextParser, WholeTextSource } from "./wholeTextSource.ts";

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Reads a file of questions that arrives in pieces of any size. Memory: the beginning (64 K characters) until the
 * format is known, then one record; Markdown and LaTeX, which people write by hand, are kept whole.
 */
export class QuestionReader {
  readonly #settings: ParseSettings;
  readonly #diagnostics = new DiagnosticList();
  readonly #builder: QuestionBuilder;
  #head = "";
  #atStart = true;
  #container = "unknown";
  #source: RecordSource | undefined;
  #unreadable = false;

  constructor(settings: ParseSettings) {
    this.#settings = { ...settings, mapping: namedFields(settings.mapping) };
    this.#builder = new QuestionBuilder(settings.hash, this.#diagnostics);
  }

  /** Container and most frequent record schema, such as `jsonl/gsm8k`; `unknown` before or without recognition. */
  get format(): string {
    const { schema } = this.#builder;
    return schema === undefined ? this.#container : `${this.#container}/${schema}`;
  }

  get diagnostics(): readonly DatasetDiagnostic[] {
    return this.#diagnostics.items;
  }

  /** Characters kept in memory for the next call. */
  get buffered(): number {
    return this.#head.length + (this.#source?.buffered ?? 0);
  }

  /** The content is of no known kind; further pieces are not looked at. */
  get unreadable(): boolean {
    return this.#unreadable;
  }

  push(chunk: string): Question[] {
    let text = chunk;
    if (this.#atStart && text !== "") {
      this.#atStart = false;
      // Editors do not count the byte order mark as a character.
      if (text.startsWith("\uFEFF")) text = text.slice(1);
    }
    if (this.#unreadable) return [];
    if (this.#source !== undefined) return this.#source.push(text);
    this.#head += text;
    return this.#head.length < headCharacters ? [] : this.#begin(false);
  }

  end(): Question[] {
    const questions = this.#source === undefined && !this.#unreadable ? this.#begin(true) : [];
    if (this.#source !== undefined) questions.push(...this.#source.end());
    this.#diagnostics.finish();
    return questions;
  }

  #begin(complete: boolean): Question[] {
    const { path, mapping } = this.#settings;
    const detected = detectContainer(
      this.#head.trimStart().slice(0, headCharacters),
      complete,
      path,
      mapping,
    );
    const head = this.#head;
    if (detected.container === "empty" && !complete) return [];
    this.#head = "";
    if (detected.container === "empty" || detected.container === "unknown") {
      this.#unreadable = true;
      if (detected.container === "empty")
        this.#diagnostics.add("error", "empty-file", fileStart, "This file is empty.");
      else {
        const message =
          "This file is neither JSONL, JSON, CSV, Markdown nor LaTeX with questions and answers.";
        this.#diagnostics.add("error", "unknown-format", fileStart, message);
      }
      return [];
    }
    this.#container = detected.container;
    const context: SourceContext = { mapping, builder: this.#builder, diagnostics: this.#diagnostics };
    const whole = (parser: WholeTextParser) => new WholeTextSource(parser, context);
    switch (detected.container) {
      case "jsonl":
        this.#source = new JsonLinesSource(context);
        break;
      case "json":
        this.#source = new JsonSource(context);
        break;
      case "csv":
      case "tsv":
        this.#source = new CsvSource(context, detected.delimiter ?? ",");
        break;
      case "markdown":
        this.#source = whole(markdownDrafts);
        break;
      case "latex":
        this.#source = whole(latexDrafts);
        break;
    }
    return this.#source.push(head);
  }
}

/** A setting left empty names no field. */
function namedFields(mapping: FieldMapping = {}): FieldMapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(([, name]) => typeof name === "string" && name.trim() !== ""),
  );
}

/** Reads a whole text, such as an open editor document. Never fails: what is wrong is among the diagnostics. */
export function parseQuestionText(text: string, settings: ParseSettings): ParsedQuestions {
  const reader = new QuestionReader(settings);
  const questions = reader.push(text);
  questions.push(...reader.end());
  return { format: reader.format, questions, diagnostics: reader.diagnostics };
}
