import type { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import { type Exact, exact, formatExact, type Operator } from "./exact.ts";
import { isHeldOutExact, isHeldOutNumber } from "./numberRanges.ts";
import { type Expression, type Given, type Limits, type Plan, resultsOf, type Step } from "./plan.ts";
import type { Problem, StepWeights } from "./problem.ts";

const limits: Limits = { maximum: exact(2000), decimals: false };

const phrasings: Readonly<Record<Split, readonly string[]>> = {
  train: ["What is {}?", "Compute {}.", "Work out {}.", "Find the value of {}.", "{} = ?"],
  test: ["How much is {}?", "What is the value of {}?"],
};

const defaultSteps: StepWeights = { 1: 0.4, 2: 0.35, 3: 0.17, 4: 0.08 };

type Tree = Exact | { readonly operator: Operator; readonly left: Tree; readonly right: Tree };

/** Pure arithmetic: an expression of one to four operations, worked out one operation at a time. */
export function drawExpression(split: Split, random: TaskRandom, steps: StepWeights = defaultSteps): Problem {
  const weights = Object.entries(steps).map(
    ([count, weight]) => [Math.min(Number(count), 4), weight ?? 0] as const,
  );
  const count = random.weighted(weights);
  for (let draw = 0; draw < 4000; draw++) {
    const tree = drawTree(random, split, count);
    const plan = planOf(tree);
    if (split === "test" && !plan.givens.some((given) => isHeldOutExact(given.value))) continue;
    const working = { plan, slips: new Map<number, Exact>() };
    const results = resultsOf(working, limits);
    const answer = results?.at(-1);
    if (results === null || answer === undefined) continue;
    return {
      template: `expression-${count}`,
      text: random.pick(phrasings[split]).replace("{}", written(tree)),
      plan,
      working,
      results,
      answer,
      answerText: formatExact(answer),
      limits,
      hasDistractor: false,
    };
  }
  throw new Error(`No expression of ${count} operations came out.`);
}

function drawTree(random: TaskRandom, split: Split, operations: number): Tree {
  if (operations === 0) return drawNumber(random, split, random.integer(1, 3));
  const operator = random.weighted<Operator>([
    ["+", 0.3],
    ["-", 0.27],
    ["*", 0.28],
    ["/", 0.15],
  ]);
  const leftSize = random.chance(0.75) ? operations - 1 : random.integer(0, operations - 1);
  const left = drawTree(random, split, leftSize);
  const right = drawTree(random, split, operations - 1 - leftSize);
  if (operator === "/" && typeof right === "number" && typeof left === "number") {
    const multiple = (left / 100) * (right / 100);
    const usable = multiple <= 2000 && (split === "test" || !isHeldOutNumber(multiple));
    return { operator, left: usable ? exact(multiple) : left, right };
  }
  if (operator === "*" && typeof right === "number" && random.chance(0.7)) {
    return { operator, left, right: exact(random.integer(2, 12)) };
  }
  return { operator, left, right };
}

function drawNumber(random: TaskRandom, split: Split, digits: number): Exact {
  const draw = () =>
    digits === 1 ? random.integer(2, 12) : digits === 2 ? random.integer(10, 99) : random.integer(100, 900);
  let value = draw();
  for (let tries = 0; tries < 30 && (split === "train") === isHeldOutNumber(value); tries++) {
    if (split === "test" && tries > 6) break;
    value = draw();
  }
  return exact(split === "train" && isHeldOutNumber(value) ? 12 : value);
}

function planOf(tree: Tree): Plan {
  const givens: Given[] = [];
  const steps: Step[] = [];
  const visit = (node: Tree): Expression => {
    if (typeof node === "number") {
      givens.push({ label: "", value: node, distractor: false });
      return { kind: "given", index: givens.length - 1 };
    }
    const expression: Expression = {
      kind: "binary",
      operator: node.operator,
      left: visit(node.left),
      right: visit(node.right),
    };
    steps.push({ label: `step ${steps.length + 1}`, expression });
    return { kind: "step", index: steps.length - 1 };
  };
  visit(tree);
  return { givens, steps, cents: false };
}

const rank: Readonly<Record<Operator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

function written(tree: Tree): string {
  if (typeof tree === "number") return formatExact(tree);
  const side = (part: Tree, isRight: boolean): string => {
    const text = written(part);
    if (typeof part === "number") return text;
    const inner = rank[part.operator];
    return inner < rank[tree.operator] || (isRight && inner === rank[tree.operator]) ? `(${text})` : text;
  };
  return `${side(tree.left, false)} ${tree.operator} ${side(tree.right, true)}`;
}
