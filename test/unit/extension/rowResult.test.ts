import assert from "node:assert/strict";
import { test } from "node:test";
import { rowResult } from "../../../extension/src/testing/rowResult.ts";
import type { QuestionRow } from "../../../language-server/contract/entities.ts";

const row = (part: Partial<QuestionRow>): QuestionRow => ({
  index: 0,
  questionId: "q",
  preview: "p",
  gold: "42",
  verdicts: ["wrong"],
  outcomes: ["finished"],
  given: ["41"],
  tokens: 10,
  ...part,
});

test("a wrong answer fails with what was expected and what came", () => {
  assert.deepEqual(rowResult(row({})), {
    state: "failed",
    message: "Expected 42, got 41.",
    expected: "42",
    actual: "41",
  });
});

test("a question is reported only when its last sample is done", () => {
  assert.equal(rowResult(row({ verdicts: ["right", "running"] })).state, "unfinished");
  assert.equal(rowResult(row({ verdicts: [] })).state, "unfinished");
});

test("most samples decide; an even split does not pass", () => {
  assert.equal(rowResult(row({ verdicts: ["right", "right", "wrong"] })).state, "passed");
  const even = rowResult(
    row({ verdicts: ["right", "wrong"], given: ["42", null], outcomes: ["finished", "truncated"] }),
  );
  assert.equal(even.state, "failed");
  assert.ok(even.state === "failed" && even.actual === "42\n(truncated)");
});

test("a question that could not be evaluated is an error, not a wrong answer", () => {
  assert.equal(rowResult(row({ verdicts: ["failed"], given: [null], outcomes: [null] })).state, "errored");
});
