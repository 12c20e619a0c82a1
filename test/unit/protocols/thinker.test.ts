import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { StageRecord } from "../../../language-server/contract/entities.ts";
import { bindProtocol } from "../../../language-server/core/protocols/bindProtocol.ts";
import { stage, verdict } from "./stages.ts";

const question = { text: "What is 2 + 2?", answerKind: "value" } as const;

function thinker(parameters: object = {}) {
  const bound = bindProtocol("thinker", parameters);
  assert.ok(bound.ok);
  return (...stages: StageRecord[]) => bound.value.next(question, stages);
}

const fast = stage("fast", 0, { verdict: verdict("4", true) });
const emptyFast = stage("fast", 0, { verdict: verdict(null) });
const verify = (judgement: "yes" | "no" | "unclear") => stage("verify", 1, { judgement });
const slow = stage("slow", 2, { verdict: verdict("5") });
const summary = stage("summary", 3, { verdict: verdict("5") });

describe("Thinker", () => {
  it("opens with the fast prompt, its budget named and the question in it", () => {
    const turn = thinker({ budget: { fast: 77 } })();
    assert.equal(turn.kind, "turn");
    assert.ok(turn.kind === "turn");
    assert.equal(turn.stage, "fast");
    assert.equal(turn.budgetTokens, 77);
    assert.match(turn.user, /at most 77 tokens/);
    assert.match(turn.user, /What is 2 \+ 2\?$/);
    assert.match(turn.user, /\\boxed\{\}/, "LaTeX braces survive filling in");
  });

  it("keeps the fast answer when the verifier says yes", () => {
    const next = thinker();
    const turn = next(fast);
    assert.ok(turn.kind === "turn" && turn.stage === "verify");
    assert.deepEqual(turn.read, { as: "judgement", about: 0 });
    assert.deepEqual(next(fast, verify("yes")), { kind: "done", answerStage: 0 });
  });

  for (const judgement of ["no", "unclear"] as const) {
    it(`thinks slowly, then summarises, when the verifier says ${judgement}`, () => {
      const next = thinker();
      const second = next(fast, verify(judgement));
      assert.ok(second.kind === "turn" && second.stage === "slow");
      assert.match(second.user, /does not hold/);
      const third = next(fast, verify(judgement), slow);
      assert.ok(third.kind === "turn" && third.stage === "summary");
      assert.deepEqual(next(fast, verify(judgement), slow, summary), { kind: "done", answerStage: 2 });
    });
  }

  it("skips verification of an empty fast answer, with the prompt for it", () => {
    const turn = thinker()(emptyFast);
    assert.ok(turn.kind === "turn" && turn.stage === "slow");
    assert.match(turn.user, /did not reach an answer/);
  });

  it("verifies an empty fast answer under the literal rule", () => {
    const turn = thinker({ onEmptyFast: "verify" })(emptyFast);
    assert.ok(turn.kind === "turn" && turn.stage === "verify");
  });

  it("falls back on summary, then on fast, when slow thinking gave no answer", () => {
    const emptySlow = stage("slow", 2, { verdict: verdict(null) });
    const emptySummary = stage("summary", 3, { verdict: verdict(null) });
    assert.deepEqual(thinker()(fast, verify("no"), emptySlow, summary), { kind: "done", answerStage: 3 });
    assert.deepEqual(thinker()(fast, verify("no"), emptySlow, emptySummary), {
      kind: "done",
      answerStage: 0,
    });
    const nothing = stage("slow", 1, { verdict: verdict(null) });
    assert.deepEqual(thinker({ summary: false })(emptyFast, nothing), { kind: "done", answerStage: null });
  });

  it("stops after the fast answer with fastOnly", () => {
    assert.deepEqual(thinker({ stages: "fastOnly" })(fast), { kind: "done", answerStage: 0 });
    assert.deepEqual(thinker({ stages: "fastOnly" })(emptyFast), { kind: "done", answerStage: null });
  });

  it("runs slow thinking after a yes with alwaysSlow, and still answers with the fast one", () => {
    const next = thinker({ alwaysSlow: true });
    const turn = next(fast, verify("yes"));
    assert.ok(turn.kind === "turn" && turn.stage === "slow");
    assert.deepEqual(next(fast, verify("yes"), slow), { kind: "done", answerStage: 0 });
  });

  it("does not look at whether an answer is right", () => {
    const wrongFast = stage("fast", 0, { verdict: verdict("4", false) });
    for (const stages of [[], [verify("yes")], [verify("no")], [verify("no"), slow]]) {
      assert.deepEqual(thinker()(fast, ...stages), thinker()(wrongFast, ...stages));
    }
  });

  it("counts every budget for the size of the context", () => {
    const bound = bindProtocol("thinker", { budget: { fast: 10, verify: 20, slow: 30, summary: 40 } });
    assert.ok(bound.ok);
    assert.equal(bound.value.maximumTokens, 100);
  });
});
