import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { endpointCapabilities } from "../../../language-server/contract/endpoint.ts";
import { type EndpointServer, servedName, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { error, loadParams, newHost, TestEngine, value } from "../harness.ts";
import { endpointParams, type RemoteEngine, startRemote, textOf } from "./remoteHarness.ts";

describe("an endpoint that speaks as llama-server does", { timeout: 120_000 }, () => {
  let server: EndpointServer;
  let remote: RemoteEngine;
  /** The same model in this product's own engine. */
  let local: TestEngine;

  before(async () => {
    server = await startEndpoint({ api: "llama-server" });
    remote = await startRemote();
    local = new TestEngine(newHost());
    value(await local.host.start());
    await local.call("load", loadParams({ sequences: 4 }));
  });
  after(async () => {
    await remote.host.stop();
    await local.host.stop();
    await server.close();
  });

  it("is asked what it can do, and says so", async () => {
    const model = await remote.call("load", endpointParams(server.url));
    assert.equal(model.name, servedName);
    assert.equal(model.device, "endpoint");
    assert.equal(model.contextTokens, 512);
    const report = model.endpoint;
    assert.ok(report !== undefined);
    assert.equal(report.address, `${server.url}#${servedName}`);
    assert.deepEqual(
      [report.api, report.tokenIds, report.continuation, report.seed, report.alternatives, report.parallel],
      ["llama-server", true, true, true, 5, 4],
    );
    assert.ok(endpointCapabilities(report).every(({ note }) => note !== ""));
  });

  it("gives greedily the very tokens that the same model gives here, with the same probabilities", async () => {
    const [there, here] = [await remote.generate(), await local.generate()];
    assert.deepEqual(there.ids, here.ids);
    assert.equal(there.result.text, here.result.text);
    assert.equal(textOf(there), there.result.text);
    assert.equal(there.result.promptTokens, here.result.promptTokens);
    assert.equal(there.result.generatedTokens, 40);
    assert.equal(there.result.reason, "budget");
    for (const [at, logprob] of there.logprobs.entries())
      assert.ok(Math.abs(logprob - (here.logprobs[at] ?? 0)) < 1e-3);
    for (const chunk of there.chunks) assert.equal(chunk.alternativeIds.length, chunk.ids.length * 5);
  });

  it("goes on with a dialogue, closes by force, and stops at a text exactly as here", async () => {
    for (const engine of [remote, local]) await engine.generate({ budgetTokens: 10 });
    const next = {
      prompt: [{ text: " Then Lily said", special: false }],
      budgetTokens: 12,
      forcedClose: { insideThought: "", outsideThought: "\nThe end is", budgetTokens: 6 },
    };
    const forced = [await remote.generate(next, true), await local.generate(next, true)] as const;
    assert.deepEqual(forced[0].ids, forced[1].ids);
    assert.deepEqual(forced[0].forced, forced[1].forced);
    assert.deepEqual(
      [forced[0].result.forced, forced[0].result.generatedTokens, forced[0].result.forcedTokens],
      [true, 18, forced[1].result.forcedTokens],
    );
    const stop = { budgetTokens: 60, stop: { texts: [" named"], atBox: false } };
    const stopped = [await remote.generate(stop), await local.generate(stop)] as const;
    assert.equal(stopped[0].result.reason, "stop-text");
    assert.equal(stopped[0].result.text, stopped[1].result.text);
    assert.deepEqual(stopped[0].ids, stopped[1].ids);
  });

  it("goes on in the middle of a stage from its tokens, without drawing or sending them again", async () => {
    const whole = await remote.generate();
    const rest = await remote.generate({ resume: { tokens: whole.ids.slice(0, 15), forcedFrom: null } });
    assert.deepEqual(rest.ids, whole.ids.slice(15));
    assert.equal(rest.result.text, whole.result.text);
    assert.equal(rest.result.generatedTokens, 40);
  });

  it("forgets the unfinished end of a stage at a pause as here, interrupted or not", async () => {
    const dropping = { budgetTokens: 50, dropsUnfinished: { keptAtLeast: 0 } };
    const next = { prompt: [{ text: "\n\nThen Lily said", special: false }], budgetTokens: 16 };
    const [there, here] = [await remote.generate(dropping), await local.generate(dropping)];
    const { kept } = here.result;
    assert.ok(kept !== undefined && kept.tokens < 50);
    assert.deepEqual(there.result.kept, kept);
    const after = await local.generate(next, true);
    assert.deepEqual((await remote.generate(next, true)).ids, after.ids);
    for (const from of [5, kept.tokens, kept.tokens + 3]) {
      const resume = {
        tokens: there.ids.slice(0, from),
        texts: there.texts.slice(0, from),
        forcedFrom: null,
      };
      const resumed = await remote.generate({ ...dropping, resume });
      assert.deepEqual(resumed.result.kept, kept, `behind ${from} tokens`);
      assert.deepEqual((await remote.generate(next, true)).ids, after.ids);
    }
  });

  it("draws with a seed: the same one gives the same text, another one another", async () => {
    const sampling = { temperature: 1, topP: 1, minP: 0, topK: 40 };
    const key = { seed: 1, questionId: "q", sample: 0, path: 0, stage: 0 };
    const [first, again, other] = [
      await remote.generate({ sampling, key }),
      await remote.generate({ sampling, key }),
      await remote.generate({ sampling, key: { ...key, sample: 1 } }),
    ];
    assert.deepEqual(first.ids, again.ids);
    assert.notDeepEqual(first.ids, other.ids);
  });

  it("is cancelled between two tokens, and the server stops too", async () => {
    server.counters.reset();
    const answering = remote.generate({ budgetTokens: 400 });
    await new Promise<void>((resolve) => remote.host.onEvent(({ kind }) => kind === "tokens" && resolve()));
    await remote.call("cancel", { slot: 0 });
    const { result, ids } = await answering;
    assert.equal(result.reason, "cancelled");
    assert.ok(ids.length > 0 && ids.length < 400);
    assert.equal(result.generatedTokens, ids.length);
    while (server.counters.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(server.counters.count("aborted"), 1);
  });

  it("says that the context is full, and does not cut", async () => {
    const long = { prompt: [{ text: "word ".repeat(600), special: false }] };
    assert.equal((await remote.generate(long)).result.reason, "context");
    const growing = await remote.generate({ budgetTokens: 600, stop: { texts: [], atBox: false } });
    assert.ok(["context", "end-of-turn"].includes(growing.result.reason));
  });

  it("names what is wrong: an unknown model, a closed port, a missing key, an address that is none", async () => {
    const refuse = async (url: string) => error(await remote.host.request("load", endpointParams(url)));
    const unknown = await refuse(`${server.url}#other`);
    assert.equal(unknown.code, "endpoint/unusable");
    assert.match(unknown.message, /no model “other”, but “stories”/);
    assert.equal((await refuse("http://127.0.0.1:9/v1")).code, "endpoint/unreachable");
    assert.equal((await refuse("http://")).code, "endpoint/bad-address");
    const locked = await startEndpoint({ api: "llama-server", key: "secret" });
    assert.equal((await refuse(locked.url)).code, "endpoint/refused");
    const open = endpointParams(locked.url, {
      endpoint: { timeoutMs: 1500, attempts: 2, pauseMs: 5, key: "secret" },
    });
    assert.equal((await remote.call("load", open)).name, servedName);
    await locked.close();
  });
});
