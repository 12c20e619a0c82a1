import { capitalised } from "../math/phrasing.ts";
import type { TaskRandom } from "../random.ts";
import { type Condition, drawCondition } from "./conditions.ts";
import type { Query, QueryKind } from "./queries.ts";
import type { Row, Rows } from "./rows.ts";
import { type Column, columnsOf, type Table } from "./schema.ts";

export interface Aggregate {
  readonly sql: "AVG" | "SUM" | "MIN" | "MAX";
  readonly words: readonly string[];
}

export const aggregates: readonly Aggregate[] = [
  { sql: "AVG", words: ["average", "mean"] },
  { sql: "SUM", words: ["total", "sum of the"] },
  { sql: "MIN", words: ["lowest", "smallest", "minimum"] },
  { sql: "MAX", words: ["highest", "largest", "maximum"] },
];

const openings = ["What is", "What are", "List", "Show", "Give me", "Find"] as const;

/** `List the age of …` ends as a sentence, `What is the age of …` as a question. */
export function asked(what: string, isPlural: boolean, random: TaskRandom): string {
  const opening = random.pick(openings.filter((o) => o !== (isPlural ? "What is" : "What are")));
  return `${opening} ${what}${opening.startsWith("What") ? "?" : "."}`;
}

export const query = (
  kind: QueryKind,
  sql: string,
  question: string,
  comment: string,
  ordered = false,
): Query => ({
  kind,
  sql: `${sql};`,
  question: capitalised(question.replace(/\s+/g, " ")),
  comment: comment.replace(/\s+/g, " "),
  ordered,
});

const kinds: readonly (readonly [QueryKind, number])[] = [
  ["list", 3],
  ["count", 2],
  ["aggregate", 2],
  ["distinct", 0.7],
  ["group-count", 1.2],
  ["group-aggregate", 1.2],
  ["having", 0.8],
  ["order", 1.3],
  ["top", 1.6],
  ["group-top", 0.8],
];

/** A query over one table; null when the table or its rows have nothing for the kind that was drawn. */
export function drawTableQuery(table: Table, allRows: Rows, random: TaskRandom): Query | null {
  const rows = allRows.get(table.name) ?? [];
  const kind = random.weighted(kinds);
  const labels = columnsOf(table, "label");
  const numbers = columnsOf(table, "number");
  const groups = columnsOf(table, "category");
  const [label] = labels;
  const number = numbers.length > 0 ? random.pick(numbers) : undefined;
  const group = groups.length > 0 ? random.pick(groups) : undefined;
  if (label === undefined || number === undefined || group === undefined) return null;
  const condition = random.chance(0.6) ? drawCondition(table, rows, (column) => column, random) : null;
  const where = condition === null ? "" : ` WHERE ${condition.sql}`;
  const of = condition === null ? table.many : `${table.many} ${condition.words}`;
  const context: Context = { table, rows, random, label, number, group, condition, where, of };
  return builders[kind]?.(context) ?? null;
}

interface Context {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly random: TaskRandom;
  readonly label: Column;
  readonly number: Column;
  readonly group: Column;
  readonly condition: Condition | null;
  readonly where: string;
  /** The table's plural and the words of the condition. */
  readonly of: string;
}

const builders: Readonly<Partial<Record<QueryKind, (context: Context) => Query | null>>> = {
  list({ table, random, where, of }) {
    if (random.chance(0.15)) {
      const what = `all ${random.pick(["data", "columns", "details"])} of ${of}`;
      return query(
        "list",
        `SELECT * FROM ${table.name}${where}`,
        `${random.pick(["Show", "List", "Give me"])} ${what}.`,
        what,
      );
    }
    const columns = random.pickSome(
      columnsOf(table, "label", "number", "category"),
      random.pick([1, 1, 2, 2, 3]),
    );
    const names = columns.map((column) => column.name).join(", ");
    const all = random.pick(["", "all "]);
    const words = `${enumerated(columns.map((column) => column.phrase))} of ${where === "" ? all : ""}${of}`;
    return query(
      "list",
      `SELECT ${names} FROM ${table.name}${where}`,
      asked(`the ${words}`, true, random),
      words,
    );
  },
  count({ table, random, where, of }) {
    const sql = `SELECT COUNT(*) FROM ${table.name}${where}`;
    const question = random.pick([
      `How many ${of} are there?`,
      `Count the ${of}.`,
      `What is the number of ${of}?`,
    ]);
    return query(
      "count",
      sql,
      question,
      random.pick([`number of ${of}`, `count the ${of}`, `how many ${of}`]),
    );
  },
  aggregate({ table, random, number, where, of }) {
    const two = random.chance(0.2);
    const [a, b] = random.pickSome(aggregates, 2);
    if (a === undefined || b === undefined) return null;
    const first = random.pick(a.words);
    const chosen = two ? `${a.sql}(${number.name}), ${b.sql}(${number.name})` : `${a.sql}(${number.name})`;
    const words = two ? `${first} and ${random.pick(b.words)}` : first;
    const what = `${words} ${number.phrase} of ${of}`;
    return query(
      "aggregate",
      `SELECT ${chosen} FROM ${table.name}${where}`,
      asked(`the ${what}`, two, random),
      what,
    );
  },
  distinct({ table, random, group, where, of }) {
    const kinds = random.pick(["different", "distinct"]);
    if (random.chance(0.4)) {
      const sql = `SELECT COUNT(DISTINCT ${group.name}) FROM ${table.name}${where}`;
      const what = `${kinds} values of ${group.phrase} among ${of}`;
      return query("distinct", sql, `How many ${what} are there?`, `number of ${what}`);
    }
    const what = `${kinds} values of ${group.phrase} of ${of}`;
    return query(
      "distinct",
      `SELECT DISTINCT ${group.name} FROM ${table.name}${where}`,
      asked(`the ${what}`, true, random),
      what,
    );
  },
  "group-count"({ table, random, group, where, of }) {
    const sql = `SELECT ${group.name}, COUNT(*) FROM ${table.name}${where} GROUP BY ${group.name}`;
    const each = random.pick(["for each", "per"]);
    const question = random.pick([
      `How many ${of} are there ${each} ${group.phrase}?`,
      `Show each ${group.phrase} with its number of ${of}.`,
      `Count the ${of} ${each} ${group.phrase}.`,
    ]);
    return query("group-count", sql, question, `${group.phrase} and number of ${of} ${each} ${group.phrase}`);
  },
  "group-aggregate"({ table, random, group, number, where, of }) {
    const a = random.pick(aggregates);
    const sql = `SELECT ${group.name}, ${a.sql}(${number.name}) FROM ${table.name}${where} GROUP BY ${group.name}`;
    const what = `${random.pick(a.words)} ${number.phrase} of ${of} ${random.pick(["for each", "per"])} ${group.phrase}`;
    return query("group-aggregate", sql, asked(`the ${what}`, false, random), `${group.phrase} and ${what}`);
  },
  having({ table, rows, random, group, where, of, condition }) {
    const counts = countBy(condition === null ? rows : rows.filter(condition.holds), group.name);
    const limit = random.integer(1, 3);
    const meeting = counts.filter((count) => count > limit).length;
    if (meeting === 0 || meeting === counts.length) return null;
    const sql = `SELECT ${group.name} FROM ${table.name}${where} GROUP BY ${group.name} HAVING COUNT(*) > ${limit}`;
    const what = `more than ${limit} ${of}`;
    const question = random.pick([
      `Which values of ${group.phrase} have ${what}?`,
      `Find every ${group.phrase} with ${what}.`,
    ]);
    return query("having", sql, question, `${group.phrase} with ${what}`);
  },
  order({ table, random, label, number, where, of }) {
    const down = random.chance(0.5);
    const sql = `SELECT ${label.name} FROM ${table.name}${where} ORDER BY ${number.name}${down ? " DESC" : ""}`;
    const order = down
      ? random.pick([
          `from highest to lowest ${number.phrase}`,
          `by ${number.phrase} in descending order`,
          `ordered by ${number.phrase}, highest first`,
        ])
      : random.pick([
          `from lowest to highest ${number.phrase}`,
          `by ${number.phrase} in ascending order`,
          `ordered by ${number.phrase}, lowest first`,
        ]);
    const what = `${label.phrase} of ${of} ${order}`;
    return query(
      "order",
      sql,
      asked(`the ${what}`, true, random)
        .replace(/^What are/, "List")
        .replace("?", "."),
      what,
      true,
    );
  },
  top({ table, random, label, number, where, of, condition }) {
    const high = random.chance(0.6);
    const extreme = random.pick(high ? ["highest", "largest", "greatest"] : ["lowest", "smallest"]);
    const count = random.chance(0.6) ? 1 : random.integer(2, 5);
    const sql = `SELECT ${label.name} FROM ${table.name}${where} ORDER BY ${number.name}${high ? " DESC" : ""} LIMIT ${count}`;
    if (count === 1) {
      const which =
        condition === null
          ? `the ${table.one} with the ${extreme} ${number.phrase}`
          : `the one with the ${extreme} ${number.phrase} among ${of}`;
      return query(
        "top",
        sql,
        asked(`the ${label.phrase} of ${which}`, false, random),
        `${label.phrase} of ${which}`,
        true,
      );
    }
    const which =
      condition === null
        ? `the ${count} ${table.many} with the ${extreme} ${number.phrase}`
        : `the ${count} with the ${extreme} ${number.phrase} among ${of}`;
    return query(
      "top",
      sql,
      asked(`the ${label.phrase} of ${which}`, true, random),
      `${label.phrase} of ${which}`,
      true,
    );
  },
  "group-top"({ table, rows, random, group, where, of, condition }) {
    const most = random.chance(0.7);
    const counts = countBy(condition === null ? rows : rows.filter(condition.holds), group.name).sort(
      (a, b) => (most ? b - a : a - b),
    );
    if (counts.length < 2 || counts[0] === counts[1]) return null;
    const sql = `SELECT ${group.name} FROM ${table.name}${where} GROUP BY ${group.name} ORDER BY COUNT(*)${most ? " DESC" : ""} LIMIT 1`;
    const what = `the ${most ? "most" : "fewest"} ${of}`;
    return query(
      "group-top",
      sql,
      `Which ${group.phrase} has ${what}?`,
      `${group.phrase} with ${what}`,
      true,
    );
  },
};

const enumerated = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

function countBy(rows: readonly Row[], column: string): number[] {
  const counts = new Map<unknown, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return [...counts.values()];
}
