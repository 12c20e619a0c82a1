import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import type { TokenRecord } from "../../../language-server/contract/entities.ts";
import type { BranchParams, BranchSummary, PathAddress } from "../../../language-server/contract/methods.ts";
import { modelFile, questionLines, ServerProcess } from "./serverProcess.ts";

const leapParameters = {
  interval: 16,
  maximum: 48,
  summaryTokens: 12,
  answerTokens: 8,
  rescueTokens: 8,
  peers: 2,
};

describe("branches of paths in the language server, with a real model", { timeout: 240_000 }, () => {
  let server: ServerProcess;
  let direct: PathAddress;
  let leap: string;

  const run = async (start: () => Promise<{ runId: string }>): Promise<string> => {
    const ended = server.next("deliberate/run/ended");
    const { runId } = await start();
    const end = await ended;
    assert.equal(end.failure, null);
    assert.equal(end.status, "done");
    assert.equal(end.runId, runId);
    return runId;
  };
  const branch = (params: BranchParams): Promise<string> =>
    run(() => server.call("deliberate/branch/start", params));
  const branches = async (of: PathAddress): Promise<readonly BranchSummary[]> =>
    (await server.call("deliberate/branch/list", of)).branches;
  const tokens = async (path: PathAddress, stageIndex = 0): Promise<readonly TokenRecord[]> =>
    (await server.call("deliberate/run/tokens", { ...path, stageIndex, from: 0, to: 10_000 })).tokens;
  const ids = (records: readonly TokenRecord[]): number[] => records.map(({ id }) => id);
  const stagesOf = async (path: PathAddress) => (await server.call("deliberate/run/path", path)).path.stages;

  before(async () => {
    server = await new ServerProcess({ sampling: { temperature: 0.8 } }).start();
    const source = join(server.folder, "questions.jsonl");
    writeFileSync(source, questionLines(2));
    await server.call("deliberate/model/select", { path: modelFile });
    const runId = await run(() =>
      server.call("deliberate/run/start", {
        source,
        protocol: "direct",
        parameters: { budget: 40, forceAnswer: false },
        limit: 1,
      }),
    );
    const rows = await server.call("deliberate/run/questions", {
      ...{ runId, offset: 0, count: 1, filter: "all", sort: "file", descending: false, search: "" },
    });
    direct = { runId, questionId: rows.rows[0]?.questionId ?? "", sample: 0 };
    leap = await run(() =>
      server.call("deliberate/run/start", {
        ...{ source, protocol: "leap", parameters: leapParameters, samples: 4, limit: 1 },
      }),
    );
  });
  after(async () => {
    await server.stop();
    server.cleanUp();
  });

  it("goes on from a token with another one and a typed text, n times, the prefix evaluated once", async () => {
    const original = await tokens(direct);
    const other = original[6]?.alternatives.find(({ id }) => id !== original[6]?.id);
    assert.ok(other !== undefined);
    const runId = await branch({
      ...{ path: direct, kind: "fork", count: 5 },
      places: [{ stageIndex: 0, token: 6, tokenId: other.id, text: " The answer is" }],
    });
    const continued = await Promise.all(
      [0, 1, 2, 3, 4].map((sample) => tokens({ ...direct, runId, sample })),
    );
    for (const path of continued) {
      assert.deepEqual(path.slice(0, 6), original.slice(0, 6), "kept as it was, with its probabilities");
      const given = path.filter((token) => token.given === true);
      assert.equal(given[0]?.id, other.id);
      assert.equal(
        given
          .map(({ text }) => text)
          .join("")
          .trim(),
        `${other.text} The answer is`.trim(),
      );
      assert.deepEqual(given, path.slice(6, 6 + given.length), "put in behind the kept ones");
      assert.ok(path.length > 6 + given.length, "and gone on with");
    }
    assert.ok(new Set(continued.map((path) => ids(path).join())).size > 1, "each with dice of its own");
    const stages = await Promise.all(
      [0, 1, 2, 3, 4].map(async (sample) => (await stagesOf({ ...direct, runId, sample }))[0]),
    );
    assert.equal(stages.filter((stage) => (stage?.promptTokens ?? 0) > 0).length, 1, "one evaluation");
    assert.ok(
      stages.every((stage) => stage?.givenTokens === 6 + (continued[0]?.filter((t) => t.given).length ?? 0)),
    );
    const [listed] = await branches(direct);
    assert.equal(listed?.runId, runId);
    assert.equal(listed?.points.length, 1);
    assert.equal(listed?.points[0]?.point.given?.text, `${other.text} The answer is`);
    assert.deepEqual([listed?.points[0]?.success?.value, listed?.points[0]?.success?.n], [0, 5]);
    assert.ok(listed?.points[0]?.continuations.every(({ mark, tokens }) => mark === "wrong" && tokens > 0));
  });

  it("keeps branches within their run, and out of the list of runs", async () => {
    const { runs } = await server.call("deliberate/run/list", {});
    assert.deepEqual(runs.map(({ id }) => id).sort(), [direct.runId, leap].sort());
    const folder = join(server.folder, ".deliberate", "runs", direct.runId, "branches");
    assert.deepEqual(
      readdirSync(folder).map((name) => `${direct.runId}~${name}`),
      (await branches(direct)).map(({ runId }) => runId),
    );
  });

  it("samples along a path, killed in the middle, and goes on with what was missing", async () => {
    const { runId } = await server.call("deliberate/branch/start", {
      ...{ path: direct, kind: "rate", positions: 4, count: 12 },
    });
    await server.next(
      "deliberate/run/advanced",
      (news) => news.runId === runId && news.summary.pathsDone > 3,
    );
    await server.kill("SIGKILL");
    await server.start();
    await server.call("deliberate/model/select", { path: modelFile });
    const cut = (await branches(direct)).find((each) => each.runId === runId);
    assert.equal(cut?.status, "interrupted");
    await run(() => server.call("deliberate/run/resume", { runId }));
    const whole = (await branches(direct)).find((each) => each.runId === runId);
    const length = (await tokens(direct)).length;
    assert.deepEqual(
      whole?.points.map(({ point }) => point.token),
      [0, 1, 2, 3].map((quarter) => Math.floor((quarter * length) / 4)),
    );
    assert.ok(whole?.points.every(({ success }) => success?.n === 12 && success.interval !== null));
    const original = ids(await tokens(direct));
    for (const [at, { point }] of whole.points.entries()) {
      const first = ids(await tokens({ ...direct, runId, sample: at * 12 }));
      assert.deepEqual(first.slice(0, point.token), original.slice(0, point.token));
    }
  });

  it("goes on from an exchange without one summary: the others are read as they were", async () => {
    const questionId = direct.questionId;
    const samples = [0, 1, 2, 3].map((sample): PathAddress => ({ runId: leap, questionId, sample }));
    const all = await Promise.all(samples.map(stagesOf));
    const sample = all.findIndex((stages) => stages.some(({ exchange }) => exchange?.peers?.length === 2));
    const path = samples[sample];
    const stages = all[sample];
    const stageIndex = stages?.findIndex(({ exchange }) => exchange?.peers?.length === 2) ?? -1;
    const [peer, other] = stages?.[stageIndex]?.exchange?.peers ?? [];
    assert.ok(path !== undefined && stages !== undefined && peer !== undefined && other !== undefined);
    const runId = await branch({
      ...{ path, kind: "ablation", count: 2 },
      places: [
        { stageIndex, token: 0 },
        { stageIndex, token: 0, without: peer },
      ],
    });
    const again = await stagesOf({ ...path, runId, sample: 0 });
    assert.deepEqual(
      again.map(({ text, prompt }) => [prompt, text]),
      stages.map(({ text, prompt }) => [prompt, text]),
      "with every summary and the same dice it is the path itself",
    );
    const without = (await stagesOf({ ...path, runId, sample: 2 }))[stageIndex];
    assert.deepEqual(without?.exchange?.peers, [other]);
    const summaryOf = (of: number) =>
      all[of]?.filter(({ stage }) => stage === "summary").at((without?.exchange?.number ?? 1) - 1);
    const opening = (of: number) => summaryOf(of)?.exchange?.opening ?? "?";
    assert.ok(without?.prompt.includes(opening(other)));
    assert.equal(without?.prompt.match(/Peer \d/g)?.length, 1);
    const { lanes } = await server.call("deliberate/run/group", { runId: leap, questionId });
    assert.deepEqual(
      lanes.map(({ stages: shown }) => shown.map(({ peers }) => peers)),
      all.map((each) => each.map(({ exchange }) => exchange?.peers ?? [])),
    );
    const nested = await branch({
      ...{ path: { ...path, runId, sample: 2 }, kind: "fork", count: 1 },
      places: [{ stageIndex, token: 3, text: " So" }],
    });
    const deeper = (await stagesOf({ ...path, runId: nested, sample: 0 }))[stageIndex];
    assert.deepEqual(deeper?.exchange?.peers, [other], "what was left out stays out");
  });

  it("takes a person's remark in the middle of a run, shows it to the path, and goes on with all", async () => {
    const stopped = server.next("deliberate/run/ended");
    const { runId } = await server.call("deliberate/run/start", {
      ...{ source: join(server.folder, "questions.jsonl"), protocol: "leap", samples: 4 },
      parameters: { ...leapParameters, interval: 60, maximum: 240 },
    });
    await server.next(
      "deliberate/run/advanced",
      (news) => news.runId === runId && news.summary.stages.length > 0,
    );
    await server.call("deliberate/run/stop", { runId });
    assert.equal((await stopped).status, "stopped");
    const rows = await server.call("deliberate/run/questions", {
      ...{ runId, offset: 0, count: 9, filter: "all", sort: "file", descending: false, search: "" },
    });
    const open = rows.rows.flatMap(({ questionId }) =>
      [0, 1, 2, 3].map((sample): PathAddress => ({ runId, questionId, sample })),
    );
    const states = await Promise.all(
      open.map(async (address) => ({ address, ...(await server.call("deliberate/run/path", address)) })),
    );
    const paused = states.find(({ path, live }) => path.status === "stopped" && (live?.text ?? "") !== "");
    assert.ok(paused?.live !== null && paused !== undefined, "a path stands still in the middle of a stage");
    assert.equal(paused.live.paused, true);
    assert.ok(paused.live.text.length > 0 && paused.live.tokens > 0, "and what it has written is shown");
    const remark = (address: PathAddress, text: string) =>
      server.call("deliberate/run/remark", { ...address, text });
    await assert.rejects(remark(direct, "Hello"), /has ended/);
    await assert.rejects(remark(paused.address, "  "), /from 1 to/);
    const ended = server.next("deliberate/run/ended");
    await remark(paused.address, "Count the </think> red ones, too.");
    const end = await ended;
    assert.equal(end.status, "done");
    assert.equal(end.summary.pathsDone, 8);
    assert.ok(end.summary.warnings.some((warning) => /remarks into 1 path/.test(warning)));
    const stage = (await stagesOf(paused.address))[paused.live.stageIndex];
    assert.deepEqual(stage?.remarks, [
      { token: paused.live.tokens, said: "Count the </think> red ones, too." },
    ]);
    assert.ok(stage.text.startsWith(paused.live.text), "it goes on behind what was there");
    assert.match(
      stage.text,
      /A person: "Count the red ones, too\."/,
      "without words that mean something else",
    );
    const given = (await tokens(paused.address, stage.index)).filter((token) => token.given === true);
    assert.equal(given.length, stage.givenTokens);
    assert.ok(
      given
        .map(({ text }) => text)
        .join("")
        .includes("A person: "),
    );
  });

  it("does the same from the command line", () => {
    const folder = join(server.folder, ".deliberate", "runs", direct.runId);
    const cli = (...more: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...["--import", "tsx", resolve("language-server/cli/main.ts"), "branch", folder],
          ...["--question", direct.questionId, "--count", "2", ...more],
        ],
        { encoding: "utf8" },
      );
    const json = cli("--positions", "3", "--json");
    assert.equal(json.status, 0, json.stderr);
    const report = JSON.parse(json.stdout);
    assert.deepEqual(
      report.points.map(({ success }: { success: { n: number } }) => success.n),
      [2, 2, 2],
    );
    assert.ok(existsSync(join(report.folder, "journal.jsonl")));
    const text = cli("--token", "4", "--text", " so");
    assert.match(text.stdout, /stage 0, token 4 +0\.0 %/);
    const wrong = cli("--token", "4000");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /no token 4000/);
  });

  it("says why it cannot go on from somewhere", async () => {
    const start = (more: Partial<BranchParams>) =>
      server.call("deliberate/branch/start", { path: direct, kind: "fork", count: 1, ...more });
    await assert.rejects(start({ places: [{ stageIndex: 3, token: 0 }] }), /no token 0 in its stage 3/);
    await assert.rejects(start({ places: [{ stageIndex: 0, token: 0, without: 1 }] }), /not read a summary/);
    await assert.rejects(start({ positions: 4, count: 0 }), /from 1 to 1024/);
    await assert.rejects(start({ path: { ...direct, sample: 5 }, positions: 1 }), /no such path/);
  });
});
