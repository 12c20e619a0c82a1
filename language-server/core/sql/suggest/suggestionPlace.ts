import type { SqlDialect } from "../schema.ts";
import { sqlTokens } from "../tokens.ts";

/** Where in an SQL document a query can be suggested. */
export interface SuggestionPlace {
  /** What the comment above asks for; empty when the statement stands alone. */
  readonly comment: string;
  /** The statement's text up to the cursor; empty behind a comment. */
  readonly prefix: string;
  /** The rest of the statement behind the cursor; mostly empty. */
  readonly suffix: string;
  /** What the inserted text must begin with: a line break at the end of a comment's line. */
  readonly lead: string;
  /** Earlier statements of the document, with the comments above them; the nearest last. */
  readonly earlier: readonly EarlierStatement[];
}

export interface EarlierStatement {
  readonly comment: string;
  readonly sql: string;
}

const begins = /^\s*(select|with|values)\b/i;

/**
 * Reads the document around the cursor. Null where nothing is to be suggested: inside a comment, a string or a
 * statement that is no query, before other text on the line, or without a comment and a statement.
 */
export function suggestionPlace(text: string, offset: number, dialect: SqlDialect): SuggestionPlace | null {
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  if (/^[^\r\n]*\S/.test(after)) return null;
  const { tokens, problem } = sqlTokens(before, dialect);
  if (problem !== null) return null;
  const semicolons = tokens.filter((token) => token.kind === "symbol" && token.text === ";");
  const start = semicolons.at(-1)?.end ?? 0;
  const own = tokens.filter((token) => token.start >= start);
  const codeStart = own[0]?.start ?? before.length;
  const comment = commentAbove(before.slice(start, codeStart));
  const prefix = before.slice(codeStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const onCommentLine = prefix === "" && line.trimStart().startsWith("--");
  if (own.length > 0 && insideComment(before, own.at(-1)?.end ?? 0)) return null;
  if (prefix === "" ? comment === "" : !(begins.test(prefix) || isBeginning(prefix))) return null;
  // A comment that is only begun says nothing yet.
  if (onCommentLine && comment.length < 4) return null;
  return {
    comment,
    prefix,
    suffix: prefix === "" ? "" : restOfStatement(after, dialect),
    lead: onCommentLine ? "\n" : "",
    earlier: earlierStatements(
      before.slice(0, start),
      semicolons.map(({ end }) => end),
    ),
  };
}

/** A first word that is still being written. */
const isBeginning = (prefix: string): boolean =>
  /^[a-z]+$/i.test(prefix) && ["select", "with"].some((word) => word.startsWith(prefix.toLowerCase()));

/** Whether a comment stands between the last token and the end. */
const insideComment = (before: string, end: number): boolean => /--[^\n]*$/.test(before.slice(end));

/** The lines of a comment directly above a statement, without their marks. Blank lines end it. */
function commentAbove(gap: string): string {
  const lines = gap.split(/\r?\n/);
  // Behind the last line break there is only the statement's indentation, or the comment that is being written.
  const last = lines.at(-1)?.trim() === "" ? lines.slice(0, -1) : lines;
  const found: string[] = [];
  for (const line of last.reverse()) {
    const match = /^\s*(?:--+|\/\*+)\s?(.*?)\s*(?:\*\/)?\s*$/.exec(line);
    if (match === null) break;
    if (match[1] !== undefined && match[1] !== "") found.unshift(match[1]);
  }
  return found.join(" ").trim();
}

/** Up to the semicolon, a comment or a blank line. */
function restOfStatement(after: string, dialect: SqlDialect): string {
  const rest = after.slice(0, /\n\s*(\n|--)/.exec(after)?.index ?? after.length);
  const { tokens } = sqlTokens(rest, dialect);
  const end = tokens.find((token) => token.text === ";" && token.kind === "symbol")?.start ?? rest.length;
  const text = rest.slice(0, end).trim();
  // The next statement without a semicolon between is not ours.
  return begins.test(text) ? "" : text;
}

function earlierStatements(text: string, ends: readonly number[]): EarlierStatement[] {
  let start = 0;
  return ends.flatMap((end) => {
    const whole = text.slice(start, end);
    start = end;
    const code = /^(?:\s*--[^\n]*\n|\s*\/\*[\s\S]*?\*\/|\s+)*/.exec(whole)?.[0] ?? "";
    const sql = whole.slice(code.length).replace(/;$/, "").trim();
    return begins.test(sql) ? [{ comment: commentAbove(code), sql }] : [];
  });
}
