import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { PathRecord } from "../../../language-server/contract/entities.ts";
import { type EndpointServer, servedName, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { questionLines, ServerProcess } from "./serverProcess.ts";

const code = (wanted: string) => (error: Error & { code?: string }) => error.code === wanted;

/** What a server wrote for each stage of each path: by the client's name for it, without process and step. */
function byStage(endpoint: EndpointServer): Map<string, { completed: number; tokens: number }> {
  const stages = new Map<string, { completed: number; tokens: number }>();
  for (const { label, outcome, tokens } of endpoint.counters.requests) {
    const name = label.replace(/^[^:]*:/, "").replace(/@.*$/, "");
    const known = stages.get(name) ?? { completed: 0, tokens: 0 };
    stages.set(name, {
      completed: known.completed + (outcome === "completed" ? 1 : 0),
      tokens: known.tokens + tokens,
    });
  }
  return stages;
}

describe("models behind an endpoint, through the language server", { timeout: 240_000 }, () => {
  let endpoint: EndpointServer;
  let server: ServerProcess;
  let source: string;

  const direct = (budget: number) => ({
    source,
    protocol: "direct",
    parameters: { budget, forceAnswer: false },
  });
  const paths = async (runId: string, samples: number): Promise<PathRecord[]> => {
    const records: PathRecord[] = [];
    for (const { questionId } of await server.rows(runId))
      for (let sample = 0; sample < samples; sample++)
        records.push((await server.call("deliberate/run/path", { runId, questionId, sample })).path);
    return records;
  };

  before(async () => {
    endpoint = await startEndpoint({ api: "llama-server", slots: 3, key: "secret" });
    server = await new ServerProcess({}, { answersRequests: true }).start();
    source = join(server.folder, "questions.jsonl");
    writeFileSync(source, questionLines(4));
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
    await endpoint.close();
  });

  it("says that a key is wanted, and takes the one that the editor keeps", async () => {
    await assert.rejects(
      server.call("deliberate/endpoint/models", { address: endpoint.url }),
      code("endpoint/refused"),
    );
    server.endpointAnswer = { allowed: false, key: "secret" };
    const { models } = await server.call("deliberate/endpoint/models", { address: endpoint.url });
    assert.deepEqual(models, [servedName]);
    assert.ok(server.endpointsAsked.every(({ isLocal }) => isLocal));
  });

  it("lists an endpoint that was added, with what it can do, and runs its model", async () => {
    const report = await server.call("deliberate/endpoint/add", { address: endpoint.url });
    assert.equal(report.address, `${endpoint.url}#${servedName}`);
    await server.call("deliberate/model/select", { path: report.address });
    const { entries, selected } = await server.call("deliberate/model/list", {});
    assert.equal(selected, report.address);
    assert.deepEqual(entries.find(({ origin }) => origin === "endpoint")?.endpoint, report);
    endpoint.counters.reset();
    const ended = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", { ...direct(20), samples: 2 });
    const end = await ended;
    assert.deepEqual([end.status, end.failure], ["done", null]);
    const { manifest, summary, folder } = await server.call("deliberate/run/summary", { runId });
    assert.deepEqual(manifest.host.endpoint, report);
    assert.equal(manifest.model.name, servedName);
    assert.equal(summary.determinism.level, "seeded", "the endpoint takes seeds");
    // By the server's own counters: eight answers, each asked for once, and as many tokens as the run says.
    const stages = [...byStage(endpoint).values()].filter(({ completed }) => completed > 0);
    assert.equal(endpoint.counters.count("completed"), 8 + probes(endpoint));
    assert.equal(
      stages.reduce((sum, { tokens }) => sum + tokens, 0) - probeTokens(endpoint),
      summary.tokensGenerated,
    );
    for (const name of readdirSync(folder))
      assert.ok(!readFileSync(join(folder, name)).includes("secret"), `no key in ${name}`);
  });

  it("sends nothing to another machine before the person has allowed it, and nothing from an untrusted workspace", async () => {
    // Reaches this machine, but does not look like it.
    const elsewhere = endpoint.url.replace("127.0.0.1", "0.0.0.0");
    endpoint.counters.reset();
    server.endpointAnswer = { allowed: false, key: "secret" };
    await assert.rejects(
      server.call("deliberate/endpoint/add", { address: elsewhere }),
      code("endpoint/not-allowed"),
    );
    await server.call("deliberate/model/select", { path: `${elsewhere}#${servedName}` });
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/start", direct(5));
    assert.equal((await ended).failure?.code, "endpoint/not-allowed");
    assert.equal(endpoint.counters.requests.length, 0);
    assert.deepEqual(server.endpointsAsked.at(-1), { address: `${elsewhere}#${servedName}`, isLocal: false });
    server.endpointAnswer = { allowed: true, key: "secret" };
    assert.equal((await server.call("deliberate/endpoint/add", { address: elsewhere })).model, servedName);

    const untrusted = await new ServerProcess({}, { answersRequests: true, trusted: false }).start();
    endpoint.counters.reset();
    await assert.rejects(
      untrusted.call("deliberate/endpoint/models", { address: endpoint.url }),
      code("endpoint/not-allowed"),
    );
    assert.equal(untrusted.endpointsAsked.length, 0);
    assert.equal(endpoint.counters.requests.length, 0);
    await untrusted.stop();
    untrusted.cleanUp();
  });

  it("goes on after the language server was killed: no stage is asked for again that was done, and no token counted twice", async () => {
    await server.call("deliberate/model/select", { path: `${endpoint.url}#${servedName}` });
    endpoint.counters.reset();
    const { runId } = await server.call("deliberate/run/start", { ...direct(200), samples: 3 });
    const { folder } = await server.call("deliberate/run/summary", { runId });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone >= 2);
    await server.kill();
    while (endpoint.counters.underWay > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const finished = readFileSync(join(folder, "journal.jsonl"), "utf8")
      .split("\n")
      .flatMap((line) => (line.startsWith('{"t":"path"') ? [JSON.parse(line) as PathRecord] : []))
      .map(({ questionId, sample }) => stageName(questionId, sample));
    assert.ok(finished.length >= 2 && finished.length < 12, "it was killed in the middle");
    const before = byStage(endpoint);
    endpoint.counters.reset();
    await server.start();
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/resume", { runId });
    assert.equal((await ended).status, "done");
    const records = await paths(runId, 3);
    assert.equal(records.length, 12);
    const after = byStage(endpoint);
    for (const name of finished) assert.ok(!after.has(name), `${name} was done and is not asked for again`);
    for (const { questionId, sample, stages } of records) {
      const [stage] = stages;
      assert.ok(stage !== undefined && stages.length === 1);
      const { tokens } = await server.call("deliberate/run/tokens", {
        ...{ runId, questionId, sample, stageIndex: 0, from: 0, to: 1000 },
      });
      assert.equal(tokens.length, stage.generatedTokens, "as many tokens in the trace as were counted");
      assert.equal(tokens.map(({ text }) => text).join(""), stage.text);
      const name = stageName(questionId, sample);
      assert.ok((after.get(name)?.completed ?? 0) <= 1, `${name} was gone on with once`);
      const written = (before.get(name)?.tokens ?? 0) + (after.get(name)?.tokens ?? 0);
      assert.ok(written >= stage.generatedTokens, "nothing is in the journal that the server did not write");
    }
  });
});

const stageName = (questionId: string, sample: number): string =>
  `${questionId.replace(/[^\w.:@-]/g, "_")}:${sample}:0`;

/** Questions with which the endpoint was got to know have no name. */
const probes = (endpoint: EndpointServer): number =>
  endpoint.counters.requests.filter(({ label }) => label === "probe").length;
const probeTokens = (endpoint: EndpointServer): number =>
  endpoint.counters.requests
    .filter(({ label }) => label === "probe")
    .reduce((sum, { tokens }) => sum + tokens, 0);
