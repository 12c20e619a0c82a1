import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { SqlDatabase } from "../../../language-server/sql/sqlDatabase.ts";
import { testDatabases } from "./support/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-ddl-"));
const databases = testDatabases();
after(async () => {
  await databases.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (path: string): Promise<SqlDatabase> => {
  const opened = await databases.open({ kind: "ddl", path });
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
};
const script = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test("definitions in SQLite's dialect give a schema without rows, and check statements", async () => {
  const path = script(
    "music.sql",
    `PRAGMA foreign_keys = ON;
     CREATE TABLE artist (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
     CREATE TABLE album (id INTEGER PRIMARY KEY, title TEXT, artist_id INTEGER);
     CREATE VIEW named AS SELECT title, name FROM album JOIN artist ON artist.id = artist_id;
     INSERT INTO artist VALUES (1, 'Accept');`,
  );
  const database = await open(path);
  const schema = await database.schema();
  assert.ok(schema.ok);
  assert.deepEqual(
    schema.value.tables.map((table) => [
      table.name,
      table.kind,
      table.columns.map((column) => column.name),
      table.rowCount,
    ]),
    [
      ["artist", "table", ["id", "name"], null],
      ["album", "table", ["id", "title", "artist_id"], null],
      ["named", "view", ["title", "name"], null],
    ],
  );
  assert.deepEqual(schema.value.tables[1]?.foreignKeys, [
    { columns: ["artist_id"], targetTable: "artist", targetColumns: ["id"], inferred: true },
  ]);
  const good = await database.explain("SELECT title FROM named");
  assert.deepEqual(good.ok ? good.value.columns : good, ["title"]);
  const bad = await database.explain("SELECT titel FROM album");
  assert.match(bad.ok ? "" : bad.error.message, /no such column: titel/);
  const query = await database.query("SELECT * FROM artist");
  assert.equal(query.ok ? "ran" : query.error.code, "sql/refused");
});

test("definitions of another engine are read as text; a changed script gives another schema", async () => {
  const chinook = await open(
    fileURLToPath(new URL("../../fixtures/sql/chinook-postgresql.sql", import.meta.url)),
  );
  assert.equal(chinook.dialect, "postgres");
  const schema = await chinook.schema();
  assert.equal(schema.ok ? schema.value.tables.length : schema, 11);

  const path = script("growing.sql", "CREATE TABLE a (id serial PRIMARY KEY);");
  const growing = await open(path);
  const before = await growing.schema();
  script("growing.sql", "CREATE TABLE a (id serial PRIMARY KEY); CREATE TABLE b (a_id int);");
  const after = await growing.schema();
  assert.ok(before.ok && after.ok);
  assert.deepEqual([before.value.tables.length, after.value.tables.length], [1, 2]);
  assert.notEqual(before.value.contentHash, after.value.contentHash);
});

test("definitions can only define: what else a script holds is not carried out", async () => {
  const outside = join(folder, "outside.db");
  const path = script(
    "evil.sql",
    `ATTACH '${outside}' AS o; CREATE TABLE o.a (x); CREATE TABLE b (y); VACUUM INTO '${outside}';`,
  );
  const schema = await (await open(path)).schema();
  assert.ok(schema.ok);
  assert.ok(schema.value.tables.some((table) => table.name === "b"));
  const { existsSync } = await import("node:fs");
  assert.equal(existsSync(outside), false);
});

test("a script without tables is no database", async () => {
  const schema = await (await open(script("query.sql", "SELECT 1"))).schema();
  assert.equal(schema.ok ? "ok" : schema.error.code, "sql/not-a-database");
});
