import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { drawJoinQuery } from "./joins.ts";
import { drawRows, type Rows } from "./rows.ts";
import { drawSchema, type Schema } from "./schema.ts";
import { drawTableQuery } from "./tableQueries.ts";

export type QueryKind =
  | "list"
  | "count"
  | "aggregate"
  | "distinct"
  | "group-count"
  | "group-aggregate"
  | "having"
  | "order"
  | "top"
  | "group-top"
  | "join-filter"
  | "join-list"
  | "join-count"
  | "join-aggregate";

export interface Query {
  readonly kind: QueryKind;
  /** One SQLite statement, closed by a semicolon. */
  readonly sql: string;
  /** As someone asks. */
  readonly question: string;
  /** As someone writes before the query: the wish without the question around it. */
  readonly comment: string;
  /** Whether the order of the result rows counts. */
  readonly ordered: boolean;
}

export interface SqlCase {
  readonly schema: Schema;
  readonly rows: Rows;
  readonly query: Query;
}

/** A schema, content for it, and a query with its wording; the query's result has rows, and no ties where order counts. */
export function drawSqlCase(split: Split, random: TaskRandom): SqlCase {
  for (let draw = 0; draw < 500; draw++) {
    const schema = drawSchema(split, random);
    const rows = drawRows(schema, random);
    const query = drawQuery(schema, rows, random);
    if (query !== null) return { schema, rows, query };
  }
  throw new Error("No query came out.");
}

/** A query over a schema with its content; null when the draw finds nothing that its rows can answer. */
export function drawQuery(schema: Schema, rows: Rows, random: TaskRandom): Query | null {
  const joins = schema.tables.some((table) => table.parent !== undefined) && random.chance(0.5);
  return joins
    ? drawJoinQuery(schema, rows, random)
    : drawTableQuery(random.pick(schema.tables), rows, random);
}
