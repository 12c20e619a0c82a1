import assert from "node:assert/strict";
import { test } from "node:test";
import { RepetitionWatch } from "../../../language-server/core/budgets/repetition.ts";

/** Index of the token at which the repetition is complete; −1 for never. */
const foundAt = (ids: readonly number[]): number => {
  const watch = new RepetitionWatch();
  return ids.findIndex((id) => watch.push(id) !== null);
};
const repeated = (block: readonly number[], times: number): number[] =>
  Array.from({ length: times }, () => block).flat();
const counting = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);

test("a block counts once it came often enough and over enough tokens", () => {
  assert.equal(foundAt(repeated([7], 400)), 255);
  assert.equal(foundAt(repeated(counting(0, 10), 40)), 255);
  assert.equal(foundAt(repeated(counting(0, 64), 16)), 64 * 16 - 1);
  assert.equal(foundAt(repeated(counting(0, 64), 15)), -1);
  assert.equal(foundAt([...counting(100, 50), ...repeated([1, 2, 3], 200)]), 50 + 255);
});

test("the shortest block is told, and how often it came", () => {
  const watch = new RepetitionWatch();
  const found = repeated([1, 2], 200).map((id) => watch.push(id));
  assert.deepEqual(
    found.find((entry) => entry !== null),
    { blockTokens: 2, times: 128 },
  );
});

test("what only looks alike is no repetition", () => {
  assert.equal(foundAt(repeated(counting(0, 65), 40)), -1, "a longer block may be a list");
  const rows = Array.from({ length: 100 }, (_, row) => [1, 2, 3, 1000 + row, 4]).flat();
  assert.equal(foundAt(rows), -1, "rows of a table with a number of their own");
  const broken = Array.from({ length: 5 }, () => [...repeated([1, 2], 120), 9]).flat();
  assert.equal(foundAt(broken), -1, "another token starts it anew");
});
