import pg from "pg";
import Cursor from "pg-cursor";
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
import { readValue } from "./values.ts";

const rowsAtOnce = 500;

const types = {
  getTypeParser: (type: number) => (text: string) => readValue(type, text),
};

/**
 * One connection to a PostgreSQL server, made when it is needed. Every statement runs alone in a read-only transaction
 * with time limits that is rolled back, by the extended protocol, which takes one statement only
 * (sql-tools-and-safety.md section 7, rule 4). Rows are fetched in portions, so that a limit also limits the work.
 */
export class PostgresSession implements ServerSession {
  private readonly pool: pg.Pool;
  private readonly source: ServerSource;

  constructor(source: ServerSource, secret: Secret) {
    this.source = source;
    this.pool = new pg.Pool({
      host: source.host,
      port: source.port,
      database: source.database,
      user: source.user,
      password: async () => (await secret(source.secretKey)) ?? "",
      ssl: encryptionOf(source) ?? false,
      max: 1,
      connectionTimeoutMillis: connectMs,
      idleTimeoutMillis: idleMs,
      allowExitOnIdle: true,
      application_name: "deliberate",
    });
    // An idle connection that the server closes is replaced by the next one.
    this.pool.on("error", () => undefined);
  }

  /** Runs one statement. The caller has checked that it is a query. */
  async run(sql: string, limits: QueryLimits, values: readonly string[] = []): Promise<Result<Rows>> {
    let client: pg.PoolClient;
    try {
      client = await this.pool.connect();
    } catch (error) {
      return noConnection(this.source, error);
    }
    const guard = new Guard(client, limits);
    const command = (text: string) => guard.whileUncut(client.query(text));
    try {
      await command("BEGIN TRANSACTION READ ONLY");
      await command(
        `SET LOCAL statement_timeout = ${Math.round(limits.deadlineMs)};
         SET LOCAL lock_timeout = ${Math.round(limits.deadlineMs)};
         SET LOCAL idle_in_transaction_session_timeout = ${Math.round(limits.deadlineMs + 10 * graceMs)};
         SET LOCAL standard_conforming_strings = on`,
      );
      const result = await guard.whileUncut(fetchRows(client, sql, values, limits));
      await command("ROLLBACK");
      guard.release(false);
      return ok(result);
    } catch (error) {
      if (guard.reason === null) {
        const alive = await command("ROLLBACK").then(
          () => true,
          () => false,
        );
        guard.release(!alive);
      }
      return this.failure(error, guard.reason, limits);
    }
  }

  async close(): Promise<void> {
    if (this.pool.ending) return;
    await ended(this.pool.end());
  }

  private failure(error: unknown, reason: Guard["reason"], limits: QueryLimits): Result<never> {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (reason === "time" || code === "57014" || code === "55P03") return stopped(limits);
    if (reason === "bytes") return fail("sql/error", "A row of the result is larger than the limit.");
    if (code === "25006") return refused(error);
    if (code === undefined || code.startsWith("08") || code.startsWith("57P"))
      return lostConnection(this.source, error);
    return fail("sql/error", messageOf(error));
  }
}

/** Cuts the connection when a statement takes too long or its rows are too large, whatever the server does. */
class Guard {
  reason: "time" | "bytes" | null = null;
  private readonly client: pg.PoolClient;
  private readonly timer: NodeJS.Timeout;
  private readonly watch: NodeJS.Timeout;
  private released = false;
  private onCut: (error: Error) => void = ignore;
  private readonly whenCut = new Promise<never>((_, reject) => {
    this.onCut = reject;
  });

  constructor(client: pg.PoolClient, limits: QueryLimits) {
    this.client = client;
    // Nobody may be waiting when it happens.
    this.whenCut.catch(ignore);
    const { stream } = connectionOf(client);
    const begin = stream.bytesRead;
    // A cut connection also reports itself; nobody else listens then.
    client.on("error", ignore);
    this.timer = setTimeout(() => this.cut("time"), limits.deadlineMs + graceMs);
    this.watch = setInterval(() => {
      // Rows are looked at in portions; one portion may hold the last allowed rows and one more of each size.
      if (stream.bytesRead - begin > 4 * limits.bytes + 64 * 1024 * 1024) this.cut("bytes");
    }, 50);
  }

  /** What is awaited on a connection that was cut may never come. */
  whileUncut<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.whenCut]);
  }

  release(broken: boolean): void {
    if (this.released) return;
    this.released = true;
    clearTimeout(this.timer);
    clearInterval(this.watch);
    this.client.removeListener("error", ignore);
    this.client.release(broken);
  }

  private cut(reason: "time" | "bytes"): void {
    this.reason = reason;
    connectionOf(this.client).stream.destroy();
    this.release(true);
    this.onCut(new Error("The connection was cut."));
  }
}

const ignore = (): void => undefined;

/** The socket below a client, which the package's types leave out. */
function connectionOf(client: pg.PoolClient): {
  readonly stream: { readonly bytesRead: number; destroy(): void };
} {
  const connection: unknown = Reflect.get(client, "connection");
  const stream: unknown =
    typeof connection === "object" && connection !== null ? Reflect.get(connection, "stream") : null;
  return isSocket(stream) ? { stream } : { stream: { bytesRead: 0, destroy: ignore } };
}

const isSocket = (value: unknown): value is { readonly bytesRead: number; destroy(): void } =>
  typeof value === "object" && value !== null && "bytesRead" in value && "destroy" in value;

async function fetchRows(
  client: pg.PoolClient,
  sql: string,
  values: readonly string[],
  limits: QueryLimits,
): Promise<Rows> {
  const cursor = client.query(new Cursor<SqlValue[]>(sql, [...values], { rowMode: "array", types }));
  const rows: SqlValue[][] = [];
  const budget = new Bytes(limits.bytes);
  while (true) {
    const wanted = Math.min(rowsAtOnce, limits.rows + 1 - rows.length);
    const portion = await readPortion(cursor, wanted);
    const { columns } = portion;
    for (const row of portion.rows) {
      if (rows.length >= limits.rows || !budget.take(row)) {
        await cursor.close();
        return { columns, rows, truncated: true };
      }
      rows.push(row);
    }
    if (portion.rows.length < wanted) return { columns, rows, truncated: false };
  }
}

function readPortion(
  cursor: Cursor<SqlValue[]>,
  count: number,
): Promise<{ rows: SqlValue[][]; columns: string[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(count, (error, rows, result) => {
      if (error) reject(error);
      else resolve({ rows, columns: result.fields.map((field) => field.name) });
    });
  });
}
