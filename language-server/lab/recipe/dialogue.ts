/** How dialogues become tokens. The template in the exported model says the same in Jinja. */
import type { TaskMessage } from "../tasks/types.ts";
import type { Tokenizer } from "../tokenizer/bpe.ts";
import type { Example } from "../train/data.ts";

/** Each role is opened by one token, each message ended by another. */
export const endToken = "<|end|>";
const roleToken = { system: "<|system|>", user: "<|user|>", assistant: "<|assistant|>" } as const;
export const specialTokens: readonly string[] = [endToken, ...Object.values(roleToken)];

/** For `tokenizer.chat_template`. */
export const chatTemplate =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

/** Tokens of a dialogue; learned are those of messages to be trained, their end included. */
export function encodeDialogue(tokenizer: Tokenizer, messages: readonly TaskMessage[]): Example {
  const tokens: number[] = [];
  const learn: number[] = [];
  const push = (ids: readonly number[], train: boolean) => {
    for (const id of ids) {
      tokens.push(id);
      learn.push(train ? 1 : 0);
    }
  };
  for (const [i, { role, content, train, continues }] of messages.entries()) {
    if (continues !== true) push([tokenizer.idOf(roleToken[role])], false);
    push(tokenizer.encode(content), train);
    if (messages[i + 1]?.continues !== true) push([tokenizer.idOf(endToken)], train);
  }
  return { tokens, learn };
}
