import assert from "node:assert/strict";
import { test } from "node:test";
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { describeSchema } from "../../../language-server/core/sql/linking/describeSchema.ts";
import type { DatabaseSchema } from "../../../language-server/core/sql/schema.ts";
import { concerts, fixtureText, lexicon, link, schemaOf, spiderSchema } from "./help.ts";

/** About as many as a tokenizer makes: pieces of words, signs. */
const countTokens = (text: string): number => (text.match(/[A-Za-z]{1,5}|\d|[^\sA-Za-z\d]/g) ?? []).length;
const question = "Which singers from France played at Somerset Park?";

test("a small database is described whole, in the form that training uses, with the reasons", () => {
  const { text, dropped, tokens } = describeSchema(concerts, link(concerts, question), 1000, countTokens);
  assert.deepEqual(dropped, []);
  assert.equal(tokens, countTokens(text));
  const lines = text.split("\n");
  assert.ok(
    lines.includes(
      `CREATE TABLE singer (Singer_ID text PRIMARY KEY, Name text, Country text, Song_Name text, Age text); -- Country has the value 'France'; "singers" names this table`,
    ),
    text,
  );
  assert.ok(
    lines.some((line) =>
      line.startsWith(
        "CREATE TABLE concert (concert_ID text PRIMARY KEY, Stadium_ID text REFERENCES stadium(Stadium_ID), Year text);",
      ),
    ),
  );
  assert.match(lines.at(-1) ?? "", /^CREATE TABLE weather/);
});

test("without comments only the statements are there", () => {
  const described = describeSchema(concerts, link(concerts, question), 1000, countTokens, {
    comments: false,
  });
  assert.ok(!described.text.includes("--"));
});

test("a table's namespace is named only where a query has to name it", () => {
  const among = (dialect: DatabaseSchema["dialect"], namespace: string): string => {
    const plain = schemaOf({ city: ["name"] });
    const schema = { ...plain, dialect, tables: plain.tables.map((table) => ({ ...table, namespace })) };
    return describeSchema(schema, link(schema, "cities"), 1000, countTokens, { comments: false }).text;
  };
  assert.match(among("postgres", "public"), /^CREATE TABLE city \(name/);
  assert.match(among("postgres", "geo"), /^CREATE TABLE geo\.city \(name/);
  assert.match(among("mysql", "shop"), /^CREATE TABLE city \(name/);
  assert.match(among("duckdb", "geo"), /^CREATE TABLE geo\.city \(name/);
});

test("the best tables that fit are kept, and a larger budget keeps them", () => {
  const schema = spiderSchema();
  const linking = link(schema, "Which airlines fly from Aberdeen?", { lexicon: lexicon() });
  const order = linking.tables.map((table) => table.name);
  let before = 0;
  for (const budget of [60, 120, 250, 500]) {
    const { tables, tokens, text, dropped } = describeSchema(schema, linking, budget, countTokens);
    assert.ok(tokens <= budget && tokens === countTokens(text));
    assert.deepEqual(
      tables.map((table) => table.name),
      order.slice(0, tables.length),
    );
    assert.ok(tables.length >= before);
    assert.equal(tables.length + dropped.length, schema.tables.length);
    before = tables.length;
  }
  assert.ok(before > 3);
});

test("references go only to tables that are there", () => {
  const linking = link(concerts, "Which singers sang in which concert?");
  const referred = (tables: number) => {
    const { text } = describeSchema(concerts, linking, 1000, countTokens, { tables });
    return [...text.matchAll(/CREATE TABLE (\w+)|REFERENCES (\w+)/g)].map(([found]) =>
      found.split(" ").at(-1),
    );
  };
  assert.deepEqual(referred(2), ["singer", "concert"]);
  assert.deepEqual(referred(3), ["singer", "concert", "singer_in_concert", "concert", "singer"]);
});

test("a wide table keeps its keys and the columns that the question names", () => {
  const filler = Array.from({ length: 40 }, (_, at) => `filler${at}`);
  const schema = schemaOf({ wide: ["id!", ...filler, "owner>person.id", "height"], person: ["id!"] });
  const { tables } = describeSchema(schema, link(schema, "the height of the wide"), 10_000, countTokens, {
    columnsPerTable: 5,
  });
  const columns = tables.find((table) => table.name === "wide")?.columns ?? [];
  assert.equal(columns.length, 5);
  for (const column of ["id", "owner", "height"]) assert.ok(columns.includes(column), column);
});

test("a budget for less than one table keeps its best columns, one for nothing gives nothing", () => {
  const linking = link(concerts, "the age of singers");
  const { tables, tokens } = describeSchema(concerts, linking, 24, countTokens, { comments: false });
  assert.ok(tokens <= 24);
  assert.equal(tables[0]?.name, "singer");
  assert.ok((tables[0]?.columns.length ?? 0) < 5 && tables[0]?.columns.includes("Singer_ID"));
  assert.deepEqual(describeSchema(concerts, linking, 1, countTokens), {
    text: "",
    tokens: 0,
    tables: [],
    dropped: concerts.tables.map((table) => table.name),
  });
});

test("without evidence the tables come in the schema's order", () => {
  const { tables } = describeSchema(concerts, link(concerts, "Hello?"), 40, countTokens);
  assert.equal(tables[0]?.name, "stadium");
});

test("values cannot end the comment or the quotes", () => {
  const schema = schemaOf({ shop: ["title:O'Hara\n); DROP TABLE shop; --", "name:O'Hara"], other: ["x"] });
  const { text } = describeSchema(schema, link(schema, "O'Hara drop table shop, O'Hara"), 1000, countTokens);
  assert.equal(text.split("\n").length, 2);
  assert.ok(text.includes("name has the value 'O''Hara'"), text);
});

test("what is described is SQL that a database takes, with odd names and composite keys", async () => {
  const schema: DatabaseSchema = {
    ...concerts,
    tables: [
      ...concerts.tables,
      {
        name: "Order Details",
        kind: "table",
        columns: ["group", 'a"b', "x"].map((name) => ({
          name,
          type: "",
          nullable: true,
          primaryKey: name !== "x",
        })),
        primaryKey: ["group", 'a"b'],
        foreignKeys: [
          {
            columns: ["x", "group"],
            targetTable: "order",
            targetColumns: ["1st", "select"],
            inferred: false,
          },
        ],
        rowCount: 0,
      },
      {
        name: "order",
        kind: "table",
        columns: ["1st", "select"].map((name) => ({ name, type: "int", nullable: true, primaryKey: false })),
        primaryKey: [],
        foreignKeys: [],
        rowCount: 0,
      },
    ],
  };
  const { text } = describeSchema(schema, link(schema, "order details of a group"), 10_000, countTokens);
  assert.match(text, /FOREIGN KEY \(x, "group"\) REFERENCES "order"\("1st", "select"\)/);
  const { oo1 } = await sqlite3InitModule();
  const db = new oo1.DB(":memory:");
  db.exec(text);
  const names = db.exec("SELECT name FROM sqlite_schema WHERE type = 'table'", {
    returnValue: "resultRows",
    rowMode: 0,
  });
  assert.deepEqual(new Set(names), new Set(schema.tables.map((table) => table.name)));
  db.close();
});

test("two hundred tables fit a context of 2,000 tokens with what the question needs", () => {
  const own = spiderSchema();
  const filler = Array.from({ length: 172 }, (_, at) => ({
    ...(own.tables[at % own.tables.length] ?? concerts.tables[0]!),
    name: `archive${at}`,
    foreignKeys: [],
  }));
  const schema = { ...own, tables: [...filler, ...own.tables] };
  assert.equal(schema.tables.length, 200);
  const rows: { question: string; tables: string[] }[] = fixtureText("linking/questions.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const row = rows.find(({ tables }) => tables.length > 1);
  assert.ok(row);
  const { text, tables } = describeSchema(schema, link(schema, row.question), 1500, countTokens);
  assert.ok(countTokens(text) <= 1500);
  const kept = tables.map((table) => table.name);
  assert.ok(
    row.tables.every((table) => kept.includes(table)),
    `${row.question}: ${kept}`,
  );
});
