import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { EngineWork } from "../../language-server/contract/engine.ts";
import { loadParams, modelPath, newHost, TestEngine, value } from "./harness.ts";

const engine = new TestEngine(newHost());

before(async () => {
  value(await engine.host.start());
  value(await engine.host.request("load", loadParams()));
});
after(() => engine.host.stop());

const story =
  ", there was a little girl named Lily. She loved to play outside in the park. One day, she saw a big, red ball. She wanted to play with it, but it was too high.";
const warm = { temperature: 0.8, topP: 0.95, minP: 0, topK: 40 };

test("greedy text is the model's own", async () => {
  const stage = await engine.generate({ budgetTokens: 100 });
  assert.ok(stage.result.text.startsWith(story), stage.result.text);
  assert.equal(stage.result.reason, "budget");
  assert.equal(stage.result.promptTokens, 5, "four tokens and the beginning of sequence");
  assert.equal(stage.result.generatedTokens, 100);
  assert.equal(stage.texts.join(""), stage.result.text);
  assert.equal(stage.ids.length, 100);
  assert.ok(stage.chunks.length < 60, "tokens come in frames");
});

test("every token has its log-probability, entropy and five alternatives", async () => {
  const { chunks } = await engine.generate({ budgetTokens: 10 });
  let step = 0;
  for (const chunk of chunks) {
    assert.equal(chunk.firstStep, step);
    for (let i = 0; i < chunk.ids.length; i++) {
      assert.equal(chunk.alternativeIds[i * 5], chunk.ids[i], "greedy takes the first");
      assert.equal(chunk.alternativeLogprobs[i * 5], chunk.logprobs[i]);
      assert.ok(chunk.logprobs[i]! <= 0 && chunk.entropies[i]! >= 0);
      for (let j = 1; j < 5; j++) {
        assert.ok(chunk.alternativeLogprobs[i * 5 + j]! <= chunk.alternativeLogprobs[i * 5 + j - 1]!);
      }
    }
    step += chunk.ids.length;
  }
  assert.equal(step, 10);
});

test("a stage goes on from a fork in its middle, with tokens put in, as if it had been read from the start", async () => {
  const { ids, texts } = await engine.generate({ budgetTokens: 20 });
  const kept = ids.slice(0, 12);
  const put = [
    ...(await engine.call("tokenize", { prompt: [{ text: " But", special: false }], preceding: kept }))
      .tokens,
  ];
  const tokens = [...kept, ...put];
  const whole = await engine.generate({ slot: 1, budgetTokens: 30, resume: { tokens, forcedFrom: null } });
  for (const slot of [0, 2]) await engine.call("clear", { slot });
  const prompt = [{ text: "Once upon a time", special: false }];
  await engine.call("append", { slot: 0, prompt, tokens: kept });
  await engine.call("fork", { from: 0, to: 2 });
  const before = await engine.call("counters", { slot: 2 });
  const resume = { tokens, forcedFrom: null, held: kept.length, givenFrom: kept.length };
  const forked = await engine.generate({ slot: 2, budgetTokens: 30, prompt: [], resume }, true);
  const after = await engine.call("counters", { slot: 2 });
  assert.equal(forked.result.text, whole.result.text);
  assert.ok(forked.result.text.startsWith(`${texts.slice(0, 12).join("")} But`), forked.result.text);
  assert.equal(forked.result.generatedTokens, 30, "what was put in counts towards the budget");
  assert.deepEqual(forked.ids, [...put, ...whole.ids], "what was put in is told, what is kept is not");
  assert.deepEqual([...new Set(forked.forced.slice(0, put.length))], [2], "and marked");
  const read = after.inputTokens + after.outputTokens - before.inputTokens - before.outputTokens;
  assert.ok(read <= 30 - kept.length + 1, `${read} tokens evaluated in the fork`);
});

test("a long prompt of one slot is read in pieces, and another slot goes on between them", async () => {
  await engine.call("clear", { slot: 0 });
  await engine.call("clear", { slot: 1 });
  let written = 0;
  const stop = engine.host.onEvent((event) => {
    if (event.kind !== "tokens") return;
    for (const chunk of event.chunks) if (chunk.slot === 0) written += chunk.ids.length;
  });
  const running = engine.generate({ budgetTokens: 450, sampling: warm });
  while (written === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = written;
  const prompt = [{ text: "The cat sat on the mat and saw a dog. ".repeat(24), special: false }];
  const { result } = await engine.generate({ slot: 1, prompt, budgetTokens: 1 });
  const pieces = Math.floor(result.promptTokens / 128);
  assert.ok(pieces >= 2, `${result.promptTokens} tokens`);
  // The other slot's tokens are told no later than the answer.
  assert.ok(written - before >= pieces, `${written - before} tokens during ${pieces} pieces`);
  engine.host.request("cancel", { slot: 0 });
  await running;
  stop();
});

test("tells about once a second what its batches had to do", async () => {
  const told: EngineWork[] = [];
  const stop = engine.host.onEvent((event) => {
    if (event.kind === "work") told.push(event.work);
  });
  for (let round = 0; round < 60 && told.length === 0; round++) await engine.generate({ budgetTokens: 200 });
  stop();
  const [work] = told;
  assert.ok(work !== undefined);
  // At least the weights for every step, at less than what any memory gives.
  assert.ok(work.decodeMs > 0 && work.decodeBytes > work.decodeMs * 1e4, JSON.stringify(work));
  assert.ok(work.promptMs > 0 && work.promptFlops > 0 && work.hostMs > 0, JSON.stringify(work));
});

test("texts of all named token ids are told once", async () => {
  const host = newHost();
  const fresh = new TestEngine(host);
  value(await host.start());
  value(await host.request("load", loadParams({ sequences: 1 })));
  const told = new Map<number, string>();
  for (let round = 0; round < 2; round++) {
    const { chunks } = await fresh.generate({ budgetTokens: 30 });
    for (const chunk of chunks) {
      for (const { id, text } of chunk.vocabulary) {
        assert.ok(!told.has(id), `token ${id} told twice`);
        told.set(id, text);
      }
      for (const id of [...chunk.ids, ...chunk.alternativeIds]) assert.ok(told.has(id));
    }
  }
  await host.stop();
});

test("the same seed gives the same tokens, another seed others", async () => {
  const first = await engine.generate({ sampling: warm, budgetTokens: 120 });
  const second = await engine.generate({ sampling: warm, budgetTokens: 120 });
  assert.deepEqual(second.ids, first.ids);
  assert.deepEqual(second.logprobs, first.logprobs);
  const key = { seed: 8, questionId: "q1", sample: 0, path: 0, stage: 0 };
  const other = await engine.generate({ sampling: warm, budgetTokens: 120, key });
  assert.notDeepEqual(other.ids, first.ids);
});

test("a path draws the same alone and in a batch of eight, but for the last bits of the logits", async (t) => {
  const keyOf = (slot: number) => ({ seed: 3, questionId: `q${slot}`, sample: 0, path: 0, stage: 0 });
  const together = await Promise.all(
    [...Array(8).keys()].map((slot) =>
      engine.generate({ slot, sampling: warm, budgetTokens: 150, key: keyOf(slot) }),
    ),
  );
  const diverged: number[] = [];
  let largest = 0;
  for (let slot = 0; slot < 8; slot++) {
    const alone = await engine.generate({ slot: 0, sampling: warm, budgetTokens: 150, key: keyOf(slot) });
    const batched = together[slot]!;
    const at = alone.ids.findIndex((id, i) => id !== batched.ids[i]);
    if (at >= 0) diverged.push(at);
    for (let i = 0; i < (at < 0 ? alone.ids.length : at); i++) {
      largest = Math.max(largest, Math.abs(alone.logprobs[i]! - batched.logprobs[i]!));
    }
  }
  t.diagnostic(
    `paths that part: ${diverged.length} of 8, at tokens [${diverged}] of 150; largest difference of log-probabilities before that: ${largest}`,
  );
  assert.ok(largest < 0.02, `log-probabilities differ by ${largest}`);
  assert.ok(diverged.length <= 4, `${diverged.length} of 8 paths part`);
});

test("a batch of eight repeated gives the same tokens, to the last bit of their log-probabilities", async () => {
  const run = async () => {
    for (let slot = 0; slot < 8; slot++) await engine.call("clear", { slot });
    const stages = await Promise.all(
      [...Array(8).keys()].map((slot) => engine.generate({ slot, sampling: warm, budgetTokens: 100 }, true)),
    );
    return stages.map((stage) => [stage.ids, stage.logprobs]);
  };
  assert.deepEqual(await run(), await run());
});

test("isolated, a path is the same to the last bit: alone, among eight, and resumed", async () => {
  const host = newHost();
  const isolated = new TestEngine(host);
  value(await host.start());
  value(await host.request("load", loadParams({ isolated: true })));
  const forcedClose = { insideThought: "", outsideThought: " So the answer is", budgetTokens: 8 };
  const paramsOf = (slot: number) => ({
    sampling: warm,
    budgetTokens: 100,
    forcedClose,
    key: { seed: 3, questionId: `q${slot}`, sample: 0, path: 0, stage: 0 },
  });
  const together = await Promise.all(
    [...Array(8).keys()].map((slot) => isolated.generate({ slot, ...paramsOf(slot) })),
  );
  for (const [slot, among] of together.entries()) {
    const alone = await isolated.generate(paramsOf(slot));
    assert.deepEqual(among.ids, alone.ids);
    assert.deepEqual(among.logprobs, alone.logprobs);
  }
  const whole = await isolated.generate(paramsOf(0));
  for (const cut of [1, 30, 100, 102, whole.ids.length - 1]) {
    const resume = { tokens: whole.ids.slice(0, cut), forcedFrom: cut > 100 ? 100 : null };
    const rest = await isolated.generate({ ...paramsOf(0), resume });
    assert.deepEqual([...resume.tokens, ...rest.ids], whole.ids);
    assert.deepEqual(rest.logprobs, whole.logprobs.slice(cut), `cut after ${cut}`);
  }
  await host.stop();
});

test("a follow-up turn evaluates only what is new", async () => {
  const first = await engine.generate({ budgetTokens: 30 });
  const before = await engine.call("counters", { slot: 0 });
  assert.equal(before.length, 5 + 30);
  const second = await engine.generate(
    { prompt: [{ text: " One day", special: false }], budgetTokens: 10 },
    true,
  );
  const after = await engine.call("counters", { slot: 0 });
  const evaluated = after.inputTokens + after.outputTokens - before.inputTokens - before.outputTokens;
  // The last token of the first turn was still to be evaluated; the last of the second one is now.
  assert.equal(evaluated, second.result.promptTokens + 10);
  assert.equal(after.length, before.length + second.result.promptTokens + 10);
  assert.equal(first.result.promptTokens, 5);
  assert.ok(second.result.promptTokens < 5, "no second beginning-of-sequence token");
});

test("a fork has the same logits as its source and evaluates nothing", async () => {
  await engine.call("clear", { slot: 2 });
  await engine.call("append", {
    slot: 2,
    prompt: [{ text: "Once upon a time there was a big dog", special: false }],
  });
  const forked = await engine.call("fork", { from: 2, to: 3 });
  assert.equal(forked.evaluated, 0);
  assert.ok(forked.copied > 5);
  const source = await engine.generate({ slot: 2, prompt: [], budgetTokens: 20 }, true);
  const copy = await engine.generate({ slot: 3, prompt: [], budgetTokens: 20 }, true);
  assert.deepEqual(copy.ids, source.ids);
  assert.deepEqual(copy.logprobs, source.logprobs);
});

test("a fork at an earlier token goes on from there", async () => {
  await engine.generate({ slot: 4, budgetTokens: 30 });
  await engine.call("fork", { from: 4, to: 5, upTo: 5 + 10 });
  assert.equal((await engine.call("counters", { slot: 5 })).length, 15);
  const rest = await engine.generate({ slot: 5, prompt: [], budgetTokens: 20 }, true);
  const whole = await engine.generate({ slot: 4, budgetTokens: 30 });
  assert.deepEqual(rest.ids, whole.ids.slice(10));
});

test("cancel ends a stage between two tokens and keeps what is there", async () => {
  await engine.call("clear", { slot: 0 });
  const abort = new AbortController();
  const stop = engine.host.onEvent((event) => {
    if (event.kind === "tokens") abort.abort();
  });
  const params = { slot: 0, budgetTokens: 400, sampling: warm };
  const { generateParams } = await import("./harness.ts");
  const result = value(await engine.host.request("generate", generateParams(params), abort.signal));
  stop();
  assert.equal(result.reason, "cancelled");
  assert.ok(result.generatedTokens > 0 && result.generatedTokens < 400);
  const counters = await engine.call("counters", { slot: 0 });
  assert.equal(counters.length, result.promptTokens + result.generatedTokens);
});

test("a full context ends the stage; nothing is shifted out", async () => {
  const stage = await engine.generate({ budgetTokens: 5000 });
  assert.equal(stage.result.reason, "context");
  assert.equal(stage.result.generatedTokens, 512 - 5);
  assert.equal((await engine.call("counters", { slot: 0 })).length, 512);
  const next = await engine.generate({ prompt: [{ text: "more", special: false }] }, true);
  assert.equal(next.result.reason, "context");
  assert.equal(next.result.generatedTokens, 0);
});

test("a prompt that does not fit is not evaluated at all", async () => {
  const stage = await engine.generate({
    prompt: [{ text: "Once upon a time. ".repeat(200), special: false }],
  });
  assert.equal(stage.result.reason, "context");
  assert.equal((await engine.call("counters", { slot: 0 })).length, 0);
});

test("stop texts end the stage and are cut off, also across tokens", async () => {
  const stage = await engine.generate({
    budgetTokens: 100,
    stop: { texts: [" in the park. One"], atBox: false },
  });
  assert.equal(stage.result.reason, "stop-text");
  assert.equal(stage.result.text, ", there was a little girl named Lily. She loved to play outside");
  const counters = await engine.call("counters", { slot: 0 });
  assert.equal(counters.length, 5 + stage.result.generatedTokens, "its tokens stay in the sequence");
});

test("the forced close is written when the budget ends, and a few tokens follow", async () => {
  const forcedClose = { insideThought: " INSIDE", outsideThought: " The end is", budgetTokens: 6 };
  const stage = await engine.generate({ budgetTokens: 12, forcedClose });
  assert.equal(stage.result.forced, true);
  assert.equal(stage.result.reason, "budget");
  assert.equal(stage.result.generatedTokens, 18);
  assert.equal(stage.result.forcedTokens, stage.forced.filter((flag) => flag === 1).length);
  assert.deepEqual(stage.forced.slice(0, 13), [...Array(12).fill(0), 1]);
  assert.ok(stage.result.text.includes(" The end is"), stage.result.text);
  assert.equal(stage.texts.join(""), stage.result.text);
});

test("a resumed stage equals the uninterrupted one, wherever it was cut", async () => {
  const forcedClose = { insideThought: "", outsideThought: " So the answer is", budgetTokens: 8 };
  const params = { sampling: warm, budgetTokens: 40, forcedClose };
  const whole = await engine.generate(params);
  const forcedAt = whole.forced.indexOf(1);
  assert.equal(forcedAt, 40);
  for (const cut of [0, 1, 17, 39, 40, 41, 42, forcedAt + whole.result.forcedTokens, whole.ids.length - 1]) {
    const tokens = whole.ids.slice(0, cut);
    const forcedFrom = cut > forcedAt ? forcedAt : null;
    const rest = await engine.generate({ ...params, resume: { tokens, forcedFrom } });
    assert.deepEqual([...tokens, ...rest.ids], whole.ids, `cut after ${cut}`);
    assert.equal(rest.result.text, whole.result.text);
    assert.equal(rest.result.generatedTokens, whole.result.generatedTokens);
    assert.equal(rest.result.forcedTokens, whole.result.forcedTokens);
    if (rest.chunks[0] !== undefined) assert.equal(rest.chunks[0].firstStep, cut);
  }
});

test("a slot answers one request at a time and the others go on", async () => {
  const long = engine.generate({ slot: 6, budgetTokens: 200 });
  await new Promise((resolve) => setTimeout(resolve, 30));
  const { generateParams } = await import("./harness.ts");
  const second = await engine.host.request("generate", generateParams({ slot: 6 }));
  assert.ok(!second.ok && second.error.code === "input/invalid");
  assert.equal((await long).result.generatedTokens, 200);
});

test("a context larger than the model was trained for is cut to that, unless the minimum asks for it", async () => {
  const host = newHost();
  value(await host.start());
  const load = async (contextTokens: number, contextTokensMinimum: number) =>
    value(await host.request("load", loadParams({ sequences: 2, contextTokens, contextTokensMinimum })));
  assert.equal((await load(4096, 256)).contextTokens, 512);
  assert.ok((await load(4096, 1024)).contextTokens >= 1024);
  await host.stop();
});

test("a character model gives its text back character by character", async () => {
  const host = newHost();
  const characters = new TestEngine(host);
  value(await host.start());
  const model = value(
    await host.request(
      "load",
      loadParams({ modelPath: modelPath("babyllama-char-940K.gguf"), sequences: 2 }),
    ),
  );
  assert.equal(model.contextTokens, 256);
  const stage = await characters.generate({
    prompt: [{ text: " Once upon a time", special: false }],
    budgetTokens: 120,
  });
  assert.ok(
    stage.result.text.startsWith(
      ", there was a little girl named Lily. She loved to play outside in the sunshine.",
    ),
  );
  assert.equal(stage.texts.join(""), stage.result.text);
  await host.stop();
});
