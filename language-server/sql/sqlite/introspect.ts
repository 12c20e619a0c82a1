import type { ColumnSchema, ForeignKey, SqlValue, TableSchema } from "../../core/sql/schema.ts";
import { frequentValues, sampleRows } from "../samples.ts";
import type { SqliteConnection } from "./connection.ts";

/** Rows of a table beyond which they are not counted one by one in a large file: the deadline of one count. */
const countMs = 3_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: SqlValue | undefined): string => (typeof value === "string" ? value : "");

/**
 * Tables and views of a database with columns, keys, row counts and sample values. Internal tables of SQLite and the
 * shadow tables of full-text and spatial indexes are left out. Throws what SQLite throws when the file is damaged.
 */
export function introspect(connection: SqliteConnection, deadlineMs: number): TableSchema[] {
  const { guard } = connection;
  const end = performance.now() + deadlineMs;
  guard.permission = "introspect";
  guard.setLegacyQuotes(false);
  try {
    guard.startClock(deadlineMs);
    const listed = connection.rows(
      `SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view', 'virtual')
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY (SELECT rowid FROM sqlite_schema s WHERE s.name = pragma_table_list.name)`,
    );
    return listed.flatMap(([name, type]) => {
      const table = readTable(connection, text(name), type === "view" ? "view" : "table", end);
      return table === null ? [] : [table];
    });
  } finally {
    guard.permission = "query";
  }
}

/** Null when SQLite cannot read it: a view on a missing table, a virtual table of an unknown module. */
function readTable(
  connection: SqliteConnection,
  name: string,
  kind: TableSchema["kind"],
  end: number,
): TableSchema | null {
  const remaining = () => Math.max(1, end - performance.now());
  const attempt = <T>(ms: number, work: () => T): T | null => {
    connection.guard.startClock(Math.min(ms, remaining()));
    try {
      return work();
    } catch {
      return null;
    }
  };
  const argument = `'${name.replaceAll("'", "''")}'`;
  const info = attempt(countMs, () =>
    connection.rows(`SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(${argument})`),
  )?.filter((row) => row[4] !== 1);
  if (info === undefined || info.length === 0) return null;
  const primaryKey = info
    .filter((row) => Number(row[3]) > 0)
    .sort((a, b) => Number(a[3]) - Number(b[3]))
    .map((row) => text(row[0]));
  const unique = new Set(
    attempt(countMs, () =>
      connection.rows(
        `SELECT (SELECT name FROM pragma_index_info(i.name)) FROM pragma_index_list(${argument}) i
         WHERE i."unique" AND NOT i.partial AND (SELECT count(*) FROM pragma_index_info(i.name)) = 1`,
      ),
    )?.map((row) => text(row[0])),
  );
  const count =
    kind === "view"
      ? null
      : attempt(countMs, () => connection.rows(`SELECT count(*) FROM ${quoted(name)}`)[0]?.[0]);
  const names = info.map((row) => text(row[0]));
  const samples =
    kind === "view" || count === 0 ? null : attempt(countMs, () => readSamples(connection, name, names));
  return {
    name,
    kind,
    columns: info.map((row, index): ColumnSchema => {
      const column = text(row[0]);
      const values = samples?.[index] ?? [];
      return {
        name: column,
        type: text(row[1]),
        nullable: row[2] !== 1 && !(primaryKey.length === 1 && primaryKey[0] === column),
        primaryKey: primaryKey.includes(column),
        ...(unique.has(column) ? { unique: true } : {}),
        ...(values.length === 0 ? {} : { samples: values }),
      };
    }),
    primaryKey,
    foreignKeys: attempt(countMs, () => readForeignKeys(connection, argument)) ?? [],
    rowCount: typeof count === "number" ? count : null,
  };
}

function readForeignKeys(connection: SqliteConnection, argument: string): ForeignKey[] {
  const keys = new Map<string, { table: string; from: string[]; to: string[] }>();
  for (const [id, table, from, to] of connection.rows(
    `SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(${argument}) ORDER BY id DESC, seq`,
  )) {
    const key = keys.get(String(id)) ?? { table: text(table), from: [], to: [] };
    key.from.push(text(from));
    if (typeof to === "string") key.to.push(to);
    keys.set(String(id), key);
  }
  return [...keys.values()].flatMap(({ table, from, to }): ForeignKey[] => {
    // Without columns a reference means the primary key of its target.
    const target = to.length > 0 ? to : keyOf(connection, table);
    if (target.length !== from.length) return [];
    return [{ columns: from, targetTable: table, targetColumns: target, inferred: false }];
  });
}

function keyOf(connection: SqliteConnection, table: string): string[] {
  const argument = `'${table.replaceAll("'", "''")}'`;
  return connection
    .rows(`SELECT name FROM pragma_table_xinfo(${argument}) WHERE pk > 0 ORDER BY pk`)
    .map((row) => text(row[0]));
}

/** Sample values per column, from the table's first rows; binary values are passed over, long text is cut by SQLite. */
function readSamples(connection: SqliteConnection, table: string, columns: readonly string[]): SqlValue[][] {
  const cells = columns.map((name) => {
    const cell = quoted(name);
    return `CASE typeof(${cell}) WHEN 'text' THEN substr(${cell}, 1, 200) WHEN 'blob' THEN NULL ELSE ${cell} END`;
  });
  const rows = connection.rows(`SELECT ${cells.join(", ")} FROM ${quoted(table)} LIMIT ${sampleRows}`);
  return columns.map((_, index) => frequentValues(rows.map((row) => row[index] ?? null)));
}
