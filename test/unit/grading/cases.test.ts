import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gradeAnswer, gradeResponse } from "../../../language-server/core/grading/grade.ts";
import { createComputeEngine } from "../../../language-server/core/grading/symbolic/computeEngine.ts";

interface EquivalenceCase {
  readonly id: string;
  readonly gold: string;
  readonly prediction: string;
  readonly expected: 0 | 1;
}
interface ExtractionCase {
  readonly id: string;
  readonly response: string;
  readonly gold: string;
  readonly extracted: string | null;
  readonly expected: 0 | 1;
}
const cases = JSON.parse(
  readFileSync(new URL("../../fixtures/grading/math-grading-cases.json", import.meta.url), "utf8"),
) as { equivalence: EquivalenceCase[]; extraction: ExtractionCase[] };

/** Cases that we do not get right, with the reason. None at present. */
const knownMisses: Readonly<Record<string, string>> = {};

const engine = createComputeEngine();

test("every equivalence case of the specification gets its verdict", () => {
  const wrong = cases.equivalence.filter((c) => {
    const quick = gradeAnswer(c.prediction, c.gold);
    const decision = quick === "open" ? gradeAnswer(c.prediction, c.gold, {}, engine) : quick;
    assert.notEqual(decision, "open", c.id);
    return decision !== "open" && decision.correct !== (c.expected === 1);
  });
  assert.deepEqual(
    wrong.map((c) => c.id),
    Object.keys(knownMisses),
  );
  assert.equal(cases.equivalence.length, 232);
});

test("most equivalence cases are decided without the symbolic engine", () => {
  const open = cases.equivalence.filter((c) => gradeAnswer(c.prediction, c.gold) === "open");
  assert.ok(open.length <= 30, `${open.length} cases need the engine`);
});

test("every extraction case takes out the right text and gets its verdict", () => {
  for (const c of cases.extraction) {
    // Row X52 shows the result without the cut of runaway text.
    const options = c.id === "X52" ? { cutRunaway: false } : {};
    const verdict = gradeResponse(c.response, { gold: c.gold, answerKind: "value" }, options, engine);
    if (verdict === "open") return assert.fail(`${c.id} stayed open`);
    assert.equal(verdict.extracted, c.extracted, `${c.id} extracted`);
    assert.equal(verdict.correct, c.expected === 1, `${c.id} verdict: ${verdict.reason}`);
  }
  assert.equal(cases.extraction.length, 80);
});

test("runaway text is cut before an invented next question", () => {
  const x52 = cases.extraction.find((c) => c.id === "X52");
  const verdict = gradeResponse(x52?.response ?? "", { gold: "18", answerKind: "value" }, {}, engine);
  assert.ok(verdict !== "open" && verdict.correct && verdict.extracted === "18");
});

test("every gold of the table equals itself and survives layout around it", () => {
  for (const { gold } of cases.equivalence) {
    for (const pred of [
      gold,
      `$${gold}$`,
      `\\(${gold}\\)`,
      `  ${gold} `,
      `\\left. ${gold} \\right.`,
      `\\boxed{${gold}}`,
    ]) {
      const quick = gradeAnswer(pred, gold);
      const decision = quick === "open" ? gradeAnswer(pred, gold, {}, engine) : quick;
      assert.ok(decision !== "open" && decision.correct, `${gold} against ${pred}`);
    }
  }
});
