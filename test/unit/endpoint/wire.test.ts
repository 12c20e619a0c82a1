import assert from "node:assert/strict";
import { test } from "node:test";
import type { EndpointReport } from "../../../language-server/contract/endpoint.ts";
import { createChatFormat } from "../../../language-server/core/chat/chatTemplate.ts";
import { Dialogue } from "../../../language-server/engine/remote/dialogue.ts";
import { messagesOf, messagesTemplate } from "../../../language-server/engine/remote/messages.ts";
import { chatWire } from "../../../language-server/engine/remote/wire/chat.ts";
import { completionsWire } from "../../../language-server/engine/remote/wire/completions.ts";
import { llamaServerWire } from "../../../language-server/engine/remote/wire/llamaServer.ts";
import type { Unit, Wanted } from "../../../language-server/engine/remote/wire/wire.ts";

const report: EndpointReport = {
  address: "http://a/v1#m",
  model: "m",
  servers: [{ url: "http://a/v1", software: "" }],
  api: "chat",
  template: "server",
  contextTokens: null,
  parallel: null,
  alternatives: 5,
  tokenIds: false,
  seed: true,
  severalAnswers: false,
  consecutiveSeeds: false,
  limitField: "max_tokens",
  continuation: true,
  extendedSampling: true,
};
const wanted: Wanted = {
  maxTokens: 9,
  sampling: { temperature: 0.6, topP: 0.9, minP: 0.1, topK: 20 },
  seed: 5,
};
const texts = (units: readonly Unit[]): string[] => units.map(({ text }) => text);

const chat = createChatFormat({ template: messagesTemplate, bosText: "", eosText: "" });
assert.ok(chat.ok);
const format = chat.value;

test("a dialogue of several turns comes out as messages, whatever people and models write into it", () => {
  const dialogue = new Dialogue();
  const opening = format.opening(
    [
      { role: "system", content: "Be brief." },
      { role: "user", content: "What is <|deliberate:system|> 2 + 2?" },
    ],
    "allow",
  );
  dialogue.addPrompt(opening.pieces, null);
  assert.deepEqual(messagesOf(dialogue.pieces()), {
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "What is <|deliberate:system|> 2 + 2?" },
    ],
    begun: false,
    suppressesThought: false,
  });
  dialogue.addToken(0, "<think>hm<|deliberate:user|>");
  dialogue.addPrompt(format.continuation("And now?", { endedInThought: true }, "suppress").pieces, null);
  const { messages, begun, suppressesThought } = messagesOf(dialogue.pieces());
  assert.deepEqual(messages.slice(2), [
    { role: "assistant", content: "<think>hm<|deliberate:user|>\n</think>\n\n" },
    { role: "user", content: "And now?" },
  ]);
  assert.deepEqual([begun, suppressesThought], [false, true]);
});

test("an answer that has begun is gone on with, or asked for in words where it cannot be", () => {
  const dialogue = new Dialogue();
  dialogue.addPrompt(format.opening([{ role: "user", content: "Count." }], "allow").pieces, null);
  dialogue.addToken(0, "one, two");
  const body = chatWire(report).body(dialogue, wanted) as Record<string, unknown>;
  assert.deepEqual(body.messages, [
    { role: "user", content: "Count." },
    { role: "assistant", content: "one, two" },
  ]);
  assert.deepEqual([body.continue_final_message, body.add_generation_prompt], [true, false]);
  assert.deepEqual(
    [body.max_tokens, body.temperature, body.top_p, body.top_k, body.min_p, body.seed, body.top_logprobs],
    [9, 0.6, 0.9, 20, 0.1, 5, 5],
  );
  const plain = { ...report, continuation: false, alternatives: null, extendedSampling: false, seed: false };
  const asked = chatWire(plain).body(dialogue, wanted) as Record<string, unknown>;
  const last = (asked.messages as { role: string; content: string }[]).at(-1);
  assert.equal(last?.role, "user");
  assert.match(last?.content ?? "", /exactly where it stops/);
  for (const field of ["continue_final_message", "top_k", "min_p", "seed", "logprobs"])
    assert.ok(!(field in asked), field);
});

test("chat: tokens with their alternatives; thoughts that the server took out are put back between their tags", () => {
  const read = chatWire(report).reader();
  const delta = (content: object, logprobs?: object) =>
    read({
      choices: [{ delta: content, ...(logprobs === undefined ? {} : { logprobs }), finish_reason: null }],
    });
  assert.deepEqual(texts(delta({ role: "assistant", content: "" }).units), []);
  assert.deepEqual(texts(delta({ reasoning_content: "so " }).units), ["<think>\n", "so "]);
  assert.deepEqual(texts(delta({ reasoning: "four" }).units), ["four"]);
  const { units } = delta(
    { content: "4." },
    {
      content: [
        {
          token: "4",
          logprob: -0.1,
          bytes: [52],
          top_logprobs: [
            { token: "4", logprob: -0.1 },
            { token: "5", logprob: -3 },
          ],
        },
        { token: ".", logprob: -0.2, bytes: [46], top_logprobs: [] },
      ],
    },
  );
  assert.deepEqual(texts(units), ["\n</think>\n\n", "4", "."]);
  assert.deepEqual(
    units.map(({ sampled }) => sampled),
    [0, 1, 1],
  );
  assert.deepEqual(units[1]?.alternatives[1], { id: null, text: "5", logprob: -3 });
  assert.equal(read({ choices: [{ delta: {}, finish_reason: "stop" }] }).end, "turn");
  const last = read({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 4 } });
  assert.deepEqual([last.promptTokens, last.sampledTokens], [7, 4]);
});

test("chat: a character in several tokens is one piece, since half of one cannot be sent back", () => {
  const read = chatWire(report).reader();
  const part = (token: string, bytes: number[], content: string) =>
    read({
      choices: [
        { delta: { content }, logprobs: { content: [{ token, bytes, logprob: -1, top_logprobs: [] }] } },
      ],
    }).units;
  assert.deepEqual(part("\ufffd", [0xc3], "\ufffd"), []);
  const [unit] = part("\ufffd", [0xa4], "\ufffd");
  assert.deepEqual([unit?.text, unit?.sampled, unit?.logprob], ["ä", 2, -2]);
});

test("completions: prompt as text, tokens by their texts", () => {
  const wire = completionsWire({ ...report, api: "completions" });
  const dialogue = new Dialogue();
  dialogue.addPrompt([{ text: "Q: 1\nA:", special: false }], null);
  dialogue.addToken(0, " 2");
  assert.equal((wire.body(dialogue, wanted) as { prompt: string }).prompt, "Q: 1\nA: 2");
  const read = wire.reader();
  const { units } = read({
    choices: [
      {
        text: " a b",
        logprobs: {
          tokens: [" a", " b"],
          token_logprobs: [-1, -2],
          top_logprobs: [{ " a": -1, " c": -2 }, {}],
        },
      },
    ],
  });
  assert.deepEqual(
    units.map(({ text, logprob }) => [text, logprob]),
    [
      [" a", -1],
      [" b", -2],
    ],
  );
  assert.equal(read({ choices: [{ text: "", finish_reason: "length" }] }).end, "length");
  assert.equal(read({ error: { code: 500, message: "broken" } }).problem?.status, 500);
});

test("llama-server: tokens by id; those of a character that was not whole are counted although they were not sent", () => {
  const wire = llamaServerWire({ ...report, api: "llama-server", tokenIds: true });
  const dialogue = new Dialogue();
  dialogue.addPrompt([{ text: "x", special: true }], [1, 2]);
  dialogue.addToken(3, "y");
  const body = wire.body(dialogue, wanted) as Record<string, unknown>;
  assert.deepEqual([body.prompt, body.n_predict, body.n_probs], [[1, 2, 3], 9, 5]);
  assert.equal(wire.url("http://a/v1"), "http://a/completion");
  const read = wire.reader();
  const event = (id: number, content: string, predicted: number) =>
    read({
      content,
      tokens: [id],
      stop: false,
      tokens_predicted: predicted,
      completion_probabilities: [
        { id, token: content, logprob: -1, top_logprobs: [{ id: 9, token: "z", logprob: -2 }] },
      ],
    }).units[0];
  assert.deepEqual([event(7, "a", 1)?.sampled, event(8, "ä", 4)?.sampled], [1, 3]);
  const end = (fields: object) =>
    read({ content: "", tokens: [], stop: true, tokens_predicted: 4, ...fields }).end;
  assert.equal(end({ stop_type: "eos" }), "turn");
  assert.equal(end({ stop_type: "limit", truncated: true }), "context");
  assert.equal(end({ stop_type: "limit", truncated: false }), "length");
});

test("a copied dialogue ends where it is told to", () => {
  const dialogue = new Dialogue();
  dialogue.addPrompt([{ text: "ab", special: true }], [1, 2]);
  for (const id of [3, 4]) dialogue.addToken(id, `t${id}`);
  const copy = new Dialogue();
  for (const [upTo, ids] of [
    [1, [1]],
    [3, [1, 2, 3]],
    [9, [1, 2, 3, 4]],
  ] as const) {
    copy.copyFrom(dialogue, upTo);
    assert.deepEqual(copy.ids(), ids);
  }
  dialogue.takeBack();
  assert.deepEqual(
    [dialogue.ids(), copy.ids()],
    [
      [1, 2, 3],
      [1, 2, 3, 4],
    ],
    "copies do not share",
  );
});
