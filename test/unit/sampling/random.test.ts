import assert from "node:assert/strict";
import { test } from "node:test";
import { philox4x32, stageDice } from "../../../language-server/core/sampling/random.ts";

const hex = (words: readonly number[]): string => words.map((w) => w.toString(16).padStart(8, "0")).join(" ");

test("the generator gives the known answers of Philox 4x32-10", () => {
  // Vectors of the reference implementation (Random123, kat_vectors).
  assert.equal(hex(philox4x32([0, 0, 0, 0], [0, 0])), "6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  const ones = 0xffffffff;
  assert.equal(
    hex(philox4x32([ones, ones, ones, ones], [ones, ones])),
    "408f276d 41c83b0e a20bc7c6 6d5451fd",
  );
  assert.equal(
    hex(philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])),
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

const key = { seed: 42, questionId: "gsm8k-0001", sample: 0, path: 0, stage: 0 };

test("a draw is fixed for ever by what it is for", () => {
  const dice = stageDice(key);
  assert.deepEqual(
    [0, 1, 2, 1000].map(dice),
    [0.34963379353757906, 0.440914294937954, 0.9792337673395137, 0.19141654158723442],
  );
  assert.equal(stageDice(key)(1000), dice(1000), "whatever was drawn before");
});

test("every part of the key changes the draw", () => {
  const base = stageDice(key)(5);
  const changed = [
    { ...key, seed: 43 },
    { ...key, seed: 42 + 2 ** 32 },
    { ...key, questionId: "gsm8k-0002" },
    { ...key, sample: 1 },
    { ...key, path: 1 },
    { ...key, stage: 1 },
  ].map((other) => stageDice(other)(5));
  assert.equal(new Set([base, stageDice(key)(6), ...changed]).size, 8);
});

test("draws are spread evenly over [0, 1)", () => {
  const bins = new Array<number>(10).fill(0);
  const rounds = 20_000;
  for (let sample = 0; sample < 20; sample++) {
    const dice = stageDice({ ...key, sample });
    for (let step = 0; step < rounds / 20; step++) {
      const u = dice(step);
      assert.ok(u >= 0 && u < 1);
      bins[Math.floor(u * 10)]! += 1;
    }
  }
  const chiSquare = bins.reduce((sum, n) => sum + (n - rounds / 10) ** 2 / (rounds / 10), 0);
  assert.ok(chiSquare < 27.9, `chi-square ${chiSquare} with 9 degrees of freedom`);
});
