/** SQLite for scoring tests: databases in memory, legacy reading of double quotes as the official scorer has it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sqlite3InitModule, { type Database } from "@sqlite.org/sqlite-wasm";
import { fail, ok, type Result } from "../../../language-server/contract/result.ts";
import type {
  ColumnSchema,
  DatabaseSchema,
  ForeignKey,
  QueryResult,
  SqlValue,
} from "../../../language-server/core/sql/schema.ts";

export const fixtures = join(import.meta.dirname, "../../fixtures/sql");
const sqlite3 = await sqlite3InitModule();

export function openFixture(name: string): Database {
  return openFile(join(fixtures, "spider", `${name}.sqlite`));
}

export function openFile(path: string): Database {
  const bytes = new Uint8Array(readFileSync(path));
  const db = new sqlite3.oo1.DB(":memory:");
  const pointer = sqlite3.wasm.allocFromTypedArray(bytes);
  const free = sqlite3.capi.SQLITE_DESERIALIZE_FREEONCLOSE;
  const code = sqlite3.capi.sqlite3_deserialize(
    db.pointer!,
    "main",
    pointer,
    bytes.length,
    bytes.length,
    free,
  );
  if (code !== 0) throw new Error(`sqlite3_deserialize: ${code}`);
  return withLegacyQuotes(db);
}

export function build(statements: readonly string[]): Database {
  const db = new sqlite3.oo1.DB(":memory:");
  for (const statement of statements) db.exec(statement);
  return withLegacyQuotes(db);
}

function withLegacyQuotes(db: Database): Database {
  sqlite3.capi.sqlite3_db_config(db.pointer!, sqlite3.capi.SQLITE_DBCONFIG_DQS_DML, 1, 0);
  return db;
}

export async function execute(db: Database, sql: string): Promise<Result<QueryResult>> {
  try {
    const columns: string[] = [];
    const rows = db.exec({ sql, returnValue: "resultRows", rowMode: "array", columnNames: columns });
    return ok({ columns, rows: rows as SqlValue[][], truncated: false, elapsedMs: 0 });
  } catch (error) {
    return fail("sql/error", (error as Error).message);
  }
}

const text = (value: unknown): string => String(value);

export function schemaOf(db: Database, name: string): DatabaseSchema {
  const names = db
    .selectValues("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .map(text);
  return {
    dialect: "sqlite",
    name,
    contentHash: name,
    tables: names.map((table) => {
      const info = db.selectObjects(`PRAGMA table_info("${table}")`);
      const columns = info.map(
        (row): ColumnSchema => ({
          name: text(row.name),
          type: text(row.type),
          nullable: row.notnull === 0 && row.pk === 0,
          primaryKey: row.pk !== 0,
        }),
      );
      const keys = new Map<unknown, ForeignKey>();
      for (const row of db.selectObjects(`PRAGMA foreign_key_list("${table}")`)) {
        const before = keys.get(row.id);
        keys.set(row.id, {
          columns: [...(before?.columns ?? []), text(row.from)],
          targetTable: text(row.table),
          targetColumns: [...(before?.targetColumns ?? []), text(row.to)],
          inferred: false,
        });
      }
      return {
        name: table,
        kind: "table",
        columns,
        primaryKey: columns.filter((column) => column.primaryKey).map((column) => column.name),
        foreignKeys: [...keys.values()],
        rowCount: null,
      };
    }),
  };
}

export const rowsOf = (db: Database, schema: DatabaseSchema): Map<string, SqlValue[][]> =>
  new Map(
    schema.tables.map(({ name }) => [name, db.selectArrays(`SELECT * FROM "${name}"`) as SqlValue[][]]),
  );
