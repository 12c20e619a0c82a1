/** The unfinished end of a stage leaves the sequence at a pause, and what comes next follows what is left. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { GenerateParams } from "../../language-server/contract/engine.ts";
import { generateParams, loadParams, newHost, type Stage, TestEngine, value } from "./harness.ts";
import { mambaModel, slidingModel } from "./oddModels.ts";

const dropping: Partial<GenerateParams> = { budgetTokens: 50, dropsUnfinished: { keptAtLeast: 0 } };
const next: Partial<GenerateParams> = {
  prompt: [{ text: "\n\nThen Lily said", special: false }],
  key: { seed: 7, questionId: "q1", sample: 0, path: 0, stage: 1 },
  budgetTokens: 30,
};

/** What is kept of a stage, as it must be kept. */
function keptOf({ result, ids, texts }: Stage): number[] {
  const { kept, text } = result;
  assert.ok(kept !== undefined, "an end was dropped");
  assert.equal(result.reason, "budget");
  assert.equal(result.generatedTokens, ids.length, "what is dropped was generated");
  assert.ok(kept.tokens > 0 && kept.tokens < ids.length);
  assert.equal(texts.slice(0, kept.tokens).join(""), text.slice(0, kept.characters));
  assert.match(text.slice(0, kept.characters), /[.!?]["”]?$/);
  return ids.slice(0, kept.tokens);
}

describe("a model file whose sequences drop their unfinished end", { timeout: 120_000 }, () => {
  const engine = new TestEngine(newHost());
  before(async () => {
    value(await engine.host.start());
    value(await engine.host.request("load", loadParams()));
  });
  after(() => engine.host.stop());

  /** A sequence that has never held anything else than what was kept. */
  async function fresh(kept: readonly number[], slot: number, overrides: Partial<GenerateParams> = {}) {
    await engine.call("clear", { slot });
    await engine.call("append", { slot, prompt: generateParams(overrides).prompt, tokens: [...kept] });
    return engine.generate({ ...overrides, ...next, slot }, true);
  }

  it("goes on as a fresh sequence over the kept tokens would, and evaluates nothing again", async () => {
    const stage = await engine.generate(dropping);
    const kept = keptOf(stage);
    const { length, ...before } = await engine.call("counters", { slot: 0 });
    assert.equal(length, stage.result.promptTokens + kept.length);
    const after = await engine.generate(next, true);
    const { inputTokens, outputTokens } = await engine.call("counters", { slot: 0 });
    // All but the last token drawn; and the last one kept, whose logits are needed only now.
    assert.equal(
      inputTokens + outputTokens - before.inputTokens - before.outputTokens,
      1 + after.result.promptTokens + after.ids.length - 1,
    );
    assert.deepEqual(after.ids, (await fresh(kept, 1)).ids);
    // Written as far as that, and no further: not a bit differs.
    const { ids } = await engine.generate({ budgetTokens: kept.length, slot: 2 });
    assert.deepEqual(ids, kept);
    const other = await engine.generate({ ...next, slot: 2 }, true);
    assert.deepEqual(after.ids, other.ids);
    assert.deepEqual(after.logprobs, other.logprobs);
  });

  it("the same while other sequences work in the same batches", async () => {
    const samples = Array.from({ length: 4 }, (_, slot) => ({
      ...dropping,
      slot,
      key: { seed: 3, questionId: "q", sample: slot, path: 0, stage: 0 },
      sampling: { temperature: 0.8, topP: 0.95, minP: 0, topK: 40 },
      budgetTokens: 30 + 5 * slot,
    }));
    const stages = await Promise.all(samples.map((sample) => engine.generate(sample)));
    const going = await Promise.all(stages.map((_, slot) => engine.generate({ ...next, slot }, true)));
    for (const [slot, stage] of stages.entries()) {
      const other = await fresh(keptOf(stage), 5);
      assert.deepEqual(going[slot]?.ids, other.ids, `slot ${slot}`);
    }
  });

  it("interrupted anywhere, drops the same; and a fork of what is left goes on in the same way", async () => {
    const stage = await engine.generate(dropping);
    const kept = keptOf(stage);
    for (const from of [1, kept.length, kept.length + 1, stage.ids.length - 1]) {
      const resume = { tokens: stage.ids.slice(0, from), forcedFrom: null };
      const resumed = await engine.generate({ ...dropping, slot: 2, resume });
      assert.deepEqual(resumed.result.kept, stage.result.kept, `behind ${from} tokens`);
    }
    await engine.call("fork", { from: 2, to: 3 });
    const [left, forked] = [
      await engine.generate({ ...next, slot: 2 }, true),
      await engine.generate({ ...next, slot: 3 }, true),
    ];
    assert.deepEqual(forked.ids, left.ids);
    assert.deepEqual(forked.logprobs, left.logprobs);
  });

  it("from a fork in its middle, too", async () => {
    const stage = await engine.generate(dropping);
    const kept = keptOf(stage);
    for (const held of [3, kept.length, kept.length + 2]) {
      await engine.call("clear", { slot: 4 });
      await engine.call("append", {
        slot: 4,
        prompt: generateParams().prompt,
        tokens: stage.ids.slice(0, held),
      });
      const resume = { tokens: stage.ids.slice(0, held), forcedFrom: null, held };
      const forked = await engine.generate({ ...dropping, slot: 4, prompt: [], resume }, true);
      assert.deepEqual(forked.result.kept, stage.result.kept);
      const { length } = await engine.call("counters", { slot: 4 });
      assert.equal(length, stage.result.promptTokens + kept.length, `${held} tokens held`);
    }
  });

  it("keeps what must stay, and all of a stage that has ended by itself", async () => {
    const whole = await engine.generate({ ...dropping, dropsUnfinished: { keptAtLeast: 50 } });
    assert.equal(whole.result.kept, undefined);
    const stopped = await engine.generate({ ...dropping, stop: { texts: [" park"], atBox: false } });
    assert.deepEqual([stopped.result.reason, stopped.result.kept], ["stop-text", undefined]);
    const { length } = await engine.call("counters", { slot: 0 });
    assert.equal(length, stopped.result.promptTokens + stopped.ids.length);
  });
});

describe("a model whose state cannot be cut", { timeout: 60_000 }, () => {
  const said = "One is done.\n\nTwo is not";
  const rules = [
    { when: "done\\.\\n\\nNow$", say: " it follows." },
    { when: "Go$", say: `${said} yet and so on and on` },
  ];
  for (const cannotCut of [false, true]) {
    it(cannotCut ? "evaluates anew what is kept, and says so" : "and one whose state can be", async () => {
      const engine = new TestEngine(newHost({ script: { rules, cannotCut } }));
      value(await engine.host.start());
      await engine.call("load", loadParams({ sequences: 1 }));
      const prompt = [{ text: "Go", special: false }];
      const { result } = await engine.generate({ ...dropping, prompt, budgetTokens: 9 });
      assert.equal(result.text.slice(0, result.kept?.characters), "One is done.\n\n");
      const { length } = await engine.call("counters", { slot: 0 });
      assert.equal(length, result.promptTokens + (result.kept?.tokens ?? 0));
      assert.equal(result.kept?.reevaluatedTokens, cannotCut ? length - 1 : undefined);
      const after = await engine.generate({ prompt: [{ text: "Now", special: false }] }, true);
      assert.equal(after.result.text, " it follows.");
      await engine.host.stop();
    });
  }
});

describe("models whose sequences hold more, or less, than a list of tokens", { timeout: 120_000 }, () => {
  const kinds = [
    { name: "recurrent", model: mambaModel, budgetTokens: 60, isReadAgain: true },
    {
      name: "a sliding window that holds all yet",
      model: () => slidingModel(16),
      budgetTokens: 60,
      isReadAgain: false,
    },
    {
      name: "a sliding window that has moved on",
      model: () => slidingModel(16),
      budgetTokens: 900,
      isReadAgain: true,
    },
  ];
  for (const { name, model, budgetTokens, isReadAgain } of kinds) {
    it(`${name}: goes on as a fresh sequence would, and says what was read again for it`, async () => {
      const engine = new TestEngine(newHost());
      value(await engine.host.start());
      await engine.call(
        "load",
        loadParams({
          modelPath: await model(),
          sequences: 2,
          contextTokens: 1024,
          contextTokensMinimum: 1024,
        }),
      );
      const prompt = [{ text: "Hello there. ", special: false }];
      const began = [{ text: "One is done. Then we", special: false }];
      const begun = [...(await engine.call("tokenize", { prompt: began, preceding: [1] })).tokens];
      const resume = { tokens: begun, forcedFrom: null };
      const { result } = await engine.generate({ ...dropping, prompt, budgetTokens, resume });
      assert.equal(result.text.slice(0, result.kept?.characters), "One is done.");
      const kept = result.kept?.tokens ?? 0;
      const { length } = await engine.call("counters", { slot: 0 });
      assert.equal(length, result.promptTokens + kept);
      assert.equal(result.kept?.reevaluatedTokens, isReadAgain ? length - 1 : undefined);
      const after = await engine.generate(next, true);
      await engine.call("clear", { slot: 1 });
      await engine.call("append", { slot: 1, prompt, tokens: begun.slice(0, kept) });
      const fresh = await engine.generate({ ...next, slot: 1 }, true);
      assert.deepEqual(after.ids, fresh.ids);
      for (const [at, logprob] of after.logprobs.entries())
        assert.ok(Math.abs(logprob - (fresh.logprobs[at] ?? 0)) < 1e-2, `token ${at}`);
      await engine.host.stop();
    });
  }
});
