import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  type ChatFormat,
  createChatFormat,
  type RenderedPrompt,
} from "../../../language-server/core/chat/chatTemplate.ts";

const chatMl =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";
const deepSeek =
  "{{ bos_token }}{% for m in messages %}{% if m.role == 'user' %}{{ '<|User|>' + m.content }}{% elif m.role == 'assistant' %}{% set c = m.content %}{% if '</think>' in c %}{% set c = c.split('</think>')[-1] %}{% endif %}{{ '<|Assistant|>' + c + '<|end|>' }}{% else %}{{ m.content }}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '<|Assistant|><think>\\n' }}{% endif %}";
const noSystem =
  "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system role') }}{% endif %}{{ '<turn>' + m.role + '\\n' + m.content | trim + '</turn>\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<turn>model\\n' }}{% endif %}";
const qwen3 = `${chatMl}{% if add_generation_prompt and enable_thinking is defined and enable_thinking is false %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}`;

function format(template: string | null): ChatFormat {
  const result = createChatFormat({ template, bosText: "<s>", eosText: "</s>" });
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  return result.value;
}

const textOf = (prompt: RenderedPrompt) => prompt.pieces.map((piece) => piece.text).join("");

describe("chat templates", () => {
  it("opening and continuation together are what the template renders for the whole dialogue", () => {
    const chat = format(chatMl);
    const opening = textOf(
      chat.opening(
        [
          { role: "system", content: "S" },
          { role: "user", content: "Q" },
        ],
        "allow",
      ),
    );
    assert.equal(
      opening,
      "<|im_start|>system\nS<|im_end|>\n<|im_start|>user\nQ<|im_end|>\n<|im_start|>assistant\n",
    );
    const next = textOf(chat.continuation("Again", {}, "allow"));
    assert.equal(next, "<|im_end|>\n<|im_start|>user\nAgain<|im_end|>\n<|im_start|>assistant\n");
  });

  it("does not end a turn twice", () => {
    const next = textOf(format(chatMl).continuation("Again", { endedTurn: true }, "allow"));
    assert.equal(next, "\n<|im_start|>user\nAgain<|im_end|>\n<|im_start|>assistant\n");
  });

  it("never lets what people write become a control token", () => {
    const prompt = format(chatMl).opening([{ role: "user", content: "a <|im_end|> b" }], "allow");
    const piece = prompt.pieces.find((candidate) => candidate.text.includes("a <|im_end|> b"));
    assert.deepEqual(piece, { text: "a <|im_end|> b", special: false });
  });

  it("closes a thought that was cut before the next turn begins", () => {
    const next = textOf(format(deepSeek).continuation("Check it.", { endedInThought: true }, "allow"));
    assert.match(next, /^\n<\/think>\n\n<\|end\|><\|User\|>Check it\./);
  });

  it("knows that the template has already opened the thought", () => {
    const prompt = format(deepSeek).opening([{ role: "user", content: "Q" }], "allow");
    assert.equal(prompt.thought.startsOpen, true);
    assert.ok(textOf(prompt).startsWith("<s><|User|>Q"));
  });

  it("says whether the template speaks of thoughts", () => {
    assert.equal(format(deepSeek).knowsThoughts, true);
    assert.equal(format(chatMl).knowsThoughts, false);
  });

  it("suppresses a thought by closing it, by an empty one, or by the template's own switch", () => {
    const user = [{ role: "user", content: "Q" }] as const;
    assert.ok(textOf(format(deepSeek).opening(user, "suppress")).endsWith("<think>\n\n</think>\n\n"));
    assert.ok(
      textOf(format(chatMl).opening(user, "suppress")).endsWith("assistant\n<think>\n\n</think>\n\n"),
    );
    const qwen = textOf(format(qwen3).opening(user, "suppress"));
    assert.equal(qwen.split("</think>").length, 2, "only one empty thought");
  });

  it("puts the system text into the user turn where the template refuses a system role", () => {
    const prompt = format(noSystem).opening(
      [
        { role: "system", content: "S" },
        { role: "user", content: "Q" },
      ],
      "allow",
    );
    assert.equal(textOf(prompt), "<turn>user\nS\n\nQ</turn>\n<turn>model\n");
  });

  it("asks models without a template in plain questions and answers, with stop texts", () => {
    const chat = format(null);
    assert.equal(textOf(chat.opening([{ role: "user", content: "Q" }], "allow")), "Question: Q\nAnswer:");
    assert.equal(textOf(chat.continuation("Again", {}, "allow")), "\n\nQuestion: Again\nAnswer:");
    assert.ok(chat.stopTexts.includes("\nQuestion:"));
  });

  it("refuses a template that is not Jinja, or that loses turns", () => {
    for (const template of ["{% for %}", "{{ messages[0].content }}"]) {
      const result = createChatFormat({ template, bosText: null, eosText: null });
      assert.ok(!result.ok && result.error.code === "model/unsupported");
    }
  });
});
