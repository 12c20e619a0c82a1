import type { ColumnSchema, ForeignKey, SqlValue, TableSchema } from "../../core/sql/schema.ts";
import { type Catalogue, countRows, readSamples } from "../serverCatalogue.ts";
import type { PostgresSession } from "./session.ts";

const userTables = `c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  AND has_table_privilege(c.oid, 'SELECT')`;

/** Statements that read the catalogue of PostgreSQL. */
export const catalogueStatements = {
  tables: `SELECT c.oid::int8, n.nspname, c.relname, c.relkind::text, c.reltuples::float8, obj_description(c.oid, 'pg_class')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${userTables} ORDER BY n.nspname, c.oid`,
  columns: `SELECT a.attrelid::int8, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    col_description(a.attrelid, a.attnum), EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique
      AND i.indnkeyatts = 1 AND i.indpred IS NULL AND i.indkey[0] = a.attnum)
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND ${userTables} ORDER BY a.attrelid, a.attnum`,
  keys: `SELECT k.conrelid::int8, k.contype::text, (${names("k.conrelid", "k.conkey")}), t.relname,
    (${names("k.confrelid", "k.confkey")})
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class t ON t.oid = k.confrelid WHERE k.contype IN ('p', 'f') AND ${userTables} ORDER BY k.oid`,
};

function names(table: string, numbers: string): string {
  return `SELECT json_agg(a.attname ORDER BY x.place)::text FROM unnest(${numbers}) WITH ORDINALITY x (number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = x.number`;
}

/** The catalogue's tables with row counts and sample values. */
export async function introspect(session: PostgresSession, found: Catalogue): Promise<TableSchema[]> {
  const tables: TableSchema[] = [];
  for (const [oid, namespace, name, kind, estimate, comment] of found.tables) {
    const keys = found.keys.filter((row) => row[0] === oid);
    const primaryKey = nameList(keys.find((row) => row[1] === "p")?.[2]);
    const columns = found.columns
      .filter((row) => row[0] === oid)
      .map(
        ([, column, type, notNull, columnComment, unique]): ColumnSchema => ({
          name: text(column),
          type: text(type),
          nullable: notNull !== true,
          primaryKey: primaryKey.includes(text(column)),
          ...(unique === true ? { unique: true } : {}),
          ...(typeof columnComment === "string" ? { comment: columnComment } : {}),
        }),
      );
    const full = `${quoted(text(namespace))}.${quoted(text(name))}`;
    const isView = kind === "v";
    // Foreign tables may be files or other servers: they are listed, not read.
    const readable = !isView && kind !== "f";
    const samples = readable ? await readSamples(session, full, columns.map(sampleCell)) : [];
    tables.push({
      name: text(name),
      namespace: text(namespace),
      kind: isView || kind === "m" ? "view" : "table",
      ...(typeof comment === "string" ? { comment } : {}),
      columns: columns.map((column, index) => {
        const values = samples[index] ?? [];
        return values.length === 0 ? column : { ...column, samples: values };
      }),
      primaryKey,
      foreignKeys: keys.flatMap(foreignKey),
      rowCount: readable ? await countRows(session, full, Number(estimate)) : null,
    });
  }
  return tables;
}

function foreignKey([, type, columns, target, targetColumns]: readonly SqlValue[]): ForeignKey[] {
  if (type !== "f") return [];
  return [
    {
      columns: nameList(columns),
      targetTable: text(target),
      targetColumns: nameList(targetColumns),
      inferred: false,
    },
  ];
}

function sampleCell({ name, type }: ColumnSchema): string {
  if (type === "bytea") return "NULL";
  return isPlain.test(type) ? quoted(name) : `left(${quoted(name)}::text, 200)`;
}

/** Types whose values are short and keep their kind. */
const isPlain = /^(smallint|integer|bigint|numeric|real|double precision|boolean|date|time|timestamp)/;

const text = (value: SqlValue | undefined): string => (typeof value === "string" ? value : "");
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const nameList = (value: SqlValue | undefined): string[] => {
  const list: unknown = typeof value === "string" ? JSON.parse(value) : [];
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
};
