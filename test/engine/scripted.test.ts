import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  EngineEvent,
  GenerateParams,
  GenerateResult,
  TokenChunk,
} from "../../language-server/contract/engine.ts";
import type { Script } from "../../language-server/engine/scripted/script.ts";
import { ScriptedBackend } from "../../language-server/engine/scripted/scriptedBackend.ts";
import { SlotEngine } from "../../language-server/engine/slotEngine.ts";
import { error, generateParams, loadParams, newHost, TestEngine, value } from "./harness.ts";

const open = async (script: Script, contextTokens = 200) => {
  const chunks: TokenChunk[] = [];
  const engine = new SlotEngine(new ScriptedBackend(script), (event: EngineEvent) => {
    if (event.kind === "tokens") chunks.push(...event.chunks);
  });
  value(await engine.load(loadParams({ contextTokens, sequences: 2 })));
  const generate = async (
    overrides: Partial<GenerateParams>,
  ): Promise<GenerateResult & { ids: number[] }> => {
    chunks.length = 0;
    const result = value(await engine.generate(generateParams({ budgetTokens: 60, ...overrides })));
    return { ...result, ids: chunks.flatMap((chunk) => [...chunk.ids]) };
  };
  return { engine, generate };
};

const ask = (text: string) => [
  { text: "<|user|>", special: true },
  { text, special: false },
  { text: "<|end|><|assistant|>", special: true },
];
const thought = { open: "<think>", close: "</think>", startsOpen: false };

test("the model's own end of turn is in the sequence and named", async () => {
  const { engine, generate } = await open({ rules: [{ when: "2\\+2", say: "It is 4." }] });
  const result = await generate({ prompt: ask("2+2?") });
  assert.equal(result.text, "It is 4.");
  assert.equal(result.reason, "end-of-turn");
  assert.equal(result.endedTurn, true);
  assert.equal(result.generatedTokens, 5, "the end-of-turn token is a sampled token");
  assert.equal(value(await engine.counters({ slot: 0 })).length, result.promptTokens + 5);
});

test("a stage ends when a box closes, but not for one in a thought", async () => {
  const { generate } = await open({
    rules: [{ when: "go", say: "<think> \\boxed{1} no</think> So \\boxed{\\frac{2}{3}} and on" }],
  });
  const result = await generate({ prompt: ask("go"), stop: { texts: [], atBox: true }, thought });
  assert.equal(result.reason, "box");
  assert.equal(result.text, "<think> \\boxed{1} no</think> So \\boxed{\\frac{2}{3}}");
  assert.equal(result.endedTurn, false);
  assert.equal(result.inThought, false);
});

test("an unfinished thought is closed by force and the answer sampled behind it", async () => {
  const { generate } = await open({
    rules: [
      { when: "boxed\\{$", say: "42} done" },
      { when: "go", say: "<think> well well", endsTurn: false },
    ],
  });
  const params = {
    prompt: ask("go"),
    budgetTokens: 12,
    thought,
    stop: { texts: [], atBox: true },
    forcedClose: { insideThought: "</think> \\boxed{", outsideThought: "\\boxed{", budgetTokens: 8 },
  };
  const result = await generate(params);
  assert.equal(result.forced, true);
  assert.equal(result.reason, "box");
  assert.equal(result.inThought, false);
  assert.ok(result.text.endsWith("</think> \\boxed{42}"), result.text);
  assert.ok(result.forcedTokens > 1);

  // An interruption in the middle of the forced tokens: the rest of them is written, none twice.
  for (const cut of [12, 13, 12 + result.forcedTokens, result.ids.length]) {
    const again = await open({
      rules: [
        { when: "boxed\\{$", say: "42} done" },
        { when: "go", say: "<think> well well", endsTurn: false },
      ],
    });
    await again.generate({ ...params, slot: 1 });
    const tokens = result.ids.slice(0, cut);
    const rest = await again.generate({ ...params, resume: { tokens, forcedFrom: cut > 12 ? 12 : null } });
    assert.deepEqual([...tokens, ...rest.ids], result.ids, `cut after ${cut}`);
    assert.equal(rest.text, result.text);
    assert.equal(rest.reason, "box");
    assert.equal(rest.forcedTokens, result.forcedTokens);
  }
});

test("without a forced close the budget ends inside the thought, and that is told", async () => {
  const { generate } = await open({ rules: [{ when: "go", say: "hm", endsTurn: false }] });
  const result = await generate({
    prompt: ask("go"),
    budgetTokens: 5,
    thought: { ...thought, startsOpen: true },
  });
  assert.equal(result.reason, "budget");
  assert.equal(result.inThought, true);
  assert.equal(result.forced, false);
});

test("samples part by their dice and stay the same for the same seed", async () => {
  const { engine, generate } = await open({ rules: [{ when: "go", say: ["one", "two", "three"] }] });
  const texts: string[] = [];
  for (let sample = 0; sample < 30; sample++) {
    await engine.clear({ slot: 0 });
    const key = { seed: 5, questionId: "q", sample, path: 0, stage: 0 };
    texts.push(
      (await generate({ prompt: ask("go"), key, sampling: { temperature: 1, topP: 1, minP: 0, topK: 40 } }))
        .text,
    );
  }
  assert.equal(new Set(texts).size, 3);
});

test("text that reads like a control token stays text", async () => {
  const { engine } = await open({ rules: [] });
  const asked = value(await engine.tokenize({ prompt: ask("ignore <|end|> this") })).tokens;
  const plain = value(await engine.tokenize({ prompt: ask("ignore this") })).tokens;
  const ends = (tokens: Uint32Array) => tokens.filter((id) => id === 1).length;
  assert.equal(ends(asked), ends(plain));
});

test("append refuses what does not fit and leaves the slot as it was", async () => {
  const { engine } = await open({ rules: [] }, 20);
  value(await engine.append({ slot: 0, prompt: [{ text: "a b c", special: false }] }));
  const failure = error(
    await engine.append({ slot: 0, prompt: [{ text: "d ".repeat(30), special: false }] }),
  );
  assert.equal(failure.code, "engine/context-too-small");
  assert.equal(value(await engine.counters({ slot: 0 })).length, 4);
});

test("the scripted engine runs as a process, too", async () => {
  const host = newHost({ script: { rules: [{ when: "hello", say: "Hello to you." }] } });
  const engine = new TestEngine(host);
  value(await host.start());
  value(await host.request("load", loadParams({ sequences: 1 })));
  const stage = await engine.generate({ prompt: ask("hello") });
  assert.equal(stage.result.text, "Hello to you.");
  assert.equal(stage.texts.join(""), "Hello to you.");
  await host.stop();
});

test("where the state cannot be copied, a fork evaluates the prefix again", async () => {
  const backend = new ScriptedBackend({ rules: [{ when: "go", say: "one two three four" }] });
  const engine = new SlotEngine(
    {
      unload: () => backend.unload(),
      load: async (params, onProgress) => {
        const loaded = await backend.load(params, onProgress);
        if (loaded.ok) for (const sequence of loaded.value.sequences) sequence.copyFrom = async () => false;
        return loaded;
      },
    },
    () => {},
  );
  value(await engine.load(loadParams({ contextTokens: 200, sequences: 2 })));
  const whole = value(await engine.generate(generateParams({ prompt: ask("go") })));
  const forked = value(await engine.fork({ from: 0, to: 1, upTo: whole.promptTokens }));
  assert.deepEqual(forked, { copied: 0, evaluated: whole.promptTokens - 1 });
  const again = value(await engine.generate(generateParams({ slot: 1, prompt: [] })));
  assert.equal(again.text, whole.text);
});

test("a long prompt can be cancelled before its first token", async () => {
  const { engine, generate } = await open({ rules: [{ when: ".", say: "x" }] }, 5000);
  const pending = generate({ prompt: ask("word ".repeat(1500)) });
  await engine.cancel({ slot: 0 });
  const result = await pending;
  assert.equal(result.reason, "cancelled");
  assert.equal(result.generatedTokens, 0);
});

test("the budget of a stage that only repeats itself is given up, and what would come at its end comes", async () => {
  const { generate } = await open({ rules: [{ when: "go", say: "Hm and so on", endsTurn: false }] }, 2000);
  const params = { prompt: ask("go"), budgetTokens: 1000 };
  const kept = await generate(params);
  assert.equal(kept.generatedTokens, 1000, "unasked, nothing is ended");
  assert.equal(kept.repetition, undefined);

  const cut = await generate({ slot: 1, ...params, endsRepetition: true });
  assert.equal(cut.reason, "budget");
  assert.equal(cut.repetition?.blockTokens, 1);
  assert.equal(cut.generatedTokens, 3 + 256);
  assert.ok(kept.text.startsWith(cut.text));
});

test("behind a repetition the answer is forced, also when the stage was interrupted there", async () => {
  const { engine, generate } = await open(
    { rules: [{ when: "go", say: "Hm and so on", endsTurn: false }] },
    2000,
  );
  const forcedClose = { insideThought: "", outsideThought: " The answer is", budgetTokens: 5 };
  const params = { prompt: ask("go"), budgetTokens: 1000, endsRepetition: true, forcedClose };
  const whole = await generate(params);
  assert.equal(whole.forced, true);
  assert.equal(whole.forcedTokens, 3);
  assert.ok(whole.generatedTokens <= 3 + 256 + 5);

  value(await engine.clear({ slot: 0 }));
  const ids = whole.ids.slice(0, 3 + 256 + 1);
  const resumed = await generate({ ...params, resume: { tokens: ids, forcedFrom: 3 + 256 } });
  assert.equal(resumed.text, whole.text);
  assert.deepEqual([...ids, ...resumed.ids], whole.ids);
});
