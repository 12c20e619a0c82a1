import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { QueryOutcome, StageRecord } from "../../../language-server/contract/entities.ts";
import { bindProtocol } from "../../../language-server/core/protocols/bindProtocol.ts";
import type { BoundProtocol, Turn } from "../../../language-server/core/protocols/protocol.ts";
import { resultText } from "../../../language-server/core/protocols/sqlPrompts.ts";
import { stage, verdict } from "./stages.ts";

const question = {
  text: "How many singers are there?",
  answerKind: "sql",
  sql: {
    dialect: "sqlite",
    database: "concert",
    schema: "CREATE TABLE singer (id INTEGER, name TEXT);",
    evidence: "a singer is a row of singer",
  },
} as const;

const outcome = (more: Partial<QueryOutcome> = {}): QueryOutcome => ({
  sql: "SELECT COUNT(*) FROM singer",
  columns: ["COUNT(*)"],
  rows: [["6"]],
  rowCount: 1,
  truncated: false,
  elapsedMs: 1,
  error: null,
  ...more,
});

const bound = (id: string, parameters: unknown = {}): BoundProtocol => {
  const result = bindProtocol(id, parameters);
  assert.ok(result.ok);
  return result.value;
};
const turnOf = (protocol: BoundProtocol, stages: readonly StageRecord[]): Turn => {
  const next = protocol.next(question, stages);
  assert.equal(next.kind, "turn");
  return next as Turn;
};

describe("protocols on text-to-SQL", () => {
  it("show the schema, the dialect, the question and its evidence", () => {
    for (const id of ["direct", "thinker", "multi-attempt"]) {
      const { user, system = "" } = turnOf(bound(id), []);
      assert.match(user, /CREATE TABLE singer/, id);
      assert.match(user, /How many singers are there\?\nHint: a singer is a row/, id);
      assert.match(`${system}${user}`, /SQLite/, id);
      assert.doesNotMatch(`${system}${user}`, /\{\w+\}|boxed/, id);
    }
  });

  it("Thinker's verifier sees what the query gave, or the database's error", () => {
    const fast = (execution: QueryOutcome) =>
      stage("fast", 0, { verdict: verdict(execution.sql), execution });
    assert.match(
      turnOf(bound("thinker"), [fast(outcome())]).user,
      /COUNT\(\*\)\n6\n\(1 row\)[\s\S]*boxed\{Yes\}/,
    );
    const broken = outcome({
      error: { kind: "schema", message: "no such column: nme" },
      rows: [],
      rowCount: 0,
    });
    assert.match(turnOf(bound("thinker"), [fast(broken)]).user, /Error: no such column: nme/);
  });

  it("multi-attempt tells each kind of fault only when it is switched on", () => {
    const wrong = (execution: QueryOutcome) =>
      stage("attempt", 0, { attempt: 1, verdict: verdict(execution.sql), execution });
    const faults = {
      error: outcome({
        error: { kind: "error", message: "near “FORM”: syntax error" },
        rows: [],
        rowCount: 0,
      }),
      empty: outcome({ rows: [], rowCount: 0 }),
      differs: outcome(),
    };
    const words = { error: /near “FORM”/, empty: /no rows/, differs: /not what was asked for/ };
    for (const fault of ["error", "empty", "differs"] as const) {
      const told = turnOf(bound("multi-attempt"), [wrong(faults[fault])]);
      assert.match(told.user, words[fault]);
      assert.match(told.user, /Tries left: 2/);
      const silent = bound("multi-attempt", { sqlFeedback: { [fault]: false } });
      assert.deepEqual(silent.next(question, [wrong(faults[fault])]), { kind: "done", answerStage: 0 });
    }
    const nothing = stage("attempt", 0, { attempt: 1, verdict: verdict(null) });
    assert.match(turnOf(bound("multi-attempt"), [nothing]).user, /could not find a query/);
  });

  it("a result is shown by its first rows, long values cut", () => {
    const rows = Array.from({ length: 9 }, (_, i) => [String(i), i === 0 ? null : "x".repeat(200)]);
    const text = resultText(outcome({ columns: ["n", "s"], rows, rowCount: 9, truncated: true }));
    assert.equal(text.split("\n").length, 7);
    assert.match(text, /^n \| s\n0 \| NULL\n1 \| x{60}\n/);
    assert.match(text, /\(more than 9 rows\)$/);
  });
});
