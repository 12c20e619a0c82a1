import assert from "node:assert/strict";
import { test } from "node:test";
import { QueryAutomaton } from "../../../language-server/core/sql/constrain/queryAutomaton.ts";
import { wholeQueries } from "../../../language-server/core/sql/constrain/wholeQueries.ts";

const columns = ["id", "name"].map((name) => ({ name, type: "", nullable: true, primaryKey: false }));
const artists = new QueryAutomaton({
  dialect: "sqlite",
  tables: [{ name: "artist", kind: "table", columns, primaryKey: [], foreignKeys: [], rowCount: null }],
});

test("beginnings of a query that are queries themselves, the longest first", () => {
  assert.deepEqual(wholeQueries(artists, "SELECT name FROM artist WHERE id > 3 ORDER BY name LIMIT 5"), [
    "SELECT name FROM artist WHERE id > 3 ORDER BY name",
    "SELECT name FROM artist WHERE id > 3",
    "SELECT name FROM artist",
  ]);
});

test("what the grammar does not let end is no query, whatever follows it", () => {
  assert.deepEqual(wholeQueries(artists, "SELECT name FROM artist WHERE id >"), ["SELECT name FROM artist"]);
  assert.deepEqual(wholeQueries(artists, "SELECT name"), []);
  assert.deepEqual(wholeQueries(artists, ""), []);
});
