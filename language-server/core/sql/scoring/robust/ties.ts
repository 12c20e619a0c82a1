import type { QueryResult } from "../../schema.ts";
import { type Row, roundedKey } from "../execution/cellKeys.ts";
import type { KeyColumn, Ordering } from "./ordering.ts";

/** What the sort keys say about the rows of a statement. */
export type Ties =
  /** Block number of each row of the result: rows of one block are tied and may stand in any order. */
  | { readonly kind: "blocks"; readonly blocks: readonly number[] }
  /** Rows on both sides of LIMIT are tied: which of them are kept is the engine's choice. */
  | { readonly kind: "cutThroughTie" }
  | { readonly kind: "unknown" };

const key = roundedKey(false);
const rowText = (row: Row): string => JSON.stringify(row.map(key));

/** Reads the ties from the result of an ordering's probe. */
export function tiesOf(ordering: Ordering, probe: QueryResult): Ties {
  if (probe.truncated) return { kind: "unknown" };
  const width = probe.columns.length;
  const indices = ordering.keys.map((column) => columnIndex(column, probe.columns));
  if (indices.some((index) => index < 0 || index >= width)) return { kind: "unknown" };
  const texts = probe.rows.map((row) => JSON.stringify(indices.map((index) => key(row[index] ?? null))));
  const offset = ordering.limit?.offset ?? 0;
  const end = Math.min(texts.length, offset + (ordering.limit?.count ?? texts.length));
  if (offset >= end) return { kind: "blocks", blocks: [] };
  const tied = (row: number): boolean => row > 0 && row < texts.length && texts[row] === texts[row - 1];
  // Tied rows that are the same all through make no difference.
  const cutAt = (row: number): boolean =>
    tied(row) && new Set(probe.rows.filter((_, at) => texts[at] === texts[row]).map(rowText)).size > 1;
  if (cutAt(offset) || cutAt(end)) return { kind: "cutThroughTie" };
  let block = 0;
  const blocks: number[] = [];
  for (let row = offset; row < end; row++) {
    if (row > offset && !tied(row)) block += 1;
    blocks.push(block);
  }
  return { kind: "blocks", blocks };
}

/** −1 when there is no such column. */
function columnIndex(column: KeyColumn, names: readonly string[]): number {
  if (column.kind === "position") return column.index;
  if (column.kind === "added") return names.length - column.fromEnd;
  return names.findIndex((name) => name.toLowerCase() === column.name);
}
