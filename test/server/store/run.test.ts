import assert from "node:assert/strict";
import { appendFile, cp, mkdtemp, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ensureRunsFolder, newRunId, runsFolder } from "../../../language-server/store/runFolder.ts";
import { openRun } from "../../../language-server/store/runReader.ts";
import { createRun, type RunWriter, resumeRun } from "../../../language-server/store/runWriter.ts";
import { chunkOf, manifestFor, question, stageRecord, textOf, tokenId, verdict } from "./storeSamples.ts";

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "deliberate-store-"));
});
after(() => rm(root, { recursive: true, force: true }));

const questions = [question("a"), question("b"), question("c")];
let count = 0;

async function newRun(now?: () => number): Promise<RunWriter> {
  const manifest = manifestFor(questions, 2, `run-${String(count++).padStart(3, "0")}`);
  const created = await createRun(join(root, "runs"), manifest, questions, now ? { now } : {});
  assert.ok(created.ok, JSON.stringify(created));
  return created.value;
}

const opened = async (folder: string) => {
  const reader = await openRun(folder);
  assert.ok(reader.ok, JSON.stringify(reader));
  return reader.value;
};

const b1 = { questionId: "b", sample: 1 }; // path 3

test("what was written is read back, by the writer's own reader and by another", async () => {
  const writer = await newRun();
  writer.status("running");
  writer.stageStarted(b1, { stageIndex: 0, stage: "fast", prompt: "prompt 0" });
  writer.tokens(b1, 0, chunkOf(3, 0, 0, 4));
  writer.tokens(b1, 0, chunkOf(3, 0, 4, 6, 5));
  writer.stageDone(b1, stageRecord(3, 0, 6));
  writer.stageStarted(b1, { stageIndex: 1, stage: "slow" });
  writer.tokens(b1, 1, chunkOf(3, 1, 0, 3));
  await writer.flush();
  for (const reader of [writer.reader, await opened(writer.folder)]) {
    assert.deepEqual(reader.questions, questions);
    assert.equal(reader.status, "running");
    assert.deepEqual(reader.problems, []);
    const paths = reader.paths();
    assert.deepEqual(
      paths.map((p) => [p.questionId, p.sample, p.status]),
      [
        ["a", 0, "queued"],
        ["a", 1, "queued"],
        ["b", 0, "queued"],
        ["b", 1, "running"],
        ["c", 0, "queued"],
        ["c", 1, "queued"],
      ],
    );
    assert.equal(paths[3]!.stages[0]!.text, "");
    assert.equal(paths[3]!.stages[0]!.generatedTokens, 6);
    assert.deepEqual((await reader.path(b1))!.stages, [stageRecord(3, 0, 6)]);
    const tokens = await reader.tokens(b1, 0, 2, 5);
    assert.deepEqual(
      tokens.map((t) => t.id),
      [2, 3, 4].map((step) => tokenId(3, 0, step)),
    );
    assert.deepEqual(tokens[0]!.alternatives, [
      { id: 0, text: "zero", logprob: 0 },
      { id: 1, text: "one", logprob: -1 },
    ]);
    const unfinished = (await reader.unfinished(b1))!;
    assert.deepEqual(unfinished.doneStages, [stageRecord(3, 0, 6)]);
    assert.deepEqual(unfinished.replay, [{ tokens: [0, 1, 2, 3, 4, 5].map((s) => tokenId(3, 0, s)) }]);
    assert.deepEqual(unfinished.current, {
      stageIndex: 1,
      stage: "slow",
      tokens: [0, 1, 2].map((s) => tokenId(3, 1, s)),
      forcedFrom: null,
      givenTo: 0,
      text: textOf(3, 1, 3),
      texts: textOf(3, 1, 3).match(/[^ ]+ /g),
    });
    assert.equal((await reader.stageTokens(b1, 0)).forcedFrom(), 5);
    assert.equal(await reader.path({ questionId: "nobody", sample: 0 }), null);
    assert.deepEqual(await reader.unfinished({ questionId: "a", sample: 0 }), {
      doneStages: [],
      replay: [],
      current: null,
      remarks: [],
    });
  }
  await writer.close();
  assert.equal((await opened(writer.folder)).status, "interrupted");
});

test("done and failed paths are not pending; a path that starts again forgets its end and its later stages", async () => {
  const writer = await newRun();
  writer.stageStarted(b1, { stageIndex: 0, stage: "fast" });
  writer.tokens(b1, 0, chunkOf(3, 0, 0, 5));
  writer.stageDone(b1, stageRecord(3, 0, 5));
  writer.stageStarted(b1, { stageIndex: 1, stage: "slow" });
  writer.stageDone(b1, stageRecord(3, 1, 0));
  writer.pathDone(b1, { status: "done", outcome: "finished", answerStage: 1, verdict: verdict(true) });
  writer.pathDone(
    { questionId: "a", sample: 0 },
    { status: "failed", failure: { code: "engine/lost", message: "gone" } },
  );
  assert.deepEqual(
    writer.reader.pendingPaths().map((k) => `${k.questionId}${k.sample}`),
    ["a1", "b0", "c0", "c1"],
  );
  assert.equal(writer.reader.paths()[3]!.verdict?.correct, true);

  writer.stageStarted(b1, { stageIndex: 0, stage: "fast" });
  writer.tokens(b1, 0, chunkOf(99, 0, 0, 2));
  const again = (await writer.reader.unfinished(b1))!;
  assert.deepEqual(again.doneStages, []);
  assert.deepEqual(
    again.current?.tokens,
    [0, 1].map((s) => tokenId(99, 0, s)),
    "tokens of the earlier try are not mixed in",
  );
  assert.equal(writer.reader.paths()[3]!.verdict, undefined);
  await writer.close();
  assert.deepEqual(await (await opened(writer.folder)).unfinished(b1), again);
});

test("a resumed stage goes on behind its tokens", async () => {
  const first = await newRun();
  first.stageStarted(b1, { stageIndex: 0, stage: "fast" });
  first.tokens(b1, 0, chunkOf(3, 0, 0, 4));
  await first.close();
  const second = await resumeRun(first.folder);
  assert.ok(second.ok);
  const writer = second.value;
  const { current } = (await writer.reader.unfinished(b1))!;
  assert.equal(current?.tokens.length, 4);
  writer.stageStarted(b1, { stageIndex: 0, stage: "fast", resumed: true });
  writer.tokens(b1, 0, chunkOf(3, 0, 4, 7));
  writer.stageDone(b1, stageRecord(3, 0, 7));
  assert.equal((await writer.reader.stageTokens(b1, 0)).text(), textOf(3, 0, 7));
  await writer.close();
  const vocabulary = await readFile(join(writer.folder, "vocabulary.jsonl"), "utf8");
  assert.equal(vocabulary.trim().split("\n").length, 2, "texts of ids known before are not written again");
});

test("naming what the run does not have throws", async () => {
  const writer = await newRun();
  assert.throws(() => writer.pathDone({ questionId: "zz", sample: 0 }, { status: "done" }));
  assert.throws(() => writer.pathDone({ questionId: "a", sample: 2 }, { status: "done" }));
  assert.throws(() => writer.tokens(b1, 0, chunkOf(3, 0, 0, 1)));
  await writer.close();
});

test("running time is the sum of the pieces, a killed one ending with its last line", async () => {
  let now = 1_000_000;
  const first = await newRun(() => now);
  first.status("running");
  now += 5_000;
  assert.equal(first.reader.wallSeconds(), 5);
  first.stageStarted(b1, { stageIndex: 0, stage: "fast" });
  now += 60_000; // silent until killed
  await first.close();
  assert.equal((await opened(first.folder)).wallSeconds(), 5);
  const second = await resumeRun(first.folder, { now: () => now });
  assert.ok(second.ok);
  now += 100_000;
  second.value.status("running");
  now += 2_000;
  second.value.status("done");
  now += 9_000;
  await second.value.close();
  assert.equal((await opened(first.folder)).wallSeconds(), 7);
});

test("two writers do not get the same run; a lock left behind is taken over", async () => {
  const writer = await newRun();
  const second = await resumeRun(writer.folder);
  assert.ok(!second.ok && second.error.code === "run/busy");
  assert.match(second.error.message, new RegExp(String(process.pid)));
  await writer.close();
  const lock = join(writer.folder, "lock.json");
  const stale = [
    JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: "dead process" }),
    JSON.stringify({ pid: process.pid, host: "another", token: "silent host" }),
    JSON.stringify({ pid: process.pid, host: hostname(), token: "number used again" }),
    "{cut off",
  ];
  for (const text of stale) {
    await writeFile(lock, text);
    const longAgo = new Date(Date.now() - 120_000);
    if (!text.includes("dead")) await utimes(lock, longAgo, longAgo);
    const taken = await resumeRun(writer.folder);
    assert.ok(taken.ok, text);
    await taken.value.close();
  }
  await assert.rejects(stat(lock));
});

test("clear failures for what is no run", async () => {
  const missing = await openRun(join(root, "nothing"));
  assert.ok(!missing.ok && missing.error.code === "run/not-found");
  const writer = await newRun();
  await writer.close();
  await writeFile(join(writer.folder, "journal.jsonl"), '{"t":"status","at":1,"status":"done"}\n');
  const damaged = await resumeRun(writer.folder);
  assert.ok(!damaged.ok && damaged.error.code === "run/damaged");
  const taken = await createRun(
    join(root, "runs"),
    manifestFor(questions, 2, writer.reader.manifest.id),
    questions,
  );
  assert.ok(!taken.ok && taken.error.code === "run/write-failed");
});

test("a damaged line in the middle is left out and reported, lines of a later version too", async () => {
  const writer = await newRun();
  writer.status("running");
  await writer.close();
  await appendFile(join(writer.folder, "journal.jsonl"), 'garbage\n{"t":"from-the-future","at":3}\n');
  const again = await resumeRun(writer.folder);
  assert.ok(again.ok);
  again.value.status("done");
  await again.value.close();
  const reader = await opened(writer.folder);
  assert.equal(reader.status, "done");
  assert.match(reader.problems.join(), /^2 lines/);
});

test("a damaged stretch inside the token file costs only its own frames", async () => {
  const writer = await newRun();
  const a0 = { questionId: "a", sample: 0 };
  for (const [path, key] of [
    [3, b1],
    [0, a0],
  ] as const) {
    writer.stageStarted(key, { stageIndex: 0, stage: "fast" });
    writer.tokens(key, 0, chunkOf(path, 0, 0, 4));
  }
  await writer.close();
  const file = join(writer.folder, "tokens.bin");
  const bytes = await readFile(file);
  bytes.fill(0, 0, 40);
  await writeFile(file, bytes);
  const again = await resumeRun(writer.folder);
  assert.ok(again.ok);
  assert.equal((await again.value.reader.stageTokens(b1, 0)).length, 0);
  assert.equal((await again.value.reader.stageTokens(a0, 0)).length, 4);
  await again.value.close();
  assert.equal((await stat(file)).size, bytes.length, "resuming does not cut off sound frames");
});

test("cut at every byte, a run opens with everything before the cut and goes on", async () => {
  const writer = await newRun();
  writer.status("running");
  writer.stageStarted(b1, { stageIndex: 0, stage: "fast" });
  writer.tokens(b1, 0, chunkOf(3, 0, 0, 2));
  writer.tokens(b1, 0, chunkOf(3, 0, 2, 3));
  writer.stageDone(b1, stageRecord(3, 0, 3));
  writer.stageStarted(b1, { stageIndex: 1, stage: "slow" });
  writer.tokens(b1, 1, chunkOf(3, 1, 0, 2));
  await writer.close();

  const folder = join(root, "cut");
  const journal = await readFile(join(writer.folder, "journal.jsonl"));
  const manifestEnd = journal.indexOf(10) + 1;
  const restore = async (name: string, bytes: Buffer) => writeFile(join(folder, name), bytes);
  await cp(writer.folder, folder, { recursive: true });
  for (let cut = 0; cut <= journal.length; cut++) {
    await restore("journal.jsonl", journal.subarray(0, cut));
    const reader = await openRun(folder);
    if (cut < manifestEnd) {
      assert.ok(!reader.ok && reader.error.code === "run/damaged", `cut at ${cut}`);
      continue;
    }
    assert.ok(reader.ok);
    const whole = journal.subarray(manifestEnd, cut).filter((byte) => byte === 10).length;
    const { doneStages, current } = (await reader.value.unfinished(b1))!;
    assert.equal(doneStages.length, whole >= 3 ? 1 : 0);
    assert.equal(current?.tokens.length ?? 0, [0, 0, 3, 0, 2][whole]);
  }

  const tokens = await readFile(join(writer.folder, "tokens.bin"));
  await restore("journal.jsonl", journal);
  let seen = 0;
  for (let cut = 0; cut <= tokens.length; cut++) {
    await restore("tokens.bin", tokens.subarray(0, cut));
    const reader = await opened(folder);
    const stages = [await reader.stageTokens(b1, 0), await reader.stageTokens(b1, 1)];
    for (const [index, stage] of stages.entries()) assert.equal(stage.text(), textOf(3, index, stage.length));
    const length = stages[0]!.length + stages[1]!.length;
    assert.ok(length >= seen);
    seen = length;
  }
  assert.equal(seen, 5);

  // appended to after the cut, both files stay readable
  for (let i = 0; i < 40; i++) {
    await restore("journal.jsonl", journal);
    await restore("tokens.bin", tokens);
    await truncate(
      join(folder, "journal.jsonl"),
      manifestEnd + Math.floor(((journal.length - manifestEnd) * i) / 40),
    );
    await truncate(join(folder, "tokens.bin"), Math.floor((tokens.length * i) / 40));
    const resumed = await resumeRun(folder);
    assert.ok(resumed.ok);
    const key = { questionId: "c", sample: 0 };
    resumed.value.stageStarted(key, { stageIndex: 0, stage: "fast" });
    resumed.value.tokens(key, 0, chunkOf(4, 0, 0, 3));
    resumed.value.stageDone(key, stageRecord(4, 0, 3));
    await resumed.value.close();
    const reader = await opened(folder);
    assert.deepEqual(reader.problems, []);
    assert.equal((await reader.stageTokens(key, 0)).text(), textOf(4, 0, 3));
    assert.equal((await reader.path(key))!.stages[0]!.text, textOf(4, 0, 3));
  }
});

test("runs live in the workspace and are kept out of git, once", async () => {
  assert.equal(runsFolder("/ws", "/global"), join("/ws", ".deliberate", "runs"));
  assert.equal(runsFolder(undefined, "/global"), join("/global", "runs"));
  const folder = runsFolder(join(root, "ws"), "/global");
  await ensureRunsFolder(folder);
  assert.equal(await readFile(join(folder, ".gitignore"), "utf8"), "*\n");
  await rm(join(folder, ".gitignore"));
  await ensureRunsFolder(folder);
  await assert.rejects(stat(join(folder, ".gitignore")));
});

test("run ids sort by time", () => {
  const early = newRunId(new Date("2025-01-31T12:34:56.789Z"), () => 0.5);
  assert.equal(early, "20250131-123456-789-iiiiii");
  assert.ok(early < newRunId(new Date("2025-01-31T12:34:56.790Z"), () => 0));
});
