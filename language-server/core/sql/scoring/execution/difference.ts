import type { QueryResult, SqlValue } from "../../schema.ts";
import { exactKey, type Row } from "./cellKeys.ts";
import { columnsOf } from "./compareRows.ts";

/** The first thing in which two results differ, to show beside them. */
export interface ResultDifference {
  readonly reason: "columnCount" | "rows" | "order";
  readonly goldRows: number;
  readonly predictedRows: number;
  /** Position of the rows below in their own results, from 0; null when that side has no such row. */
  readonly goldIndex: number | null;
  readonly predictedIndex: number | null;
  /** Gold row that the prediction lacks (or that stands elsewhere there). */
  readonly gold: Row | null;
  /** Predicted row that gold lacks, its columns put in gold's order as far as their contents tell. */
  readonly predicted: Row | null;
}

/**
 * First difference of two results that the comparison called different. Predicted columns are lined up with the gold
 * columns whose cells they share most of.
 */
export function firstDifference(
  gold: QueryResult,
  predicted: QueryResult,
  orderMatters: boolean,
): ResultDifference {
  const counts = { goldRows: gold.rows.length, predictedRows: predicted.rows.length };
  const columnCount = gold.rows[0]?.length ?? gold.columns.length;
  if (columnCount !== (predicted.rows[0]?.length ?? predicted.columns.length))
    return { reason: "columnCount", ...counts, ...pair(gold.rows, 0, predicted.rows, 0) };
  const aligned = reorder(predicted.rows, alignment(gold.rows, predicted.rows));
  const missing = firstNotIn(gold.rows, aligned);
  const extra = firstNotIn(aligned, gold.rows);
  if (missing !== null || extra !== null)
    return { reason: "rows", ...counts, ...pair(gold.rows, missing, aligned, extra) };
  const moved = orderMatters
    ? gold.rows.findIndex((row, index) => rowKey(row) !== rowKey(aligned[index] ?? []))
    : 0;
  return { reason: "order", ...counts, ...pair(gold.rows, Math.max(0, moved), aligned, Math.max(0, moved)) };
}

function pair(
  goldRows: readonly Row[],
  goldAt: number | null,
  predictedRows: readonly Row[],
  predictedAt: number | null,
): Pick<ResultDifference, "gold" | "goldIndex" | "predicted" | "predictedIndex"> {
  const gold = goldAt === null ? undefined : goldRows[goldAt];
  const predicted = predictedAt === null ? undefined : predictedRows[predictedAt];
  return {
    gold: gold ?? null,
    goldIndex: gold === undefined ? null : goldAt,
    predicted: predicted ?? null,
    predictedIndex: predicted === undefined ? null : predictedAt,
  };
}

const rowKey = (row: Row): string => JSON.stringify(row.map(exactKey));

/** Index of the first row of `rows` that `others` does not hold as often. */
function firstNotIn(rows: readonly Row[], others: readonly Row[]): number | null {
  const left = new Map<string, number>();
  for (const row of others) left.set(rowKey(row), (left.get(rowKey(row)) ?? 0) + 1);
  for (const [index, row] of rows.entries()) {
    const count = left.get(rowKey(row)) ?? 0;
    if (count === 0) return index;
    left.set(rowKey(row), count - 1);
  }
  return null;
}

/** For each gold column the free predicted column with most cells in common, the same position first. */
function alignment(gold: readonly Row[], predicted: readonly Row[]): number[] {
  const predictedColumns = columnsOf(predicted, exactKey);
  const taken = new Set<number>();
  return columnsOf(gold, exactKey).map((column, position) => {
    let best = -1;
    let bestShared = -1;
    for (const [index, other] of predictedColumns.entries()) {
      if (taken.has(index)) continue;
      const shared = overlap(column, other) + (index === position ? 0.5 : 0);
      if (shared > bestShared) [best, bestShared] = [index, shared];
    }
    taken.add(best);
    return best;
  });
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const cell of a) left.set(cell, (left.get(cell) ?? 0) + 1);
  let shared = 0;
  for (const cell of b) {
    const count = left.get(cell) ?? 0;
    if (count > 0) shared += 1;
    left.set(cell, count - 1);
  }
  return shared;
}

const reorder = (rows: readonly Row[], order: readonly number[]): SqlValue[][] =>
  rows.map((row) => (order.length === 0 ? [...row] : order.map((index) => row[index] ?? null)));
