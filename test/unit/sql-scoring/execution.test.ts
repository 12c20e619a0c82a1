import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../../../language-server/contract/result.ts";
import type { QueryResult, SqlValue } from "../../../language-server/core/sql/schema.ts";
import { sameResult } from "../../../language-server/core/sql/scoring/execution/compareRows.ts";
import { firstDifference } from "../../../language-server/core/sql/scoring/execution/difference.ts";
import {
  birdExecutionAccuracy,
  executionAccuracy,
} from "../../../language-server/core/sql/scoring/execution/executionAccuracy.ts";
import {
  prepareStatements,
  spiderRules,
} from "../../../language-server/core/sql/scoring/execution/statementText.ts";
import { build, execute } from "./sqliteFixture.ts";

const small = build([
  "CREATE TABLE t (a INT, b TEXT)",
  "INSERT INTO t VALUES (1, 'x'), (2, 'y'), (2, 'y'), (3, NULL)",
]);
const other = build(["CREATE TABLE t (a INT, b TEXT)", "INSERT INTO t VALUES (2, 'x'), (5, 'y')"]);

test("statements are prepared as the official script does", () => {
  const pair = prepareStatements(
    "SELECT DISTINCT a FROM t WHERE b = 'distinct' AND a > = value ; SELECT 1",
    "SELECT count(DISTINCT a) FROM t WHERE y = YEAR(CURDATE()) Order  by a",
    spiderRules,
  );
  assert.equal(pair.predicted, "SELECT  a FROM t WHERE b = 'distinct' AND a >= 1 ;");
  assert.equal(pair.gold, "SELECT count( a) FROM t WHERE y = 2020Order  by a");
  assert.equal(pair.orderMatters, false, "two blanks are not what the script looks for");
  const kept = prepareStatements("SELECT DISTINCT a FROM t", "SELECT a FROM t ORDER BY a", {
    ...spiderRules,
    keepDistinct: true,
  });
  assert.equal(kept.predicted, "SELECT DISTINCT a FROM t");
  assert.equal(kept.orderMatters, true);
});

test("all databases of a test suite must agree", async () => {
  const run = (predicted: string, gold: string) =>
    executionAccuracy(predicted, gold, [small, other], execute);
  assert.deepEqual(await run("select b from t where a >= 3", "select b from t where a > 2"), {
    kind: "equal",
    goldRows: 1,
  });
  const masked = await run(
    "select count(*) from t where a > 1",
    "select count(*) from t where a >= 2 and a < 5",
  );
  assert.equal(masked.kind === "different" && masked.database, 1);
  const failed = await run("select c from t", "select a from t");
  assert.match(failed.kind === "predictionFailed" ? failed.failure.message : "", /no such column: c/);
  assert.equal((await run("select a from t", "select c from t")).kind, "goldFailed");
  assert.equal((await executionAccuracy("select 1", "select 1", [], execute)).kind, "goldFailed");
});

test("a result cut at the row cap never counts as equal", async () => {
  const capped = async (db: typeof small, sql: string) => {
    const result = await execute(db, sql);
    return result.ok ? ok({ ...result.value, truncated: /t, t/.test(sql) }) : result;
  };
  assert.equal(
    (await executionAccuracy("select 1 from t, t as u", "select 1 from t", [small], capped)).kind,
    "different",
  );
  assert.equal(
    (await executionAccuracy("select 1", "select 1 from t, t as u", [small], capped)).kind,
    "goldFailed",
  );
});

test("BIRD compares sets of rows, columns in their order", async () => {
  const run = async (predicted: string, gold: string) =>
    (await birdExecutionAccuracy(predicted, gold, [small], execute)).kind;
  assert.equal(await run("select distinct a, b from t", "select a, b from t order by a desc"), "equal");
  assert.equal(await run("select b, a from t", "select a, b from t"), "different");
  assert.equal(await run("select nope", "select a from t"), "predictionFailed");
});

test("many columns: the permutation is found, and only a common one", () => {
  const width = 12;
  const gold = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: width }, (_, column): SqlValue => (row * (column + 3)) % 7),
  );
  const turned = gold.map((row) => [...row.slice(5), ...row.slice(0, 5)]);
  assert.equal(sameResult(gold, turned, true), true);
  assert.equal(sameResult(gold, turned.toReversed(), false), true);
  assert.equal(sameResult(gold, turned.toReversed(), true), false);
  const broken = turned.map((row, index) => (index === 1 ? row.toReversed() : row));
  assert.equal(sameResult(gold, broken, false), false);
  // Equal columns are no reason to try all their orders.
  const alike = Array.from({ length: 30 }, (_, row) => Array.from({ length: 14 }, (): SqlValue => row % 2));
  assert.equal(sameResult(alike, alike.toReversed(), false), true);
});

test("cells: big integers, bytes and booleans", () => {
  const same = (a: SqlValue, b: SqlValue) => sameResult([[a]], [[b]], false);
  assert.equal(same(9007199254740993n, 9007199254740992), false);
  assert.equal(same(9007199254740992n, 9007199254740992), true);
  assert.equal(same(1n, true), true);
  assert.equal(same(new Uint8Array([1, 255]), new Uint8Array([1, 255])), true);
  assert.equal(same(new Uint8Array([1]), "1"), false);
  assert.equal(same(0, -0), true);
});

test("the first difference says what to look at", () => {
  const result = (...rows: SqlValue[][]): QueryResult => ({
    columns: (rows[0] ?? [null]).map((_, index) => `c${index}`),
    rows,
    truncated: false,
    elapsedMs: 0,
  });
  const gold = result([1, "a"], [2, "b"], [3, "c"]);
  assert.deepEqual(firstDifference(gold, result(["a", 1], ["c", 3], ["d", 4]), false), {
    reason: "rows",
    goldRows: 3,
    predictedRows: 3,
    gold: [2, "b"],
    goldIndex: 1,
    predicted: [4, "d"],
    predictedIndex: 2,
  });
  const moved = firstDifference(gold, result([1, "a"], [3, "c"], [2, "b"]), true);
  assert.equal(moved.reason, "order");
  assert.deepEqual(
    [moved.gold, moved.predicted],
    [
      [2, "b"],
      [3, "c"],
    ],
  );
  assert.equal(firstDifference(gold, result([1], [2], [3]), false).reason, "columnCount");
  const empty = firstDifference(gold, result(), false);
  assert.deepEqual([empty.gold, empty.predicted, empty.predictedRows], [[1, "a"], null, 0]);
});
