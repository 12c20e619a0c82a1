import mysql, { type FieldPacket, type Pool, type PoolConnection, type QueryError } from "mysql2";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { QueryLimits, SqlValue } from "../../core/sql/schema.ts";
import { Bytes } from "../rowBudget.ts";
import type { Rows, ServerSession } from "../serverCatalogue.ts";
import {
  connectMs,
  encryptionOf,
  ended,
  graceMs,
  idleMs,
  lostConnection,
  messageOf,
  noConnection,
  refused,
  type Secret,
  stopped,
} from "../serverSession.ts";
import type { ServerSource } from "../sqlDatabase.ts";

/** Column type of 64-bit integers in the protocol. */
const longLong = 8;

/** Errors that mean a time limit: of MariaDB and of MySQL for the statement, and for a lock. */
const timeErrors = new Set([1969, 3024, 1317, 1205]);
const readOnlyErrors = new Set([1792, 1290]);

/**
 * One connection to a MySQL or MariaDB server. Every statement runs alone in a read-only transaction with a time limit
 * and is rolled back. A read-only transaction still lets a statement write files on the server and read them
 * (`INTO OUTFILE`, `LOAD_FILE`): the check before it refuses these.
 */
export class MysqlSession implements ServerSession {
  private readonly source: ServerSource;
  private readonly secret: Secret;
  private pool: Promise<Pool> | null = null;

  constructor(source: ServerSource, secret: Secret) {
    this.source = source;
    this.secret = secret;
  }

  /** Runs one statement. The caller has checked that it is a query. */
  async run(sql: string, limits: QueryLimits): Promise<Result<Rows>> {
    let connection: PoolConnection;
    try {
      this.pool ??= this.makePool();
      connection = await connect(await this.pool);
    } catch (error) {
      // The password may have been entered anew until the next attempt.
      await this.close();
      return noConnection(this.source, error);
    }
    let cut: "time" | "bytes" | null = null;
    const timer = setTimeout(() => {
      cut = "time";
      connection.destroy();
    }, limits.deadlineMs + graceMs);
    try {
      await prepare(connection, limits);
      const rows = await fetchRows(connection, sql, limits, () => {
        cut = "bytes";
        connection.destroy();
      });
      if (cut === null) {
        await command(connection, "ROLLBACK");
        connection.release();
      }
      return ok(rows);
    } catch (error) {
      // What state the session is in is not worth finding out.
      connection.destroy();
      return this.failure(error, cut === "time", limits);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    const pool = await this.pool?.catch(() => null);
    this.pool = null;
    if (!pool) return;
    await ended(new Promise((resolve) => pool.end(() => resolve())));
  }

  private async makePool(): Promise<Pool> {
    const { source } = this;
    const ssl = encryptionOf(source);
    const password = await this.secret(source.secretKey);
    return mysql.createPool({
      host: source.host,
      port: source.port,
      database: source.database,
      user: source.user,
      ...(password === undefined ? {} : { password }),
      ...(ssl === null ? {} : { ssl }),
      connectionLimit: 1,
      maxIdle: 0,
      idleTimeout: idleMs,
      connectTimeout: connectMs,
      // Neither several statements in one, nor files of this machine sent to the server, nor code made of names.
      multipleStatements: false,
      flags: ["-LOCAL_FILES"],
      disableEval: true,
      rowsAsArray: true,
      supportBigNumbers: true,
      decimalNumbers: true,
      dateStrings: true,
      jsonStrings: true,
    });
  }

  private failure(error: unknown, timedOut: boolean, limits: QueryLimits): Result<never> {
    const number = isQueryError(error) ? (error.errno ?? 0) : 0;
    if (timedOut || timeErrors.has(number)) return stopped(limits);
    if (readOnlyErrors.has(number)) return refused(error);
    if (number === 0 || (isQueryError(error) && error.fatal)) return lostConnection(this.source, error);
    return fail("sql/error", messageOf(error));
  }
}

const connect = (pool: Pool): Promise<PoolConnection> =>
  new Promise((resolve, reject) => {
    pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
  });

const command = (connection: PoolConnection, sql: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    connection.query(sql, (error: QueryError | null, result: unknown) =>
      error ? reject(error) : resolve(result),
    );
  });

/** Begins the transaction with limits, and with the quoting rules by which statements were checked. */
async function prepare(connection: PoolConnection, limits: QueryLimits): Promise<void> {
  const version = JSON.stringify(await command(connection, "SELECT VERSION()"));
  const seconds = Math.max(1, Math.ceil(limits.deadlineMs / 1000));
  const deadline = /mariadb/i.test(version)
    ? `max_statement_time = ${limits.deadlineMs / 1000}`
    : `max_execution_time = ${Math.round(limits.deadlineMs)}`;
  await command(
    connection,
    `SET SESSION ${deadline}, SESSION lock_wait_timeout = ${seconds}, SESSION innodb_lock_wait_timeout = ${seconds},
     SESSION sql_select_limit = ${limits.rows + 1},
     SESSION sql_mode = REPLACE(REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''), 'ANSI_QUOTES', ''), 'IGNORE_SPACE', '')`,
  );
  await command(connection, "START TRANSACTION READ ONLY");
}

function fetchRows(
  connection: PoolConnection,
  sql: string,
  limits: QueryLimits,
  stop: () => void,
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const rows: SqlValue[][] = [];
    const budget = new Bytes(limits.bytes);
    let fields: readonly FieldPacket[] = [];
    const finish = (truncated: boolean) =>
      resolve({ columns: fields.map((field) => field.name), rows, truncated });
    const query = connection.query(sql);
    query.on("fields", (found: FieldPacket[]) => {
      fields = found;
    });
    query.on("result", (row: unknown) => {
      if (!Array.isArray(row)) return;
      const values = row.map((value: unknown, index) => sqlValue(value, fields[index]));
      if (rows.length < limits.rows && budget.take(values)) rows.push(values);
      else if (rows.length < limits.rows) {
        stop();
        finish(true);
      } else finish(true);
    });
    query.on("error", reject);
    query.on("end", () => finish(false));
  });
}

function sqlValue(value: unknown, field: FieldPacket | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return field?.columnType === longLong ? BigInt(value) : value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return value;
  if (value instanceof Uint8Array) return new Uint8Array(value);
  return JSON.stringify(value);
}

const isQueryError = (error: unknown): error is QueryError =>
  error instanceof Error && "errno" in error && "sqlState" in error;
