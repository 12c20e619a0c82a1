import type { DuckDBValue } from "@duckdb/node-api";
import type { SqlValue } from "../../core/sql/schema.ts";

/** A value as other engines give it: decimals as numbers, binary as bytes, dates, lists and structures as text. */
export function toSqlValue(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if ("toDouble" in value) return value.toDouble();
  if ("bytes" in value) return new Uint8Array(value.bytes);
  return value.toString();
}
