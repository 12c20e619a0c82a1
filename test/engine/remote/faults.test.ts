import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { GenerateParams } from "../../../language-server/contract/engine.ts";
import { type EndpointServer, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../support/endpoint/faultProxy.ts";
import { error, type Stage } from "../harness.ts";
import {
  endpointParams,
  manyStages,
  quickAccess,
  type RemoteEngine,
  startRemote,
  textOf,
} from "./remoteHarness.ts";

const slots = 4;

/** Every second request meets a fault, each kind in turn. */
const faults: readonly Fault[] = [
  { kind: "status", status: 429, retryAfter: "0" },
  { kind: "cut", afterBytes: 2500 },
  { kind: "status", status: 500 },
  { kind: "refuse" },
  { kind: "end", afterBytes: 1800 },
  { kind: "status", status: 503 },
  { kind: "lose" },
  { kind: "cut", afterBytes: 40 },
  { kind: "silence" },
];
const everySecond = (request: number): Fault | null =>
  request % 2 === 1 ? null : (faults[(request / 2) % faults.length] ?? null);

/** Eighteen stages over four slots, as a run would ask for them. */
async function askAll(remote: RemoteEngine, stages: readonly GenerateParams[]): Promise<Stage[]> {
  const results: Stage[] = [];
  let next = 0;
  const worker = async (slot: number): Promise<void> => {
    for (let at = next++; at < stages.length; at = next++)
      results[at] = await remote.generate({ ...(stages[at] as GenerateParams), slot });
  };
  await Promise.all(Array.from({ length: slots }, (_, slot) => worker(slot)));
  return results;
}

const settled = async (server: EndpointServer): Promise<void> => {
  while (server.counters.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe("an endpoint behind a network that fails", { timeout: 180_000 }, () => {
  let remote: RemoteEngine;

  before(async () => {
    remote = await startRemote();
  });
  after(() => remote.host.stop());

  for (const { api, continues } of [
    { api: "llama-server", continues: true },
    { api: "chat", continues: false },
  ] as const) {
    describe(`spoken to by ${api}, where an answer can${continues ? "" : "not"} be gone on with`, () => {
      let server: EndpointServer;
      let proxy: FaultProxy;
      let undisturbed: Stage[];
      const stages = manyStages(18);

      before(async () => {
        server = await startEndpoint({ api, slots, logprobs: true });
        proxy = await startFaultProxy(server.url);
        // Of requests that come in turns the same one may meet every fault.
        await remote.call("load", endpointParams(proxy.url, { endpoint: { ...quickAccess, attempts: 30 } }));
        server.counters.reset();
        undisturbed = await askAll(remote, stages);
        await settled(server);
      });
      after(async () => {
        await proxy.close();
        await server.close();
      });

      it("asks once for each stage when nothing fails", () => {
        const labels = server.counters.requests.map(({ label }) => label);
        assert.equal(labels.length, stages.length);
        assert.equal(new Set(labels).size, stages.length);
        assert.equal(server.counters.count("completed"), stages.length);
        const sampled = undisturbed.reduce((sum, { result }) => sum + result.generatedTokens, 0);
        const written = server.counters.requests.reduce((sum, { tokens }) => sum + tokens, 0);
        assert.equal(sampled, written, "the server wrote what was counted");
      });

      it("loses no token and counts none twice under every kind of fault", async () => {
        server.counters.reset();
        proxy.setFaults(everySecond);
        const disturbed = await askAll(remote, stages);
        await settled(server);
        for (const [at, stage] of disturbed.entries()) {
          assert.deepEqual(stage.ids, undisturbed[at]?.ids, `stage ${at}`);
          assert.equal(stage.result.text, undisturbed[at]?.result.text);
          assert.equal(textOf(stage), stage.result.text);
          assert.equal(stage.result.generatedTokens, undisturbed[at]?.result.generatedTokens);
        }
        for (const kind of [
          "status 429",
          "status 500",
          "status 503",
          "refuse",
          "silence",
          "lose",
          "cut",
          "end",
        ])
          assert.ok((proxy.done.get(kind) ?? 0) > 0, `${kind} was tried`);
        // By the servers' own accounts: each stage was answered whole once, and each fault cost one request more.
        const { requests } = server.counters;
        const asked = new Set(requests.map(({ label }) => label));
        assert.equal(asked.size, stages.length);
        const whole = [...proxy.delivered.values()];
        const faultsDone = [...proxy.done.values()].reduce((sum, count) => sum + count, 0);
        const spoiled = ["lose", "cut", "end"].reduce((sum, kind) => sum + (proxy.done.get(kind) ?? 0), 0);
        assert.deepEqual(
          whole,
          whole.map(() => 1),
          "no answer was asked for again that had come",
        );
        assert.equal(whole.length, stages.length, "every answer came");
        assert.equal(proxy.seen, stages.length + faultsDone);
        assert.equal(requests.length, stages.length + spoiled);
        assert.equal(server.counters.underWay, 0);
      });
    });
  }

  describe("with limits and losses", () => {
    let server: EndpointServer;
    let proxies: FaultProxy[];

    before(async () => {
      server = await startEndpoint({ api: "llama-server", slots });
      proxies = [await startFaultProxy(server.url), await startFaultProxy(server.url)];
    });
    after(async () => {
      for (const part of [...proxies, server]) await part.close();
    });

    it("slows down where it is turned away, and still asks for everything once", async () => {
      await remote.call(
        "load",
        endpointParams(server.url, { sequences: 8, endpoint: { ...quickAccess, attempts: 40 } }),
      );
      server.counters.reset();
      server.turnAwayAbove(2);
      const stages = manyStages(24, { budgetTokens: 20 });
      const all = await Promise.all(
        Array.from({ length: 8 }, async (_, slot) => {
          const done: Stage[] = [];
          for (let at = slot; at < stages.length; at += 8)
            done.push(await remote.generate({ ...(stages[at] as GenerateParams), slot }));
          return done;
        }),
      );
      await settled(server);
      server.turnAwayAbove(Number.POSITIVE_INFINITY);
      const { counters } = server;
      assert.equal(all.flat().length, 24);
      assert.equal(counters.count("completed"), 24);
      assert.equal(new Set(counters.requests.map(({ label }) => label)).size, 24);
      assert.ok(
        counters.turnedAway > 0 && counters.turnedAway < 24 * 3,
        `${counters.turnedAway} turned away`,
      );
      assert.ok(counters.mostAtOnce <= 2);
    });

    it("goes on with the other servers of a pool when one dies", async () => {
      await remote.call("load", endpointParams(proxies.map(({ url }) => url).join(",")));
      for (const proxy of proxies) proxy.setFaults(() => null);
      const stages = manyStages(12, { budgetTokens: 20 });
      const first = await askAll(remote, stages);
      assert.ok(
        proxies.every(({ delivered }) => delivered.size > 0),
        "both are used",
      );
      proxies[0]?.setFaults((request) =>
        request < 1 ? { kind: "cut", afterBytes: 1500 } : { kind: "refuse" },
      );
      const second = await askAll(remote, stages);
      assert.deepEqual(
        second.map(({ ids }) => ids),
        first.map(({ ids }) => ids),
      );
    });

    it("gives up with a sentence that says what to do, and the slot is free again", async () => {
      const [proxy] = proxies;
      assert.ok(proxy !== undefined);
      proxy.setFaults(() => null);
      await remote.call("load", endpointParams(proxy.url));
      proxy.setFaults(() => ({ kind: "status", status: 503 }));
      const failure = error(await remote.host.request("generate", manyStages(1)[0] as GenerateParams));
      assert.equal(failure.code, "endpoint/unreachable");
      assert.match(failure.message, /503 made up.*can then be resumed/);
      assert.equal(proxy.done.get("status 503"), quickAccess.attempts);
      proxy.setFaults(() => null);
      assert.equal((await remote.generate()).result.reason, "budget");
    });
  });
});
