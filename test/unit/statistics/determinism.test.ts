import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunManifest, RunReplay } from "../../../language-server/contract/entities.ts";
import { determinismOf } from "../../../language-server/core/statistics/determinism.ts";
import { manifest } from "./statisticsSamples.ts";

const run = manifest(["a"]);
const strict: RunManifest = { ...run, host: { ...run.host, isolated: true } };
const replay: RunReplay = {
  at: Date.UTC(2026, 0, 2),
  product: "deliberate",
  tokens: 120,
  paths: 3,
  partedPaths: 0,
  firstDivergence: null,
};

test("a run in one piece has fixed batches; one in several has only its draws", () => {
  assert.equal(determinismOf(run, 1, null).level, "scheduled");
  const resumed = determinismOf(run, 3, null);
  assert.equal(resumed.level, "seeded");
  assert.match(resumed.reason, /started 3 times/);
});

test("strict, an interruption changes nothing", () => {
  assert.deepEqual(
    [1, 3].map((starts) => determinismOf(strict, starts, null).level),
    ["scheduled", "scheduled"],
  );
  assert.ok(determinismOf(strict, 1, null).strict);
});

test("a replay decides, for better and for worse", () => {
  assert.equal(determinismOf(run, 3, replay).level, "replayed");
  const firstDivergence = { questionId: "a", sample: 1, stageIndex: 0, step: 9 };
  const parted = determinismOf(run, 1, { ...replay, partedPaths: 1, firstDivergence });
  assert.equal(parted.level, "seeded");
  assert.match(parted.reason, /1 of 3 paths, first at token 10 of stage 1 of question a, sample 2/);
});

test("of a model that runs elsewhere only what was asked is known", () => {
  const elsewhere: RunManifest = { ...run, host: { ...run.host, device: "endpoint" } };
  assert.equal(determinismOf(elsewhere, 1, null).level, "recorded");
});
