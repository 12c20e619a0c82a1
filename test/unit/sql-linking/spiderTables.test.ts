import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSpiderTables } from "../../../language-server/core/sql/spiderTables.ts";
import { fixtureText } from "./help.ts";

test("Spider's schema file gives databases with keys and references", () => {
  const parsed = parseSpiderTables(fixtureText("spider/tables.json"), (text) => `${text.length}`);
  assert.ok(parsed.ok);
  assert.equal(parsed.value.length, 8);
  const database = parsed.value.find(({ name }) => name === "concert_singer");
  assert.deepEqual(
    database?.tables.map((table) => table.name),
    ["stadium", "singer", "concert", "singer_in_concert"],
  );
  const concert = database?.tables.find((table) => table.name === "concert");
  assert.deepEqual(concert?.primaryKey, ["concert_ID"]);
  assert.deepEqual(concert?.foreignKeys, [
    { columns: ["Stadium_ID"], targetTable: "stadium", targetColumns: ["Stadium_ID"], inferred: false },
  ]);
  assert.deepEqual(
    concert?.columns.map(({ name, type, primaryKey }) => [name, type, primaryKey]).slice(0, 2),
    [
      ["concert_ID", "number", true],
      ["concert_Name", "text", false],
    ],
  );
  assert.equal(new Set(parsed.value.map(({ contentHash }) => contentHash)).size > 1, true);
});

test("other files are refused with the number of the first bad entry", () => {
  const message = (text: string) => {
    const parsed = parseSpiderTables(text, () => "");
    return parsed.ok ? "" : `${parsed.error.code} ${parsed.error.message}`;
  };
  const good = JSON.parse(fixtureText("spider/tables.json"))[0];
  assert.match(message("{"), /^input\/invalid .*not JSON/);
  assert.match(message("{}"), /^input\/invalid .*not a list/);
  assert.match(message(JSON.stringify([good, { ...good, foreign_keys: [[1]] }])), /Entry 2/);
  assert.match(message(JSON.stringify([{ ...good, column_types: "text" }])), /Entry 1/);
  assert.match(message("[null]"), /Entry 1/);
});

test("composite primary keys may be lists, keys to nowhere are left out", () => {
  const entry = {
    db_id: "d",
    table_names_original: ["a"],
    column_names_original: [
      [-1, "*"],
      [0, "x"],
      [0, "y"],
    ],
    column_types: ["text", "number", "odd"],
    primary_keys: [[1, 2]],
    foreign_keys: [[1, 9]],
  };
  const parsed = parseSpiderTables(JSON.stringify([entry]), () => "");
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value[0]?.tables[0]?.primaryKey, ["x", "y"]);
  assert.deepEqual(parsed.value[0]?.tables[0]?.foreignKeys, []);
  assert.equal(parsed.value[0]?.tables[0]?.columns[1]?.type, "");
});
