import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";
import { findDuckDb, startDuckDb } from "../../../language-server/sql/duckdb/duckdbHandle.ts";
import { EnginePool } from "../../../language-server/sql/enginePool.ts";
import type { SqlDatabase } from "../../../language-server/sql/sqlDatabase.ts";
import { limits, musicRows, musicTables, testDatabases, testSafety } from "./support/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-duckdb-"));
const path = join(folder, "music.duckdb");
const databases = testDatabases();
const found = findDuckDb([process.cwd()]);
assert.ok(found.ok);
const processUrl = new URL("../../../language-server/sql/duckdb/duckdbProcess.ts", import.meta.url);
const pool = new EnginePool({ start: () => startDuckDb(processUrl, found.value), workers: 1 });

describe("DuckDB", () => {
  let database: SqlDatabase;
  before(async () => {
    const instance = await DuckDBInstance.create(path);
    const connection = await instance.connect();
    for (const statement of [
      ...musicTables,
      ...musicRows,
      "CREATE SEQUENCE counter",
      "COMMENT ON TABLE album IS 'What was released'",
      "CREATE VIEW released AS SELECT title FROM album",
    ])
      await connection.run(statement);
    connection.closeSync();
    instance.closeSync();
    const opened = await databases.open({ kind: "duckdb", path });
    assert.ok(opened.ok);
    database = opened.value;
  });
  after(async () => {
    await pool.dispose();
    await databases.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const outside = join(folder, "outside.txt");
  testSafety(() => ({
    dialect: "duckdb",
    outside,
    database: () => database,
    bypass: async (sql) => {
      const input = { sql, limits, legacyQuotes: false };
      return (await pool.run("query", { kind: "file", path }, input, limits.deadlineMs)).ok;
    },
    content: async () => {
      const rows = await database.query(
        "SELECT * FROM artist JOIN album USING (artist_id) ORDER BY album_id",
        limits,
      );
      return JSON.stringify(rows.ok ? rows.value.rows : rows);
    },
    ownGuard: [
      "INSERT INTO artist VALUES (9, 'x')",
      "DELETE FROM album",
      "CREATE TABLE made (a int)",
      `COPY artist TO '${outside}'`,
      `SELECT * FROM read_csv('${outside}')`,
      `SELECT * FROM '${outside}'`,
      `ATTACH '${outside}' AS other`,
      "SET enable_external_access = true",
      "SET lock_configuration = false",
      "INSTALL httpfs",
      "LOAD httpfs",
      `EXPORT DATABASE '${outside}.copy'`,
    ],
  }));

  test("schema: keys, inferred keys, comments, counts, frequent values", async () => {
    const schema = await database.schema();
    assert.ok(schema.ok, JSON.stringify(schema));
    const album = schema.value.tables.find((table) => table.name === "album");
    assert.deepEqual(
      [album?.rowCount, album?.comment, album?.primaryKey],
      [3, "What was released", ["album_id"]],
    );
    assert.deepEqual(
      album?.foreignKeys.map((key) => [key.columns, key.targetTable, key.inferred]),
      [
        [["artist_id"], "artist", false],
        [["label_id"], "label", true],
      ],
    );
    const price = album?.columns.find((column) => column.name === "price");
    assert.deepEqual([price?.type, price?.samples], ["DECIMAL(6,2)", [9.5, 12.25]]);
    assert.equal(schema.value.tables.find((table) => table.name === "released")?.kind, "view");
  });

  test("values keep their kind, and the result's columns are known before it is run", async () => {
    const sql = `SELECT 1 AS a, 9007199254740993 AS b, 1.5 AS c, true AS d, NULL AS e, 'x'::BLOB AS f,
      DATE '2024-05-06' AS g, [1, 2] AS h, sum(album_id) AS i FROM album`;
    const result = await database.query(sql);
    assert.deepEqual(result.ok ? result.value.rows[0] : result, [
      ...[1, 9007199254740993n, 1.5, true, null, new Uint8Array([120]), "2024-05-06", "[1, 2]", 6],
    ]);
    const explained = await database.explain(sql);
    assert.deepEqual(explained.ok ? explained.value.columns : explained, [..."abcdefghi"]);
  });
});

test("what is not a DuckDB database, and a machine without the package, say so", async () => {
  const text = join(tmpdir(), `deliberate-text-${process.pid}.duckdb`);
  writeFileSync(text, "only text ".repeat(1000));
  const all = testDatabases();
  const opened = await all.open({ kind: "duckdb", path: text });
  const result = opened.ok ? await opened.value.query("SELECT 1") : opened;
  assert.equal(result.ok ? "ran" : result.error.code, "sql/not-a-database");
  await all.dispose();
  rmSync(text);
  const missing = findDuckDb([tmpdir()]);
  assert.match(missing.ok ? "" : missing.error.message, /npm install @duckdb\/node-api/);
});
