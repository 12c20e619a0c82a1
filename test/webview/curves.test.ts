import assert from "node:assert/strict";
import { test } from "node:test";
import type { TrainingPoint } from "../../language-server/contract/lab.ts";
import {
  learnedSoFar,
  nearest,
  shortCount,
  smallNumber,
  smoothedLoss,
  tableRows,
  withNews,
} from "../../webview/src/curves.ts";

const point = (step: number, loss: number, rest: Partial<TrainingPoint> = {}): TrainingPoint => ({
  step,
  loss,
  gradientNorm: 1,
  rate: 0.001,
  learnedTokens: 10,
  milliseconds: 5,
  ...rest,
});
const steps = (from: number, to: number): TrainingPoint[] =>
  Array.from({ length: to - from + 1 }, (_, at) => point(from + at, from + at));

test("a smoothed curve begins at the first value, keeps a constant, and lies between what it smooths", () => {
  const constant = smoothedLoss(
    Array.from({ length: 50 }, (_, at) => point(at + 1, 2.5)),
    1000,
  );
  assert.ok(constant.every((value) => Math.abs(value - 2.5) < 1e-12));
  const noisy = Array.from({ length: 400 }, (_, at) => point(at + 1, at % 2 === 0 ? 1 : 3));
  const smooth = smoothedLoss(noisy, 400);
  assert.equal(smooth[0], 1);
  assert.ok(smooth.slice(50).every((value) => value > 1.8 && value < 2.2));
});

test("thinned points are smoothed as far as all of them would be", () => {
  const fall = (step: number) => point(step, 5 * Math.exp(-step / 300));
  const every = Array.from({ length: 900 }, (_, at) => fall(at + 1));
  const third = every.filter(({ step }) => step % 3 === 0);
  const last = (values: number[]) => values.at(-1) ?? Number.NaN;
  assert.ok(Math.abs(last(smoothedLoss(every, 900)) - last(smoothedLoss(third, 900))) < 0.01);
});

test("the nearest point to a place on the axis", () => {
  assert.deepEqual(
    [-5, 0, 4, 5.1, 99].map((at) => nearest([0, 2, 8, 9], at)),
    [0, 0, 1, 2, 3],
  );
  assert.equal(nearest([], 1), -1);
});

test("learned tokens are summed over the run, and end at the exact sum where points were left out", () => {
  assert.deepEqual(learnedSoFar(steps(1, 3), 30), [10, 20, 30]);
  const thin = steps(1, 100).filter(({ step }) => step % 10 === 0);
  assert.deepEqual(learnedSoFar(thin, 2000), [200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000]);
});

test("news goes on where the curve ends, and replaces steps that are taken again after a resumption", () => {
  assert.deepEqual(
    withNews(steps(1, 5), steps(6, 8)).map(({ step }) => step),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  const again = withNews(steps(1, 9), [point(5, -1), point(6, -2)]);
  assert.deepEqual(
    again.map(({ step, loss }) => [step, loss]),
    [...steps(1, 4).map(({ step, loss }) => [step, loss]), [5, -1], [6, -2]],
  );
  const known = steps(1, 3);
  assert.equal(withNews(known, []), known);
});

test("the table has the last point and every measurement, and stays short", () => {
  const points = steps(1, 1001).map((each) =>
    each.step % 250 === 0 ? { ...each, heldBackLoss: 1, heldBackAccuracy: 0.5 } : each,
  );
  const rows = tableRows(points, 40);
  assert.ok(rows.length < 50);
  assert.deepEqual(
    rows.filter(({ heldBackLoss }) => heldBackLoss !== undefined).map(({ step }) => step),
    [250, 500, 750, 1000],
  );
  assert.equal(rows.at(-1)?.step, 1001);
  const measured = points.map((each) => ({ ...each, heldBackLoss: 1 }));
  assert.ok(tableRows(measured, 40).length <= 42);
});

test("numbers of axes are short", () => {
  assert.deepEqual([0, 0.5, 950, 1200, 3_240_000, 2.5e9].map(shortCount), [
    "0",
    "0.5",
    "950",
    "1.2K",
    "3.24M",
    "2.5B",
  ]);
  assert.deepEqual([0, 0.00196, 0.00003, 12.345].map(smallNumber), ["0", "0.00196", "3.0e-5", "12.3"]);
});
