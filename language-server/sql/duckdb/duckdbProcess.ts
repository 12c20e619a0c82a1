/**
 * Entry of the DuckDB process: native code, so it never shares a process with anything else. Loads the package that the
 * user installed from the path in its first argument.
 */
import { pathToFileURL } from "node:url";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import type { QueryResult } from "../../core/sql/schema.ts";
import { type FileStamp, sameStamp, stampOf } from "../fileStamp.ts";
import type { EngineReply, EngineRequest, EngineWork } from "../messages.ts";
import { Bytes } from "../rowBudget.ts";
import type { Explanation } from "../sqlDatabase.ts";
import { introspect } from "./introspect.ts";
import { toSqlValue } from "./values.ts";

const [packagePath] = process.argv.slice(2);
if (packagePath === undefined || process.send === undefined)
  throw new Error("The DuckDB process is started by the database room only.");
const send = process.send.bind(process);
const reply = (message: Exclude<EngineReply, { kind: "done" }>) => send(message);
const duckdb: typeof import("@duckdb/node-api") = await import(pathToFileURL(packagePath).href);

/**
 * What keeps a statement inside its database (sql-tools-and-safety.md section 7, rule 5). The configuration is locked,
 * so a statement cannot take it back.
 */
const settings = {
  access_mode: "READ_ONLY",
  enable_external_access: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  lock_configuration: "true",
  memory_limit: "1GB",
  threads: "2",
};

interface Open {
  readonly stamp: FileStamp;
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}
let open: Open | null = null;

async function connectionTo(path: string): Promise<Result<DuckDBConnection>> {
  const stamp = stampOf(path);
  if (open !== null && sameStamp(open.stamp, stamp)) return ok(open.connection);
  open?.connection.closeSync();
  open?.instance.closeSync();
  open = null;
  try {
    const instance = await duckdb.DuckDBInstance.create(path, settings);
    open = { stamp, instance, connection: await instance.connect() };
    return ok(open.connection);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/lock/i.test(message))
      return fail("sql/unreachable", `Another program has ${path} open for writing.`, message);
    if (/not a valid DuckDB|version|serializ/i.test(message))
      return fail("sql/not-a-database", `${path} is not a database that this DuckDB can read.`, message);
    return fail("sql/unreachable", `${path} cannot be opened.`, message);
  }
}

async function interrupted<T>(
  connection: DuckDBConnection,
  ms: number,
  work: () => Promise<T>,
): Promise<Result<T>> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, ms);
  try {
    return ok(await work());
  } catch (error) {
    if (late) return fail("sql/timeout", `The statement was stopped after ${ms / 1000} seconds.`);
    const message = error instanceof Error ? error.message : String(error);
    return /^Permission Error|read-only/i.test(message)
      ? fail("sql/refused", "The statement was not run: it does more than read this database.", message)
      : fail("sql/error", message);
  } finally {
    clearTimeout(timer);
  }
}

function query(
  connection: DuckDBConnection,
  { sql, limits }: EngineWork["query"]["input"],
): Promise<Result<QueryResult>> {
  const started = performance.now();
  return interrupted(connection, limits.deadlineMs, async () => {
    const result = await connection.stream(sql);
    const columns = result.columnNames();
    const rows: QueryResult["rows"][number][] = [];
    const budget = new Bytes(limits.bytes);
    const done = (truncated: boolean): QueryResult => ({
      columns,
      rows,
      truncated,
      elapsedMs: performance.now() - started,
    });
    while (true) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return done(false);
      for (const values of chunk.getRows()) {
        const row = values.map(toSqlValue);
        if (rows.length >= limits.rows || !budget.take(row)) return done(true);
        rows.push(row);
      }
    }
  });
}

function explain(
  connection: DuckDBConnection,
  { sql, deadlineMs }: EngineWork["explain"]["input"],
): Promise<Result<Explanation>> {
  return interrupted(connection, deadlineMs, async () => {
    const statement = await connection.prepare(sql);
    const columns = Array.from({ length: statement.columnCount }, (_, index) => statement.columnName(index));
    statement.destroySync();
    const plan = await connection.runAndReadAll(`EXPLAIN ${sql}`);
    return { columns, reads: null, plan: plan.getRows().flatMap((row) => String(row[1]).split("\n")) };
  });
}

async function answer(request: EngineRequest): Promise<Result<unknown>> {
  if (request.target.kind !== "file") return fail("internal", "DuckDB only opens files.");
  const connection = await connectionTo(request.target.path);
  if (!connection.ok) return connection;
  switch (request.kind) {
    case "query":
      return query(connection.value, request.input);
    case "explain":
      return explain(connection.value, request.input);
    case "introspect":
      return interrupted(connection.value, request.input.deadlineMs, () => introspect(connection.value));
  }
}

process.on("message", (request: EngineRequest) => {
  reply({ kind: "started", id: request.id });
  answer(request)
    .catch((error: unknown) => fail("sql/error", "The database could not be read.", detailOf(error)))
    .then((result) => send({ kind: "done", id: request.id, result }));
});
process.on("disconnect", () => process.exit(0));
reply({ kind: "ready" });
