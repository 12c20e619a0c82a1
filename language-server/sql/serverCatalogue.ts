import { ok, type Result } from "../contract/result.ts";
import type { QueryLimits, SqlValue } from "../core/sql/schema.ts";
import { frequentValues, sampleRows } from "./samples.ts";

/** Rows of a statement with the names of their columns. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  readonly truncated: boolean;
}

/** Runs statements on a database server, one at a time. Errors: `sql/*`. */
export interface ServerSession {
  run(sql: string, limits: QueryLimits): Promise<Result<Rows>>;
}

export const catalogueLimits: QueryLimits = { deadlineMs: 30_000, rows: 100_000, bytes: 64 * 1024 * 1024 };
/** For counting and sampling one table: a table that takes longer goes without. */
const tableLimits: QueryLimits = { deadlineMs: 3_000, rows: sampleRows, bytes: 8 * 1024 * 1024 };
/** Tables that the server believes to be larger are not counted one by one. */
const countedRows = 1_000_000;

/** What the server's catalogue says of tables, columns and keys: equal rows mean an equal schema. */
export type Catalogue = Readonly<Record<"tables" | "columns" | "keys", Rows["rows"]>>;

/** Runs the statements that read a catalogue. Errors: those of the first one that fails. */
export async function readCatalogue(
  session: ServerSession,
  statements: Readonly<Record<keyof Catalogue, string>>,
): Promise<Result<Catalogue>> {
  const tables = await session.run(statements.tables, catalogueLimits);
  if (!tables.ok) return tables;
  const columns = await session.run(statements.columns, catalogueLimits);
  if (!columns.ok) return columns;
  const keys = await session.run(statements.keys, catalogueLimits);
  if (!keys.ok) return keys;
  return ok({ tables: tables.value.rows, columns: columns.value.rows, keys: keys.value.rows });
}

/**
 * Rows of a table, or the server's estimate where it is large; null where counting takes too long.
 * @param table quoted name
 */
export async function countRows(
  session: ServerSession,
  table: string,
  estimate: number,
): Promise<number | null> {
  if (estimate > countedRows) return Math.round(estimate);
  const counted = await session.run(`SELECT count(*) FROM ${table}`, tableLimits);
  const count = counted.ok ? counted.value.rows[0]?.[0] : undefined;
  return typeof count === "number" ? count : null;
}

/**
 * Frequent values of each column; empty where reading takes too long.
 * @param table quoted name
 * @param cells an SQL expression for each column
 */
export async function readSamples(
  session: ServerSession,
  table: string,
  cells: readonly string[],
): Promise<SqlValue[][]> {
  const read = await session.run(`SELECT ${cells.join(", ")} FROM ${table} LIMIT ${sampleRows}`, tableLimits);
  if (!read.ok) return [];
  return cells.map((_, index) => frequentValues(read.value.rows.map((row) => row[index] ?? null)));
}
