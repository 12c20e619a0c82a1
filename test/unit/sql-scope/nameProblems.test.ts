import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DatabaseSchema, SqlDialect, TableSchema } from "../../../language-server/core/sql/schema.ts";
import { nameProblems } from "../../../language-server/core/sql/scope/nameProblems.ts";
import { sqlTokens } from "../../../language-server/core/sql/tokens.ts";

const table = (name: string, ...columns: string[]): TableSchema => ({
  name,
  kind: "table",
  columns: columns.map((column) => ({ name: column, type: "", nullable: true, primaryKey: false })),
  primaryKey: [],
  foreignKeys: [],
  rowCount: null,
});
const schemaOf = (dialect: SqlDialect): DatabaseSchema => ({
  dialect,
  name: "music",
  contentHash: "",
  tables: [table("artist", "artist_id", "name"), table("album", "album_id", "title", "artist_id", "range")],
});

const problems = (sql: string, dialect: SqlDialect = "sqlite") =>
  nameProblems(sqlTokens(sql, dialect).tokens, schemaOf(dialect)).map(
    ({ start, end, suggestion }) =>
      `${sql.slice(start, end)}${suggestion === null ? "" : ` → ${suggestion}`}`,
  );

describe("unknown and ambiguous names", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["select nme from artist", ["nme → name"]],
    ["select a.title from artist a", ["title"]],
    ["select x.name from artist a", ["x → a"]],
    ["select * from artists", ["artists → artist"]],
    ["select artist_id from artist join album on artist.artist_id = album.artist_id", ["artist_id"]],
    ["select artist_id from artist join album using (artist_id)", []],
    ["select artist_id from artist natural join album", []],
    ["select name from artist order by name desc nulls last", []],
    ["with t(a, b) as (select name, 1 from artist) select a, c from t", ["c → a"]],
    ["select (select max(title) from album where album.artist_id = o.artist_id) from artist o", []],
    ["select n from (select name n from artist) where m > 1", ["m → n"]],
    ["select name as n from artist where n = 'x' order by n", []],
    ["select rowid, count(*) c from artist group by name having c > 1", []],
    ["select range from album where range between 1 and 2", []],
    [
      "select sum(album_id) over (order by title rows between unbounded preceding and current row) from album",
      [],
    ],
    ["select name from artist union select title from album order by name", []],
    ["select cast(name as text), date 'x' from artist", []],
    ["select count(distinct a.name) filter (where a.name > '') from artist a", []],
    ["select t.* , u.* from album t", ["u → t"]],
    ["select name from (artist a join album b on a.artist_id = b.artist_id) where b.title = ''", []],
    ["with recursive r(n) as (select 1 union all select n + 1 from r) select n from r", []],
    ["select value from json_each('[1]')", []],
  ];
  for (const [sql, expected] of cases) it(sql, () => assert.deepEqual(problems(sql), expected));

  it("leaves hidden columns to the engine that has them", () => {
    assert.deepEqual(problems("select ctid from artist", "postgres"), []);
    assert.deepEqual(problems("select ctid from artist", "mysql"), ["ctid"]);
  });
});
