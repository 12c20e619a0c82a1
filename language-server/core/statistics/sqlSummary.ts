import type { Estimate, PathRecord, SqlSummary, SqlVerdict } from "../../contract/entities.ts";
import { goldFailedClass, unknownNameClasses } from "../sql/evaluation/verdicts.ts";
import { clusteredMean, clusteredRatio } from "./estimates.ts";
import { byQuestion, indicator } from "./scored.ts";

/** Marks a stage whose query the constraint brought to an end, as its budget was nearly used. */
export const constraintNote = "ended-by-constraint";

const levels = ["easy", "medium", "hard", "extra"] as const;

/** A scored answer of a text-to-SQL question. */
interface Answer {
  readonly correct: boolean;
  readonly ran: boolean;
  readonly endedByConstraint: boolean;
  readonly sql: SqlVerdict;
}

/**
 * Text-to-SQL scores of the final answers of scored paths, intervals clustered by question as those of the accuracy
 * are (Wilson's for one sample each). Null without such questions.
 */
export function summariseSql(paths: readonly PathRecord[]): SqlSummary | null {
  const questions = [...byQuestion(paths).values()]
    .map((samples) => samples.flatMap(answerOf))
    .filter((answers) => answers.length > 0);
  if (questions.length === 0) return null;
  const answers = questions.flat();
  /** Mean of what is known of each answer; null where it is of none. */
  const share = (value: (answer: Answer) => boolean | null): Estimate | null =>
    clusteredRatio(
      questions.map((samples) => {
        const known = samples.map(value).filter((each) => each !== null);
        return { hits: known.filter(Boolean).length, trials: known.length };
      }),
    );
  const all = (value: (answer: Answer) => boolean): Estimate =>
    clusteredMean(questions.map((samples) => samples.map((answer) => indicator(value(answer)))));
  return {
    byHardness: levels.flatMap((hardness) => {
      const accuracy = share(({ sql, correct }) => (sql.hardness === hardness ? correct : null));
      return accuracy === null ? [] : [{ hardness, accuracy }];
    }),
    nonEmptyGold: share(({ sql, correct }) => ((sql.gold?.rowCount ?? 0) > 0 ? correct : null)),
    exactMatch: share(({ sql }) => sql.exactMatch),
    robustAccuracy: share(({ sql }) => sql.robustMatch),
    ran: all(({ ran }) => ran),
    unknownNames: all(({ sql }) => unknownNameClasses.has(sql.errorClass ?? "")),
    errorClasses: countClasses(answers),
    goldFailed: answers.filter(({ sql }) => sql.errorClass === goldFailedClass).length,
    endedByConstraint: answers.filter(({ endedByConstraint }) => endedByConstraint).length,
  };
}

function answerOf({ verdict, stages, answerStage = -1 }: PathRecord): Answer[] {
  if (verdict?.sql === undefined) return [];
  const endedByConstraint = stages[answerStage]?.notes?.includes(constraintNote) === true;
  return [{ correct: verdict.correct, ran: verdict.predNormal !== "", endedByConstraint, sql: verdict.sql }];
}

function countClasses(answers: readonly Answer[]): SqlSummary["errorClasses"] {
  const counts = new Map<string, number>();
  for (const { correct, sql } of answers) {
    if (correct || sql.errorClass === null || sql.errorClass === goldFailedClass) continue;
    counts.set(sql.errorClass, (counts.get(sql.errorClass) ?? 0) + 1);
  }
  return [...counts]
    .map(([errorClass, count]) => ({ errorClass, answers: count }))
    .sort((a, b) => b.answers - a.answers);
}
