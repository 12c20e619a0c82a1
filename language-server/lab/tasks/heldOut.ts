import { drawExpression } from "./math/expressions.ts";
import { drawProblem, type Problem } from "./math/problem.ts";
import { renderSolution } from "./math/render.ts";
import { TaskRandom } from "./random.ts";

/** Question sets that can be written out for an evaluation. */
export type HeldOutSet = "words" | "arithmetic";

/**
 * A held-out test as JSON Lines in the form of GSM8K: `question`, and `answer` with the worked solution and the result
 * behind `####`; `level` is the number of steps and `type` the scenario. No question comes twice.
 */
export function writeHeldOut(set: HeldOutSet, count: number, seed: number): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (let index = 0; lines.length < count; index++) {
    const random = new TaskRandom({ seed, stream: `held-out/${set}`, index });
    const problem = set === "words" ? drawProblem("test", random) : drawExpression("test", random);
    if (seen.has(problem.text)) continue;
    seen.add(problem.text);
    lines.push(JSON.stringify(record(set, problem, seed, lines.length)));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function record(set: HeldOutSet, problem: Problem, seed: number, index: number): Record<string, string> {
  const worked = renderSolution(problem.working, problem.results, "worked");
  const steps = worked.slice(0, worked.lastIndexOf("\n"));
  return {
    id: `held-out-${set}-${seed}-${index}`,
    question: problem.text,
    answer: `${steps}\n#### ${problem.answerText}`,
    level: String(problem.plan.steps.length),
    type: problem.template,
  };
}
