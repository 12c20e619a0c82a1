import assert from "node:assert/strict";
import { test } from "node:test";
import { fillLikeliest, likeliest } from "../../../language-server/core/sampling/likeliest.ts";
import { philox4x32 } from "../../../language-server/core/sampling/random.ts";

const random = (length: number, key: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => (philox4x32([i, 0, 0, 0], [key, 0])[0] / 2 ** 32) * 20 - 10);

const sorted = (logits: Float32Array): number[] =>
  [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b);

test("the likeliest of a vocabulary are those that sorting all of it finds", () => {
  for (const [length, most] of [
    [2048, 40],
    [2049, 40],
    [32_003, 256],
    [300, 299],
    [40, 40],
    [7, 40],
  ] as const) {
    const logits = random(length, length);
    const found = likeliest(logits, most);
    assert.deepEqual(Array.from(found.ids), sorted(logits).slice(0, most), `${most} of ${length}`);
    const total = Array.from(found.ids).reduce((sum, id) => sum + Math.exp(logits[id]!), 0);
    for (let i = 0; i < found.count; i++) {
      const expected = Math.exp(logits[found.ids[i]!]!) / total;
      assert.ok(Math.abs(found.probabilities[i]! - expected) < 1e-12);
    }
  }
});

test("ascending and equal logits, of which the first ones count as likelier", () => {
  const ascending = Float32Array.from({ length: 500 }, (_, i) => i);
  assert.deepEqual(Array.from(likeliest(ascending, 3).ids), [499, 498, 497]);
  assert.deepEqual(Array.from(likeliest(new Float32Array(500), 3).ids), [0, 1, 2]);
});

test("what is no number is never likely, wherever it stands", () => {
  const logits = random(200, 1);
  const [best, second] = sorted(logits);
  for (const id of [0, 3, 199]) if (id !== best && id !== second) logits[id] = Number.NaN;
  const ids = new Uint32Array(8);
  const probabilities = new Float64Array(8);
  assert.equal(fillLikeliest(logits, ids, probabilities), 8);
  assert.deepEqual([ids[0], ids[1]], [best, second]);
  assert.ok(probabilities.every((p) => p > 0));
});
