import type { SqlValue } from "../core/sql/schema.ts";

/** Rows of a table that sample values are taken from. */
export const sampleRows = 2_000;

const mostValues = 12;
const longestText = 80;

/**
 * Distinct values of a column, most frequent first, equally frequent ones in the order in which they came. Nulls, empty
 * texts and binary values say nothing; long text is cut.
 */
export function frequentValues(values: readonly SqlValue[]): SqlValue[] {
  const counts = new Map<SqlValue, number>();
  for (const value of values) {
    if (value === null || value === "" || value instanceof Uint8Array) continue;
    const key =
      typeof value === "string" && value.length > longestText ? `${value.slice(0, longestText)}…` : value;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostValues)
    .map(([value]) => value);
}
