import type { ColumnSchema, DatabaseSchema, ForeignKey, SqlValue, TableSchema } from "../../schema.ts";
import { exactKey, type Row } from "../execution/cellKeys.ts";
import type { Dice } from "./dice.ts";

/** Rows of every table by its name, cells in the order of the schema's columns. */
export type TableData = ReadonlyMap<string, readonly Row[]>;

/** A reference with column positions instead of names. */
export interface Reference {
  readonly columns: readonly number[];
  readonly target: TableSchema;
  readonly targetColumns: readonly number[];
}

/** A table with what mutations must respect. */
export interface TableShape {
  readonly table: TableSchema;
  /** Declared references; guessed ones only where every given row keeps them. */
  readonly references: readonly Reference[];
  /** Positions that have to be unique together: primary key, unique columns, columns that references lead to. */
  readonly keys: readonly (readonly number[])[];
  /** Positions in some key or reference. */
  readonly bound: ReadonlySet<number>;
}

/** Shapes of the tables (views are left out), referenced tables before those that refer to them. */
export function shapesOf(schema: DatabaseSchema, data: TableData): TableShape[] {
  const tables = schema.tables.filter((table) => table.kind === "table");
  const byName = new Map(tables.map((table) => [table.name.toLowerCase(), table]));
  const shapes = tables.map((table): TableShape => {
    const references = table.foreignKeys.flatMap((key) => {
      const target = byName.get(key.targetTable.toLowerCase());
      const reference = target && referenceOf(table, target, key);
      if (reference === undefined || (key.inferred && !holds(reference, table, data))) return [];
      return [reference];
    });
    const primary = positions(table, table.primaryKey) ?? [];
    const unique = table.columns.flatMap((column, index) => (column.unique === true ? [[index]] : []));
    return {
      table,
      references,
      keys: [...(primary.length > 0 ? [primary] : []), ...unique],
      bound: new Set(),
    };
  });
  return parentsFirst(shapes.map((shape) => withTargets(shape, shapes)));
}

/** A reference leads to a key, declared as one or not. */
function withTargets(shape: TableShape, shapes: readonly TableShape[]): TableShape {
  const targets = shapes
    .flatMap(({ references }) => references.filter((reference) => reference.target === shape.table))
    .map((reference) => reference.targetColumns);
  const keys = [...shape.keys, ...targets].filter(
    (key, index, all) => all.findIndex((other) => String(other) === String(key)) === index,
  );
  return { ...shape, keys, bound: new Set([...keys, ...shape.references.map((r) => r.columns)].flat()) };
}

function referenceOf(table: TableSchema, target: TableSchema, key: ForeignKey): Reference | undefined {
  const columns = positions(table, key.columns);
  const targetColumns = positions(target, key.targetColumns);
  return columns && targetColumns && columns.length === targetColumns.length
    ? { columns, target, targetColumns }
    : undefined;
}

function positions(table: TableSchema, names: readonly string[]): number[] | undefined {
  const found = names.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  return found.includes(-1) ? undefined : found;
}

function parentsFirst(shapes: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const seen = new Set<string>();
  const visit = (shape: TableShape): void => {
    if (seen.has(shape.table.name)) return;
    seen.add(shape.table.name);
    for (const { target } of shape.references) {
      const parent = shapes.find((candidate) => candidate.table === target);
      if (parent !== undefined) visit(parent);
    }
    ordered.push(shape);
  };
  shapes.forEach(visit);
  return ordered;
}

/** Cells at some positions as one text. 1 and "1" are the same here: many databases refer from text to integers. */
export const cellsKey = (row: Row, at: readonly number[]): string =>
  at
    .map((position) =>
      typeof row[position] === "string" ? row[position] : exactKey(row[position] ?? null).slice(1),
    )
    .join("\u0001");

const hasNull = (row: Row, at: readonly number[]): boolean =>
  at.some((position) => (row[position] ?? null) === null);

function holds(reference: Reference, table: TableSchema, data: TableData): boolean {
  const rows = data.get(table.name) ?? [];
  const targets = new Set(
    (data.get(reference.target.name) ?? []).map((row) => cellsKey(row, reference.targetColumns)),
  );
  return rows.every(
    (row) => hasNull(row, reference.columns) || targets.has(cellsKey(row, reference.columns)),
  );
}

/**
 * Makes rows valid again after a change: references to missing rows are pointed at an existing one (or, with
 * `dropOrphans`, their row goes), NULL in a primary key and repetitions of a key remove the row. Statements that are
 * equivalent under the declared keys stay equivalent on such rows.
 */
export function repaired(
  data: TableData,
  shapes: readonly TableShape[],
  dice: Dice,
  dropOrphans = false,
): TableData {
  const valid = new Map<string, readonly Row[]>(data);
  for (const shape of shapes) {
    let rows: readonly Row[] = valid.get(shape.table.name) ?? [];
    for (const reference of shape.references) {
      const parents = reference.target === shape.table ? rows : (valid.get(reference.target.name) ?? []);
      rows = withReferences(rows, parents, reference, shape.table, dice, dropOrphans);
    }
    valid.set(
      shape.table.name,
      shape.keys.reduce<readonly Row[]>(
        (kept, key, index) => withoutRepeats(kept, key, isPrimary(shape, index)),
        rows,
      ),
    );
  }
  return valid;
}

const isPrimary = (shape: TableShape, index: number): boolean =>
  index === 0 && shape.table.primaryKey.length > 0;

function withReferences(
  rows: readonly Row[],
  parents: readonly Row[],
  reference: Reference,
  table: TableSchema,
  dice: Dice,
  dropOrphans: boolean,
): Row[] {
  const usable = parents.filter((row) => !hasNull(row, reference.targetColumns));
  const known = new Set(usable.map((row) => cellsKey(row, reference.targetColumns)));
  return rows.flatMap((row) => {
    if (hasNull(row, reference.columns) || known.has(cellsKey(row, reference.columns))) return [row];
    const parent = dropOrphans ? undefined : dice.pick(usable);
    return parent === undefined ? [] : [pointedAt(row, parent, reference, table)];
  });
}

/** The row with its reference leading to `parent`, in the type the column holds. */
export function pointedAt(row: Row, parent: Row, reference: Reference, table: TableSchema): Row {
  const changed = [...row];
  reference.columns.forEach((position, index) => {
    const value = parent[reference.targetColumns[index] ?? 0] ?? null;
    changed[position] = inColumnType(value, row[position] ?? null, table.columns[position]);
  });
  return changed;
}

/** A number becomes text where the column holds texts; the rest stays. */
function inColumnType(value: SqlValue, before: SqlValue, column: ColumnSchema | undefined): SqlValue {
  const holdsText = typeof before === "string" || (before === null && /char|text/i.test(column?.type ?? ""));
  return holdsText && (typeof value === "number" || typeof value === "bigint") ? String(value) : value;
}

function withoutRepeats(rows: readonly Row[], key: readonly number[], primary: boolean): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (hasNull(row, key)) return !primary;
    const text = cellsKey(row, key);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
