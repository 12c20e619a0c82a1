import type { Question, TextRange } from "../../contract/entities.ts";
import type { RecordSource, SourceContext } from "./recordSources.ts";
import type { QuestionDraft, RecordFault } from "./types.ts";

/** What a parser of a whole text found, in the order of the file. */
export type FoundProblem =
  | { readonly kind: "question"; readonly draft: QuestionDraft; readonly range: TextRange }
  /** A problem that gives no question. */
  | { readonly kind: "skipped"; readonly fault: RecordFault; readonly range: TextRange }
  /** Something to say that costs no question. */
  | { readonly kind: "note"; readonly fault: RecordFault; readonly range: TextRange };

export type WholeTextParser = (text: string) => readonly FoundProblem[];

const charactersMaximum = 32 * 1024 * 1024;

/** Collects Markdown or LaTeX, at most 32 million characters, and parses it at the end. */
export class WholeTextSource implements RecordSource {
  readonly #parser: WholeTextParser;
  readonly #context: SourceContext;
  #pieces: string[] = [];
  #length = 0;

  constructor(parser: WholeTextParser, context: SourceContext) {
    this.#parser = parser;
    this.#context = context;
  }

  get buffered(): number {
    return this.#length;
  }

  push(text: string): Question[] {
    if (this.#length + text.length > charactersMaximum) {
      this.#pieces = [];
      this.#length = Number.POSITIVE_INFINITY;
      return [];
    }
    this.#pieces.push(text);
    this.#length += text.length;
    return [];
  }

  end(): Question[] {
    const { builder, diagnostics } = this.#context;
    if (this.#length === Number.POSITIVE_INFINITY) {
      const message = "Markdown and LaTeX files are read up to 32 million characters; use JSONL for more.";
      diagnostics.add(
        "error",
        "record-too-long",
        { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        message,
      );
      return [];
    }
    const questions: Question[] = [];
    for (const found of this.#parser(this.#pieces.join(""))) {
      if (found.kind === "question") questions.push(builder.build(found.draft, found.range));
      else if (found.kind === "skipped") builder.skip(found.fault, found.range);
      else diagnostics.add(found.fault.severity, found.fault.code, found.range, found.fault.message);
    }
    this.#pieces = [];
    return questions;
  }
}
