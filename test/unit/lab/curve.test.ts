/** Training curves: current figures, thinning, and a log that is read while it grows. */
import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { TrainingPoint } from "../../../language-server/contract/lab.ts";
import { cutStepLog } from "../../../language-server/lab/train/stepLog.ts";
import { figuresOf, thinned } from "../../../language-server/server/training/curve.ts";
import { StepHistory } from "../../../language-server/server/training/stepHistory.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-curve-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const point = (step: number, more: Partial<TrainingPoint> = {}): TrainingPoint => ({
  step,
  loss: 10 / step,
  gradientNorm: 1,
  rate: 0.001,
  learnedTokens: 100,
  milliseconds: 50,
  ...more,
});
const points = (from: number, to: number, every = 100): TrainingPoint[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).map((step) =>
    point(step, step % every === 0 ? { heldBackLoss: 20 / step, heldBackAccuracy: 0.5 } : {}),
  );
const steps = (list: readonly TrainingPoint[]) => list.map(({ step }) => step);

test("figures are those of the last 50 steps, weighed by tokens", () => {
  const early = points(1, 100).map((each) => ({ ...each, loss: 9, learnedTokens: 7 }));
  const late = Array.from({ length: 50 }, (_, i) =>
    point(101 + i, i % 2 === 0 ? { loss: 1, learnedTokens: 300 } : { loss: 3, learnedTokens: 100 }),
  );
  assert.deepEqual(figuresOf([...early, ...late]), {
    step: 150,
    loss: 1.5,
    heldBackLoss: 0.2,
    heldBackAccuracy: 0.5,
    learnedTokens: 700 + 10_000,
    tokensPerSecond: 4000,
    secondsPerStep: 0.05,
  });
  const none = figuresOf([]);
  assert.deepEqual([none.step, none.loss, none.tokensPerSecond], [0, null, 0]);
});

test("thinning keeps the newest and the measured points, in order and evenly", () => {
  const all = points(1, 100_000, 1000);
  const some = thinned(all, 1, 600);
  assert.equal(some.length, 600);
  assert.equal(some.filter(({ heldBackLoss }) => heldBackLoss !== undefined).length, 100);
  assert.equal(some.at(-1)?.step, 100_000);
  const gaps = some.map(({ step }, i) => step - (some[i - 1]?.step ?? 0));
  assert.ok(Math.min(...gaps) >= 1 && Math.max(...gaps) <= 220, `${Math.max(...gaps)}`);
  assert.deepEqual(steps(thinned(all, 99_998, 600)), [99_998, 99_999, 100_000]);
  const few = thinned(all, 1, 10);
  assert.equal(few.length, 10);
  assert.equal(few.at(-1)?.step, 100_000);
});

test("a growing log is read on, and anew when steps were cut off it", async () => {
  const path = join(folder, "steps.jsonl");
  const lines = (list: readonly TrainingPoint[]) => list.map((each) => `${JSON.stringify(each)}\n`).join("");
  const history = new StepHistory(folder);
  assert.deepEqual(await history.points(), []);
  writeFileSync(path, `${lines(points(1, 3))}{"step":4,"lo`);
  assert.deepEqual(steps(await history.points()), [1, 2, 3]);
  writeFileSync(path, lines(points(1, 4)));
  appendFileSync(path, lines(points(5, 6)));
  assert.deepEqual(await history.points(), points(1, 6));
  // A run that went on from step 2, and has grown past its old length before it is looked at again.
  await cutStepLog(folder, 2);
  const anew = points(3, 9).map((each) => ({ ...each, rate: 0.1234567 }));
  appendFileSync(path, lines(anew));
  assert.deepEqual(steps(await history.points()), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal((await history.points())[2]?.rate, 0.1234567);
});
