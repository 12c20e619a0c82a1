import type { Cells } from "./rowDifference.ts";

const field = (cell: string | null): string =>
  cell === null ? "" : /[",\r\n]/.test(cell) || cell === "" ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as CSV (RFC 4180) with a head; NULL is an empty field, an empty text is `""`. */
export const toCsv = (columns: readonly string[], rows: readonly Cells[]): string =>
  [columns, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
