import type { Evidence } from "./evidence.ts";
import type { LinkIndex } from "./linkIndex.ts";
import type { RankedColumn } from "./linking.ts";
import type { TableRank } from "./rankTables.ts";

/** Columns of this many best tables are ranked. */
const rankedTables = 16;

/** Columns of the best tables by their own score, their table's, and whether they join two of these tables. */
export function rankColumns(
  index: LinkIndex,
  evidence: Evidence,
  tables: readonly TableRank[],
): RankedColumn[] {
  const { weights } = index;
  const scoreOf = new Map(tables.slice(0, rankedTables).map(({ table, score }) => [table, score]));
  const ranked: RankedColumn[] = [];
  for (const [table, tableScore] of scoreOf) {
    const joining = joiningScores(index, table, scoreOf);
    for (const [column, { name }] of (index.tables[table]?.columns ?? []).entries()) {
      const score =
        (evidence.columns[table]?.[column] ?? 0) +
        weights.columnOfTable * tableScore +
        weights.joiningKey * (joining.get(name.toLowerCase()) ?? 0);
      if (score > 0) ranked.push({ table: index.tables[table]?.name ?? "", name, score });
    }
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** For each key column (lower-case): the best of the smaller table scores of the joins that it takes part in. */
function joiningScores(
  index: LinkIndex,
  table: number,
  scoreOf: ReadonlyMap<number, number>,
): Map<string, number> {
  const joining = new Map<string, number>();
  const name = index.tables[table]?.name.toLowerCase() ?? "";
  const add = (columns: readonly string[], other: number | undefined) => {
    const score = Math.min(
      scoreOf.get(table) ?? 0,
      (other === undefined ? undefined : scoreOf.get(other)) ?? 0,
    );
    for (const column of columns) {
      joining.set(column.toLowerCase(), Math.max(joining.get(column.toLowerCase()) ?? 0, score));
    }
  };
  for (const key of index.schema.tables[table]?.foreignKeys ?? []) {
    add(key.columns, index.tableOfName.get(key.targetTable.toLowerCase()));
  }
  for (const other of index.tables[table]?.neighbours ?? []) {
    for (const key of index.schema.tables[other]?.foreignKeys ?? []) {
      if (key.targetTable.toLowerCase() === name) add(key.targetColumns, other);
    }
  }
  return joining;
}
