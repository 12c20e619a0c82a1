import type { ColumnSchema, SqlValue } from "../../schema.ts";
import type { Row } from "../execution/cellKeys.ts";
import type { Dice } from "./dice.ts";
import { pointedAt, repaired, type TableData, type TableShape } from "./tableData.ts";

/** Changes rows of a whole database; what it breaks, `repaired` mends. */
export type Mutation = (data: TableData, shapes: readonly TableShape[], dice: Dice) => TableData;

export const mapTables = (
  data: TableData,
  shapes: readonly TableShape[],
  change: (rows: readonly Row[], shape: TableShape) => readonly Row[],
): TableData =>
  new Map(shapes.map((shape) => [shape.table.name, change(data.get(shape.table.name) ?? [], shape)]));

export const mapCells = (
  data: TableData,
  shapes: readonly TableShape[],
  change: (value: SqlValue, column: ColumnSchema, position: number, shape: TableShape) => SqlValue,
): TableData =>
  mapTables(data, shapes, (rows, shape) =>
    rows.map((row) =>
      shape.table.columns.map((column, position) => change(row[position] ?? null, column, position, shape)),
    ),
  );

/** Drops three rows in ten, and what referred to them. */
export const fewerRows: Mutation = (data, shapes, dice) =>
  repaired(
    mapTables(data, shapes, (rows) => (rows.length < 2 ? rows : rows.filter(() => dice.next() >= 0.3))),
    shapes,
    dice,
    true,
  );

/**
 * Points references anew so that the rows they lead to are referred to by `sizes` rows in turn; without sizes by 0, 1,
 * 2, 3 … rows, no two groups of one size but 0. Empty groups, and groups just below, at and above what a statement asks.
 */
export const groupSizes =
  (sizes: readonly number[]): Mutation =>
  (data, shapes, dice) => {
    const wanted = sizes.filter((size) => size >= 0 && size <= 12);
    const sizeOf = (index: number): number => wanted[index % wanted.length] ?? index;
    const moved = mapTables(data, shapes, (rows, shape) =>
      shape.references.reduce<readonly Row[]>((current, reference) => {
        const parents = dice.shuffled(data.get(reference.target.name) ?? []);
        const slots: Row[] = [];
        for (const [index, parent] of parents.entries()) {
          if (slots.length >= current.length) break;
          slots.push(...Array.from({ length: sizeOf(index) }, () => parent));
        }
        if (slots.length === 0) return current;
        // Rows beyond the slots go.
        return dice
          .shuffled(current)
          .slice(0, slots.length)
          .map((row, index) => pointedAt(row, slots[index] ?? row, reference, shape.table));
      }, rows),
    );
    return repaired(moved, shapes, dice, true);
  };

/** Repeats rows under new keys (about one in five, at least `atLeast` rows in all), so that other columns repeat. */
export const duplicates =
  (atLeast: number): Mutation =>
  (data, shapes, dice) => {
    const grown = new Map<string, readonly Row[]>();
    for (const shape of shapes) {
      const rows = data.get(shape.table.name) ?? [];
      const copies = Math.max(Math.ceil(rows.length / 5), atLeast - rows.length);
      const added = rows.length === 0 ? [] : Array.from({ length: copies }, () => dice.pick(rows) ?? []);
      grown.set(shape.table.name, [
        ...rows,
        ...added.map((row, index) => underNewKey(row, rows, index, shape, grown, dice)),
      ]);
    }
    return repaired(grown, shapes, dice);
  };

/** A copy that no key forbids: own keys get fresh values, keys made of references another target. */
function underNewKey(
  row: Row,
  rows: readonly Row[],
  index: number,
  shape: TableShape,
  grown: TableData,
  dice: Dice,
): Row {
  const referring = new Set(shape.references.flatMap((reference) => reference.columns));
  let copy: Row = row;
  for (const reference of shape.references) {
    if (!reference.columns.some((position) => shape.keys.some((key) => key.includes(position)))) continue;
    const parent = dice.pick(grown.get(reference.target.name) ?? []);
    if (parent !== undefined) copy = pointedAt(copy, parent, reference, shape.table);
  }
  const fresh = [...copy];
  for (const key of shape.keys) {
    const own = key.filter((position) => !referring.has(position));
    const position = own[0];
    if (position !== undefined) fresh[position] = freshValue(rows, position, index);
  }
  return fresh;
}

function freshValue(rows: readonly Row[], position: number, index: number): SqlValue {
  const values = rows.map((row) => row[position] ?? null);
  const numbers = values.map(Number).filter(Number.isFinite);
  const next = Math.floor(Math.max(0, ...numbers)) + 1 + index;
  const sample = values.find((value) => value !== null) ?? null;
  if (typeof sample !== "string") return next;
  return numbers.length === values.length ? String(next) : `${sample}_${index + 1}`;
}

/** Permutes every column that is in no key, so that values no longer go together by chance. */
export const shuffledColumns: Mutation = (data, shapes, dice) =>
  repaired(
    mapTables(data, shapes, (rows, shape) => {
      const free = shape.table.columns.map(
        (_, position) => !shape.keys.some((key) => key.includes(position)),
      );
      const orders = free.map((movable) => (movable ? dice.shuffled(rows.map((_, index) => index)) : null));
      return rows.map((_row, index) =>
        shape.table.columns.map(
          (_, position) => rows[orders[position]?.[index] ?? index]?.[position] ?? null,
        ),
      );
    }),
    shapes,
    dice,
  );

/**
 * Makes a tenth of the cells NULL, and at least one in each column, where the schema allows it: never in keys, and in
 * references only where the data has NULL there already.
 */
export const nulls: Mutation = (data, shapes, dice) =>
  mapTables(data, shapes, (rows, shape) => {
    const eligible = shape.table.columns.map(
      (column, position) =>
        column.nullable &&
        !column.primaryKey &&
        (!shape.bound.has(position) || rows.some((row) => row[position] === null)),
    );
    const certain = eligible.map(() => dice.below(Math.max(1, rows.length)));
    return rows.map((row, index) =>
      row.map((value, position) =>
        eligible[position] === true && rows.length > 1 && (certain[position] === index || dice.next() < 0.1)
          ? null
          : value,
      ),
    );
  });

/**
 * Moves every number outside keys and references by up to a tenth, and further until no two in a column are equal: so
 * nothing is tied. Integers stay integers, texts of numbers stay texts.
 */
export const shiftedNumbers: Mutation = (data, shapes, dice) => {
  const taken = new Map<ColumnSchema, Set<number>>();
  return mapCells(data, shapes, (value, column, position, shape) => {
    if (value === null || !(typeof value === "number" || isNumericText(value)) || shape.bound.has(position))
      return value;
    const before = Number(value);
    const used = taken.get(column) ?? new Set();
    taken.set(column, used);
    const spread = before * (0.9 + 0.2 * dice.next());
    const whole = Number.isInteger(before);
    let moved = whole ? Math.round(spread) : Number(spread.toPrecision(6));
    while (used.has(moved)) moved = whole ? moved + 1 : Number((moved * 1.01 + 0.01).toPrecision(6));
    used.add(moved);
    return typeof value === "string" ? String(moved) : moved;
  });
};

/** Puts edges into a fifth of the cells outside keys: 0, one beyond the extremes, the extremes again; texts in other spelling. */
export const boundaryValues: Mutation = (data, shapes, dice) => {
  const edges = new Map(
    shapes.map((shape) => [
      shape,
      shape.table.columns.map((_, position) =>
        edgesOf((data.get(shape.table.name) ?? []).map((row) => row[position] ?? null)),
      ),
    ]),
  );
  return mapCells(data, shapes, (value, _column, position, shape) => {
    if (value === null || shape.bound.has(position) || dice.next() >= 0.2) return value;
    if (typeof value === "string" && !isNumericText(value)) return dice.pick(spellings(value)) ?? value;
    const edge = dice.pick(edges.get(shape)?.[position] ?? []);
    if (edge === undefined) return value;
    return typeof value === "string" ? String(edge) : edge;
  });
};

function edgesOf(values: readonly SqlValue[]): number[] {
  const numbers = values
    .filter((value) => value !== null && value !== "")
    .map(Number)
    .filter(Number.isFinite);
  if (numbers.length === 0) return [];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return [0, low, high, low - 1, high + 1];
}

export const isNumericText = (value: SqlValue): value is string =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);

/** Texts that a careless comparison takes for the same, or that a pattern on a part of them also finds. */
export const spellings = (text: string): string[] => [
  text.toUpperCase(),
  text.toLowerCase(),
  `${text} `,
  `${text}x`,
  `x${text}`,
  "",
];

/**
 * Leaves three values in each column outside keys and references, so that rows meet in groups, in sets and at the ends of
 * an order. Of numbers the middle one is also the mean: comparisons with an average have a row on the border.
 */
export const fewValues: Mutation = (data, shapes, dice) =>
  mapTables(data, shapes, (rows, shape) => {
    const deals = shape.table.columns.map((_, position) =>
      shape.bound.has(position)
        ? null
        : threeValues(
            rows.map((row) => row[position] ?? null),
            dice,
          ),
    );
    return rows.map((row, index) => row.map((value, position) => deals[position]?.[index] ?? value));
  });

/** As many values as there are; low and high ends equally often, so that the mean is the middle. */
function threeValues(values: readonly SqlValue[], dice: Dice): SqlValue[] {
  const distinct = [...new Set(values.filter((value) => value !== null))];
  const [sample] = distinct;
  if (sample === undefined) return [...values];
  const low = dice.pick(distinct) ?? sample;
  const three: SqlValue[] =
    typeof low === "number"
      ? [low - 1, low, low + 1]
      : [low, dice.pick(distinct) ?? low, dice.pick(distinct) ?? low];
  const pairs = Math.floor(values.length / 3);
  return dice.shuffled(
    values.map((_, index) => (index < pairs ? three[0] : index < 2 * pairs ? three[2] : three[1]) ?? null),
  );
}
