import type { SqlValue } from "../../core/sql/schema.ts";

/** Numbers of the built-in types, as they are in every PostgreSQL (src/include/catalog/pg_type.dat). */
const bool = 16;
const bytea = 17;
const wholeNumbers = new Set([20, 21, 23, 26]);
const otherNumbers = new Set([700, 701, 1700]);

/**
 * Reads a value from its text form. Whole numbers beyond 2⁵³ are bigint; `numeric` becomes a floating number, so its
 * digits beyond the 15th are lost; dates, arrays, JSON and all else stay text as the server writes them.
 */
export function readValue(type: number, text: string): SqlValue {
  if (type === bool) return text === "t";
  if (type === bytea) return new Uint8Array(Buffer.from(text.slice(2), "hex"));
  if (wholeNumbers.has(type)) return wholeNumber(text);
  if (otherNumbers.has(type)) return /^-?\d{16,}$/.test(text) ? wholeNumber(text) : Number(text);
  return text;
}

/** A number where it is exact, else a bigint. */
function wholeNumber(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
