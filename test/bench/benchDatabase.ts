import { readFileSync } from "node:fs";
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";
import { valueQueries } from "../../language-server/core/sql/linking/valueQueries.ts";
import type { ColumnValues } from "../../language-server/core/sql/linking/values.ts";
import type {
  DatabaseSchema,
  ForeignKey,
  SqlValue,
  TableSchema,
} from "../../language-server/core/sql/schema.ts";

const sqlite3 = await sqlite3InitModule();

/** A SQLite database in memory, for benchmarks: its schema, its values, and what a statement reads of it. */
export class BenchDatabase {
  readonly #db = new sqlite3.oo1.DB(":memory:", "c");

  static async open(path: string): Promise<BenchDatabase> {
    const bytes = new Uint8Array(readFileSync(path));
    const database = new BenchDatabase();
    const { capi, wasm } = sqlite3;
    const pointer = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
    database.#db.checkRc(
      capi.sqlite3_deserialize(database.#db.pointer!, "main", pointer, bytes.length, bytes.length, flags),
    );
    database.#allowQuotedTexts();
    return database;
  }

  static async create(ddl: string): Promise<BenchDatabase> {
    const database = new BenchDatabase();
    database.#db.exec(ddl);
    database.#allowQuotedTexts();
    return database;
  }

  /** The file that it would be. */
  bytes(): Uint8Array {
    return sqlite3.capi.sqlite3_js_db_export(this.#db);
  }

  close(): void {
    this.#db.close();
  }

  /** Spider writes texts in double quotes. */
  #allowQuotedTexts(): void {
    sqlite3.capi.sqlite3_db_config(this.#db.pointer!, sqlite3.capi.SQLITE_DBCONFIG_DQS_DML, 1, 0);
  }

  #rows(sql: string): SqlValue[][] {
    return this.#db.exec(sql, { returnValue: "resultRows", rowMode: "array" }) as SqlValue[][];
  }

  /** Lower-case tables and `table.column`s that SQLite resolves in a statement, without running it. */
  reads(sql: string): { readonly tables: ReadonlySet<string>; readonly columns: ReadonlySet<string> } {
    const tables = new Set<string>();
    const columns = new Set<string>();
    const { capi } = sqlite3;
    const real = new Set(
      this.#rows("SELECT lower(name) FROM sqlite_schema WHERE type = 'table'").map(([name]) => String(name)),
    );
    capi.sqlite3_set_authorizer(
      this.#db.pointer!,
      (_, action, table, column) => {
        if (action !== capi.SQLITE_READ || typeof table !== "string" || !real.has(table.toLowerCase()))
          return 0;
        tables.add(table.toLowerCase());
        if (typeof column === "string" && column !== "") columns.add(`${table}.${column}`.toLowerCase());
        return 0;
      },
      0,
    );
    this.#db.prepare(sql).finalize();
    return { tables, columns };
  }

  schema(name: string): DatabaseSchema {
    const names = this.#rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    );
    const tables = names.map(([table]) => this.#table(String(table)));
    return { dialect: "sqlite", name, tables, contentHash: "" };
  }

  #table(name: string): TableSchema {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const columns = this.#rows(`SELECT name, type, "notnull", pk FROM pragma_table_info(${quoted})`).map(
      ([column, type, notNull, key]) => ({
        name: String(column),
        type: String(type),
        nullable: notNull === 0,
        primaryKey: Number(key) > 0,
      }),
    );
    const keys = new Map<SqlValue, ForeignKey>();
    for (const [id, target, from, to] of this.#rows(
      `SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(${quoted}) ORDER BY id, seq`,
    )) {
      const known = keys.get(id ?? null);
      keys.set(id ?? null, {
        columns: [...(known?.columns ?? []), String(from)],
        targetTable: String(target),
        targetColumns: [...(known?.targetColumns ?? []), String(to ?? from)],
        inferred: false,
      });
    }
    const primaryKey = columns.filter((column) => column.primaryKey).map((column) => column.name);
    return { name, kind: "table", columns, primaryKey, foreignKeys: [...keys.values()], rowCount: null };
  }

  values(schema: DatabaseSchema): ColumnValues[] {
    return valueQueries(schema).map(({ table, column, sql }) => ({
      table,
      column,
      values: this.#rows(sql).map(([value]) => value ?? null),
    }));
  }
}
