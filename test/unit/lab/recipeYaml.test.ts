import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { recipeTemplate } from "../../../extension/src/platform/recipeTemplate.ts";
import { completeYaml } from "../../../language-server/core/schemaYaml/completion.ts";
import { yamlProblems } from "../../../language-server/core/schemaYaml/diagnostics.ts";
import { hoverYaml } from "../../../language-server/core/schemaYaml/hover.ts";
import { readRecipe } from "../../../language-server/lab/recipe/recipe.ts";
import { recipeYaml } from "../../../language-server/lab/recipe/recipeYaml.ts";
import { taskIds } from "../../../language-server/lab/tasks/taskTitles.ts";

/** ‸ is the cursor. */
const complete = (marked: string) => completeYaml(recipeYaml, marked.replace("‸", ""), marked.indexOf("‸"));
const labels = (marked: string): string[] => complete(marked).map(({ label }) => label);
const accept = (marked: string, label: string): string => {
  const text = marked.replace("‸", "");
  const chosen = complete(marked).find((each) => each.label === label);
  assert.ok(chosen, `${label} is not offered`);
  return text.slice(0, chosen.replaces.start) + chosen.insert + text.slice(chosen.replaces.end);
};
const problems = (text: string) =>
  yamlProblems(recipeYaml, text).map(({ span, message }) => [text.slice(span.start, span.end), message]);

test("names of a recipe are offered at its root, in its objects and in its lists", () => {
  assert.ok(["name", "model", "data", "training", "device"].every((name) => labels("‸").includes(name)));
  assert.ok(labels("model: { layers: 2, ‸ }").includes("width"));
  assert.ok(!labels("model: { layers: 2, ‸ }").includes("layers"));
  assert.ok(labels("training:\n  ‸").includes("warmUpSteps"));
  for (const item of [
    "data:\n  - ‸",
    "data:\n  - { ‸ }",
    "data:\n  - task: direct\n    ‸",
    "tokenizer:\n  data:\n    - ‸",
  ])
    assert.ok(labels(item).includes("weight"), item);
});

test("tasks are offered with what they are, and each task's own options", () => {
  const tasks = complete("data:\n  - { task: ‸ }");
  assert.deepEqual(
    tasks.map(({ label }) => label),
    taskIds,
  );
  assert.match(tasks[0]?.documentation ?? "", /arithmetic/i);
  assert.ok(labels("data:\n  - task: thinker\n    options: { ‸ }").includes("wrongShare"));
  assert.deepEqual(labels("data:\n  - task: arithmetic\n    options: { ‸ }"), ["steps"]);
  assert.deepEqual(labels("data:\n  - { task: thinker }\n  - { task: arithmetic, options: { ‸ } }"), [
    "steps",
  ]);
});

test("what is accepted stands where YAML reads it", () => {
  assert.equal(accept("‸", "data"), "data:\n  - ");
  assert.equal(accept("‸", "model"), "model:\n  ");
  assert.equal(accept("data:\n  - ta‸", "task"), "data:\n  - task: ");
  assert.equal(
    accept("data:\n  - task: direct\n    ‸", "options"),
    "data:\n  - task: direct\n    options:\n      ",
  );
  assert.equal(accept("tokenizer: { ‸ }", "data"), "tokenizer: { data: [$1] }");
  assert.equal(accept("training:\n  shape: ‸", "linear"), "training:\n  shape: linear");
});

test("hovering says what a name and a task are", () => {
  const text = "model: { hidden: 576 }\ndata:\n  - { task: thinker, weight: 1 }\n";
  assert.match(hoverYaml(recipeYaml, text, text.indexOf("hidden"))?.contents ?? "", /feed-forward/);
  assert.match(hoverYaml(recipeYaml, text, text.indexOf("thinker"))?.contents ?? "", /fast answer/);
  assert.equal(hoverYaml(recipeYaml, text, text.indexOf("576")), null);
});

test("mistakes are marked where they are, in lists as well", () => {
  const template = recipeTemplate("My model");
  assert.deepEqual(problems(template), []);
  assert.deepEqual(problems(template.replace("rate: 0.003", "raet: 0.003")), [
    ["training", "Recipe: training must have required property 'rate'."],
    ["raet", "Recipe: training unknown name “raet”; did you mean “rate”."],
  ]);
  assert.deepEqual(problems(template.replace("task: arithmetic", "task: arithmetics")), [
    ["arithmetics", `Recipe: data.0.task must be one of ${taskIds.join(", ")}.`],
  ]);
  assert.deepEqual(problems(template.replace("weight: 1 }", "wieght: 1 }")), [
    ["{ task: arithmetic, wieght: 1 }", "Recipe: data.0 must have required property 'weight'."],
    ["wieght", "Recipe: data.0 unknown name “wieght”; did you mean “weight”."],
  ]);
  assert.deepEqual(
    problems(
      template.replace(
        "task: arithmetic, weight: 1",
        "task: thinker, weight: 1, options: { wrongShar: 0.5 }",
      ),
    ),
    [["wrongShar", "Recipe: data.0.options unknown name “wrongShar”; did you mean “wrongShare”."]],
  );
  assert.deepEqual(problems(template.replace("weight: 1 }", "weight: 1, options: { steps: { 2: 0 } } }")), [
    ["steps", "Recipe: data.0.options.steps has no weight above zero."],
  ]);
});

test("the recipes that come with the product can be used", () => {
  const folder = join(import.meta.dirname, "../../../media/recipes");
  const names = readdirSync(folder);
  assert.ok(names.length > 0);
  for (const name of names) {
    const text = readFileSync(join(folder, name), "utf8");
    const read = readRecipe(text);
    assert.ok(read.ok, `${name}: ${read.ok ? "" : read.error.message}`);
    assert.deepEqual(problems(text), [], name);
  }
});
