import { ok, type Result } from "../../contract/result.ts";
import type { ColumnSchema, ForeignKey, QueryLimits, SqlValue, TableSchema } from "../../core/sql/schema.ts";
import { frequentValues, sampleRows } from "../samples.ts";
import type { MysqlSession } from "./session.ts";

const catalogueLimits: QueryLimits = { deadlineMs: 30_000, rows: 100_000, bytes: 64 * 1024 * 1024 };
const tableLimits: QueryLimits = { deadlineMs: 3_000, rows: sampleRows, bytes: 8 * 1024 * 1024 };
const countedRows = 1_000_000;

const catalogue = {
  tables: `SELECT table_name, table_type, table_comment FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'VIEW') ORDER BY table_name`,
  columns: `SELECT table_name, column_name, column_type, is_nullable, column_key, column_comment, data_type
    FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
  keys: `SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
    FROM information_schema.key_column_usage WHERE table_schema = DATABASE()
    ORDER BY table_name, constraint_name, ordinal_position`,
};

export type Catalogue = Readonly<Record<keyof typeof catalogue, readonly (readonly SqlValue[])[]>>;

export async function readCatalogue(session: MysqlSession): Promise<Result<Catalogue>> {
  const tables = await session.run(catalogue.tables, catalogueLimits);
  if (!tables.ok) return tables;
  const columns = await session.run(catalogue.columns, catalogueLimits);
  if (!columns.ok) return columns;
  const keys = await session.run(catalogue.keys, catalogueLimits);
  if (!keys.ok) return keys;
  return ok({ tables: tables.value.rows, columns: columns.value.rows, keys: keys.value.rows });
}

/** The catalogue's tables with row counts and sample values. */
export async function introspect(
  session: MysqlSession,
  database: string,
  found: Catalogue,
): Promise<TableSchema[]> {
  const estimates = await rowEstimates(session);
  const tables: TableSchema[] = [];
  for (const [tableName, type, comment] of found.tables) {
    const name = text(tableName);
    const isView = type === "VIEW";
    const rows = found.columns.filter((row) => row[0] === tableName);
    const keys = found.keys.filter((row) => row[0] === tableName);
    const samples = isView ? [] : await readSamples(session, name, rows);
    tables.push({
      name,
      namespace: database,
      kind: isView ? "view" : "table",
      // Views have the word VIEW for a comment.
      ...(text(comment) === "" || isView ? {} : { comment: text(comment) }),
      columns: rows.map(([, column, columnType, nullable, key, columnComment], index): ColumnSchema => {
        const values = samples[index] ?? [];
        return {
          name: text(column),
          type: text(columnType),
          nullable: nullable === "YES",
          primaryKey: key === "PRI",
          ...(key === "UNI" ? { unique: true } : {}),
          ...(text(columnComment) === "" ? {} : { comment: text(columnComment) }),
          ...(values.length === 0 ? {} : { samples: values }),
        };
      }),
      primaryKey: keys.filter((row) => row[1] === "PRIMARY").map((row) => text(row[2])),
      foreignKeys: foreignKeys(keys),
      rowCount: isView ? null : await countRows(session, name, estimates.get(name) ?? 0),
    });
  }
  return tables;
}

function foreignKeys(rows: readonly (readonly SqlValue[])[]): ForeignKey[] {
  const byName = new Map<string, { target: string; from: string[]; to: string[] }>();
  for (const [, constraint, column, target, targetColumn] of rows) {
    if (typeof target !== "string") continue;
    const key = byName.get(text(constraint)) ?? { target, from: [], to: [] };
    key.from.push(text(column));
    key.to.push(text(targetColumn));
    byName.set(text(constraint), key);
  }
  return [...byName.values()].map(({ target, from, to }) => ({
    columns: from,
    targetTable: target,
    targetColumns: to,
    inferred: false,
  }));
}

async function rowEstimates(session: MysqlSession): Promise<Map<string, number>> {
  const read = await session.run(
    "SELECT table_name, table_rows FROM information_schema.tables WHERE table_schema = DATABASE()",
    catalogueLimits,
  );
  return new Map(read.ok ? read.value.rows.map(([name, rows]) => [text(name), Number(rows ?? 0)]) : []);
}

async function countRows(session: MysqlSession, table: string, estimate: number): Promise<number | null> {
  if (estimate > countedRows) return estimate;
  const counted = await session.run(`SELECT count(*) FROM ${quoted(table)}`, tableLimits);
  const count = counted.ok ? counted.value.rows[0]?.[0] : undefined;
  return typeof count === "number" ? count : null;
}

async function readSamples(
  session: MysqlSession,
  table: string,
  columns: readonly (readonly SqlValue[])[],
): Promise<SqlValue[][]> {
  const cells = columns.map((row) => {
    const name = quoted(text(row[1]));
    const type = text(row[6]).toLowerCase();
    if (/blob|binary|geometry|point|polygon|linestring/.test(type)) return "NULL";
    return /char|text|json/.test(type) ? `LEFT(${name}, 200)` : name;
  });
  const read = await session.run(
    `SELECT ${cells.join(", ")} FROM ${quoted(table)} LIMIT ${sampleRows}`,
    tableLimits,
  );
  if (!read.ok) return [];
  return columns.map((_, index) => frequentValues(read.value.rows.map((row) => row[index] ?? null)));
}

const text = (value: SqlValue | undefined): string => (typeof value === "string" ? value : "");
const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
