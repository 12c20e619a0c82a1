import type { Result } from "../../../contract/result.ts";
import { identifier } from "../../../core/sql/identifiers.ts";
import type { DatabaseSchema, QueryResult } from "../../../core/sql/schema.ts";
import type { PreparedPair } from "../../../core/sql/scoring/execution/statementText.ts";
import { type RobustVerdict, robustAccuracy } from "../../../core/sql/scoring/robust/robustAccuracy.ts";
import type { TableData } from "../../../core/sql/scoring/robust/tableData.ts";
import {
  databaseVariants,
  statementVariants,
  type VariantPlan,
} from "../../../core/sql/scoring/robust/variantPlan.ts";
import type { Databases } from "../../../sql/databases.ts";
import { keep } from "../../../sql/keep.ts";
import { evaluationLimits, type SqlDatabase } from "../../../sql/sqlDatabase.ts";

/** Variants are the same for every run and every model. */
const seed = 1;
/** Rows that variants are made from, of each table. */
const sourceRows = 300;
/** Variants kept: as many as one question may need, with those of its database. */
const keptVariants = 120;
const keptDatabases = 8;

interface Prepared {
  readonly data: TableData;
  readonly variants: readonly VariantPlan[];
}

/** Compares statements on generated variants of an SQLite database, built in memory and kept while they are in use. */
export class RobustCheck {
  private readonly prepared = new Map<string, Promise<Prepared>>();
  private readonly built = new Map<string, Promise<Result<SqlDatabase>>>();

  constructor(private readonly databases: Databases) {}

  async compare(
    pair: PreparedPair,
    { database, schema }: { readonly database: SqlDatabase; readonly schema: DatabaseSchema },
  ): Promise<RobustVerdict> {
    if (schema.dialect !== "sqlite")
      return { kind: "notCompared", message: "Variants can be made of SQLite databases only." };
    const { data, variants } = await this.prepare(database, schema);
    const own = statementVariants(schema, data, [pair.gold, pair.predicted], { seed });
    return robustAccuracy(pair, [...variants, ...own], {
      build: (key, statements) => this.build(key, statements),
      execute: (variant, sql) => variant.query(sql, evaluationLimits),
    });
  }

  private prepare(database: SqlDatabase, schema: DatabaseSchema): Promise<Prepared> {
    const prepared =
      this.prepared.get(schema.contentHash) ??
      readRows(database, schema).then((data) => ({
        data,
        variants: databaseVariants(schema, data, { seed }),
      }));
    keep(this.prepared, schema.contentHash, prepared, keptDatabases);
    return prepared;
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
