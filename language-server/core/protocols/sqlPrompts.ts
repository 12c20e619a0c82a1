/** What the protocols say where a query is asked for instead of a number (graphix-text-to-sql.md). */
import type { QueryOutcome, Question, SqlQuestion, StageRecord } from "../../contract/entities.ts";
import { fillPrompt } from "./prompts.ts";

/** What a protocol may look at of a question. The gold answer is not among it. */
export type AskedQuestion = Pick<Question, "text" | "answerKind" | "sql">;

export const dialectNames: Readonly<Record<SqlQuestion["dialect"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
  mysql: "MySQL",
  duckdb: "DuckDB",
};

/** A turn about a text-to-SQL question: `{schema}`, `{dialect}` and `{question}` (with its evidence) are replaced. */
export function fillSqlPrompt(
  template: string,
  question: AskedQuestion,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const { sql, text } = question;
  return fillPrompt(template, {
    schema: sql?.schema ?? "",
    dialect: dialectNames[sql?.dialect ?? "sqlite"],
    question: sql?.evidence === undefined ? text : `${text}\nHint: ${sql.evidence}`,
    ...more,
  });
}

/** Rows of a result that a model is shown. */
const shownRows = 5;
const shownCell = 60;

/** A result as a model is shown it: its columns, its first rows and how many there are, or the database's complaint. */
export function resultText(outcome: QueryOutcome | undefined): string {
  if (outcome === undefined) return "No query was found.";
  if (outcome.error !== null) return `Error: ${outcome.error.message}`;
  const cell = (value: string | null) => (value === null ? "NULL" : value.slice(0, shownCell));
  const rows = outcome.rows.slice(0, shownRows).map((row) => row.map(cell).join(" | "));
  const count = `${outcome.truncated ? "more than " : ""}${outcome.rowCount}`;
  return [outcome.columns.join(" | "), ...rows, `(${count} ${outcome.rowCount === 1 ? "row" : "rows"})`].join(
    "\n",
  );
}

/** What can be said about a wrong query, by what there is to see. */
export type SqlFault = "no-query" | "error" | "empty" | "differs";

export function faultOf({ verdict, execution }: StageRecord): SqlFault {
  if ((verdict?.extracted ?? null) === null || execution === undefined) return "no-query";
  if (execution.error !== null) return "error";
  return execution.rowCount === 0 ? "empty" : "differs";
}
