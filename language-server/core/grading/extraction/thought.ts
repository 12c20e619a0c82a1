/** Names of the tags around a thought. */
export interface TagPair {
  readonly open: string;
  readonly close: string;
}

export const defaultThoughtTags: readonly TagPair[] = [
  { open: "<think>", close: "</think>" },
  { open: "<thinking>", close: "</thinking>" },
  { open: "<thought>", close: "</thought>" },
  { open: "<reasoning>", close: "</reasoning>" },
  { open: "<|begin_of_thought|>", close: "<|end_of_thought|>" },
  { open: "[THINK]", close: "[/THINK]" },
];

export interface SeparatedThought {
  readonly thought: string;
  readonly answer: string;
  /** The thought is open at the end: the text was cut off inside it. */
  readonly open: boolean;
}

/**
 * Separates thought and answer (section 2 step 1): the answer is what follows the last closing tag.
 * @param startsOpen the template had opened the thought before the text begins
 */
export function separateThought(
  text: string,
  tags: readonly TagPair[] = defaultThoughtTags,
  startsOpen = false,
): SeparatedThought {
  const lower = text.toLowerCase();
  let closeAt = -1;
  let closeEnd = 0;
  for (const { close } of tags) {
    const at = close === "" ? -1 : lower.lastIndexOf(close.toLowerCase());
    if (at > closeAt) {
      closeAt = at;
      closeEnd = at + close.length;
    }
  }
  let openAt = -1;
  let openEnd = 0;
  for (const { open } of tags) {
    const at = open === "" ? -1 : lower.indexOf(open.toLowerCase(), closeEnd);
    if (at >= 0 && (openAt < 0 || at < openAt)) {
      openAt = at;
      openEnd = at + open.length;
    }
  }
  if (openAt >= 0) {
    const before = text.slice(closeEnd, openAt);
    // An answer between a closed thought and a new one that was cut off still counts.
    const answered = closeAt >= 0 && before.trim() !== "";
    return answered
      ? { thought: text.slice(0, closeAt), answer: before, open: false }
      : { thought: text.slice(0, Math.max(closeAt, 0)) + text.slice(openEnd), answer: "", open: true };
  }
  if (closeAt >= 0) return { thought: text.slice(0, closeAt), answer: text.slice(closeEnd), open: false };
  return startsOpen ? { thought: text, answer: "", open: true } : { thought: "", answer: text, open: false };
}
