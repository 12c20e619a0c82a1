import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { listRuns } from "../../../language-server/store/listRuns.ts";
import { openRun } from "../../../language-server/store/runReader.ts";
import { createRun } from "../../../language-server/store/runWriter.ts";
import { chunkOf, manifestFor, question, stageRecord, verdict } from "./storeSamples.ts";

let root = "";
before(async () => {
  root = await mkdtemp(join(tmpdir(), "deliberate-list-"));
});
after(() => rm(root, { recursive: true, force: true }));

const questions = [question("a"), question("b")];

/** A run with `a` right and, if wanted, `b` wrong. */
async function writeRun(runs: string, id: string, createdAt: string, both: boolean, close = true) {
  const created = await createRun(runs, { ...manifestFor(questions, 1, id), createdAt }, questions);
  assert.ok(created.ok);
  const writer = created.value;
  writer.status("running");
  for (const [number, q] of questions.slice(0, both ? 2 : 1).entries()) {
    const key = { questionId: q.id, sample: 0 };
    writer.stageStarted(key, { stageIndex: 0, stage: "answer" });
    writer.tokens(key, 0, chunkOf(number, 0, 0, 3));
    const graded = verdict(q.id === "a");
    writer.stageDone(key, stageRecord(number, 0, 3, { stage: "answer", verdict: graded }));
    writer.pathDone(key, { status: "done", outcome: "finished", answerStage: 0, verdict: graded });
  }
  if (close) {
    if (both) writer.status("done");
    await writer.close();
  } else await writer.flush();
  return writer;
}

test("runs are listed newest first, with their numbers, and what is damaged is told", async () => {
  const runs = join(root, "runs");
  assert.deepEqual(await listRuns(runs), []);
  await writeRun(runs, "r1", "2025-01-01T00:00:00.000Z", true);
  await writeRun(runs, "r2", "2025-01-02T00:00:00.000Z", false);
  const open = await writeRun(runs, "r3", "2025-01-03T00:00:00.000Z", false, false);
  await mkdir(join(runs, "not a run"));
  await mkdir(join(runs, "broken"));
  await writeFile(join(runs, "broken", "journal.jsonl"), '{"t":"mani');
  const damaged: string[] = [];
  const listed = await listRuns(runs, (folder, { code }) =>
    damaged.push(`${folder.slice(runs.length + 1)} ${code}`),
  );
  assert.deepEqual(
    listed.map((s) => [s.id, s.status, s.accuracy.value, s.pathsDone, s.pathsTotal]),
    [
      ["r3", "running", 1, 1, 2],
      ["r2", "interrupted", 1, 1, 2],
      ["r1", "done", 0.5, 2, 2],
    ],
  );
  assert.deepEqual(damaged, ["broken run/damaged"]);
  await open.close();
});

test("the cached summary is used while it is current and made again when the journal has grown", async () => {
  const runs = join(root, "cached");
  const { folder } = await writeRun(runs, "r1", "2025-01-01T00:00:00.000Z", false);
  const cache = join(folder, "summary.json");
  const content = JSON.parse(await readFile(cache, "utf8"));
  assert.equal(content.summary.accuracy.value, 1);
  content.summary.title = "from the cache";
  await writeFile(cache, JSON.stringify(content));
  assert.equal((await listRuns(runs))[0]?.title, "from the cache");

  await appendFile(join(folder, "journal.jsonl"), '{"t":"status","at":1738324800000,"status":"stopped"}\n');
  assert.deepEqual(
    (await listRuns(runs)).map((s) => [s.title, s.status]),
    [["a run", "stopped"]],
  );
  assert.equal(JSON.parse(await readFile(cache, "utf8")).summary.status, "stopped", "kept for the next time");

  await rm(cache);
  assert.equal((await listRuns(runs))[0]?.status, "stopped");
  assert.ok((await stat(cache)).size > 0);
});

test("a reader's summary is the listed one", async () => {
  const runs = join(root, "same");
  const { folder } = await writeRun(runs, "r1", "2025-01-01T00:00:00.000Z", true);
  const reader = await openRun(folder);
  assert.ok(reader.ok);
  assert.deepEqual(JSON.parse(JSON.stringify(reader.value.summary())), (await listRuns(runs))[0]);
});
