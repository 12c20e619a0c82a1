import assert from "node:assert/strict";
import { test } from "node:test";
import { deservesServer, hasMathExtension, isRecipe } from "../../../extension/src/platform/documents.ts";
import {
  canResume,
  describeTraining,
  formatDuration,
  trainingFacts,
} from "../../../extension/src/platform/trainingFormat.ts";
import type { TrainingRunSummary } from "../../../language-server/contract/lab.ts";

const run: TrainingRunSummary = {
  id: "r",
  name: "Words",
  recipePath: "/w/recipe.yaml",
  folder: "/w",
  status: "running",
  step: 1200,
  steps: 3000,
  parameters: 3_240_000,
  loss: 1.23456,
  heldBackLoss: 1.3,
  heldBackAccuracy: 0.612,
  learnedTokens: 2_100_000,
  tokensPerSecond: 5000,
  secondsLeft: 754,
  device: "CPU",
  startedAt: 0,
  updatedAt: 0,
  failure: null,
  model: null,
  checkpoints: [],
};

test("a training run in one line", () => {
  assert.equal(describeTraining(run), "1,200/3,000 · loss 1.23 · 13 min to go");
  assert.equal(
    describeTraining({ ...run, status: "stopped", secondsLeft: null }),
    "1,200/3,000 · loss 1.23 · stopped",
  );
  assert.equal(
    describeTraining({ ...run, status: "done", step: 3000, secondsLeft: null }),
    "3,000 steps · loss 1.23",
  );
  assert.equal(describeTraining({ ...run, step: 0, loss: null, secondsLeft: null }), "0/3,000");
});

test("a tooltip says why a run failed before anything else", () => {
  const facts = trainingFacts({
    ...run,
    status: "failed",
    failure: { code: "internal", message: "Out of memory." },
  });
  assert.equal(facts[0], "Out of memory.");
  assert.ok(facts.includes("3.2M parameters"));
  assert.ok(facts.includes("On held-back samples: loss 1.30, 61.2 % of tokens right"));
});

test("what ended early can be resumed, what runs or is done cannot", () => {
  assert.deepEqual((["running", "stopped", "interrupted", "done", "failed"] as const).filter(canResume), [
    "stopped",
    "interrupted",
    "failed",
  ]);
});

test("times to go", () => {
  assert.deepEqual([0.2, 45, 90, 3600, 11_100].map(formatDuration), [
    "1 s",
    "45 s",
    "2 min",
    "1 h",
    "3 h 5 min",
  ]);
});

test("recipes are known by their name, wake the server and hold no questions", () => {
  assert.ok(isRecipe("/w/words.recipe.yaml") && isRecipe("C:\\w\\a.recipe.yml"));
  assert.ok(!isRecipe("/w/recipe.yaml") && !hasMathExtension("/w/words.recipe.yaml"));
  assert.ok(deservesServer("/w/words.recipe.yaml", ""));
});
