/** Schemas out of `.sql` files that only define tables: no engine, no rows. Reads what dumps of all engines contain. */
import { Cursor, cutAtCommas, isSymbol, isWord } from "./ddlCursor.ts";
import { readColumns, type TableDefinition, tableConstraint } from "./ddlTable.ts";
import type { ForeignKey, SqlDialect, TableSchema } from "./schema.ts";
import { type SqlToken, sqlTokens } from "./tokens.ts";

export interface DdlSchema {
  readonly tables: readonly TableSchema[];
  /** Statements that looked like definitions and could not be read: their first words. */
  readonly skipped: readonly string[];
}

/** Statements of a script as text, without empty ones. What is not closed ends the script. */
export function splitStatements(sql: string, dialect: SqlDialect): string[] {
  const text = withoutClientParts(sql);
  return statementsOf(sqlTokens(text, dialect).tokens).map((tokens) =>
    text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0),
  );
}

/**
 * Which engine a script was written for, by words that only one of them has. SQLite where nothing speaks against it:
 * its types are free, so it takes the plain definitions of all others.
 */
export function guessDialect(sql: string): SqlDialect {
  const head = sql.slice(0, 200_000);
  const score = (...patterns: RegExp[]) => patterns.filter((pattern) => pattern.test(head)).length;
  const mysql = score(
    /\bENGINE\s*=\s*\w+/i,
    /\bAUTO_INCREMENT\b/i,
    /^\s*(UNIQUE\s+)?KEY\s+`/im,
    /\bCHARSET\b/i,
    /\/\*!\d/,
    /\bUNSIGNED\b/i,
    /\bCOMMENT\s*(=\s*)?'/i,
  );
  const postgres = score(
    /\b(BIG|SMALL)?SERIAL\b/i,
    /::\s*\w+/,
    /\bCOMMENT\s+ON\b/i,
    /\bCREATE\s+(EXTENSION|TYPE|SEQUENCE|SCHEMA|DOMAIN|MATERIALIZED)\b/i,
    /\bALTER\s+TABLE\s+ONLY\b/i,
    /\bADD\s+CONSTRAINT\b/i,
    /\$\$/,
    /^\\\w/m,
    /\b(JSONB|TIMESTAMPTZ|BYTEA|UUID)\b/i,
    /\bGENERATED\s+(ALWAYS|BY DEFAULT)\s+AS\s+IDENTITY\b/i,
    /\bWITH(OUT)?\s+TIME\s+ZONE\b/i,
  );
  if (mysql === 0 && postgres === 0) return "sqlite";
  return mysql >= postgres ? "mysql" : "postgres";
}

/** Whether a script defines any table, for telling schema files from other `.sql` files. */
export const definesTables = (sql: string): boolean =>
  /\bCREATE\s+(OR\s+REPLACE\s+)?(GLOBAL\s+|LOCAL\s+|UNLOGGED\s+|FOREIGN\s+|TEMP(ORARY)?\s+)*TABLE\b/i.test(
    sql,
  );

/** Tables and views that a script defines, with keys added later by ALTER TABLE and comments on them. */
export function readDdl(sql: string, dialect: SqlDialect): DdlSchema {
  const tables = new Map<string, TableDefinition>();
  const skipped: string[] = [];
  const text = withoutClientParts(sql);
  for (const statement of statementsOf(sqlTokens(text, dialect).tokens)) {
    const cursor = new Cursor(statement);
    if (cursor.take("CREATE")) {
      if (!createObject(cursor, text, tables) && isWord(statement[1], "TABLE"))
        skipped.push(firstWords(statement));
    } else if (cursor.take("ALTER", "TABLE")) {
      alterTable(cursor, text, tables);
    } else if (cursor.take("COMMENT", "ON")) {
      commentOn(cursor, tables);
    } else if (cursor.take("DROP", "TABLE")) {
      cursor.take("IF", "EXISTS");
      const name = cursor.name();
      if (name !== null) tables.delete(name.name.toLowerCase());
    }
  }
  return { tables: [...tables.values()].map((table) => finished(table, tables)), skipped };
}

function createObject(cursor: Cursor, text: string, tables: Map<string, TableDefinition>): boolean {
  cursor.take("OR", "REPLACE");
  while (cursor.takeAny("TEMP", "TEMPORARY", "GLOBAL", "LOCAL", "UNLOGGED", "FOREIGN", "MATERIALIZED"));
  // MySQL's dumps put ALGORITHM=… DEFINER=… SQL SECURITY … before VIEW.
  const kind = cursor.takeAny("TABLE", "VIEW") ?? (cursor.skipTo("VIEW") ? "VIEW" : null);
  if (kind === null) return false;
  cursor.take("IF", "NOT", "EXISTS");
  const name = cursor.name();
  if (name === null) return false;
  const items = cursor.parenthesised();
  if (kind === "TABLE" && items === null) return false;
  const table: TableDefinition = {
    ...name,
    kind: kind === "TABLE" ? "table" : "view",
    columns: [],
    primaryKey: [],
    foreignKeys: [],
    ...tableComment(cursor),
  };
  if (kind === "TABLE") readColumns(table, items ?? [], text);
  else
    for (const [first] of items ?? [])
      if (first !== undefined)
        table.columns.push({ name: first.text, type: "", nullable: true, primaryKey: false });
  tables.set(name.name.toLowerCase(), table);
  return true;
}

/** MySQL's `COMMENT = '…'` behind the columns. */
function tableComment(cursor: Cursor): { comment: string } | Record<string, never> {
  if (!cursor.skipTo("COMMENT")) return {};
  if (isSymbol(cursor.peek(), "=")) cursor.next();
  const text = cursor.next();
  return text?.kind === "string" ? { comment: text.text } : {};
}

function alterTable(cursor: Cursor, text: string, tables: Map<string, TableDefinition>): void {
  cursor.take("IF", "EXISTS");
  cursor.take("ONLY");
  const name = cursor.name();
  const table = name === null ? undefined : tables.get(name.name.toLowerCase());
  if (table === undefined) return;
  for (const part of cutAtCommas(cursor.rest())) {
    const action = new Cursor(part);
    if (!action.take("ADD")) continue;
    action.take("COLUMN");
    action.take("IF", "NOT", "EXISTS");
    const rest = action.rest();
    if (!tableConstraint(table, rest)) readColumns(table, [rest], text);
  }
}

function commentOn(cursor: Cursor, tables: Map<string, TableDefinition>): void {
  const kind = cursor.takeAny("TABLE", "COLUMN", "VIEW");
  const path = cursor.path();
  const text = cursor.take("IS") ? cursor.next() : undefined;
  if (kind === null || text?.kind !== "string") return;
  const column = kind === "COLUMN" ? path.pop() : undefined;
  const table = tables.get(path.at(-1)?.toLowerCase() ?? "");
  if (table === undefined) return;
  if (column === undefined) table.comment = text.text;
  else {
    const found = table.columns.findIndex((each) => each.name.toLowerCase() === column.toLowerCase());
    const old = table.columns[found];
    if (old !== undefined) table.columns[found] = { ...old, comment: text.text };
  }
}

/** Keys as the schema has them: columns of the primary key marked, references without columns point to that key. */
function finished(table: TableDefinition, all: ReadonlyMap<string, TableDefinition>): TableSchema {
  const inKey = new Set(table.primaryKey.map((name) => name.toLowerCase()));
  const foreignKeys = table.foreignKeys.map((key): ForeignKey => {
    if (key.targetColumns.length > 0) return key;
    return { ...key, targetColumns: all.get(key.targetTable.toLowerCase())?.primaryKey ?? [] };
  });
  return {
    ...table,
    columns: table.columns.map((column) =>
      inKey.has(column.name.toLowerCase()) ? { ...column, primaryKey: true, nullable: false } : column,
    ),
    foreignKeys: foreignKeys.filter((key) => key.columns.length === key.targetColumns.length),
    rowCount: null,
  };
}

/**
 * What is for the client program and not SQL becomes blank, with offsets kept: `\connect x`, `.mode`, the rows after
 * `COPY … FROM stdin;`, and MySQL's versioned comments.
 */
function withoutClientParts(sql: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, " ");
  return sql
    .replace(/^COPY [^;]*\bFROM\s+stdin\b[^;]*;\n[\s\S]*?^\\\.$/gim, blank)
    .replace(/^[\\.][A-Za-z][^\n]*/gm, blank)
    .replace(/\/\*(!|M!|\+)[\s\S]*?\*\//g, blank);
}

function statementsOf(tokens: readonly SqlToken[]): SqlToken[][] {
  const statements: SqlToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "symbol" && token.text === ";") statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((statement) => statement.length > 0);
}

const firstWords = (tokens: readonly SqlToken[]) =>
  tokens
    .slice(0, 4)
    .map((token) => token.text)
    .join(" ");
