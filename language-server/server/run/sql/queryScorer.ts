import type { SqlScoring } from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { spiderRules } from "../../../core/sql/scoring/execution/statementText.ts";
import type { ScoreRow } from "../../../core/sql/scoring/report.ts";
import { scorePrediction } from "../../../core/sql/scoring/scorePrediction.ts";
import type { Databases } from "../../../sql/databases.ts";
import { evaluationLimits, type SqlDatabase } from "../../../sql/sqlDatabase.ts";
import { Variants } from "./variants.ts";

/** A predicted query and the gold query that it is scored against. */
export interface QueryPair {
  readonly id: string;
  /** Name of the database. */
  readonly database: string;
  readonly gold: string;
  /** Empty where nothing was predicted: wrong. */
  readonly predicted: string;
  readonly scoring: SqlScoring;
}

/** Scores queries of any origin as the official scripts of Spider or BIRD do, and on variants of the database. */
export class QueryScorer {
  private readonly variants: Variants | null;

  constructor(
    databases: Databases,
    /** The database of a name, and behind it the others of its test suite. */
    private readonly open: (name: string) => Promise<Result<readonly [SqlDatabase, ...SqlDatabase[]]>>,
    robust: boolean,
  ) {
    this.variants = robust ? new Variants(databases) : null;
  }

  /** Fails when the database cannot be read, with the id of the pair in the message. */
  async score({ id, database: name, gold, predicted, scoring }: QueryPair): Promise<Result<ScoreRow>> {
    const opened = await this.open(name);
    if (!opened.ok) return fail(opened.error.code, `${id}: ${opened.error.message}`);
    const [database] = opened.value;
    const schema = await database.schema();
    if (!schema.ok) return fail(schema.error.code, `${id}: ${schema.error.message}`);
    const rules = { ...spiderRules, dialect: schema.value.dialect };
    const robust = await this.variants?.of(database, schema.value);
    const { row } = await scorePrediction(
      { id, predicted, gold },
      {
        schema: schema.value,
        databases: opened.value,
        execute: (target, sql) => target.query(sql, evaluationLimits),
        rules,
        scoring,
        ...(robust === undefined ? {} : { robust }),
      },
    );
    return ok(row);
  }
}
