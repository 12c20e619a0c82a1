import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";
import { sample } from "../../../language-server/lab/tasks/registry.ts";
import { namePools } from "../../../language-server/lab/tasks/sql/names.ts";
import { drawSqlCase, type SqlCase } from "../../../language-server/lab/tasks/sql/queries.ts";
import { reworded } from "../../../language-server/lab/tasks/sql/reword.ts";
import { drawRows, insertText } from "../../../language-server/lab/tasks/sql/rows.ts";
import { schemaText } from "../../../language-server/lab/tasks/sql/schemaText.ts";
import type { Split } from "../../../language-server/lab/tasks/types.ts";
import { openSqlite, type Sqlite } from "./sqlite.ts";

const cases = (split: Split, count: number): SqlCase[] =>
  Array.from({ length: count }, (_, index) =>
    drawSqlCase(split, new TaskRandom({ seed: 2, stream: `sql/${split}`, index })),
  );
const train = cases("train", 900);
const heldOut = cases("test", 500);

describe("text-to-SQL", () => {
  let sqlite: Sqlite;
  before(async () => {
    sqlite = await openSqlite();
  });

  test("every query runs in SQLite and finds rows", () => {
    for (const { schema, rows, query } of [...train, ...heldOut]) {
      const found = sqlite.rowsOf([schemaText(schema), insertText(schema, rows)], query.sql);
      assert.ok(found.length > 0, query.sql);
      assert.ok(
        found.every((row) => row.every((cell) => cell !== null)),
        query.sql,
      );
    }
  });

  test("other content for the same schema can be drawn and runs as well", () => {
    for (const { schema, query } of train.slice(0, 150)) {
      const other = drawRows(schema, new TaskRandom({ seed: 9, stream: "rows", index: 0 }), [12, 20]);
      sqlite.rowsOf([schemaText(schema), insertText(schema, other)], query.sql);
    }
  });

  test("a filter, an order or a limit always makes a difference", () => {
    for (const { schema, rows, query } of train
      .filter(({ query }) => query.sql.includes(" WHERE "))
      .slice(0, 300)) {
      const setUp = [schemaText(schema), insertText(schema, rows)];
      if (query.kind !== "list" && query.kind !== "count") continue;
      const without = query.sql.replace(/ WHERE .*;/, ";");
      assert.notDeepEqual(sqlite.rowsOf(setUp, query.sql), sqlite.rowsOf(setUp, without), query.sql);
    }
  });

  test("numbers and names of the query stand in the question or the schema", () => {
    for (const { schema, query } of [...train, ...heldOut]) {
      for (const text of [query.question, query.comment]) {
        for (const [, value = ""] of query.sql.matchAll(/'([^'%]*)%?'/g))
          assert.ok(text.includes(value), `${value}: ${text}`);
        for (const [, number = ""] of query.sql.matchAll(/[<>=] (-?\d+)/g))
          assert.ok(text.includes(number), text);
      }
      assert.doesNotMatch(query.question, /undefined| {2}|[[\]{}|]/);
      assert.match(query.question, /^[A-Z].*[.?]$/);
      assert.ok(schemaText(schema).startsWith("CREATE TABLE "));
    }
  });

  test("the splits share no table, no column but keys, and no value", () => {
    const names = (split: Split) => {
      const { entities, labels, numbers, categories, labelValues } = namePools[split];
      return [
        ...entities,
        ...labels,
        ...numbers.map(([name]) => name),
        ...categories.flatMap(([name, values]) => [name, ...values]),
        ...labelValues,
      ].map((name) => name.toLowerCase());
    };
    const known = new Set(names("train"));
    assert.deepEqual(
      names("test").filter((name) => known.has(name)),
      [],
    );
    const columns = (list: readonly SqlCase[]) =>
      new Set(list.flatMap(({ schema }) => schema.tables.flatMap((t) => t.columns.map((c) => c.phrase))));
    const trained = columns(train);
    assert.deepEqual(
      [...columns(heldOut)].filter((phrase) => trained.has(phrase)),
      ["id"],
    );
  });

  test("all kinds of query come up, in both splits", () => {
    for (const list of [train, heldOut]) assert.equal(new Set(list.map(({ query }) => query.kind)).size, 14);
  });

  test("a dialogue shows the schema and the wish, and only queries are trained, each of which runs on that schema", () => {
    for (const task of ["sql-question", "sql-comment"] as const) {
      for (let index = 0; index < 150; index++) {
        const { messages, gold } = sample(task, "train", 1, index);
        const [first, ...rest] = messages;
        assert.match(first?.content ?? "", /^CREATE TABLE [\s\S]*(Question: |-- ).+$/);
        assert.equal(rest[0]?.content, gold);
        assert.deepEqual(
          messages.map((message) => message.train),
          messages.map((_, i) => i % 2 === 1),
        );
        const [schema = ""] = (first?.content ?? "").split("\n\n");
        for (const { content, train } of rest) if (train) sqlite.rowsOf([schema], content);
      }
    }
  });

  test("training sees the words and types of every dialect, a held-out prompt those of SQLite alone", () => {
    const prompts = (split: Split) =>
      Array.from(
        { length: 300 },
        (_, index) => sample("sql-comment", split, 1, index).messages[0]?.content ?? "",
      );
    const train = prompts("train").join("\n");
    for (const dialect of ["SQLite", "PostgreSQL", "MySQL", "DuckDB"]) {
      assert.ok(train.includes(`Write the ${dialect} query`), dialect);
    }
    for (const type of [" numeric(10,2)", " character varying(", " NVARCHAR(", " decimal(10,2)", " DOUBLE"]) {
      assert.ok(train.includes(type), type);
    }
    for (const prompt of prompts("test")) {
      assert.match(prompt, /Write the SQLite query/);
      assert.doesNotMatch(prompt, /_id INTEGER PRIMARY KEY|CHAR|NUMERIC/);
    }
  });

  test("wishes in fewer words keep every value and number of the query", () => {
    let shorter = 0;
    for (const [index, { schema, query }] of train.entries()) {
      const other = reworded(query, schema, new TaskRandom({ seed: 4, stream: "reword", index }));
      assert.equal(other.sql, query.sql);
      if (other.question.length < query.question.length) shorter++;
      for (const text of [other.question, other.comment]) {
        for (const [, value = ""] of query.sql.matchAll(/'([^'%]*)%?'/g)) {
          assert.ok(text.includes(value), `${value}: ${text}`);
        }
        for (const [, number = ""] of query.sql.matchAll(/[<>=] (-?\d+)/g)) {
          assert.ok(text.includes(number), text);
        }
      }
    }
    assert.ok(shorter > 50, `${shorter} are shorter`);
  });
});
