import type { SqlValue } from "../core/sql/schema.ts";

/** Counts the bytes of rows against a limit. */
export class Bytes {
  private left: number;

  constructor(bytes: number) {
    this.left = bytes;
  }

  /** Whether the row still fits; if so it is counted. */
  take(row: readonly SqlValue[]): boolean {
    for (const value of row) this.left -= sizeOf(value);
    return this.left >= 0;
  }
}

function sizeOf(value: SqlValue): number {
  if (typeof value === "string") return value.length;
  return value instanceof Uint8Array ? value.byteLength : 8;
}
