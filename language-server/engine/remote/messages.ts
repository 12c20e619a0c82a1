/**
 * Chat by messages, where the server alone knows the template. The rest of the product renders dialogues by a template
 * and appends to them; so it is given one that only marks where messages begin, and the marks are read back here.
 */
import type { PromptPiece } from "../../contract/engine.ts";
import type { ChatMessage, Role } from "../../core/chat/chatTemplate.ts";

const mark = (what: string): string => `<|deliberate:${what}|>`;
const markPattern = /<\|deliberate:(system|user|assistant|no-thought)\|>(?:<\/think>)?/;

/** The empty thought is the server's to write: its template is told not to think. */
export const messagesTemplate = [
  "{%- for message in messages -%}",
  `{{ '<|deliberate:' + message.role + '|>' + message.content }}`,
  "{%- endfor -%}",
  `{%- if add_generation_prompt -%}{{ '${mark("assistant")}' }}`,
  `{%- if not enable_thinking -%}{{ '${mark("no-thought")}</think>' }}{%- endif -%}`,
  "{%- endif -%}",
].join("");

export interface ChatRequest {
  /** The last one is the assistant's where its answer has begun. */
  readonly messages: readonly ChatMessage[];
  readonly begun: boolean;
  readonly suppressesThought: boolean;
}

/** Marks count only in what the template wrote; what people and models wrote is never read for them. */
export function messagesOf(pieces: readonly PromptPiece[]): ChatRequest {
  const messages: { role: Role; content: string }[] = [];
  let suppressesThought = false;
  const append = (text: string): void => {
    const last = messages.at(-1);
    if (last !== undefined) last.content += text;
    else if (text !== "") messages.push({ role: "user", content: text });
  };
  for (const { text, special } of pieces) {
    if (!special) {
      append(text);
      continue;
    }
    const parts = text.split(markPattern);
    append(parts[0] ?? "");
    for (let at = 1; at < parts.length; at += 2) {
      const what = parts[at];
      if (what === "no-thought") suppressesThought = true;
      else {
        messages.push({ role: what as Role, content: "" });
        suppressesThought = false;
      }
      append(parts[at + 1] ?? "");
    }
  }
  const last = messages.at(-1);
  const begun = last?.role === "assistant" && last.content !== "";
  if (last?.role === "assistant" && !begun) messages.pop();
  return { messages, begun, suppressesThought };
}

const goOn =
  "Your last message was cut off. Go on exactly where it stops, in the middle of the sentence, and repeat nothing of it.";

/** Where an answer cannot be gone on with, the model is asked to: another question than it was put, but the nearest. */
export const askedToGoOn = (messages: readonly ChatMessage[]): ChatMessage[] => [
  ...messages,
  { role: "user", content: goOn },
];
