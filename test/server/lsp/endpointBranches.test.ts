/** Forks, success rates and the prefix dominance trap where the model is behind an endpoint that fails now and then. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import type { BranchParams, PathAddress } from "../../../language-server/contract/methods.ts";
import { defaultModelPath } from "../../../language-server/models/defaultModel.ts";
import { servedName, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../support/endpoint/faultProxy.ts";
import { llamaServerPath, startLlamaServer } from "../../support/endpoint/llamaServer.ts";
import { ServerProcess } from "./serverProcess.ts";

const words = (await defaultModelPath(resolve("."))) ?? "";
const problems = readFileSync(resolve("media/samples/word-problems.jsonl"), "utf8").split("\n").slice(0, 6);
const shape = { slots: 4, contextTokens: 768, modelPath: words };

/** One request in three fails, each way in turn; what had come before stays. */
const faults: readonly Fault[] = [
  { kind: "cut", afterBytes: 3000 },
  { kind: "status", status: 429, retryAfter: "0" },
  { kind: "status", status: 500 },
  { kind: "end", afterBytes: 2000 },
];
const oneInThree = (request: number): Fault | null =>
  request % 3 === 0 ? (faults[(request / 3) % faults.length] ?? null) : null;

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const kinds: readonly {
  name: string;
  model: string | null;
  skip?: boolean;
  start(): Promise<Served>;
}[] = [
  {
    name: "that exchanges token ids",
    model: servedName,
    start: () => startEndpoint({ api: "llama-server", ...shape }),
  },
  {
    name: "that takes messages and goes on with the last one",
    model: servedName,
    start: () => startEndpoint({ api: "chat", continues: true, logprobs: true, ...shape }),
  },
  {
    name: "that is the real llama-server",
    model: null,
    skip: llamaServerPath === undefined,
    start: () => startLlamaServer(llamaServerPath ?? "", words, shape),
  },
];

class Client {
  readonly server: ServerProcess;

  constructor() {
    this.server = new ServerProcess({
      sampling: { temperature: 1 },
      endpoint: { timeoutSeconds: 20, attempts: 8 },
    });
  }

  /** Makes the endpoint the model. */
  async select(url: string): Promise<void> {
    const { address } = await this.server.call("deliberate/endpoint/add", { address: url });
    await this.server.call("deliberate/model/select", { path: address });
  }

  async ended(start: () => Promise<{ runId: string }>): Promise<string> {
    const ended = this.server.next("deliberate/run/ended");
    const { runId } = await start();
    const end = await ended;
    assert.deepEqual([end.failure, end.status], [null, "done"]);
    return runId;
  }

  /** A direct run over questions with these answers. */
  direct(name: string, samples: number, answers: readonly (string | null)[] = []): Promise<string> {
    const source = join(this.server.folder, name);
    const lines = problems.map((line, at) => {
      const answer = answers[at];
      return answer == null ? line : JSON.stringify({ ...JSON.parse(line), answer: `#### ${answer}` });
    });
    writeFileSync(source, lines.join("\n"));
    const parameters = { budget: 80, forceAnswer: true };
    return this.ended(() =>
      this.server.call("deliberate/run/start", { source, protocol: "direct", parameters, samples }),
    );
  }

  async tokens(path: PathAddress): Promise<readonly TokenRecord[]> {
    const range = { ...path, stageIndex: 0, from: 0, to: 10_000 };
    return (await this.server.call("deliberate/run/tokens", range)).tokens;
  }

  branch(params: BranchParams): Promise<string> {
    return this.ended(() => this.server.call("deliberate/branch/start", params));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    this.server.cleanUp();
  }
}

const textOf = (tokens: readonly TokenRecord[]): string => tokens.map(({ text }) => text).join("");

for (const { name, model, skip = false, start } of kinds) {
  describe(`paths gone on with at an endpoint ${name}`, { timeout: 240_000, skip }, () => {
    let served: Served;
    let proxy: FaultProxy;
    let client: Client;
    let path: PathAddress;

    before(async () => {
      served = await start();
      proxy = await startFaultProxy(served.url);
      client = new Client();
      await client.server.start();
      await client.select(model === null ? proxy.url : `${proxy.url}#${model}`);
      proxy.setFaults(oneInThree);
      const runId = await client.direct("first.jsonl", 3);
      path = { runId, questionId: (await client.server.rows(runId))[0]?.questionId ?? "", sample: 0 };
    });
    after(async () => {
      await client.stop();
      await proxy.close();
      await served.close();
    });

    it("forks from a token with another one and a typed text, and nothing is lost or doubled", async () => {
      proxy.setFaults(oneInThree);
      const original = await client.tokens(path);
      const other = original[4]?.alternatives.find(({ id }) => id !== original[4]?.id);
      assert.ok(other !== undefined, "alternatives are told");
      const runId = await client.branch({
        ...{ path, kind: "fork", count: 4 },
        places: [{ stageIndex: 0, token: 4, tokenId: other.id, text: " the answer is" }],
      });
      const continued = await Promise.all(
        [0, 1, 2, 3].map((sample) => client.tokens({ ...path, runId, sample })),
      );
      for (const [sample, tokens] of continued.entries()) {
        assert.deepEqual(tokens.slice(0, 4), original.slice(0, 4), "kept as it was");
        const given = tokens.filter((token) => token.given === true);
        assert.equal(given[0]?.id, other.id);
        assert.equal(textOf(given), `${other.text} the answer is`);
        assert.ok(tokens.length > 4 + given.length, "and gone on with");
        const { stages } = (await client.server.call("deliberate/run/path", { ...path, runId, sample })).path;
        assert.ok(stages[0]?.text.startsWith(textOf(original.slice(0, 4))));
        assert.ok(textOf(tokens).startsWith(stages[0]?.text ?? "?"), "the trace is what was written");
      }
      assert.ok(new Set(continued.map((tokens) => textOf(tokens))).size > 1, "each with dice of its own");
      assert.ok([...proxy.done.values()].reduce((sum, count) => sum + count, 0) > 0, "requests failed");
      // Questions with which the endpoint is got to know are all named alike.
      const delivered = [...proxy.delivered].filter(([label]) => label !== "probe");
      assert.deepEqual(
        delivered,
        delivered.map(([label]) => [label, 1]),
        "no answer was asked for again that had come",
      );
    });

    it("measures the success rate along a path", async () => {
      const runId = await client.branch({ path, kind: "rate", positions: 3, count: 2 });
      const { branches } = await client.server.call("deliberate/branch/list", path);
      const points = branches.find((branch) => branch.runId === runId)?.points ?? [];
      assert.deepEqual(
        points.map(({ success }) => success?.n),
        [2, 2, 2],
      );
      const original = await client.tokens(path);
      const ids = (tokens: readonly TokenRecord[]) => tokens.map(({ id }) => id);
      for (const [at, { point }] of points.entries()) {
        const first = await client.tokens({ ...path, runId, sample: at * 2 });
        assert.deepEqual(ids(first).slice(0, point.token), ids(original).slice(0, point.token));
      }
    });

    it("plays the prefix dominance trap: beginnings are sent with each request, exchanges and all", async () => {
      // What one of the model's samples says is made the answer, so that there are right and wrong ones.
      const before = await client.server.rows(path.runId);
      const answers = before.map(({ given }) => given.find((answer) => answer !== null) ?? null);
      const runId = await client.direct("second.jsonl", 3, answers);
      const ended = client.server.next("deliberate/experiment/trapEnded");
      await client.server.call("deliberate/experiment/trap", {
        ...{ runId, share: 0.25, questions: 2, samples: 3, seed: 5 },
        parameters: { interval: 24, summaryTokens: 12, peers: 2, rescueTokens: 8, answerTokens: 12 },
      });
      const { result } = await ended;
      assert.ok(result.ok, JSON.stringify(result));
      const { report } = result.value;
      assert.ok(report.figures.questions >= 1);
      for (const id of [report.runs.alone, report.runs.leap]) {
        const { manifest, summary } = await client.server.call("deliberate/run/summary", { runId: id });
        assert.equal(summary.pathsDone, 3 * report.figures.questions);
        if (id === report.runs.leap) assert.ok((summary.leap?.exchanges ?? 0) > 0, "there are exchanges");
        for (const { questionId, sample, tokens } of manifest.beginnings?.paths ?? []) {
          const whole = await client.tokens({ runId, questionId, sample });
          for (const each of [0, 1, 2])
            assert.equal(
              textOf((await client.tokens({ runId: id, questionId, sample: each })).slice(0, tokens)),
              textOf(whole.slice(0, tokens)),
            );
        }
      }
    });
  });
}

describe("an endpoint that only takes whole messages", { timeout: 120_000 }, () => {
  let served: Served;
  let client: Client;
  let path: PathAddress;

  before(async () => {
    served = await startEndpoint({ api: "chat", ...shape });
    client = new Client();
    await client.server.start();
    await client.select(`${served.url}#${servedName}`);
    const runId = await client.direct("first.jsonl", 2);
    path = { runId, questionId: (await client.server.rows(runId))[0]?.questionId ?? "", sample: 0 };
  });
  after(async () => {
    await client.stop();
    await served.close();
  });

  it("says that no path can be gone on from the inside, and what can be done there", async () => {
    const start = (params: Omit<BranchParams, "path">) =>
      client.server.call("deliberate/branch/start", { path, ...params });
    const said = /cannot go on with an answer that has begun.*from the first token of a stage/;
    await assert.rejects(start({ kind: "fork", count: 1, places: [{ stageIndex: 0, token: 3 }] }), said);
    await assert.rejects(start({ kind: "rate", count: 1, positions: 3 }), said);
    await assert.rejects(
      start({ kind: "fork", count: 1, places: [{ stageIndex: 0, token: 0, text: "So" }] }),
      said,
    );
    const runId = await client.branch({
      ...{ path, kind: "fork", count: 2 },
      places: [{ stageIndex: 0, token: 0 }],
    });
    assert.ok((await client.tokens({ ...path, runId, sample: 1 })).length > 0, "and that can be done");
  });

  it("says of the trap that no path can be given a beginning", async () => {
    const before = await client.server.rows(path.runId);
    const runId = await client.direct(
      "second.jsonl",
      3,
      before.map(({ given }) => given.find((answer) => answer !== null) ?? null),
    );
    const ended = client.server.next("deliberate/experiment/trapEnded");
    await client.server.call("deliberate/experiment/trap", { runId, questions: 2, samples: 2 });
    const { result } = await ended;
    assert.match(result.ok ? "" : result.error.message, /no path can be given a beginning.*direct, Thinker/);
  });
});
