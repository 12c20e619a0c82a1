import type { PromptPiece, ThoughtTags } from "../../contract/engine.ts";
import type { Question, StageRecord } from "../../contract/entities.ts";
import type { ChatFormat, ChatMessage } from "../../core/chat/chatTemplate.ts";
import type { BoundProtocol, Turn } from "../../core/protocols/protocol.ts";

/** What one stage adds to the sequence before it generates. */
export interface StagePrompt {
  readonly pieces: readonly PromptPiece[];
  readonly thought: ThoughtTags;
  /** The dialogue is rendered anew (thoughts removed): whatever the sequence holds must be cleared first. */
  readonly replacesDialogue: boolean;
}

/**
 * Prompt of the turn after `stages`. Append-only by default: only the end of the last answer, the user turn and the
 * opening of the next answer (thinker.md 10.3).
 */
export function promptFor(
  chat: ChatFormat,
  protocol: BoundProtocol,
  question: Question,
  stages: readonly StageRecord[],
  turn: Turn,
): StagePrompt {
  const last = stages.at(-1);
  if (turn.continues === true) {
    const startsOpen = last?.endedInThought === true;
    return {
      pieces: turn.user === "" ? [] : [{ text: turn.user, special: false }],
      thought: { open: chat.thoughtOpen, close: chat.thoughtClose, startsOpen },
      replacesDialogue: false,
    };
  }
  if (last === undefined) {
    const rendered = chat.opening(openingMessages(turn), turn.thinking);
    return { ...rendered, replacesDialogue: false };
  }
  const thoughtToDrop =
    !turn.keepThoughts && stages.some((stage) => withoutThoughts(chat, stage) !== stage.text.trim());
  if (!thoughtToDrop) {
    const rendered = chat.continuation(turn.user, last, turn.thinking);
    return { ...rendered, replacesDialogue: false };
  }
  const messages: ChatMessage[] = [];
  stages.forEach((stage, index) => {
    const earlier = protocol.next(question, stages.slice(0, index));
    if (earlier.kind === "turn") messages.push(...openingMessages(earlier));
    messages.push({ role: "assistant", content: withoutThoughts(chat, stage) });
  });
  messages.push({ role: "user", content: turn.user });
  return { ...chat.opening(messages, turn.thinking), replacesDialogue: true };
}

function openingMessages(turn: Turn): ChatMessage[] {
  const user: ChatMessage = { role: "user", content: turn.user };
  return turn.system === undefined ? [user] : [{ role: "system", content: turn.system }, user];
}

/** Text behind the last closed thought; nothing when the thought was never closed. */
function withoutThoughts(chat: ChatFormat, stage: StageRecord): string {
  if (stage.endedInThought === true) return "";
  const close = stage.text.lastIndexOf(chat.thoughtClose);
  return (close < 0 ? stage.text : stage.text.slice(close + chat.thoughtClose.length)).trim();
}

/** Readable form of what was said to the model, for traces. */
export function readablePrompt(turn: Turn): string {
  return turn.system === undefined ? turn.user : `${turn.system}\n\n${turn.user}`;
}
