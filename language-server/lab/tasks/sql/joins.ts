import type { TaskRandom } from "../random.ts";
import { drawCondition } from "./conditions.ts";
import type { Query, QueryKind } from "./queries.ts";
import type { Rows } from "./rows.ts";
import { columnsOf, idOf, type Schema } from "./schema.ts";
import { aggregates, asked, query } from "./tableQueries.ts";

/** A query over a table and the one it refers to; null when the rows have nothing for the kind that was drawn. */
export function drawJoinQuery(schema: Schema, rows: Rows, random: TaskRandom): Query | null {
  const child = random.pick(schema.tables.filter((table) => table.parent !== undefined));
  const parent = schema.tables.find((table) => table.name === child.parent);
  const [foreign] = columnsOf(child, "foreign");
  if (parent === undefined || foreign === undefined) return null;
  const own = (column: string) => `${child.name}.${column}`;
  const theirs = (column: string) => `${parent.name}.${column}`;
  const join = `JOIN ${parent.name} ON ${own(foreign.name)} = ${theirs(idOf(parent))}`;
  // Only rows of the parent that some child refers to can show up in a join.
  const referred = new Set((rows.get(child.name) ?? []).map((row) => row[foreign.name]));
  const parentRows = (rows.get(parent.name) ?? []).filter((row) => referred.has(row[idOf(parent)]));
  const [label] = columnsOf(child, "label");
  const [parentLabel] = columnsOf(parent, "label");
  const numbers = columnsOf(child, "number");
  if (label === undefined || parentLabel === undefined || numbers.length === 0) return null;
  const number = random.pick(numbers);
  const kind = random.weighted<QueryKind>([
    ["join-filter", 0.4],
    ["join-list", 0.2],
    ["join-count", 0.2],
    ["join-aggregate", 0.2],
  ]);
  if (kind === "join-list") {
    const column = random.pick(columnsOf(parent, "label", "category", "number"));
    const sql = `SELECT ${own(label.name)}, ${theirs(column.name)} FROM ${child.name} ${join}`;
    const what = `the ${label.phrase} of each ${child.one} and the ${column.phrase} of its ${parent.one}`;
    return query(kind, sql, `${random.pick(["Show", "List", "Give me"])} ${what}.`, what.slice(4));
  }
  if (kind === "join-count") {
    const sql = `SELECT ${theirs(parentLabel.name)}, COUNT(*) FROM ${child.name} ${join} GROUP BY ${theirs(parentLabel.name)}`;
    const what = `the ${parentLabel.phrase} of each ${parent.one} and its number of ${child.many}`;
    return query(kind, sql, `${random.pick(["Show", "List", "Give me"])} ${what}.`, what.slice(4));
  }
  const condition = drawCondition(parent, parentRows, theirs, random);
  if (condition === null) return null;
  const of = `${child.many} that belong to ${parent.many} ${condition.words}`;
  if (kind === "join-aggregate") {
    const a = random.pick(aggregates);
    const counts = random.chance(0.4);
    const chosen = counts ? "COUNT(*)" : `${a.sql}(${own(number.name)})`;
    const sql = `SELECT ${chosen} FROM ${child.name} ${join} WHERE ${condition.sql}`;
    if (counts) return query(kind, sql, `How many ${of} are there?`, `number of ${of}`);
    const what = `${random.pick(a.words)} ${number.phrase} of ${of}`;
    return query(kind, sql, asked(`the ${what}`, false, random), what);
  }
  const sql = `SELECT ${own(label.name)} FROM ${child.name} ${join} WHERE ${condition.sql}`;
  const what = `${label.phrase} of ${of}`;
  return query(kind, sql, asked(`the ${what}`, true, random), what);
}
