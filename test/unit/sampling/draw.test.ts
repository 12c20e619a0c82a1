import assert from "node:assert/strict";
import { test } from "node:test";
import {
  entropyOf,
  logprobOf,
  orderedCandidates,
  softmax,
} from "../../../language-server/core/sampling/candidates.ts";
import { draw, keptWeights } from "../../../language-server/core/sampling/draw.ts";
import { stageDice } from "../../../language-server/core/sampling/random.ts";

const settings = { temperature: 1, topP: 1, minP: 0, topK: 0 };
const four = orderedCandidates([
  [30, 0.2],
  [10, 0.5],
  [40, 0.1],
  [20, 0.2],
]);

const share = (weights: Float64Array): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return Array.from(weights, (w) => Number((w / sum).toFixed(6)));
};

test("candidates are ordered by probability, equal ones by id", () => {
  assert.deepEqual(Array.from(four.ids), [10, 20, 30, 40]);
});

test("temperature 0 takes the most likely, whatever the dice say", () => {
  for (const u of [0, 0.5, 0.999999]) assert.equal(draw(four, { ...settings, temperature: 0 }, u), 0);
});

test("the dice map to candidates in proportion to their probabilities", () => {
  assert.equal(draw(four, settings, 0), 0);
  assert.equal(draw(four, settings, 0.4999), 0);
  assert.equal(draw(four, settings, 0.5001), 1);
  assert.equal(draw(four, settings, 0.7001), 2);
  assert.equal(draw(four, settings, 0.9001), 3);
  assert.equal(draw(four, settings, 1 - 2 ** -53), 3);
});

test("temperature sharpens and flattens as p^(1/T)", () => {
  assert.deepEqual(
    share(keptWeights(four, { ...settings, temperature: 0.5 })),
    [0.735294, 0.117647, 0.117647, 0.029412],
  );
  const flat = share(keptWeights(four, { ...settings, temperature: 1e6 }));
  assert.deepEqual(flat, [0.25, 0.25, 0.25, 0.25]);
  const cold = share(keptWeights(four, { ...settings, temperature: 1e-6 }));
  assert.deepEqual(cold, [1, 0, 0, 0]);
});

test("top-k, top-p and min-p keep what they name, and always one", () => {
  assert.equal(keptWeights(four, { ...settings, topK: 2 }).length, 2);
  assert.equal(keptWeights(four, { ...settings, topP: 0.5 }).length, 1);
  assert.equal(keptWeights(four, { ...settings, topP: 0.51 }).length, 2);
  assert.equal(keptWeights(four, { ...settings, topP: 0 }).length, 1);
  assert.equal(keptWeights(four, { ...settings, minP: 0.3 }).length, 3);
  assert.equal(keptWeights(four, { ...settings, minP: 1 }).length, 1);
});

test("top-p counts after temperature: a low temperature leaves fewer", () => {
  assert.equal(keptWeights(four, { ...settings, topP: 0.8 }).length, 3);
  assert.equal(keptWeights(four, { ...settings, topP: 0.8, temperature: 0.5 }).length, 2);
});

test("drawn frequencies follow the distribution", () => {
  const dice = stageDice({ seed: 1, questionId: "q", sample: 0, path: 0, stage: 0 });
  const counts = [0, 0, 0, 0];
  for (let step = 0; step < 20_000; step++) counts[draw(four, settings, dice(step))]! += 1;
  const expected = [10_000, 4_000, 4_000, 2_000];
  const chiSquare = counts.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);
  assert.ok(chiSquare < 16.3, `chi-square ${chiSquare} with 3 degrees of freedom`);
});

test("entropy and log-probabilities are in nats at temperature 1", () => {
  const even = orderedCandidates([
    [1, 0.25],
    [2, 0.25],
    [3, 0.25],
    [4, 0.25],
  ]);
  assert.ok(Math.abs(entropyOf(even) - Math.log(4)) < 1e-12);
  assert.equal(entropyOf(orderedCandidates([[7, 1]])), 0);
  assert.ok(Math.abs(logprobOf(four, 0) - Math.log(0.5)) < 1e-12);
  assert.ok(
    Number.isFinite(
      logprobOf(
        orderedCandidates([
          [1, 1],
          [2, 0],
        ]),
        1,
      ),
    ),
    "rounded to zero, still finite",
  );
});

test("softmax survives large logits", () => {
  assert.deepEqual(Array.from(softmax([1000, 1000])), [0.5, 0.5]);
  assert.equal(softmax([0, Number.NEGATIVE_INFINITY])[1], 0);
});
