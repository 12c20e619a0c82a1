import assert from "node:assert/strict";
import { test } from "node:test";
import { BudgetCounter } from "../../../language-server/core/budgets/budget.ts";

const close = { insideThought: "</think> \\boxed{", outsideThought: "\\boxed{", budgetTokens: 2 };

const moves = (budget: BudgetCounter): string[] => {
  const seen: string[] = [];
  for (;;) {
    const move = budget.next();
    seen.push(move);
    if (move === "end") return seen;
    if (move === "force") budget.markForced();
    else budget.countSampled();
  }
};

test("without a forced close the budget simply ends", () => {
  const budget = new BudgetCounter(2, null);
  assert.deepEqual(moves(budget), ["draw", "draw", "end"]);
  assert.equal(budget.forced, false);
});

test("at the end of the budget the close is written once, then its own budget counts", () => {
  const budget = new BudgetCounter(1, close);
  assert.deepEqual(moves(budget), ["draw", "force", "draw", "draw", "end"]);
  assert.equal(budget.sampled, 3);
  assert.equal(budget.forced, true);
});

test("the closing text depends on whether a thought is open", () => {
  const budget = new BudgetCounter(1, close);
  assert.equal(budget.closingText(true), "</think> \\boxed{");
  assert.equal(budget.closingText(false), "\\boxed{");
});

test("a budget of nothing ends at once", () => {
  assert.deepEqual(moves(new BudgetCounter(0, null)), ["end"]);
});
