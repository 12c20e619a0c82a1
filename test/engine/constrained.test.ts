import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { init, validate } from "@guanmingchiu/sqlparser-ts";
import type {
  GenerateResult,
  QueryConstraint,
  ResumedTokens,
} from "../../language-server/contract/engine.ts";
import { automatonOf } from "../../language-server/core/sql/constrain/queryGuard.ts";
import type { EngineHost } from "../../language-server/server/engineHost.ts";
import { loadParams, newHost, TestEngine } from "./harness.ts";

const constraint: QueryConstraint = {
  dialect: "sqlite",
  tables: [
    { name: "singer", columns: ["singer_id", "name", "age"] },
    { name: "concert", columns: ["concert_id", "title", "singer_id", "year"] },
  ],
  prefix: "",
};

/** A model of children's stories knows no SQL: whatever comes out right is the constraint's work. */
describe("a story model that may only write queries", { timeout: 120_000 }, () => {
  let host: EngineHost;
  before(async () => {
    await init();
    host = newHost();
    assert.ok((await host.start()).ok);
    assert.ok((await host.request("load", loadParams({ sequences: 1 }))).ok);
  });
  after(() => host.stop());

  const generate = async (sample: number, temperature: number, prefix: string): Promise<GenerateResult> => {
    await host.request("clear", { slot: 0 });
    const result = await host.request("generate", {
      slot: 0,
      prompt: [{ text: `Once upon a time ${prefix}`, special: false }],
      key: { seed: 1, questionId: "q", sample, path: 0, stage: 0 },
      sampling: { temperature, topP: 0.95, minP: 0, topK: 40 },
      budgetTokens: 48,
      stop: { texts: [], atBox: false },
      constraint: { ...constraint, prefix },
    });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };

  const isPrefix = (text: string): boolean =>
    automatonOf(constraint).start().extended(text.replace(/;\s*$/, "")) !== null;

  it("writes beginnings of queries, and whole ones when it ends by itself", async () => {
    for (let sample = 0; sample < 12; sample++) {
      const { text, reason } = await generate(sample, sample === 0 ? 0 : 1.2, "");
      assert.ok(isPrefix(text), text);
      if (reason !== "end-of-turn" && reason !== "stop-text") continue;
      assert.doesNotThrow(() => validate(text, "sqlite"), text);
    }
  });

  it("goes on from what is written", async () => {
    const { text } = await generate(0, 0, "select name from singer where ");
    assert.ok(isPrefix(`select name from singer where ${text}`), text);
    assert.ok(!isPrefix(text));
  });

  it("tells when the constraint brought the query to its end, also of a stage that was gone on with", async () => {
    const prefix = "select name from singer where singer_id in (select singer_id";
    const free = await generate(0, 0, prefix);
    assert.equal(free.endedByConstraint, undefined, free.text);
    const engine = new TestEngine(host);
    const whole = (resume?: ResumedTokens) =>
      engine.generate({
        prompt: [{ text: `Once upon a time ${prefix}`, special: false }],
        constraint: { ...constraint, prefix, wholeFrom: 8 },
        ...(resume === undefined ? {} : { resume }),
      });
    const { result, ids } = await whole();
    assert.equal(result.reason, "stop-text", result.text);
    assert.equal(result.endedByConstraint, true);
    assert.doesNotThrow(() => validate(prefix + result.text, "sqlite"), result.text);
    for (const kept of [ids.length - 1, ids.length]) {
      const again = await whole({ tokens: ids.slice(0, kept), forcedFrom: null });
      assert.deepEqual([again.result.text, again.result.endedByConstraint], [result.text, true]);
    }
  });

  it("is not bound behind text that is no query", async () => {
    const { generatedTokens, reason } = await generate(0, 0, "insert into singer ");
    assert.ok(reason === "budget" && generatedTokens === 48);
  });
});
