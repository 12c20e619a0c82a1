import type { DatabaseSchema } from "../../schema.ts";

/** What exact match needs of a database; all names lower-case. */
export interface SpiderSchema {
  /** Columns by table. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** "table.column" → the first column of its foreign-key group; columns outside a group are absent. */
  readonly keyGroups: ReadonlyMap<string, string>;
}

/** One entry of Spider's `tables.json`, as far as scoring reads it. */
export interface SpiderTablesEntry {
  readonly db_id: string;
  readonly table_names_original: readonly string[];
  /** [table index, name]; the first is [-1, "*"]. */
  readonly column_names_original: readonly (readonly [number, string])[];
  /** Pairs of column indices. */
  readonly foreign_keys: readonly (readonly [number, number])[];
}

/** The schema that published exact-match figures are computed with: groups come from `tables.json`. */
export function schemaOfTablesEntry(entry: SpiderTablesEntry): SpiderSchema {
  const names = entry.table_names_original.map((name) => name.toLowerCase());
  const tables = new Map<string, string[]>(names.map((name) => [name, []]));
  const ids = entry.column_names_original.map(([table, column]) => {
    const name = names[table];
    if (name === undefined) return "*";
    tables.get(name)?.push(column.toLowerCase());
    return `${name}.${column.toLowerCase()}`;
  });
  return { tables, keyGroups: keyGroups(ids, entry.foreign_keys) };
}

/**
 * The same from a database itself, for databases without a `tables.json`. Declared keys only: the groups differ from
 * `tables.json` where that lists keys the file does not declare, or the reverse.
 */
export function schemaOfDatabase(schema: DatabaseSchema): SpiderSchema {
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
