import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { QueryAutomaton } from "../../../language-server/core/sql/constrain/queryAutomaton.ts";
import type { SqlDialect, TableSchema } from "../../../language-server/core/sql/schema.ts";
import { parseSpiderTables } from "../../../language-server/core/sql/spiderTables.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/sql/spider");
const parsed = parseSpiderTables(readFileSync(join(fixtures, "tables.json"), "utf8"), (text) => text);
assert.ok(parsed.ok);
const automata = new Map(parsed.value.map((schema) => [schema.name, new QueryAutomaton(schema)]));

const table = (name: string, ...columns: string[]): TableSchema => ({
  name,
  kind: "table",
  columns: columns.map((column) => ({ name: column, type: "", nullable: true, primaryKey: false })),
  primaryKey: [],
  foreignKeys: [],
  rowCount: null,
});

const music = [
  table("artist", "artist_id", "name"),
  table("album", "album_id", "title", "artist_id"),
  table("Order Details", "Unit Price", "Quantity"),
];
const over = (dialect: SqlDialect = "sqlite") => new QueryAutomaton({ dialect, tables: music });

/** How far the text goes before it can no longer become a query; -1 when all of it can. */
function refusedAt(automaton: QueryAutomaton, text: string, piece = 1): number {
  let prefix = automaton.start();
  for (let at = 0; at < text.length; at += piece) {
    const longer = prefix.extended(text.slice(at, at + piece));
    if (longer === null) return at;
    prefix = longer;
  }
  return -1;
}

function accepts(automaton: QueryAutomaton, text: string, piece = 1): boolean {
  let prefix = automaton.start();
  for (let at = 0; at < text.length; at += piece) {
    const longer = prefix.extended(text.slice(at, at + piece));
    if (longer === null) return false;
    prefix = longer;
  }
  return prefix.isComplete;
}

it("a word that ends FROM may not begin while a name has no table", () => {
  assert.equal(accepts(over(), "SELECT title FROM artist, album WHERE title = 'x'"), true);
  const text = "SELECT title FROM artist WHERE";
  // Up to three letters it may be an alias.
  assert.equal(refusedAt(over(), text), text.indexOf("WHERE") + 3);
});

it("an asterisk is counted, and nothing else takes it", () => {
  assert.equal(accepts(over(), "SELECT count(*) FROM artist ORDER BY count(name) DESC NULLS LAST"), true);
  assert.equal(accepts(over(), "SELECT max(*) FROM artist"), false);
});

describe("queries of Spider", () => {
  const lines = readFileSync(join(fixtures, "graphix-3b-picard.dev.jsonl"), "utf8").trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line) as { db_id: string; gold_sql: string });
  /** Text in double quotes is what SQLite reads as a name first. */
  const standard = (sql: string) =>
    sql.replace(/"([^"]*)"/g, (_, text: string) => `'${text.replaceAll("'", "''")}'`);

  it("takes every gold query, in pieces of every length", () => {
    const refused = rows.filter(({ db_id, gold_sql }, index) => {
      const automaton = automata.get(db_id);
      return automaton === undefined || !accepts(automaton, standard(gold_sql), 1 + (index % 7));
    });
    assert.equal(rows.length, 385);
    assert.deepEqual(refused, []);
  });

  it("refuses them as soon as a name of another database's schema is in them", () => {
    let refused = 0;
    for (const { db_id, gold_sql } of rows) {
      for (const [name, automaton] of automata) {
        if (name === db_id) continue;
        if (!accepts(automaton, standard(gold_sql), 3)) refused++;
      }
    }
    assert.equal(refused, rows.length * (automata.size - 1));
  });
});

describe("names", () => {
  it("refuses a table at the first letter that no table has", () => {
    assert.equal(refusedAt(over(), "select * from artx"), "select * from art".length);
    assert.equal(refusedAt(over(), "select * from track"), "select * from ".length);
  });

  it("refuses what is no table behind a comma in FROM", () => {
    assert.equal(refusedAt(over(), "select name from artist, 12"), "select name from artist, ".length);
    assert.equal(refusedAt(over(), "select name from artist, name"), "select name from artist, ".length);
  });

  it("refuses keywords in a mixed case that nobody writes", () => {
    assert.ok(!accepts(over(), "seleCT name from artist"));
    assert.ok(accepts(over(), "Select NAME From Artist"));
  });

  it("refuses names and functions in a mixed case that nobody writes, as soon as it shows", () => {
    for (const text of ["nAmE", "naME", "cOUNT(name)", "SUm(artist_id)"])
      assert.ok(!accepts(over(), `select ${text} from artist`), text);
    const text = "select nAmE from artist";
    assert.equal(refusedAt(over(), text), "select nAm".length, "nAm could be an alias");
    for (const text of [
      "name",
      "NAME",
      "Name",
      "Artist_ID",
      "artist_Id",
      "Count(name)",
      "SUM(ARTIST_ID)",
      "atan2(1, 2)",
    ])
      assert.ok(accepts(over(), `select ${text} from artist`), text);
    const camel = new QueryAutomaton({ dialect: "sqlite", tables: [table("Person", "firstName")] });
    for (const text of ["firstName", "FirstName", "firstname", "FIRSTNAME"])
      assert.ok(accepts(camel, `select ${text} from person`), text);
    assert.ok(!accepts(camel, "select firStName from person"));
  });

  it("calls without an argument only what takes none", () => {
    assert.ok(!accepts(over(), "select sum() from artist"));
    assert.equal(refusedAt(over(), "select max()"), "select max(".length);
    assert.ok(accepts(over(), "select name, row_number() over (order by name), random() from artist"));
  });

  it("refuses a column that no table has before FROM, and one of another table behind it", () => {
    assert.equal(refusedAt(over(), "select nume from artist"), "select num".length, "num could be an alias");
    assert.equal(
      refusedAt(over(), "select name from artist where title"),
      "select name from artist where ti".length,
    );
    assert.equal(
      refusedAt(over(), "select a.title from artist as a"),
      "select a.title from artist as ".length,
    );
  });

  it("lets FROM have only tables that the columns before it need", () => {
    assert.ok(!accepts(over(), "select title from artist"));
    assert.ok(accepts(over(), "select title from artist join album on artist.artist_id = album.artist_id"));
    assert.ok(!accepts(over(), "select artist_id from artist join album on true"), "ambiguous");
  });

  it("knows columns of common table expressions, sub-queries and aliases of the result", () => {
    assert.ok(accepts(over(), "with x as (select name as n from artist) select n from x order by n"));
    assert.ok(!accepts(over(), "with x as (select name as n from artist) select name from x"));
    assert.ok(accepts(over(), "select d.title from (select title from album) as d"));
    assert.ok(!accepts(over(), "select d.title from (select title as t from album) as d"));
    assert.ok(accepts(over(), "select count(*) as c from album group by artist_id order by c desc limit 3"));
  });

  it("sees the outer query's tables in a sub-query, not the other way round", () => {
    assert.ok(
      accepts(
        over(),
        "select name from artist a where exists (select * from album where a.artist_id = artist_id)",
      ),
    );
    assert.ok(
      !accepts(
        over(),
        "select name from artist a where a.artist_id in (select artist_id from album b) and b.title = ''",
      ),
    );
  });

  it("takes names that need quotes only in quotes, as the dialect writes them", () => {
    assert.ok(accepts(over(), 'select "Unit Price" from "Order Details"'));
    assert.ok(!accepts(over(), "select Quantity from Order Details"));
    assert.ok(accepts(over("mysql"), "select `Unit Price` from `Order Details`"));
    assert.ok(!accepts(over("postgres"), 'select Quantity from "Order Details"'), "folded to lower case");
    assert.ok(accepts(over("postgres"), 'select "Quantity" from "Order Details"'));
  });

  it("takes a table behind a namespace only where it stands in that namespace", () => {
    const city = { ...table("city", "id", "name"), namespace: "public" };
    const river = { ...table("river", "name"), namespace: "geo" };
    const automaton = new QueryAutomaton({ dialect: "postgres", tables: [city, river] });
    for (const sql of [
      "SELECT name FROM city",
      "SELECT c.name FROM public.city c JOIN geo.river r ON c.name = r.name",
      "SELECT city.name FROM public.city",
    ])
      assert.ok(accepts(automaton, sql), sql);
    for (const sql of [
      "SELECT nid.name FROM city.nid",
      "SELECT * FROM public.river",
      "SELECT * FROM other.city",
      "SELECT * FROM public.town",
    ])
      assert.ok(!accepts(automaton, sql), sql);
  });

  it("calls only functions of the dialect", () => {
    assert.ok(accepts(over(), "select strftime('%Y', title) from album"));
    assert.ok(!accepts(over("mysql"), "select strftime('%Y', title) from album"));
    assert.ok(!accepts(over(), "select load_extension('x') from album"));
  });
});

describe("one query and nothing else", () => {
  for (const text of [
    "delete from artist",
    "select 1; drop table artist",
    "select * from artist -- more",
    "select /* */ 1",
    "select * from artist into outfile 'x'",
    "pragma table_info(artist)",
    "select name from artist limit",
  ]) {
    it(`refuses ${text}`, () => assert.ok(!accepts(over(), text)));
  }

  it("takes what its clauses allow", () => {
    for (const text of [
      "select distinct name, count(distinct title) as n from artist left join album using (artist_id) group by name having count(*) between 2 and 3",
      "select case when title like 'a%' then 1 else 0 end from album union all select 2",
      "select row_number() over (partition by artist_id order by title desc) from album",
      "select cast(title as integer) + -1.5 from album where title is not null and not (title = '' or title <> 'it''s')",
    ])
      assert.ok(accepts(over(), text), text);
  });

  it("does not let blanks go on for ever", () => {
    assert.equal(over().start().extended("select")?.extended(" ".repeat(40)) ?? null, null);
  });
});
