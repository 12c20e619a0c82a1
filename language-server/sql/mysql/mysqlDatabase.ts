import { ok, type Result } from "../../contract/result.ts";
import { checkQuery } from "../../core/sql/safety.ts";
import type { DatabaseSchema, QueryLimits, QueryResult } from "../../core/sql/schema.ts";
import type { SchemaCache } from "../schemaCache.ts";
import { type Rows, readCatalogue } from "../serverCatalogue.ts";
import { serverSchema } from "../serverSchema.ts";
import { type Explanation, interactiveLimits, type ServerSource, type SqlDatabase } from "../sqlDatabase.ts";
import { catalogueStatements, introspect } from "./introspect.ts";
import { MysqlSession } from "./session.ts";

/** A database on a MySQL or MariaDB server. A user that may only SELECT, without FILE, remains the best guard. */
export class MysqlDatabase implements SqlDatabase {
  readonly dialect = "mysql";
  readonly name: string;
  private readonly source: ServerSource;
  private readonly session: MysqlSession;
  private readonly cache: SchemaCache;

  constructor(
    source: ServerSource,
    secret: (key: string) => Promise<string | undefined>,
    cache: SchemaCache,
  ) {
    this.source = source;
    this.name = source.database;
    this.session = new MysqlSession(source, secret);
    this.cache = cache;
  }

  async schema(refresh = false): Promise<Result<DatabaseSchema>> {
    const found = await readCatalogue(this.session, catalogueStatements);
    if (!found.ok) return found;
    return serverSchema(this.source, found.value, this.cache, refresh, () =>
      introspect(this.session, this.source.database, found.value),
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
    const { columns, rows } = result.value;
    const plan = rows.map((row) =>
      row.flatMap((value, index) => (value === null ? [] : [`${columns[index]}=${String(value)}`])).join(" "),
    );
    return ok({ columns: null, reads: null, plan });
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  private async checked(sql: string, limits: QueryLimits, prefix: string): Promise<Result<Rows>> {
    const query = checkQuery(sql, "mysql");
    return query.ok ? this.session.run(prefix + query.value.sql, limits) : query;
  }
}
