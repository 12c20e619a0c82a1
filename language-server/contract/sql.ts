/** Requests and events about the databases of a workspace and about SQL files. */
import type { QueryOutcome, QuestionId, RunId, TextRange, TokenRecord } from "./entities.ts";
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

/** Why a statement is not shown. */
export interface SuggestionProblem {
  /**
   * `unfinished`: the model did not come to an end; `refused`: not one query that only reads; `syntax`: not parsed;
   * `names`: a table or column that is not in the schema; `database`: the database does not explain it.
   */
  readonly kind: "unfinished" | "refused" | "syntax" | "names" | "database";
  readonly message: string;
}

/** One continuation that the model wrote. */
export interface SuggestionCandidate {
  /** The first one takes the likeliest tokens; alternatives are drawn. */
  readonly sampling: "likeliest" | "drawn";
  readonly tokens: readonly TokenRecord[];
  readonly generateMs: number;
  /** Whole statements in the order in which they were tried: all that was written, then shorter beginnings of it. */
  readonly tries: readonly { readonly sql: string; readonly problem: SuggestionProblem | null }[];
  /** What is inserted at the cursor; null when nothing that was tried is good. */
  readonly insert: string | null;
}

/** What the model suggested at one place of an SQL document, and how it came about. */
export interface Suggestion {
  readonly suggestionId: string;
  readonly uri: string;
  readonly database: DatabaseEntry;
  readonly modelName: string;
  /** What the comment asks for; empty without one. */
  readonly comment: string;
  /** The statement up to the cursor. */
  readonly begun: string;
  /** Tables in the prompt, and how many others the database has. */
  readonly tables: readonly string[];
  readonly tablesLeftOut: number;
  readonly prompt: string;
  readonly promptTokens: number;
  /** Tokens of the prompt that were there already from the suggestion before. */
  readonly reusedTokens: number;
  readonly promptMs: number;
  /** Names and syntax were kept to while it was written, not only checked afterwards. */
  readonly constrained: boolean;
  readonly elapsedMs: number;
  readonly candidates: readonly SuggestionCandidate[];
}

/** What a query gave, kept by the server until newer results take its place. */
export interface ShownResult {
  readonly resultId: string;
  readonly database: DatabaseEntry;
  /** Up to `rowsShown` rows. */
  readonly outcome: QueryOutcome;
  /** Set where a model wrote the query: the question, and where its trace is. */
  readonly asked?: { readonly question: string; readonly runId: RunId; readonly questionId: QuestionId };
}

/** A node of a relation graph: words first, then tables with their columns. `*` is left out. */
export type LinkNode =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "table"; readonly table: string; readonly score: number; readonly bridge: boolean }
  | {
      readonly kind: "column";
      readonly table: string;
      readonly column: string;
      readonly type: string;
      readonly primaryKey: boolean;
      /** 0 where nothing speaks for it. */
      readonly score: number;
    };

/** An edge of a relation graph; `from` and `to` are numbers of nodes. */
export interface LinkEdge {
  readonly from: number;
  readonly to: number;
  readonly relation: string;
  /** The stored value, for value matches. */
  readonly value?: string;
  /** A foreign key that was guessed from names and types. */
  readonly inferred?: true;
}

/** The relation graph of a question and the best part of a schema, for drawing (graphix-text-to-sql.md). */
export interface SchemaLinks {
  readonly database: DatabaseEntry;
  readonly question: string;
  readonly nodes: readonly LinkNode[];
  /** One direction of each pair: words to items, tables to their columns, foreign keys to what they name. */
  readonly edges: readonly LinkEdge[];
  /** How many edges the whole graph has of each relation, also of those that are not among `edges`. */
  readonly relations: readonly { readonly relation: string; readonly edges: number }[];
  readonly tablesInAll: number;
}

export interface SqlMethods {
  /**
   * All databases, and the one that the document (or without it the workspace) uses; null when none is chosen.
   * `refresh` looks for them anew.
   */
  "deliberate/sql/databases": {
    params: { uri?: string; refresh?: boolean };
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
  /** Runs one query for a person. What the database says against it is in the outcome; failures are about reaching it. */
  "deliberate/sql/query": {
    params: { id: string; sql: string; asked?: ShownResult["asked"] };
    result: Result<ShownResult>;
  };
  /** A result that was shown before. */
  "deliberate/sql/result": { params: { resultId: string }; result: Result<ShownResult> };
  /** The statements of an open document, and the one at `position`; its index, or null between statements. */
  "deliberate/sql/statements": {
    params: { uri: string; position?: TextRange["start"] };
    result: Result<{ at: number | null; statements: { sql: string; range: TextRange }[] }>;
  };
  /** Which tables and columns a question speaks of. `id`: of a database, or its location. */
  "deliberate/sql/links": {
    params: { id: string; question: string };
    result: Result<SchemaLinks>;
  };
  /** Reads a connection string: how it is named without its password, and under which key that is kept. */
  "deliberate/sql/readConnection": {
    params: { text: string };
    result: Result<{ connection: string; secretKey: string | null; password: string | null }>;
  };
  /** The suggestion made or shown last in a document, of which the trace panel shows the trace. */
  "deliberate/sql/lastSuggestion": { params: { uri: string }; result: Result<{ suggestionId: string }> };
  /** A suggestion that was made before. */
  "deliberate/sql/suggestion": { params: { suggestionId: string }; result: Result<Suggestion> };
}

/** Requests that the server makes of the editor. */
export interface ClientMethods {
  /** The password kept under a key; null when there is none. */
  "deliberate/client/secret": { params: { key: string }; result: string | null };
  /** Connection strings, without passwords, that the person has added. */
  "deliberate/client/connections": { params: Record<string, never>; result: string[] };
  /**
   * Whether something may be asked of a database on a server. With `ask` the person is asked, once for each workspace;
   * without it only an earlier “yes” counts.
   */
  "deliberate/client/mayConnect": { params: { database: DatabaseEntry; ask: boolean }; result: boolean };
}

/** Rows of a result that are sent to be shown. */
export const rowsShown = 1000;

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
