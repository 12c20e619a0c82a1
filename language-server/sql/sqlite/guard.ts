import type { Database, Sqlite3Static } from "@sqlite.org/sqlite-wasm";

/**
 * What a statement may do: `query` only reads tables; `introspect` also asks for the schema; `define` builds tables in
 * an empty database in memory.
 */
export type Permission = "query" | "introspect" | "define";

export interface ColumnRead {
  readonly table: string;
  readonly column: string;
}

const deniedFunctions = new Set(["load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"]);
const schemaPragmas = new Set(["table_list", "table_xinfo", "foreign_key_list", "index_list", "index_info"]);

/**
 * SQLite's authorizer and settings around a connection (sql-tools-and-safety.md section 7, rule 2). The authorizer is
 * asked while a statement is compiled, so it also tells which columns a statement reads.
 */
export class Guard {
  permission: Permission = "query";
  /** Columns read by what was compiled since this was emptied, without repeats. */
  readonly reads = new Map<string, ColumnRead>();
  private readonly sqlite3: Sqlite3Static;
  private readonly db: Database;
  private deadline = Number.POSITIVE_INFINITY;

  constructor(sqlite3: Sqlite3Static, db: Database) {
    this.sqlite3 = sqlite3;
    this.db = db;
    const { capi } = sqlite3;
    capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0);
    capi.sqlite3_db_config(db, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, 0);
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_ATTACHED, 0);
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000);
    // Memory of all connections of this worker together: a statement that needs more fails.
    db.exec("PRAGMA hard_heap_limit=805306368; PRAGMA soft_heap_limit=268435456; PRAGMA temp_store=2");
    capi.sqlite3_set_authorizer(
      db,
      (_context, action, first, second) => this.authorize(action, first || "", second || ""),
      0,
    );
    capi.sqlite3_progress_handler(db, 10_000, () => (performance.now() > this.deadline ? 1 : 0), 0);
  }

  /** Milliseconds from now after which statements of this connection are interrupted. */
  startClock(deadlineMs: number): void {
    this.deadline = performance.now() + deadlineMs;
  }

  /** Whether `"text"` may be a string. Statements compiled before keep their reading. */
  setLegacyQuotes(legacy: boolean): void {
    const { capi } = this.sqlite3;
    capi.sqlite3_db_config(this.db, capi.SQLITE_DBCONFIG_DQS_DML, legacy ? 1 : 0, 0);
    capi.sqlite3_db_config(this.db, capi.SQLITE_DBCONFIG_DQS_DDL, legacy ? 1 : 0, 0);
  }

  private authorize(action: number, first: string, second: string): number {
    const { capi } = this.sqlite3;
    const allow = (yes: boolean) => (yes ? capi.SQLITE_OK : capi.SQLITE_DENY);
    switch (action) {
      case capi.SQLITE_SELECT:
      case capi.SQLITE_RECURSIVE:
        return capi.SQLITE_OK;
      case capi.SQLITE_READ:
        if (this.permission !== "query") return capi.SQLITE_OK;
        // `count(*)` reads a table without a column.
        if (second !== "") this.reads.set(`${first}\0${second}`, { table: first, column: second });
        // What such a table tells is not in the database, for example the paths of files.
        return allow(!first.toLowerCase().startsWith("pragma_"));
      case capi.SQLITE_FUNCTION:
        return allow(!deniedFunctions.has(second.toLowerCase()));
      case capi.SQLITE_PRAGMA:
        // Full-text tables look at `data_version` whenever they are read.
        return allow(
          (first === "data_version" && second === "") ||
            (this.permission === "introspect" && schemaPragmas.has(first)),
        );
      case capi.SQLITE_ATTACH:
      case capi.SQLITE_DETACH:
        return capi.SQLITE_DENY;
      default:
        return allow(this.permission === "define");
    }
  }
}
