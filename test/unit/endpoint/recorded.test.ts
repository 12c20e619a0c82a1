/** vLLM and SGLang by the shapes of their answers, sent over HTTP in pieces of any size. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { EndpointReport } from "../../../language-server/contract/endpoint.ts";
import { Http } from "../../../language-server/engine/remote/connection/http.ts";
import { Pool } from "../../../language-server/engine/remote/connection/pool.ts";
import { Dialogue } from "../../../language-server/engine/remote/dialogue.ts";
import type { Drawn, Order } from "../../../language-server/engine/remote/member.ts";
import { refusalOf, wantsNewerLimit } from "../../../language-server/engine/remote/refusals.ts";
import { Requests } from "../../../language-server/engine/remote/requests.ts";
import { chatWire } from "../../../language-server/engine/remote/wire/chat.ts";
import { completionsWire } from "../../../language-server/engine/remote/wire/completions.ts";
import type { Unit } from "../../../language-server/engine/remote/wire/wire.ts";
import { refusals, sglangAborted, sglangChat, vllmChat, vllmCompletions, vllmThought } from "./recorded.ts";

const report: EndpointReport = {
  address: "http://a/v1#m",
  model: "m",
  servers: [],
  api: "chat",
  template: "server",
  contextTokens: 4096,
  parallel: null,
  alternatives: 2,
  tokenIds: false,
  seed: true,
  severalAnswers: true,
  consecutiveSeeds: true,
  limitField: "max_tokens",
  continuation: true,
  extendedSampling: true,
};

interface Answer {
  readonly drawn: Drawn;
  readonly units: readonly Unit[];
}

/** Asks a server that answers with these streams, one after the other, for so many samples at once. */
async function ask(
  streams: readonly (readonly object[])[],
  samples: number,
  changes: Partial<EndpointReport> = {},
): Promise<{ answers: Answer[]; bodies: Record<string, unknown>[] }> {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request.setEncoding("utf8")) text += piece as string;
    const events = streams[Math.min(bodies.length, streams.length - 1)] ?? [];
    bodies.push(JSON.parse(text));
    const bytes = Buffer.from(
      `${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}data: [DONE]\n\n`,
    );
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    for (let at = 0; at < bytes.length; at += 97) {
      response.write(bytes.subarray(at, at + 97));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const access = { timeoutMs: 2000, attempts: 3, pauseMs: 1 };
  const http = new Http(access);
  const pool = new Pool([url], { start: 8, most: 8, now: () => performance.now() });
  const told = { ...report, ...changes };
  const wire = (told.api === "chat" ? chatWire : completionsWire)(told);
  const requests = new Requests(http, pool, wire, access, told, () => undefined);
  const dialogue = () => {
    const made = new Dialogue();
    made.addPrompt([{ text: "2 + 2?", special: false }], null);
    return made;
  };
  const answers = await Promise.all(
    Array.from({ length: samples }, async (_, sample): Promise<Answer> => {
      const units: Unit[] = [];
      const own = dialogue();
      const order: Order = {
        dialogue: own,
        wanted: () => ({
          maxTokens: 8 - units.length,
          sampling: { temperature: 1, topP: 1, minP: 0, topK: 20 },
          seed: 40 + sample,
        }),
        take: (unit) => {
          units.push(unit);
          own.addToken(0, unit.text);
          return false;
        },
        preferred: 0,
        sample,
        label: (all) => all.join("-"),
        signal: new AbortController().signal,
      };
      return { drawn: await requests.draw(order), units };
    }),
  );
  http.close();
  await new Promise((resolve) => server.close(resolve));
  return { answers, bodies };
}

const textsOf = ({ units }: Answer): string[] => units.map(({ text }) => text);
const counts = ({ drawn }: Answer): unknown =>
  drawn.end === "failed" || drawn.end === "stopped"
    ? drawn
    : [drawn.end, drawn.promptTokens, drawn.sampledTokens];

test("vLLM, chat: two answers in one stream, told apart by index, each with its own counts", async () => {
  const { answers, bodies } = await ask([vllmChat], 2);
  assert.equal(bodies.length, 1);
  const { n, seed, max_tokens, logprobs, top_logprobs, stream_options } = bodies[0] ?? {};
  assert.deepEqual([n, seed, max_tokens, logprobs, top_logprobs], [2, 40, 8, true, 2]);
  assert.deepEqual(stream_options, { include_usage: true, continuous_usage_stats: true });
  assert.deepEqual(
    answers.map((answer) => textsOf(answer).join("")),
    [" four", " five!"],
  );
  assert.deepEqual(answers.map(counts), [
    ["turn", 9, 2],
    ["length", 9, 2],
  ]);
  assert.deepEqual(
    answers.map(({ drawn }) => "promptIsShared" in drawn && drawn.promptIsShared),
    [false, true],
    "the prompt was read once",
  );
  assert.deepEqual(answers[1]?.units[0], {
    id: null,
    text: " five",
    logprob: -0.25,
    alternatives: [
      { id: null, text: " five", logprob: -0.25 },
      { id: null, text: " other", logprob: -1.5 },
    ],
    sampled: 1,
  });
});

test("vLLM, chat: a thought that its parser took out is put back", async () => {
  const { answers } = await ask([vllmThought], 1);
  assert.equal(answers[0] && textsOf(answers[0]).join(""), "<think>\n2 and 2 is 4\n</think>\n\n4");
});

test("vLLM, completions: answers in any order, counts of all at the end, alternatives as a map", async () => {
  const { answers } = await ask([vllmCompletions], 2, { api: "completions" });
  assert.deepEqual(answers.map(textsOf), [[" a"], [" b", " c"]]);
  assert.deepEqual(
    answers.map(({ drawn }) => drawn.end),
    ["length", "length"],
  );
  assert.deepEqual(answers[0]?.units[0]?.alternatives, [
    { id: null, text: " a", logprob: -0.5 },
    { id: null, text: " x", logprob: -2 },
  ]);
  assert.deepEqual(
    answers.map(({ drawn }) => ("sampledTokens" in drawn ? drawn.sampledTokens : undefined)),
    [null, null],
    "the three tokens of both are the count of neither",
  );
});

test("SGLang, chat: nulls everywhere, several tokens in a chunk, the ends of all answers at the end", async () => {
  const { answers } = await ask([sglangChat], 2, { consecutiveSeeds: false, seed: false });
  assert.deepEqual(answers.map(textsOf), [
    [" is", " 4"],
    [" so", " it"],
  ]);
  assert.deepEqual(answers.map(counts), [
    ["turn", 9, 3],
    ["length", 9, 2],
  ]);
  assert.deepEqual(
    answers[1]?.units.map(({ logprob }) => logprob),
    [-0.1, -0.2],
  );
});

test("SGLang: an answer that was aborted there has not ended; what came stays, and the rest is asked for", async () => {
  const { answers, bodies } = await ask([sglangAborted, vllmCompletions], 1, {
    api: "completions",
    severalAnswers: false,
  });
  assert.deepEqual(
    bodies.map(({ prompt, max_tokens }) => [prompt, max_tokens]),
    [
      ["2 + 2?", 8],
      ["2 + 2? half", 7],
    ],
  );
  assert.equal(answers[0]?.units[0]?.text, " half");
});

test("an answer that has begun is gone on with by the fields that both know", async () => {
  const wire = chatWire(report);
  const dialogue = new Dialogue();
  dialogue.addPrompt(
    [
      { text: "<|deliberate:user|>", special: true },
      { text: "2 + 2?", special: false },
      { text: "<|deliberate:assistant|>", special: true },
    ],
    null,
  );
  dialogue.addToken(0, "It is");
  const sampling = { temperature: 1, topP: 1, minP: 0, topK: 20 };
  const body = wire.body(dialogue, { maxTokens: 4, sampling, seed: 1 }) as Record<string, unknown>;
  // vLLM refuses the one with the other's default, so both are said.
  assert.deepEqual([body.continue_final_message, body.add_generation_prompt], [true, false]);
  assert.deepEqual(body.messages, [
    { role: "user", content: "2 + 2?" },
    { role: "assistant", content: "It is" },
  ]);
});

test("what they refuse is told apart", () => {
  for (const { server, status, body, kind } of refusals) {
    const text = JSON.stringify(body);
    assert.equal(refusalOf(status, text, "http://a").kind, kind, `${server}: ${text}`);
    assert.ok(!wantsNewerLimit(text), "and is no wish for another field");
  }
  assert.ok(
    wantsNewerLimit(
      '{"error":{"message":"Unsupported parameter: \'max_tokens\' is not supported with this model. Use \'max_completion_tokens\' instead.","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}',
    ),
  );
});
