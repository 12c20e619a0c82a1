import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import type { Result } from "../../../language-server/contract/result.ts";
import { type Recipe, readRecipe } from "../../../language-server/lab/recipe/recipe.ts";
import { drawProblem } from "../../../language-server/lab/tasks/math/problem.ts";
import { TaskRandom } from "../../../language-server/lab/tasks/random.ts";
import { sampleMixture } from "../../../language-server/lab/tasks/registry.ts";

const recipeOf = (data: unknown, tokenizer?: unknown): Result<Recipe> =>
  readRecipe(
    stringify({
      name: "Small",
      license: "MIT",
      model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 64 },
      tokenizer: { data: tokenizer },
      data,
      batch: { rows: 2, length: 64 },
      training: { steps: 1, rate: 0.01 },
    }),
  );
const messageOf = (data: unknown, tokenizer?: unknown): string => {
  const result = recipeOf(data, tokenizer);
  return result.ok ? "" : result.error.message;
};

test("a mixture written in YAML is read and drawn from", () => {
  const result = recipeOf(
    parse(`
- { task: direct, weight: 2, options: { steps: { 1: 1, 2: 1 } } }
- { task: thinker, weight: 1, options: { wrongShare: 0.4, fastBudgets: [256] } }
- { task: sql-comment, weight: 0.5 }
`),
  );
  assert.ok(result.ok);
  const drawn = Array.from({ length: 100 }, (_, i) => sampleMixture(result.value.data, "train", 1, i));
  assert.deepEqual([...new Set(drawn.map((s) => s.task))].sort(), ["direct", "sql-comment", "thinker"]);
  for (const { task, tags, messages } of drawn) {
    if (task === "direct") assert.ok(Number(tags.steps) <= 2);
    if (task === "thinker") assert.match(messages[0]?.content ?? "", /at most 256 tokens/);
  }
});

test("mistakes in a mixture are named by their place", () => {
  assert.match(
    messageOf([{ task: "poetry", weight: 1 }]),
    /data\.0\.task must be one of arithmetic, drill, direct/,
  );
  assert.match(messageOf([{ task: "direct", weight: -1 }]), /data\.0\.weight must be >= 0/);
  assert.match(
    messageOf([{ task: "direct", weight: 1, options: { wrongShare: 1 } }]),
    /unknown name “wrongShare”/,
  );
  assert.match(messageOf([{ task: "leap", weight: 1, options: { steps: { 9: 1 } } }]), /unknown name “9”/);
  assert.match(messageOf([{ task: "direct", weight: 0 }]), /data has no part with a weight above zero/);
  assert.match(
    messageOf([{ task: "direct", weight: 1, options: { steps: { 1: 0 } } }]),
    /data\.0\.options\.steps has no weight/,
  );
  assert.match(
    messageOf([{ task: "thinker", weight: 1, options: { wrongShare: 0.95 } }]),
    /data\.0\.options .* exceed 1/,
  );
  const part = { task: "direct", weight: 1 };
  assert.match(messageOf([part], [{ ...part, weight: 0 }]), /tokenizer\.data has no part/);
  assert.match(messageOf("direct"), /data must be array/);
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
