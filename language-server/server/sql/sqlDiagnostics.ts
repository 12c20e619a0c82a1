import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { SqlDialect } from "../../core/sql/schema.ts";
import { nameProblems } from "../../core/sql/scope/nameProblems.ts";
import { type DocumentStatement, documentStatements, isQuery } from "../../core/sql/statements.ts";
import { syntaxProblem } from "../../sql/parse/sqlParser.ts";
import type { DocumentDatabase } from "./databaseDesk.ts";

/** Statements beyond these are not checked: a document of thousands is a dump, not work in progress. */
const mostStatements = 200;

/**
 * Faults of a document's queries: syntax, names, and what the database itself says of those without such a fault.
 * Statements that are no queries are left alone.
 */
export async function sqlDiagnostics(
  document: TextDocument,
  dialect: SqlDialect,
  database: DocumentDatabase | null,
  signal: AbortSignal,
): Promise<Diagnostic[]> {
  const text = document.getText();
  const { statements, problem } = documentStatements(text, dialect);
  const found: Diagnostic[] = [];
  const add = (start: number, end: number, message: string) =>
    found.push({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      message,
      severity: DiagnosticSeverity.Error,
      source: "Deliberate",
    });
  const queries = statements.slice(0, mostStatements).filter(isQuery);
  const unreadable = problem === null ? undefined : statements.at(-1);
  for (const statement of queries) {
    if (signal.aborted) return found;
    if (statement === unreadable) continue;
    const sql = text.slice(statement.start, statement.end);
    const syntax = await syntaxProblem(sql, dialect);
    if (syntax !== null) {
      const at = syntaxPlace(statement, sql, syntax);
      add(at.start, at.end, syntax.message);
      continue;
    }
    if (database === null) continue;
    const names = nameProblems(statement.tokens, database.schema);
    for (const { start, end, message, suggestion } of names)
      add(start, end, suggestion === null ? message : `${message} Did you mean “${suggestion}”?`);
    if (names.length > 0) continue;
    const refusal = await refused(sql, database);
    if (refusal !== null) add(statement.start, statement.end, refusal);
  }
  return found;
}

/** What the database says of a query that looks right; null when it would run it, or cannot be asked. */
async function refused(sql: string, { database, entry, schema }: DocumentDatabase): Promise<string | null> {
  if (entry.kind === "definitions" && schema.dialect !== "sqlite") return null;
  // A server is not asked on every keystroke of somebody who has not even chosen to connect: its schema was read.
  const explained = await database.explain(sql);
  return explained.ok || explained.error.code !== "sql/error" ? null : explained.error.message;
}

/** The token at the parser's place; the statement's last one where it names none. */
function syntaxPlace(
  { tokens, start, end }: DocumentStatement,
  sql: string,
  { line, column }: { readonly line: number | null; readonly column: number | null },
): { readonly start: number; readonly end: number } {
  const last = tokens.at(-1);
  if (line === null || column === null) return last ?? { start, end };
  const lines = sql.split("\n").slice(0, line - 1);
  const offset = start + lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return tokens.find((token) => token.start <= offset && offset < token.end) ?? last ?? { start, end };
}
