import assert from "node:assert/strict";
import { test } from "node:test";
import { askOtherwise, indirect } from "../../../language-server/lab/tasks/math/askOtherwise.ts";
import { exact } from "../../../language-server/lab/tasks/math/exact.ts";
import type { Plan } from "../../../language-server/lab/tasks/math/plan.ts";
import { reword } from "../../../language-server/lab/tasks/math/reword.ts";
import { drawUnits } from "../../../language-server/lab/tasks/math/units.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";

const draws = Array.from({ length: 300 }, (_, index) => new TaskRandom({ seed: 3, stream: "reword", index }));

test("a question becomes the object of a request, with its verb in the right form", () => {
  const forms: readonly (readonly [string, string | null])[] = [
    ["How many eggs does she have left?", "how many eggs she has left"],
    ["How much do they pay in all?", "how much they pay in all"],
    ["How many books did Mia and Tom read?", "how many books Mia and Tom read"],
    ["How many more words must he still learn?", "how many more words he must still learn"],
    ["How many pots are there now?", "how many pots there are now"],
    ["How many km is that in 3 days?", "how many km that is in 3 days"],
    ["How many seats are still empty?", "how many seats are still empty"],
    ["How much does the whole trip cost?", null],
    ["How many pens that are not red does the old man keep?", null],
    ["What is the price now?", null],
  ];
  for (const [question, wanted] of forms) assert.equal(indirect(question), wanted, question);
  assert.equal(
    askOtherwise("How old is Tom?", new TaskRandom({ seed: 1, stream: "ask", index: 0 })),
    "How old is Tom?",
  );
});

test("units change in the question and in the labels alike, and stay where two of a kind meet", () => {
  const seen = new Set<string>();
  for (const random of draws) {
    const say = drawUnits("A taxi costs $3 for each km, and the way is 8 km.", random);
    seen.add(`${say("for each km")}, ${say("km in an hour")}`);
    const both = "A rope of 3 metres and 20 cm";
    assert.equal(drawUnits(both, random)(both), both);
  }
  assert.deepEqual([...seen].sort(), [
    "for each kilometer, kilometers in an hour",
    "for each km, km in an hour",
    "for each mile, miles in an hour",
  ]);
});

test("other words keep the numbers in their order, and the steps", () => {
  const text =
    "Mia buys 12 apples at $3 each. Then she gives away 5 of them. Each box holds 7 kg. How many apples does she have left?";
  const plan: Plan = {
    givens: [{ label: "kg in a box", value: exact(7), distractor: false }],
    steps: [{ label: "kg", expression: { kind: "given", index: 0 } }],
    cents: false,
  };
  const told = draws.map((random) => reword(text, plan, random));
  for (const { text: said, plan: kept } of told) {
    assert.deepEqual(said.match(/\d+/g), ["12", "3", "5", "7"], said);
    assert.deepEqual(kept.steps[0]?.expression, plan.steps[0]?.expression);
    assert.equal(kept.givens[0]?.value, exact(7));
    assert.equal(said.includes("kg"), kept.givens[0]?.label.includes("kg"), said);
  }
  assert.ok(new Set(told.map((one) => one.text)).size > 100, "many wordings");
});
