import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { detailOf, fail, ok, type Result } from "../contract/result.ts";
import { withInferredKeys } from "../core/sql/foreignKeys.ts";
import { checkQuery } from "../core/sql/safety.ts";
import type { DatabaseSchema, QueryLimits, QueryResult } from "../core/sql/schema.ts";
import type { EnginePool } from "./enginePool.ts";
import { type FileStamp, sameStamp, stampOf } from "./fileStamp.ts";
import type { EngineTarget } from "./messages.ts";
import type { SchemaCache } from "./schemaCache.ts";
import {
  type Explanation,
  interactiveLimits,
  type SqlDatabase,
  type StatementOptions,
} from "./sqlDatabase.ts";

/** Milliseconds for reading a schema with its counts and samples. */
export const introspectMs = 60_000;
/** Larger files are known by their head, size and time of change instead of all their bytes. */
const hashedWhole = 512 * 1024 * 1024;

/** A database in a file, behind a pool of workers that can read it. Holds nothing open itself. */
export class FileDatabase implements SqlDatabase {
  readonly dialect: "sqlite" | "duckdb";
  readonly name: string;
  private readonly path: string;
  private readonly pool: EnginePool;
  private readonly cache: SchemaCache;
  private readonly target: EngineTarget;
  /** The hash that the file had when it looked like this. */
  private hashed: { readonly stamp: FileStamp; readonly hash: string } | null = null;

  constructor(dialect: "sqlite" | "duckdb", path: string, pool: EnginePool, cache: SchemaCache) {
    this.dialect = dialect;
    this.path = path;
    this.pool = pool;
    this.cache = cache;
    this.name = basename(path, extname(path));
    this.target = { kind: "file", path };
  }

  async schema(refresh = false): Promise<Result<DatabaseSchema>> {
    const hash = await this.contentHash();
    if (!hash.ok) return hash;
    const known = refresh ? null : await this.cache.get(hash.value);
    // The same content may lie under several names.
    if (known !== null) return ok({ ...known, name: this.name });
    const read = await this.pool.run("introspect", this.target, { deadlineMs: introspectMs }, introspectMs);
    if (!read.ok) return read;
    const schema = withInferredKeys({
      dialect: this.dialect,
      name: this.name,
      tables: read.value.tables,
      contentHash: hash.value,
    });
    await this.cache.set(schema);
    return ok(schema);
  }

  async query(
    sql: string,
    limits: QueryLimits = interactiveLimits,
    { legacyQuotes = true }: StatementOptions = {},
  ): Promise<Result<QueryResult>> {
    const checked = checkQuery(sql, this.dialect);
    if (!checked.ok) return checked;
    const input = { sql: checked.value.sql, limits, legacyQuotes };
    return this.pool.run("query", this.target, input, limits.deadlineMs);
  }

  explain(sql: string, { legacyQuotes = false }: StatementOptions = {}): Promise<Result<Explanation>> {
    return explainWith(this.pool, this.target, this.dialect, sql, legacyQuotes);
  }

  async close(): Promise<void> {
    // Workers close files by themselves, the least used first.
  }

  private async contentHash(): Promise<Result<string>> {
    try {
      const stamp = stampOf(this.path);
      if (this.hashed !== null && sameStamp(this.hashed.stamp, stamp)) return ok(this.hashed.hash);
      const hash = await hashDatabase(this.path, stamp);
      this.hashed = { stamp, hash };
      return ok(hash);
    } catch (error) {
      return fail("sql/unreachable", `${this.path} cannot be read.`, detailOf(error));
    }
  }
}

/** Checks a statement by an engine of the pool. */
export async function explainWith(
  pool: EnginePool,
  target: EngineTarget,
  dialect: "sqlite" | "duckdb",
  sql: string,
  legacyQuotes: boolean,
): Promise<Result<Explanation>> {
  const checked = checkQuery(sql, dialect);
  if (!checked.ok) return checked;
  const { deadlineMs } = interactiveLimits;
  return pool.run("explain", target, { sql: checked.value.sql, deadlineMs, legacyQuotes }, deadlineMs);
}

/** SHA-256 (hex) of the file and its write-ahead log. */
async function hashDatabase(path: string, stamp: FileStamp): Promise<string> {
  const hash = createHash("sha256");
  for (const part of [path, `${path}-wal`]) {
    const size = await stat(part).then(
      (stats) => stats.size,
      () => null,
    );
    if (size === null && part !== path) continue;
    if (size === null || size <= hashedWhole) {
      for await (const chunk of createReadStream(part, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
    } else {
      hash.update(`${stamp.main} ${stamp.log}`).update(await headOf(part));
    }
  }
  return hash.digest("hex");
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024 * 1024), 0, 1024 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
