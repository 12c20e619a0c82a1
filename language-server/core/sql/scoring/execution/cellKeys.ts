import type { SqlValue } from "../../schema.ts";

export type Row = readonly SqlValue[];
/** Equal cells have equal keys. */
export type CellKey = (value: SqlValue) => string;

/**
 * Cells as Python compares them in the official scripts: numbers by value across integers and reals, text exactly,
 * NULL equal to NULL, true equal to 1, and no tolerance for reals.
 */
export function exactKey(value: SqlValue): string {
  if (value === null) return "n";
  if (typeof value === "string") return `t${value}`;
  if (typeof value === "boolean") return value ? "#1" : "#0";
  if (typeof value === "bigint") return `#${value}`;
  if (typeof value === "number")
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? `#${BigInt(value)}` : `#${value}`;
  return `b${Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Numbers rounded to 10 significant digits, because sums of reals depend on the order of the rows; integers from 10⁹ on
 * stay exact. Near-equal numbers can still fall on two sides of a rounding border; keys with `shifted` borders find
 * those equal.
 */
export const roundedKey =
  (shifted: boolean): CellKey =>
  (value) => {
    if (typeof value !== "number" || (Number.isInteger(value) && Math.abs(value) >= 1e9))
      return exactKey(value);
    return `#${Number((shifted ? value * (1 + 3e-10) : value).toPrecision(10))}`;
  };
