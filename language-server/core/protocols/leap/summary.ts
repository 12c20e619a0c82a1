import type { StageRecord } from "../../../contract/entities.ts";
import { fillPrompt } from "../prompts.ts";
import { type LeapParameters, summaryTags } from "./parameters.ts";

/** Tags that a peer's words must not bring into another path: they would open or close what they should not. */
const tags = /<\/?(?:summarize|comment|peer_summaries|think|thinking|seed:think)>|\[\/?THINK\]/g;

/** A text that was written elsewhere, on one line, before it is put into a path. */
export const withoutTags = (text: string): string => text.replace(tags, "").replace(/\s+/g, " ").trim();

/**
 * A path's summary as others read it: with its opening words, without tags, on one line and with an ellipsis where the
 * budget cut it (leap.md section 3 step 5d, section 9 point 11).
 */
export function summaryText(record: StageRecord): string {
  const written = `${record.exchange?.opening ?? ""}${withoutHalfTag(record.text)}`;
  const clean = withoutTags(written);
  return record.outcome === "truncated" ? `${clean}…` : clean;
}

/** What the path's own sequence needs to have its summary closed: nothing where the model has written the tag. */
export function summaryEnd({ text, outcome, endedTurn }: StageRecord): string {
  const half = halfTag(text);
  if (half > 0) return summaryTags.close.slice(half);
  if (outcome === "truncated") return `…${summaryTags.close}`;
  return endedTurn === true ? summaryTags.close : "";
}

const withoutHalfTag = (text: string): string => text.slice(0, text.length - halfTag(text));

/** Characters of the closing tag with which a text ends that was cut in the middle of it. */
function halfTag(text: string): number {
  for (let length = summaryTags.close.length - 1; length > 1; length--) {
    if (text.endsWith(summaryTags.close.slice(0, length))) return length;
  }
  return 0;
}

/** The notes of the peers and the sentence behind them, as they stand in the reader's turn. */
export function peerBlock({ prompts }: LeapParameters, summaries: readonly string[]): string {
  if (summaries.length === 0) return `${prompts.alone}\n\n`;
  const peers = summaries
    .map((summary, index) => fillPrompt(prompts.peer, { number: index + 1, summary }))
    .join("\n");
  return `${fillPrompt(prompts.peers, { peers })}\n\n${prompts.reaction}\n\n`;
}
