import { drawExpression } from "../math/expressions.ts";
import { drawProblem, type Problem, type ProblemOptions } from "../math/problem.ts";
import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";

export interface MathOptions extends ProblemOptions {
  /** Share of bare arithmetic among the questions, from 0 to 1. */
  readonly expressionShare?: number;
}

/** The question of one dialogue. */
export function drawQuestion(split: Split, random: TaskRandom, options: MathOptions): Problem {
  return random.chance(options.expressionShare ?? 0)
    ? drawExpression(split, random, options.steps)
    : drawProblem(split, random, options);
}

/** What is told about a problem in a sample's tags. */
export const problemTags = (problem: Problem): Readonly<Record<string, string | number>> => ({
  template: problem.template,
  steps: problem.plan.steps.length,
  distractor: problem.hasDistractor ? 1 : 0,
});
