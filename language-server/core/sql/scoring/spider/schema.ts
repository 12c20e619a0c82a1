import type { DatabaseSchema } from "../../schema.ts";

/** What exact match needs of a database; all names lower-case. */
export interface SpiderSchema {
  /** Columns by table. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** "table.column" → the first column of its foreign-key group; columns outside a group are absent. */
  readonly keyGroups: ReadonlyMap<string, string>;
}

/**
 * From a database, or from its entry in Spider's `tables.json` (`parseSpiderTables`), which published figures are
 * computed with: the groups differ where that lists keys the file does not declare, or the reverse. Keys that were only
 * guessed do not count.
 */
export function spiderSchema(schema: DatabaseSchema): SpiderSchema {
  const tables = new Map(
    schema.tables.map((table) => [
      table.name.toLowerCase(),
      table.columns.map((column) => column.name.toLowerCase()),
    ]),
  );
  const ids = [...tables].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  const position = new Map(ids.map((id, index) => [id, index]));
  const pairs: [number, number][] = [];
  for (const table of schema.tables)
    for (const key of table.foreignKeys.filter((candidate) => !candidate.inferred))
      key.columns.forEach((column, index) => {
        const from = position.get(`${table.name}.${column}`.toLowerCase());
        const to = position.get(`${key.targetTable}.${key.targetColumns[index] ?? ""}`.toLowerCase());
        if (from !== undefined && to !== undefined) pairs.push([from, to]);
      });
  return { tables, keyGroups: keyGroups(ids, pairs) };
}

/**
 * A key joins the first group that holds one of its ends. Two groups that a later key connects stay apart, as in the
 * official `build_foreign_key_map`; merging them would change verdicts.
 */
function keyGroups(
  ids: readonly string[],
  keys: readonly (readonly [number, number])[],
): Map<string, string> {
  const groups: Set<number>[] = [];
  for (const [from, to] of keys) {
    let group = groups.find((candidate) => candidate.has(from) || candidate.has(to));
    if (group === undefined) {
      group = new Set();
      groups.push(group);
    }
    group.add(from).add(to);
  }
  const first = new Map<string, string>();
  for (const group of groups) {
    const name = ids[Math.min(...group)] ?? "*";
    for (const index of group) first.set(ids[index] ?? "*", name);
  }
  return first;
}
