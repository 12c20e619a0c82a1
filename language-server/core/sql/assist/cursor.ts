import type { SqlDialect } from "../schema.ts";
import { type SqlToken, sqlTokens } from "../tokens.ts";

/** The place in a statement where something is being written. */
export interface SqlCursor {
  /** Tokens of the statement before and behind the word under the cursor. */
  readonly before: readonly SqlToken[];
  readonly after: readonly SqlToken[];
  /** What is written of the word; without quotes. */
  readonly word: string;
  /** Offsets that a completion takes the place of. */
  readonly start: number;
  readonly end: number;
  /** The quote inside which the cursor stands, or null. */
  readonly quote: string | null;
}

const isSemicolon = (token: SqlToken): boolean => token.kind === "symbol" && token.text === ";";
const closing = (quote: string): string => (quote === "[" ? "]" : quote);

/** Null inside a string or a comment. */
export function sqlCursor(text: string, offset: number, dialect: SqlDialect): SqlCursor | null {
  const head = text.slice(0, offset);
  const read = sqlTokens(head, dialect);
  const last = read.tokens.at(-1);
  let tokens = read.tokens;
  let word = "";
  let start = offset;
  let quote: string | null = null;
  if (read.problem !== null) {
    const rest = head.slice(last?.end ?? 0);
    const opened = /^\s*(["`[])([^"`\]]*)$/.exec(rest);
    const isString = opened?.[1] === '"' && dialect === "mysql";
    if (opened === null || isString) return null;
    quote = opened[1] ?? null;
    word = opened[2] ?? "";
    start = offset - word.length - 1;
  } else if (last !== undefined && last.end === offset && last.kind === "word") {
    tokens = read.tokens.slice(0, -1);
    word = last.text;
    start = last.start;
  } else {
    if (/--[^\n]*$/.test(head.slice(last?.end ?? 0))) return null;
    if (last !== undefined && last.end === offset && last.kind !== "symbol") return null;
  }
  const opening = tokens.findLastIndex(isSemicolon);
  let end = offset;
  if (quote !== null) {
    const rest = /^[^"`\]\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
    if (text.charAt(offset + rest.length) === closing(quote)) end = offset + rest.length + 1;
  } else end += /^[\w$]*/.exec(text.slice(offset))?.[0].length ?? 0;
  const behind = sqlTokens(text.slice(end), dialect).tokens;
  const stop = behind.findIndex(isSemicolon);
  return {
    before: tokens.slice(opening + 1),
    after: stop === -1 ? behind : behind.slice(0, stop),
    word,
    start,
    end,
    quote,
  };
}
