import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnSchema, ForeignKey, SqlValue, TableSchema } from "../../core/sql/schema.ts";
import { frequentValues, sampleRows } from "../samples.ts";
import { toSqlValue } from "./values.ts";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: SqlValue | undefined): string => (typeof value === "string" ? value : "");
const names = (value: SqlValue | undefined): string[] => {
  const list: unknown = JSON.parse(text(value) || "[]");
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
};

/** Tables and views of the attached database with keys, comments, row counts and sample values. */
export async function introspect(connection: DuckDBConnection): Promise<{ tables: TableSchema[] }> {
  const read = async (sql: string): Promise<SqlValue[][]> =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map(toSqlValue));
  const relations = await read(
    `SELECT schema_name, table_name, 'table', comment FROM duckdb_tables() WHERE NOT internal
     UNION ALL SELECT schema_name, view_name, 'view', comment FROM duckdb_views() WHERE NOT internal ORDER BY 1, 2`,
  );
  const allColumns = await read(
    `SELECT schema_name, table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()
     WHERE NOT internal ORDER BY column_index`,
  );
  const keys = await read(
    `SELECT schema_name, table_name, constraint_type, to_json(constraint_column_names)::VARCHAR, referenced_table,
     to_json(referenced_column_names)::VARCHAR FROM duckdb_constraints()`,
  );
  const tables: TableSchema[] = [];
  for (const [schema, name, kind, comment] of relations) {
    const ofTable = (row: readonly SqlValue[]) => row[0] === schema && row[1] === name;
    const own = keys.filter(ofTable);
    const primaryKey = names(own.find((row) => row[2] === "PRIMARY KEY")?.[3]);
    const unique = new Set(own.filter((row) => row[2] === "UNIQUE").map((row) => names(row[3]).join("\0")));
    const columns = allColumns.filter(ofTable);
    const full = `${quoted(text(schema))}.${quoted(text(name))}`;
    const isView = kind === "view";
    const samples = isView ? [] : await readSamples(read, full, columns);
    const count = isView ? null : (await read(`SELECT count(*) FROM ${full}`))[0]?.[0];
    tables.push({
      name: text(name),
      ...(schema === "main" ? {} : { namespace: text(schema) }),
      kind: isView ? "view" : "table",
      ...(text(comment) === "" ? {} : { comment: text(comment) }),
      columns: columns.map(([, , column, type, nullable, columnComment], index): ColumnSchema => {
        const values = samples[index] ?? [];
        return {
          name: text(column),
          type: text(type),
          nullable: nullable === true,
          primaryKey: primaryKey.includes(text(column)),
          ...(unique.has(text(column)) ? { unique: true } : {}),
          ...(text(columnComment) === "" ? {} : { comment: text(columnComment) }),
          ...(values.length === 0 ? {} : { samples: values }),
        };
      }),
      primaryKey,
      foreignKeys: own.flatMap((row): ForeignKey[] =>
        row[2] === "FOREIGN KEY"
          ? [
              {
                columns: names(row[3]),
                targetTable: text(row[4]),
                targetColumns: names(row[5]),
                inferred: false,
              },
            ]
          : [],
      ),
      rowCount: typeof count === "number" ? count : null,
    });
  }
  return { tables };
}

async function readSamples(
  read: (sql: string) => Promise<SqlValue[][]>,
  table: string,
  columns: readonly (readonly SqlValue[])[],
): Promise<SqlValue[][]> {
  const cells = columns.map((row) => {
    if (row[3] === "BLOB") return "NULL";
    return row[3] === "VARCHAR" ? `left(${quoted(text(row[2]))}, 200)` : quoted(text(row[2]));
  });
  const rows = await read(`SELECT ${cells.join(", ")} FROM ${table} LIMIT ${sampleRows}`);
  return columns.map((_, index) => frequentValues(rows.map((row) => row[index] ?? null)));
}
