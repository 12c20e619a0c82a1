import { ok, type Result } from "../../contract/result.ts";
import { checkQuery } from "../../core/sql/safety.ts";
import type { DatabaseSchema, QueryLimits, QueryResult } from "../../core/sql/schema.ts";
import type { SchemaCache } from "../schemaCache.ts";
import { type Rows, readCatalogue } from "../serverCatalogue.ts";
import { serverSchema } from "../serverSchema.ts";
import { type Explanation, interactiveLimits, type ServerSource, type SqlDatabase } from "../sqlDatabase.ts";
import { FunctionRules } from "./functions.ts";
import { catalogueStatements, introspect } from "./introspect.ts";
import { PostgresSession } from "./session.ts";

/** A database on a PostgreSQL server. A role that may only SELECT remains the best guard. */
export class PostgresDatabase implements SqlDatabase {
  readonly dialect = "postgres";
  readonly name: string;
  private readonly source: ServerSource;
  private readonly session: PostgresSession;
  private readonly functions: FunctionRules;
  private readonly cache: SchemaCache;

  constructor(
    source: ServerSource,
    secret: (key: string) => Promise<string | undefined>,
    cache: SchemaCache,
  ) {
    this.source = source;
    this.name = source.database;
    this.session = new PostgresSession(source, secret);
    this.functions = new FunctionRules(this.session);
    this.cache = cache;
  }

  async schema(refresh = false): Promise<Result<DatabaseSchema>> {
    const found = await readCatalogue(this.session, catalogueStatements);
    if (!found.ok) return found;
    return serverSchema(this.source, found.value, this.cache, refresh, () =>
      introspect(this.session, found.value),
    );
  }

  async query(sql: string, limits: QueryLimits = interactiveLimits): Promise<Result<QueryResult>> {
    const started = performance.now();
    const result = await this.checked(sql, limits, "");
    return result.ok ? ok({ ...result.value, elapsedMs: performance.now() - started }) : result;
  }

  async explain(sql: string): Promise<Result<Explanation>> {
    const result = await this.checked(sql, interactiveLimits, "EXPLAIN ");
    if (!result.ok) return result;
    return ok({ columns: null, reads: null, plan: result.value.rows.map(([line]) => String(line)) });
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  private async checked(sql: string, limits: QueryLimits, prefix: string): Promise<Result<Rows>> {
    const query = checkQuery(sql, "postgres");
    if (!query.ok) return query;
    const functions = await this.functions.check(query.value.functions);
    if (!functions.ok) return functions;
    return this.session.run(prefix + query.value.sql, limits);
  }
}
