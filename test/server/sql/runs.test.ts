import assert from "node:assert/strict";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { writeHeldOut } from "../../../language-server/lab/tasks/heldOut.ts";
import { answers, type EndedRun, ScriptedRuns, sqlFixtures } from "./support/scriptedRuns.ts";
import { startPglite } from "./support/servers.ts";

const path = (run: EndedRun, id: string, sample = 0) => {
  const found = run.paths.get(`${id}#${sample}`);
  assert.ok(found, `${id}#${sample} is in the run`);
  return found;
};

describe("questions that bring their own database", { timeout: 120_000 }, () => {
  const rows = writeHeldOut("sql", 6, 3)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; question: string; answer: string; schema: string });
  // Right for the first four: as text, in a fence, behind a thought, in prose. Then wrong, and nothing.
  const said = rows.map(({ question, answer }, index): [string, string] => [
    question,
    [
      answer,
      `Here it is:\n\`\`\`sql\n${answer}\n\`\`\``,
      `<think>SELECT 1;</think>\n${answer}`,
      `The query is:\n${answer}\nThat is all.`,
      "SELECT 'nobody';",
      "I do not know.",
    ][index] ?? "",
  ]);
  const runs = new ScriptedRuns(answers(said));
  after(() => runs.dispose());

  it("are answered on that database, and shown their schema as it was written", async () => {
    const run = await runs.run({ source: runs.questions("own.jsonl", rows), protocol: "direct" });
    assert.equal(run.summary.status, "done");
    assert.deepEqual(
      rows.map(({ id }) => path(run, id).verdict?.correct),
      [true, true, true, true, false, false],
    );
    assert.equal(path(run, rows[5]?.id ?? "").verdict?.extracted, null);
    assert.match(path(run, rows[4]?.id ?? "").verdict?.reason ?? "", /gold query/);
    const [stage] = path(run, rows[0]?.id ?? "").stages;
    assert.ok(stage?.prompt.startsWith(rows[0]?.schema ?? "?"));
    assert.equal(stage?.execution?.error, null);
    assert.equal(stage?.verdict?.predNormal, stage?.verdict?.goldNormal);
    assert.equal(
      run.summary.sql?.errorClasses.find(({ errorClass }) => errorClass === "noQuery")?.answers,
      1,
    );
  });
});

/** Questions about singers, with what the model says to each. */
const singers = [
  [
    "right",
    "How many singers do we have?",
    "SELECT count(*) FROM singer",
    "SELECT count(singer_id) FROM singer",
  ],
  [
    "wrong",
    "Show the names of all singers.",
    "SELECT name FROM singer",
    "SELECT name FROM singer WHERE age > 40",
  ],
  ["broken", "What is the average age?", "SELECT avg(age) FROM singer", "SELECT avg(age FROM singer"],
  ["unknown", "Which countries are there?", "SELECT DISTINCT country FROM singer", "SELECT land FROM singer"],
  [
    "empty",
    "Who is from Mars?",
    "SELECT name FROM singer WHERE country = 'France'",
    "SELECT name FROM singer WHERE country = 'Mars'",
  ],
  ["dangerous", "Remove everybody.", "SELECT 1", "DROP TABLE singer;"],
  ["stolen", "Read another file.", "SELECT 2", "ATTACH DATABASE '/etc/passwd' AS other;"],
  [
    "endless",
    "Count for ever.",
    "SELECT 3",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n;",
  ],
] as const;

const rows = singers.map(([id, question, query]) => ({ id, db_id: "concert_singer", question, query }));
const database = `${sqlFixtures}/spider`;

describe("a run on a folder of databases", { timeout: 300_000 }, () => {
  const runs = new ScriptedRuns(answers(singers.map(([, question, , say]) => [question, say])));
  after(() => runs.dispose());

  it("scores by execution, and says what is wrong", async () => {
    const source = runs.questions("singers.jsonl", rows);
    const run = await runs.run({ source, protocol: "direct", database });
    const { manifest, summary } = run;
    assert.equal(summary.accuracy.value, 1 / singers.length);
    assert.equal(path(run, "right").verdict?.rule, "execution");
    assert.equal(path(run, "right").verdict?.sql?.exactMatch, false, "count(*) is not count(singer_id)");
    const about = (id: string) => {
      const { verdict, stages } = path(run, id);
      return [verdict?.sql?.errorClass, stages[0]?.execution?.error?.kind ?? null, verdict?.reason] as const;
    };
    assert.deepEqual(about("wrong").slice(0, 2), ["filter", null]);
    assert.match(about("wrong")[2] ?? "", /3 rows, the gold query's has 6/);
    assert.deepEqual(about("broken").slice(0, 2), ["syntax", "error"]);
    assert.deepEqual(about("unknown").slice(0, 2), ["unknownColumn", "schema"]);
    assert.match(about("unknown")[2] ?? "", /land/);
    assert.equal(path(run, "empty").stages[0]?.execution?.rowCount, 0);
    assert.deepEqual(about("dangerous").slice(0, 2), ["refused", "refused"]);
    assert.deepEqual(about("stolen").slice(0, 2), ["refused", "refused"]);
    assert.equal(about("endless")[1], null, "it is cut at the row cap");
    assert.match(about("endless")[2] ?? "", /larger/);
    assert.equal(summary.sql?.unknownNames.value, 1 / singers.length);
    assert.equal(manifest.sql?.databases[0]?.name, "concert_singer");
    assert.match(manifest.sql?.databases[0]?.contentHash ?? "", /^[0-9a-f]{64}$/);
    assert.match(manifest.sql?.scorer ?? "", /SQLite 3\./);
    const [stage] = path(run, "wrong").stages;
    assert.deepEqual(stage?.execution?.columns, ["Name"]);
    assert.equal(stage?.verdict?.sql?.gold?.rowCount, 6);
    assert.match(stage?.prompt ?? "", /CREATE TABLE singer \(Singer_ID int PRIMARY KEY, Name text/i);
  });

  it("votes by result: samples that give the same rows vote together, failed ones do not", async () => {
    const script = answers([
      [
        rows[1]?.question ?? "",
        [
          "SELECT name FROM singer WHERE age > 40",
          "select Name from singer where 40 < age;",
          "SELECT nam FROM singer",
          "SELECT name FROM singer WHERE age > 400",
        ],
      ],
    ]);
    await runs.restart(script);
    const source = runs.questions("one.jsonl", rows.slice(1, 2));
    const run = await runs.run({
      source,
      protocol: "direct",
      database,
      samples: 12,
      sampling: { temperature: 1 },
    });
    const names = new Map<string, Set<string>>();
    for (const { verdict } of run.paths.values()) {
      const same = names.get(verdict?.predNormal ?? "?") ?? new Set();
      names.set(verdict?.predNormal ?? "?", same.add(verdict?.extracted ?? ""));
    }
    assert.equal(names.size, 3, "three rows, no rows, no result");
    assert.ok(
      [...names.values()].some((texts) => texts.size === 2),
      "two texts with one result",
    );
    assert.deepEqual([...(names.get("") ?? [])], ["SELECT nam FROM singer"]);
    assert.equal(run.summary.consAtK?.estimate.value, 0);
  });

  it("Thinker's verifier is shown the result of the first query, never gold's", async () => {
    await runs.restart({
      rules: [
        { when: "with care|only the query", say: "SELECT count(*) FROM singer;" },
        { when: "boxed\\{Yes\\}", say: "\\boxed{No}" },
        { when: "singers", say: "SELECT count(*) FROM singer WHERE age > 40;" },
      ],
    });
    const gold = "SELECT count(*) + 77770 FROM singer";
    const source = runs.questions("thinker.jsonl", [{ ...rows[0], query: gold }]);
    const run = await runs.run({ source, protocol: "thinker", database });
    const { stages } = path(run, "right");
    const verify = stages.find(({ stage }) => stage === "verify");
    assert.equal(stages[0]?.execution?.rows[0]?.[0], "3");
    assert.match(verify?.prompt ?? "", /\n3\n/);
    assert.ok(
      !stages.some(({ prompt }) => prompt.includes("7777")),
      "gold's result is nowhere in the prompts",
    );
    assert.ok(stages.some(({ stage, execution }) => stage === "slow" && execution !== undefined));
  });

  it("multi-attempt is told the error, then that no rows came, and gets there", async () => {
    await runs.restart({
      rules: [
        { when: "gives no rows", say: "SELECT name FROM singer WHERE country = 'France';" },
        { when: "refuses the query", say: "SELECT name FROM singer WHERE country = 'Mars';" },
        { when: "Mars", say: "SELECT nam FROM singer;" },
      ],
    });
    const source = runs.questions("attempts.jsonl", rows.slice(4, 5));
    const run = await runs.run({ source, protocol: "multi-attempt", database });
    const { stages, verdict } = path(run, "empty");
    assert.equal(stages.length, 3);
    assert.match(stages[1]?.prompt ?? "", /no such column: nam[\s\S]*singer\.Name/);
    assert.match(stages[2]?.prompt ?? "", /no rows/);
    assert.equal(verdict?.correct, true);
    assert.equal(run.summary.multiAttempt?.within.at(-1)?.value, 1);
  });

  it("says clearly what is missing", async () => {
    const source = runs.questions("nowhere.jsonl", [{ ...rows[0], db_id: "atlantis" }]);
    const failed = async (params: object) => {
      const started = await runs.start({ source, protocol: "direct", ...params });
      assert.ok(!started.ok);
      return started.error;
    };
    assert.deepEqual((await failed({ database })).code, "sql/unknown-database");
    assert.match((await failed({})).message, /“atlantis”/);
    assert.deepEqual((await failed({ database: "nothing.sqlite" })).code, "sql/unreachable");
    assert.deepEqual((await failed({ database: source })).code, "sql/not-a-database");
    assert.deepEqual((await failed({ database, sql: { schemaTokens: 1 } })).code, "input/invalid");
  });
});

describe("a run on a database server", { timeout: 120_000 }, () => {
  const question = "How many singers are there?";
  const runs = new ScriptedRuns(answers([[question, "SELECT count(*) AS n FROM singer;"]]));
  after(() => runs.dispose());

  it("takes a connection string, and keeps its password out of everything that is written", async () => {
    const server = await startPglite(
      "CREATE TABLE singer (id int PRIMARY KEY, name text); INSERT INTO singer VALUES (1, 'Ann')",
    );
    try {
      const { source } = server;
      const connection = `postgres://${source.user}:geheim@${source.host}:${source.port}/${source.database}`;
      const file = runs.questions("server.jsonl", [
        { id: "a", question, sql: "SELECT count(id) FROM singer" },
      ]);
      const run = await runs.run({ source: file, protocol: "direct", database: connection });
      assert.equal(run.summary.accuracy.value, 1);
      assert.match(path(run, "a").stages[0]?.prompt ?? "", /CREATE TABLE [\s\S]*PostgreSQL query/);
      assert.match(run.manifest.sql?.scorer ?? "", /PostgreSQL/);
      const folder = join(runs.folder, "runs", run.runId);
      for (const name of readdirSync(folder))
        assert.ok(!readFileSync(join(folder, name)).includes("geheim"), `${name} holds the password`);
    } finally {
      await server.stop();
    }
  });
});

describe("a run that is stopped", { timeout: 300_000 }, () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    id: `q${index}`,
    question: `Question ${index}: how many singers are older than ${20 + index}?`,
    sql: `SELECT count(*) FROM singer WHERE age > ${20 + index}`,
  }));
  const script = answers(many.map(({ question, sql }) => [question, sql]));
  const runs = new ScriptedRuns({ ...script, tokenMs: 15 });
  after(() => runs.dispose());

  /** A run on a copy of the database, stopped when two of its paths are done. */
  const stopped = async (name: string) => {
    const copy = join(runs.folder, `${name}.sqlite`);
    copyFileSync(`${database}/concert_singer.sqlite`, copy);
    const source = runs.questions(`${name}.jsonl`, many);
    const started = await runs.start({ source, protocol: "direct", database: copy });
    assert.ok(started.ok, JSON.stringify(started));
    while ((runs.product.runs.activeRun?.run.view.summary().pathsDone ?? 2) < 2)
      await new Promise((resolve) => setTimeout(resolve, 20));
    runs.product.runs.stop();
    assert.equal((await started.value.ended).status, "stopped");
    return { copy, runId: started.value.runId };
  };

  it("goes on where it was, with the same schema texts", async () => {
    const { runId } = await stopped("goesOn");
    const before = await runs.read(runId);
    assert.ok(before.summary.pathsDone < many.length);
    const resumed = await runs.resume(runId);
    assert.ok(resumed.ok, JSON.stringify(resumed));
    assert.equal((await resumed.value.ended).status, "done");
    const run = await runs.read(runId);
    assert.equal(run.summary.accuracy.value, 1);
    assert.equal(run.summary.pathsDone, many.length);
    const schemas = new Set([...run.paths.values()].map(({ stages }) => stages[0]?.prompt.split("\n\n")[0]));
    assert.equal(schemas.size, 1);
  });

  it("does not go on when the database has changed: half a result is none", async () => {
    const { runId, copy } = await stopped("changed");
    copyFileSync(`${database}/pets_1.sqlite`, copy);
    const resumed = await runs.resume(runId);
    assert.ok(!resumed.ok);
    assert.equal(resumed.error.code, "run/not-resumable");
    assert.match(resumed.error.message, /changed\.sqlite has changed/);
  });
});
