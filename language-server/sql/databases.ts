import { availableParallelism } from "node:os";
import { ok, type Result } from "../contract/result.ts";
import { DdlDatabase } from "./ddlDatabase.ts";
import { findDuckDb, startDuckDb } from "./duckdb/duckdbHandle.ts";
import { EnginePool } from "./enginePool.ts";
import { FileDatabase } from "./fileDatabase.ts";
import { SchemaCache } from "./schemaCache.ts";
import { ScriptDatabase } from "./scriptDatabase.ts";
import type { DatabaseSource, ScriptSource, SqlDatabase } from "./sqlDatabase.ts";
import { startSqlite } from "./sqlite/sqliteHandle.ts";

export interface DatabasesOptions {
  /** The SQLite worker and the DuckDB process: their bundles, or their sources in development. */
  readonly files: { readonly sqliteWorker: URL; readonly duckdbProcess: URL };
  /** SQLite workers at most; by default one less than there are cores, at most four. */
  readonly workers?: number;
  /** Where schemas are kept; null: in memory only. */
  readonly cacheFolder: string | null;
  /** The password for a server's `secretKey`; undefined when there is none. Never logged. */
  secret(key: string): Promise<string | undefined>;
  /** Folders in whose `node_modules` DuckDB's package is looked for: it is not part of the product. */
  readonly packageFolders?: readonly string[];
}

/** Opens databases of all kinds, with shared workers and a shared cache of schemas. */
export interface Databases {
  /** `sql/unreachable`, `sql/not-a-database`; a server is connected to when it is first asked something. */
  open(source: DatabaseSource | ScriptSource): Promise<Result<SqlDatabase>>;
  /** Closes what is open and stops the workers. */
  dispose(): Promise<void>;
}

/** Makes what opens databases; workers start when they are first needed. */
export function createDatabases(options: DatabasesOptions): Databases {
  const cache = new SchemaCache(options.cacheFolder);
  const pool = new EnginePool({
    start: () => startSqlite(options.files.sqliteWorker),
    workers: options.workers ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
  });
  const opened = new Set<SqlDatabase>();

  let duckdb: EnginePool | null = null;

  const openDuckDb = (path: string): Result<SqlDatabase> => {
    if (duckdb === null) {
      const found = findDuckDb(options.packageFolders ?? []);
      if (!found.ok) return found;
      duckdb = new EnginePool({
        start: () => startDuckDb(options.files.duckdbProcess, found.value),
        workers: 1,
        // An open file keeps its owner from writing to it.
        idleMs: 3_000,
      });
    }
    return ok(new FileDatabase("duckdb", path, duckdb, cache));
  };

  const openSource = async (source: DatabaseSource | ScriptSource): Promise<Result<SqlDatabase>> => {
    switch (source.kind) {
      case "sqlite":
        return ok(new FileDatabase("sqlite", source.path, pool, cache));
      case "ddl":
        return DdlDatabase.open(source.path, source.dialect, pool);
      case "script":
        return ok(new ScriptDatabase(source.name, source.statements, pool));
      case "duckdb":
        return openDuckDb(source.path);
      case "server": {
        // Loaded when needed: the drivers are large, and most workspaces have no server.
        if (source.dialect === "postgres") {
          const { postgresDatabase } = await import("./postgres/postgresDatabase.ts");
          return ok(postgresDatabase(source, options.secret, cache));
        }
        const { mysqlDatabase } = await import("./mysql/mysqlDatabase.ts");
        return ok(mysqlDatabase(source, options.secret, cache));
      }
    }
  };

  return {
    async open(source) {
      const result = await openSource(source);
      // A script's database holds nothing open, and a run has one for every question.
      if (result.ok && source.kind !== "script") opened.add(result.value);
      return result;
    },
    async dispose() {
      await Promise.all([...opened].map((database) => database.close()));
      await pool.dispose();
      await duckdb?.dispose();
    },
  };
}
