import type { QueryOutcome } from "../../../contract/entities.ts";
import type { Failure, Result } from "../../../contract/result.ts";
import type { DatabaseSchema, QueryResult, SqlValue } from "../schema.ts";
import { complaintText } from "../scoring/complaint.ts";
import { classifyFailure } from "../scoring/errorMessages.ts";

/** Rows and characters of a cell that are kept of a result. */
const keptRows = 20;
const keptCell = 200;

/**
 * What a query did, as it is stored and shown.
 * @param schema where the names that a wrong one may have meant are looked for
 */
export function outcomeOf(
  sql: string,
  result: Result<QueryResult>,
  elapsedMs: number,
  schema?: DatabaseSchema,
): QueryOutcome {
  if (result.ok) return { sql, ...preview(result.value), error: null, elapsedMs: result.value.elapsedMs };
  const message = schema === undefined ? result.error.message : complaintText(result.error, schema);
  return {
    sql,
    columns: [],
    rows: [],
    rowCount: 0,
    truncated: false,
    elapsedMs,
    error: { kind: kindOf(result.error), message },
  };
}

/** The first rows of a result as text. */
export const preview = ({
  columns,
  rows,
  truncated,
}: QueryResult): Pick<QueryOutcome, "columns" | "rows" | "rowCount" | "truncated"> => ({
  columns,
  rows: cellsAsText(rows.slice(0, keptRows)),
  rowCount: rows.length,
  truncated,
});

/** Rows as a person reads them. */
export const cellsAsText = (rows: QueryResult["rows"]): (string | null)[][] =>
  rows.map((row) => row.map(cellText));

/** A value as a person reads it; null stays null. */
export function cellText(value: SqlValue): string | null {
  if (value === null) return null;
  const text =
    value instanceof Uint8Array
      ? `x'${Array.from(value.subarray(0, keptCell), (byte) => byte.toString(16).padStart(2, "0")).join("")}'`
      : String(value);
  return text.length <= keptCell ? text : `${text.slice(0, keptCell - 1)}…`;
}

function kindOf(failure: Failure): NonNullable<QueryOutcome["error"]>["kind"] {
  if (failure.code === "sql/refused") return "refused";
  if (failure.code === "sql/timeout") return "timeout";
  const failureClass = classifyFailure(failure);
  return failureClass === "unknownTable" || failureClass === "unknownColumn" ? "schema" : "error";
}
