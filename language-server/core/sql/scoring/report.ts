import type { Estimate } from "../../../contract/entities.ts";
import { proportion } from "../../statistics/estimates.ts";
import type { DatabaseSchema } from "../schema.ts";
import { type ErrorClass, errorClassesOf } from "./errorClasses.ts";
import type { ExecutionVerdict } from "./execution/executionAccuracy.ts";
import type { RobustVerdict } from "./robust/robustAccuracy.ts";
import { exactMatch } from "./spider/exactMatch.ts";
import { type Hardness, hardnessOf } from "./spider/hardness.ts";
import { parseSpiderStatement } from "./spider/parser.ts";
import { spiderSchema } from "./spider/schema.ts";

/** One scored prediction: a line of `deliberate sql score --json`. 1 right, 0 wrong, null not scorable. */
export interface ScoreRow {
  readonly id: string;
  /** Null when gold lies outside Spider's subset. */
  readonly em: 0 | 1 | null;
  /** Null when gold does not run. */
  readonly ex: 0 | 1 | null;
  /** 0 wherever `ex` is 0; null when it was not asked for or no variant could be compared. */
  readonly robustEx: 0 | 1 | null;
  /** Main error of a prediction that is wrong by execution (or by robust execution); null otherwise. */
  readonly error: ErrorClass | null;
  /** All classes of the error, the main one first. */
  readonly errors: readonly ErrorClass[];
  /** The engine's message when prediction or gold does not run. */
  readonly message: string | null;
  /** Null when gold lies outside Spider's subset. */
  readonly hardness: Hardness | null;
  /** Gold returns no row on the database itself, so that an empty prediction counts as right. */
  readonly emptyGold: boolean;
}

export interface ScoredPair {
  readonly id: string;
  readonly predicted: string;
  readonly gold: string;
  readonly schema: DatabaseSchema;
  readonly execution: ExecutionVerdict;
  /** Absent when robust execution was not asked for; null when execution had decided already. */
  readonly robust?: RobustVerdict | null;
}

/** Exact match, hardness and error classes of a pair, beside what came of executing it. */
export function scoreRow(pair: ScoredPair): ScoreRow {
  const { id, predicted, gold, schema, execution, robust } = pair;
  const names = spiderSchema(schema);
  const goldStatement = parseSpiderStatement(gold, names);
  const match = exactMatch(predicted, gold, names);
  const ex = execution.kind === "goldFailed" ? null : bit(execution.kind === "equal");
  const robustEx = robustScore(ex, robust);
  const wrong = ex === 0 || robustEx === 0;
  const failure = execution.kind === "predictionFailed" ? execution.failure : undefined;
  const errors = wrong ? errorClassesOf(predicted, gold, schema, failure) : [];
  return {
    id,
    em: match === null ? null : bit(match.exact),
    ex,
    robustEx,
    error: errors[0] ?? null,
    errors,
    message: failure?.message ?? (execution.kind === "goldFailed" ? execution.message : null),
    hardness: goldStatement === null ? null : hardnessOf(goldStatement),
    emptyGold: execution.kind !== "goldFailed" && execution.goldRows === 0,
  };
}

const bit = (right: boolean): 0 | 1 => (right ? 1 : 0);

function robustScore(ex: 0 | 1 | null, robust: RobustVerdict | null | undefined): 0 | 1 | null {
  if (robust === undefined) return null;
  if (ex !== 1) return ex;
  return robust === null || robust.kind === "notCompared" ? null : bit(robust.kind === "equal");
}

/** Shares with Wilson's 95 % interval; rows where a score is null are left out of that score. */
export interface ScoreGroup {
  readonly rows: number;
  readonly em: Estimate;
  readonly ex: Estimate;
  readonly robustEx: Estimate;
}

export interface ScoreSummary {
  readonly all: ScoreGroup;
  readonly byHardness: Readonly<Record<Hardness, ScoreGroup>>;
  /** Without the rows where gold returns nothing. */
  readonly withoutEmptyGold: ScoreGroup;
  /** Rows by main error, most frequent first. */
  readonly errors: readonly { readonly error: ErrorClass; readonly rows: number }[];
}

/** Scores over all rows, by hardness and by error. */
export function summariseScores(rows: readonly ScoreRow[]): ScoreSummary {
  const ofLevel = (level: Hardness): ScoreGroup => group(rows.filter((row) => row.hardness === level));
  const counts = new Map<ErrorClass, number>();
  for (const { error } of rows) if (error !== null) counts.set(error, (counts.get(error) ?? 0) + 1);
  return {
    all: group(rows),
    byHardness: {
      easy: ofLevel("easy"),
      medium: ofLevel("medium"),
      hard: ofLevel("hard"),
      extra: ofLevel("extra"),
    },
    withoutEmptyGold: group(rows.filter((row) => !row.emptyGold)),
    errors: [...counts].map(([error, count]) => ({ error, rows: count })).sort((a, b) => b.rows - a.rows),
  };
}

function group(rows: readonly ScoreRow[]): ScoreGroup {
  const share = (score: (row: ScoreRow) => 0 | 1 | null): Estimate => {
    const scored = rows.map(score).filter((value) => value !== null);
    return proportion(scored.filter((value) => value === 1).length, scored.length);
  };
  return {
    rows: rows.length,
    em: share((row) => row.em),
    ex: share((row) => row.ex),
    robustEx: share((row) => row.robustEx),
  };
}
