import { init, ParserError, validate } from "@guanmingchiu/sqlparser-ts";
import type { SqlDialect } from "../../core/sql/schema.ts";

export interface SyntaxProblem {
  readonly message: string;
  /** From 1, where the parser knows the place. */
  readonly line: number | null;
  readonly column: number | null;
}

const dialects = { sqlite: "sqlite", postgres: "postgresql", mysql: "mysql", duckdb: "duckdb" } as const;

/** What is wrong with the syntax of one statement; null when nothing is. */
export async function syntaxProblem(sql: string, dialect: SqlDialect): Promise<SyntaxProblem | null> {
  await init();
  try {
    validate(sql, dialects[dialect]);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = / at Line: (\d+), Column: (\d+)/.exec(message);
    const text = message.replace(/^.*?parser error:\s*/i, "").replace(/ at Line: \d+, Column: \d+.*$/s, "");
    const located = error instanceof ParserError ? error.location : undefined;
    return {
      message: `${text}.`,
      line: place === null ? (located?.line ?? null) : Number(place[1]),
      column: place === null ? (located?.column ?? null) : Number(place[2]),
    };
  }
}
