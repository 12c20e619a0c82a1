import type { SqlScoring } from "../../../contract/entities.ts";
import type { DatabaseSchema } from "../schema.ts";
import {
  birdExecutionAccuracy,
  type Execute,
  type ExecutionVerdict,
  executionAccuracy,
} from "./execution/executionAccuracy.ts";
import {
  type PreparedPair,
  prepareStatements,
  type StatementRules,
  spiderRules,
} from "./execution/statementText.ts";
import { type ScoreRow, scoreRow } from "./report.ts";
import { type BuildDatabase, type RobustVerdict, robustAccuracy } from "./robust/robustAccuracy.ts";
import type { TableData } from "./robust/tableData.ts";
import { databaseVariants, statementVariants, type VariantOptions } from "./robust/variantPlan.ts";

export interface ScoringDatabase<D> {
  readonly schema: DatabaseSchema;
  /** The database, and further ones of its test suite when there are any. */
  readonly databases: readonly D[];
  readonly execute: Execute<D>;
  /** Absent: no robust execution. */
  readonly robust?: {
    readonly build: BuildDatabase<D>;
    /** First rows of each table. */
    readonly data: TableData;
    readonly options: VariantOptions;
  };
  /** How Spider's rules prepare the statements; default: `spiderRules`. */
  readonly rules?: StatementRules;
  /** Default: Spider's. */
  readonly scoring?: SqlScoring;
}

export interface ScoredPrediction {
  readonly row: ScoreRow;
  readonly execution: ExecutionVerdict;
  /** Null when it was not asked for, or execution accuracy had told the statements apart already. */
  readonly robust: RobustVerdict | null;
}

/** Scores one prediction against gold by exact match, execution and robust execution. */
export async function scorePrediction<D>(
  question: { readonly id: string; readonly predicted: string; readonly gold: string },
  { schema, databases, execute, robust, rules = spiderRules, scoring = "spider" }: ScoringDatabase<D>,
): Promise<ScoredPrediction> {
  const { predicted, gold } = question;
  const execution =
    scoring === "bird"
      ? await birdExecutionAccuracy(predicted, gold, databases, execute)
      : await executionAccuracy(predicted, gold, databases, execute, rules);
  if (robust === undefined)
    return { row: scoreRow({ ...question, schema, execution }), execution, robust: null };
  if (execution.kind !== "equal")
    return { row: scoreRow({ ...question, schema, execution, robust: null }), execution, robust: null };
  const pair: PreparedPair =
    scoring === "bird"
      ? { predicted, gold, orderMatters: false, dialect: rules.dialect, rowSets: true }
      : prepareStatements(predicted, gold, rules);
  const variants = [
    ...databaseVariants(schema, robust.data, robust.options),
    ...statementVariants(schema, robust.data, [pair.gold, pair.predicted], robust.options),
  ];
  const verdict = await robustAccuracy(pair, variants, { build: robust.build, execute });
  return { row: scoreRow({ ...question, schema, execution, robust: verdict }), execution, robust: verdict };
}
