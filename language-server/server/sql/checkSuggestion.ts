import type { SuggestionCandidate, SuggestionProblem } from "../../contract/sql.ts";
import { automatonOf, queryConstraint } from "../../core/sql/constrain/queryGuard.ts";
import { wholeQueries } from "../../core/sql/constrain/wholeQueries.ts";
import { checkQuery } from "../../core/sql/safety.ts";
import { nameProblems } from "../../core/sql/scope/nameProblems.ts";
import type { SuggestionPlace } from "../../core/sql/suggest/suggestionPlace.ts";
import { sqlTokens } from "../../core/sql/tokens.ts";
import { syntaxProblem } from "../../sql/parse/sqlParser.ts";
import type { DocumentDatabase } from "./databaseDesk.ts";

/** How often a query is cut before it is given up. */
const mostCuts = 4;

/**
 * Tries the statement as it was written, and where the database does not accept it, shorter beginnings of it, the
 * longest first: a model that loses its way in the fourth clause may be right in the first three. Ends with the first
 * that is good.
 * @param unfinished why what was written is no whole statement; null when the model came to an end.
 */
export async function trySuggestion(
  written: string,
  unfinished: SuggestionProblem | null,
  place: SuggestionPlace,
  database: DocumentDatabase,
): Promise<SuggestionCandidate["tries"]> {
  const whole = place.suffix === "" ? written : `${written} ${place.suffix}`;
  const problem = unfinished ?? (await suggestionProblem(whole, database));
  const tries = [{ sql: whole, problem }];
  if (problem === null || place.suffix !== "") return tries;
  const { dialect, tables } = queryConstraint(database.schema);
  const cuts = wholeQueries(automatonOf({ dialect, tables }), written).filter(
    (sql) => sql.length > place.prefix.trimEnd().length,
  );
  for (const sql of cuts.slice(0, mostCuts)) {
    const tried = { sql, problem: await suggestionProblem(sql, database) };
    tries.push(tried);
    if (tried.problem === null) break;
  }
  return tries;
}

/**
 * Why a generated statement is not shown; null when it is a query that the database accepts: one statement, parsed, all
 * names in the schema, and explained by the database itself where it can be asked.
 */
async function suggestionProblem(
  sql: string,
  { database, schema, entry }: DocumentDatabase,
): Promise<SuggestionProblem | null> {
  const checked = checkQuery(sql, schema.dialect);
  if (!checked.ok) return { kind: "refused", message: checked.error.message };
  const syntax = await syntaxProblem(checked.value.sql, schema.dialect);
  if (syntax !== null) return { kind: "syntax", message: syntax.message };
  const [name] = nameProblems(sqlTokens(checked.value.sql, schema.dialect).tokens, schema);
  if (name !== undefined) return { kind: "names", message: name.message };
  // Definitions for a server's dialect cannot be asked: there is no such server.
  if (entry.kind === "definitions" && schema.dialect !== "sqlite") return null;
  const explained = await database.explain(checked.value.sql);
  return explained.ok ? null : { kind: "database", message: explained.error.message };
}
