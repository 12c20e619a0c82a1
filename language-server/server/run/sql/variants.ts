import type { Result } from "../../../contract/result.ts";
import { identifier } from "../../../core/sql/identifiers.ts";
import type { DatabaseSchema, QueryResult } from "../../../core/sql/schema.ts";
import type { TableData } from "../../../core/sql/scoring/robust/tableData.ts";
import type { ScoringDatabase } from "../../../core/sql/scoring/scorePrediction.ts";
import type { Databases } from "../../../sql/databases.ts";
import { keep } from "../../../sql/keep.ts";
import { evaluationLimits, type SqlDatabase } from "../../../sql/sqlDatabase.ts";

/** Variants are the same for every run and every model. */
const seed = 1;
/** Rows that variants are made from, of each table. */
const sourceRows = 300;
/** Variants kept: those of a few databases, and as many as one question may need of its own. */
const keptVariants = 160;
const keptDatabases = 8;

/** Generated variants of SQLite databases for robust execution: built in memory, kept while they are in use. */
export class Variants {
  private readonly data = new Map<string, Promise<TableData>>();
  private readonly built = new Map<string, Promise<Result<SqlDatabase>>>();

  constructor(private readonly databases: Databases) {}

  /** What scoring needs to compare statements on variants; undefined where they cannot be made. */
  async of(database: SqlDatabase, schema: DatabaseSchema): Promise<ScoringDatabase<SqlDatabase>["robust"]> {
    if (schema.dialect !== "sqlite") return undefined;
    const data = this.data.get(schema.contentHash) ?? readRows(database, schema);
    keep(this.data, schema.contentHash, data, keptDatabases);
    return {
      build: (key, statements) => this.build(key, statements),
      data: await data,
      options: { seed },
    };
  }

  private build(key: string, statements: () => readonly string[]): Promise<Result<SqlDatabase>> {
    const database =
      this.built.get(key) ??
      this.databases.open({ kind: "script", name: "variant", statements: statements() });
    keep(this.built, key, database, keptVariants);
    return database;
  }
}

async function readRows(database: SqlDatabase, schema: DatabaseSchema): Promise<TableData> {
  const named = (name: string) => identifier(name, schema.dialect);
  const data = new Map<string, QueryResult["rows"]>();
  for (const { kind, name, columns } of schema.tables) {
    if (kind !== "table") continue;
    const list = columns.map((column) => named(column.name)).join(", ");
    const result = await database.query(
      `SELECT ${list} FROM ${named(name)} LIMIT ${sourceRows}`,
      evaluationLimits,
    );
    // A table that cannot be read is empty in the variants, for both statements.
    data.set(name, result.ok ? result.value.rows : []);
  }
  return data;
}
