import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { emptyFingerprint, fingerprintOf } from "../../../language-server/core/sql/evaluation/fingerprint.ts";
import { cellText, outcomeOf } from "../../../language-server/core/sql/evaluation/outcome.ts";
import type { SqlValue } from "../../../language-server/core/sql/schema.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const result = (rows: SqlValue[][], columns = rows[0]?.map((_, index) => `c${index}`) ?? ["c0"]) => ({
  columns,
  rows,
  truncated: false,
  elapsedMs: 1,
});
const name = (rows: SqlValue[][], ordered = false) => fingerprintOf(result(rows), ordered, hash);

test("equal results have one name: rows and columns in any order, 1 as 1.0", () => {
  const base = name([
    [1, "a"],
    [2, "b"],
  ]);
  assert.equal(
    name([
      ["b", 2n],
      ["a", 1],
    ]),
    base,
  );
  assert.notEqual(
    name([
      ["1", "a"],
      ["2", "b"],
    ]),
    base,
    "text is not a number",
  );
  assert.notEqual(
    name([
      [1, "b"],
      [2, "a"],
    ]),
    base,
    "cells of a row belong together",
  );
  assert.notEqual(
    name([
      [1, "a"],
      [2, "b"],
      [2, "b"],
    ]),
    base,
    "repeated rows count",
  );
});

test("order counts where the query asks for one", () => {
  assert.notEqual(name([[1], [2]], true), name([[2], [1]], true));
  assert.equal(name([[1], [2]]), name([[2], [1]]));
});

test("empty results are one, whatever their columns", () => {
  assert.equal(fingerprintOf(result([], ["a"]), false, hash), emptyFingerprint);
  assert.equal(fingerprintOf(result([], ["a", "b"]), true, hash), emptyFingerprint);
});

test("an outcome keeps the first rows as text and says what kind of error it was", () => {
  const rows = Array.from({ length: 50 }, (_, index): SqlValue[] => [index, null]);
  const kept = outcomeOf("q", { ok: true, value: result(rows) }, 0);
  assert.deepEqual([kept.rowCount, kept.rows.length, kept.rows[3], kept.error], [50, 20, ["3", null], null]);
  const failed = (code: "sql/error" | "sql/refused" | "sql/timeout", message: string) =>
    outcomeOf("q", { ok: false, error: { code, message } }, 5).error?.kind;
  assert.equal(failed("sql/error", "no such column: nam"), "schema");
  assert.equal(failed("sql/error", 'near "form": syntax error'), "error");
  assert.equal(failed("sql/refused", "The statement was not run."), "refused");
  assert.equal(failed("sql/timeout", "The statement was stopped."), "timeout");
});

test("cells as text: bytes in hex, large integers whole, long text cut", () => {
  assert.equal(cellText(new Uint8Array([1, 171])), "x'01ab'");
  assert.equal(cellText(9007199254740993n), "9007199254740993");
  assert.equal(cellText(null), null);
  assert.equal(cellText("x".repeat(500))?.length, 200);
});
