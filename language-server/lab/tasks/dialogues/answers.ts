import { alternativePlan } from "../math/alternative.ts";
import { drawWrongWorking, type WrongWorking } from "../math/errors.ts";
import { type Exact, formatExact } from "../math/exact.ts";
import { resultsOf } from "../math/plan.ts";
import type { Problem } from "../math/problem.ts";
import {
  boxed,
  givenLine,
  renderSolution,
  renderSteps,
  type SolutionStyle,
  singleExpressionSize,
} from "../math/render.ts";
import type { TaskRandom } from "../random.ts";
import type { Reply } from "./play.ts";

/** The right solution in one style, to be learnt. */
export const rightReply = (problem: Problem, style: SolutionStyle): Reply => ({
  text: renderSolution(problem.working, problem.results, style),
  train: true,
  extracted: problem.answerText,
  correct: true,
});

/** A wrong solution, to be seen and not learnt; now and then a bare guess. Null when no mistake could be made. */
export function wrongReply(
  problem: Problem,
  style: SolutionStyle,
  random: TaskRandom,
  avoid: ReadonlySet<Exact> = new Set(),
): (Reply & { readonly wrong: WrongWorking }) | null {
  const wrong = drawWrongWorking(problem, random, avoid);
  if (wrong === null) return null;
  const extracted = formatExact(wrong.answer, problem.plan.cents);
  const text = random.chance(0.06) ? boxed(extracted) : renderSolution(wrong.working, wrong.results, style);
  return { text, train: false, extracted, correct: false, wrong };
}

/** A solution that ran out of budget before its box. */
export function unfinishedReply(problem: Problem, style: SolutionStyle, random: TaskRandom): Reply {
  const whole = renderSolution(problem.working, problem.results, style);
  const end = whole.indexOf("\\boxed");
  const cut = random.integer(Math.min(3, end), Math.max(3, end - 1));
  return { text: whole.slice(0, cut).trim(), train: false, extracted: null };
}

/**
 * An honest check: the numbers of the question, every step again by place values, and the result beside the answer that
 * was given. The verdict follows from the comparison alone.
 */
export function checkReply(problem: Problem, claimed: string, random: TaskRandom): Reply {
  const plan = random.chance(0.3) ? alternativePlan(problem.plan, random, problem.limits) : problem.plan;
  const working = { plan, slips: new Map<number, Exact>() };
  const results = resultsOf(working, problem.limits) ?? problem.results;
  const isRight = claimed === problem.answerText;
  const lines = [
    givenLine(plan),
    renderSteps(working, results),
    `This gives ${problem.answerText}. The answer was ${claimed}. ${boxed(isRight ? "Yes" : "No")}`,
  ];
  return {
    text: lines.filter((line) => line !== "").join("\n"),
    train: true,
    judgement: isRight ? "yes" : "no",
  };
}

/** A check that goes wrong and turns down a right answer: seen, not learnt. Null when no mistake could be made. */
export function mistakenCheck(problem: Problem, random: TaskRandom): Reply | null {
  const wrong = drawWrongWorking(problem, random);
  if (wrong === null) return null;
  const found = formatExact(wrong.answer, problem.plan.cents);
  const lines = [
    givenLine(wrong.working.plan),
    renderSteps(wrong.working, wrong.results),
    `This gives ${found}. The answer was ${problem.answerText}. ${boxed("No")}`,
  ];
  return { text: lines.filter((line) => line !== "").join("\n"), train: false, judgement: "no" };
}

/** Longest solution that is written as one expression, in operations. */
const singleMaximum = 5;

/** The right answer by another way than the plain one: other order, other grouping, or one expression. */
export function otherWayReply(problem: Problem, random: TaskRandom, withGivens: boolean): Reply {
  const plan = alternativePlan(problem.plan, random, problem.limits);
  const working = { plan, slips: new Map<number, Exact>() };
  const results = resultsOf(working, problem.limits) ?? problem.results;
  const size = singleExpressionSize(problem.plan);
  const asOne = size > 1 && size <= singleMaximum && random.chance(0.2);
  const careful = renderSolution(working, results, "careful");
  const withoutGivens = `${renderSteps(working, results)}\nThe answer is ${boxed(problem.answerText)}.`;
  return {
    text: asOne
      ? [withGivens ? givenLine(plan) : "", renderSolution(problem.working, problem.results, "single")]
          .filter((part) => part !== "")
          .join("\n")
      : withGivens
        ? careful
        : withoutGivens,
    train: true,
    extracted: problem.answerText,
    correct: true,
  };
}
