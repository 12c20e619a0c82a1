import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PathRecord, StageRecord } from "../../../language-server/contract/entities.ts";
import { summariseLeap } from "../../../language-server/core/statistics/leapSummary.ts";
import { stage, verdict } from "../protocols/stages.ts";

const answers = (given: string | null) => verdict(given, given === "7");

/** A path whose summaries say `held`, one after the other, and that ends with `final`. */
function path(
  sample: number,
  held: readonly (string | null)[],
  final: string | null,
  peers: readonly number[],
  more: Partial<StageRecord> = {},
): PathRecord {
  const stages = held.flatMap((given, i) => [
    stage("reasoning", 2 * i, {
      paused: true,
      // The unfinished end of the first interval.
      ...(i === 0
        ? { kept: { tokens: 86, characters: 200, droppedTokens: 14 } }
        : { exchange: { number: i, peers } }),
    }),
    stage("summary", 2 * i + 1, {
      verdict: answers(given),
      generatedTokens: 20,
      exchange: { number: i + 1, opening: "So" },
      ...more,
    }),
  ]);
  const last = stage("reasoning", 2 * held.length, {
    promptTokens: 30,
    exchange: { number: held.length, peers },
    verdict: answers(final),
  });
  return {
    questionId: "q",
    sample,
    status: "done",
    outcome: "finished",
    stages: [...stages, last],
    answerStage: 2 * held.length,
    verdict: answers(final),
  };
}

describe("what exchanges did", () => {
  it("counts answers that changed from right to wrong and from wrong to right after an exchange", () => {
    const summary = summariseLeap([
      path(0, ["7"], "8", [1, 2]),
      path(1, ["8"], "7", [0, 3]),
      path(2, ["8"], "8", [1, 3]),
      path(3, ["7"], "7", [0, 2]),
    ]);
    assert.ok(summary !== null);
    assert.equal(summary.exchanges, 4);
    assert.equal(summary.rightToWrong.value, 0.25);
    assert.equal(summary.wrongToRight.value, 0.25);
    assert.equal(summary.spoiled?.value, 0.5);
    assert.equal(summary.repaired?.value, 0.5);
    // 0 read 8, 8 and took it; 1 read 7, 7 and took it; 2 read 8 and 7, of which 8 came first; 3 read 7 first.
    assert.equal(summary.influenced?.value, 0.5);
    assert.equal(summary.consistent?.value, 0.5);
    assert.equal(summary.unaffected?.value, 0);
  });

  it("takes the next summary for the answer after an exchange, and leaves out what has no answer", () => {
    const summary = summariseLeap([
      path(0, ["7", "8"], "7", [1]),
      path(1, [null, "8"], "8", [0], { outcome: "truncated" }),
    ]);
    assert.ok(summary !== null);
    assert.equal(summary.exchanges, 4);
    assert.deepEqual([summary.spoiled?.value, summary.spoiled?.n], [1, 1]);
    assert.deepEqual([summary.repaired?.value, summary.repaired?.n], [0.5, 2]);
    assert.equal(summary.cutSummaries.value, 0.5);
    assert.equal(summary.summariesWithAnswer.value, 0.75);
    assert.deepEqual(summary.tokens, { reasoning: 600, summary: 80, received: 80, dropped: 28 });
  });

  it("tells how catching errors are: who takes over a wrong answer that was read, and who a right one", () => {
    const summary = summariseLeap([
      // Read 8 and took it; read 8 and 9 and stayed; read 8 with no answer of its own and took it; held 8 already.
      path(0, ["7"], "8", [1]),
      path(2, ["7"], "7", [1, 4]),
      path(3, [null], "8", [1]),
      path(1, ["8"], "7", [0, 2]),
      path(4, ["9"], "6", [1]),
    ]);
    assert.deepEqual(
      [summary?.contagion?.value, summary?.contagion?.n],
      [0.5, 4],
      "0, 2, 3 and 4 were shown",
    );
    assert.deepEqual([summary?.cure?.value, summary?.cure?.n], [1, 1], "1 was shown a right one");
  });

  it("says nothing where no path was shown a summary", () => {
    assert.equal(summariseLeap([path(0, ["7"], "7", [])]), null);
  });
});
