import type { Question } from "../../../contract/entities.ts";
import { fail, type Result } from "../../../contract/result.ts";
import type { Databases } from "../../../sql/databases.ts";
import { keep } from "../../../sql/keep.ts";
import type { DatabaseSource, SqlDatabase } from "../../../sql/sqlDatabase.ts";

/** Questions with a database of their own come one after the other; a few of these are kept. */
const keptScripts = 32;

/** The databases that the questions of a run are about, opened when they are first needed. */
export class RunDatabases {
  private readonly opened = new Map<string, Promise<Result<SqlDatabase>>>();
  private readonly scripts = new Map<string, Promise<Result<SqlDatabase>>>();

  constructor(
    private readonly databases: Databases,
    /** By the name that questions use. */
    private readonly sources: ReadonlyMap<string, DatabaseSource>,
  ) {}

  /** Errors: `sql/unknown-database`, `sql/unreachable`, `sql/not-a-database`. */
  of({ id, sql }: Question): Promise<Result<SqlDatabase>> {
    if (sql?.script !== undefined) return this.script(id, sql.script);
    return this.named(sql?.database ?? "");
  }

  named(name: string): Promise<Result<SqlDatabase>> {
    const known = this.opened.get(name);
    if (known !== undefined) return known;
    const source = this.sources.get(name);
    const database =
      source === undefined
        ? Promise.resolve(fail("sql/unknown-database", `The run has no database “${name}”.`))
        : this.databases.open(source);
    this.opened.set(name, database);
    return database;
  }

  async close(): Promise<void> {
    for (const opening of this.opened.values()) {
      const database = await opening;
      if (database.ok) await database.value.close();
    }
  }

  private script(name: string, statements: string): Promise<Result<SqlDatabase>> {
    const database =
      this.scripts.get(statements) ?? this.databases.open({ kind: "script", name, statements });
    keep(this.scripts, statements, database, keptScripts);
    return database;
  }
}
