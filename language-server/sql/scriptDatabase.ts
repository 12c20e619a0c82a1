import { ok, type Result } from "../contract/result.ts";
import { splitStatements } from "../core/sql/ddl.ts";
import { withInferredKeys } from "../core/sql/foreignKeys.ts";
import { checkQuery } from "../core/sql/safety.ts";
import type { DatabaseSchema, QueryLimits, QueryResult } from "../core/sql/schema.ts";
import { sha256Text } from "../datasets/hashing.ts";
import type { EnginePool } from "./enginePool.ts";
import { explainWith, introspectMs } from "./fileDatabase.ts";
import type { EngineTarget } from "./messages.ts";
import {
  type Explanation,
  interactiveLimits,
  type SqlDatabase,
  type StatementOptions,
} from "./sqlDatabase.ts";

const building = /^(CREATE\s+((TEMP|TEMPORARY|UNIQUE)\s+)*(TABLE|VIEW|INDEX)|ALTER\s+TABLE|INSERT\s+INTO)\b/i;

/** An SQLite database in memory that a script of definitions and INSERT statements makes; others are passed over. */
export class ScriptDatabase implements SqlDatabase {
  readonly dialect = "sqlite";
  readonly name: string;
  private readonly contentHash: string;
  private readonly target: EngineTarget;
  private readonly pool: EnginePool;
  private read: Promise<Result<DatabaseSchema>> | null = null;

  constructor(name: string, statements: string | readonly string[], pool: EnginePool) {
    const all = typeof statements === "string" ? splitStatements(statements, "sqlite") : statements;
    this.name = name;
    this.contentHash = sha256Text(all.join(";\n"));
    this.target = {
      kind: "definitions",
      key: this.contentHash,
      statements: all.filter((statement) => building.test(statement)),
    };
    this.pool = pool;
  }

  schema(): Promise<Result<DatabaseSchema>> {
    this.read ??= this.introspect();
    return this.read;
  }

  async query(
    sql: string,
    limits: QueryLimits = interactiveLimits,
    { legacyQuotes = true }: StatementOptions = {},
  ): Promise<Result<QueryResult>> {
    const checked = checkQuery(sql, "sqlite");
    if (!checked.ok) return checked;
    const input = { sql: checked.value.sql, limits, legacyQuotes };
    return this.pool.run("query", this.target, input, limits.deadlineMs);
  }

  explain(sql: string, { legacyQuotes = false }: StatementOptions = {}): Promise<Result<Explanation>> {
    return explainWith(this.pool, this.target, "sqlite", sql, legacyQuotes);
  }

  async close(): Promise<void> {
    // Workers let go of databases by themselves, the least used first.
  }

  private async introspect(): Promise<Result<DatabaseSchema>> {
    const read = await this.pool.run("introspect", this.target, { deadlineMs: introspectMs }, introspectMs);
    if (!read.ok) return read;
    const { tables } = read.value;
    const { name, dialect, contentHash } = this;
    return ok(withInferredKeys({ dialect, name, tables, contentHash }));
  }
}
