import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { modelFile, questionLines } from "../lsp/serverProcess.ts";

const entry = resolve("language-server/cli/main.ts");

describe("deliberate replay", { timeout: 180_000 }, () => {
  let folder: string;
  let run: string;

  const cli = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", entry, ...args], { encoding: "utf8" });
  const summary = () => JSON.parse(readFileSync(join(run, "summary.json"), "utf8")).summary;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deliberate-replay-"));
    const questions = join(folder, "questions.jsonl");
    writeFileSync(questions, questionLines(5));
    const { stdout, stderr } = cli(
      ...["eval", questions, "--model", modelFile, "--out", join(folder, "runs"), "--json"],
      ...[
        "--protocol",
        "multi-attempt",
        "--param",
        "tokensPerAttempt=24",
        "--samples",
        "2",
        "--sequences",
        "3",
      ],
      ...["--temperature", "1", "--seed", "7"],
    );
    assert.ok(stdout !== "", stderr);
    const report = JSON.parse(stdout);
    assert.equal(report.determinism.level, "scheduled");
    run = report.run;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("finds every token of a finished run again, and the run says so from then on", () => {
    const { status, stdout, stderr } = cli("replay", run, "--json");
    assert.equal(status, 0, stderr + stdout);
    const report = JSON.parse(stdout);
    assert.equal(report.first, null);
    assert.equal(report.paths, 10);
    assert.ok(report.tokens >= 10 * 24, "all attempts are compared");
    assert.equal(report.largestLogprobDifference, 0);
    assert.equal(summary().determinism.level, "replayed");
    assert.match(summary().determinism.reason, new RegExp(`all ${report.tokens} tokens`));
  });

  it("names the first token that differs, with both distributions", () => {
    const journal = join(run, "journal.jsonl");
    const [manifest = "", ...rest] = readFileSync(journal, "utf8").split("\n");
    writeFileSync(journal, [manifest.replace('"seed":7', '"seed":8'), ...rest].join("\n"));
    const { status, stdout } = cli("replay", run);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /paths took another way; the first:\n {4}question \S+, sample 1, stage 1, token \d+/,
    );
    assert.match(stdout, /the run: .*likeliest: .*\n {4}the replay: .*likeliest: /);
    assert.equal(summary().determinism.level, "seeded", "what was promised did not hold");
  });

  it("refuses what is no run, in one line", () => {
    const { status, stderr } = cli("replay", folder);
    assert.equal(status, 2);
    assert.equal(stderr.trim().split("\n").length, 1);
  });
});
