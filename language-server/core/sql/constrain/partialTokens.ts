import type { SqlDialect } from "../schema.ts";
import type { SqlToken, SqlTokenKind } from "../tokens.ts";

/** The start of a text that goes on: whole tokens, and what may still grow. */
export interface PartialText {
  readonly tokens: readonly SqlToken[];
  /** Characters of the last token, when more of it may come; empty behind a blank. */
  readonly tail: string;
}

const wordStart = /[A-Za-z_]/;
const wordPart = /[A-Za-z0-9_]/;
const digit = /[0-9]/;
const pairs = ["::", "||", "<=", ">=", "<>", "!=", "=="];
/** Longest text in quotes, in characters: a model that has lost its way never closes one. */
const longestText = 120;

/**
 * Cuts text into tokens as `sqlTokens` does, but keeps a last token open that more characters could belong to. Null for
 * what a generated query may not have: comments, semicolons, control characters, names beyond ASCII without quotes.
 */
export function partialTokens(text: string, dialect: SqlDialect): PartialText | null {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === " " || char === "\n" || char === "\t") {
      at++;
      continue;
    }
    const read = readToken(text, at, dialect);
    if (read === null) return null;
    if (read.open) return { tokens, tail: text.slice(at) };
    tokens.push({ kind: read.kind, text: read.text, start: at, end: read.end });
    at = read.end;
  }
  return { tokens, tail: "" };
}

interface Read {
  readonly kind: SqlTokenKind;
  readonly text: string;
  readonly end: number;
  readonly open: boolean;
}

function readToken(text: string, at: number, dialect: SqlDialect): Read | null {
  const char = text.charAt(at);
  if (wordStart.test(char)) return run(text, at, "word", wordPart);
  if (digit.test(char)) {
    const found = /^[0-9]+(\.[0-9]*)?/.exec(text.slice(at, at + 24))?.[0] ?? char;
    const end = at + found.length;
    // Letters directly behind a number make it another token in some engines and an error in others.
    if (end < text.length && wordStart.test(text.charAt(end))) return null;
    return { kind: "number", text: found, end, open: end === text.length };
  }
  if (char === "'" || char === '"' || (char === "`" && dialect === "mysql"))
    return quoted(text, at, char, dialect);
  const pair = text.slice(at, at + 2);
  if (pair === "--" || pair === "/*" || !/[()*,.+\-/%=<>!|:~]/.test(char)) return null;
  if (pairs.includes(pair)) return { kind: "symbol", text: pair, end: at + 2, open: false };
  const grows = at + 1 === text.length && pairs.some((known) => known.startsWith(char));
  // A minus sign at the end could become a comment; it is looked at again with the next character.
  const open = grows || (at + 1 === text.length && (char === "-" || char === "/"));
  return { kind: "symbol", text: char, end: at + 1, open };
}

function run(text: string, start: number, kind: SqlTokenKind, part: RegExp): Read | null {
  let end = start + 1;
  while (end < text.length && part.test(text.charAt(end))) end++;
  if (text.charCodeAt(end) > 127 || text.charAt(end) === "$") return null;
  return { kind, text: text.slice(start, end), end, open: end === text.length };
}

function quoted(text: string, start: number, quote: string, dialect: SqlDialect): Read | null {
  const kind = quote === "'" || (quote === '"' && dialect === "mysql") ? "string" : "quoted";
  let content = "";
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "\n" || char < " " || char === "\ufffd" || (char === "\\" && dialect === "mysql"))
      return null;
    if (char === quote) {
      if (text.charAt(at + 1) !== quote)
        // The quote may be the first of a doubled one.
        return { kind, text: content, end: at + 1, open: at + 1 === text.length };
      at++;
    }
    content += char;
    if (content.length > longestText) return null;
  }
  return { kind, text: content, end: text.length, open: true };
}

/** A tail as the token it would be if nothing more came; null while a quote is open. */
export function tailToken(tail: string, dialect: SqlDialect): SqlToken | null {
  const read = readToken(tail, 0, dialect);
  if (read === null) return null;
  const isQuoted = read.kind === "string" || read.kind === "quoted";
  if (isQuoted && !closes(tail)) return null;
  return { kind: read.kind, text: read.text, start: 0, end: read.end };
}

/** Whether a quoted tail has its closing quote. */
function closes(tail: string): boolean {
  const quote = tail.charAt(0);
  const inner = tail.slice(1).replaceAll(quote + quote, "");
  return inner.endsWith(quote);
}
