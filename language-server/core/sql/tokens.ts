/** Text of SQL cut into tokens exactly as each engine cuts it, so that nothing can hide in a comment or a string. */
import type { SqlDialect } from "./schema.ts";

export type SqlTokenKind = "word" | "quoted" | "string" | "number" | "symbol";

export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** As written for words, numbers and symbols; content without quotes for `quoted` and `string`. */
  readonly text: string;
  /** UTF-16 offsets into the statement: first character, and one past the last. */
  readonly start: number;
  readonly end: number;
}

export interface SqlTokens {
  readonly tokens: readonly SqlToken[];
  /** Why the text cannot be trusted to be read as the engine reads it; null when it can. */
  readonly problem: string | null;
}

const wordStart = /[\p{L}_\u0080-\uffff]/u;
const wordPart = /[\p{L}\p{N}_$\u0080-\uffff]/u;
const digit = /[0-9]/;

/**
 * Tokens of a text; comments and blanks are left out. Stops at what is not closed. Quoting rules per engine: back-quotes
 * (MySQL, SQLite), brackets (SQLite), dollar quotes and nested comments (Postgres, DuckDB), backslashes and `#`
 * comments (MySQL with its default `sql_mode`, which the connection sets).
 */
export function sqlTokens(sql: string, dialect: SqlDialect): SqlTokens {
  const tokens: SqlToken[] = [];
  const postgresLike = dialect === "postgres" || dialect === "duckdb";
  let at = 0;
  const push = (kind: SqlTokenKind, text: string, end: number): void => {
    tokens.push({ kind, text, start: at, end });
    at = end;
  };
  const stop = (problem: string): SqlTokens => ({ tokens, problem });

  while (at < sql.length) {
    const char = sql.charAt(at);
    const pair = sql.slice(at, at + 2);
    if (char === "\0") return stop("it has a NUL character");
    if (/\s/.test(char) || char === "\ufeff") {
      at++;
    } else if (startsLineComment(sql, at, dialect)) {
      const end = sql.indexOf("\n", at);
      at = end === -1 ? sql.length : end + 1;
    } else if (pair === "/*") {
      if (dialect === "mysql" && /^\/\*(!|M!|\+)/.test(sql.slice(at, at + 4)))
        return stop("it has a comment that the server executes");
      const end = endOfComment(sql, at, postgresLike);
      if (end === null) return stop("a comment is not closed");
      at = end;
    } else if (char === "'" || char === '"' || (char === "`" && !postgresLike)) {
      const escapes =
        dialect === "mysql" ? char !== "`" : char === "'" && hasEscapePrefix(tokens, at, dialect);
      const quoted = readQuoted(sql, at, char, escapes);
      if (quoted === null) return stop("a quote is not closed");
      const isString = char === "'" || (char === '"' && dialect === "mysql");
      push(isString ? "string" : "quoted", quoted.text, quoted.end);
    } else if (char === "[" && dialect === "sqlite") {
      const end = sql.indexOf("]", at);
      if (end === -1) return stop("a bracket is not closed");
      push("quoted", sql.slice(at + 1, end), end + 1);
    } else if (char === "$" && postgresLike && /^\$([\p{L}_][\p{L}\p{N}_]*)?\$/u.test(sql.slice(at))) {
      const tag = /^\$[^$]*\$/.exec(sql.slice(at))?.[0] ?? "$$";
      const end = sql.indexOf(tag, at + tag.length);
      if (end === -1) return stop("a dollar quote is not closed");
      push("string", sql.slice(at + tag.length, end), end + tag.length);
    } else if (digit.test(char) || (char === "." && digit.test(sql.charAt(at + 1)))) {
      const number =
        /^(0x[0-9a-f_]+|[0-9_]*\.?[0-9_]*(e[+-]?[0-9]+)?)/i.exec(sql.slice(at, at + 400))?.[0] ?? char;
      push("number", number, at + Math.max(1, number.length));
    } else if (wordStart.test(char)) {
      let end = at + 1;
      while (end < sql.length && wordPart.test(sql.charAt(end))) end++;
      push("word", sql.slice(at, end), end);
    } else {
      const width = ["::", ":=", "||", "<=", ">=", "<>", "!=", "=="].includes(pair) ? 2 : 1;
      push("symbol", sql.slice(at, at + width), at + width);
    }
  }
  return { tokens, problem: null };
}

function startsLineComment(sql: string, at: number, dialect: SqlDialect): boolean {
  if (sql.startsWith("--", at)) {
    // MySQL: two minus signs are a comment only before a blank, so `1--1` is an expression there.
    return dialect !== "mysql" || at + 2 >= sql.length || /[\s\p{Cc}]/u.test(sql.charAt(at + 2));
  }
  return dialect === "mysql" && sql.charAt(at) === "#";
}

/** One past the end; null when it is not closed. */
function endOfComment(sql: string, start: number, nested: boolean): number | null {
  let depth = 0;
  for (let at = start; at < sql.length; ) {
    const pair = sql.slice(at, at + 2);
    if (pair === "/*" && (nested || depth === 0)) {
      depth++;
      at += 2;
    } else if (pair === "*/") {
      depth--;
      at += 2;
      if (depth === 0) return at;
    } else {
      at++;
    }
  }
  return null;
}

/** `E'…'` of Postgres and DuckDB: the prefix came as a word of its own, directly before the quote. */
function hasEscapePrefix(tokens: readonly SqlToken[], at: number, dialect: SqlDialect): boolean {
  if (dialect === "sqlite") return false;
  const before = tokens.at(-1);
  return before?.kind === "word" && before.end === at && before.text.toLowerCase() === "e";
}

function readQuoted(
  sql: string,
  start: number,
  quote: string,
  escapes: boolean,
): { readonly text: string; readonly end: number } | null {
  let text = "";
  for (let at = start + 1; at < sql.length; at++) {
    const char = sql.charAt(at);
    if (escapes && char === "\\") {
      text += sql.charAt(++at);
    } else if (char !== quote) {
      text += char;
    } else if (sql.charAt(at + 1) === quote) {
      text += quote;
      at++;
    } else {
      return { text, end: at + 1 };
    }
  }
  return null;
}
