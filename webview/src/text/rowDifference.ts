/** Where two results first differ, as far as their rows are here. */

export type Cells = readonly (string | null)[];

export interface RowDifference {
  /** Position of the first row that the other side lacks; null when all its rows are there. */
  readonly gold: number | null;
  readonly predicted: number | null;
  /** The rows are the same and stand in another order. */
  readonly order: boolean;
}

const exactKey = (row: Cells): string => JSON.stringify(row);
/** Columns may stand in another order. */
const anyOrderKey = (row: Cells): string =>
  JSON.stringify([...row].map((cell) => JSON.stringify(cell)).sort());

/** Columns in another order count as equal, unless nothing else tells the results apart. */
export function rowDifference(gold: readonly Cells[], predicted: readonly Cells[]): RowDifference {
  for (const key of [anyOrderKey, exactKey]) {
    const lacking = firstLacking(gold, predicted, key);
    const extra = firstLacking(predicted, gold, key);
    if (lacking !== null || extra !== null) return { gold: lacking, predicted: extra, order: false };
  }
  const moved = gold.findIndex((row, at) => exactKey(row) !== exactKey(predicted[at] ?? []));
  return moved === -1
    ? { gold: null, predicted: null, order: false }
    : { gold: moved, predicted: moved, order: true };
}

/** Position of the first row of `rows` that `others` does not hold as often. */
function firstLacking(
  rows: readonly Cells[],
  others: readonly Cells[],
  key: (row: Cells) => string,
): number | null {
  const left = new Map<string, number>();
  for (const row of others) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  for (const [at, row] of rows.entries()) {
    const times = left.get(key(row)) ?? 0;
    if (times === 0) return at;
    left.set(key(row), times - 1);
  }
  return null;
}
