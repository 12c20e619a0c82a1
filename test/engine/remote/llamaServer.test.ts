/**
 * Against the real llama-server, where DELIBERATE_LLAMA_SERVER names one: what the other tests say of a server that
 * speaks as it does must hold for itself.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type FaultProxy, startFaultProxy } from "../../support/endpoint/faultProxy.ts";
import { type LlamaServer, llamaServerPath, startLlamaServer } from "../../support/endpoint/llamaServer.ts";
import { generateParams, loadParams, newHost, stories, TestEngine, value } from "../harness.ts";
import { endpointParams, manyStages, type RemoteEngine, startRemote, textOf } from "./remoteHarness.ts";

describe("the real llama-server", { timeout: 180_000, skip: llamaServerPath === undefined }, () => {
  let server: LlamaServer;
  let proxy: FaultProxy;
  let remote: RemoteEngine;
  let local: TestEngine;

  before(async () => {
    server = await startLlamaServer(llamaServerPath ?? "", stories);
    proxy = await startFaultProxy(server.url);
    remote = await startRemote();
    local = new TestEngine(newHost());
    value(await local.host.start());
    await local.call("load", loadParams({ sequences: 4 }));
    await remote.call("load", endpointParams(proxy.url));
  });
  after(async () => {
    await remote.host.stop();
    await local.host.stop();
    await proxy.close();
    await server.close();
  });

  it("can do all that is used of it", async () => {
    const { endpoint, contextTokens } = await remote.call("load", endpointParams(proxy.url));
    assert.ok(endpoint !== undefined);
    const { api, template, tokenIds, seed, continuation, extendedSampling, alternatives, parallel } =
      endpoint;
    assert.deepEqual([endpoint.severalAnswers, endpoint.consecutiveSeeds], [true, true]);
    assert.deepEqual(
      {
        api,
        template,
        tokenIds,
        seed,
        continuation,
        extendedSampling,
        alternatives,
        parallel,
        contextTokens,
      },
      {
        api: "llama-server",
        template: "local",
        tokenIds: true,
        seed: true,
        continuation: true,
        extendedSampling: true,
        alternatives: 20,
        parallel: 4,
        contextTokens: 512,
      },
    );
  });

  it("gives greedily the tokens that the same file gives here, through dialogues, forced closes and stops", async () => {
    const close = { insideThought: "", outsideThought: "\nThe end is", budgetTokens: 6 };
    for (const [overrides, goOn] of [
      [{}, false],
      [{ budgetTokens: 10 }, false],
      [{ prompt: [{ text: " Then Lily said", special: false }], budgetTokens: 12, forcedClose: close }, true],
      [{ budgetTokens: 60, stop: { texts: [" named"], atBox: false } }, false],
    ] as const) {
      const [there, here] = [await remote.generate(overrides, goOn), await local.generate(overrides, goOn)];
      assert.deepEqual(there.ids, here.ids);
      assert.equal(there.result.text, here.result.text);
      assert.deepEqual(there.forced, here.forced);
      assert.equal(textOf(there), textOf(here));
      const { reason, forced, generatedTokens, promptTokens } = there.result;
      const expected = here.result;
      assert.deepEqual(
        { reason, forced, generatedTokens, promptTokens },
        {
          reason: expected.reason,
          forced: expected.forced,
          generatedTokens: expected.generatedTokens,
          promptTokens: expected.promptTokens,
        },
      );
      // Here probabilities are over the forty likeliest tokens, there over all: never larger, and a little smaller.
      for (const [at, logprob] of there.logprobs.entries()) {
        const shared = logprob - (here.logprobs[at] ?? 0);
        assert.ok(shared < 0.01 && shared > -0.2, `${logprob} ${here.logprobs[at]}`);
      }
    }
  });

  it("loses and doubles nothing when streams are cut and requests turned away", async () => {
    const stages = manyStages(8, { budgetTokens: 24 }).map((stage, at) => ({ ...stage, slot: at % 4 }));
    const ask = async () => {
      const done = [];
      for (let at = 0; at < stages.length; at += 4)
        done.push(...(await Promise.all(stages.slice(at, at + 4).map((stage) => remote.generate(stage)))));
      return done;
    };
    const before = await server.predictedTokens();
    const undisturbed = await ask();
    const sampled = undisturbed.reduce((sum, { result }) => sum + result.generatedTokens, 0);
    assert.equal((await server.predictedTokens()) - before, sampled, "by the server's own count");
    proxy.setFaults((request) =>
      request % 2 === 1
        ? null
        : request % 4 === 0
          ? { kind: "cut", afterBytes: 9000 }
          : { kind: "status", status: 503 },
    );
    const disturbed = await ask();
    assert.ok((proxy.done.get("cut") ?? 0) > 0 && (proxy.done.get("status 503") ?? 0) > 0);
    assert.deepEqual(
      disturbed.map(({ ids }) => ids),
      undisturbed.map(({ ids }) => ids),
    );
    assert.ok([...proxy.delivered.values()].every((times) => times === 1));
    proxy.setFaults(() => null);
  });

  it("gives the samples of a question by one request, whose prompt it reads once, each with its own seed", async () => {
    const samples = [0, 1, 2, 3].map((sample) =>
      generateParams({
        slot: sample,
        prompt: [{ text: "Once upon a time there was a small dog who liked to eat red", special: false }],
        key: { seed: 3, questionId: "several", sample, path: 0, stage: 0 },
        sampling: { temperature: 1, topP: 1, minP: 0, topK: 40 },
        budgetTokens: 20,
      }),
    );
    // The requests that were turned away above have made the endpoint careful.
    await remote.call("load", endpointParams(proxy.url));
    const [sampledBefore, readBefore] = [await server.predictedTokens(), await server.promptTokens()];
    proxy.setFaults(() => null);
    const together = await Promise.all(samples.map((stage) => remote.generate(stage)));
    assert.equal(proxy.seen, 1, "one request");
    const sampled = (await server.predictedTokens()) - sampledBefore;
    assert.equal(
      sampled,
      together.reduce((sum, { result }) => sum + result.generatedTokens, 0),
    );
    assert.ok((await server.promptTokens()) - readBefore <= 40, "and not four times over");
    assert.equal(new Set(together.map(textOf)).size, 4);
    // The seed alone makes the answer: one by one the first tokens are the same; later ones may differ by the batch.
    for (const [at, stage] of samples.entries()) {
      const alone = await remote.generate(stage);
      assert.deepEqual(alone.ids.slice(0, 3), together[at]?.ids.slice(0, 3));
    }
    proxy.setFaults((request) => (request === 0 ? { kind: "cut", afterBytes: 12_000 } : null));
    const cut = await Promise.all(samples.map((stage) => remote.generate(stage)));
    assert.equal(proxy.done.get("cut"), 1);
    for (const { ids, result } of cut) assert.deepEqual([ids.length, result.generatedTokens], [20, 20]);
    proxy.setFaults(() => null);
  });

  it("counts tokens whose text comes late as the server does", async () => {
    // So hot that bytes of characters come one by one, which the server holds back until a character is whole.
    const sampling = { temperature: 5, topP: 1, minP: 0, topK: 256 };
    const before = await server.predictedTokens();
    const { result, ids } = await remote.generate({ sampling, budgetTokens: 120 });
    assert.equal(result.generatedTokens, (await server.predictedTokens()) - before);
    assert.equal(result.reason, "budget");
    assert.ok(ids.length <= 120);
    assert.equal((await remote.generate({ prompt: [], budgetTokens: 5 }, true)).result.generatedTokens, 5);
  });
});
