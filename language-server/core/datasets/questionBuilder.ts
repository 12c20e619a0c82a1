import type { Question, TextRange } from "../../contract/entities.ts";
import type { DiagnosticList } from "./diagnosticList.ts";
import type { QuestionDraft, RecordFault, Sha256 } from "./types.ts";

/** SHA-256 over a JSON list of what makes the question, so that no two different ones run together. */
export function contentHash(
  { text, gold, options, sql }: Pick<Question, "text" | "gold" | "options" | "sql">,
  hash: Sha256,
): string {
  const ofSql = sql === undefined ? [] : [sql.evidence ?? null, sql.script ?? null];
  return hash(JSON.stringify([text, gold, options ?? null, ...ofSql]));
}

/**
 * Gives drafts their ids and hashes. Counts every record, also unreadable ones, so that `q0007` stays `q0007` when a
 * broken record before it is repaired.
 */
export class QuestionBuilder {
  readonly #hash: Sha256;
  readonly #diagnostics: DiagnosticList;
  readonly #ids = new Set<string>();
  readonly #schemas = new Map<string, number>();
  #records = 0;

  constructor(hash: Sha256, diagnostics: DiagnosticList) {
    this.#hash = hash;
    this.#diagnostics = diagnostics;
  }

  /** The schema most of the questions have. */
  get schema(): string | undefined {
    let best: string | undefined;
    for (const [schema, count] of this.#schemas)
      if (best === undefined || count > (this.#schemas.get(best) ?? 0)) best = schema;
    return best;
  }

  /** A record that gives no question. */
  skip(fault: RecordFault, range: TextRange): void {
    this.#records++;
    this.#diagnostics.add(fault.severity, fault.code, range, fault.message);
  }

  /** Turns a draft into a question; a second question of the same id gets another one, with a warning. */
  build(draft: QuestionDraft, range: TextRange): Question {
    this.#records++;
    this.#schemas.set(draft.schema, (this.#schemas.get(draft.schema) ?? 0) + 1);
    this.#lookForBadCharacters(draft, range);
    const wanted = draft.id ?? `q${String(this.#records).padStart(4, "0")}`;
    const id = this.#unique(wanted);
    if (id !== wanted) {
      const message = `The id "${wanted}" is already taken in this file; this question is called "${id}".`;
      this.#diagnostics.add("warning", "duplicate-id", range, message);
    }
    const { schema: _, id: __, ...rest } = draft;
    return { ...rest, id, range, contentHash: contentHash(draft, this.#hash) };
  }

  #unique(wanted: string): string {
    let id = wanted;
    for (let n = 2; this.#ids.has(id); n++) id = `${wanted}-${n}`;
    this.#ids.add(id);
    return id;
  }

  #lookForBadCharacters({ text, gold }: QuestionDraft, range: TextRange): void {
    const both = `${text}\n${gold}`;
    if (both.includes("\uFFFD")) {
      const message = "Characters here are not valid UTF-8 and were replaced; save the file as UTF-8.";
      this.#diagnostics.add("warning", "encoding", range, message);
    } else if (both.includes("\0")) {
      this.#diagnostics.add("warning", "encoding", range, "There is a NUL character in this question.");
    }
    // What is left of \frac, \beta, \times or \text when JSON takes the backslash for an escape.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\f\u0008]|\t(?:ext|imes|heta|frac)/.test(both)) {
      const message =
        "A LaTeX command has lost its backslash here; in JSON a backslash is written twice (\\\\frac).";
      this.#diagnostics.add("warning", "lost-backslash", range, message);
    }
  }
}
