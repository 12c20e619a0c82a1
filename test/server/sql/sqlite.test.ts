import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import init from "@sqlite.org/sqlite-wasm";
import { EnginePool } from "../../../language-server/sql/enginePool.ts";
import type { SqlDatabase } from "../../../language-server/sql/sqlDatabase.ts";
import { startSqlite } from "../../../language-server/sql/sqlite/sqliteHandle.ts";
import { limits, musicRows, musicTables, testDatabases, testSafety } from "./support/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-sqlite-"));
const workerUrl = new URL("../../../language-server/sql/sqlite/sqliteWorker.ts", import.meta.url);
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/sql/${name}`, import.meta.url));
const chinook = fixture("chinook.sqlite");
const databases = testDatabases();
const sqlite3 = await init();

/** Writes a database file from statements. */
const writeDatabase = (path: string, statements: readonly string[]): void => {
  const db = new sqlite3.oo1.DB(":memory:", "c");
  for (const statement of statements) db.exec(statement);
  writeFileSync(path, sqlite3.capi.sqlite3_js_db_export(db));
  db.close();
};

const open = async (path: string): Promise<SqlDatabase> => {
  const opened = await databases.open({ kind: "sqlite", path });
  assert.ok(opened.ok);
  return opened.value;
};
const rowsOf = async (database: SqlDatabase, sql: string) => {
  const result = await database.query(sql, limits);
  return result.ok ? result.value.rows : result.error;
};

after(async () => {
  await databases.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe("safety", () => {
  const path = join(folder, "music.sqlite");
  const outside = join(folder, "outside.txt");
  const pool = new EnginePool({ start: () => startSqlite(workerUrl), workers: 1 });
  let database: SqlDatabase;
  before(async () => {
    writeDatabase(path, [...musicTables, ...musicRows]);
    database = await open(path);
  });
  after(() => pool.dispose());
  testSafety(() => ({
    dialect: "sqlite",
    outside,
    database: () => database,
    bypass: async (sql) => {
      const input = { sql, limits, legacyQuotes: true };
      return (await pool.run("query", { kind: "file", path }, input, limits.deadlineMs)).ok;
    },
    content: async () =>
      JSON.stringify(await rowsOf(database, "SELECT * FROM artist JOIN album USING (artist_id)")),
    ownGuard: [
      "INSERT INTO artist VALUES (9, 'x')",
      "DELETE FROM album",
      "CREATE TABLE made (a)",
      "CREATE TEMP TABLE made (a)",
      `ATTACH '${outside}' AS other`,
      `VACUUM INTO '${outside}.copy'`,
      "PRAGMA writable_schema = 1",
      "PRAGMA query_only = 0",
      "PRAGMA user_version = 7",
      "SELECT * FROM pragma_database_list",
      "SELECT load_extension('x')",
      "SELECT fts3_tokenizer('simple')",
      "BEGIN",
    ],
  }));

  test("a function that never looks at the clock is stopped by killing its worker", async () => {
    const slow =
      "SELECT length(replace(hex(zeroblob(15000000)), '0', hex(zeroblob(1)))), max(hex(randomblob(15000000)) LIKE '%1%2%3%4%5%6%7%8%9%0%A%B%x') FROM artist, album";
    const result = await database.query(slow, { ...limits, deadlineMs: 10 });
    assert.equal(result.ok ? "ran" : result.error.code, "sql/timeout");
    assert.deepEqual(await rowsOf(database, "SELECT 1"), [[1]]);
  });
});

describe("schema", () => {
  test("Chinook: types, keys, counts, frequent values", async () => {
    const schema = await (await open(chinook)).schema();
    assert.ok(schema.ok);
    assert.equal(schema.value.name, "chinook");
    assert.equal(schema.value.tables.length, 11);
    const track = schema.value.tables.find((table) => table.name === "Track");
    assert.equal(track?.rowCount, 3503);
    assert.deepEqual(track?.primaryKey, ["TrackId"]);
    assert.deepEqual(
      track?.foreignKeys.map((key) => [key.columns[0], key.targetTable, key.inferred]).sort(),
      [
        ["AlbumId", "Album", false],
        ["GenreId", "Genre", false],
        ["MediaTypeId", "MediaType", false],
      ],
    );
    const price = track?.columns.find((column) => column.name === "UnitPrice");
    assert.equal(price?.type, "NUMERIC(10,2)");
    assert.equal(price?.samples?.[0], 0.99);
    const country = schema.value.tables
      .find((table) => table.name === "Customer")
      ?.columns.find((column) => column.name === "Country");
    assert.equal(country?.samples?.[0], "USA");
  });

  test("views, unique columns, composite and implicit keys, generated columns, odd names", async () => {
    const path = join(folder, "odd.sqlite");
    writeDatabase(path, [
      'CREATE TABLE "order item" ("a b" int, n int, total AS (n * 2), PRIMARY KEY ("a b", n))',
      'CREATE TABLE note (id INTEGER PRIMARY KEY, "it\'s" text UNIQUE, x int, y int, FOREIGN KEY (x, y) REFERENCES "order item")',
      "CREATE VIEW both AS SELECT id, x AS other FROM note",
      "CREATE VIEW broken AS SELECT * FROM nowhere",
      "INSERT INTO note VALUES (1, 'one', NULL, NULL), (9007199254740993, 'big', NULL, NULL)",
    ]);
    const schema = await (await open(path)).schema();
    assert.ok(schema.ok);
    const [item, note, both, ...others] = schema.value.tables;
    assert.deepEqual(others, []);
    assert.deepEqual(item?.primaryKey, ["a b", "n"]);
    assert.deepEqual(
      item?.columns.map((column) => column.name),
      ["a b", "n", "total"],
    );
    assert.deepEqual(note?.columns.find((column) => column.name === "it's")?.unique, true);
    assert.deepEqual(note?.foreignKeys, [
      { columns: ["x", "y"], targetTable: "order item", targetColumns: ["a b", "n"], inferred: false },
    ]);
    assert.deepEqual(note?.columns[0]?.samples, [1, 9007199254740993n]);
    assert.deepEqual(
      [both?.kind, both?.columns.map((column) => column.name), both?.rowCount],
      ["view", ["id", "other"], null],
    );
  });

  test("a changed file gives another schema and other rows; the same content comes from the cache", async () => {
    const path = join(folder, "changing.sqlite");
    const cache = join(folder, "cache");
    writeDatabase(path, ["CREATE TABLE a (x int)", "INSERT INTO a VALUES (1)"]);
    const first = testDatabases({}, cache);
    const opened = await first.open({ kind: "sqlite", path });
    assert.ok(opened.ok);
    const before = await opened.value.schema();
    assert.deepEqual(await rowsOf(opened.value, "SELECT * FROM a"), [[1]]);
    writeDatabase(path, [
      "CREATE TABLE a (x int, y text)",
      "INSERT INTO a VALUES (2, 'b')",
      "CREATE TABLE b (z)",
    ]);
    const after = await opened.value.schema();
    assert.ok(before.ok && after.ok);
    assert.notEqual(before.value.contentHash, after.value.contentHash);
    assert.equal(after.value.tables.length, 2);
    assert.deepEqual(await rowsOf(opened.value, "SELECT * FROM a"), [[2, "b"]]);
    await first.dispose();

    const second = testDatabases({}, cache);
    const copy = join(folder, "copy.sqlite");
    copyFileSync(path, copy);
    const again = await second.open({ kind: "sqlite", path: copy });
    assert.ok(again.ok);
    const cached = await again.value.schema();
    assert.deepEqual(cached.ok ? cached.value : cached, { ...after.value, name: "copy" });
    await second.dispose();
  });
});

describe("files", () => {
  test("double quotes are text for queries and names for checks", async () => {
    const database = await open(chinook);
    const sql = 'SELECT count(*) FROM Customer WHERE Country = "USA"';
    assert.deepEqual(await rowsOf(database, sql), [[13]]);
    const strict = await database.query(sql, limits, { legacyQuotes: false });
    assert.equal(strict.ok ? "ran" : strict.error.code, "sql/error");
    const checked = await database.explain(sql);
    assert.match(checked.ok ? "" : checked.error.message, /no such column: "USA"/);
    const lenient = await database.explain(sql, { legacyQuotes: true });
    assert.deepEqual(lenient.ok ? lenient.value.reads : lenient, [{ table: "Customer", column: "Country" }]);
  });

  test("rows in a write-ahead log are seen, also those written while it is open", async () => {
    const path = join(folder, "log.sqlite");
    copyFileSync(fixture("wal/log.sqlite"), path);
    copyFileSync(fixture("wal/first.wal"), `${path}-wal`);
    const database = await open(path);
    assert.deepEqual(await rowsOf(database, "SELECT * FROM a"), [[1]]);
    copyFileSync(fixture("wal/second.wal"), `${path}-wal`);
    assert.deepEqual(await rowsOf(database, "SELECT * FROM a"), [[1], [2]]);
  });

  test("what is not a database says so", async () => {
    const text = join(folder, "text.sqlite");
    writeFileSync(text, "this is only text, but long enough to be looked at as a database header".repeat(40));
    assert.deepEqual(codeOf(await (await open(text)).query("SELECT 1", limits)), "sql/not-a-database");
    assert.deepEqual(codeOf(await (await open(text)).schema()), "sql/not-a-database");
    assert.deepEqual(
      codeOf(await (await open(join(folder, "none"))).query("SELECT 1", limits)),
      "sql/unreachable",
    );
    assert.deepEqual(codeOf(await (await open(folder)).query("SELECT 1", limits)), "sql/not-a-database");
  });

  test("many statements on many databases run side by side", async () => {
    const paths = Array.from({ length: 40 }, (_, index) => join(folder, `many${index}.sqlite`));
    for (const [index, path] of paths.entries())
      writeDatabase(path, ["CREATE TABLE a (x int)", `INSERT INTO a VALUES (${index})`]);
    const many = await Promise.all(paths.map(open));
    const results = await Promise.all(
      Array.from({ length: 400 }, (_, index) => rowsOf(many[(index * 7) % 40]!, "SELECT x FROM a")),
    );
    assert.deepEqual(
      results,
      Array.from({ length: 400 }, (_, index) => [[(index * 7) % 40]]),
    );
  });
});

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
