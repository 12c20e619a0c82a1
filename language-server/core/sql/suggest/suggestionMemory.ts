/** A text that was suggested at a place of a document. */
export interface Remembered<T> {
  /** Everything before the cursor when it was made. */
  readonly before: string;
  /** Everything behind it. */
  readonly after: string;
  readonly text: string;
  readonly value: T;
}

const kept = 50;

/** Suggestions made so far: they hold as long as the person types what they say. */
export class SuggestionMemory<T> {
  /** Newest last. */
  private entries: Remembered<T>[] = [];

  add(entry: Remembered<T>): void {
    this.entries = [...this.entries.filter((known) => !same(known, entry)), entry].slice(-kept);
  }

  /** What is left of earlier suggestions at this place, those made last first. */
  at(before: string, after: string): { readonly text: string; readonly value: T }[] {
    const found = this.entries.flatMap((entry) => {
      if (entry.after !== after || !before.startsWith(entry.before)) return [];
      const typed = before.slice(entry.before.length);
      return entry.text.startsWith(typed) && entry.text.length > typed.length
        ? [{ text: entry.text.slice(typed.length), value: entry.value }]
        : [];
    });
    const texts = new Set<string>();
    return found.reverse().filter(({ text }) => !texts.has(text) && texts.add(text));
  }

  clear(): void {
    this.entries = [];
  }
}

const same = (a: Remembered<unknown>, b: Remembered<unknown>): boolean =>
  a.before === b.before && a.after === b.after && a.text === b.text;
