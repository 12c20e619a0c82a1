import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathRecord, SqlVerdict, StageRecord } from "../../../language-server/contract/entities.ts";
import { emptyFingerprint } from "../../../language-server/core/sql/evaluation/fingerprint.ts";
import { summariseSql } from "../../../language-server/core/statistics/sqlSummary.ts";
import { summariseRun } from "../../../language-server/core/statistics/summariseRun.ts";
import { direct, manifest, path, stage, verdict } from "./statisticsSamples.ts";

/** A scored answer: right or wrong, what its result is called (empty: it did not run), and what else is known. */
const answer = (
  questionId: string,
  sample: number,
  correct: boolean,
  result: string,
  more: Partial<SqlVerdict> = {},
): PathRecord => ({
  ...path(questionId, sample, [], null),
  verdict: {
    ...verdict(correct, "SELECT 1"),
    predNormal: result,
    sql: {
      executionMatch: correct,
      exactMatch: correct,
      robustMatch: null,
      hardness: "easy",
      errorClass: correct ? null : "filter",
      gold: { columns: ["a"], rows: [], rowCount: 1 },
      ...more,
    },
  },
});

test("shares by difficulty, of what runs, of unknown names, and error classes", () => {
  const summary = summariseSql([
    answer("a", 0, true, "1"),
    answer("b", 0, false, "2"),
    answer("c", 0, false, "", { hardness: "hard", errorClass: "unknownColumn", exactMatch: false }),
    answer("d", 0, true, emptyFingerprint, {
      hardness: null,
      exactMatch: null,
      gold: { columns: ["a"], rows: [], rowCount: 0 },
    }),
    answer("e", 0, false, "3", { hardness: "hard", errorClass: "goldFailed", exactMatch: null, gold: null }),
  ]);
  assert.ok(summary !== null);
  assert.deepEqual(
    summary.byHardness.map(({ hardness, accuracy }) => [hardness, accuracy.value, accuracy.n]),
    [
      ["easy", 0.5, 2],
      ["hard", 0, 2],
    ],
  );
  assert.deepEqual([summary.nonEmptyGold?.value, summary.nonEmptyGold?.n], [1 / 3, 3]);
  assert.deepEqual([summary.exactMatch?.value, summary.exactMatch?.n], [1 / 3, 3]);
  assert.equal(summary.robustAccuracy, null);
  assert.equal(summary.ran.value, 4 / 5);
  assert.equal(summary.unknownNames.value, 1 / 5);
  assert.deepEqual(summary.errorClasses, [
    { errorClass: "filter", answers: 1 },
    { errorClass: "unknownColumn", answers: 1 },
  ]);
  assert.equal(summary.goldFailed, 1);
});

test("answers that the constraint brought to an end are counted, not those of earlier stages", () => {
  const free = stage("answer", 0);
  const bound = stage("answer", 0, { notes: ["thoughts-dropped", "ended-by-constraint"] });
  const counted = (...stages: StageRecord[]) =>
    summariseSql([{ ...answer("q", 0, false, "1"), stages, answerStage: stages.length - 1 }])
      ?.endedByConstraint;
  assert.deepEqual([counted(bound), counted(free, bound), counted(bound, free)], [1, 1, 0]);
});

test("other questions have no such summary", () => {
  assert.equal(summariseSql([direct("a", 0, true)]), null);
});

test("samples vote by result: equal results together, empty ones and failures only stand back", () => {
  const vote = (...paths: PathRecord[]) =>
    summariseRun(manifest(["q"], paths.length), paths, {
      status: "done",
      wallSeconds: 1,
    }).consAtK?.estimate.value;
  assert.equal(vote(answer("q", 0, true, "r"), answer("q", 1, true, "r"), answer("q", 2, false, "w")), 1);
  assert.equal(vote(answer("q", 0, true, "r"), answer("q", 1, false, "w"), answer("q", 2, false, "w")), 0);
  assert.equal(
    vote(
      answer("q", 0, true, "r"),
      answer("q", 1, false, ""),
      answer("q", 2, false, ""),
      answer("q", 3, false, emptyFingerprint),
      answer("q", 4, false, emptyFingerprint),
    ),
    1,
    "neither failures nor empty results outvote rows",
  );
  assert.equal(
    vote(answer("q", 0, false, ""), answer("q", 1, true, emptyFingerprint)),
    1,
    "empty results vote where nothing else does",
  );
});
