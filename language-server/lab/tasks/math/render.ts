import { apply, type Exact, formatExact, type Operator } from "./exact.ts";
import { expandedForms } from "./expand.ts";
import { capitalised } from "./phrasing.ts";
import type { Expression, Plan, Working } from "./plan.ts";

/** An expression with its numbers put in. */
type Numeric =
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Numeric; readonly right: Numeric };

/**
 * `brief`: the equations alone. `worked`: one named equation a line. `careful`: the numbers of the question first, and
 * large arithmetic by place values. `single`: the whole solution as one expression, worked out from the inside.
 */
export type SolutionStyle = "brief" | "worked" | "careful" | "single";

export const boxed = (text: string): string => `\\boxed{${text}}`;

/** Text of a solution; its last words hold the boxed answer. `results` are those of `resultsOf(working)`. */
export function renderSolution(working: Working, results: readonly Exact[], style: SolutionStyle): string {
  const { plan } = working;
  const answer = boxed(formatExact(results.at(-1) ?? 0, plan.cents));
  switch (style) {
    case "brief":
      return `${plan.steps.map((_, i) => equation(working, results, i, false)).join("; ")}. ${answer}`;
    case "worked":
      return `${stepLines(working, results, false)}\nThe answer is ${answer}.`;
    case "careful":
      return `${[givenLine(plan), stepLines(working, results, true)].filter((part) => part !== "").join("\n")}\nThe answer is ${answer}.`;
    case "single":
      return `${singleEquation(plan, results)}.\nThe answer is ${answer}.`;
  }
}

/** The steps by place values, without the numbers of the question in front: for a second solution. */
export function renderSteps(working: Working, results: readonly Exact[]): string {
  return stepLines(working, results, true);
}

/** What the question gives: `Given: baskets = 6, apples in each basket = 4.` and what is not needed; empty for bare arithmetic. */
export function givenLine({ givens, cents }: Plan): string {
  const list = (distractor: boolean) =>
    [...givens]
      .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
      .filter((given) => given.label !== "" && given.distractor === distractor)
      .map((given) => `${given.label} = ${formatExact(given.value, cents)}`)
      .join(", ");
  const unneeded = list(true);
  if (list(false) === "") return "";
  return `Given: ${list(false)}.${unneeded === "" ? "" : ` Not needed: ${unneeded}.`}`;
}

function stepLines(working: Working, results: readonly Exact[], expand: boolean): string {
  return working.plan.steps
    .map((step, i) => `${capitalised(step.label)}: ${equation(working, results, i, expand)}.`)
    .join("\n");
}

/** `6 * 4 = 24`; with several operations or by place values a chain of equal forms. */
function equation(working: Working, results: readonly Exact[], index: number, expand: boolean): string {
  const { plan } = working;
  const step = plan.steps[index];
  if (step === undefined) return "";
  const forms = chain(withNumbers(step.expression, plan, results), plan.cents, expand);
  const written = formatExact(results[index] ?? 0, plan.cents);
  return [...forms.slice(0, -1), written].join(" = ");
}

/** How many operations a solution has as one expression. */
export function singleExpressionSize(plan: Plan): number {
  const size = (expression: Numeric): number =>
    expression.kind === "number" ? 0 : 1 + size(expression.left) + size(expression.right);
  return size(wholeExpression(plan));
}

function singleEquation(plan: Plan, results: readonly Exact[]): string {
  const forms = chain(wholeExpression(plan), plan.cents, false);
  return [...forms.slice(0, -1), formatExact(results.at(-1) ?? 0, plan.cents)].join(" = ");
}

function wholeExpression(plan: Plan): Numeric {
  const expand = (expression: Expression): Numeric => {
    switch (expression.kind) {
      case "given":
        return { kind: "number", value: plan.givens[expression.index]?.value ?? 0 };
      case "constant":
        return { kind: "number", value: expression.value };
      case "step": {
        const step = plan.steps[expression.index];
        return step === undefined ? { kind: "number", value: 0 } : expand(step.expression);
      }
      case "binary":
        return { ...expression, left: expand(expression.left), right: expand(expression.right) };
    }
  };
  const last = plan.steps.at(-1);
  return last === undefined ? { kind: "number", value: 0 } : expand(last.expression);
}

function withNumbers(expression: Expression, plan: Plan, results: readonly Exact[]): Numeric {
  switch (expression.kind) {
    case "given":
      return { kind: "number", value: plan.givens[expression.index]?.value ?? 0 };
    case "constant":
      return { kind: "number", value: expression.value };
    case "step":
      return { kind: "number", value: results[expression.index] ?? 0 };
    case "binary":
      return {
        ...expression,
        left: withNumbers(expression.left, plan, results),
        right: withNumbers(expression.right, plan, results),
      };
  }
}

/** The expression and each form after one more operation, down to a number. */
function chain(expression: Numeric, cents: boolean, expand: boolean): string[] {
  const forms = [written(expression, cents)];
  let current = expression;
  while (current.kind === "binary") {
    const { left, right, operator } = current;
    const isLast = left.kind === "number" && right.kind === "number";
    if (isLast && expand) forms.push(...expandedForms(operator, left.value, right.value));
    current = reduceOnce(current);
    forms.push(written(current, cents));
  }
  return forms;
}

/** Works out the leftmost operation whose two sides are numbers. */
function reduceOnce(expression: Numeric): Numeric {
  if (expression.kind === "number") return expression;
  const { left, right, operator } = expression;
  if (left.kind === "binary") return { ...expression, left: reduceOnce(left) };
  if (right.kind === "binary") return { ...expression, right: reduceOnce(right) };
  return { kind: "number", value: apply(operator, left.value, right.value) ?? 0 };
}

const precedence: Readonly<Record<Operator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

function written(expression: Numeric, cents: boolean): string {
  if (expression.kind === "number") return formatExact(expression.value, cents);
  const own = precedence[expression.operator];
  const side = (part: Numeric, isRight: boolean): string => {
    const text = written(part, cents);
    if (part.kind === "number") return text;
    const inner = precedence[part.operator];
    const needs = inner < own || (isRight && inner === own && expression.operator !== "+");
    return needs ? `(${text})` : text;
  };
  return `${side(expression.left, false)} ${expression.operator} ${side(expression.right, true)}`;
}
