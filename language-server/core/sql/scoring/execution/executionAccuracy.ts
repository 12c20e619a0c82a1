import type { Failure, Result } from "../../../../contract/result.ts";
import type { QueryResult } from "../../schema.ts";
import { sameResult, sameRowSet } from "./compareRows.ts";
import { prepareStatements, type StatementRules, spiderRules } from "./statementText.ts";

/** Runs one statement on a database, read-only and within limits; `D` is whatever names a database to the caller. */
export type Execute<D> = (database: D, sql: string) => Promise<Result<QueryResult>>;

/** What came of comparing a prediction with gold by execution. */
export type ExecutionVerdict =
  | {
      readonly kind: "equal";
      /** Rows of gold on the first database; with 0, any statement that returns nothing is right. */
      readonly goldRows: number;
    }
  | {
      readonly kind: "different";
      /** Which database of a test suite showed it (0 for a single one). */
      readonly database: number;
      readonly goldRows: number;
      readonly gold: QueryResult;
      readonly predicted: QueryResult;
    }
  /** The prediction does not run: failure of the engine or of the safety check. */
  | {
      readonly kind: "predictionFailed";
      readonly database: number;
      readonly goldRows: number;
      readonly failure: Failure;
    }
  /** Gold does not run, or its result was cut at the row cap: the question cannot be scored. */
  | { readonly kind: "goldFailed"; readonly database: number; readonly message: string };

/**
 * Execution accuracy as the official Spider evaluation computes it (exec_eval.py), on one database or on all of a test
 * suite: the statements are prepared (`prepareStatements`), run, and must agree on every database. An error or a
 * time-out of the prediction is a wrong answer; one of gold stops the official script and is a verdict of its own here.
 */
export async function executionAccuracy<D>(
  predicted: string,
  gold: string,
  databases: readonly D[],
  execute: Execute<D>,
  rules: StatementRules = spiderRules,
): Promise<ExecutionVerdict> {
  const pair = prepareStatements(predicted, gold, rules);
  return compareOn(pair.predicted, pair.gold, databases, execute, (goldResult, predictedResult) =>
    sameResult(goldResult.rows, predictedResult.rows, pair.orderMatters),
  );
}

/**
 * BIRD's execution accuracy: the texts run as they are, sets of rows are compared, columns in their order. A result
 * that was cut at the row cap counts as different, although its set of rows might have been complete.
 */
export function birdExecutionAccuracy<D>(
  predicted: string,
  gold: string,
  databases: readonly D[],
  execute: Execute<D>,
): Promise<ExecutionVerdict> {
  return compareOn(predicted, gold, databases, execute, (goldResult, predictedResult) =>
    sameRowSet(goldResult.rows, predictedResult.rows),
  );
}

async function compareOn<D>(
  predicted: string,
  gold: string,
  databases: readonly D[],
  execute: Execute<D>,
  equal: (gold: QueryResult, predicted: QueryResult) => boolean,
): Promise<ExecutionVerdict> {
  if (databases.length === 0)
    return { kind: "goldFailed", database: 0, message: "There is no database to run the statements on." };
  let goldRows = 0;
  for (const [index, database] of databases.entries()) {
    const goldResult = await execute(database, gold);
    if (!goldResult.ok) return { kind: "goldFailed", database: index, message: goldResult.error.message };
    if (goldResult.value.truncated)
      return {
        kind: "goldFailed",
        database: index,
        message: "The gold result is larger than the row cap, so it cannot be compared.",
      };
    if (index === 0) goldRows = goldResult.value.rows.length;
    const predictedResult = await execute(database, predicted);
    if (!predictedResult.ok)
      return { kind: "predictionFailed", database: index, goldRows, failure: predictedResult.error };
    // A cut prediction has more rows than gold, which was not cut.
    if (predictedResult.value.truncated || !equal(goldResult.value, predictedResult.value))
      return {
        kind: "different",
        database: index,
        goldRows,
        gold: goldResult.value,
        predicted: predictedResult.value,
      };
  }
  return { kind: "equal", goldRows };
}
