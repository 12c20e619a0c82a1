import type { TaskRandom } from "../random.ts";
import type { Schema, Table } from "./schema.ts";

export type Cell = number | string;
export type Row = Readonly<Record<string, Cell>>;

/** Rows of each table by its name. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/**
 * Random content of a schema. Labels and numbers of a table are all different, so that an order by them has no ties;
 * categories repeat, and references point at rows that exist.
 * @param perTable fewest and most rows of a table
 */
export function drawRows(
  schema: Schema,
  random: TaskRandom,
  perTable: readonly [number, number] = [8, 16],
): Rows {
  const rows = new Map<string, readonly Row[]>();
  for (const table of schema.tables) {
    const parents = table.parent === undefined ? [] : (rows.get(table.parent) ?? []);
    rows.set(table.name, drawTableRows(table, random.integer(...perTable), parents, random));
  }
  return rows;
}

function drawTableRows(table: Table, count: number, parents: readonly Row[], random: TaskRandom): Row[] {
  const cells = new Map<string, readonly Cell[]>();
  for (const column of table.columns) {
    const { role, values = [], range = [1, 100] } = column;
    switch (role) {
      case "id":
        cells.set(
          column.name,
          Array.from({ length: count }, (_, i) => i + 1),
        );
        break;
      case "label":
        cells.set(column.name, random.pickSome(values, count));
        break;
      case "number":
        cells.set(column.name, differentNumbers(range, count, random));
        break;
      case "category":
        cells.set(
          column.name,
          Array.from({ length: count }, () => random.pick(values)),
        );
        break;
      case "foreign":
        cells.set(
          column.name,
          Array.from({ length: count }, () => random.integer(1, parents.length)),
        );
        break;
    }
  }
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(table.columns.map((column) => [column.name, cells.get(column.name)?.[i] ?? ""])),
  );
}

function differentNumbers(
  [low, high]: readonly [number, number],
  count: number,
  random: TaskRandom,
): number[] {
  const seen = new Set<number>();
  while (seen.size < count) seen.add(random.integer(low, high));
  return [...seen];
}

/** The content as `INSERT` statements, one for each table. */
export function insertText(schema: Schema, rows: Rows): string {
  return schema.tables
    .map((table) => {
      const tuples = (rows.get(table.name) ?? []).map(
        (row) => `(${table.columns.map((column) => literal(row[column.name] ?? "")).join(", ")})`,
      );
      return `INSERT INTO ${table.name} VALUES ${tuples.join(", ")};`;
    })
    .join("\n");
}

export const literal = (cell: Cell): string =>
  typeof cell === "number" ? String(cell) : `'${cell.replaceAll("'", "''")}'`;

/** Numbers of one column, smallest first. */
export function sortedNumbers(rows: readonly Row[], column: string): number[] {
  return rows
    .map((row) => row[column])
    .filter((cell) => typeof cell === "number")
    .sort((a, b) => a - b);
}
