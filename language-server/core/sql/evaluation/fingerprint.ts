import type { SqlScoring } from "../../../contract/entities.ts";
import type { QueryResult } from "../schema.ts";
import { exactKey } from "../scoring/execution/cellKeys.ts";
import { columnsOf } from "../scoring/execution/compareRows.ts";

/** What an empty result is called, whatever its columns are. */
export const emptyFingerprint = "no rows";

/**
 * A short name of a result: results that execution accuracy calls equal have the same, so that samples can vote by
 * result. Columns are sorted by their contents and, unless the statement orders its rows, the rows too. (Two different
 * columns with the same bag of cells keep their order, so a rare pair of equal results has two names.) By BIRD's rules
 * the set of rows is named.
 * @param hash SHA-256 in hex.
 */
export function fingerprintOf(
  { rows, truncated }: QueryResult,
  ordered: boolean,
  hash: (text: string) => string,
  scoring: SqlScoring = "spider",
): string {
  if (rows.length === 0) return emptyFingerprint;
  if (scoring === "bird") {
    const set = [...new Set(rows.map((row) => JSON.stringify(row.map(exactKey))))].sort();
    const width = rows[0]?.length ?? 0;
    return `${set.length}${truncated ? "+" : ""}×${width} ${hash(set.join("\n")).slice(0, 16)}`;
  }
  const columns = columnsOf(rows, exactKey)
    .map((cells) => ({ cells, name: JSON.stringify(ordered ? cells : [...cells].sort()) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const lines = rows.map((_, row) => JSON.stringify(columns.map(({ cells }) => cells[row])));
  const text = (ordered ? lines : lines.sort()).join("\n");
  const size = `${rows.length}${truncated ? "+" : ""}×${columns.length}`;
  return `${size} ${hash(text).slice(0, 16)}`;
}

/** Whether a statement asks for an order, by the official rule: the words stand anywhere in it. */
export const asksForOrder = (sql: string): boolean => /order\s+by/i.test(sql);
