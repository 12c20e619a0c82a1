import type { Result } from "../contract/result.ts";
import type { DatabaseSchema, QueryLimits, QueryResult, SqlDialect } from "../core/sql/schema.ts";

/** A database on a server. Holds no password: that is asked for by `secretKey` when a connection is made. */
export interface ServerSource {
  readonly kind: "server";
  readonly dialect: "postgres" | "mysql";
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** `verify` checks the server's certificate, `require` only encrypts. */
  readonly tls: "off" | "require" | "verify";
  /** Under which `secret` knows the password. */
  readonly secretKey: string;
}

export type DatabaseSource =
  | { readonly kind: "sqlite"; readonly path: string }
  | { readonly kind: "duckdb"; readonly path: string }
  /** A `.sql` file that defines tables; guessed dialect when none is given. */
  | { readonly kind: "ddl"; readonly path: string; readonly dialect?: SqlDialect }
  | ServerSource;

/** An SQLite database in memory, made by definitions and INSERT statements. */
export interface ScriptSource {
  readonly kind: "script";
  readonly name: string;
  readonly statements: string | readonly string[];
}

export interface StatementOptions {
  /**
   * SQLite only: read `"text"` in double quotes as a string where no column is called so, as the command line and the
   * official Spider scorer do. Default: true for `query`, false for `explain`, where such a name is unknown.
   */
  readonly legacyQuotes?: boolean;
}

/** What an engine says of a statement without running it. */
export interface Explanation {
  /** Names of the result's columns; null where the engine does not tell. */
  readonly columns: readonly string[] | null;
  /** Tables and columns that the statement reads, by the engine's own name resolution; null where it does not tell. */
  readonly reads: readonly { readonly table: string; readonly column: string }[] | null;
  /** The engine's plan, a line each. */
  readonly plan: readonly string[];
}

/** One database, opened for reading only. Methods may be called at the same time; none rejects. */
export interface SqlDatabase {
  readonly dialect: SqlDialect;
  /** File name without extension, or the server's database name. */
  readonly name: string;
  /**
   * The schema with keys, inferred keys, comments, row counts and sample values; from the cache where the database has
   * not changed since. `refresh` reads it anew.
   */
  schema(refresh?: boolean): Promise<Result<DatabaseSchema>>;
  /**
   * Runs one query. `sql/refused`: not a single query, or it reaches beyond the database; `sql/error`: the engine's
   * message; `sql/timeout`; `sql/unreachable`: the file or server is gone.
   */
  query(sql: string, limits?: QueryLimits, options?: StatementOptions): Promise<Result<QueryResult>>;
  /** Checks syntax, names and rules without running the statement. Fails as `query` does. */
  explain(sql: string, options?: StatementOptions): Promise<Result<Explanation>>;
  close(): Promise<void>;
}

/** For statements that a person waits for (sql-tools-and-safety.md section 7, rule 2). */
export const interactiveLimits: QueryLimits = { deadlineMs: 5_000, rows: 10_000, bytes: 8 * 1024 * 1024 };

/** For evaluations, where a slow statement is still an answer. */
export const evaluationLimits: QueryLimits = { ...interactiveLimits, deadlineMs: 30_000 };
