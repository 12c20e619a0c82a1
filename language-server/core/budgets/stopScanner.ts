/** Looks for stop texts in streamed text, across the seams between tokens. */
export interface StopScan {
  /** Text that is certainly not part of a stop text any more. */
  readonly released: string;
  /** The stop text that appeared; nothing after it is ever released. */
  readonly hit: string | null;
}

/**
 * Feed text piece by piece; text that may be the start of a stop text is held back until it is decided.
 * Of several stop texts the one that starts first wins, of those the one that is complete first.
 */
export class StopScanner {
  private held = "";
  private found: string | null = null;
  private readonly texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.texts = texts.filter((text) => text !== "");
  }

  push(text: string): StopScan {
    if (this.found !== null) return { released: "", hit: this.found };
    if (this.texts.length === 0) return { released: text, hit: null };
    const buffer = this.held + text;
    let at = -1;
    let hit: string | null = null;
    for (const stop of this.texts) {
      const index = buffer.indexOf(stop);
      if (index >= 0 && (at < 0 || index < at)) {
        at = index;
        hit = stop;
      }
    }
    if (hit !== null) {
      this.found = hit;
      this.held = "";
      return { released: buffer.slice(0, at), hit };
    }
    const keep = this.undecidedTail(buffer);
    this.held = buffer.slice(buffer.length - keep);
    return { released: buffer.slice(0, buffer.length - keep), hit: null };
  }

  /** End of the stream: what was held back is ordinary text after all. */
  flush(): string {
    const rest = this.held;
    this.held = "";
    return rest;
  }

  /** Length of the longest end of `buffer` with which a stop text could begin. */
  private undecidedTail(buffer: string): number {
    let longest = 0;
    for (const stop of this.texts) {
      for (let length = Math.min(stop.length - 1, buffer.length); length > longest; length--) {
        if (buffer.endsWith(stop.slice(0, length))) {
          longest = length;
          break;
        }
      }
    }
    return longest;
  }
}
