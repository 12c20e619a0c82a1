import assert from "node:assert/strict";
import { test } from "node:test";
import { exact } from "../../../language-server/lab/tasks/math/exact.ts";
import { withOtherThings } from "../../../language-server/lab/tasks/math/otherThings.ts";
import type { Plan } from "../../../language-server/lab/tasks/math/plan.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";

const given = (label: string, value: number) => ({ label, value: exact(value), distractor: false });
const plan: Plan = {
  givens: [given("boxes", 4), given("apples in a box", 6), given("minutes for an apple", 3)],
  steps: [
    {
      label: "apples",
      expression: {
        kind: "binary",
        operator: "*",
        left: { kind: "given", index: 0 },
        right: { kind: "given", index: 1 },
      },
    },
  ],
  cents: false,
};
const text =
  "There are 4 boxes. Apples fill each box, 6 in a box. Peeling an apple takes 3 minutes. How many apples are there?";

test("things become others in text and labels alike; numbers, units and all other words stay", () => {
  for (let index = 0; index < 200; index++) {
    const told = withOtherThings(text, plan, new TaskRandom({ seed: 1, stream: "things", index }));
    assert.doesNotMatch(told.text, /\b(?:box|boxes|apples?)\b/i);
    const shape =
      /^There are 4 (.+)\. ([A-Z].*) fill each (.+), 6 in an? (.+)\. Peeling an? (.+) takes 3 minutes\. How many (.+) are there\?$/;
    const [, boxes, apples = "", box, inBox, apple, asked] = shape.exec(told.text) ?? [];
    assert.ok(boxes, told.text);
    assert.equal(apples.toLowerCase(), asked);
    assert.equal(box, inBox);
    assert.notEqual(box, apple);
    const labels = [...told.plan.givens, ...told.plan.steps].map(({ label }) => label);
    assert.equal(labels[0], boxes);
    assert.equal(labels[3], asked);
    assert.match(labels[1] ?? "", new RegExp(`^${asked} in an? ${box}$`));
    assert.match(labels[2] ?? "", new RegExp(`^minutes for an? ${apple}$`));
    assert.doesNotMatch(told.text, /\b[Aa] [aeiou]|\b[Aa]n [^aeiou]/);
  }
});
