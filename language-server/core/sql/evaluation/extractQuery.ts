import { separateThought, type TagPair } from "../../grading/extraction/thought.ts";
import type { SqlDialect } from "../schema.ts";
import { sqlTokens } from "../tokens.ts";

export interface ExtractOptions {
  readonly dialect: SqlDialect;
  readonly thoughtTags?: readonly TagPair[];
  /** The template had opened a thought before the text begins. */
  readonly startsInThought?: boolean;
}

/** Words that begin a statement; those of other statements than queries too, so that they are seen and refused. */
const statementWords =
  "select|with|values|insert|update|delete|replace|create|drop|alter|truncate|attach|detach|pragma|vacuum|reindex|analyze|explain|copy|merge|call|grant|revoke|set|begin|load|install";
const comments = String.raw`(?:\s|--[^\n]*(?:\n|$)|/\*[\s\S]*?\*/|\()*`;
const statementStart = new RegExp(`^${comments}(?:${statementWords})\\b`, "i");
/** In prose many of these words are only words: here more of the statement must follow. */
const statementInProse = new RegExp(
  String.raw`(?<=^|[\n\x60:：])[ \t]*(${[
    String.raw`select\b(?=[\s\S]*\bfrom\b|\s+[\d'("])`,
    String.raw`with\s+(?:recursive\s+)?["\w]+\s*(?:\([^)]*\)\s*)?as\s*\(`,
    String.raw`values\s*\(`,
    String.raw`(?:insert|replace|merge)\s+into\b`,
    String.raw`delete\s+from\b`,
    String.raw`update\s+\S+\s+set\b`,
    String.raw`(?:drop|alter|create|truncate)\s+(?:table|view|index|trigger|temp|temporary|database)\b`,
    String.raw`attach\s+(?:database\b|')`,
    String.raw`pragma\s+\w+`,
    String.raw`vacuum\s*(?:;|into\b)`,
  ].join("|")})`,
  "gi",
);

/**
 * The query that a response gives; null when there is none. It is looked for behind the thoughts: in the last fenced
 * block that holds a statement, else the response itself when it is one, else the last statement in its text. Of
 * several statements the first is taken, as the official scorer does (graphix-text-to-sql.md, EX).
 */
export function extractQuery(response: string, options: ExtractOptions): string | null {
  const { answer } = separateThought(response, options.thoughtTags, options.startsInThought);
  const fenced = fencedBlocks(answer).filter((block) => statementStart.test(block));
  const block = fenced.at(-1);
  if (block !== undefined) return firstStatement(block, options.dialect);
  if (statementStart.test(answer) && !looksLikeProse(answer)) return firstInText(answer, 0, options.dialect);
  let last: string | null = null;
  let end = 0;
  for (const match of answer.matchAll(statementInProse)) {
    const start = match.index + match[0].length - (match[1] ?? "").length;
    if (start < end) continue;
    const quoted = answer.charAt(start - 1) === "`" ? answer.indexOf("`", start) : -1;
    last =
      quoted < 0
        ? firstInText(answer, start, options.dialect)
        : firstStatement(answer.slice(start, quoted), options.dialect);
    end = start + last.length;
  }
  return last;
}

/** Contents of the fenced blocks; one that was cut off goes on to the end. */
function fencedBlocks(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^[ \t]*\1|(?![\s\S]))/gm)].map(
    ([, , content]) => content ?? "",
  );
}

/** "With this query …", "Select the …:" begin with a word of SQL and go on as English. */
function looksLikeProse(text: string): boolean {
  const begun = text.trimStart();
  return /^(?:with|select|set)\b/i.test(begun) && begun.search(statementInProse) !== 0;
}

/** Up to the first semicolon, without it; comments in front are kept. */
function firstStatement(text: string, dialect: SqlDialect): string {
  const { tokens } = sqlTokens(text, dialect);
  const semicolon = tokens.find(({ kind, text: token }) => kind === "symbol" && token === ";");
  return text.slice(0, semicolon?.start).trim();
}

/** A statement in running text also ends where a line without text follows. */
function firstInText(text: string, start: number, dialect: SqlDialect): string {
  const statement = firstStatement(text.slice(start), dialect);
  const gap = /\n[ \t]*\n|\n[ \t]*```/.exec(statement);
  return (gap === null ? statement : statement.slice(0, gap.index)).trim();
}
