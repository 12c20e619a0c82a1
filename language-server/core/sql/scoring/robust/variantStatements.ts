import type { DatabaseSchema, SqlDialect, SqlValue, TableSchema } from "../../schema.ts";
import type { Row } from "../execution/cellKeys.ts";
import type { TableData } from "./tableData.ts";

const rowsPerInsert = 100;

/**
 * Statements that build tables with these rows in an empty database of the schema's dialect, rows in the given order.
 * Only what queries can see is created: names, types and (outside SQLite, where GROUP BY relies on it) primary keys.
 * Without keys SQLite reads rows in the order of insertion, which the twins of a variant depend on.
 */
export function buildStatements(schema: DatabaseSchema, data: TableData): string[] {
  const { dialect } = schema;
  return schema.tables
    .filter((table) => table.kind === "table")
    .flatMap((table) => [
      createTable(table, dialect),
      ...inserts(table, data.get(table.name) ?? [], dialect),
    ]);
}

function createTable(table: TableSchema, dialect: SqlDialect): string {
  const columns = table.columns.map((column) => `${quoted(column.name, dialect)} ${column.type}`.trim());
  const key =
    dialect === "sqlite" || table.primaryKey.length === 0
      ? []
      : [`PRIMARY KEY (${table.primaryKey.map((name) => quoted(name, dialect)).join(", ")})`];
  return `CREATE TABLE ${quoted(table.name, dialect)} (${[...columns, ...key].join(", ")})`;
}

function inserts(table: TableSchema, rows: readonly Row[], dialect: SqlDialect): string[] {
  const statements: string[] = [];
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const values = rows
      .slice(start, start + rowsPerInsert)
      .map((row) => `(${table.columns.map((_, at) => literal(row[at] ?? null, dialect)).join(", ")})`);
    statements.push(`INSERT INTO ${quoted(table.name, dialect)} VALUES ${values.join(", ")}`);
  }
  return statements;
}

const quoted = (name: string, dialect: SqlDialect): string =>
  dialect === "mysql" ? `\`${name.replaceAll("`", "``")}\`` : `"${name.replaceAll('"', '""')}"`;

/** NUL characters are dropped: no dialect has them in a literal. */
function literal(value: SqlValue, dialect: SqlDialect): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return Number.isFinite(value) ? real(value) : "NULL";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return dialect === "sqlite" ? (value ? "1" : "0") : String(value);
  if (typeof value === "string") {
    const text = value.replaceAll("\0", "").replaceAll("'", "''");
    return `'${dialect === "mysql" ? text.replaceAll("\\", "\\\\") : text}'`;
  }
  const hex = Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (dialect === "postgres") return `'\\x${hex}'`;
  return dialect === "duckdb" ? `from_hex('${hex}')` : `x'${hex}'`;
}

/** Whole numbers beyond 2⁵³ came from reals and stay reals. */
const real = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);
