import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { detailOf, fail, ok, type Result } from "../contract/result.ts";
import { guessDialect, readDdl, splitStatements } from "../core/sql/ddl.ts";
import { withInferredKeys } from "../core/sql/foreignKeys.ts";
import type { DatabaseSchema, QueryResult, SqlDialect } from "../core/sql/schema.ts";
import { sha256Text } from "../datasets/hashing.ts";
import type { EnginePool } from "./enginePool.ts";
import { explainWith, introspectMs } from "./fileDatabase.ts";
import type { EngineTarget } from "./messages.ts";
import type { Explanation, SqlDatabase, StatementOptions } from "./sqlDatabase.ts";

const largestScript = 64 * 1024 * 1024;
const definition = /^(CREATE\s+((TEMP|TEMPORARY|UNIQUE)\s+)*(TABLE|VIEW|INDEX)|ALTER\s+TABLE)\b/i;

/**
 * A schema without rows, out of a `.sql` file. Definitions in SQLite's dialect are carried out in an empty database in
 * memory, which then also checks statements; other dialects are read as text.
 */
export class DdlDatabase implements SqlDatabase {
  readonly dialect: SqlDialect;
  readonly name: string;
  private readonly path: string;
  private readonly pool: EnginePool;

  private constructor(path: string, dialect: SqlDialect, pool: EnginePool) {
    this.path = path;
    this.dialect = dialect;
    this.pool = pool;
    this.name = basename(path, extname(path));
  }

  static async open(
    path: string,
    dialect: SqlDialect | undefined,
    pool: EnginePool,
  ): Promise<Result<DdlDatabase>> {
    const text = await readScript(path);
    if (!text.ok) return text;
    return ok(new DdlDatabase(path, dialect ?? guessDialect(text.value), pool));
  }

  async schema(): Promise<Result<DatabaseSchema>> {
    const text = await readScript(this.path);
    if (!text.ok) return text;
    const contentHash = sha256Text(text.value);
    const executed = this.dialect === "sqlite" ? await this.execute(text.value, contentHash) : null;
    const tables = executed?.ok === true ? executed.value.tables : readDdl(text.value, this.dialect).tables;
    if (tables.length === 0) return fail("sql/not-a-database", `${this.path} defines no table.`);
    // Counted in the empty database in memory; here it means that nobody knows.
    const withoutRows = tables.map((table) => ({ ...table, rowCount: null }));
    return ok(withInferredKeys({ dialect: this.dialect, name: this.name, tables: withoutRows, contentHash }));
  }

  async query(): Promise<Result<QueryResult>> {
    return fail("sql/refused", `${basename(this.path)} only defines tables: there are no rows to query.`);
  }

  async explain(sql: string, { legacyQuotes = false }: StatementOptions = {}): Promise<Result<Explanation>> {
    if (this.dialect !== "sqlite")
      return fail(
        "sql/refused",
        `Statements on ${basename(this.path)} can only be checked by a database server.`,
      );
    const text = await readScript(this.path);
    if (!text.ok) return text;
    return explainWith(this.pool, targetOf(text.value, sha256Text(text.value)), "sqlite", sql, legacyQuotes);
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }

  private execute(text: string, hash: string) {
    return this.pool.run("introspect", targetOf(text, hash), { deadlineMs: introspectMs }, introspectMs);
  }
}

const targetOf = (text: string, key: string): EngineTarget => ({
  kind: "definitions",
  key,
  statements: splitStatements(text, "sqlite").filter((statement) => definition.test(statement)),
});

async function readScript(path: string): Promise<Result<string>> {
  try {
    const text = await readFile(path, "utf8");
    return text.length > largestScript
      ? fail("input/invalid", `${path} is too large for a schema.`)
      : ok(text);
  } catch (error) {
    return fail("sql/unreachable", `${path} cannot be read.`, detailOf(error));
  }
}
