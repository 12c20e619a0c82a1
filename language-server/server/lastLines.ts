/** Keeps the last lines of a text stream: what a native library said before it aborted. */
export class LastLines {
  private readonly lines: string[] = [];
  private open = "";
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** @returns the lines that are complete now */
  push(text: string): string[] {
    const parts = (this.open + text).split(/\r?\n/);
    this.open = parts.pop() ?? "";
    const complete = parts.filter((line) => line !== "");
    this.lines.push(...complete);
    this.lines.splice(0, Math.max(0, this.lines.length - this.limit));
    return complete;
  }

  text(): string {
    return [...this.lines, ...(this.open === "" ? [] : [this.open])].join("\n");
  }
}
