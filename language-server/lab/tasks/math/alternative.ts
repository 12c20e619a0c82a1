import type { TaskRandom } from "../random.ts";
import { type Expression, type Limits, type Plan, resultsOf, type Step, usedSteps } from "./plan.ts";

/**
 * Another way to the same answer: steps that do not need each other in another order, sums and products the other way
 * round, two subtractions as one of their sum, a common factor taken out. Equal to the given plan when there is none.
 */
export function alternativePlan(plan: Plan, random: TaskRandom, limits: Limits): Plan {
  const rewrites = [takenAwayTogether, commonFactor];
  let current = plan;
  for (const rewrite of random.shuffle(rewrites)) {
    const next = rewrite(current);
    if (next !== null && sameAnswer(plan, next, limits)) current = next;
  }
  const turned = { ...current, steps: current.steps.map((step) => swapped(step, random)) };
  const next = reordered(turned, random);
  return sameAnswer(plan, next, limits) ? next : current;
}

function sameAnswer(a: Plan, b: Plan, limits: Limits): boolean {
  const left = resultsOf({ plan: a, slips: new Map() }, limits)?.at(-1);
  const right = resultsOf({ plan: b, slips: new Map() }, limits)?.at(-1);
  return left !== undefined && left === right;
}

function swapped(step: Step, random: TaskRandom): Step {
  const { expression } = step;
  if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "*"))
    return step;
  if (expression.left.kind === "binary" || expression.right.kind === "binary" || random.chance(0.5))
    return step;
  return { ...step, expression: { ...expression, left: expression.right, right: expression.left } };
}

/** A random order in which every step comes after the ones it uses; the last stays last. */
function reordered(plan: Plan, random: TaskRandom): Plan {
  const order: number[] = [];
  const waiting = new Set(plan.steps.keys());
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (i) =>
        (i !== plan.steps.length - 1 || waiting.size === 1) &&
        usedSteps(plan.steps[i]?.expression ?? { kind: "constant", value: 0 }).every((j) => !waiting.has(j)),
    );
    const next = random.pick(ready);
    order.push(next);
    waiting.delete(next);
  }
  const place = new Map(order.map((old, now) => [old, now]));
  const moved = (expression: Expression): Expression => {
    if (expression.kind === "step")
      return { kind: "step", index: place.get(expression.index) ?? expression.index };
    if (expression.kind !== "binary") return expression;
    return { ...expression, left: moved(expression.left), right: moved(expression.right) };
  };
  const steps = order.flatMap((i) => {
    const step = plan.steps[i];
    return step === undefined ? [] : [{ ...step, expression: moved(step.expression) }];
  });
  return { ...plan, steps };
}

const usesOf = (plan: Plan, index: number): number =>
  plan.steps.reduce((sum, step) => sum + usedSteps(step.expression).filter((i) => i === index).length, 0);

/** `x - a`, then `- b`: first `a + b`, then `x - ` that. */
function takenAwayTogether(plan: Plan): Plan | null {
  for (const [at, step] of plan.steps.entries()) {
    const { expression } = step;
    if (expression.kind !== "binary" || expression.operator !== "-" || expression.left.kind !== "step")
      continue;
    const first = expression.left.index;
    const before = plan.steps[first]?.expression;
    if (before?.kind !== "binary" || before.operator !== "-" || usesOf(plan, first) !== 1) continue;
    // The sum takes the place of the first subtraction, so it must not need a step that comes later.
    if (usedSteps(expression.right).some((i) => i >= first)) continue;
    const sum: Step = {
      label: "all that is taken away",
      expression: { kind: "binary", operator: "+", left: before.right, right: expression.right },
    };
    const rest: Step = {
      label: step.label,
      expression: { kind: "binary", operator: "-", left: before.left, right: { kind: "step", index: first } },
    };
    return { ...plan, steps: plan.steps.map((s, i) => (i === first ? sum : i === at ? rest : s)) };
  }
  return null;
}

/** `a * c` and `b * c`, then their sum: first `a + b`, then times `c`. */
function commonFactor(plan: Plan): Plan | null {
  for (const [at, step] of plan.steps.entries()) {
    const { expression } = step;
    if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "-"))
      continue;
    if (expression.left.kind !== "step" || expression.right.kind !== "step") continue;
    const [i, j] = [expression.left.index, expression.right.index];
    const [left, right] = [plan.steps[i]?.expression, plan.steps[j]?.expression];
    if (left?.kind !== "binary" || right?.kind !== "binary") continue;
    if (left.operator !== "*" || right.operator !== "*" || usesOf(plan, i) !== 1 || usesOf(plan, j) !== 1)
      continue;
    if (!sameLeaf(left.right, right.right)) continue;
    if ([...usedSteps(left), ...usedSteps(right)].length > 0) continue;
    const both: Step = {
      label: expression.operator === "+" ? "both numbers together" : "difference of the two numbers",
      expression: { kind: "binary", operator: expression.operator, left: left.left, right: right.left },
    };
    const product: Step = {
      label: step.label,
      expression: { kind: "binary", operator: "*", left: { kind: "step", index: i }, right: left.right },
    };
    const kept = plan.steps.map((s, k) => (k === i ? both : k === at ? product : s));
    return without(kept, j, plan);
  }
  return null;
}

function without(steps: readonly Step[], dropped: number, plan: Plan): Plan {
  const moved = (expression: Expression): Expression => {
    if (expression.kind === "step" && expression.index > dropped)
      return { kind: "step", index: expression.index - 1 };
    if (expression.kind !== "binary") return expression;
    return { ...expression, left: moved(expression.left), right: moved(expression.right) };
  };
  return {
    ...plan,
    steps: steps.filter((_, i) => i !== dropped).map((s) => ({ ...s, expression: moved(s.expression) })),
  };
}

const sameLeaf = (a: Expression, b: Expression): boolean =>
  (a.kind === "given" && b.kind === "given" && a.index === b.index) ||
  (a.kind === "constant" && b.kind === "constant" && a.value === b.value);
