const opener = "\\boxed";

/**
 * Finds the end of `\boxed{…}` in streamed text with one brace counter; constant work per character
 * (multi-attempt.md 10.4). Escaped braces do not count; a blank box is ignored (models like to quote `\boxed{}`).
 */
export class BoxScanner {
  private matched = 0;
  private depth = 0;
  private blank = true;
  private escaped = false;
  /** Whether a non-blank box has closed so far. */
  closed = false;

  /** @returns whether a non-blank box has closed by the end of this piece */
  push(text: string): boolean {
    for (let i = 0; i < text.length && !this.closed; i++) this.step(text.charAt(i));
    return this.closed;
  }

  private step(character: string): void {
    if (this.depth === 0) this.seek(character);
    else this.inside(character);
  }

  private seek(character: string): void {
    if (this.matched === opener.length) {
      if (character === "{") {
        this.depth = 1;
        this.blank = true;
        this.escaped = false;
        this.matched = 0;
        return;
      }
      if (character === " ") return;
      this.matched = 0;
    }
    // The opener has its first character nowhere else, so a failed match can only restart at this character.
    if (character === opener.charAt(this.matched)) this.matched++;
    else this.matched = character === opener.charAt(0) ? 1 : 0;
  }

  private inside(character: string): void {
    if (this.escaped) {
      this.escaped = false;
      this.blank = false;
      return;
    }
    if (character === "\\") this.escaped = true;
    else if (character === "{") this.depth++;
    else if (character === "}") {
      this.depth--;
      if (this.depth === 0 && !this.blank) this.closed = true;
    } else if (character.trim() !== "") this.blank = false;
  }
}
