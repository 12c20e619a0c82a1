import { fail, ok, type Result } from "../../../contract/result.ts";
import { executionAccuracy } from "../../../core/sql/scoring/execution/executionAccuracy.ts";
import { prepareStatements, spiderRules } from "../../../core/sql/scoring/execution/statementText.ts";
import { type ScoreRow, scoreRow } from "../../../core/sql/scoring/report.ts";
import type { Databases } from "../../../sql/databases.ts";
import { evaluationLimits, type SqlDatabase } from "../../../sql/sqlDatabase.ts";
import { RobustCheck } from "./robustCheck.ts";

/** A predicted query and the gold query that it is scored against. */
export interface QueryPair {
  readonly id: string;
  /** Name of the database. */
  readonly database: string;
  readonly gold: string;
  /** Empty where nothing was predicted: wrong. */
  readonly predicted: string;
}

/** Scores queries of any origin as the official Spider scripts do, and on variants of the database. */
export class QueryScorer {
  private readonly robust: RobustCheck | null;

  constructor(
    databases: Databases,
    private readonly open: (name: string) => Promise<Result<SqlDatabase>>,
    robust: boolean,
  ) {
    this.robust = robust ? new RobustCheck(databases) : null;
  }

  /** Fails when the database cannot be read, with the id of the pair in the message. */
  async score({ id, database: name, gold, predicted }: QueryPair): Promise<Result<ScoreRow>> {
    const database = await this.open(name);
    if (!database.ok) return fail(database.error.code, `${id}: ${database.error.message}`);
    const schema = await database.value.schema();
    if (!schema.ok) return fail(schema.error.code, `${id}: ${schema.error.message}`);
    const rules = { ...spiderRules, dialect: schema.value.dialect };
    const facts = { database: database.value, schema: schema.value };
    const execution = await executionAccuracy(
      predicted,
      gold,
      [database.value],
      (target, sql) => target.query(sql, evaluationLimits),
      rules,
    );
    const robust =
      this.robust === null || execution.kind !== "equal"
        ? undefined
        : await this.robust.compare(prepareStatements(predicted, gold, rules), facts);
    return ok(
      scoreRow({
        id,
        predicted,
        gold,
        schema: schema.value,
        execution,
        ...(robust === undefined ? {} : { robust }),
      }),
    );
  }
}
