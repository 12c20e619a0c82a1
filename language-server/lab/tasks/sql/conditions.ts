import type { TaskRandom } from "../random.ts";
import { type Cell, literal, type Row, sortedNumbers } from "./rows.ts";
import { columnsOf, type Table } from "./schema.ts";

/** A condition on the rows of one table: SQL, the words for it, and its meaning. */
export interface Condition {
  /** SQL; columns are written by `qualify`. */
  readonly sql: string;
  /** Follows the plural of the table: `with age above 30`. */
  readonly words: string;
  readonly holds: (row: Row) => boolean;
}

/** Writes a column name, with its table where a query joins. */
export type Qualify = (column: string) => string;

/** A condition that some rows meet and some do not; null when the draws find none. */
export function drawCondition(
  table: Table,
  rows: readonly Row[],
  qualify: Qualify,
  random: TaskRandom,
): Condition | null {
  for (let tries = 0; tries < 8; tries++) {
    const first = drawSimple(table, rows, qualify, random);
    if (first === null) return null;
    const second = random.chance(0.22) ? drawSimple(table, rows, qualify, random) : null;
    const condition = second === null || second.column === first.column ? first : both(first, second, random);
    const meeting = rows.filter(condition.holds).length;
    if (meeting > 0 && meeting < rows.length) return condition;
  }
  return null;
}

interface Simple extends Condition {
  readonly column: string;
}

function both(a: Simple, b: Simple, random: TaskRandom): Condition {
  const isAnd = random.chance(0.65);
  return {
    sql: `${a.sql} ${isAnd ? "AND" : "OR"} ${b.sql}`,
    words: `${a.words} ${isAnd ? "and" : "or"} ${b.words}`,
    holds: (row) => (isAnd ? a.holds(row) && b.holds(row) : a.holds(row) || b.holds(row)),
  };
}

type Comparison = ">" | "<" | ">=" | "<=" | "=";

const comparisonWords: Readonly<Record<Comparison, readonly string[]>> = {
  ">": ["above", "greater than", "over", "more than", "higher than"],
  "<": ["below", "less than", "under", "lower than", "smaller than"],
  ">=": ["of at least", "of no less than"],
  "<=": ["of at most", "of no more than"],
  "=": ["equal to", "of exactly"],
};

const compares: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
  "=": (a, b) => a === b,
};

function drawSimple(table: Table, rows: readonly Row[], qualify: Qualify, random: TaskRandom): Simple | null {
  const columns = columnsOf(table, "number", "category", "label");
  if (columns.length === 0 || rows.length === 0) return null;
  const column = random.weighted(columns.map((c) => [c, c.role === "label" ? 0.35 : 1] as const));
  const cell: Cell = random.pick(rows)[column.name] ?? "";
  if (typeof cell === "number") {
    const operator = random.weighted<Comparison>([
      [">", 0.34],
      ["<", 0.26],
      [">=", 0.15],
      ["<=", 0.13],
      ["=", 0.12],
    ]);
    const sorted = sortedNumbers(rows, column.name);
    const middle = sorted[random.integer(1, Math.max(1, sorted.length - 2))] ?? cell;
    const value = operator === "=" ? cell : random.chance(0.5) ? middle : middle + random.integer(-2, 2);
    return {
      column: column.name,
      sql: `${qualify(column.name)} ${operator} ${value}`,
      words: `with ${random.pick(["", "a "])}${column.phrase} ${random.pick(comparisonWords[operator])} ${value}`,
      holds: (row) => compares[operator](Number(row[column.name]), value),
    };
  }
  if (column.role === "label" && random.chance(0.4)) {
    const start = cell.slice(0, random.integer(1, 2));
    return {
      column: column.name,
      sql: `${qualify(column.name)} LIKE '${start}%'`,
      words: `whose ${column.phrase} starts with ${start}`,
      // LIKE of SQLite does not tell small letters from capitals.
      holds: (row) => String(row[column.name]).toLowerCase().startsWith(start.toLowerCase()),
    };
  }
  const isNot = random.chance(0.15);
  return {
    column: column.name,
    sql: `${qualify(column.name)} ${isNot ? "!=" : "="} ${literal(cell)}`,
    words: isNot
      ? `whose ${column.phrase} is not ${cell}`
      : random.pick([
          `whose ${column.phrase} is ${cell}`,
          `with ${column.phrase} ${cell}`,
          `where the ${column.phrase} is ${cell}`,
        ]),
    holds: (row) => (row[column.name] === cell) !== isNot,
  };
}
