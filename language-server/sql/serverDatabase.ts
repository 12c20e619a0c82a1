import { ok, type Result } from "../contract/result.ts";
import { type CheckedQuery, checkQuery } from "../core/sql/safety.ts";
import type { DatabaseSchema, QueryLimits, QueryResult, TableSchema } from "../core/sql/schema.ts";
import type { SchemaCache } from "./schemaCache.ts";
import { type Catalogue, type Rows, readCatalogue, type ServerSession } from "./serverCatalogue.ts";
import { serverSchema } from "./serverSchema.ts";
import { type Explanation, interactiveLimits, type ServerSource, type SqlDatabase } from "./sqlDatabase.ts";

/** A session, and what the servers of one dialect have of their own. */
export interface ServerParts {
  readonly session: ServerSession & { close(): Promise<void> };
  /** Statements that read the catalogue. */
  readonly catalogue: Readonly<Record<keyof Catalogue, string>>;
  introspect(found: Catalogue): Promise<TableSchema[]>;
  /** A further check of a query that `checkQuery` lets pass. */
  check(query: CheckedQuery): Promise<Result<unknown>>;
  /** Lines of the plan in what EXPLAIN gives. */
  plan(explained: Rows): string[];
}

/** A database on a server. A user that may only SELECT remains the best guard. */
export class ServerDatabase implements SqlDatabase {
  readonly dialect: ServerSource["dialect"];
  readonly name: string;

  constructor(
    private readonly source: ServerSource,
    private readonly cache: SchemaCache,
    private readonly parts: ServerParts,
  ) {
    this.dialect = source.dialect;
    this.name = source.database;
  }

  async schema(refresh = false): Promise<Result<DatabaseSchema>> {
    const { session, catalogue, introspect } = this.parts;
    const found = await readCatalogue(session, catalogue);
    if (!found.ok) return found;
    return serverSchema(this.source, found.value, this.cache, refresh, () => introspect(found.value));
  }

  async query(sql: string, limits: QueryLimits = interactiveLimits): Promise<Result<QueryResult>> {
    const started = performance.now();
    const result = await this.run(sql, limits, "");
    return result.ok ? ok({ ...result.value, elapsedMs: performance.now() - started }) : result;
  }

  async explain(sql: string): Promise<Result<Explanation>> {
    const result = await this.run(sql, interactiveLimits, "EXPLAIN ");
    return result.ok ? ok({ columns: null, reads: null, plan: this.parts.plan(result.value) }) : result;
  }

  close(): Promise<void> {
    return this.parts.session.close();
  }

  private async run(sql: string, limits: QueryLimits, prefix: string): Promise<Result<Rows>> {
    const query = checkQuery(sql, this.dialect);
    if (!query.ok) return query;
    const checked = await this.parts.check(query.value);
    return checked.ok ? this.parts.session.run(prefix + query.value.sql, limits) : checked;
  }
}
