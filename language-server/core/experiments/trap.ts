import type { PathRecord, QuestionId } from "../../contract/entities.ts";
import type { TrapFigures } from "../../contract/methods.ts";
import { stageDice } from "../sampling/random.ts";
import { clusteredMean, mean, pairedDifference, signTest } from "../statistics/estimates.ts";
import { byQuestion, indicator, isCorrect } from "../statistics/scored.ts";

/** A path whose beginning others are to go on from. */
export interface ChosenPath {
  readonly questionId: QuestionId;
  readonly sample: number;
}

/**
 * One wrong (or right) path of each of at most `count` questions, drawn at random among the questions that have right
 * and wrong answers (leap.md section 6.1, step 2).
 */
export function choosePaths(
  paths: readonly PathRecord[],
  which: "wrong" | "right",
  count: number,
  seed: number,
): ChosenPath[] {
  const dice = stageDice({ seed, questionId: "", sample: 0, path: 1, stage: 0 });
  let step = 0;
  const pick = <T>(from: T[]): T[] => from.splice(Math.floor(dice(step++) * from.length), 1);
  const mixed = [...byQuestion(paths).values()].filter(
    (group) => group.some(isCorrect) && !group.every(isCorrect),
  );
  const chosen: ChosenPath[] = [];
  while (chosen.length < count && mixed.length > 0) {
    for (const group of pick(mixed)) {
      const fitting = group.filter((path) => isCorrect(path) === (which === "right"));
      for (const { questionId, sample } of pick(fitting)) chosen.push({ questionId, sample });
    }
  }
  return chosen;
}

export function trapFigures(
  chosen: readonly ChosenPath[],
  runs: Readonly<Record<"free" | "alone" | "leap", readonly PathRecord[]>>,
): TrapFigures {
  const byRun = { free: byQuestion(runs.free), alone: byQuestion(runs.alone), leap: byQuestion(runs.leap) };
  const ids = chosen
    .map(({ questionId }) => questionId)
    .filter((id) => byRun.free.has(id) && byRun.alone.has(id) && byRun.leap.has(id));
  const marks = (run: keyof typeof byRun) =>
    ids.map((id) => (byRun[run].get(id) ?? []).map((path) => indicator(isCorrect(path))));
  const [free, alone, leap] = [marks("free"), marks("alone"), marks("leap")];
  const differences = (a: readonly number[][], b: readonly number[][]) =>
    a.map((marksOfA, at) => mean(marksOfA) - mean(b[at] ?? []));
  const recovery = differences(leap, alone);
  return {
    questions: ids.length,
    free: clusteredMean(free),
    alone: clusteredMean(alone),
    leap: clusteredMean(leap),
    gapAlone: pairedDifference(differences(free, alone)),
    gapLeap: pairedDifference(differences(free, leap)),
    recovery: pairedDifference(recovery),
    recoveryTest: signTest(recovery),
  };
}
