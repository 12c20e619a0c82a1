import assert from "node:assert/strict";
import { test } from "node:test";
import { valueQueries } from "../../../language-server/core/sql/linking/valueQueries.ts";
import type { ColumnSchema, DatabaseSchema, SqlDialect } from "../../../language-server/core/sql/schema.ts";

const column = (name: string, type: string, samples?: ColumnSchema["samples"]): ColumnSchema => ({
  name,
  type,
  nullable: true,
  primaryKey: false,
  ...(samples === undefined ? {} : { samples }),
});

const schema = (
  dialect: SqlDialect,
  columns: readonly ColumnSchema[],
  kind: "table" | "view" = "table",
): DatabaseSchema => ({
  dialect,
  name: "d",
  tables: [
    { name: "Order", namespace: "shop", kind, columns, primaryKey: [], foreignKeys: [], rowCount: null },
  ],
  contentHash: "",
});

test("texts are asked for, by samples where there are some and else by type", () => {
  const columns = [
    column("note", "varchar(20)"),
    column("amount", "INTEGER"),
    column("at", "timestamp"),
    column("untyped", ""),
    column("code", "INTEGER", ["A1"]),
    column("digits", "text", [1, null]),
    column("photo", "BLOB"),
  ];
  assert.deepEqual(
    valueQueries(schema("sqlite", columns)).map((query) => query.column),
    ["note", "untyped", "code"],
  );
  assert.deepEqual(valueQueries(schema("sqlite", columns, "view")), []);
});

test("names are quoted as the dialect needs it", () => {
  const sql = (dialect: SqlDialect) => valueQueries(schema(dialect, [column("Full Name", "text")]))[0]?.sql;
  assert.equal(sql("postgres"), 'SELECT DISTINCT "Full Name" FROM shop."Order" LIMIT 5000');
  assert.equal(sql("mysql"), "SELECT DISTINCT `Full Name` FROM shop.`Order` LIMIT 5000");
});
