/** Finds the end of one JSON value that arrives in pieces. Only brackets and strings matter for that. */
export class ElementBoundary {
  readonly #closers: string[] = [];
  #inString: boolean;

  /** @param first the character the value begins with */
  constructor(first: string) {
    this.#inString = first === '"';
    if (first === "{") this.#closers.push("}");
    else if (first === "[") this.#closers.push("]");
  }

  /** Nothing is open: a bare number or word may end here. */
  get complete(): boolean {
    return this.#closers.length === 0 && !this.#inString;
  }

  /**
   * Looks on from `from`. `end` is the index after the value, `open` while more text is needed, or `mismatch` at a
   * bracket that closes nothing; `at` is where to look on (it may lie one behind the text after a backslash).
   */
  find(buffer: string, from: number): { readonly at: number; readonly end: number | "open" | "mismatch" } {
    let i = from;
    for (; i < buffer.length; i++) {
      const code = buffer.charCodeAt(i);
      if (this.#inString) {
        if (code === 92) i++;
        // A line end cannot stand in a JSON string: the quote before it was never closed, so the damage ends here.
        else if (code === 34 || code === 10 || code === 13) {
          this.#inString = false;
          if (this.#closers.length === 0) return { at: i, end: i + 1 };
        }
      } else if (code === 34) {
        this.#inString = true;
      } else if (code === 123 || code === 91) {
        this.#closers.push(code === 123 ? "}" : "]");
      } else if (code === 125 || code === 93) {
        // A bare number or word ends before the bracket of the list.
        if (this.#closers.length === 0) return { at: i, end: i };
        if (this.#closers.pop() !== buffer[i]) return { at: i, end: "mismatch" };
        if (this.#closers.length === 0) return { at: i, end: i + 1 };
      } else if (code === 44 && this.#closers.length === 0) {
        return { at: i, end: i };
      }
    }
    return { at: i, end: "open" };
  }
}
