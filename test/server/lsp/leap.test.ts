import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { modelFile, questionLines, ServerProcess } from "./serverProcess.ts";

/** Small enough for the tiny model, with two exchanges. */
const parameters = {
  interval: 16,
  maximum: 48,
  summaryTokens: 12,
  answerTokens: 8,
  rescueTokens: 8,
  peers: 2,
};

describe("LeaP in the language server, with a real model", { timeout: 240_000 }, () => {
  let server: ServerProcess;
  before(async () => {
    server = await new ServerProcess().start();
    writeFileSync(join(server.folder, "questions.jsonl"), questionLines(12));
    await server.call("deliberate/model/select", { path: modelFile });
  });
  after(() => server.stop());

  it("killed in the middle, goes on with the group where it was, and every exchange is recorded", async () => {
    const { runId } = await server.call("deliberate/run/start", {
      source: join(server.folder, "questions.jsonl"),
      protocol: "leap",
      parameters,
      samples: 4,
    });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 3);
    await server.kill("SIGKILL");
    const journal = () =>
      readFileSync(join(server.folder, ".deliberate", "runs", runId, "journal.jsonl"), "utf8")
        .trim()
        .split("\n")
        .flatMap((line) => (line.startsWith('{"t":"stage"') ? [JSON.parse(line)] : []));
    const before = journal();
    await server.start();
    await server.call("deliberate/model/select", { path: modelFile });
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/resume", { runId });
    const end = await ended;
    assert.equal(end.failure, null);
    assert.equal(end.status, "done");
    assert.equal(end.summary.pathsDone, 48);
    const stages = journal();
    assert.deepEqual(stages.slice(0, before.length), before, "what stood in the journal was not done again");
    const keys = stages.map(({ questionId, sample, record }) => `${questionId} ${sample} ${record.index}`);
    assert.equal(new Set(keys).size, keys.length, "no stage was done twice");
    const exchanges = stages.filter(({ record }) => record.exchange?.peers?.length > 0);
    assert.ok(exchanges.length > 40, `${exchanges.length} exchanges`);
    for (const { questionId, sample, record } of exchanges) {
      assert.equal(record.exchange.peers.length, 2);
      for (const peer of record.exchange.peers) {
        assert.notEqual(peer, sample);
        const read = stages.find(
          (other) =>
            other.questionId === questionId &&
            other.sample === peer &&
            other.record.exchange?.opening !== undefined &&
            record.prompt.includes(other.record.exchange.opening),
        );
        assert.ok(read !== undefined, `${questionId} ${sample} read a summary of ${peer}`);
      }
    }
    const { leap } = end.summary;
    assert.equal(leap?.exchanges, exchanges.length);
  });

  it("an engine that dies while paths wait for each other is brought back, and the groups go on", async () => {
    const ended = server.next("deliberate/run/ended");
    await server.call("deliberate/run/start", {
      source: join(server.folder, "questions.jsonl"),
      protocol: "leap",
      parameters,
      samples: 4,
    });
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 3);
    const [pid] = await server.enginePids();
    assert.ok(pid !== undefined);
    process.kill(pid, "SIGKILL");
    const end = await ended;
    assert.equal(end.failure, null);
    assert.equal(end.summary.pathsDone, 48);
  });

  it("refuses more samples than can meet", async () => {
    await assert.rejects(
      server.call("deliberate/run/start", {
        source: join(server.folder, "questions.jsonl"),
        protocol: "leap",
        parameters,
        samples: 33,
      }),
      /at most 32 samples/,
    );
  });
});

describe("LeaP on the command line", { timeout: 120_000 }, () => {
  it("reports pass@1, cons@N and what the exchanges did, as text and as JSON", async () => {
    const server = new ServerProcess();
    const questions = join(server.folder, "questions.jsonl");
    writeFileSync(questions, questionLines(2));
    const cli = (...more: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...["--import", "tsx", resolve("language-server/cli/main.ts"), "eval", questions],
          ...["--model", modelFile, "--out", join(server.folder, "runs")],
          ...["--protocol", "leap", "--samples", "8"],
          ...Object.entries(parameters).flatMap(([name, value]) => ["--param", `${name}=${value}`]),
          ...more,
        ],
        { encoding: "utf8" },
      );
    const json = cli("--json");
    assert.equal(json.status, 0, json.stderr);
    const report = JSON.parse(json.stdout);
    assert.equal(report.consAtK.k, 8);
    assert.equal(report.passAtK[0].k, 1);
    assert.ok(report.leap.exchanges > 8);
    assert.ok(report.leap.tokens.received > 0 && report.leap.tokens.summary > 0);
    assert.deepEqual(
      [report.leap.rightToWrong.value, report.leap.wrongToRight.value],
      [0, 0],
      "the tiny model is never right",
    );
    const text = cli();
    assert.equal(text.status, 0, text.stderr);
    for (const line of [
      /pass@1 /,
      /cons@8 /,
      /paths right to wrong/,
      /tokens by kind +reasoning \d+ \(\d+ dropped unfinished\), summaries \d+/,
    ])
      assert.match(text.stdout, line);
  });
});
