/** Ids for texts where the endpoint has none, and texts of all ids that have been seen. */
export class TokenBook {
  private readonly texts = new Map<number, string>();
  private readonly ids = new Map<string, number>();
  private next = 0;

  /** What a run knew already: its ids must mean the same when it goes on. */
  learnAll(known: readonly (readonly [number, string])[]): void {
    for (const [id, text] of known) this.learn(id, text);
  }

  learn(id: number, text: string): void {
    if (!this.texts.has(id) || (this.texts.get(id) === "" && text !== "")) this.texts.set(id, text);
    if (!this.ids.has(text)) this.ids.set(text, id);
    this.next = Math.max(this.next, id + 1);
  }

  idOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.next;
    this.learn(id, text);
    return id;
  }

  text(id: number): string {
    return this.texts.get(id) ?? "";
  }
}
