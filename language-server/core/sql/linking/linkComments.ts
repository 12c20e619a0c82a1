import type { TableSchema } from "../schema.ts";
import type { Linking, SchemaLink } from "./linking.ts";

/** More reasons than this cost more tokens than they help. */
const mostReasons = 4;

/** Why a table is there, in plain words on one line (graphix-text-to-sql.md I.3); empty when there is no reason. */
export function linkComment(table: TableSchema, linking: Linking, described: readonly TableSchema[]): string {
  const shown = new Set(table.columns.map((column) => column.name));
  const links = linking.links.filter(
    (link) => link.table === table.name && (link.column === undefined || shown.has(link.column)),
  );
  const reasons = new Set<string>();
  for (const link of [...links].sort((a, b) => b.score - a.score)) {
    const reason = reasonOf(link, linking.question);
    if (reason !== undefined && reasons.size < mostReasons) reasons.add(reason);
  }
  if (linking.tables.some(({ name, bridge }) => bridge && name === table.name)) {
    const joined = joinedTables(table, described);
    if (joined.length > 1) reasons.add(`joins ${joined.slice(0, -1).join(", ")} and ${joined.at(-1)}`);
  }
  return [...reasons].join("; ");
}

/** Partly named columns are no reason: "name" is part of too many. */
function reasonOf(link: SchemaLink, question: string): string | undefined {
  const words = `"${question.slice(...link.span).replace(/\s+/g, " ")}"`;
  if (link.column === undefined) {
    return link.kind === "related" ? `${words} may mean ${link.table}` : `${words} names this table`;
  }
  if (link.kind === "exact") return `${words} names ${link.column}`;
  // A line break would end the comment.
  if (link.kind !== "value" || link.value === undefined || /[\r\n\u2028\u2029]/.test(link.value))
    return undefined;
  return `${link.column} has the value '${link.value.replaceAll("'", "''")}'`;
}

function joinedTables(table: TableSchema, described: readonly TableSchema[]): string[] {
  const refers = (from: TableSchema, to: TableSchema) =>
    from.foreignKeys.some((key) => key.targetTable.toLowerCase() === to.name.toLowerCase());
  return described
    .filter((other) => other.name !== table.name && (refers(table, other) || refers(other, table)))
    .map((other) => other.name);
}
