import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alternativePlan } from "../../../language-server/lab/tasks/math/alternative.ts";
import { drawWrongWorking } from "../../../language-server/lab/tasks/math/errors.ts";
import { drawExpression } from "../../../language-server/lab/tasks/math/expressions.ts";
import { isHeldOutNumber } from "../../../language-server/lab/tasks/math/numberRanges.ts";
import { resultsOf } from "../../../language-server/lab/tasks/math/plan.ts";
import { drawProblem, type Problem } from "../../../language-server/lab/tasks/math/problem.ts";
import { renderSolution } from "../../../language-server/lab/tasks/math/render.ts";
import { templatesOf } from "../../../language-server/lab/tasks/math/templates/index.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";
import type { Split } from "../../../language-server/lab/tasks/types.ts";
import { arithmeticValue, boxesIn, equationsIn, wrongEquation } from "./arithmetic.ts";

const random = (stream: string, index: number) => new TaskRandom({ seed: 11, stream, index });
const problems = (split: Split, count: number): Problem[] =>
  Array.from({ length: count }, (_, i) => drawProblem(split, random(`test/${split}`, i)));
const train = problems("train", 20_000);
const heldOut = problems("test", 1000);
const numbersIn = (text: string) => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

describe("word problems", () => {
  test("every solution is true in every style and ends in the boxed answer", () => {
    for (const problem of [...train, ...heldOut]) {
      for (const style of ["brief", "worked", "careful", "single"] as const) {
        const text = renderSolution(problem.working, problem.results, style);
        assert.equal(wrongEquation(text), undefined, `${problem.template}: ${text}`);
        assert.ok(equationsIn(text).length > 0, text);
        assert.deepEqual(boxesIn(text), [problem.answerText]);
        const last = equationsIn(text).at(-1)?.at(-1) ?? "";
        assert.equal(arithmeticValue(last), Number(problem.answerText), text);
      }
    }
  });

  test("answers and partial results are positive, of sensible size, and whole unless they are prices", () => {
    for (const problem of [...train, ...heldOut]) {
      for (const value of problem.results) {
        assert.ok(value > 0 && value <= 2_000_000, problem.text);
        if (!problem.plan.cents) assert.equal(value % 100, 0, problem.text);
      }
      assert.match(problem.answerText, /^\d{1,5}(\.\d\d)?$/);
    }
  });

  test("every number of a solution is in the question, a fixed fact of the story, or a result", () => {
    const known = new Set([1, 2, 3, 4, 5, 7, 8, 10, 12, 20, 60, 6, 9]);
    const words = [
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
    ];
    for (const problem of [...train, ...heldOut]) {
      const stated = new Set([
        ...numbersIn(problem.text),
        ...words.flatMap((word, i) =>
          new RegExp(`\\b(?:${word}${word === "two" ? "|twice" : ""})\\b`, "i").test(problem.text)
            ? [i + 2]
            : [],
        ),
      ]);
      const results = new Set(problem.results.map((value) => value / 100));
      for (const { value } of problem.plan.givens)
        assert.ok(stated.has(value / 100), `${value / 100}: ${problem.text}`);
      for (const sides of equationsIn(renderSolution(problem.working, problem.results, "brief"))) {
        for (const number of numbersIn(sides[0] ?? "")) {
          assert.ok(
            stated.has(number) || results.has(number) || known.has(number),
            `${number}: ${problem.text}`,
          );
        }
      }
    }
  });

  test("questions are clean sentences that ask something", () => {
    for (const { text, template } of [...train, ...heldOut]) {
      assert.match(text, /^["A-Z0-9$]/, text);
      assert.match(text, /\?|(?:^|[.?!] )(?:Find|Work out|Calculate|Find out|Determine) how [^?]*\.$/, text);
      assert.doesNotMatch(text, /[[\]|{}]|undefined|NaN| {2}|\.\.| [.,?]|\$\$|%%/, `${template}: ${text}`);
      assert.doesNotMatch(text, /[.?] [a-z]/, text);
    }
  });

  test("another way leads to the same answer, and often is another one", () => {
    let different = 0;
    train.slice(0, 1500).forEach((problem, i) => {
      const plan = alternativePlan(problem.plan, random("other-way", i), problem.limits);
      const working = { plan, slips: new Map() };
      const results = resultsOf(working, problem.limits);
      assert.ok(results);
      const text = renderSolution(working, results, "careful");
      assert.equal(wrongEquation(text), undefined, text);
      assert.deepEqual(boxesIn(text), [problem.answerText]);
      if (text !== renderSolution(problem.working, problem.results, "careful")) different++;
    });
    assert.ok(different > 600, String(different));
  });

  test("wrong solutions have a wrong positive answer and come from every kind of mistake", () => {
    const seen = new Map<string, number>();
    let none = 0;
    train.slice(0, 2000).forEach((problem, i) => {
      const wrong = drawWrongWorking(problem, random("wrong", i));
      if (wrong === null) {
        none++;
        return;
      }
      seen.set(wrong.model, (seen.get(wrong.model) ?? 0) + 1);
      assert.notEqual(wrong.answer, problem.answer);
      assert.ok(wrong.answer > 0);
    });
    assert.ok(none < 10, String(none));
    for (const model of ["operation", "dropped-step", "slip", "distractor", "other-number"]) {
      assert.ok((seen.get(model) ?? 0) >= 20, `${model}: ${seen.get(model)}`);
    }
  });

  test("there are many scenarios, nearly all come up in so many draws, and so does every number of steps", () => {
    const ids = new Set(templatesOf("train").map((template) => template.id));
    assert.ok(ids.size >= 700, String(ids.size));
    const used = new Set(train.map((problem) => problem.template));
    assert.ok(used.size >= 0.98 * ids.size, `${used.size} of ${ids.size}`);
    const usedInTest = new Set(heldOut.map((problem) => problem.template));
    assert.deepEqual(
      templatesOf("test")
        .map((t) => t.id)
        .filter((id) => !usedInTest.has(id)),
      [],
    );
    for (const id of used) {
      const count = train.filter((problem) => problem.template === id).length;
      assert.ok(count <= 400, `${id} makes ${count} of ${train.length}`);
    }
    for (const split of [train, heldOut]) {
      assert.deepEqual([...new Set(split.map((p) => p.plan.steps.length))].sort(), [1, 2, 3, 4, 5, 6]);
    }
  });
});

describe("train and test", () => {
  const skeleton = (text: string) =>
    text
      .replace(/\d+(\.\d+)?/g, "#")
      .replace(/\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi, "#");

  test("share no scenario and no sentence frame of a whole question", () => {
    const trained = new Set(templatesOf("train").map((template) => template.id));
    for (const template of templatesOf("test")) assert.ok(!trained.has(template.id), template.id);
    const frames = new Set(train.map((problem) => skeleton(problem.text)));
    for (const problem of heldOut) assert.ok(!frames.has(skeleton(problem.text)), problem.text);
  });

  test("no training question gives a held-out number, every held-out question gives one", () => {
    for (const problem of train) {
      for (const number of numbersIn(problem.text)) assert.ok(!isHeldOutNumber(number), problem.text);
    }
    for (const problem of heldOut) assert.ok(numbersIn(problem.text).some(isHeldOutNumber), problem.text);
  });

  test("the held-out questions are asked in words that training uses", () => {
    const vocabulary = (list: readonly Problem[]) => {
      const counts = new Map<string, number>();
      for (const { text } of list) {
        for (const word of text.toLowerCase().match(/[a-z']+/g) ?? [])
          counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      return counts;
    };
    const known = vocabulary(train);
    const asked = vocabulary(heldOut);
    let total = 0;
    let unknown = 0;
    for (const [word, count] of asked) {
      total += count;
      if (!known.has(word)) unknown += count;
    }
    assert.ok(unknown / total < 0.08, `${((100 * unknown) / total).toFixed(1)} % of the words are new`);
  });

  test("bare arithmetic is true, and split by its numbers as well", () => {
    for (let i = 0; i < 1500; i++) {
      for (const split of ["train", "test"] as const) {
        const problem = drawExpression(split, random(`expression/${split}`, i));
        const [asked = ""] = problem.text.match(/[\d(][\d()+\-*/ ]*\d\)*/) ?? [];
        assert.equal(arithmeticValue(asked), Number(problem.answerText), problem.text);
        assert.equal(wrongEquation(renderSolution(problem.working, problem.results, "careful")), undefined);
        const heldOutNumbers = numbersIn(problem.text).filter(isHeldOutNumber);
        assert.equal(heldOutNumbers.length > 0, split === "test", problem.text);
      }
    }
  });
});
