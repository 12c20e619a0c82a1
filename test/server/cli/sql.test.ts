import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { defaultModelPath } from "../../../language-server/models/defaultModel.ts";
import { modelFile } from "../lsp/serverProcess.ts";

const entry = resolve("language-server/cli/main.ts");
const builtIn = (await defaultModelPath(resolve("."))) ?? "";
const databases = resolve("test/fixtures/sql/spider");
const predictions = join(databases, "graphix-3b-picard.dev.jsonl");

async function databaseFile(statements: string): Promise<Uint8Array> {
  const sqlite3 = await sqlite3InitModule();
  const database = new sqlite3.oo1.DB();
  database.exec(statements);
  return sqlite3.capi.sqlite3_js_db_export(database);
}

describe("deliberate sql on the command line", { timeout: 300_000 }, () => {
  let folder: string;
  const file = (name: string, rows: readonly object[]) => {
    const path = join(folder, name);
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    return path;
  };
  const lines = (text: string) =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", entry, "sql", ...args], { encoding: "utf8" });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "deliberate-cli-sql-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("score gives the official verdicts, and variants that tell lucky queries from right ones", () => {
    const rows = lines(readFileSync(predictions, "utf8")).slice(0, 40);
    const lucky = {
      id: "lucky",
      db_id: "concert_singer",
      gold_sql: "SELECT name FROM singer WHERE age > 40",
      pred_sql: "SELECT name FROM singer WHERE age >= 41",
    };
    const chance = {
      id: "chance",
      db_id: "concert_singer",
      gold_sql: "SELECT count(*) FROM singer",
      pred_sql: "SELECT 6",
    };
    const missing = { id: "missing", db_id: "concert_singer", gold_sql: "SELECT name FROM singer" };
    const gold = file("gold.jsonl", [...rows, lucky, chance, missing]);
    const pred = file(
      "pred.jsonl",
      [...rows, lucky, chance].map(({ id, pred_sql }) => ({ id, pred_sql })),
    );
    const { status, stdout, stderr } = cli(
      "score",
      "--gold",
      gold,
      "--pred",
      pred,
      "--db",
      databases,
      "--json",
    );
    assert.equal(status, 0, stderr);
    const scored = lines(stdout);
    assert.deepEqual(
      scored.map(({ id }) => id),
      [...rows.map(({ id }) => id), "lucky", "chance", "missing"],
    );
    for (const [index, { exact_match, exec_match }] of rows.entries())
      assert.deepEqual([scored[index].em, scored[index].ex], [exact_match, exec_match], scored[index].id);
    assert.deepEqual(Object.keys(scored[0]), ["id", "em", "ex", "robustEx", "error"]);
    const [same, unlike, none] = scored.slice(-3);
    assert.deepEqual([same.ex, same.robustEx], [1, 1]);
    assert.deepEqual([unlike.ex, unlike.robustEx], [1, 0]);
    assert.deepEqual([none.ex, none.em], [0, 0]);
    assert.ok(none.error !== null);
  });

  it("score prints a summary without --json", () => {
    const gold = file("g.jsonl", [{ id: "a", db_id: "pets_1", gold_sql: "SELECT count(*) FROM pets" }]);
    const pred = file("p.jsonl", [{ id: "a", pred_sql: "SELECT count(*) FROM pet" }]);
    const { status, stdout } = cli("score", "--gold", gold, "--pred", pred, "--db", databases, "--no-robust");
    assert.equal(status, 0);
    assert.match(stdout, /execution accuracy +0\.0 %/);
    assert.match(stdout, /easy/);
    assert.match(stdout, /unknownTable 1/);
  });

  it("score takes BIRD's rule for its lines, and all databases of a test suite", async () => {
    const suite = join(folder, "suite", "pets_1");
    mkdirSync(suite, { recursive: true });
    copyFileSync(join(databases, "pets_1.sqlite"), join(suite, "pets_1.sqlite"));
    writeFileSync(
      join(suite, "other.sqlite"),
      await databaseFile(
        "CREATE TABLE Pets (PetType text, pet_age int); INSERT INTO Pets VALUES ('cat', 3), ('dog', 4)",
      ),
    );
    const pairs = [
      {
        id: "turned",
        pred_sql: "SELECT pet_age, pettype FROM pets",
        gold_sql: "SELECT pettype, pet_age FROM pets",
      },
      { id: "lucky", pred_sql: "SELECT 3", gold_sql: "SELECT count(*) FROM pets" },
    ];
    const gold = (name: string, more: object) =>
      file(
        name,
        pairs.map(({ id, gold_sql }) => ({ id, db_id: "pets_1", gold_sql, ...more })),
      );
    const pred = file(
      "suite-p.jsonl",
      pairs.map(({ id, pred_sql }) => ({ id, pred_sql })),
    );
    const scored = (file: string, ...more: string[]) => {
      const args = ["--gold", file, "--pred", pred, "--db", join(folder, "suite"), "--no-robust"];
      const { stdout, stderr } = cli("score", ...args, "--json", ...more);
      assert.notEqual(stdout, "", stderr);
      return lines(stdout).map(({ ex }) => ex);
    };
    const spider = gold("suite-g.jsonl", {});
    assert.deepEqual(scored(spider), [1, 1]);
    assert.deepEqual(scored(gold("bird-g.jsonl", { evidence: "" })), [0, 1]);
    assert.deepEqual(scored(spider, "--scoring", "bird"), [0, 1]);
    assert.deepEqual(scored(spider, "--test-suite"), [1, 0]);
    const args = ["score", "--gold", spider, "--pred", pred, "--db", join(folder, "suite"), "--no-robust"];
    assert.match(
      cli(...args, "--test-suite").stdout,
      /scorer +execution accuracy of Spider, on all databases/,
    );
  });

  it("eval keeps answers to the names that a database has, under every protocol that can", () => {
    const questions = file("bound.jsonl", [
      {
        db_id: "pets_1",
        question: "How many pets are there?",
        query: "SELECT count(*) FROM pets",
        evidence: "",
      },
    ]);
    const bound = (protocol: string, options: readonly string[], ...parameters: string[]) =>
      cli(
        ...["eval", questions, "--db", databases, "--model", modelFile, "--out", join(folder, "bound")],
        ...["--constrained", "--protocol", protocol, ...options],
        ...parameters.flatMap((parameter) => ["--param", parameter]),
      );
    for (const [protocol, ...parameters] of [
      ["direct", "budget=60"],
      ["multi-attempt", "attempts=1", "tokensPerAttempt=60", "tokensTotal=60"],
      ["thinker", "budget.fast=60", "budget.verify=8", "budget.slow=60", "budget.summary=60"],
    ] as const) {
      const { status, stdout, stderr } = bound(protocol, ["--json"], ...parameters);
      assert.equal(status, 0, stderr);
      const { sql } = JSON.parse(stdout);
      assert.equal(sql.constrained, true);
      assert.match(sql.scorer, /^BIRD/, "its file has BIRD's field");
      assert.deepEqual(
        sql.errorClasses.filter(({ errorClass }: { errorClass: string }) =>
          /noQuery|unknown/.test(errorClass),
        ),
        [],
        "a model that knows no SQL writes queries over this schema",
      );
    }
    const sampled = ["--samples", "2", "--temperature", "1.3"];
    const lost = JSON.parse(bound("direct", ["--json", ...sampled], "budget=24").stdout);
    assert.equal(lost.sql.endedByConstraint, 0, "no end is in reach of a model that knows no SQL");
    assert.equal(lost.outcomes.truncated, 2);
    // One that does writes longer queries than eight tokens, which become whole all the same.
    const capable = ["--model", builtIn, ...sampled];
    const ended = JSON.parse(bound("direct", ["--json", ...capable], "budget=8").stdout);
    assert.equal(ended.sql.endedByConstraint, 2);
    assert.equal(ended.outcomes.truncated, 0);
    const text = bound("direct", capable, "budget=8").stdout;
    assert.match(text, /ended by the constraint +2 answers, near the token budget/);
    const leap = bound("leap", []);
    assert.equal(leap.status, 2);
    assert.match(leap.stderr, /LeaP .*without the constraint/);
    const remote = bound("direct", ["--model", "http://127.0.0.1:9"]);
    assert.equal(remote.status, 2);
    assert.match(remote.stderr, /endpoint cannot keep to the names of a database/);
  });

  it("link ranks tables and columns, a line a question", () => {
    const questions = file("q.jsonl", [
      { id: "one", question: "Show the names of all singers from France." },
      { question: "How many stadiums are there?" },
    ]);
    const { status, stdout, stderr } = cli(
      "link",
      questions,
      "--db",
      join(databases, "concert_singer.sqlite"),
      "--json",
    );
    assert.equal(status, 0, stderr);
    const [first, second] = lines(stdout);
    assert.equal(first.id, "one");
    assert.equal(first.tables[0].name, "singer");
    assert.ok(first.tables[0].score >= (first.tables[1]?.score ?? 0));
    assert.ok(
      first.columns.some(
        ({ table, name }: { table: string; name: string }) => `${table}.${name}` === "singer.Country",
      ),
    );
    assert.deepEqual([second.id, second.tables[0].name], ["2", "stadium"]);
  });

  it("eval runs questions on their databases and reports what became of the queries", () => {
    const questions = file("spider.jsonl", [
      { db_id: "pets_1", question: "How many pets are there?", query: "SELECT count(*) FROM pets" },
      { db_id: "concert_singer", question: "How many singers?", query: "SELECT count(*) FROM singer" },
    ]);
    const args = ["eval", questions, "--db", databases, "--model", modelFile, "--out", join(folder, "runs")];
    const { status, stdout, stderr } = cli(...args, "--protocol", "direct", "--param", "budget=10", "--json");
    assert.equal(status, 0, stderr);
    const report = JSON.parse(stdout);
    assert.equal(report.accuracy, 0, "the tiny model writes no query");
    assert.equal(report.sql.byHardness[0].hardness, "easy");
    assert.equal(report.sql.linking, true);
    assert.deepEqual(report.sql.errorClasses, [{ errorClass: "noQuery", answers: 2 }]);
    assert.equal(report.sql.databases.length, 2);
    const text = cli(
      ...args,
      "--protocol",
      "media/presets/sqlAllTables.deliberate.yaml",
      "--limit",
      "1",
    ).stdout;
    assert.match(text, /in file order/);
    assert.match(text, /errors +noQuery 1/);
  });

  it("eval goes on with a run that was killed", async () => {
    const questions = file(
      "many.jsonl",
      // Long enough to be killed in the middle on any machine.
      Array.from({ length: 60 }, (_, index) => ({
        db_id: "pets_1",
        question: `How many pets are older than ${index}?`,
        query: `SELECT count(*) FROM pets WHERE pet_age > ${index}`,
      })),
    );
    const out = join(folder, "killed");
    const args = ["--import", "tsx", entry, "sql", "eval", questions, "--db", databases, "--out", out];
    const child = spawn(process.execPath, [
      ...args,
      "--model",
      modelFile,
      ...["--protocol", "multi-attempt", "--param", "attempts=2", "--param", "tokensPerAttempt=64"],
      ...["--sequences", "2"],
    ]);
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const exit = new Promise((done) => child.once("exit", done));
    while (!/\d+\/60/.test(said) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await exit;
    if (child.exitCode === 0) return; // The machine was faster than the signal.
    const [run] = readdirSync(out).filter((name) => !name.startsWith("."));
    const resumed = cli("eval", "--resume", join(out, run ?? ""), "--json");
    assert.equal(resumed.status, 0, resumed.stderr);
    const report = JSON.parse(resumed.stdout);
    const outcomes = Object.values<number>(report.outcomes).reduce((a, b) => a + b, 0);
    assert.deepEqual([report.questions, outcomes], [60, 60]);
    assert.equal(report.sql.databases[0].name, "pets_1");
  });

  for (const [what, args, message] of [
    ["no command", () => [], /eval, score, link/],
    ["an unknown command", () => ["guess"], /no command “sql guess”/],
    ["missing options", () => ["score", "--gold", "g.jsonl"], /--gold, --pred and --db/],
    ["a missing file", () => ["score", "--gold", "no.jsonl", "--pred", "no.jsonl", "--db", "."], /no\.jsonl/],
    [
      "a row without an id",
      () => {
        const bad = file("bad.jsonl", [{ pred_sql: "SELECT 1" }]);
        return ["score", "--gold", bad, "--pred", bad, "--db", databases];
      },
      /line 1: the fields id and pred_sql/,
    ],
    [
      "a missing database",
      () => ["link", file("l.jsonl", [{ question: "Who?" }]), "--db", "nowhere.sqlite"],
      /nowhere\.sqlite/,
    ],
    [
      "a database that the folder has not",
      () => [
        "eval",
        file("e.jsonl", [{ question: "Who?", db_id: "atlantis", query: "SELECT 1" }]),
        "--model",
        modelFile,
        "--db",
        databases,
      ],
      /atlantis/,
    ],
    [
      "a file without questions of SQL",
      () => ["eval", file("m.jsonl", [{ question: "1+1?", answer: "2" }]), "--model", modelFile],
      /no text-to-SQL questions/,
    ],
  ] as const) {
    it(`says in one line what is wrong with ${what}, and exits with 2`, () => {
      const { status, stdout, stderr } = cli(...args());
      assert.equal(status, 2, stderr);
      assert.equal(stdout, "");
      assert.equal(stderr.trim().split("\n").length, 1, stderr);
      assert.match(stderr, message);
    });
  }
});
