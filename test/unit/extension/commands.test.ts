import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOfReference } from "../../../extension/src/platform/huggingFace.ts";
import { isEvaluateQuestionArgument, lensRuns } from "../../../extension/src/platform/lensModes.ts";
import { presetFileName, presetTemplate } from "../../../extension/src/platform/presetTemplate.ts";
import { recipeFileName, recipeTemplate } from "../../../extension/src/platform/recipeTemplate.ts";
import { recipeHead, startOf } from "../../../extension/src/platform/recipeText.ts";
import { bindProtocol } from "../../../language-server/core/protocols/bindProtocol.ts";
import { parsePreset } from "../../../language-server/core/protocols/preset.ts";
import { readRecipe } from "../../../language-server/lab/recipe/recipe.ts";

test("references are checked while they are typed", () => {
  for (const reference of ["hf:user/repo", "hf:ggml-org/SmolLM3-3B-GGUF:Q4_K_M", " hf:u/r/sub/model.gguf "]) {
    assert.equal(problemOfReference(reference), null, reference);
  }
  for (const reference of [
    "",
    "user/repo",
    "hf:user",
    "hf:user/repo:",
    "hf:user/re po",
    "https://huggingface.co/a/b",
    "hf:a/b/../c",
  ]) {
    assert.equal(typeof problemOfReference(reference), "string", reference);
  }
});

test("every code lens names a protocol and parameters that the protocol accepts", () => {
  for (const [mode, run] of Object.entries(lensRuns)) {
    const bound = bindProtocol(run.protocol ?? "", run.parameters);
    assert.ok(bound.ok, mode);
  }
});

test("a command argument is believed only when it is a lens's", () => {
  assert.ok(isEvaluateQuestionArgument({ uri: "file:///a", questionId: "1", mode: "think" }));
  for (const value of [
    undefined,
    {},
    { uri: "file:///a", questionId: "1", mode: "constructor" },
    { uri: 1 },
  ]) {
    assert.ok(!isEvaluateQuestionArgument(value));
  }
});

test("a new preset file is valid as it stands, whatever its name", () => {
  for (const title of ["My thinker", 'Quotes " and: colons', "# not a comment"]) {
    const parsed = parsePreset(presetTemplate(title));
    assert.ok(parsed.ok && parsed.value.title === title, title);
  }
});

test("file names of presets are made of letters, digits and dashes", () => {
  assert.equal(presetFileName("Ätna: deep & slow"), "a-tna-deep-slow.deliberate.yaml");
  assert.equal(presetFileName("../../etc"), "etc.deliberate.yaml");
  assert.equal(presetFileName("…"), "");
});

test("a new recipe can be trained as it stands, whatever its name", () => {
  for (const name of ["My model", 'Quotes " and: colons', "# not a comment"]) {
    const read = readRecipe(recipeTemplate(name));
    assert.ok(read.ok, read.ok ? "" : read.error.message);
    assert.equal(read.value.name, name);
  }
  assert.equal(recipeFileName("Words: 3 M"), "words-3-m.recipe.yaml");
  assert.equal(recipeFileName("…"), "");
});

test("the recipe that another one starts from is found in its text", () => {
  assert.equal(startOf("name: b\nstart: a.recipe.yaml # first\nseed: 1\n"), "a.recipe.yaml");
  assert.equal(startOf("start: 'parts/a.recipe.yml'\n"), "parts/a.recipe.yml");
  assert.equal(startOf(recipeTemplate("x")), null);
  assert.equal(startOf("start: .deliberate/training/a\n"), null);
});

test("a recipe's name and description are found in its text, with or without quotes", () => {
  assert.deepEqual(recipeHead("name: Words (part 1) # small\ndescription: 'Sums, and more.'\nseed: 1\n"), {
    name: "Words (part 1)",
    description: "Sums, and more.",
  });
  assert.deepEqual(recipeHead(recipeTemplate("A: b")), { name: "A: b", description: null });
  assert.deepEqual(recipeHead("model:\n  name: inner\n"), { name: null, description: null });
});
