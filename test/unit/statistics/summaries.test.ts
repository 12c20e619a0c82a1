import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathRecord } from "../../../language-server/contract/entities.ts";
import { compareRuns } from "../../../language-server/core/statistics/compareRuns.ts";
import {
  repeatedAnswerNote,
  summariseAttempts,
} from "../../../language-server/core/statistics/multiAttemptSummary.ts";
import { summariseRun } from "../../../language-server/core/statistics/summariseRun.ts";
import { summariseThinker } from "../../../language-server/core/statistics/thinkerSummary.ts";
import { direct, manifest, near, path, question, stage, verdict } from "./statisticsSamples.ts";

const finished = { status: "done", wallSeconds: 20 } as const;

test("a run under way: what is finished counts, what is not does not", () => {
  const paths: PathRecord[] = [
    direct("a", 0, true),
    direct("a", 1, false),
    direct("b", 0, true),
    { questionId: "b", sample: 1, status: "running", stages: [] },
    { ...direct("c", 0, false), status: "failed" },
    { ...direct("c", 1, false), outcome: "engine-lost" },
    { questionId: "d", sample: 0, status: "queued", stages: [] },
    { questionId: "d", sample: 1, status: "queued", stages: [] },
  ];
  const summary = summariseRun(manifest(["a", "b", "c", "d"], 2), paths, {
    status: "running",
    wallSeconds: 4,
  });
  assert.equal(summary.accuracy.value, 0.75, "mean of 1/2 and 1");
  assert.equal(summary.accuracy.n, 2);
  assert.deepEqual([summary.pathsDone, summary.pathsTotal, summary.questions], [4, 8, 4]);
  assert.deepEqual(
    summary.passAtK.map(({ k, estimate }) => [k, estimate.value, estimate.n]),
    [
      [1, 0.75, 2],
      [2, 1, 1],
    ],
  );
  assert.equal(summary.consAtK?.estimate.value, 0.5, "one right, one wrong: a tie");
  assert.equal(summary.outcomes.finished, 4);
  assert.equal(summary.outcomes["engine-lost"], 1);
  assert.equal(summary.tokensGenerated, 500);
  assert.equal(summary.tokensPerSecond, 125);
  assert.equal(summary.tokensPerCorrect, 150, "300 tokens of scored paths, two right answers");
  assert.match(summary.warnings.join("\n"), /1 path failed and is in no accuracy/);
});

test("truncated answers are counted as such and warned about", () => {
  const cut = (id: string) =>
    path(id, 0, [stage("answer", 0, { outcome: "truncated", verdict: verdict(false, null) })], 0);
  const summary = summariseRun(
    manifest(["a", "b", "c"]),
    [direct("a", 0, true), cut("b"), direct("c", 0, false)],
    finished,
  );
  assert.deepEqual([summary.outcomes.finished, summary.outcomes.truncated], [2, 1]);
  near(summary.accuracy.value, 1 / 3, 1e-12);
  assert.match(summary.warnings.join("\n"), /33 % of the answers were cut by the token budget/);
  near(summary.stages[0]?.truncationRate, 1 / 3, 1e-12);
  near(summary.stages[0]?.noAnswerRate, 1 / 3, 1e-12);
});

test("votes: right answers count together however written, wrong ones by what was given", () => {
  const paths = [
    direct("a", 0, true, "1/2"),
    direct("a", 1, true, "0.5"),
    direct("a", 2, false, "7"),
    direct("b", 0, false, "7"),
    direct("b", 1, false, "8"),
    direct("b", 2, true, "4"),
  ];
  const summary = summariseRun(manifest(["a", "b"], 3), paths, finished);
  near(summary.consAtK?.estimate.value, (1 + 1 / 3) / 2, 1e-12);
  assert.deepEqual(
    summary.passAtK.map(({ k }) => k),
    [1, 2, 3],
  );
});

test("an empty run has no numbers and no crash", () => {
  const summary = summariseRun(manifest(["a"]), [], { status: "interrupted", wallSeconds: 0 });
  assert.deepEqual(
    [summary.accuracy.n, summary.accuracy.interval, summary.tokensPerCorrect, summary.tokensPerSecond],
    [0, null, null, 0],
  );
  assert.deepEqual(summary.passAtK, []);
  assert.equal(summary.thinker, undefined);
  assert.match(summary.warnings.join(), /did not finish/);
});

test("ungraded answers are told", () => {
  const slow = direct("a", 0, false);
  const paths = [{ ...slow, verdict: { ...slow.verdict!, flags: ["timeout" as const] } }];
  const summary = summariseRun(manifest(["a"]), paths, finished);
  assert.equal(summary.ungraded.timeout, 1);
  assert.match(summary.warnings.join(), /could not be compared in time/);
});

/** A Thinker path: right or wrong of fast and slow, the verdict; the final answer as the protocol takes it. */
function thinker(
  id: string,
  fast: boolean | null,
  judgement: "yes" | "no" | "unclear" | null,
  slow?: boolean | null,
  summary?: boolean,
  sample = 0,
): PathRecord {
  const graded = (right: boolean | null) => ({
    verdict: right === null ? verdict(false, null) : verdict(right),
  });
  const stages = [stage("fast", 0, graded(fast))];
  if (judgement !== null) stages.push(stage("verify", stages.length, { judgement }));
  if (slow !== undefined) stages.push(stage("slow", stages.length, graded(slow)));
  if (summary !== undefined) stages.push(stage("summary", stages.length, graded(summary)));
  const order = judgement === "yes" || slow === undefined ? ["fast"] : ["slow", "summary", "fast"];
  const answer = order
    .map((name) => stages.findIndex((s) => s.stage === name && s.verdict?.extracted !== null))
    .find((index) => index >= 0);
  return path(id, sample, stages, answer ?? null);
}

test("Thinker's rates and their identity, all verified", () => {
  const paths = [
    thinker("1", true, "yes"),
    thinker("2", true, "yes"),
    thinker("3", true, "no", true),
    thinker("4", true, "unclear", false),
    thinker("5", false, "yes"),
    thinker("6", false, "no", true),
    thinker("7", false, "no", false),
    thinker("8", false, "unclear", true),
  ];
  const t = summariseThinker(paths)!;
  assert.equal(t.fastAccuracy.value, 0.5);
  assert.equal(t.finalAccuracy.value, 5 / 8);
  near(t.gain.value, 1 / 8, 1e-12);
  // 6 and 8 are rescued, 4 is lost: two of three one way have p = 2 · (3 + 1)/8 = 1
  assert.deepEqual(t.gainTest, { better: 2, worse: 1, p: 1 });
  assert.equal(t.verifierTpr?.value, 0.5);
  assert.equal(t.verifierTnr?.value, 0.75);
  assert.equal(t.verifierBalanced, 0.625);
  assert.equal(t.unclearRate, 0.25);
  near(t.rescue?.value, 2 / 3, 1e-12);
  assert.equal(t.keep?.value, 0.5);
  assert.equal(t.damage?.value, 0.5);
  assert.equal(t.settledByFast, 3 / 8);
  assert.equal(
    t.oracleVerifierBound,
    null,
    "a wrong fast answer was let through, so its slow answer is not known",
  );
  // the spec's formula, from the rates above: ½·½ + ½·½·½ + ½·¾·⅔ = 5/8
  near(0.5 * 0.5 + 0.5 * 0.5 * 0.5 + 0.5 * 0.75 * (2 / 3), t.finalAccuracy.value, 1e-12);
  assert.ok(t.identityError < 1e-9);
});

test("Thinker's identity with skipped verification, fall-backs, missing answers and several samples", () => {
  const paths = [
    thinker("1", null, null, true), // no fast answer: straight to slow
    thinker("1", null, null, null, true, 1), // slow silent too: the summary's answer stands in
    thinker("2", true, "no", null, undefined, 0), // slow silent, no summary: back to the fast answer
    thinker("2", true, "no", null, false, 1), // slow silent, the summary is wrong
    thinker("3", null, null, null), // nothing at all
    thinker("3", true, "yes", false, undefined, 1), // alwaysSlow after a yes: fast decides
    thinker("4", false, "no", false, true), // the summary never outvotes slow
  ];
  const t = summariseThinker(paths)!;
  assert.ok(t.identityError < 1e-9, String(t.identityError));
  assert.equal(t.verifierTnr?.n, 1, "only verified paths");
  assert.equal(t.rescue?.n, 4, "but everything sent");
  assert.equal(t.rescue?.value, 1 / 4);
  assert.equal(t.keep?.value, 0);
  // (1 + 1)/2, (1 + 0)/2, (0 + 1)/2, 0 over four questions
  near(t.finalAccuracy.value, 0.5, 1e-12);
  near(t.oracleVerifierBound, 4 / 7, 1e-12);
});

test("Thinker-Fast has an identity too, and nothing to say about a verifier", () => {
  const t = summariseThinker([thinker("1", true, null), thinker("2", false, null)])!;
  assert.deepEqual(
    [t.verifierTpr, t.verifierTnr, t.rescue, t.keep, t.damage],
    [null, null, null, null, null],
  );
  assert.equal(t.settledByFast, 1);
  assert.ok(t.identityError < 1e-9);
});

test("every combination of stages keeps the identity", () => {
  const answers = [true, false, null];
  const paths: PathRecord[] = [];
  for (const fast of answers)
    for (const judgement of ["yes", "no", "unclear", null] as const)
      for (const slow of [...answers, undefined])
        for (const summary of [true, false, undefined])
          if (slow !== undefined || summary === undefined)
            paths.push(thinker(`q${paths.length % 17}`, fast, judgement, slow, summary, paths.length));
  assert.ok(summariseThinker(paths)!.identityError < 1e-9);
  for (const single of paths)
    assert.ok(summariseThinker([single])!.identityError < 1e-9, JSON.stringify(single));
});

test("a final verdict that is not that of the deciding stage breaks the identity and is told", () => {
  const odd = [thinker("1", true, "yes"), { ...thinker("2", false, "no", true), verdict: verdict(false) }];
  const summary = summariseRun(manifest(["1", "2"]), odd, finished);
  assert.equal(summary.thinker?.identityError, 0.5);
  assert.match(summary.warnings.join(), /does not add up/);
});

test("a verifier that always agrees is told", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `q${i}`);
  const summary = summariseRun(
    manifest(ids),
    ids.map((id, i) => thinker(id, i % 2 === 0, "yes")),
    finished,
  );
  assert.match(summary.warnings.join("\n"), /said yes in all of 12 checks/);
  assert.deepEqual(
    summary.stages.map((s) => s.stage),
    ["fast", "verify"],
  );
});

/** A path of multi-attempt: true, false or null (no answer) per attempt; `"again"` = the same wrong answer. */
function attempts(id: string, results: readonly (boolean | null | "again")[]): PathRecord {
  const stages = results.map((result, index) =>
    stage("attempt", index, {
      attempt: index + 1,
      verdict: result === null ? verdict(false, null) : verdict(result === true),
      ...(result === "again" ? { notes: [repeatedAnswerNote] } : {}),
    }),
  );
  return path(id, 0, stages, stages.length - 1);
}

test("accuracy by attempt", () => {
  const paths = [
    attempts("1", [true]),
    attempts("2", [false, true]),
    attempts("3", [false, "again", true]),
    attempts("4", [null, false, "again"]),
    attempts("5", [false]), // the context was full before the second
  ];
  const m = summariseAttempts(paths, 3)!;
  assert.deepEqual(
    m.within.map((e) => e.value),
    [0.2, 0.4, 0.6],
  );
  assert.deepEqual(
    m.repair.map((e) => [e?.value, e?.n]),
    [
      [0.25, 4],
      [1 / 3, 3],
    ],
  );
  assert.deepEqual(m.gainTests, [
    { better: 1, worse: 0, p: 1 },
    { better: 1, worse: 0, p: 1 },
  ]);
  // 1 − within(3) = (1 − within(1))·(1 − h₂)·(1 − h₃)
  near(0.8 * 0.75 * (2 / 3), 1 - m.within[2]!.value, 1e-12);
  near(m.repeatRate, 2 / 5, 1e-12);
  near(m.noAnswerRate, 1 / 10, 1e-12);
  assert.equal(m.meanAttemptsUsed, 2);
  const all = summariseAttempts([attempts("1", [true])], 3)!;
  assert.deepEqual([all.repair, all.repeatRate, all.within.length], [[null, null], null, 3]);
  const summary = summariseRun(
    manifest(["1", "2", "3", "4", "5"], 1, {
      protocol: { id: "multi-attempt", version: 1, parameters: { attempts: 4 } },
    }),
    paths,
    finished,
  );
  assert.equal(summary.multiAttempt?.attempts, 4);
  assert.deepEqual(
    summary.stages.map((s) => [s.attempt, s.paths]),
    [
      [1, 5],
      [2, 3],
      [3, 2],
    ],
  );
});

const run = (
  rights: Record<string, readonly boolean[]>,
  more: Parameters<typeof manifest>[2] = {},
  hash = (id: string) => id,
) => {
  const ids = Object.keys(rights);
  return {
    manifest: manifest(ids, Math.max(...ids.map((id) => rights[id]!.length)), more),
    questions: ids.map((id) => question(id, hash(id))),
    paths: ids.flatMap((id) => rights[id]!.map((right, sample) => direct(id, sample, right))),
  };
};

test("two runs are compared on the questions they share and that did not change", () => {
  const a = run(
    { x1: [true], x2: [false], x3: [true], x4: [false], changed: [true], onlyA: [true] },
    { id: "A" },
  );
  const b = run(
    { x4: [false], x3: [false], x2: [true], x1: [true], changed: [false], onlyB: [true] },
    { id: "B" },
    (id) => (id === "changed" ? "another" : id),
  );
  const c = compareRuns(a, b);
  assert.deepEqual([c.a, c.b, c.shared, c.onlyA, c.onlyB, c.changedQuestions], ["A", "B", 4, 1, 1, 1]);
  assert.deepEqual([c.accuracyA.value, c.accuracyB.value, c.difference.value], [0.5, 0.5, 0]);
  assert.deepEqual(c.mcnemar, { aOnly: 1, bOnly: 1, p: 1 });
  assert.deepEqual(
    c.flips.map((f) => [f.questionId, f.a, f.b, f.preview]),
    [
      ["x2", 0, 1, "Question x2"],
      ["x3", 1, 0, "Question x3"],
    ],
  );
  assert.match(c.warnings.join("\n"), /1 question was changed/);
});

test("an undecided difference says how many questions more it takes", () => {
  const a: Record<string, boolean[]> = {};
  const b: Record<string, boolean[]> = {};
  for (let i = 0; i < 100; i++) {
    a[`q${i}`] = [i >= 8];
    b[`q${i}`] = [i < 8 ? true : i >= 13];
  }
  const c = compareRuns(run(a), run(b));
  assert.deepEqual(c.mcnemar, { aOnly: 5, bOnly: 8, p: c.mcnemar.p });
  near(c.difference.value, 0.03, 1e-12);
  // sd √((13 − 0.09)/99) = 0.361116 → (2.801585·0.361116/0.03)² = 1137.2
  assert.match(c.warnings.join("\n"), /about 1038 more questions/);
});

test("several samples: a question is right when most of its samples are", () => {
  const a = run({ q: [true, false], r: [true, true] });
  const b = run({ q: [true, true], r: [true, false] });
  const c = compareRuns(a, b);
  assert.deepEqual(c.mcnemar, { aOnly: 1, bOnly: 1, p: 1 });
  assert.deepEqual(
    c.flips.map((f) => [f.questionId, f.a, f.b]),
    [
      ["q", 0.5, 1],
      ["r", 1, 0.5],
    ],
  );
});

test("what else differs is told", () => {
  const a = run({ q: [true] });
  const b = run(
    { q: [true] },
    {
      grading: { profile: "lenient", version: "1" },
      protocol: { id: "thinker", version: 1, parameters: {} },
      sampling: { temperature: 0, topP: 1, minP: 0, topK: 1 },
    },
  );
  const text = compareRuns(a, b).warnings.join("\n");
  assert.match(text, /graded by different rules/);
  assert.match(text, /protocol and sampling/);
  assert.match(compareRuns(a, run({ z: [true] })).warnings.join("\n"), /no finished question in common/);
});
