import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLayout, type LayoutRequest } from "../../../language-server/core/models/layout.ts";
import { type MemoryShape, memoryFor } from "../../../language-server/core/models/memory.ts";

const GiB = 2 ** 30;

/** As Qwen3-8B in Q4_K_M: 36 layers, 8 heads of keys and values of 128, 4.7 GiB of weights; 1.125 GiB of cache for 8k. */
const shape: MemoryShape = {
  weightsBytes: 4.7 * GiB,
  layers: Array.from({ length: 36 }, () => ({ valuesPerCell: 8 * 256, windowed: false, stateValues: 0 })),
  slidingWindow: null,
  heads: 32,
  embeddingLength: 4096,
  vocabularySize: 151_936,
};
const asked: LayoutRequest = {
  contextTokens: 8192,
  contextTokensMinimum: 128,
  sequences: 8,
  sequencesMinimum: 1,
  deviceLayers: null,
};
const need = (sequences: number, contextTokens = asked.contextTokens) =>
  memoryFor(shape, { contextTokens, sequences }).totalBytes;

test("on the processor main memory decides, whatever a graphics card would hold", () => {
  const onHost = (hostBytes: number, request = asked) =>
    chooseLayout(shape, request, { deviceBytes: null, hostBytes });
  assert.deepEqual(onHost(64 * GiB), { sequences: 8, contextTokens: 8192 });
  assert.deepEqual(onHost(12 * GiB), { sequences: 4, contextTokens: 8192 });
  const { sequences } = onHost(12 * GiB);
  assert.ok(need(sequences) <= 12 * GiB * 0.8 && need(sequences + 1) > 12 * GiB * 0.8, "the most that fits");
});

test("on a graphics card its memory decides, and not the main memory beside it", () => {
  const small = { deviceBytes: 12 * GiB, hostBytes: 256 * GiB };
  const large = { deviceBytes: 80 * GiB, hostBytes: 2 * GiB };
  assert.deepEqual(chooseLayout(shape, asked, large), { sequences: 8, contextTokens: 8192 });
  const { sequences, contextTokens } = chooseLayout(shape, asked, small);
  assert.deepEqual([sequences, contextTokens], [5, 8192]);
  assert.ok(need(sequences) <= 12 * GiB * 0.9 && need(sequences + 1) > 12 * GiB * 0.9);
});

test("a model that is larger than the card is spread, and both memories count", () => {
  const free = { deviceBytes: 4 * GiB, hostBytes: 16 * GiB };
  assert.equal(chooseLayout(shape, asked, free).sequences, 8);
  assert.equal(chooseLayout(shape, asked, { ...free, hostBytes: 5 * GiB }).sequences, 2);
});

test("where somebody has said how many layers the card holds, each memory must hold its part", () => {
  const half = { ...asked, deviceLayers: 0.5 };
  const chosen = (deviceBytes: number, hostBytes: number) =>
    chooseLayout(shape, half, { deviceBytes, hostBytes }).sequences;
  assert.equal(chosen(16 * GiB, 16 * GiB), 8);
  assert.ok(chosen(16 * GiB, 6 * GiB) < 8, "the processor's half");
  assert.ok(chosen(5 * GiB, 16 * GiB) < 8, "the card's half");
});

test("answers that must be there together are never fewer; then the context gives way, down to its least", () => {
  const group = { ...asked, sequences: 8, sequencesMinimum: 8 };
  const free = { deviceBytes: null, hostBytes: 10 * GiB };
  const { sequences, contextTokens } = chooseLayout(shape, group, free);
  assert.equal(sequences, 8);
  assert.ok(contextTokens < 8192 && contextTokens % 256 === 0);
  assert.ok(need(8, contextTokens) <= 8 * GiB && need(8, contextTokens + 256) > 8 * GiB);
  assert.deepEqual(chooseLayout(shape, group, { deviceBytes: null, hostBytes: GiB }), {
    sequences: 8,
    contextTokens: 128,
  });
});
