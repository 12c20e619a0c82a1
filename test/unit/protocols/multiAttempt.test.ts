import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { StageRecord } from "../../../language-server/contract/entities.ts";
import { bindProtocol } from "../../../language-server/core/protocols/bindProtocol.ts";
import { stage, verdict } from "./stages.ts";

const question = { text: "What is 2 + 2?", answerKind: "value" } as const;

function multiAttempt(parameters: object = {}) {
  const bound = bindProtocol("multi-attempt", parameters);
  assert.ok(bound.ok);
  return (...stages: StageRecord[]) => bound.value.next(question, stages);
}

const attempt = (index: number, answer: string | null, correct = false, more: Partial<StageRecord> = {}) =>
  stage("attempt", index, { attempt: index + 1, verdict: verdict(answer, correct), ...more });

describe("multi-attempt", () => {
  it("tells the number of attempts before the first one", () => {
    const turn = multiAttempt({ attempts: 5 })();
    assert.ok(turn.kind === "turn");
    assert.match(turn.system ?? "", /try 5 times/);
    assert.equal(turn.user, question.text);
    const once = multiAttempt({ attempts: 1 })();
    assert.ok(once.kind === "turn");
    assert.match(once.system ?? "", /once/);
  });

  it("says that a wrong answer is wrong and how many tries are left, never the gold answer", () => {
    const turn = multiAttempt()(attempt(0, "5"));
    assert.ok(turn.kind === "turn");
    assert.equal(turn.attempt, 2);
    assert.match(turn.user, /wrong\. Tries left: 2/);
    assert.equal(turn.repeatOf, 0);
    const named = multiAttempt({ feedback: "verdict+answer" })(attempt(0, "5"));
    assert.ok(named.kind === "turn");
    assert.match(named.user, /answer 5 is wrong/);
  });

  it("asks for a box when there was no answer, and uses up a try", () => {
    const turn = multiAttempt()(attempt(0, null));
    assert.ok(turn.kind === "turn");
    assert.match(turn.user, /could not find an answer in \\boxed\{\}\. Tries left: 2/);
  });

  it("gives no verdict when silent", () => {
    const turn = multiAttempt({ feedback: "silent" })(attempt(0, "5"));
    assert.ok(turn.kind === "turn");
    assert.doesNotMatch(turn.user, /wrong|incorrect/i);
  });

  it("ends with the first right answer or with the last try", () => {
    assert.deepEqual(multiAttempt()(attempt(0, "4", true)), { kind: "done", answerStage: 0 });
    assert.deepEqual(multiAttempt({ attempts: 2 })(attempt(0, "5"), attempt(1, "6")), {
      kind: "done",
      answerStage: 1,
    });
  });

  it("shares the total budget between attempts", () => {
    const next = multiAttempt({ tokensPerAttempt: 100, tokensTotal: 150 });
    const turn = next(attempt(0, "5", false, { generatedTokens: 100 }));
    assert.ok(turn.kind === "turn");
    assert.equal(turn.budgetTokens, 50);
    const spent = next(
      attempt(0, "5", false, { generatedTokens: 100 }),
      attempt(1, "5", false, { generatedTokens: 50 }),
    );
    assert.deepEqual(spent, { kind: "done", answerStage: 1 });
  });

  it("stops when the context is full", () => {
    const full = attempt(0, "5", false, { outcome: "context-exhausted" });
    assert.deepEqual(multiAttempt()(full), { kind: "done", answerStage: 0 });
  });

  it("repeats the question when asked to", () => {
    const turn = multiAttempt({ repeatQuestion: true })(attempt(0, "5"));
    assert.ok(turn.kind === "turn");
    assert.ok(turn.user.endsWith(question.text));
  });
});
