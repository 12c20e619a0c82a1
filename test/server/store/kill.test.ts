import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { openRun } from "../../../language-server/store/runReader.ts";
import { resumeRun } from "../../../language-server/store/runWriter.ts";
import { chunkOf, stageRecord, textOf, tokenId } from "./storeSamples.ts";

const shape = { questions: 12, stages: 2, tokens: 30 };
let root = "";
let child = "";

before(async () => {
  root = await mkdtemp(join(tmpdir(), "deliberate-kill-"));
  child = join(root, "child.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("./writerChild.ts", import.meta.url))],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});
after(() => rm(root, { recursive: true, force: true }));

const keys = Array.from({ length: shape.questions }, (_, i) => ({ questionId: `q${i}`, sample: 0 }));

/** Everything in the run is what it should be, and nothing acknowledged is missing. Returns the number of tokens. */
async function check(run: string, acknowledgements: string): Promise<number> {
  const opened = await openRun(run);
  assert.ok(opened.ok, JSON.stringify(opened));
  const reader = opened.value;
  assert.deepEqual(reader.problems, []);
  /** By path and stage: tokens that were on disk when the child said so, the last word of it. */
  const surely = new Map<number, number[]>();
  for (const line of (await readFile(acknowledgements, "utf8")).split("\n").slice(0, -1)) {
    const { path, stage, tokens } = JSON.parse(line) as { path: number; stage: number; tokens: number };
    const stages = surely.get(path) ?? [];
    stages[stage] = tokens;
    surely.set(path, stages);
  }
  let total = 0;
  for (const [path, key] of keys.entries()) {
    const { doneStages, replay, current } = (await reader.unfinished(key))!;
    doneStages.forEach((record, stage) => {
      assert.deepEqual(record, stageRecord(path, stage, shape.tokens));
      assert.deepEqual(
        replay[stage]!.tokens,
        Array.from({ length: shape.tokens }, (_, step) => tokenId(path, stage, step)),
      );
      total += shape.tokens;
    });
    for (const [stage, surelyThere] of (surely.get(path) ?? []).entries()) {
      if (stage < doneStages.length) continue;
      assert.equal(current?.stageIndex, stage, `path ${path}: stage ${stage} is lost`);
      const found = current.tokens.length;
      // a stage that was begun anew a moment ago has at most one message, and its earlier try had more
      assert.ok(found >= surelyThere || found <= 1, `path ${path}: ${found} of ${surelyThere} tokens`);
      assert.ok(found <= surelyThere + 3, "at most one message beyond what was acknowledged");
    }
    if (current === null) continue;
    assert.equal(current.text, textOf(path, current.stageIndex, current.tokens.length));
    total += current.tokens.length;
  }
  return total;
}

test("killed at random moments, nothing that was acknowledged is lost and the run goes on", {
  timeout: 120_000,
}, async () => {
  let kills = 0;
  let killedInside = 0;
  for (let run = 0; kills < 25; run++) {
    const folder = join(root, `runs${run}`);
    const acknowledgements = join(root, `acks${run}`);
    await writeFile(acknowledgements, "");
    for (let finished = false; !finished; ) {
      const writing = spawn(process.execPath, [child, folder, acknowledgements], {
        stdio: ["ignore", "ignore", "inherit"],
      });
      const exited = new Promise<number | null>((resolve) => writing.once("exit", (code) => resolve(code)));
      if (kills < 25) {
        await untilGrowing(acknowledgements, exited);
        await Promise.race([sleep(Math.random() * 60), exited]);
        writing.kill("SIGKILL");
        kills += 1;
      }
      const code = await exited;
      assert.ok(code === null || code === 0, `child failed with ${code}`);
      finished = code === 0;
      if (!existsSync(join(folder, "killed"))) continue;
      const tokens = await check(join(folder, "killed"), acknowledgements);
      if (finished) assert.equal(tokens, shape.questions * shape.stages * shape.tokens);
      else killedInside += 1;
    }
    const reader = await openRun(join(folder, "killed"));
    assert.ok(reader.ok && reader.value.status === "done");
    assert.deepEqual(reader.value.pendingPaths(), []);
  }
  assert.ok(killedInside >= 15, `only ${killedInside} of ${kills} kills hit a running run`);
});

/** Resolves when the child has written its first message, or is gone. */
async function untilGrowing(file: string, exited: Promise<unknown>): Promise<void> {
  const size = (await readFile(file)).length;
  let gone = false;
  exited.then(() => {
    gone = true;
  });
  while (!gone && (await readFile(file)).length === size) await sleep(3);
}

test("no room left: one clear failure, and the run can be resumed once there is", {
  skip: process.platform === "win32",
}, async () => {
  const script = join(root, "full.mjs");
  await build({
    stdin: {
      contents: `
          import { createRun } from "./language-server/store/runWriter.ts";
          import { chunkOf, manifestFor, question } from "./test/server/store/storeSamples.ts";
          const failures = [];
          const questions = [question("a")];
          const created = await createRun(process.argv[2], manifestFor(questions, 1, "full"), questions, { onFailure: (f) => failures.push(f) });
          const writer = created.value;
          const key = { questionId: "a", sample: 0 };
          writer.status("running");
          writer.stageStarted(key, { stageIndex: 0, stage: "fast" });
          for (let step = 0; step < 2000; step += 50) { writer.tokens(key, 0, chunkOf(0, 0, step, step + 50)); await writer.flush(); }
          const flushed = await writer.flush();
          const closed = await writer.close();
          console.log(JSON.stringify({ failures, flushed, closed, failure: writer.failure }));
        `,
      resolveDir: fileURLToPath(new URL("../../../", import.meta.url)),
      loader: "ts",
    },
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const folder = join(root, "fullRuns");
  const run = spawn("/bin/sh", ["-c", `ulimit -f 64; exec "$0" "$1" "$2"`, process.execPath, script, folder]);
  let output = "";
  run.stdout.on("data", (data: Buffer) => {
    output += data.toString();
  });
  const code = await new Promise<number | null>((resolve) => run.once("close", resolve));
  assert.equal(code, 0);
  const { failures, flushed, closed, failure } = JSON.parse(output);
  assert.equal(failures.length, 1);
  assert.equal(failures[0].code, "run/write-failed");
  assert.match(failures[0].message, /no room left/);
  assert.deepEqual([flushed.ok, closed.ok, failure.code], [false, false, "run/write-failed"]);
  const opened = await openRun(join(folder, "full"));
  assert.ok(opened.ok);
  const tokens = await opened.value.stageTokens({ questionId: "a", sample: 0 }, 0);
  assert.ok(tokens.length >= 250 && tokens.length % 50 === 0, `${tokens.length} tokens`);
  assert.equal(tokens.text(), textOf(0, 0, tokens.length));

  const resumed = await resumeRun(join(folder, "full"));
  assert.ok(resumed.ok);
  const key = { questionId: "a", sample: 0 };
  resumed.value.stageStarted(key, { stageIndex: 0, stage: "fast", resumed: true });
  resumed.value.tokens(key, 0, chunkOf(0, 0, tokens.length, tokens.length + 9));
  assert.ok((await resumed.value.close()).ok);
  await opened.value.refresh();
  const whole = await opened.value.stageTokens(key, 0);
  assert.equal(whole.text(), textOf(0, 0, tokens.length + 9));
});
