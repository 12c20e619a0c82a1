import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../../../language-server/contract/result.ts";
import { complaintText } from "../../../language-server/core/sql/scoring/complaint.ts";
import { errorClassesOf } from "../../../language-server/core/sql/scoring/errorClasses.ts";
import { classifyFailure, unknownNameIn } from "../../../language-server/core/sql/scoring/errorMessages.ts";
import { executionAccuracy } from "../../../language-server/core/sql/scoring/execution/executionAccuracy.ts";
import { scoreRow, summariseScores } from "../../../language-server/core/sql/scoring/report.ts";
import { scorePrediction } from "../../../language-server/core/sql/scoring/scorePrediction.ts";
import { build, execute, openFixture, rowsOf, schemaOf } from "./sqliteFixture.ts";

const db = openFixture("concert_singer");
const schema = schemaOf(db, "concert_singer");

test("messages of the engines are told apart", () => {
  const classes: [string, string][] = [
    ["SQLITE_ERROR: sqlite3 result code 1: no such table: singers", "unknownTable"],
    ["no such column: T1.nam", "unknownColumn"],
    ["ambiguous column name: name", "ambiguousColumn"],
    ["misuse of aggregate: count()", "aggregateMisuse"],
    ["no such function: YEAR", "functionOrType"],
    ['near "frm": syntax error', "syntax"],
    ["incomplete input", "syntax"],
    ['relation "singers" does not exist', "unknownTable"],
    ['column "nam" does not exist', "unknownColumn"],
    ["column t1.nam does not exist", "unknownColumn"],
    ['column reference "name" is ambiguous', "ambiguousColumn"],
    ['column "singer.name" must appear in the GROUP BY clause', "aggregateMisuse"],
    ["function year(text) does not exist", "functionOrType"],
    ["operator does not exist: text = integer", "functionOrType"],
    ["Unknown column 'singer.nam' in 'field list'", "unknownColumn"],
    ["Table 'music.singers' doesn't exist", "unknownTable"],
    ["You have an error in your SQL syntax; check the manual", "syntax"],
    ['Binder Error: Referenced column "nam" not found in FROM clause!', "unknownColumn"],
    ["Catalog Error: Table with name singers does not exist!", "unknownTable"],
    ["disk I/O error", "otherFailure"],
  ];
  for (const [message, expected] of classes)
    assert.equal(classifyFailure({ code: "sql/error", message }), expected, message);
  assert.equal(classifyFailure({ code: "sql/timeout", message: "…" }), "timeout");
  assert.equal(classifyFailure({ code: "sql/refused", message: "Only queries are run." }), "refused");
  assert.deepEqual(unknownNameIn("no such column: T1.nam"), { kind: "column", name: "nam" });
  assert.deepEqual(unknownNameIn("Table 'music.singers' doesn't exist"), { kind: "table", name: "singers" });
  assert.equal(unknownNameIn('near "frm": syntax error'), null);
});

test("wrong statements are classed by what differs from gold", () => {
  const gold = "SELECT name FROM singer WHERE age > 30 ORDER BY name";
  const spider: [string, string[]][] = [
    ["SELECT country FROM singer WHERE age > 30 ORDER BY name", ["columns"]],
    ["SELECT name FROM singer WHERE country > 30 ORDER BY name", ["filter"]],
    ["SELECT name FROM singer WHERE age > 30 ORDER BY name DESC", ["ordering"]],
    ["SELECT name FROM singer WHERE age > 40 ORDER BY name", ["value"]],
    ["SELECT max(name) FROM singer WHERE age > 30 ORDER BY name", ["aggregation"]],
    ["SELECT name FROM singer WHERE age > 30 UNION SELECT name FROM stadium", ["setOperation", "ordering"]],
    ["SELECT T1.name FROM stadium AS T1", ["join", "columns", "filter", "ordering"]],
  ];
  // The same statements outside Spider's subset, where words are compared.
  const general = gold.replace("FROM singer", "FROM singer LEFT JOIN concert ON 1 = 1");
  for (const [predicted, expected] of spider)
    assert.deepEqual(errorClassesOf(predicted, gold, schema), expected);
  const byWords = (predicted: string) => errorClassesOf(predicted, general, schema)[0];
  assert.equal(byWords(gold), "join");
  assert.equal(byWords(general.replace("30", "40")), "value");
  assert.equal(byWords(general.replace("name FROM", "country FROM")), "columns");
  assert.equal(byWords(general.replace("name FROM", "max(name) FROM")), "aggregation");
  assert.equal(byWords(general.replace("age > 30", "age < 30")), "filter");
  assert.equal(byWords(general.replace("ORDER BY name", "")), "ordering");
  assert.equal(byWords(general.replace("1 = 1", "1 = 1 ")), "otherContent");
  assert.deepEqual(errorClassesOf("x", gold, schema, { code: "sql/error", message: "no such table: x" }), [
    "unknownTable",
  ]);
});

test("a complaint about a name tells the nearest that exist", () => {
  const told = (message: string) => complaintText({ message }, schema).split("\n");
  const [said, near = ""] = told("no such column: nam");
  assert.equal(said, "no such column: nam");
  assert.match(near, /^Names that exist: (singer|stadium)\.Name, (\w+\.\w+, )\w+\.\w+\.$/);
  assert.match(told("no such table: singers")[1] ?? "", /^Names that exist: singer, /);
  assert.deepEqual(told(' near "FORM": syntax error'), ['near "FORM": syntax error']);
});

test("one prediction through all scores", async () => {
  const score = (predicted: string, gold: string, scoring: "spider" | "bird" = "spider") =>
    scorePrediction(
      { id: "q", predicted, gold },
      {
        schema,
        scoring,
        databases: [db],
        execute,
        robust: {
          build: async (_key, statements) => ok(build(statements())),
          data: rowsOf(db, schema),
          options: { seed: 1 },
        },
      },
    );
  const chance = await score("select count(name) from singer", "SELECT count(*) FROM singer");
  assert.deepEqual(
    [chance.row.em, chance.row.ex, chance.row.robustEx, chance.row.error],
    [0, 1, 0, "columns"],
  );
  assert.equal(chance.robust?.kind === "different" && chance.robust.variant, "nulls");
  const right = await score(
    "select name from singer where age > 30",
    "SELECT name FROM singer WHERE 30 < age",
  );
  assert.deepEqual([right.row.em, right.row.ex, right.row.robustEx], [null, 1, 1]);
  const turned = ["SELECT age, name FROM singer", "SELECT name, age FROM singer"] as const;
  assert.equal((await score(...turned)).row.ex, 1);
  assert.equal((await score(...turned, "bird")).row.ex, 0, "columns stand in their order");
  const repeated = ["SELECT country FROM singer", "SELECT DISTINCT country FROM singer"] as const;
  const sets = await score(...repeated, "bird");
  assert.deepEqual(
    [sets.row.ex, sets.row.robustEx],
    [1, 1],
    "repetition does not count, on variants neither",
  );
  const wrong = await score("select country from singer", "SELECT name FROM singer");
  assert.deepEqual([wrong.row.ex, wrong.row.robustEx, wrong.robust], [0, 0, null]);
});

test("rows and their summary by hardness", async () => {
  const row = async (id: string, predicted: string, gold: string, robust?: "equal" | "notCompared") => {
    const execution = await executionAccuracy(predicted, gold, [db], execute);
    if (robust === undefined) return scoreRow({ id, predicted, gold, schema, execution });
    const verdict =
      robust === "equal"
        ? ({ kind: "equal", compared: 8, skipped: 0 } as const)
        : ({ kind: "notCompared", message: "" } as const);
    return scoreRow({ id, predicted, gold, schema, execution, robust: verdict });
  };
  const right = await row("a", "select name from singer", "SELECT name FROM singer", "equal");
  assert.deepEqual(right, {
    id: "a",
    em: 1,
    ex: 1,
    robustEx: 1,
    error: null,
    errors: [],
    message: null,
    hardness: "easy",
    emptyGold: false,
  });
  const broken = await row("b", "select nam from singer", "SELECT name FROM singer", "equal");
  assert.deepEqual([broken.em, broken.ex, broken.robustEx, broken.error], [0, 0, 0, "unknownColumn"]);
  assert.match(broken.message ?? "", /no such column: nam/);
  const empty = await row(
    "c",
    "select age from singer where age > 999",
    "SELECT name FROM singer WHERE age > 900",
  );
  assert.deepEqual([empty.em, empty.ex, empty.robustEx, empty.emptyGold], [0, 1, null, true]);
  const outside = await row("d", "select 1", "SELECT name FROM singer WHERE age IS NULL", "notCompared");
  assert.deepEqual([outside.em, outside.ex, outside.hardness, outside.error], [null, 0, null, "join"]);
  const bad = await row("e", "select 1", "SELECT nope FROM singer");
  assert.deepEqual([bad.em, bad.ex, bad.robustEx, bad.error], [null, null, null, null]);

  const summary = summariseScores([right, broken, empty, outside, bad]);
  assert.deepEqual([summary.all.rows, summary.all.ex.n, summary.all.ex.value], [5, 4, 0.5]);
  assert.deepEqual([summary.all.em.n, summary.all.robustEx.n], [3, 3]);
  assert.deepEqual([summary.byHardness.easy.rows, summary.byHardness.easy.ex.value], [3, 2 / 3]);
  assert.equal(summary.byHardness.hard.ex.interval, null);
  assert.equal(summary.withoutEmptyGold.rows, 3);
  assert.ok((summary.all.ex.interval?.low ?? 1) < 0.5 && (summary.all.ex.interval?.high ?? 0) > 0.5);
  assert.deepEqual(summary.errors.map(({ error }) => error).sort(), ["join", "unknownColumn"]);
});
