import { statSync } from "node:fs";
import type { Database, PreparedStatement, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import type { QueryLimits, QueryResult, SqlValue } from "../../core/sql/schema.ts";
import { type FileStamp, sameStamp, stampOf } from "../fileStamp.ts";
import type { EngineTarget, EngineWork } from "../messages.ts";
import { Bytes } from "../rowBudget.ts";
import type { Explanation } from "../sqlDatabase.ts";
import { Guard } from "./guard.ts";
import { type ReadOnlyFiles, readOnlyFilesName } from "./readOnlyFiles.ts";

/** A database that a worker holds open. */
export class SqliteConnection {
  readonly guard: Guard;
  private readonly sqlite3: Sqlite3Static;
  private readonly db: Database;
  private readonly release: () => void;
  /** Null for a database in memory. */
  private readonly stamp: FileStamp | null;

  private constructor(sqlite3: Sqlite3Static, db: Database, path: string | null, release: () => void) {
    this.sqlite3 = sqlite3;
    this.db = db;
    this.release = release;
    this.stamp = path === null ? null : stampOf(path);
    this.guard = new Guard(sqlite3, db);
  }

  static open(sqlite3: Sqlite3Static, files: ReadOnlyFiles, target: EngineTarget): Result<SqliteConnection> {
    return target.kind === "file"
      ? openFile(sqlite3, files, target.path)
      : openDefinitions(sqlite3, target.statements);

    function openFile(sqlite3: Sqlite3Static, files: ReadOnlyFiles, path: string): Result<SqliteConnection> {
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return fail("sql/unreachable", `There is no database at ${path}.`);
      if (!stats.isFile()) return fail("sql/not-a-database", `${path} is not a file.`);
      const name = files.mount(path);
      let db: Database | null = null;
      try {
        db = new sqlite3.oo1.DB({ filename: name, flags: "r", vfs: readOnlyFilesName });
        // The index of a write-ahead log is kept in memory, as this file system has no shared memory.
        db.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA query_only=1; PRAGMA cache_size=-16000");
        db.selectValue("SELECT count(*) FROM sqlite_schema");
        return ok(new SqliteConnection(sqlite3, db, path, () => files.unmount(name)));
      } catch (error) {
        db?.close();
        files.unmount(name);
        return openFailure(path, error);
      }
    }

    function openDefinitions(
      sqlite3: Sqlite3Static,
      statements: readonly string[],
    ): Result<SqliteConnection> {
      const db = new sqlite3.oo1.DB(":memory:", "c");
      const connection = new SqliteConnection(sqlite3, db, null, () => undefined);
      connection.guard.permission = "define";
      connection.guard.setLegacyQuotes(true);
      for (const statement of statements) {
        try {
          db.exec(statement);
        } catch (error) {
          connection.close();
          return fail(
            "sql/error",
            `A definition is not SQLite's: ${messageOf(error)}.`,
            statement.slice(0, 500),
          );
        }
      }
      connection.guard.permission = "query";
      return ok(connection);
    }
  }

  /** Whether the file was changed by somebody since it was opened. */
  get isStale(): boolean {
    return this.stamp !== null && !sameStamp(this.stamp, stampOf(this.stamp.path));
  }

  /**
   * Whether what was read may be a mixture of two states. What is only added to a write-ahead log disturbs nobody, as
   * the log is read up to the length that it had.
   */
  get isTorn(): boolean {
    if (this.stamp === null) return false;
    const now = stampOf(this.stamp.path);
    return now.main !== this.stamp.main || now.logHead !== this.stamp.logHead;
  }

  close(): void {
    this.db.close();
    this.release();
  }

  query({ sql, limits, legacyQuotes }: EngineWork["query"]["input"]): Result<QueryResult> {
    const started = performance.now();
    return this.compiled(sql, limits.deadlineMs, legacyQuotes, (statement) => {
      const columns = columnNames(statement);
      const { rows, truncated } = readRows(statement, columns.length, limits);
      return { columns, rows, truncated, elapsedMs: performance.now() - started };
    });
  }

  explain({ sql, deadlineMs, legacyQuotes }: EngineWork["explain"]["input"]): Result<Explanation> {
    this.guard.reads.clear();
    const checked = this.compiled(sql, deadlineMs, legacyQuotes, (statement) => ({
      columns: columnNames(statement),
      reads: [...this.guard.reads.values()],
    }));
    if (!checked.ok) return checked;
    const plan = this.compiled(`EXPLAIN QUERY PLAN ${sql}`, deadlineMs, legacyQuotes, (statement) => {
      const lines: string[] = [];
      while (statement.step()) lines.push(statement.getString(3) ?? "");
      return lines;
    });
    return plan.ok ? ok({ ...checked.value, plan: plan.value }) : plan;
  }

  /** All rows of a trusted statement of our own. Throws. */
  rows(sql: string): SqlValue[][] {
    const statement = this.db.prepare(sql);
    try {
      return readRows(statement, statement.columnCount, { rows: 100_000, bytes: 64 * 1024 * 1024 }).rows;
    } finally {
      statement.finalize();
    }
  }

  private compiled<T>(
    sql: string,
    deadlineMs: number,
    legacyQuotes: boolean,
    work: (statement: PreparedStatement) => T,
  ): Result<T> {
    this.guard.startClock(deadlineMs);
    this.guard.setLegacyQuotes(legacyQuotes);
    let statement: PreparedStatement | null = null;
    try {
      statement = this.db.prepare(sql);
      return ok(work(statement));
    } catch (error) {
      return this.failure(error, deadlineMs);
    } finally {
      statement?.finalize();
    }
  }

  private failure(error: unknown, deadlineMs: number): Result<never> {
    const { capi, SQLite3Error } = this.sqlite3;
    const code = error instanceof SQLite3Error ? error.resultCode & 0xff : 0;
    if (code === capi.SQLITE_INTERRUPT)
      return fail("sql/timeout", `The statement was stopped after ${deadlineMs / 1000} seconds.`);
    if (code === capi.SQLITE_AUTH)
      return fail(
        "sql/refused",
        "The statement was not run: it does more than read this database.",
        messageOf(error),
      );
    if (code === capi.SQLITE_NOMEM)
      return fail("sql/error", "The statement needed more memory than it may use.");
    return fail("sql/error", messageOf(error));
  }
}

function openFailure(path: string, error: unknown): Result<never> {
  const message = messageOf(error);
  if (/not a database|file is encrypted/.test(message))
    return fail("sql/not-a-database", `${path} is not an SQLite database, or it is encrypted.`);
  if (/readonly|unable to open/.test(message))
    return fail(
      "sql/unreachable",
      `${path} cannot be read now: another program is writing to it, or stopped while it did. Open it with that program once.`,
      message,
    );
  return fail("sql/error", `${path}: ${message}.`, detailOf(error));
}

/** The engine's sentence without the binding's own words: `SQLITE_ERROR: sqlite3 result code 1: no such table: t`. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, "");
}

function columnNames(statement: PreparedStatement): string[] {
  return statement.columnCount === 0 ? [] : statement.getColumnNames();
}

/** Rows up to the limits. One row more than the cap is looked at, to know whether there are more. */
function readRows(
  statement: PreparedStatement,
  columnCount: number,
  limits: Pick<QueryLimits, "rows" | "bytes">,
): { readonly rows: SqlValue[][]; readonly truncated: boolean } {
  const rows: SqlValue[][] = [];
  const budget = new Bytes(limits.bytes);
  while (statement.step()) {
    if (rows.length >= limits.rows) return { rows, truncated: true };
    const row: SqlValue[] = [];
    for (let column = 0; column < columnCount; column++) {
      const value = statement.get(column);
      row.push(value instanceof ArrayBuffer || value instanceof Int8Array ? null : (value ?? null));
    }
    if (!budget.take(row)) return { rows, truncated: true };
    rows.push(row);
  }
  return { rows, truncated: false };
}
