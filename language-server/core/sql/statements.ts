import type { SqlDialect } from "./schema.ts";
import { sqlTokens } from "./tokens.ts";

/** One statement of a script; offsets are UTF-16, the semicolon is not part of it. */
export interface ScriptStatement {
  readonly start: number;
  readonly end: number;
}

/**
 * The statements of a script, cut at semicolons that stand in no string and no comment. Comments in front of a
 * statement are not part of it. Of a text that is not closed the rest is one statement.
 */
export function scriptStatements(text: string, dialect: SqlDialect): ScriptStatement[] {
  const { tokens, problem } = sqlTokens(text, dialect);
  const statements: ScriptStatement[] = [];
  let first: number | null = null;
  let last = 0;
  for (const { kind, text: token, start, end } of tokens) {
    if (kind === "symbol" && token === ";") {
      if (first !== null) statements.push({ start: first, end: last });
      first = null;
    } else {
      first ??= start;
      last = end;
    }
  }
  if (first !== null) statements.push({ start: first, end: problem === null ? last : text.trimEnd().length });
  return statements;
}

/** Index of the statement at an offset: the one that holds it, or that ends before it on the same line; else null. */
export function statementAt(
  text: string,
  statements: readonly ScriptStatement[],
  offset: number,
): number | null {
  const sameLine = (end: number) => end <= offset && !text.slice(end, offset).includes("\n");
  const inside = statements.findIndex(({ start, end }) => start <= offset && offset <= end);
  if (inside !== -1) return inside;
  const before = statements.findLastIndex(({ end }) => sameLine(end));
  if (before !== -1) return before;
  // In the comment or the indentation in front of a statement.
  const after = statements.findIndex(({ start }) => start > offset);
  const gap = after === -1 ? "" : text.slice(offset, statements[after]?.start);
  return after === -1 || /\n[ \t]*\r?\n/.test(gap) ? null : after;
}
