/** Verdicts of text-to-SQL: what the statistics count and what a person reads. */
import type { QueryOutcome, SqlScoring, SqlVerdict, Verdict } from "../../../contract/entities.ts";
import type { Failure, Result } from "../../../contract/result.ts";
import type { QueryResult } from "../schema.ts";
import type { FailureClass } from "../scoring/errorMessages.ts";
import { exactKey } from "../scoring/execution/cellKeys.ts";
import { firstDifference } from "../scoring/execution/difference.ts";
import type { ExecutionVerdict } from "../scoring/execution/executionAccuracy.ts";
import type { RobustVerdict } from "../scoring/robust/robustAccuracy.ts";
import type { ScoredPrediction } from "../scoring/scorePrediction.ts";
import { asksForOrder, fingerprintOf } from "./fingerprint.ts";
import { cellText, preview } from "./outcome.ts";

/** SHA-256 in hex. */
type Hash = (text: string) => string;

/** A query and what came of running it. */
export interface RunQuery {
  readonly sql: string;
  readonly result: Result<QueryResult>;
}

const common = { method: "sql", rule: "execution", grader: "execution", flags: [], elapsedMs: 0 } as const;

/** Of a query that was compared with gold. `predNormal` is empty where the query did not run: it has no vote. */
export function comparedVerdict(
  query: RunQuery,
  gold: RunQuery,
  { execution: compared, robust, row }: ScoredPrediction,
  hash: Hash,
  scoring: SqlScoring = "spider",
): Verdict {
  const name = ({ sql, result }: RunQuery) =>
    result.ok ? fingerprintOf(result.value, asksForOrder(sql), hash, scoring) : "";
  const timedOut = compared.kind === "predictionFailed" && compared.failure.code === "sql/timeout";
  const inBits = (bit: 0 | 1 | null) => (bit === null ? null : bit === 1);
  return {
    ...common,
    correct: compared.kind === "equal",
    extracted: query.sql,
    reason: reasonOf(compared, robust, scoring === "bird" ? "sets" : asksForOrder(gold.sql)),
    flags: timedOut ? ["timeout"] : [],
    predNormal: name(query),
    goldNormal: name(gold),
    sql: {
      executionMatch: compared.kind === "equal",
      exactMatch: inBits(row.em),
      robustMatch: inBits(row.robustEx),
      hardness: row.hardness,
      errorClass: compared.kind === "goldFailed" ? goldFailedClass : row.error,
      gold: shownGold(gold.result),
    },
  };
}

/** Error class of answers that cannot be scored. */
export const goldFailedClass = "goldFailed";
/** Error class of responses without a query. */
export const noQueryClass = "noQuery";
/** Error classes of queries that name what does not exist. */
export const unknownNameClasses: ReadonlySet<string> = new Set<FailureClass>([
  "unknownTable",
  "unknownColumn",
]);

/** Of a response without a query. */
export const noQueryVerdict = (gold: Result<QueryResult>, hardness: SqlVerdict["hardness"]): Verdict => ({
  ...common,
  correct: false,
  extracted: null,
  method: "none",
  reason: "No query was found in the response.",
  flags: ["no_answer"],
  predNormal: "",
  goldNormal: "",
  sql: {
    ...unscored,
    // As the official script, which compares an empty statement.
    exactMatch: hardness === null ? null : false,
    hardness,
    errorClass: noQueryClass,
    gold: shownGold(gold),
  },
});

/** Of a question without a gold query. `correct` says only that the query ran. */
export const askedVerdict = (query: string | null, execution: QueryOutcome | null): Verdict => ({
  ...common,
  correct: execution !== null && execution.error === null,
  extracted: query,
  method: query === null ? "none" : "sql",
  rule: "none",
  reason:
    execution === null
      ? "No query was found in the response."
      : execution.error === null
        ? "The query runs; there is no gold query to compare it with."
        : `The query does not run: ${execution.error.message}`,
  flags: query === null ? ["no_answer"] : [],
  predNormal: "",
  goldNormal: "",
});

/** Where the question's database cannot be reached: nothing can be said about the query. */
export const unreachableVerdict = (query: string | null, failure: Failure): Verdict => ({
  ...common,
  correct: false,
  extracted: query,
  reason: `The question cannot be scored: ${failure.message}`,
  predNormal: "",
  goldNormal: "",
  sql: { ...unscored, hardness: null, errorClass: goldFailedClass, gold: null },
});

const unscored = { executionMatch: false, exactMatch: null, robustMatch: null } as const;

function shownGold(result: Result<QueryResult>): SqlVerdict["gold"] {
  if (!result.ok) return null;
  const { columns, rows, rowCount }: Pick<QueryOutcome, "columns" | "rows" | "rowCount"> = preview(
    result.value,
  );
  return { columns, rows, rowCount };
}

/** Whether the order of the rows matters, or neither that nor how often each comes. */
type RowRule = boolean | "sets";

function reasonOf(compared: ExecutionVerdict, robust: RobustVerdict | null, rule: RowRule): string {
  switch (compared.kind) {
    case "equal":
      return robust?.kind === "different"
        ? `The result is the gold query's, but not where ${robust.description}.`
        : "The result is the gold query's.";
    case "predictionFailed":
      return `The query does not run: ${compared.failure.message}`;
    case "goldFailed":
      return `The question cannot be scored, as its gold query does not run: ${compared.message}`;
    case "different":
      return differenceText(compared.gold, compared.predicted, rule);
  }
}

function differenceText(allGold: QueryResult, allPredicted: QueryResult, rule: RowRule): string {
  const [gold, predicted] =
    rule === "sets" ? [distinct(allGold), distinct(allPredicted)] : [allGold, allPredicted];
  if (predicted.truncated) return "The result is larger than is read of one, and the gold query's is not.";
  const { reason, goldRows, predictedRows, ...rows } = firstDifference(gold, predicted, rule === true);
  if (reason === "columnCount") {
    const width = ({ rows, columns }: QueryResult) => rows[0]?.length ?? columns.length;
    return `The result has ${counted(width(predicted), "column")}, the gold query's has ${width(gold)}.`;
  }
  if (reason === "order" && rule === "sets")
    return "The values are the gold query's, but its columns stand in another order.";
  if (reason === "order") return "The rows are the gold query's, in another order.";
  const lacking = rows.gold === null ? "" : `; it lacks (${rows.gold.map(shortCell).join(", ")})`;
  return goldRows === predictedRows
    ? `The result has other rows than the gold query's${lacking}.`
    : `The result has ${counted(predictedRows, "row")}, the gold query's has ${goldRows}${lacking}.`;
}

const distinct = (result: QueryResult): QueryResult => ({
  ...result,
  rows: [...new Map(result.rows.map((row) => [JSON.stringify(row.map(exactKey)), row])).values()],
});

const shortCell = (value: Parameters<typeof cellText>[0]): string => {
  const text = cellText(value) ?? "NULL";
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
};

const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
