import assert from "node:assert/strict";
import { test } from "node:test";
import { afterChange, type LineChange, verdictLabels } from "../../../extension/src/editors/verdicts.ts";
import type { DocumentVerdict } from "../../../language-server/contract/methods.ts";

const verdict = (
  id: string,
  startLine: number,
  endLine: number,
  part: Partial<DocumentVerdict> = {},
): DocumentVerdict => ({
  questionId: id,
  range: { start: { line: startLine, character: 0 }, end: { line: endLine, character: 20 } },
  runId: "r",
  right: 0,
  samples: 1,
  given: "41",
  expected: "42",
  outcome: "finished",
  protocol: "Direct",
  ...part,
});
const change = (part: Partial<LineChange>): LineChange => ({
  startLine: 0,
  startCharacter: 0,
  endLine: 0,
  endCharacter: 0,
  newLines: 0,
  lastLineLength: 0,
  ...part,
});

test("a right answer is shown once, a wrong one beside the expected", () => {
  assert.deepEqual(verdictLabels(verdict("a", 0, 0, { right: 1, given: "42" }), 30), {
    before: "✓ ",
    after: "42",
  });
  assert.deepEqual(verdictLabels(verdict("a", 0, 0), 30), { before: "✗ ", after: "41, expected 42" });
});

test("on a long line the answer stands at its start, where it can be seen", () => {
  assert.deepEqual(verdictLabels(verdict("a", 0, 0), 600), { before: "✗ 41, expected 42 ", after: "" });
});

test("several samples show how many were right; no answer says why", () => {
  assert.match(verdictLabels(verdict("a", 0, 0, { right: 2, samples: 4 }), 30).before, /◐ 2\/4/);
  assert.match(verdictLabels(verdict("a", 0, 0, { given: null, outcome: "truncated" }), 30).after, /cut off/);
});

test("an edit inside a question takes its verdict away and leaves the others", () => {
  const left = afterChange(
    [verdict("a", 0, 0), verdict("b", 1, 1)],
    change({
      startLine: 1,
      startCharacter: 5,
      endLine: 1,
      endCharacter: 5,
      lastLineLength: 1,
    }),
  );
  assert.deepEqual(
    left.map(({ questionId }) => questionId),
    ["a"],
  );
});

test("lines inserted above move a verdict down, lines deleted move it up", () => {
  const [inserted] = afterChange([verdict("a", 4, 6)], change({ newLines: 2 }));
  assert.deepEqual([inserted?.range.start.line, inserted?.range.end.line], [6, 8]);
  const [deleted] = afterChange([verdict("a", 4, 6)], change({ startLine: 1, endLine: 3 }));
  assert.deepEqual([deleted?.range.start.line, deleted?.range.end.line], [2, 4]);
});

test("a line break typed at the start of a question's first line moves the whole question", () => {
  const [moved] = afterChange([verdict("a", 3, 3)], change({ startLine: 3, endLine: 3, newLines: 1 }));
  assert.deepEqual(moved?.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 20 } });
});

test("typing behind the end of a question changes nothing", () => {
  const before = [verdict("a", 0, 0)];
  assert.deepEqual(
    afterChange(before, change({ startCharacter: 20, endCharacter: 20, newLines: 1 })),
    before,
  );
});

test("replacing the whole text takes every verdict away", () => {
  assert.deepEqual(
    afterChange([verdict("a", 0, 0), verdict("b", 5, 6)], change({ endLine: 10, newLines: 10 })),
    [],
  );
});
