import type { SqlDialect } from "../../schema.ts";
import { type SqlToken, sqlTokens } from "../../tokens.ts";

/** ORDER BY (and LIMIT) of one SELECT in a text. */
export interface Ordering {
  /** The statement without LIMIT, its sort keys added as last columns where they are not result columns. */
  readonly probe: string;
  readonly keys: readonly KeyColumn[];
  /** Null without LIMIT. */
  readonly limit: { readonly count: number; readonly offset: number } | null;
}

/** Where a sort key stands in a row of the probe. */
export type KeyColumn =
  | { readonly kind: "position"; readonly index: number }
  /** Counted from the end of the row; 1 is the last. */
  | { readonly kind: "added"; readonly fromEnd: number }
  /** The result column of that name, lower-case. */
  | { readonly kind: "name"; readonly name: string };

/** What can be said about the orderings of a statement. */
export interface Orderings {
  readonly outer: Ordering | null;
  /** Sub-statements that keep only some rows. */
  readonly nested: readonly Ordering[];
  /** An ordering is there that could not be read; nothing may be concluded from the rows it keeps or from their order. */
  readonly unread: boolean;
}

/** Reads the orderings of a statement from its words. */
export function orderingsOf(sql: string, dialect: SqlDialect): Orderings {
  const { tokens: all, problem } = sqlTokens(sql, dialect);
  const semicolon = all.findIndex((token) => isSymbol(token, ";"));
  const tokens = semicolon < 0 ? all : all.slice(0, semicolon);
  let unread = problem !== null;
  let outer: Ordering | null = null;
  const nested: Ordering[] = [];
  for (const [index, range] of [tokens, ...subStatements(tokens)].entries()) {
    const reading = readOrdering(sql, range);
    if (reading === "unread") unread = true;
    else if (reading !== null && index === 0) outer = reading;
    else if (reading?.limit) nested.push(reading);
  }
  return { outer, nested, unread };
}

/** Depth of brackets before each token. */
function depthsOf(tokens: readonly SqlToken[]): number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (isSymbol(token, ")")) depth -= 1;
    const here = depth;
    if (isSymbol(token, "(")) depth += 1;
    return here;
  });
}

/** The insides of brackets that begin with SELECT or WITH. */
function subStatements(tokens: readonly SqlToken[]): SqlToken[][] {
  const depths = depthsOf(tokens);
  return tokens.flatMap((token, index) => {
    const first = tokens[index + 1];
    if (!isSymbol(token, "(") || !(isWord(first, "select") || isWord(first, "with"))) return [];
    const close = tokens.findIndex(
      (next, at) => at > index && isSymbol(next, ")") && depths[at] === depths[index],
    );
    return [tokens.slice(index + 1, close < 0 ? undefined : close)];
  });
}

const isWord = (token: SqlToken | undefined, word: string): boolean =>
  token?.kind === "word" && token.text.toLowerCase() === word;
const isSymbol = (token: SqlToken | undefined, symbol: string): boolean =>
  token?.kind === "symbol" && token.text === symbol;

/** The text that some neighbouring tokens stand for. */
const textOf = (sql: string, tokens: readonly SqlToken[]): string =>
  sql.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);

/** Null without an order or limit of its own; "unread" when there is one that is not understood. */
function readOrdering(sql: string, tokens: readonly SqlToken[]): Ordering | null | "unread" {
  const depths = depthsOf(tokens);
  const at = (word: string, after = -1): number =>
    tokens.findIndex((token, index) => index > after && depths[index] === 0 && isWord(token, word));
  const order = at("order");
  const limitAt = at("limit");
  if (order < 0) return limitAt < 0 ? null : "unread";
  if (tokens.slice(order).some((token) => isWord(token, "collate") || isWord(token, "fetch")))
    return "unread";
  const end = limitAt < 0 ? tokens.length : limitAt;
  const limit = limitAt < 0 ? null : readLimit(tokens.slice(limitAt));
  if (limit === "unread") return limit;
  const terms = splitTerms(tokens.slice(at("by", order) + 1, end)).map(withoutDirection);
  const from = at("from", at("select"));
  const selectList = tokens.slice(0, Math.max(0, from));
  const compound = ["union", "intersect", "except"].some((word) => at(word) >= 0);
  const found = terms.map((term) => outputColumn(term, selectList, compound));
  const added = terms.filter((_, index) => found[index] === null).map((term) => textOf(sql, term));
  if (added.length > 0 && (compound || from < 0)) return "unread";
  const probe =
    added.length === 0
      ? textOf(sql, tokens.slice(0, end))
      : `${textOf(sql, selectList)} , ${added.join(" , ")} ${textOf(sql, tokens.slice(from, end))}`;
  let fromEnd = added.length;
  return { probe, limit, keys: found.map((column) => column ?? { kind: "added", fromEnd: fromEnd-- }) };
}

/** The result column that a sort key names; null when it is an expression of its own. */
function outputColumn(
  term: readonly SqlToken[],
  selectList: readonly SqlToken[],
  compound: boolean,
): KeyColumn | null {
  const [only] = term;
  if (only === undefined || term.length > 1) return null;
  if (only.kind === "number") return { kind: "position", index: Number(only.text) - 1 };
  // A set operation is sorted by its result columns only.
  const named = compound || isAlias(selectList, only);
  return named ? { kind: "name", name: only.text.toLowerCase() } : null;
}

/** Whether the select list names one of its items so (`AS n`). */
const isAlias = (selectList: readonly SqlToken[], name: SqlToken): boolean =>
  selectList.some(
    (token, index) =>
      token.text.toLowerCase() === name.text.toLowerCase() && isWord(selectList[index - 1], "as"),
  );

/** LIMIT n, LIMIT n OFFSET m, LIMIT m, n. */
function readLimit(tokens: readonly SqlToken[]): Ordering["limit"] | "unread" {
  const words = tokens.map((token) => token.text.toLowerCase());
  const [, first = "", separator, second = "", ...rest] = words;
  const whole = /^\d+$/;
  if (!whole.test(first) || rest.length > 0) return "unread";
  if (separator === undefined) return { count: Number(first), offset: 0 };
  if (!whole.test(second)) return "unread";
  if (separator === "offset") return { count: Number(first), offset: Number(second) };
  return separator === "," ? { count: Number(second), offset: Number(first) } : "unread";
}

function splitTerms(tokens: readonly SqlToken[]): SqlToken[][] {
  const depths = depthsOf(tokens);
  const terms: SqlToken[][] = [[]];
  tokens.forEach((token, index) => {
    if (isSymbol(token, ",") && depths[index] === 0) terms.push([]);
    else terms.at(-1)?.push(token);
  });
  return terms;
}

const directionWords = ["asc", "desc", "nulls", "first", "last"];

function withoutDirection(term: readonly SqlToken[]): SqlToken[] {
  const end = term.findLastIndex((token) => !directionWords.some((word) => isWord(token, word)));
  return term.slice(0, end + 1);
}
