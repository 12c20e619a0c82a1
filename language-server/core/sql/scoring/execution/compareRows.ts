import { type CellKey, exactKey, type Row } from "./cellKeys.ts";

/**
 * Whether two results are the same by the official rule (`result_eq` of taoyds/test-suite-sql-eval): two empty results
 * are; otherwise some permutation of the columns, the same for all rows, must make the rows equal, as a list if
 * `orderMatters` and as a bag otherwise. Column names never count.
 *
 * One known difference: the official script first sorts each row by the printed cells, so that a row with the integers
 * (1, 10) and one with (1.0, 10) are called different. Cells carry no such types here; they are equal.
 */
export function sameResult(
  gold: readonly Row[],
  predicted: readonly Row[],
  orderMatters: boolean,
  key: CellKey = exactKey,
): boolean {
  const together = gold.map((_, row) => (orderMatters ? row : 0));
  return sameInBlocks(gold, predicted, together, key);
}

/**
 * The same with an order that is known in part: rows whose `blocks` entry (by position) is equal may stand in any
 * order. All in one block: a bag; every row in its own: a list.
 */
export function sameInBlocks(
  gold: readonly Row[],
  predicted: readonly Row[],
  blocks: readonly number[],
  key: CellKey = exactKey,
): boolean {
  if (gold.length !== predicted.length) return false;
  if (gold.length === 0) return true;
  if (gold[0]?.length !== predicted[0]?.length) return false;
  return columnsMatch(columnsOf(gold, key), columnsOf(predicted, key), blocks);
}

/** BIRD's rule (mini_dev, evaluation_ex.py): the sets of rows are equal; neither order nor repetition counts. */
export function sameRowSet(
  gold: readonly Row[],
  predicted: readonly Row[],
  key: CellKey = exactKey,
): boolean {
  const rowKey = (row: Row): string => JSON.stringify(row.map(key));
  const left = new Set(gold.map(rowKey));
  const right = new Set(predicted.map(rowKey));
  return left.size === right.size && [...left].every((row) => right.has(row));
}

/** Result tables column by column, as keys. */
export const columnsOf = (rows: readonly Row[], key: CellKey): string[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => key(row[column] ?? null)));

/**
 * Whether a permutation of the columns makes the rows agree block by block. Columns are assigned one after the other; a
 * partial assignment is kept only while the rows projected on it agree.
 */
function columnsMatch(
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
  blocks: readonly number[],
): boolean {
  const inBlocks = (column: readonly string[]): string =>
    JSON.stringify(column.map((cell, row) => `${blocks[row]} ${cell}`).sort());
  const predictedBags = predicted.map(inBlocks);
  const predictedTexts = predicted.map((column) => JSON.stringify(column));
  const candidates = gold.map((column) => {
    const bag = inBlocks(column);
    return predicted.flatMap((_, index) => (predictedBags[index] === bag ? [index] : []));
  });
  const assign = (
    chosen: readonly number[],
    goldGroups: readonly number[],
    predictedGroups: readonly number[],
  ): boolean => {
    const column = gold[chosen.length];
    if (column === undefined) return true;
    const tried = new Set<string>();
    for (const index of candidates[chosen.length] ?? []) {
      const text = predictedTexts[index] ?? "";
      // Equal columns are interchangeable: one of them is enough.
      if (chosen.includes(index) || tried.has(text)) continue;
      tried.add(text);
      const refined = refine(goldGroups, column, predictedGroups, predicted[index] ?? []);
      if (refined !== null && assign([...chosen, index], refined.gold, refined.predicted)) return true;
    }
    return false;
  };
  return assign([], blocks, blocks);
}

/**
 * Splits groups of rows that agreed so far by one more column. Null when some group then has another number of rows on
 * the two sides, i.e. the bags of projected rows differ.
 */
function refine(
  goldGroups: readonly number[],
  gold: readonly string[],
  predictedGroups: readonly number[],
  predicted: readonly string[],
): { gold: number[]; predicted: number[] } | null {
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const goldNext = gold.map((cell, row) => {
    const name = `${goldGroups[row]} ${cell}`;
    const group = numbers.get(name) ?? numbers.size;
    numbers.set(name, group);
    sizes[group] = (sizes[group] ?? 0) + 1;
    return group;
  });
  const predictedNext: number[] = [];
  for (const [row, cell] of predicted.entries()) {
    const group = numbers.get(`${predictedGroups[row]} ${cell}`);
    if (group === undefined || sizes[group] === 0) return null;
    sizes[group] = (sizes[group] ?? 0) - 1;
    predictedNext.push(group);
  }
  return { gold: goldNext, predicted: predictedNext };
}
