import type { ColumnSchema, SqlValue } from "../../schema.ts";
import type { LiteralTarget } from "./literals.ts";
import { isNumericText, type Mutation, mapCells, mapTables, spellings } from "./mutations.ts";
import { cellsKey, pointedAt, repaired, type TableShape } from "./tableData.ts";

/**
 * Puts the literals of the statements, and values just beside them, into the columns they are compared with, in about
 * two thirds of the rows, so that combinations of several columns occur. References are pointed at rows with such a key.
 */
export const nearMisses =
  (targets: readonly LiteralTarget[]): Mutation =>
  (data, shapes, dice) => {
    const aimed = mapTables(data, shapes, (rows, shape) =>
      shape.references.reduce((current, reference) => {
        const [column, ...more] = reference.columns.map((position) => shape.table.columns[position]);
        if (column === undefined || more.length > 0) return current;
        const keys = new Set(targetsOf(targets, shape, column).map((target) => String(target.value)));
        const wanted = (data.get(reference.target.name) ?? []).filter((row) =>
          keys.has(cellsKey(row, reference.targetColumns)),
        );
        return current.map((row) => {
          const parent = dice.next() < 0.5 ? dice.pick(wanted) : undefined;
          return parent === undefined ? row : pointedAt(row, parent, reference, shape.table);
        });
      }, rows),
    );
    const dealt = mapCells(aimed, shapes, (value, column, position, shape) => {
      if (shape.bound.has(position)) return value;
      const wanted = targetsOf(targets, shape, column);
      if (wanted.length === 0 || dice.next() >= 0.67) return value;
      return dice.pick(wanted.flatMap((target) => valuesBeside(target.value, value, column))) ?? value;
    });
    return repaired(dealt, shapes, dice);
  };

const targetsOf = (
  targets: readonly LiteralTarget[],
  shape: TableShape,
  column: ColumnSchema,
): LiteralTarget[] =>
  targets.filter(
    (target) =>
      target.column === column.name.toLowerCase() && target.table === shape.table.name.toLowerCase(),
  );

/** The literal itself (twice, so that it is found often enough) and its neighbours, in the type of the column. */
function valuesBeside(literal: string | number, before: SqlValue, column: ColumnSchema): SqlValue[] {
  const numeric = typeof literal === "number" || isNumericText(literal) ? Number(literal) : null;
  const asText = typeof before === "string" || (before === null && /char|text|clob/i.test(column.type));
  if (numeric === null) return asText || before === null ? textsBeside(String(literal)) : [];
  const whole = Number.isInteger(numeric) && !/real|float|doub|num|dec/i.test(column.type);
  const step = whole ? [numeric - 1, numeric + 1] : [numeric - 1, numeric - 0.5, numeric + 0.5, numeric + 1];
  const values = [numeric, numeric, ...step];
  return asText ? values.map(String) : values;
}

/** A LIKE pattern stands for texts it finds and texts it just misses. */
function textsBeside(literal: string): string[] {
  const core = literal.replaceAll(/[%_]/g, "");
  const found = core === literal ? [literal, literal] : [`a${core}b`, `${core}b`, `a${core}`, core];
  return [...found, ...spellings(core)];
}
