/** Requests and events about the databases of a workspace and about SQL files. */
import type { Result } from "./result.ts";

export type DatabaseDialect = "sqlite" | "postgres" | "mysql" | "duckdb";

/** A database that was found; it is opened only when something is asked about it. */
export interface DatabaseEntry {
  /** Stable over restarts; names the database in the other requests. */
  readonly id: string;
  /** File name without extension, or the server's database name. */
  readonly name: string;
  readonly dialect: DatabaseDialect;
  /** `definitions`: a script that only defines tables. */
  readonly kind: "file" | "definitions" | "server";
  /** Path, or address without a password. */
  readonly location: string;
  /** What it was found in: a setting's or a variable's name; absent for files of the workspace. */
  readonly foundIn?: string;
}

export interface SchemaColumn {
  readonly name: string;
  /** As declared; empty when there is none. */
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly comment?: string;
  /** Where a foreign key of this one column leads. */
  readonly references?: { readonly table: string; readonly column: string; readonly inferred: boolean };
  /** Some values as text. */
  readonly samples: readonly string[];
}

export interface SchemaTable {
  readonly name: string;
  readonly namespace?: string;
  readonly kind: "table" | "view";
  readonly comment?: string;
  /** Null when it was not counted. */
  readonly rowCount: number | null;
  readonly columns: readonly SchemaColumn[];
}

/** How a suggestion came about, for reading. */
export interface SuggestionExplanation {
  readonly title: string;
  readonly markdown: string;
}

export interface SqlMethods {
  /** All databases, and the one that the document (or without it the workspace) uses; null when none is chosen. */
  "deliberate/sql/databases": {
    params: { uri?: string };
    result: Result<{ databases: DatabaseEntry[]; selected: string | null }>;
  };
  /**
   * Chooses the database of one document, or without `uri` of the workspace. Null takes the choice back: then the only
   * database, or the one beside the document, is used.
   */
  "deliberate/sql/selectDatabase": {
    params: { id: string | null; uri?: string };
    result: Result<{ selected: DatabaseEntry | null }>;
  };
  /** `refresh` reads it anew instead of trusting the cache. */
  "deliberate/sql/schema": {
    params: { id: string; refresh?: boolean };
    result: Result<{ dialect: DatabaseDialect; tables: SchemaTable[] }>;
  };
  /** The trace of the suggestion shown last in the document. */
  "deliberate/sql/explainSuggestion": {
    params: { uri: string };
    result: Result<SuggestionExplanation>;
  };
}

export interface SqlEvents {
  /** Databases came or went, or another one is used somewhere. */
  "deliberate/sql/databasesChanged": Record<string, never>;
}

/** Settings `deliberate.sql.*`. */
export interface SqlFileSettings {
  /** Off: SQL files are left to other extensions altogether. */
  readonly enabled: boolean;
  readonly inlineSuggestions: boolean;
  readonly completion: boolean;
  readonly diagnostics: boolean;
  readonly hover: boolean;
}
