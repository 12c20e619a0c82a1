import assert from "node:assert/strict";
import { test } from "node:test";
import { mcnemar } from "../../../language-server/core/statistics/compareRuns.ts";
import {
  student975,
  studentCentralProbability,
} from "../../../language-server/core/statistics/distributions.ts";
import {
  clusteredMean,
  clusteredRatio,
  mean,
  median,
  pairedDifference,
  proportion,
  sampleSizeForDifference,
  tokensPerCorrect,
} from "../../../language-server/core/statistics/estimates.ts";
import {
  consAtK,
  consensusOf,
  passAtK,
  passAtKOf,
} from "../../../language-server/core/statistics/repeatedSampling.ts";
import { near } from "./statisticsSamples.ts";

test("Student's t quantiles are those of the printed tables", () => {
  // Abramowitz and Stegun table 26.10, two-sided 95 %
  for (const [degrees, t] of [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [9, 2.262],
    [30, 2.042],
    [120, 1.98],
  ])
    near(student975(degrees!), t!, 6e-4);
  near(studentCentralProbability(student975(7), 7), 0.95, 1e-12);
  near(student975(2000), student975(2001), 1e-5);
  near(student975(1e9), 1.959964, 1e-6);
});

test("Wilson's interval", () => {
  // 8 of 10: centre (0.8 + 3.8415/20) / (1 + 3.8415/10) = 0.7168, half-width 0.2267
  const eight = proportion(8, 10);
  near(eight.interval?.low, 0.4902);
  near(eight.interval?.high, 0.9433);
  // 0 of 10: upper end z²/(n + z²) = 3.8415/13.8415
  const none = proportion(0, 10);
  assert.equal(none.interval?.low, 0);
  near(none.interval?.high, 0.2775);
  near(proportion(10, 10).interval?.low, 0.7225);
  assert.deepEqual(proportion(0, 0), { value: 0, interval: null, n: 0 });
});

test("clustered mean: t interval over question means", () => {
  // means 1, 0.5, 0 (three questions, two samples): sd 0.5, se 0.288675, t(2) 4.302653 → ±1.2421, cut to [0, 1]
  const wide = clusteredMean([
    [1, 1],
    [1, 0],
    [0, 0],
  ]);
  assert.equal(wide.value, 0.5);
  assert.deepEqual([wide.interval?.low, wide.interval?.high, wide.n], [0, 1, 3]);
  // eight questions with means 0.25 or 0.75, four each: sd = 0.25·√(8/7) = 0.267261, se 0.094491, t(7) 2.364624
  const samples = Array.from({ length: 8 }, (_, i) => (i < 4 ? [1, 0, 0, 0] : [1, 1, 1, 0]));
  const eight = clusteredMean(samples);
  near(eight.interval?.low, 0.5 - 0.22344);
  near(eight.interval?.high, 0.5 + 0.22344);
});

test("clustered mean: questions weigh the same whatever their number of samples", () => {
  assert.equal(clusteredMean([[1, 1, 1, 1], [0], []]).value, 0.5);
  assert.equal(clusteredMean([[1, 1, 1, 1], [0], []]).n, 2);
});

test("clustered mean: one sample each is Wilson, and no spread is not certainty", () => {
  assert.deepEqual(clusteredMean([...Array(8).fill([1]), [0], [0]]), proportion(8, 10));
  const allWrong = clusteredMean(Array.from({ length: 10 }, () => [0, 0, 0, 0]));
  near(allWrong.interval?.high, 0.2775);
  const oneQuestion = clusteredMean([[1, 0, 1, 1]]);
  assert.equal(oneQuestion.value, 0.75);
  assert.ok(oneQuestion.interval!.high - oneQuestion.interval!.low > 0.7);
  assert.equal(clusteredMean([]).interval, null);
});

test("clustered ratio", () => {
  assert.equal(clusteredRatio([{ hits: 0, trials: 0 }]), null);
  assert.deepEqual(
    clusteredRatio([
      { hits: 1, trials: 1 },
      { hits: 0, trials: 1 },
      { hits: 0, trials: 0 },
    ]),
    proportion(1, 2),
  );
  // hits 3/4, 1/2, 0/2: r = 4/8; residuals 1, 0, −1; se = √(3/2 · 2)/8 = 0.216506; t(2) 4.302653 → ±0.93155
  const ratio = clusteredRatio([
    { hits: 3, trials: 4 },
    { hits: 1, trials: 2 },
    { hits: 0, trials: 2 },
  ])!;
  assert.deepEqual([ratio.value, ratio.n, ratio.interval?.low, ratio.interval?.high], [0.5, 8, 0, 1]);
  // 20 clusters of 4, half with 3 hits, half with 1: residuals ±1; se = √(20/19 · 20)/80 = 0.057354; t(19) 2.093024
  const many = clusteredRatio(
    Array.from({ length: 20 }, (_, i) => ({ hits: i % 2 === 0 ? 3 : 1, trials: 4 })),
  )!;
  near(many.interval?.high, 0.5 + 0.12004);
});

test("paired difference", () => {
  // differences 1, 0, 0, −1, 1: mean 0.2, sd √(2.8/4) = 0.83666, se 0.374166, t(4) 2.776445 → ±1.03885
  const five = pairedDifference([1, 0, 0, -1, 1]);
  near(five.value, 0.2, 1e-12);
  near(five.interval?.low, 0.2 - 1.03885);
  assert.equal(five.interval?.high, 1);
  // none of 8 differs: ±1.96·√(1/10)/√10 = ±0.19600
  const same = pairedDifference(Array(8).fill(0));
  assert.equal(same.value, 0);
  near(same.interval?.low, -0.196);
  near(same.interval?.high, 0.196);
  assert.equal(pairedDifference([]).interval, null);
});

test("exact McNemar", () => {
  // 10 against 2: 2·(1 + 12 + 66)/4096
  near(mcnemar(10, 2).p, 158 / 4096, 1e-12);
  near(mcnemar(2, 10).p, 0.03857, 5e-6);
  assert.equal(mcnemar(0, 0).p, 1);
  assert.equal(mcnemar(5, 5).p, 1);
  near(mcnemar(0, 5).p, 2 / 32, 1e-12);
  const thousands = mcnemar(2100, 1900).p; // normal approximation with continuity: 0.00166
  assert.ok(thousands > 0.0016 && thousands < 0.0017, String(thousands));
});

test("questions needed to see a difference", () => {
  // 100 pairs: 15 × +1, 5 × −1: difference 0.1, sd √((20 − 1)/99) = 0.438086; (2.801585·0.438086/0.1)² = 150.6
  const differences = Array.from({ length: 100 }, (_, i) => (i < 15 ? 1 : i < 20 ? -1 : 0));
  assert.equal(sampleSizeForDifference(differences), 151);
  assert.equal(sampleSizeForDifference([1, -1]), null);
  assert.equal(sampleSizeForDifference([0.5]), null);
});

test("pass@k is the unbiased estimate", () => {
  // 1 − C(7,5)/C(10,5) = 1 − 21/252
  near(passAtKOf({ samples: 10, correct: 3 }, 5), 11 / 12, 1e-12);
  near(passAtKOf({ samples: 10, correct: 3 }, 1), 0.3, 1e-12);
  assert.equal(passAtKOf({ samples: 4, correct: 0 }, 4), 0);
  assert.equal(passAtKOf({ samples: 4, correct: 1 }, 4), 1);
  assert.equal(passAtKOf({ samples: 10, correct: 6 }, 5), 1, "fewer wrong ones than k");
  assert.equal(passAtKOf({ samples: 3, correct: 1 }, 4), null);
  near(passAtKOf({ samples: 5000, correct: 1 }, 2500), 0.5, 1e-9);
  const average = passAtK(
    [
      { samples: 10, correct: 3 },
      { samples: 10, correct: 0 },
      { samples: 2, correct: 2 },
    ],
    5,
  );
  near(average.value, 11 / 24, 1e-12);
  assert.equal(average.n, 2);
});

test("consensus counts answers, shares ties and ignores silence", () => {
  const vote = (group: string | null, correct = false) => ({ group, correct });
  assert.equal(consensusOf([vote("a", true), vote("b"), vote("a", true)]), 1);
  assert.equal(consensusOf([vote("a", true), vote("b"), vote("b")]), 0);
  assert.equal(consensusOf([vote("b"), vote("a", true)]), 0.5);
  near(consensusOf([vote("a", true), vote("b"), vote("c")]), 1 / 3, 1e-12);
  assert.equal(consensusOf([vote("a", true), vote(null), vote(null)]), 1);
  assert.equal(consensusOf([vote(null)]), 0);
  const both = consAtK([[vote("a", true)], [vote("b")], []]);
  assert.deepEqual([both.value, both.n], [0.5, 2]);
});

test("means, medians, tokens per right answer", () => {
  assert.deepEqual([mean([]), mean([1, 2, 6])], [0, 3]);
  assert.deepEqual([median([]), median([5]), median([9, 1, 5]), median([1, 9, 2, 4])], [0, 5, 5, 3]);
  assert.deepEqual([tokensPerCorrect(900, 3), tokensPerCorrect(900, 0)], [300, null]);
});
