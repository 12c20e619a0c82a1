import type { SchemaColumn, SchemaTable } from "../../contract/sql.ts";
import type { ColumnSchema, DatabaseSchema, SqlValue, TableSchema } from "../../core/sql/schema.ts";

const samplesShown = 5;
const sampleCharacters = 60;

/** A schema as the editor shows it. */
export const schemaTables = (schema: DatabaseSchema): SchemaTable[] => schema.tables.map(tableView);

function tableView(table: TableSchema): SchemaTable {
  return {
    name: table.name,
    ...(table.namespace === undefined ? {} : { namespace: table.namespace }),
    kind: table.kind,
    ...(table.comment === undefined ? {} : { comment: table.comment }),
    rowCount: table.rowCount,
    columns: table.columns.map((column) => columnView(table, column)),
  };
}

function columnView(table: TableSchema, column: ColumnSchema): SchemaColumn {
  const key = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column.name);
  const target = key?.targetColumns[0];
  return {
    name: column.name,
    type: column.type,
    nullable: column.nullable,
    primaryKey: column.primaryKey,
    ...(column.comment === undefined ? {} : { comment: column.comment }),
    ...(key === undefined || target === undefined
      ? {}
      : { references: { table: key.targetTable, column: target, inferred: key.inferred } }),
    samples: (column.samples ?? []).slice(0, samplesShown).map(sampleText),
  };
}

/** A value as text for people; NULL and binary values by their kind. */
export function sampleText(value: SqlValue): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  const text = String(value);
  return text.length > sampleCharacters ? `${text.slice(0, sampleCharacters - 1)}…` : text;
}
