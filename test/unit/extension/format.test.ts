import assert from "node:assert/strict";
import { test } from "node:test";
import {
  describeRun,
  formatAccuracy,
  formatBytes,
  formatCount,
  groupByOrigin,
  statusText,
} from "../../../extension/src/platform/format.ts";
import type { RunSummary } from "../../../language-server/contract/entities.ts";
import type { EngineStatus } from "../../../language-server/contract/methods.ts";

const run = (part: Partial<RunSummary>): RunSummary =>
  ({
    status: "done",
    questions: 100,
    pathsDone: 100,
    pathsTotal: 100,
    tokensPerSecond: 0,
    accuracy: { value: 0.62, interval: { low: 0.521, high: 0.709, level: 0.95 }, n: 100 },
    ...part,
  }) as RunSummary;

test("sizes keep two digits that matter", () => {
  assert.equal(formatBytes(0), "0 bytes");
  assert.equal(formatBytes(1_200_000), "1.2 MB");
  assert.equal(formatBytes(999_600_000), "1 GB");
  assert.equal(formatBytes(4_108_916_384), "4.1 GB");
  assert.equal(formatBytes(523_000_000_000), "523 GB");
});

test("counts of parameters are short", () => {
  assert.equal(formatCount(260_000), "260K");
  assert.equal(formatCount(7_248_023_552), "7.2B");
  assert.equal(formatCount(12), "12");
});

test("accuracy carries its interval, and nothing before the first answer", () => {
  assert.equal(formatAccuracy(run({}).accuracy), "62 % (52–71 %)");
  assert.equal(formatAccuracy({ value: 0.5, interval: null, n: 2 }), "50 %");
  assert.equal(formatAccuracy({ value: 0, interval: null, n: 0 }), "—");
  assert.equal(formatAccuracy({ value: Number.NaN, interval: null, n: 3 }), "—");
});

test("a run says how far it came unless it is done", () => {
  assert.equal(describeRun(run({})), "62 % (52–71 %) · 100 questions");
  assert.equal(describeRun(run({ status: "stopped", pathsDone: 34 })), "62 % (52–71 %) · 34/100 · stopped");
});

test("models are grouped by where they were found, without empty groups", () => {
  const groups = groupByOrigin([
    { origin: "ollama", path: "/b" },
    { origin: "embedded", path: "/a" },
    { origin: "ollama", path: "/c" },
  ]);
  assert.deepEqual(
    groups.map(({ origin, entries }) => [origin, entries.length]),
    [
      ["embedded", 1],
      ["ollama", 2],
    ],
  );
});

test("the status bar says what matters most at the moment", () => {
  const engine = (part: Partial<EngineStatus>): EngineStatus => ({
    state: "ready",
    model: null,
    loadFraction: null,
    tokensPerSecond: 0,
    load: null,
    activeRun: null,
    message: null,
    ...part,
  });
  assert.equal(statusText(null, null, null), "$(lightbulb) Select model");
  assert.equal(statusText(null, "SmolLM3", null), "$(lightbulb) SmolLM3");
  assert.equal(
    statusText(engine({ state: "loading", loadFraction: 0.4 }), "x", null),
    "$(loading~spin) Loading 40 %",
  );
  assert.equal(statusText(engine({ state: "lost" }), "x", null), "$(error) Engine lost");
  const active = run({ status: "running", pathsDone: 34, tokensPerSecond: 118.4 });
  assert.equal(statusText(engine({ state: "busy" }), "x", active), "$(loading~spin) 34/100 · 118 tok/s");
});
