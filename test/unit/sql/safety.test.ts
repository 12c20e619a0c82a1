import assert from "node:assert/strict";
import { test } from "node:test";
import { checkQuery } from "../../../language-server/core/sql/safety.ts";
import type { SqlDialect } from "../../../language-server/core/sql/schema.ts";
import { ofEngine, onlyReads } from "../../server/sql/support/attacks.ts";

const dialects: readonly SqlDialect[] = ["sqlite", "postgres", "mysql", "duckdb"];

const allowed = (sql: string, dialect: SqlDialect) => {
  const checked = checkQuery(sql, dialect);
  return checked.ok ? checked.value.sql : checked.error.message;
};

test("what changes or leaves the database is refused before any engine sees it", () => {
  for (const dialect of dialects) {
    for (const sql of onlyReads("/tmp/x")) {
      const checked = checkQuery(sql, dialect);
      assert.equal(checked.ok ? "allowed" : checked.error.code, "sql/refused", `${dialect}: ${sql}`);
    }
  }
});

test("of each engine's own attacks only those are left to the engine that look like any query", () => {
  const left = dialects.flatMap((dialect) =>
    ofEngine(dialect, "/tmp/x").filter((sql) => checkQuery(sql, dialect).ok),
  );
  assert.deepEqual(left, [
    "SELECT * FROM pragma_user_version",
    "SELECT * FROM pragma_database_list",
    "SELECT nextval('counter')",
  ]);
});

test("one statement with its comments and semicolons is one statement", () => {
  assert.equal(allowed(" SELECT 1 ; -- done;\n ;", "sqlite"), " SELECT 1");
  assert.equal(allowed("/* why; */ SELECT ';' AS a", "postgres"), "/* why; */ SELECT ';' AS a");
  assert.equal(allowed("VALUES (1), (2)", "sqlite"), "VALUES (1), (2)");
  assert.equal(allowed("((SELECT 1))", "postgres"), "((SELECT 1))");
});

test("words of changes are no changes as names, texts and functions", () => {
  for (const dialect of dialects) {
    for (const sql of [
      "SELECT t.update, t.into FROM t",
      "SELECT 'delete from t; drop table t' FROM t",
      "SELECT replace(a, 'x', 'y'), (replace(a, 'x', 'y')) FROM t",
      "WITH a AS (SELECT 1 AS x) SELECT x FROM a",
      "SELECT updated, deleted, inserted FROM t",
    ])
      assert.equal(allowed(sql, dialect), sql, dialect);
  }
  assert.equal(allowed('SELECT "delete" FROM t', "postgres"), 'SELECT "delete" FROM t');
  assert.equal(allowed("SELECT `insert`, [into] FROM t", "sqlite"), "SELECT `insert`, [into] FROM t");
});

test("each engine's quoting decides where a text ends", () => {
  const refused = (sql: string, dialect: SqlDialect) =>
    assert.equal(checkQuery(sql, dialect).ok, false, `${dialect} ${sql}`);
  const taken = (sql: string, dialect: SqlDialect) =>
    assert.equal(checkQuery(sql, dialect).ok, true, `${dialect} ${sql}`);
  // A backslash before the quote: a quote inside the text in MySQL, the end of the text elsewhere.
  taken("SELECT 'a\\'; DROP TABLE t; -- '", "mysql");
  refused("SELECT 'a\\'; DROP TABLE t; -- '", "sqlite");
  refused("SELECT 'a\\'; DROP TABLE t; -- '", "postgres");
  taken("SELECT E'a\\'; DROP TABLE t; -- '", "postgres");
  // Nested comments, where they nest.
  taken("SELECT 1 /* /* */ ; DROP TABLE t; */", "postgres");
  refused("SELECT 1 /* /* */ ; DROP TABLE t; */", "sqlite");
  // Dollar quotes.
  taken("SELECT $a$ ; DROP TABLE t; $a$", "postgres");
  refused("SELECT $a$ ; DROP TABLE t; $a$", "mysql");
  // Comments of MySQL.
  taken("SELECT 1 # ; DROP TABLE t", "mysql");
  refused("SELECT 1 # \n; DROP TABLE t", "mysql");
  taken("SELECT 1--1", "mysql");
});

test("the names of called functions are found for the engine's own rules", () => {
  const checked = checkQuery('SELECT count(*), "Sum" (a), s.upper/**/(b) FROM t', "postgres");
  assert.deepEqual(checked.ok ? checked.value.functions : checked, ["count", "sum", "upper"]);
});

test("a statement of absurd length is refused", () => {
  assert.equal(checkQuery(`SELECT ${"1, ".repeat(50_000)} 1`, "sqlite").ok, false);
});
