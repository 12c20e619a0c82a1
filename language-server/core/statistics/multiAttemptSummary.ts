import type { MultiAttemptSummary, PathRecord, StageRecord } from "../../contract/entities.ts";
import { clusteredMean, clusteredRatio, mean, signTest } from "./estimates.ts";
import { byQuestion, indicator, stageCorrect } from "./scored.ts";

/** Note that the scheduler leaves on an attempt whose answer the grader finds equal to the one before. */
export const repeatedAnswerNote = "repeated-answer";

/**
 * Accuracy by attempt (multi-attempt.md section 7) over the scored paths; null when none has an attempt.
 * - `within[k−1]`: share solved within the first k attempts of this run.
 * - `repair[k−2]` = h_k: share solved at attempt k among the paths not solved before it. A path whose attempt k never
 *   came (context full) counts as not solved, so that 1 − within(k) is the product of all 1 − h up to k.
 * - `repeatRate`: share of second and later attempts marked with `repeatedAnswerNote`; null when there are none.
 * - `noAnswerRate`: share of attempts from which no answer could be taken.
 * @param granted attempts allowed; by default the largest number used.
 */
export function summariseAttempts(
  paths: readonly PathRecord[],
  granted?: number,
): MultiAttemptSummary | null {
  const questions = [...byQuestion(paths).values()].map((group) =>
    group.flatMap((path) => {
      const attempts = path.stages.filter((stage) => stage.stage === "attempt");
      return attempts.length === 0 ? [] : [{ attempts, solvedAt: solvedAt(attempts) }];
    }),
  );
  const courses = questions.flat();
  if (courses.length === 0) return null;
  const stages = courses.flatMap((course) => course.attempts);
  const attempts = Math.max(granted ?? 1, ...courses.map((course) => course.attempts.length));
  const numbers = Array.from({ length: attempts }, (_, index) => index + 1);
  const later = stages.filter((stage) => (stage.attempt ?? 1) > 1);
  return {
    attempts,
    within: numbers.map((k) =>
      clusteredMean(questions.map((group) => group.map((c) => indicator(c.solvedAt <= k)))),
    ),
    gainTests: numbers
      .slice(1)
      .map((k) =>
        signTest(
          questions
            .filter((group) => group.length > 0)
            .map((group) => mean(group.map((course) => indicator(course.solvedAt === k)))),
        ),
      ),
    repair: numbers.slice(1).map((k) =>
      clusteredRatio(
        questions.map((group) => {
          const open = group.filter((course) => course.solvedAt >= k);
          return { hits: open.filter((course) => course.solvedAt === k).length, trials: open.length };
        }),
      ),
    ),
    repeatRate:
      later.length === 0
        ? null
        : mean(later.map((s) => indicator(s.notes?.includes(repeatedAnswerNote) === true))),
    noAnswerRate: mean(stages.map((stage) => indicator((stage.verdict?.extracted ?? null) === null))),
    meanAttemptsUsed: mean(courses.map((course) => course.attempts.length)),
  };
}

/** 1-based number of the first right attempt; ∞ when none is. */
function solvedAt(attempts: readonly StageRecord[]): number {
  const index = attempts.findIndex(stageCorrect);
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}
