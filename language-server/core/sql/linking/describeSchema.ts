import { identifier } from "../identifiers.ts";
import type { ColumnSchema, DatabaseSchema, ForeignKey, SqlDialect, TableSchema } from "../schema.ts";
import { linkComment } from "./linkComments.ts";
import type { Linking } from "./linking.ts";

export interface DescribeOptions {
  /** Reasons behind each table as a comment: named words, values as stored, joins (I.3). Default true. */
  readonly comments?: boolean;
  /** At most so many tables; without it as many as fit. */
  readonly tables?: number;
  /** A table with more columns is cut to its keys and its best columns, so many in all. Default 16 (I.2). */
  readonly columnsPerTable?: number;
}

export interface DescribedTable {
  readonly name: string;
  /** In the table's own order. */
  readonly columns: readonly string[];
}

export interface SchemaDescription {
  /** `CREATE TABLE` statements, one a line, best table first. */
  readonly text: string;
  readonly tokens: number;
  readonly tables: readonly DescribedTable[];
  /** Tables that the description leaves out. */
  readonly dropped: readonly string[];
}

const defaultColumns = 16;
/** No tokenizer has so many characters a token over a whole schema. */
const mostCharacters = 12;

/**
 * The part of a schema that a question needs, as the model is trained to read it, in at most `budget` tokens: the
 * longest run of the ranking that fits (graphix-text-to-sql.md I.2, I.3). A database that fits whole is kept whole. When
 * not even one table fits, its worst columns go until it does; a budget too small for one column gives an empty text.
 * @param countTokens with the model's own tokenizer.
 */
export function describeSchema(
  schema: DatabaseSchema,
  ranked: Linking,
  budget: number,
  countTokens: (text: string) => number,
  options: DescribeOptions = {},
): SchemaDescription {
  const limit = options.tables ?? schema.tables.length;
  const order = tableOrder(schema, ranked);
  const scores = new Map(ranked.columns.map(({ table, name, score }) => [columnKey(table, name), score]));
  const cut = (table: TableSchema, columns: number): TableSchema => cutColumns(table, scores, columns);
  const columnsPerTable = options.columnsPerTable ?? defaultColumns;
  const render = (tables: readonly TableSchema[]) => {
    const targets = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
    const text = tables
      .map((table) => tableLine(schema, table, targets, ranked, options.comments ?? true))
      .join("\n");
    // Far too long a text is not worth counting.
    return {
      text,
      tokens: text.length > budget * mostCharacters ? Number.POSITIVE_INFINITY : countTokens(text),
    };
  };
  const described = (tables: readonly TableSchema[]): SchemaDescription => {
    const kept = new Set(tables.map((table) => table.name));
    return {
      ...render(tables),
      tables: tables.map((table) => ({
        name: table.name,
        columns: table.columns.map((column) => column.name),
      })),
      dropped: schema.tables.filter((table) => !kept.has(table.name)).map((table) => table.name),
    };
  };

  const whole = order.all.slice(0, limit).map((table) => cut(table, columnsPerTable));
  if (fits(render(whole), budget)) return described(whole);
  const best = order.best.slice(0, limit).map((table) => cut(table, columnsPerTable));
  const count = longestRun(best.length, (length) => fits(render(best.slice(0, length)), budget));
  if (count > 0) return described(best.slice(0, count));
  const first = order.best[0];
  if (first === undefined) return described([]);
  const columns = longestRun(first.columns.length, (length) => fits(render([cut(first, length)]), budget));
  return described(columns === 0 ? [] : [cut(first, columns)]);
}

const fits = ({ tokens }: { readonly tokens: number }, budget: number): boolean => tokens <= budget;

/** Largest length for which `allowed` holds, given that it holds for all shorter ones; 0 when for none. */
function longestRun(most: number, allowed: (length: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (allowed(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Ranked tables, and these followed by the others. Without any ranked table the schema's own order is all there is. */
function tableOrder(
  schema: DatabaseSchema,
  ranked: Linking,
): { readonly best: readonly TableSchema[]; readonly all: readonly TableSchema[] } {
  const byName = new Map(schema.tables.map((table) => [table.name, table]));
  const best = ranked.tables.flatMap(({ name }) => byName.get(name) ?? []);
  const chosen = new Set(best);
  const all = [...best, ...schema.tables.filter((table) => !chosen.has(table))];
  return { best: best.length > 0 ? best : all, all };
}

const columnKey = (table: string, column: string): string => `${table}\n${column}`.toLowerCase();

/** Keys first, then by score; the kept ones stay in the table's order. */
function cutColumns(table: TableSchema, scores: ReadonlyMap<string, number>, most: number): TableSchema {
  if (table.columns.length <= most) return table;
  const keys = new Set(
    [...table.primaryKey, ...table.foreignKeys.flatMap((key) => key.columns)].map((name) =>
      name.toLowerCase(),
    ),
  );
  const worth = (column: ColumnSchema) =>
    (scores.get(columnKey(table.name, column.name)) ?? 0) + (keys.has(column.name.toLowerCase()) ? 1000 : 0);
  const kept = new Set([...table.columns].sort((a, b) => worth(b) - worth(a)).slice(0, most));
  return { ...table, columns: table.columns.filter((column) => kept.has(column)) };
}

/** One `CREATE TABLE`; references go only to tables that are described, too. */
function tableLine(
  schema: DatabaseSchema,
  table: TableSchema,
  /** The described tables by lower-case name. */
  targets: ReadonlyMap<string, TableSchema>,
  ranked: Linking,
  comments: boolean,
): string {
  const named = (name: string) => identifier(name, schema.dialect);
  const shown = new Set(table.columns.map((column) => column.name.toLowerCase()));
  const keys = table.foreignKeys.filter(
    (key) =>
      targets.has(key.targetTable.toLowerCase()) &&
      key.columns.every((column) => shown.has(column.toLowerCase())),
  );
  const single = (column: ColumnSchema): ForeignKey | undefined =>
    keys.find(
      (key) => key.columns.length === 1 && key.columns[0]?.toLowerCase() === column.name.toLowerCase(),
    );
  const parts = table.columns.map((column) => {
    const key = single(column);
    const primary = column.primaryKey && table.primaryKey.length === 1 ? " PRIMARY KEY" : "";
    const type = column.type === "" ? "" : ` ${column.type}`;
    return `${named(column.name)}${type}${primary}${key === undefined ? "" : ` ${references(key, named)}`}`;
  });
  const list = (columns: readonly string[]) => columns.map(named).join(", ");
  if (table.primaryKey.length > 1 && table.primaryKey.every((column) => shown.has(column.toLowerCase()))) {
    parts.push(`PRIMARY KEY (${list(table.primaryKey)})`);
  }
  for (const key of keys) {
    if (key.columns.length > 1) parts.push(`FOREIGN KEY (${list(key.columns)}) ${references(key, named)}`);
  }
  const line = `CREATE TABLE ${qualifier(table, schema.dialect)}${named(table.name)} (${parts.join(", ")});`;
  const comment = comments ? linkComment(table, ranked, [...targets.values()]) : "";
  return comment === "" ? line : `${line} -- ${comment}`;
}

/** The namespace of a table where a query has to name it: not the one in which a server looks by itself. */
function qualifier({ namespace }: TableSchema, dialect: SqlDialect): string {
  const found = dialect === "mysql" || (dialect === "postgres" && namespace === "public");
  return namespace === undefined || found ? "" : `${identifier(namespace, dialect)}.`;
}

const references = (key: ForeignKey, named: (name: string) => string): string =>
  `REFERENCES ${named(key.targetTable)}(${key.targetColumns.map(named).join(", ")})`;
