import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PathRecord } from "../../../language-server/contract/entities.ts";
import { choosePaths, trapFigures } from "../../../language-server/core/experiments/trap.ts";
import { verdict } from "../protocols/stages.ts";

/** Paths of a question, right where there is a 1. */
const paths = (questionId: string, marks: string): PathRecord[] =>
  [...marks].map((mark, sample) => ({
    questionId,
    sample,
    status: "done",
    outcome: "finished",
    stages: [],
    verdict: verdict(mark === "1" ? "7" : "8", mark === "1"),
  }));

describe("prefix dominance trap", () => {
  const free = [
    ...paths("all right", "1111"),
    ...paths("none right", "0000"),
    ...paths("a", "1000"),
    ...paths("b", "1101"),
    ...paths("c", "0110"),
  ];

  it("takes one wrong path of each of some questions that have right and wrong answers", () => {
    const chosen = choosePaths(free, "wrong", 10, 3);
    assert.deepEqual(chosen.map(({ questionId }) => questionId).sort(), ["a", "b", "c"]);
    assert.ok(chosen.every(({ questionId, sample }) => questionId !== "b" || sample === 2));
    assert.ok(chosen.every(({ questionId, sample }) => questionId !== "c" || [0, 3].includes(sample)));
    assert.deepEqual(choosePaths(free, "wrong", 10, 3), chosen, "the same seed, the same choice");
    const seeds = Array.from({ length: 30 }, (_, seed) => choosePaths(free, "wrong", 1, seed));
    assert.equal(new Set(seeds.map(([path]) => path?.questionId)).size, 3, "any of them");
    const right = choosePaths(free, "right", 10, 3).find(({ questionId }) => questionId === "a");
    assert.equal(right?.sample, 0);
  });

  it("pairs the conditions by question", () => {
    const chosen = ["a", "b", "c"].map((questionId) => ({ questionId, sample: 0 }));
    const figures = trapFigures(chosen, {
      free,
      alone: [...paths("a", "0000"), ...paths("b", "1000"), ...paths("c", "0000")],
      leap: [...paths("a", "0001"), ...paths("b", "1100"), ...paths("c", "0000")],
    });
    assert.equal(figures.questions, 3);
    assert.ok(Math.abs(figures.free.value - (0.25 + 0.75 + 0.5) / 3) < 1e-12);
    assert.ok(Math.abs(figures.alone.value - 0.25 / 3) < 1e-12);
    assert.ok(Math.abs(figures.gapAlone.value - (0.25 + 0.5 + 0.5) / 3) < 1e-12);
    assert.ok(Math.abs(figures.recovery.value - (0.25 + 0.25 + 0) / 3) < 1e-12);
    assert.ok(Math.abs(figures.gapAlone.value - figures.gapLeap.value - figures.recovery.value) < 1e-12);
    assert.deepEqual([figures.recoveryTest.better, figures.recoveryTest.worse], [2, 0]);
    assert.equal(figures.recovery.interval?.level, 0.95);
  });
});
