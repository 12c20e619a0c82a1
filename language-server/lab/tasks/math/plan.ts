import { apply, type Exact, isWhole, type Operator, significantDigits } from "./exact.ts";

export type Expression =
  | { readonly kind: "given"; readonly index: number }
  | { readonly kind: "step"; readonly index: number }
  | { readonly kind: "constant"; readonly value: Exact }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export interface Step {
  /** What the result is, such as `apples in the baskets`. */
  readonly label: string;
  readonly expression: Expression;
}

export interface Given {
  readonly label: string;
  readonly value: Exact;
  /** Stated in the question but of no use. */
  readonly distractor: boolean;
  /** Where in the question it comes among its numbers; the order of listing. */
  readonly place?: number;
}

/** How a problem is solved: each step uses numbers of the question, constants and earlier steps. */
export interface Plan {
  readonly givens: readonly Given[];
  readonly steps: readonly Step[];
  /** Prices: decimals are written with two places. */
  readonly cents: boolean;
}

/** A plan together with mistakes in its arithmetic: step index to what is written instead of the true result. */
export interface Working {
  readonly plan: Plan;
  readonly slips: ReadonlyMap<number, Exact>;
}

export interface Limits {
  readonly maximum: Exact;
  readonly decimals: boolean;
}

/** Results of all steps as written, slips included; null when a result is not positive, exact and of sensible size. */
export function resultsOf({ plan, slips }: Working, limits: Limits): readonly Exact[] | null {
  const results: Exact[] = [];
  for (const [index, step] of plan.steps.entries()) {
    const value = evaluate(step.expression, plan.givens, results, limits);
    if (value === null) return null;
    results.push(slips.get(index) ?? value);
  }
  return results;
}

/** Null when any partial result breaks the limits or needs arithmetic that no one does in a line. */
export function evaluate(
  expression: Expression,
  givens: readonly Given[],
  results: readonly Exact[],
  limits: Limits,
): Exact | null {
  switch (expression.kind) {
    case "given":
      return givens[expression.index]?.value ?? null;
    case "step":
      return results[expression.index] ?? null;
    case "constant":
      return expression.value;
    case "binary": {
      const left = evaluate(expression.left, givens, results, limits);
      const right = evaluate(expression.right, givens, results, limits);
      if (left === null || right === null) return null;
      const value = apply(expression.operator, left, right);
      return value !== null && isSensible(expression.operator, left, right, value, limits) ? value : null;
    }
  }
}

function isSensible(operator: Operator, left: Exact, right: Exact, value: Exact, limits: Limits): boolean {
  if (value <= 0 || value > limits.maximum) return false;
  if (!limits.decimals && !isWhole(value)) return false;
  if (operator === "*") return significantDigits(left) * significantDigits(right) <= 4;
  if (operator === "/") return significantDigits(right) * significantDigits(value) <= 4;
  return true;
}

/** Indices of the numbers of the question that a plan really uses. */
export function usedGivens(plan: Plan): ReadonlySet<number> {
  const used = new Set<number>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "given") used.add(expression.index);
    if (expression.kind !== "binary") return;
    visit(expression.left);
    visit(expression.right);
  };
  for (const step of plan.steps) visit(step.expression);
  return used;
}

/** Indices of earlier steps that an expression uses. */
export function usedSteps(expression: Expression): readonly number[] {
  if (expression.kind === "step") return [expression.index];
  return expression.kind === "binary" ? [...usedSteps(expression.left), ...usedSteps(expression.right)] : [];
}
