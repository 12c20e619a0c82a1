import { checkQuery } from "../../core/sql/safety.ts";
import { nameProblems } from "../../core/sql/scope/nameProblems.ts";
import { sqlTokens } from "../../core/sql/tokens.ts";
import { syntaxProblem } from "../../sql/parse/sqlParser.ts";
import type { DocumentDatabase } from "./databaseDesk.ts";

/**
 * Why a generated statement is not shown; null when it is a query that the database accepts: one statement, parsed, all
 * names in the schema, and explained by the database itself where it can be asked.
 */
export async function suggestionProblem(
  sql: string,
  { database, schema, entry }: DocumentDatabase,
): Promise<string | null> {
  const checked = checkQuery(sql, schema.dialect);
  if (!checked.ok) return checked.error.message;
  const syntax = await syntaxProblem(checked.value.sql, schema.dialect);
  if (syntax !== null) return syntax.message;
  const [name] = nameProblems(sqlTokens(checked.value.sql, schema.dialect).tokens, schema);
  if (name !== undefined) return name.message;
  // Definitions for a server's dialect cannot be asked: there is no such server.
  if (entry.kind === "definitions" && schema.dialect !== "sqlite") return null;
  const explained = await database.explain(checked.value.sql);
  return explained.ok ? null : explained.error.message;
}
