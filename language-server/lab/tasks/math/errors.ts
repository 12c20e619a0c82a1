import type { TaskRandom } from "../random.ts";
import { type Exact, exact, isWhole, type Operator } from "./exact.ts";
import { type Expression, resultsOf, type Step, usedSteps, type Working } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** Ways in which solutions go wrong. */
export type ErrorModel = "operation" | "dropped-step" | "slip" | "distractor" | "other-number";

export interface WrongWorking {
  readonly working: Working;
  readonly results: readonly Exact[];
  readonly answer: Exact;
  readonly model: ErrorModel;
}

const models: readonly (readonly [ErrorModel, number])[] = [
  ["slip", 0.4],
  ["operation", 0.25],
  ["dropped-step", 0.15],
  ["other-number", 0.12],
];

/**
 * A solution with one mistake that leads to a wrong answer, all later steps worked out from it; null when none of the
 * tries gave a sensible wrong answer.
 */
export function drawWrongWorking(
  problem: Problem,
  random: TaskRandom,
  avoid: ReadonlySet<Exact> = new Set(),
): WrongWorking | null {
  for (let tries = 0; tries < 30; tries++) {
    const model = random.weighted([...models, ["distractor", problem.hasDistractor ? 0.4 : 0] as const]);
    const working = spoil(problem, model, random);
    const results = working === null ? null : resultsOf(working, problem.limits);
    const answer = results?.at(-1);
    if (working === null || results === null || answer === undefined) continue;
    if (answer !== problem.answer && !avoid.has(answer)) return { working, results, answer, model };
  }
  return null;
}

function spoil(problem: Problem, model: ErrorModel, random: TaskRandom): Working | null {
  const { plan } = problem;
  const at = random.integer(0, plan.steps.length - 1);
  const step = plan.steps[at];
  if (step === undefined) return null;
  const withStep = (expression: Expression): Working => ({
    plan: { ...plan, steps: plan.steps.map((s, i) => (i === at ? { ...s, expression } : s)) },
    slips: new Map(),
  });
  switch (model) {
    case "slip": {
      const wrong = slipped(problem.results[at] ?? 0, random);
      return wrong === null || wrong <= 0 ? null : { plan, slips: new Map([[at, wrong]]) };
    }
    case "operation":
      return withStep(otherOperation(step.expression, random));
    case "dropped-step":
      return droppedStep(problem, random);
    case "distractor": {
      const unneeded = plan.givens.findIndex((given) => given.distractor);
      return unneeded < 0 ? null : withStep(otherNumber(step.expression, unneeded, random));
    }
    case "other-number":
      return withStep(otherNumber(step.expression, random.integer(0, plan.givens.length - 1), random));
  }
}

/** A result as people get it wrong: a carry lost, one off, two digits swapped, a digit misread. */
function slipped(value: Exact, random: TaskRandom): Exact | null {
  if (!isWhole(value)) return value + random.pick([-100, 100, 10, -10]);
  const whole = value / 100;
  const digits = [...String(whole)];
  switch (random.integer(0, 3)) {
    case 0:
      return value + exact(random.pick([-1, 1, -2, 2]));
    case 1:
      return whole < 20 ? null : value + exact(random.pick([-10, 10, ...(whole > 200 ? [-100, 100] : [])]));
    case 2: {
      const i = random.integer(0, digits.length - 2);
      if (digits.length < 2 || digits[i] === digits[i + 1]) return null;
      [digits[i], digits[i + 1]] = [digits[i + 1] ?? "", digits[i] ?? ""];
      return digits[0] === "0" ? null : exact(Number(digits.join("")));
    }
    default: {
      const i = random.integer(0, digits.length - 1);
      digits[i] = String(random.integer(i === 0 ? 1 : 0, 9));
      return exact(Number(digits.join("")));
    }
  }
}

const confusions: Readonly<Record<Operator, readonly Operator[]>> = {
  "+": ["-", "+", "*"],
  "-": ["+"],
  "*": ["+", "/"],
  "/": ["*", "-"],
};

function otherOperation(expression: Expression, random: TaskRandom): Expression {
  if (expression.kind !== "binary") return expression;
  return { ...expression, operator: random.pick(confusions[expression.operator]) };
}

function otherNumber(expression: Expression, index: number, random: TaskRandom): Expression {
  if (expression.kind !== "binary") return { kind: "given", index };
  return random.chance(0.5)
    ? { ...expression, left: otherNumber(expression.left, index, random) }
    : { ...expression, right: otherNumber(expression.right, index, random) };
}

/** Stops one step early, or leaves out a step in the middle and goes on with what it started from. */
function droppedStep({ plan }: Problem, random: TaskRandom): Working | null {
  const last = plan.steps.length - 1;
  if (last === 0) return null;
  if (random.chance(0.5)) {
    const previous = usedSteps(plan.steps[last]?.expression ?? { kind: "constant", value: 0 });
    if (previous.length === 0) return null;
    const end = Math.max(...previous);
    return { plan: { ...plan, steps: plan.steps.slice(0, end + 1) }, slips: new Map() };
  }
  const at = random.integer(0, last - 1);
  const dropped = plan.steps[at]?.expression;
  if (dropped?.kind !== "binary" || dropped.left.kind === "constant") return null;
  const replacement = dropped.left;
  const moved = (expression: Expression): Expression => {
    if (expression.kind === "step" && expression.index === at) return replacement;
    if (expression.kind === "step" && expression.index > at)
      return { ...expression, index: expression.index - 1 };
    if (expression.kind === "binary") {
      return { ...expression, left: moved(expression.left), right: moved(expression.right) };
    }
    return expression;
  };
  const steps: Step[] = plan.steps
    .filter((_, i) => i !== at)
    .map((step) => ({ ...step, expression: moved(step.expression) }));
  return { plan: { ...plan, steps }, slips: new Map() };
}
