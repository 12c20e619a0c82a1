/** Entry of the SQLite worker: holds SQLite and the open databases. Killed and replaced when a statement hangs it. */
import { parentPort } from "node:worker_threads";
import init, { type Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import type { EngineReply, EngineRequest, EngineTarget } from "../messages.ts";
import { SqliteConnection } from "./connection.ts";
import { introspect } from "./introspect.ts";
import { ReadOnlyFiles } from "./readOnlyFiles.ts";

/** Databases kept open at most: each has up to 16 MB of pages in memory. */
const mostOpen = 24;
/** A file that another program changes while it is read is read again so often. */
const attempts = 3;

const port = parentPort;
if (port === null) throw new Error("The SQLite worker runs as a worker thread only.");
const send = (reply: Exclude<EngineReply, { kind: "done" }>): void => port.postMessage(reply);

const sqlite3: Sqlite3Static = await init();
const files = new ReadOnlyFiles(sqlite3);
/** Least recently used first. */
const open = new Map<string, SqliteConnection>();

const keyOf = (target: EngineTarget): string =>
  target.kind === "file" ? `file ${target.path}` : `definitions ${target.key}`;

function connectionFor(target: EngineTarget): Result<SqliteConnection> {
  const key = keyOf(target);
  const known = open.get(key);
  open.delete(key);
  if (known !== undefined && !known.isStale) {
    open.set(key, known);
    return ok(known);
  }
  known?.close();
  const opened = SqliteConnection.open(sqlite3, files, target);
  if (!opened.ok) return opened;
  open.set(key, opened.value);
  const [oldest] = open;
  if (open.size > mostOpen && oldest !== undefined) {
    oldest[1].close();
    open.delete(oldest[0]);
  }
  return opened;
}

function answer(request: EngineRequest): Result<unknown> {
  let result: Result<unknown> = fail("internal", "Nothing was run.");
  for (let attempt = 0; attempt < attempts; attempt++) {
    const connection = connectionFor(request.target);
    if (!connection.ok) return connection;
    result = work(connection.value, request);
    // Rows of two states of a file, mixed, would be worse than none.
    if (!connection.value.isTorn) return result;
  }
  return request.target.kind === "file"
    ? fail("sql/unreachable", `Another program keeps writing to ${request.target.path}. Try again later.`)
    : result;
}

function work(connection: SqliteConnection, request: EngineRequest): Result<unknown> {
  switch (request.kind) {
    case "query":
      return connection.query(request.input);
    case "explain":
      return connection.explain(request.input);
    case "introspect":
      return ok({ tables: introspect(connection, request.input.deadlineMs) });
  }
}

port.on("message", (request: EngineRequest) => {
  send({ kind: "started", id: request.id });
  let result: Result<unknown>;
  try {
    result = answer(request);
  } catch (error) {
    result = fail("sql/error", "The database could not be read.", detailOf(error));
  }
  port.postMessage({ kind: "done", id: request.id, result });
});
send({ kind: "ready" });
