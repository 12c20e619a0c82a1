import assert from "node:assert/strict";
import { test } from "node:test";
import {
  columnDescription,
  databaseKind,
  fileSize,
  sqlName,
  tableDescription,
} from "../../../extension/src/platform/sqlFormat.ts";

test("names are quoted only where a statement needs it, as the dialect does", () => {
  assert.equal(sqlName("Artist", "sqlite"), "Artist");
  assert.equal(sqlName("Artist", "postgres"), '"Artist"');
  assert.equal(sqlName("order items", "mysql"), "`order items`");
  assert.equal(sqlName('a"b', "sqlite"), '"a""b"');
});

test("a column says its type, its key and what it refers to, and whether that is a guess", () => {
  const column = { name: "ArtistId", type: "INTEGER", nullable: true, primaryKey: false, samples: [] };
  assert.equal(columnDescription({ ...column, primaryKey: true }), "INTEGER, key");
  const references = { table: "Artist", column: "ArtistId", inferred: true };
  assert.equal(columnDescription({ ...column, references }), "INTEGER → Artist.ArtistId (inferred)");
  assert.equal(columnDescription({ ...column, type: "", nullable: false }), "not null");
});

test("tables say their rows, databases their kind and size", () => {
  assert.equal(tableDescription({ kind: "table", rowCount: 3503 }), "3,503 rows");
  assert.equal(tableDescription({ kind: "table", rowCount: null }), "");
  assert.equal(tableDescription({ kind: "view", rowCount: null }), "view");
  assert.equal(databaseKind({ dialect: "postgres", kind: "server" }), "PostgreSQL server");
  assert.equal(fileSize(984_000), "984 kB");
  assert.equal(fileSize(1_007_616), "1.0 MB");
});
