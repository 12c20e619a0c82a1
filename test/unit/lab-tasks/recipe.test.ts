import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "yaml";
import { drawProblem } from "../../../language-server/lab/tasks/math/problem.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";
import { readMixture } from "../../../language-server/lab/tasks/recipe.ts";
import { sampleMixture } from "../../../language-server/lab/tasks/registry.ts";

const messageOf = (value: unknown): string => {
  const result = readMixture(value);
  return result.ok ? "" : result.error.message;
};

test("a mixture written in YAML is read and drawn from", () => {
  const result = readMixture(
    parse(`
- { task: direct, weight: 2, options: { steps: { 1: 1, 2: 1 } } }
- { task: thinker, weight: 1, options: { wrongShare: 0.4, fastBudgets: [256] } }
- { task: sql-comment, weight: 0.5 }
`),
  );
  assert.ok(result.ok);
  const drawn = Array.from({ length: 100 }, (_, i) => sampleMixture(result.value, "train", 1, i));
  assert.deepEqual([...new Set(drawn.map((s) => s.task))].sort(), ["direct", "sql-comment", "thinker"]);
  for (const { task, tags, messages } of drawn) {
    if (task === "direct") assert.ok(Number(tags.steps) <= 2);
    if (task === "thinker") assert.match(messages[0]?.content ?? "", /at most 256 tokens/);
  }
});

test("mistakes in a mixture are named by their place", () => {
  assert.match(
    messageOf([{ task: "poetry", weight: 1 }]),
    /0\.task must be one of arithmetic, drill, direct/,
  );
  assert.match(messageOf([{ task: "direct", weight: -1 }]), /0\.weight must be >= 0/);
  assert.match(
    messageOf([{ task: "direct", weight: 1, options: { wrongShare: 1 } }]),
    /unknown name “wrongShare”/,
  );
  assert.match(messageOf([{ task: "leap", weight: 1, options: { steps: { 9: 1 } } }]), /unknown name “9”/);
  assert.match(messageOf([{ task: "direct", weight: 0 }]), /no part has a weight above zero/);
  assert.match(
    messageOf([{ task: "direct", weight: 1, options: { steps: { 1: 0 } } }]),
    /0\.options\.steps has no weight/,
  );
  assert.match(messageOf([{ task: "thinker", weight: 1, options: { wrongShare: 0.95 } }]), /exceed 1/);
  assert.match(messageOf("direct"), /must be array/);
});

test("no training question is one of the benchmark questions that the tests carry", () => {
  const lines = readFileSync(new URL("../../fixtures/math/gsm8k-100.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const frame = (text: string) =>
    text
      .toLowerCase()
      .replace(/\d[\d,.]*/g, "#")
      .replace(/[^a-z# ]/g, "")
      .replace(/\s+/g, " ")
      .trim();
  const sentences = new Set(
    lines.flatMap((line) =>
      (JSON.parse(line) as { question: string }).question.split(/(?<=[.?!])\s+/).map(frame),
    ),
  );
  for (let i = 0; i < 3000; i++) {
    const { text } = drawProblem("train", new TaskRandom({ seed: 4, stream: "overlap", index: i }));
    const statements = text.split(/(?<=[.?!]) /).slice(0, -1);
    assert.ok(!sentences.has(frame(text)), text);
    // Short questions such as "How much is left?" belong to no one.
    for (const statement of statements) assert.ok(!sentences.has(frame(statement)), statement);
  }
});
