/** What is known about a database: the words that linking, generation, scoring and execution share. */

export type SqlDialect = "sqlite" | "postgres" | "mysql" | "duckdb";

/** A value out of a result row. Integers beyond 2⁵³ are bigint; binary values are bytes; dates and JSON are text. */
export type SqlValue = null | number | bigint | string | boolean | Uint8Array;

export interface ColumnSchema {
  /** As written in the database. */
  readonly name: string;
  /** Declared type as written; empty when there is none (SQLite). */
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique?: boolean;
  readonly comment?: string;
  /** Some distinct values, most frequent first where that is known; cut to a reasonable length. */
  readonly samples?: readonly SqlValue[];
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly targetTable: string;
  /** As many as `columns`. */
  readonly targetColumns: readonly string[];
  /** Guessed from names and types, not declared. */
  readonly inferred: boolean;
}

export interface TableSchema {
  readonly name: string;
  /** Postgres schema, MySQL database; absent in SQLite. */
  readonly namespace?: string;
  readonly kind: "table" | "view";
  readonly comment?: string;
  readonly columns: readonly ColumnSchema[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Null when it was not counted (views, very large tables, DDL without rows). */
  readonly rowCount: number | null;
}

export interface DatabaseSchema {
  readonly dialect: SqlDialect;
  /** File name without extension, or the server's database name. */
  readonly name: string;
  readonly tables: readonly TableSchema[];
  /** SHA-256 (hex) of what it was read from: equal hashes mean an equal schema. */
  readonly contentHash: string;
}

/** Rows of an executed query. */
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** There were more rows than the cap. */
  readonly truncated: boolean;
  readonly elapsedMs: number;
}

/** Limits of one execution (sql-tools-and-safety.md section 7). */
export interface QueryLimits {
  readonly deadlineMs: number;
  readonly rows: number;
  /** Bytes of values in all. */
  readonly bytes: number;
}
