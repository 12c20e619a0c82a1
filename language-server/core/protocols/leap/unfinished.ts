import type { ThoughtTags } from "../../../contract/engine.ts";
import type { KeptPart } from "../../../contract/entities.ts";
import { closedThought } from "../../budgets/thoughtTracker.ts";
import { endOfLastBox } from "../../grading/extraction/boxes.ts";

/** The beginning of a segment, by whole tokens. */
export type Kept = Pick<KeptPart, "tokens" | "characters">;

/** One reasoning segment as it stands where the path pauses. */
export interface Segment {
  /** Text that became visible with each of its tokens, in order; those of an unfinished character have none. */
  readonly texts: readonly string[];
  /** Null for models without thoughts. */
  readonly thought: ThoughtTags | null;
  /** It ends inside a thought. */
  readonly inThought: boolean;
  /** So many tokens are not the model's own in this segment (a person's, an experiment's) and stay in any case. */
  readonly keptAtLeast: number;
}

/**
 * What of a segment stays when its path pauses: all up to the last blank line, which stays; without one, up to the end
 * of the last sentence (leap.md section 3 step 5a). By whole tokens, the kept text ending at the cut or before it.
 *
 * Everything stays (null) where there is nothing behind the cut, and where the cut would cost more than an unfinished
 * paragraph: everything that was written, an answer that is complete, a tag of a thought, or tokens that must stay. A
 * segment in which a thought was closed for good is never cut: its path leaves.
 */
export function keptOf({ texts, thought, inThought, keptAtLeast }: Segment): Kept | null {
  const text = texts.join("");
  if (closedThought(thought, { text, inThought })) return null;
  const least = Math.max(endOfLastBox(text), endOfLastBlock(text), endOfLastTag(text, thought));
  for (const cut of [endOfLastBlankLine(text), endOfLastSentence(text)]) {
    const kept = wholeTokens(texts, text, cut);
    if (kept.characters >= text.trimEnd().length) return null;
    const written = text.slice(0, kept.characters).trim() !== "";
    if (written && kept.characters >= least && kept.tokens >= keptAtLeast) return kept;
  }
  return null;
}

/** What is missing at the end of a text to a blank line: what comes next begins a paragraph of its own. */
export const toBlankLine = (text: string): string => "\n\n".slice(/\n{0,2}$/.exec(text)?.[0].length ?? 0);

/**
 * The tokens up to `cut`, together with what of the space behind it is part of the last of them; the tokens before that
 * one where it holds more. Tokens that show nothing yet belong to what comes behind.
 */
function wholeTokens(texts: readonly string[], text: string, cut: number): Kept {
  const next = text.slice(cut).search(/\S/);
  const end = next < 0 ? text.length : cut + next;
  let kept: Kept = { tokens: 0, characters: 0 };
  let characters = 0;
  for (const [at, visible] of texts.entries()) {
    characters += visible.length;
    if (characters > end) break;
    if (visible !== "") kept = { tokens: at + 1, characters };
    if (characters >= cut) break;
  }
  return kept;
}

/** Lines with nothing but spaces between two others, or at the end. */
const blankLines = /\n(?:[^\S\n]*\n)+/g;

function endOfLastBlankLine(text: string): number {
  const last = [...text.matchAll(blankLines)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/**
 * A full stop and what closes behind it, then a space or the end; the numbers of a list (`2. `) end nothing. Scripts
 * without spaces have stops of their own.
 */
const sentenceEnds = /(?:(?<!(?:^|\n)[^\S\n]*\d+)[.!?…][)\]}"'’”*_$]*(?=\s|$))|[。!?][」』)”]*/g;

function endOfLastSentence(text: string): number {
  const last = [...text.matchAll(sentenceEnds)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** Fenced blocks, in which queries are given. */
function endOfLastBlock(text: string): number {
  const last = [...text.matchAll(/^[^\S\n]*(`{3,}|~{3,})[^\n]*\n(?:[\s\S]*?\n)??[^\S\n]*\1[^\S\n]*$/gm)].at(
    -1,
  );
  return last === undefined ? 0 : last.index + last[0].length;
}

function endOfLastTag(text: string, thought: ThoughtTags | null): number {
  if (thought === null) return 0;
  const ends = [thought.open, thought.close].map((tag) => {
    const at = tag === "" ? -1 : text.lastIndexOf(tag);
    return at < 0 ? 0 : at + tag.length;
  });
  return Math.max(...ends);
}
