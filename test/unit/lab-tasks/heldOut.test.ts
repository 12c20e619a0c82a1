import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuestions } from "../../../language-server/datasets/parseQuestions.ts";
import { writeHeldOut } from "../../../language-server/lab/tasks/heldOut.ts";

test("a held-out file is read by the product as so many questions with their answers", () => {
  for (const set of ["words", "arithmetic"] as const) {
    const text = writeHeldOut(set, 120, 6);
    const { questions, diagnostics, format } = parseQuestions(text, { path: "held-out.jsonl" });
    assert.equal(format, "jsonl/gsm8k");
    assert.deepEqual(diagnostics, []);
    assert.equal(questions.length, 120);
    assert.equal(new Set(questions.map((question) => question.text)).size, 120);
    for (const question of questions) {
      assert.match(question.gold, /^\d+(\.\d\d)?$/);
      assert.ok(question.id.startsWith(`held-out-${set}-6-`));
      assert.match(question.tags?.level ?? "", /^[1-6]$/);
    }
  }
});

test("the same call writes the same file, and another seed another one", () => {
  assert.equal(writeHeldOut("words", 40, 1), writeHeldOut("words", 40, 1));
  assert.notEqual(writeHeldOut("words", 40, 1), writeHeldOut("words", 40, 2));
  assert.ok(
    writeHeldOut("words", 50, 1).startsWith(writeHeldOut("words", 40, 1)),
    "a longer file goes on from a shorter one",
  );
});

test("a held-out SQL line brings its schema and content, and no question comes twice for a schema", () => {
  const lines = writeHeldOut("sql", 80, 3).trim().split("\n");
  const records = lines.map((line) => JSON.parse(line) as Record<string, string>);
  assert.equal(new Set(records.map((record) => `${record.schema}${record.question}`)).size, 80);
  for (const record of records) {
    assert.match(record.answer ?? "", /^SELECT .*;$/);
    assert.match(record.schema ?? "", /^CREATE TABLE /);
    assert.match(record.content ?? "", /^INSERT INTO /);
    assert.ok(record.comment);
  }
});
