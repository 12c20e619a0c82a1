/** Runs whose paths drop their unfinished last paragraph at exchanges, in the real server with the built-in model. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import type { PathRecord, StageRecord, TokenRecord } from "../../../language-server/contract/entities.ts";
import type { BranchParams, PathAddress } from "../../../language-server/contract/methods.ts";
import { createChatFormat } from "../../../language-server/core/chat/chatTemplate.ts";
import { defaultModelPath } from "../../../language-server/models/defaultModel.ts";
import { loadParams, newHost, TestEngine, value } from "../../engine/harness.ts";
import { ServerProcess } from "./serverProcess.ts";

const model = (await defaultModelPath(resolve("."))) ?? "";
const questions = readFileSync(resolve("media/samples/word-problems.jsonl"), "utf8").split("\n").slice(0, 3);
const parameters = {
  interval: 24,
  maximum: 72,
  summaryTokens: 24,
  answerTokens: 24,
  rescueTokens: 8,
  peers: 2,
};
const samples = 3;
const sampling = { temperature: 0, topP: 1, minP: 0, topK: 40 };

interface Path extends PathAddress {
  readonly record: PathRecord;
}

describe("what a path drops at an exchange", { timeout: 300_000 }, () => {
  const server = new ServerProcess({ engine: { strict: true, sequences: 4 } });
  const source = join(server.folder, "questions.jsonl");
  let whole: readonly Path[];
  /** Stages that have lost their end, with their path. */
  let cut: readonly { readonly path: Path; readonly stage: StageRecord }[];

  const start = () =>
    server.call("deliberate/run/start", { source, protocol: "leap", parameters, samples, sampling, seed: 5 });
  const ended = async (begin: () => Promise<{ runId: string }>): Promise<string> => {
    const end = server.next("deliberate/run/ended");
    const { runId } = await begin();
    const { failure, status } = await end;
    assert.deepEqual([failure, status], [null, "done"]);
    return runId;
  };
  const tokens = async (path: PathAddress, stageIndex: number): Promise<readonly TokenRecord[]> =>
    (await server.call("deliberate/run/tokens", { ...address(path), stageIndex, from: 0, to: 10_000 }))
      .tokens;
  const address = ({ runId, questionId, sample }: PathAddress) => ({ runId, questionId, sample });
  const record = async (path: PathAddress): Promise<PathRecord> =>
    (await server.call("deliberate/run/path", address(path))).path;
  const pathsOf = async (runId: string): Promise<Path[]> => {
    const all: Path[] = [];
    for (const { questionId } of await server.rows(runId))
      for (let sample = 0; sample < samples; sample++) {
        const path = { runId, questionId, sample };
        all.push({ ...path, record: await record(path) });
      }
    return all;
  };
  const branch = (params: BranchParams) => ended(() => server.call("deliberate/branch/start", params));
  const said = (paths: readonly Path[]) =>
    paths.map(({ record: { stages, verdict } }) => [
      verdict?.extracted,
      stages.map(({ prompt, text, kept, generatedTokens }) => [prompt, text, kept, generatedTokens]),
    ]);

  before(async () => {
    writeFileSync(source, questions.join("\n"));
    await server.start();
    await server.call("deliberate/model/select", { path: model });
    whole = await pathsOf(await ended(start));
    cut = whole.flatMap((path) =>
      path.record.stages.filter(({ kept }) => kept !== undefined).map((stage) => ({ path, stage })),
    );
    assert.ok(cut.length > 3, `${cut.length} stages have lost their end`);
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  it("is recorded, counted and addressable, and only of stages that pause", async () => {
    for (const { path, stage } of cut) {
      const { kept, text, generatedTokens, forcedTokens, index } = stage;
      assert.ok(kept !== undefined);
      assert.equal(stage.paused, true);
      assert.equal(stage.closedThought, undefined);
      const written = await tokens(path, index);
      assert.equal(written.length, generatedTokens + forcedTokens);
      assert.equal(kept.tokens + kept.droppedTokens, written.length);
      const texts = written.map((token) => token.text);
      assert.equal(texts.join(""), text);
      assert.equal(texts.slice(0, kept.tokens).join(""), text.slice(0, kept.characters));
      assert.match(text.slice(0, kept.characters), /[.!?]\s*$|\n\n$/);
    }
  });

  it("is not in what the next stage follows: a fresh sequence over the kept tokens writes the same", async () => {
    const engine = new TestEngine(newHost());
    value(await engine.host.start());
    const loaded = await engine.call(
      "load",
      loadParams({ modelPath: model, sequences: 1, contextTokens: 1024, isolated: true }),
    );
    const chat = value(
      createChatFormat({ template: loaded.chatTemplate, bosText: loaded.bosText, eosText: loaded.eosText }),
    );
    for (const { path, stage } of cut.filter(({ stage: { index } }) => index === 0)) {
      const opening = chat.opening([{ role: "user", content: stage.prompt }], "allow");
      const kept = (await tokens(path, 0)).slice(0, stage.kept?.tokens).map(({ id }) => id);
      await engine.call("clear", { slot: 0 });
      await engine.call("append", { slot: 0, prompt: opening.pieces, tokens: kept });
      const summary = path.record.stages[1];
      const fresh = await engine.generate(
        {
          prompt: [{ text: summary?.prompt ?? "", special: false }],
          key: { seed: 5, questionId: path.questionId, sample: path.sample, path: 0, stage: 1 },
          sampling,
          budgetTokens: parameters.summaryTokens,
          stop: { texts: ["</summarize>"], atBox: false, takesBackEnd: true },
        },
        true,
      );
      assert.deepEqual(
        fresh.ids,
        (await tokens(path, 1)).map(({ id }) => id),
      );
      assert.equal(fresh.result.promptTokens, summary?.promptTokens);
    }
    await engine.host.stop();
  });

  it("is the same in a run that was killed on the way and resumed", async () => {
    const { runId } = await start();
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 1);
    await server.kill("SIGKILL");
    await server.start();
    await server.call("deliberate/model/select", { path: model });
    await ended(() => server.call("deliberate/run/resume", { runId }));
    assert.deepEqual(said(await pathsOf(runId)), said(whole));
  });

  it("is the same where the engine dies on the way", async () => {
    const end = server.next("deliberate/run/ended");
    const { runId } = await start();
    await server.next("deliberate/run/advanced", ({ summary }) => summary.pathsDone > 1);
    const [pid] = await server.enginePids();
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    assert.equal((await end).failure, null);
    assert.deepEqual(said(await pathsOf(runId)), said(whole));
  });

  it("is dropped again by a replay, token for token", () => {
    const run = join(server.folder, ".deliberate", "runs", whole[0]?.runId ?? "");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", resolve("language-server/cli/main.ts"), "replay", run, "--json"],
      { encoding: "utf8" },
    );
    assert.equal(status, 0, stderr + stdout);
    const report = JSON.parse(stdout);
    assert.deepEqual([report.first, report.paths], [null, whole.length]);
  });

  it("can be gone on with, and stays where a person has written into it", async () => {
    const [first] = cut;
    assert.ok(first?.stage.kept !== undefined);
    const { path, stage } = first;
    const token = (stage.kept?.tokens ?? 0) + 1;
    const runId = await branch({
      ...{ path: address(path), kind: "fork", count: 2 },
      places: [{ stageIndex: stage.index, token, text: " well" }],
    });
    const original = await tokens(path, stage.index);
    for (const sample of [0, 1]) {
      const continuation = { ...path, runId, sample };
      const after = await tokens(continuation, stage.index);
      assert.deepEqual(after.slice(0, token), original.slice(0, token), "as it was before it was dropped");
      const given = after.filter((each) => each.given === true).length;
      const kept = (await record(continuation)).stages[stage.index]?.kept;
      assert.ok(kept === undefined || kept.tokens >= token + given);
    }
  });

  it("is no place from which a success rate is measured, and what follows it goes on from what stayed", async () => {
    const [first] = cut;
    assert.ok(first !== undefined);
    const { path, stage } = first;
    const rate = await branch({ path: address(path), kind: "rate", count: 1, positions: 40 });
    const { branches } = await server.call("deliberate/branch/list", address(path));
    const places = branches.find((each) => each.runId === rate)?.points.map(({ point }) => point) ?? [];
    assert.ok(places.length > 20);
    for (const { stageIndex, token } of places)
      assert.ok(token < (path.record.stages[stageIndex]?.kept?.tokens ?? Number.POSITIVE_INFINITY));
    // Greedily, a path that goes on from a token behind the exchange is the path itself.
    for (const [at, { stageIndex }] of places.entries()) {
      if (stageIndex <= stage.index) continue;
      const again = (await record({ ...path, runId: rate, sample: at })).stages;
      assert.deepEqual(
        again.map(({ text, kept }) => [text, kept]),
        path.record.stages.map(({ text, kept }) => [text, kept]),
        `from place ${at}`,
      );
    }
  });
});
