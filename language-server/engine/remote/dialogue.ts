import type { PromptPiece } from "../../contract/engine.ts";

interface Prompt {
  readonly pieces: readonly PromptPiece[];
  /** Null where texts stand for tokens. */
  readonly ids: readonly number[] | null;
}

interface Answer {
  readonly ids: number[];
  readonly texts: string[];
}

type Entry = Prompt | Answer;

const isPrompt = (entry: Entry): entry is Prompt => "pieces" in entry;
const lengthOf = (entry: Entry): number => (entry.ids ?? (entry as Prompt).pieces).length;

/** What a slot holds: the server keeps nothing of it, and is sent all of it with each request. */
export class Dialogue {
  private entries: Entry[] = [];

  /** Tokens, where there are ids; else pieces of text. */
  get length(): number {
    return this.entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
  }

  /** Null at the start. */
  get lastId(): number | null {
    return this.entries.at(-1)?.ids?.at(-1) ?? null;
  }

  addPrompt(pieces: readonly PromptPiece[], ids: readonly number[] | null): void {
    if (pieces.length > 0) this.entries.push({ pieces, ids });
  }

  addToken(id: number, text: string): void {
    const last = this.entries.at(-1);
    if (last === undefined || isPrompt(last)) this.entries.push({ ids: [id], texts: [text] });
    else {
      last.ids.push(id);
      last.texts.push(text);
    }
  }

  /** Removes the last tokens of the answer that stands at the end. */
  takeBack(count = 1): void {
    const last = this.entries.at(-1);
    if (last === undefined || isPrompt(last)) return;
    const kept = Math.max(0, last.ids.length - count);
    last.ids.length = kept;
    last.texts.length = kept;
    if (kept === 0) this.entries.pop();
  }

  clear(): void {
    this.entries = [];
  }

  /** Becomes a copy of the first `upTo` tokens (or pieces) of the other. */
  copyFrom(other: Dialogue, upTo: number): void {
    const entries: Entry[] = [];
    let left = upTo;
    for (const entry of other.entries) {
      if (left <= 0) break;
      const take = Math.min(left, lengthOf(entry));
      left -= take;
      if (!isPrompt(entry))
        entries.push({ ids: entry.ids.slice(0, take), texts: entry.texts.slice(0, take) });
      else if (entry.ids === null) entries.push({ pieces: entry.pieces.slice(0, take), ids: null });
      else entries.push({ pieces: entry.pieces, ids: entry.ids.slice(0, take) });
    }
    this.entries = entries;
  }

  ids(): number[] {
    return this.entries.flatMap((entry) => entry.ids ?? []);
  }

  /** In order: pieces of prompts, and answers as pieces that are not special. */
  pieces(): PromptPiece[] {
    return this.entries.flatMap((entry): readonly PromptPiece[] =>
      isPrompt(entry) ? entry.pieces : [{ text: entry.texts.join(""), special: false }],
    );
  }

  text(): string {
    return this.pieces()
      .map(({ text }) => text)
      .join("");
  }
}
