import { identifier } from "../identifiers.ts";
import type { ColumnSchema, DatabaseSchema } from "../schema.ts";
import { valuesPerColumn } from "./values.ts";

/** A statement whose first result column holds the values of one column, for `buildLinkIndex`. */
export interface ValueQuery {
  readonly table: string;
  readonly column: string;
  readonly sql: string;
}

/** What to ask a database once so that questions can be linked to its real values: the texts of its tables. */
export function valueQueries(schema: DatabaseSchema): ValueQuery[] {
  const named = (name: string) => identifier(name, schema.dialect);
  return schema.tables
    .filter((table) => table.kind === "table")
    .flatMap((table) => {
      const space = table.namespace === undefined ? "" : `${named(table.namespace)}.`;
      return table.columns.filter(mayHoldText).map((column) => ({
        table: table.name,
        column: column.name,
        sql: `SELECT DISTINCT ${named(column.name)} FROM ${space}${named(table.name)} LIMIT ${valuesPerColumn}`,
      }));
    });
}

/** By its samples where there are some: SQLite's declared types promise nothing. */
function mayHoldText({ type, samples }: ColumnSchema): boolean {
  if (samples !== undefined && samples.length > 0)
    return samples.some((sample) => typeof sample === "string");
  return !/int|serial|real|num|dec|float|double|money|date|time|bool|blob|bytea|binary|json|uuid/i.test(type);
}
