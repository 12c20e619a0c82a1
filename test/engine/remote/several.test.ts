/** Samples of one question that share a request, whatever happens to it. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { usesSeveral } from "../../../language-server/contract/endpoint.ts";
import type { GenerateParams } from "../../../language-server/contract/engine.ts";
import { type EndpointServer, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../support/endpoint/faultProxy.ts";
import { generateParams, type Stage } from "../harness.ts";
import { endpointParams, type RemoteEngine, startRemote, textOf } from "./remoteHarness.ts";

const count = 4;

/** The samples of a question, as a run asks for them. */
const samplesOf = (questionId: string, overrides: Partial<GenerateParams> = {}): GenerateParams[] =>
  Array.from({ length: count }, (_, sample) =>
    generateParams({
      slot: sample,
      prompt: [{ text: "Once upon a time there was a", special: false }],
      key: { seed: 7, questionId, sample, path: 0, stage: 0 },
      sampling: { temperature: 1, topP: 1, minP: 0, topK: 40 },
      budgetTokens: 24,
      ...overrides,
    }),
  );

const together = (remote: RemoteEngine, stages: readonly GenerateParams[]): Promise<Stage[]> =>
  Promise.all(stages.map((stage) => remote.generate(stage)));

const oneByOne = async (remote: RemoteEngine, stages: readonly GenerateParams[]): Promise<Stage[]> => {
  const all: Stage[] = [];
  for (const stage of stages) all.push(await remote.generate(stage));
  return all;
};

const settled = async (server: EndpointServer): Promise<void> => {
  while (server.counters.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 10));
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Each first request of a group meets the next of these; what is asked for then goes through. */
const faults: readonly Fault[] = [
  { kind: "cut", afterBytes: 3500 },
  { kind: "status", status: 429, retryAfter: "0" },
  { kind: "end", afterBytes: 6000 },
  { kind: "status", status: 503 },
  { kind: "lose" },
  { kind: "cut", afterBytes: 60 },
  { kind: "refuse" },
  { kind: "silence" },
];

for (const { api, continues } of [
  { api: "llama-server", continues: true },
  { api: "chat", continues: true },
  { api: "chat", continues: false },
] as const) {
  describe(`several answers to one request, by ${api}${continues ? "" : ", without going on"}`, {
    timeout: 120_000,
  }, () => {
    let server: EndpointServer;
    let proxy: FaultProxy;
    let remote: RemoteEngine;

    before(async () => {
      server = await startEndpoint({ api, continues, slots: count, logprobs: true, isolated: true });
      proxy = await startFaultProxy(server.url);
      remote = await startRemote();
    });
    after(async () => {
      await remote.host.stop();
      await proxy.close();
      await server.close();
    });

    it("samples that begin together share one request, and are what they are one by one", async () => {
      const { endpoint } = await remote.call("load", endpointParams(proxy.url));
      assert.deepEqual(
        [endpoint?.severalAnswers, endpoint?.consecutiveSeeds, endpoint?.limitField],
        [true, true, "max_tokens"],
      );
      const stages = samplesOf("q");
      const alone = await oneByOne(remote, stages);
      server.counters.reset();
      const shared = await together(remote, stages);
      assert.deepEqual(
        server.counters.prompts.map(({ answers }) => answers),
        [count],
        "one request",
      );
      assert.deepEqual(
        shared.map(({ ids, result }) => [ids, result.text]),
        alone.map(({ ids, result }) => [ids, result.text]),
      );
      assert.equal(new Set(shared.map(textOf)).size, count, "and no two are alike");
      assert.equal(
        sum(shared.map(({ result }) => result.generatedTokens)),
        sum(server.counters.requests.map(({ tokens }) => tokens)),
      );
      const prompts = shared.map(({ result }) => result.promptTokens).filter((tokens) => tokens > 0);
      assert.equal(prompts.length, 1, "the prompt is counted once, as it is evaluated");
    });

    it("loses no answer and counts none twice when the request fails in any way", async () => {
      const groups = faults.map((_, at) => samplesOf(`q${at}`));
      const expected: Stage[][] = [];
      for (const group of groups) expected.push(await oneByOne(remote, group));
      for (const [at, group] of groups.entries()) {
        server.counters.reset();
        proxy.setFaults((request) => (request === 0 ? (faults[at] ?? null) : null));
        const got = await together(remote, group);
        await settled(server);
        const kind = JSON.stringify(faults[at]);
        const keepsAll = !continues || !["cut", "end"].includes(faults[at]?.kind ?? "");
        for (const [sample, { ids, texts, result }] of got.entries()) {
          const without = expected[at]?.[sample];
          assert.equal(ids.length, without?.ids.length, kind);
          assert.equal(result.generatedTokens, without?.result.generatedTokens, kind);
          // Behind a cut the rest is asked for with a seed of its own; until there nothing may differ.
          const kept = keepsAll ? texts.length : 1;
          assert.deepEqual(texts.slice(0, kept), without?.texts.slice(0, kept), kind);
        }
        assert.deepEqual(
          got.map(textOf),
          got.map(({ result }) => result.text),
          kind,
        );
        assert.equal(sum([...proxy.done.values()]), 1, `${kind} took effect`);
        // By the server's account: each answer came to its end once, and before that at most the fault spoiled it.
        const bySample = new Map<string, number>();
        for (const { label, outcome } of server.counters.requests) {
          const sample = /^[^:]*:[^:]*:(\d+):/.exec(label)?.[1] ?? "?";
          bySample.set(sample, (bySample.get(sample) ?? 0) + (outcome === "completed" ? 1 : 0));
        }
        assert.deepEqual([...bySample.keys()].sort(), ["0", "1", "2", "3"], kind);
        const wholeTwice = [...bySample.values()].filter((times) => times > 1).length;
        // An answer that was thrown away on its way was whole at the server.
        if (!["lose", "end", "cut"].includes(faults[at]?.kind ?? "")) assert.equal(wholeTwice, 0, kind);
      }
      proxy.setFaults(() => null);
    });

    it("a sample that stops earlier leaves the others alone, and a request that nobody wants any more is cut", async () => {
      const stages = samplesOf("stop", { budgetTokens: 60 });
      const whole = await oneByOne(remote, stages);
      // Something of the first sample that the others do not have.
      const texts = whole[0]?.texts ?? [];
      const word = texts
        .map((_, from) => texts.slice(from, from + 3).join(""))
        .slice(4, 30)
        .find((text) => whole.slice(1).every(({ result }) => !result.text.includes(text)));
      assert.ok(word !== undefined, "a word of its own");
      server.counters.reset();
      const some = await together(
        remote,
        stages.map((stage) => ({ ...stage, stop: { texts: [word], atBox: false } })),
      );
      assert.equal(some[0]?.result.reason, "stop-text");
      assert.deepEqual(
        some.slice(1).map(({ result }) => result.text),
        whole.slice(1).map(({ result }) => result.text),
      );
      await settled(server);
      server.counters.reset();
      const all = await together(
        remote,
        // So many that they are not written before the server hears that nobody wants them.
        stages.map((stage) => ({ ...stage, budgetTokens: 240, stop: { texts: [" ", "."], atBox: false } })),
      );
      assert.ok(all.every(({ result }) => result.reason === "stop-text"));
      await settled(server);
      if (continues)
        assert.ok(
          sum(server.counters.requests.map(({ tokens }) => tokens)) < count * 240,
          "the server was told to stop",
        );
    });
  });
}

describe("endpoints that give several answers differently, or not at all", { timeout: 120_000 }, () => {
  let remote: RemoteEngine;
  let server: EndpointServer;

  before(async () => {
    remote = await startRemote();
    server = await startEndpoint({
      api: "chat",
      continues: true,
      slots: count,
      logprobs: true,
      isolated: true,
    });
  });
  after(async () => {
    await remote.host.stop();
    await server.close();
  });

  for (const several of ["copies", "ignored", "refused"] as const)
    it(`asks for samples one by one where several answers are ${several}`, async () => {
      server.become({ several });
      const { endpoint } = await remote.call("load", endpointParams(server.url));
      assert.ok(endpoint !== undefined && !usesSeveral(endpoint));
      server.counters.reset();
      const all = await together(remote, samplesOf("q"));
      assert.deepEqual(
        server.counters.prompts.map(({ answers }) => answers),
        [1, 1, 1, 1],
      );
      assert.equal(new Set(all.map(textOf)).size, count);
    });

  for (const several of ["ignored", "refused"] as const)
    it(`goes over to one by one, and says so, where they turn out to be ${several}`, async () => {
      server.become({ several: "seeds" });
      const { endpoint } = await remote.call("load", endpointParams(server.url));
      assert.ok(endpoint !== undefined && usesSeveral(endpoint));
      const stages = samplesOf("q");
      const expected = await oneByOne(remote, stages);
      server.become({ several });
      remote.log.length = 0;
      const got = await together(remote, stages);
      assert.deepEqual(got.map(textOf), expected.map(textOf));
      assert.ok(
        remote.log.some((line) => /from now on samples are asked for one by one/.test(line)),
        remote.log.join("\n"),
      );
      server.counters.reset();
      await together(remote, samplesOf("r"));
      assert.equal(server.counters.prompts.length, count);
    });

  it("keeps to the name that a server wants for the most tokens, found out before or on the way", async () => {
    server.become({ several: "seeds", newerLimit: true });
    const { endpoint } = await remote.call("load", endpointParams(server.url));
    assert.equal(endpoint?.limitField, "max_completion_tokens");
    assert.ok(endpoint.severalAnswers && endpoint.continuation, "and all else is found out by it");
    const expected = await together(remote, samplesOf("q"));
    assert.ok(expected.every(({ result }) => result.generatedTokens === 24));
    server.become({ newerLimit: false });
    await remote.call("load", endpointParams(server.url));
    server.become({ newerLimit: true });
    const got = await together(remote, samplesOf("q"));
    assert.deepEqual(got.map(textOf), expected.map(textOf));
  });
});
