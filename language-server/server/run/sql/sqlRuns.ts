import type { SqlManifest } from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import type { Databases } from "../../../sql/databases.ts";
import type { LinkIndexes } from "../../../sql/linkIndexes.ts";
import { Constraints } from "./constraints.ts";
import { sourceOf } from "./findDatabases.ts";
import { type PreparedSql, prepareSql, type SqlOrder } from "./prepareSql.ts";
import { RunDatabases } from "./runDatabases.ts";
import { SqlGrader } from "./sqlGrader.ts";
import { Variants } from "./variants.ts";

/** What runs need of databases: preparing their questions, and grading them. */
export class SqlRuns {
  constructor(
    private readonly databases: Databases,
    private readonly indexes: LinkIndexes,
    private readonly passwords: Map<string, string>,
  ) {}

  /** Errors: `sql/*`, `input/invalid`. */
  prepare(order: SqlOrder): Promise<Result<PreparedSql>> {
    return prepareSql(order, this.databases, this.indexes, this.passwords);
  }

  /** Half a run on one database and half on another would be no result. Errors: `run/not-resumable`, `sql/*`. */
  async checkUnchanged(manifest: SqlManifest | undefined): Promise<Result<null>> {
    const opened = this.open(manifest);
    try {
      for (const { name, source, contentHash } of manifest?.databases ?? []) {
        const database = await opened.named(name);
        if (!database.ok) return database;
        const schema = await database.value.schema();
        if (!schema.ok) return schema;
        if (schema.value.contentHash !== contentHash)
          return fail(
            "run/not-resumable",
            `The database ${source} has changed since the run was started. Start a new run.`,
          );
      }
      return ok(null);
    } finally {
      await opened.close();
    }
  }

  /** What works on a run's text-to-SQL questions; close it when the run is over. */
  partsOf(manifest: SqlManifest | undefined): {
    readonly grader: SqlGrader;
    readonly constraints: Constraints | null;
    close(): Promise<void>;
  } {
    const opened = this.open(manifest);
    const variants = manifest?.robust === true ? new Variants(this.databases) : null;
    return {
      grader: new SqlGrader(opened, variants, manifest?.scoring),
      constraints: manifest?.constrained === true ? new Constraints(opened) : null,
      close: () => opened.close(),
    };
  }

  private open(manifest: SqlManifest | undefined): RunDatabases {
    const sources = (manifest?.databases ?? []).map(({ name, source }) => [name, sourceOf(source)] as const);
    return new RunDatabases(this.databases, new Map(sources));
  }
}
