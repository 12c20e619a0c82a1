import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { QueryLimits, SqlDialect } from "../../../../language-server/core/sql/schema.ts";
import { createDatabases, type Databases } from "../../../../language-server/sql/databases.ts";
import type { SqlDatabase } from "../../../../language-server/sql/sqlDatabase.ts";
import { endless, largeRows, manyRows, ofEngine, onlyReads } from "./attacks.ts";

const source = (path: string) => new URL(`../../../../language-server/sql/${path}`, import.meta.url);

export const testDatabases = (
  secrets: Readonly<Record<string, string>> = {},
  cacheFolder: string | null = null,
): Databases =>
  createDatabases({
    files: {
      sqliteWorker: source("sqlite/sqliteWorker.ts"),
      duckdbProcess: source("duckdb/duckdbProcess.ts"),
    },
    workers: 2,
    cacheFolder,
    secret: async (key) => secrets[key],
    packageFolders: [process.cwd()],
  });

export const limits: QueryLimits = { deadlineMs: 20_000, rows: 1_000, bytes: 8 * 1024 * 1024 };

/** Artists and albums, in every engine's dialect. */
export const musicTables = [
  "CREATE TABLE artist (artist_id integer PRIMARY KEY, name varchar(40) NOT NULL UNIQUE)",
  "CREATE TABLE album (album_id integer PRIMARY KEY, title varchar(40), artist_id integer NOT NULL REFERENCES artist (artist_id), price decimal(6,2), label_id integer)",
  "CREATE TABLE label (label_id integer PRIMARY KEY, name varchar(40))",
];
export const musicRows = [
  "INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept'), (3, 'Björk')",
  "INSERT INTO label VALUES (1, 'Atlantic')",
  "INSERT INTO album VALUES (1, 'High Voltage', 1, 9.5, 1), (2, 'Restless', 2, 12.25, NULL), (3, 'Powerage', 1, 9.5, 1)",
];

interface Engine {
  readonly dialect: SqlDialect;
  database(): SqlDatabase;
  /** Runs a statement on the engine without the check before it; whether the engine let it pass. */
  bypass(sql: string): Promise<boolean>;
  /** All rows of all tables as text, read past what is tested. */
  content(): Promise<string>;
  /** A file that statements try to read or write. */
  readonly outside: string;
  /** Statements that the engine itself refuses, without the check. */
  readonly ownGuard: readonly string[];
}

/**
 * The table of attacks for one engine, the limits, and what remains allowed.
 * @param recovers Whether the server is there again after a statement that never ends; PGlite is not.
 */
export function testSafety(engine: () => Engine, recovers = true): void {
  test("nothing but a single query is run", async () => {
    const { dialect, outside, database, content } = engine();
    writeFileSync(outside, "outside");
    const before = await content();
    const passed: string[] = [];
    for (const sql of [...onlyReads(outside), ...ofEngine(dialect, outside)]) {
      const result = await database().query(sql, limits);
      if (result.ok || result.error.code !== "sql/refused")
        passed.push(
          `${sql} → ${result.ok ? JSON.stringify(result.value) : `${result.error.code} ${result.error.message}`}`,
        );
      const explained = await database().explain(sql);
      if (explained.ok) passed.push(`explain ${sql}`);
    }
    assert.deepEqual(passed, []);
    assert.equal(await content(), before);
    assert.equal(readFileSync(outside, "utf8"), "outside");
    assert.equal(existsSync(`${outside}.copy`), false);
  });

  test("the engine itself refuses to write, should the check ever miss something", async () => {
    const { ownGuard, bypass, content, outside } = engine();
    writeFileSync(outside, "outside");
    const before = await content();
    assert.ok(await bypass("SELECT 1"), "the way past the check works");
    const passed: string[] = [];
    for (const sql of ownGuard) if (await bypass(sql)) passed.push(sql);
    assert.deepEqual(passed, []);
    assert.equal(await content(), before);
    assert.equal(readFileSync(outside, "utf8"), "outside");
    assert.equal(existsSync(`${outside}.copy`), false);
  });

  test("queries that only look dangerous are run", async () => {
    for (const sql of [
      "SELECT 'drop table album; delete from artist' AS text",
      "SELECT replace(name, 'A', 'B') FROM artist -- ; drop table album",
      'SELECT count(*) AS "deleted" FROM artist /* ; */;',
      "WITH a AS (SELECT name FROM artist) SELECT * FROM a UNION SELECT title FROM album",
      "(SELECT name FROM artist) UNION ALL (SELECT title FROM album)",
    ]) {
      if (engine().dialect === "sqlite" && sql.startsWith("(")) continue;
      const text = engine().dialect === "mysql" ? sql.replaceAll('"', "`") : sql;
      const result = await engine().database().query(text, limits);
      assert.ok(result.ok, `${text}: ${result.ok ? "" : result.error.message}`);
    }
  });

  test("rows and bytes of a result are limited", async () => {
    const { dialect, database } = engine();
    const many = await database().query(manyRows[dialect], limits);
    assert.ok(many.ok, JSON.stringify(many));
    assert.equal(many.value.rows.length, limits.rows);
    assert.equal(many.value.truncated, true);
    const large = await database().query(largeRows[dialect], limits);
    assert.ok(large.ok, JSON.stringify(large).slice(0, 200));
    assert.equal(large.value.truncated, true);
    assert.ok(large.value.rows.length > 0 && large.value.rows.length <= 4, `${large.value.rows.length} rows`);
    const all = await database().query("SELECT * FROM artist", limits);
    assert.ok(all.ok && !all.value.truncated && all.value.rows.length === 3);
  });

  test("errors are the engine's own sentence", async () => {
    const result = await engine().database().query("SELECT nam FROM artist", limits);
    assert.equal(result.ok ? "" : result.error.code, "sql/error");
    assert.match(result.ok ? "" : result.error.message, /nam/);
    const explained = await engine().database().explain("SELECT nam FROM artist");
    assert.equal(explained.ok ? "" : explained.error.code, "sql/error");
    const plan = await engine().database().explain("SELECT name FROM artist");
    assert.ok(plan.ok && plan.value.plan.length > 0, JSON.stringify(plan));
  });

  test("a statement without end is stopped, and the next one runs where the server lives on", async () => {
    const { dialect, database } = engine();
    const stopped = await database().query(endless[dialect], { ...limits, deadlineMs: 500 });
    assert.equal(stopped.ok ? "ran" : stopped.error.code, "sql/timeout");
    if (!recovers) return;
    const next = await database().query("SELECT 1 AS one", limits);
    assert.deepEqual(next.ok ? next.value.rows : next, [[1]]);
  });
}
