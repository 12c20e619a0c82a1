import { identifier } from "../identifiers.ts";
import type { DatabaseSchema, SqlDialect, TableSchema } from "../schema.ts";
import { qualifierOf, type Source } from "../scope/scope.ts";

export interface JoinCondition {
  /** The table to join. */
  readonly table: TableSchema;
  /** As it stands behind ON. */
  readonly condition: string;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Joins that foreign keys allow, in either direction, declared keys before inferred ones.
 * @param sources What is in FROM already.
 * @param joined The source to join; without it every table that a key connects.
 */
export function joinConditions(
  schema: DatabaseSchema,
  sources: readonly Source[],
  dialect: SqlDialect,
  joined?: Source,
): JoinCondition[] {
  const found: { readonly join: JoinCondition; readonly inferred: boolean }[] = [];
  const add = (
    key: TableSchema["foreignKeys"][number],
    from: string,
    to: string,
    table: TableSchema,
  ): void => {
    const pairs = key.columns.map(
      (column, index) =>
        `${written(from, column)} = ${written(to, key.targetColumns[index] ?? key.targetColumns[0] ?? "")}`,
    );
    found.push({ join: { table, condition: pairs.join(" AND ") }, inferred: key.inferred });
  };
  const written = (qualifier: string, column: string) =>
    `${identifier(qualifier, dialect)}.${identifier(column, dialect)}`;
  for (const table of joined?.table ? [joined.table] : schema.tables) {
    const name = joined === undefined ? table.name : qualifierOf(joined);
    for (const source of sources) {
      if (source.table === null) continue;
      const there = qualifierOf(source);
      for (const key of table.foreignKeys)
        if (same(key.targetTable, source.table.name)) add(key, name, there, table);
      for (const key of source.table.foreignKeys)
        if (same(key.targetTable, table.name) && table !== source.table) add(key, there, name, table);
    }
  }
  return found.sort((a, b) => Number(a.inferred) - Number(b.inferred)).map(({ join }) => join);
}
