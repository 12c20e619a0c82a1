import type { ThoughtTags } from "../../contract/engine.ts";

/** Follows the thought tags through streamed text and hands on the text outside thoughts. */
export class ThoughtTracker {
  private held = "";
  private inside: boolean;
  private readonly tags: ThoughtTags | null;

  constructor(tags: ThoughtTags | null) {
    this.tags = tags;
    this.inside = tags?.startsOpen ?? false;
  }

  /** Whether the text so far ends inside a thought. */
  get inThought(): boolean {
    return this.inside;
  }

  /**
   * @returns the part of the text (tags removed) that lies outside thoughts; the beginning of a possible tag is held
   * back until the next piece decides
   */
  push(text: string): string {
    const tags = this.tags;
    if (tags === null) return text;
    let buffer = this.held + text;
    let outside = "";
    for (;;) {
      const tag = this.inside ? tags.close : tags.open;
      const at = tag === "" ? -1 : buffer.indexOf(tag);
      if (at < 0) {
        const keep = heldLength(buffer, tag);
        this.held = buffer.slice(buffer.length - keep);
        if (!this.inside) outside += buffer.slice(0, buffer.length - keep);
        return outside;
      }
      if (!this.inside) outside += buffer.slice(0, at);
      this.inside = !this.inside;
      buffer = buffer.slice(at + tag.length);
    }
  }
}

function heldLength(buffer: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, buffer.length); length > 0; length--) {
    if (buffer.endsWith(tag.slice(0, length))) return length;
  }
  return 0;
}

/** Whether a thought was open in a text, and none is at its end. */
export const closedThought = (
  tags: ThoughtTags | null,
  { text, inThought }: { readonly text: string; readonly inThought: boolean },
): boolean => tags !== null && !inThought && (tags.startsOpen || text.includes(tags.open));
