import assert from "node:assert/strict";
import { test } from "node:test";
import { loadOf } from "../../../language-server/core/statistics/engineLoad.ts";
import { WorkCounter } from "../../../language-server/engine/llama/workCounter.ts";

const limits = { bytesPerSecond: 10e9, flopsPerSecond: 50e9, threads: 2 };
const nothing = { decodeMs: 0, decodeBytes: 0, promptMs: 0, promptFlops: 0, hostMs: 0 };

test("shares are what had to be done against what could be done in that time", () => {
  const work = { decodeMs: 600, decodeBytes: 3e9, promptMs: 200, promptFlops: 4e9, hostMs: 200 };
  const load = loadOf(work, limits);
  assert.equal(load?.decodeShare, 0.5);
  assert.equal(load?.promptShare, 0.4);
  assert.equal(load?.hostShare, 0.2);
});

test("what did not happen has no share, and nothing is said of a machine that was not measured", () => {
  assert.equal(loadOf({ ...nothing, decodeMs: 5 }, limits)?.promptShare, null);
  assert.equal(loadOf({ ...nothing, decodeMs: 5 }, null), null);
  assert.equal(loadOf(nothing, limits), null);
});

test("weights are read once a batch, keys and values by every sequence; a prompt counts by its operations", () => {
  const counter = new WorkCounter({ weightBytes: 1000, cellBytes: 2, parameters: 7 });
  counter.add(9, 1);
  counter.add(19, 1);
  counter.begin();
  counter.end();
  counter.add(0, 50);
  counter.add(20, 1);
  counter.begin();
  counter.end();
  const work = counter.take();
  assert.equal(work.decodeBytes, 1000 + (10 + 20) * 2);
  assert.equal(work.promptFlops, 2 * 7 * 51);
  assert.equal(counter.take().decodeBytes, 0, "told once");
});
