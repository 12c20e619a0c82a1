import assert from "node:assert/strict";
import { test } from "node:test";
import { gradeAnswer } from "../../../language-server/core/grading/grade.ts";
import { createComputeEngine } from "../../../language-server/core/grading/symbolic/computeEngine.ts";
import type { GradingOptions } from "../../../language-server/core/grading/types.ts";
import { rightPairs, wrongPairs } from "./pairs.ts";

const engine = createComputeEngine();
function grade(pred: string, gold: string, options: GradingOptions = {}) {
  const decision = gradeAnswer(pred, gold, options, engine);
  if (decision === "open") throw new Error("open although an engine was given");
  return decision;
}

test("forms that people and models write for the same answer are right", () => {
  const missed = rightPairs.filter(([gold, pred]) => !grade(pred, gold).correct);
  assert.deepEqual(missed, []);
});

test("traps are not accepted", () => {
  const accepted = wrongPairs.filter(([gold, pred]) => grade(pred, gold).correct);
  assert.deepEqual(accepted, []);
});

test("a verdict says which rule decided, by which grader, and why", () => {
  const rules: [string, string, string, string][] = [
    ["42", "42", "text", "text"],
    ["1/2", "0.5", "number_exact", "exact"],
    ["1/3", "0.3333", "number_tolerance", "exact"],
    ["28\\%", "0.28", "percent", "exact"],
    ["5\\text{ m}", "500\\text{ cm}", "unit", "exact"],
    ["(1,2)", "(2,1)", "tuple", "exact"],
    ["1,-2", "-2,1", "set", "exact"],
    ["[0,1)", "[0,1]", "interval", "exact"],
    ["x<3", "3>x", "inequality", "exact"],
    ["x+y=5", "5", "equation", "exact"],
    ["204_5", "204_6", "base", "exact"],
    ["2:3", "4:6", "ratio", "exact"],
    ["3\\ln 2", "\\ln 8", "symbolic", "symbolic"],
    ["\\sin 2x", "2\\sin x\\cos x", "sampled", "symbolic"],
    ["C", "B", "choice", "choice"],
  ];
  for (const [gold, pred, rule, grader] of rules) {
    const decision = grade(pred, gold);
    assert.deepEqual([decision.rule, decision.grader], [rule, grader], `${gold} against ${pred}`);
    assert.match(decision.reason, /^[A-Z].*\.$/);
  }
});

test("flags tell hedging, rounding, missing answers and ambiguous commas apart", () => {
  assert.deepEqual(grade("42 or 43", "42").flags, ["hedged"]);
  assert.deepEqual(grade("\\pi", "3.14").flags, ["rounded_gold"]);
  assert.deepEqual(grade("", "42").flags, ["no_answer"]);
  assert.ok(grade("(1,000,2)", "(1000,2)").flags.includes("ambiguous_comma"));
  assert.ok(grade("\\mystery{", "42").flags.includes("unparsed"));
});

test("options of a choice question: letter, letter with text, text alone", () => {
  const options = { answerKind: "choice", options: ["A)21", "B)21.5", "C)22 minutes"] } as const;
  for (const pred of ["C", "c", "(C)", "C) 22 minutes", "22 minutes", "22", "Option C"])
    assert.ok(grade(pred, "C", options).correct, pred);
  for (const pred of ["A", "21", "B) 22", "A or C", "23", ""])
    assert.ok(!grade(pred, "C", options).correct, pred);
});

test("the item tolerance of a data set replaces the rounding rules", () => {
  assert.ok(grade("3.2", "3.14", { tolerance: 0.1 }).correct);
  assert.ok(!grade("3.3", "3.14", { tolerance: 0.1 }).correct);
  assert.ok(!grade("3.2", "3.14").correct);
});

test("alternatives: right if any matches", () => {
  assert.ok(grade("7", "5", { alternatives: ["6", "7"] }).correct);
  assert.ok(!grade("8", "5", { alternatives: ["6", "7"] }).correct);
});

test("the reward profile wants lowest terms and no echo of an inequality", () => {
  assert.ok(grade("\\frac{2}{4}", "\\frac{1}{2}").correct);
  assert.ok(!grade("\\frac{2}{4}", "\\frac{1}{2}", { profile: "reward" }).correct);
  assert.ok(!grade("-2 \\le x \\le 7", "[-2,7]", { profile: "reward" }).correct);
});

test("equality does not depend on the side, apart from decimals and percent", () => {
  for (const [gold, pred] of [...rightPairs, ...wrongPairs]) {
    if ([gold, pred].some((side) => /\.|%|percent|\\text|[A-J]|degrees|\^\\circ|_|ln|log|\dm$/.test(side)))
      continue;
    assert.equal(grade(pred, gold).correct, grade(gold, pred).correct, `${gold} against ${pred}`);
  }
});
