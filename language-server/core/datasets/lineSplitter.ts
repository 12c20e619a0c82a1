import { recordCharactersMaximum } from "./types.ts";

export interface SourceLine {
  readonly text: string;
  /** Zero-based. */
  readonly line: number;
  /** Only the beginning is in `text`: the line is longer than any record may be. */
  readonly cut: boolean;
}

/** Cuts a text that arrives in pieces into lines; `\n`, `\r\n` and a lone `\r` end one, as in LSP. */
export class LineSplitter {
  #rest = "";
  #line = 0;
  /** A `\r` ended the last chunk; a `\n` that follows belongs to it. */
  #afterReturn = false;
  /** Inside the tail of a line that was given out already because of its length. */
  #skipping = false;

  /** Characters kept for the next call. */
  get buffered(): number {
    return this.#rest.length;
  }

  *push(chunk: string): Generator<SourceLine> {
    let text = chunk;
    if (text === "") return;
    if (this.#afterReturn && text.startsWith("\n")) text = text.slice(1);
    this.#afterReturn = chunk.endsWith("\r");
    let from = 0;
    let feed = text.indexOf("\n");
    let back = text.indexOf("\r");
    while (feed >= 0 || back >= 0) {
      const isReturn = back >= 0 && (feed < 0 || back < feed);
      const at = isReturn ? back : feed;
      const length = isReturn && feed === at + 1 ? 2 : 1;
      yield* this.#emit(this.#rest + text.slice(from, at));
      from = at + length;
      if (feed >= 0 && feed < from) feed = text.indexOf("\n", from);
      if (back >= 0 && back < from) back = text.indexOf("\r", from);
    }
    this.#rest += text.slice(from);
    if (this.#skipping) {
      this.#rest = "";
    } else if (this.#rest.length > recordCharactersMaximum) {
      this.#skipping = true;
      yield { text: this.#rest.slice(0, 1000), line: this.#line, cut: true };
      this.#rest = "";
    }
  }

  *end(): Generator<SourceLine> {
    if (this.#rest !== "" && !this.#skipping) yield { text: this.#rest, line: this.#line, cut: false };
    this.#rest = "";
  }

  *#emit(text: string): Generator<SourceLine> {
    this.#rest = "";
    const line = this.#line++;
    if (this.#skipping) this.#skipping = false;
    else yield { text, line, cut: false };
  }
}
