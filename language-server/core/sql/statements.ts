import type { SqlDialect } from "./schema.ts";
import { type SqlToken, sqlTokens } from "./tokens.ts";

/** One statement of a text; offsets are UTF-16, the semicolon is not part of it. */
export interface Statement {
  readonly start: number;
  readonly end: number;
}

/** With its tokens, whose offsets are into the whole text. */
export interface DocumentStatement extends Statement {
  readonly tokens: readonly SqlToken[];
}

export interface DocumentStatements {
  readonly statements: readonly DocumentStatement[];
  /** Why the text cannot be read beyond its last token; null when it can. */
  readonly problem: string | null;
  /** No semicolon closes the last statement. */
  readonly lastIsOpen: boolean;
}

/** The statements of a text as far as it can be read, without empty ones. */
export function documentStatements(text: string, dialect: SqlDialect): DocumentStatements {
  const { tokens, problem } = sqlTokens(text, dialect);
  const statements: DocumentStatement[] = [];
  let current: SqlToken[] = [];
  const finish = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first !== undefined && last !== undefined)
      statements.push({ tokens: current, start: first.start, end: last.end });
    current = [];
  };
  for (const token of tokens) {
    if (token.kind === "symbol" && token.text === ";") finish();
    else current.push(token);
  }
  const lastIsOpen = current.length > 0;
  finish();
  return { statements, problem, lastIsOpen };
}

/**
 * The statements of a script, cut at semicolons that stand in no string and no comment. Comments in front of a
 * statement are not part of it. Of a text that is not closed the rest is one statement.
 */
export function scriptStatements(text: string, dialect: SqlDialect): readonly Statement[] {
  const { statements, problem, lastIsOpen } = documentStatements(text, dialect);
  const last = statements.at(-1);
  if (problem === null || !lastIsOpen || last === undefined) return statements;
  return [...statements.slice(0, -1), { start: last.start, end: text.trimEnd().length }];
}

/** Whether a statement is a query: only these are checked and completed. */
export const isQuery = ({ tokens }: DocumentStatement): boolean => {
  const first = tokens.find((token) => !(token.kind === "symbol" && token.text === "("));
  return first?.kind === "word" && ["SELECT", "WITH", "VALUES"].includes(first.text.toUpperCase());
};

/** Index of the statement at an offset: the one that holds it, or that ends before it on the same line; else null. */
export function statementAt(text: string, statements: readonly Statement[], offset: number): number | null {
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
