import type { ColumnSchema, ForeignKey, SqlValue, TableSchema } from "../../core/sql/schema.ts";
import { type Catalogue, catalogueLimits, countRows, readSamples } from "../serverCatalogue.ts";
import type { MysqlSession } from "./session.ts";

/** Statements that read the catalogue of MySQL and MariaDB. */
export const catalogueStatements = {
  tables: `SELECT table_name, table_type, table_comment FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'VIEW') ORDER BY table_name`,
  columns: `SELECT table_name, column_name, column_type, is_nullable, column_key, column_comment, data_type
    FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
  keys: `SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
    FROM information_schema.key_column_usage WHERE table_schema = DATABASE()
    ORDER BY table_name, constraint_name, ordinal_position`,
};

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
    const samples = isView ? [] : await readSamples(session, quoted(name), rows.map(sampleCell));
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
      rowCount: isView ? null : await countRows(session, quoted(name), estimates.get(name) ?? 0),
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

function sampleCell(column: readonly SqlValue[]): string {
  const name = quoted(text(column[1]));
  const type = text(column[6]).toLowerCase();
  if (/blob|binary|geometry|point|polygon|linestring/.test(type)) return "NULL";
  return /char|text|json/.test(type) ? `LEFT(${name}, 200)` : name;
}

const text = (value: SqlValue | undefined): string => (typeof value === "string" ? value : "");
const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;
