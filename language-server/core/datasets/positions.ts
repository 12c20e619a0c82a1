import type { TextRange } from "../../contract/entities.ts";

export type TextPosition = TextRange["start"];

const lineFeed = 10;
const carriageReturn = 13;

/** The position `offset` characters into `text`, when `text` itself begins at `origin`. Line ends as in LSP. */
export function positionAt(
  text: string,
  offset: number,
  origin: TextPosition = { line: 0, character: 0 },
): TextPosition {
  const tracker = new PositionTracker(origin);
  tracker.advance(text, 0, offset);
  return tracker.position;
}

/**
 * Walks forward through a text that arrives in pieces and knows line and character all the way.
 * `\n`, `\r\n` and a lone `\r` end a line, also when a chunk border cuts `\r\n`.
 */
export class PositionTracker {
  #line: number;
  #character: number;
  #afterReturn = false;

  constructor(origin: TextPosition = { line: 0, character: 0 }) {
    this.#line = origin.line;
    this.#character = origin.character;
  }

  get position(): TextPosition {
    return { line: this.#line, character: this.#character };
  }

  /** Moves over `text[from..to)`, which must follow what was walked before. */
  advance(text: string, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed) {
        if (!this.#afterReturn) this.#line++;
        this.#character = 0;
        this.#afterReturn = false;
      } else if (code === carriageReturn) {
        this.#line++;
        this.#character = 0;
        this.#afterReturn = true;
      } else {
        this.#character++;
        this.#afterReturn = false;
      }
    }
  }

  copy(): PositionTracker {
    const other = new PositionTracker(this.position);
    other.#afterReturn = this.#afterReturn;
    return other;
  }
}

/** Positions of many offsets in one whole text (Markdown, LaTeX, lookups). */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed || (code === carriageReturn && text.charCodeAt(i + 1) !== lineFeed))
        this.#starts.push(i + 1);
    }
  }

  positionAt(offset: number): TextPosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  range(from: number, to: number): TextRange {
    return { start: this.positionAt(from), end: this.positionAt(to) };
  }
}
