import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { modelFile, questionLines } from "../lsp/serverProcess.ts";

const entry = resolve("language-server/cli/main.ts");
const quick = ["--protocol", "direct", "--param", "budget=12"];

describe("deliberate on the command line", { timeout: 180_000 }, () => {
  let folder: string;
  let questions: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deliberate-cli-"));
    questions = join(folder, "questions.jsonl");
    writeFileSync(questions, questionLines(6));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const cli = (...args: string[]) => {
    const result = spawnSync(process.execPath, ["--import", "tsx", entry, ...args], { encoding: "utf8" });
    return { ...result, errorLines: result.stderr.trim().split("\n") };
  };
  const evaluate = (...args: string[]) =>
    cli("eval", questions, "--model", modelFile, "--out", join(folder, "runs"), ...args);

  it("prints one JSON object with the promised fields, and leaves the run's folder", () => {
    const { status, stdout, stderr } = evaluate(
      ...quick,
      "--json",
      "--samples",
      "2",
      "--limit",
      "4",
      "--seed",
      "7",
    );
    assert.equal(status, 0, stderr);
    const report = JSON.parse(stdout);
    assert.equal(report.accuracy, 0, "the tiny model gets nothing right");
    assert.equal(report.interval.length, 2);
    assert.equal(report.questions, 4);
    assert.equal(report.samples, 2);
    assert.equal(report.seed, 7);
    const outcomes = Object.values(report.outcomes as Record<string, number>).reduce(
      (sum, count) => sum + count,
      0,
    );
    assert.equal(outcomes, 8);
    assert.ok(report.tokens.generated > 0 && report.wallSeconds > 0);
    assert.ok(readdirSync(report.run).includes("journal.jsonl"));
  });

  it("shows the help wherever it is asked for", () => {
    for (const asked of [["--help"], ["eval", "--help"], ["sql", "eval", "-h"]]) {
      const { status, stdout } = cli(...asked);
      assert.equal(status, 0);
      assert.match(stdout, /deliberate eval FILE/);
    }
  });

  it("prints a readable summary without --json", () => {
    const { status, stdout } = evaluate("--protocol", "quickThinker", "--limit", "2");
    assert.equal(status, 0);
    assert.match(stdout, /accuracy +0\.0 %/);
    assert.match(stdout, /fast accuracy/);
    assert.match(stdout, /outcomes/);
  });

  it("exits with 1 when the accuracy is below the threshold", () => {
    const { status, errorLines } = evaluate(...quick, "--limit", "1", "--threshold", "0.5");
    assert.equal(status, 1);
    assert.match(errorLines.at(-1) ?? "", /below the threshold/);
  });

  for (const [what, args, message] of [
    ["a missing file", () => ["eval", "nowhere.jsonl", "--model", modelFile], /does not exist/],
    ["a missing model", () => ["eval", questions, "--model", "nowhere.gguf"], /nowhere\.gguf/],
    ["a file that is no model", () => ["eval", questions, "--model", questions], /GGUF/],
    [
      "an unknown protocol",
      () => ["eval", questions, "--model", modelFile, "--protocol", "guess"],
      /no protocol “guess”/,
    ],
    [
      "a bad parameter",
      () => ["eval", questions, "--model", modelFile, "--param", "budget.quick=1"],
      /unknown name “quick”/,
    ],
    [
      "a bad number",
      () => ["eval", questions, "--model", modelFile, "--samples", "many"],
      /--samples wants a number/,
    ],
    ["zero samples", () => ["eval", questions, "--model", modelFile, "--samples", "0"], /number of samples/],
    ["an unknown option", () => ["eval", questions, "--colour", "red"], /--colour/],
    ["an unknown command", () => ["judge"], /no command “judge”/],
    ["no command", () => [], /command is missing/],
    [
      "a vocabulary without weights",
      () => ["eval", questions, "--model", "test/fixtures/models/ggml-vocab-phi-3.gguf"],
      /vocabulary/,
    ],
  ] as const) {
    it(`says in one line what is wrong with ${what}, and exits with 2`, () => {
      const { status, stdout, errorLines } = cli(...args());
      assert.equal(status, 2);
      assert.equal(stdout, "");
      assert.equal(errorLines.length, 1, errorLines.join("\n"));
      assert.match(errorLines[0] ?? "", message);
    });
  }

  it("goes on with a run that was interrupted", async () => {
    writeFileSync(join(folder, "many.jsonl"), questionLines(60));
    const out = join(folder, "interrupted");
    const args = [
      "--import",
      "tsx",
      entry,
      "eval",
      join(folder, "many.jsonl"),
      "--model",
      modelFile,
      "--out",
      out,
    ];
    const child = spawn(process.execPath, [...args, "--protocol", "direct", "--param", "budget=120"]);
    const errors: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
    await new Promise<void>((go) => {
      const timer = setInterval(() => {
        if (!/[1-9]\d*\/60/.test(errors.join("")) && child.exitCode === null) return;
        clearInterval(timer);
        go();
      }, 20);
    });
    const exit = new Promise<number | null>((done) => child.once("exit", done));
    child.kill("SIGINT");
    const status = await exit;
    const [run] = readdirSync(out).filter((name) => !name.startsWith("."));
    if (status === 0) return; // The machine was faster than the signal.
    assert.equal(status, 2);
    assert.match(errors.join(""), /--resume/);
    const resumed = cli("eval", "--resume", join(out, run ?? ""), "--json");
    assert.equal(resumed.status, 0, resumed.stderr);
    assert.equal(JSON.parse(resumed.stdout).questions, 60);
    assert.equal(
      Object.values<number>(JSON.parse(resumed.stdout).outcomes).reduce((a, b) => a + b, 0),
      60,
    );
  });

  it("grades pairs in order, with rule and reason, and survives bad lines", () => {
    const cases = join(folder, "cases.jsonl");
    const lines = [
      { gold: "1/2", pred: "0.5" },
      { gold: "[0,1)", pred: "[0,1]" },
      { gold: "42", pred: "So the answer is \\boxed{42}." },
      { gold: "50", pred: "0.5" },
    ];
    writeFileSync(cases, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
    const { status, stdout } = cli("grade", cases, "--json");
    assert.equal(status, 0);
    const verdicts = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      verdicts.map(({ index }) => index),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      [true, false, true, false],
    );
    assert.ok(verdicts.every(({ rule, reason }) => typeof rule === "string" && reason.length > 0));
    writeFileSync(cases, `${JSON.stringify(lines[0])}\nnot json\n`);
    const bad = cli("grade", cases);
    assert.equal(bad.status, 2);
    assert.equal(bad.stdout.trim().split("\n").length, 2, "the good line is still graded");
  });
});
