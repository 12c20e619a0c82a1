/** Recipes that start from recipes, and the folders that belong to them. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { type Part, partsOf } from "../../../language-server/lab/recipe/parts.ts";
import { readRecipe } from "../../../language-server/lab/recipe/recipe.ts";
import { claimOf } from "../../../language-server/lab/recipe/runFolder.ts";

const text = (name: string, start = "", steps = 5) => `
name: ${name}
license: MIT
${start === "" ? "" : `start: ${start}`}
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 128 }
data: [{ task: arithmetic, weight: 1 }]
batch: { rows: 1, length: 96 }
training: { steps: ${steps}, rate: 0.003 }
`;
const hashOf = (recipe: string): string => {
  const read = readRecipe(recipe);
  assert.ok(read.ok, read.ok ? "" : read.error.message);
  return claimOf(read.value);
};

let room = "";
let runs = "";
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), "deliberate-parts-"));
  runs = join(room, "runs");
  for (const [name, start] of [
    ["one", ""],
    ["two", "one.recipe.yaml"],
    ["three", "two.recipe.yaml"],
  ] as const) {
    writeFileSync(join(room, `${name}.recipe.yaml`), text(name, start));
  }
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const of = async (name: string, folder = join(runs, "asked")): Promise<readonly Part[]> => {
  const parts = await partsOf(join(room, `${name}.recipe.yaml`), folder);
  assert.ok(parts.ok, parts.ok ? "" : parts.error.message);
  return parts.value;
};
const shown = (parts: readonly Part[]) => parts.map(({ folder, start }) => [folder, start]);
/** A folder as a run leaves it after so many steps. */
const leave = (name: string, recipe: string, step: number): string => {
  const folder = join(runs, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "recipe.sha256"), hashOf(recipe));
  if (step > 0) writeFileSync(join(folder, `step-${String(step).padStart(8, "0")}.safetensors`), "");
  return folder;
};

test("what a recipe starts from comes first, each part in a folder of its own", async () => {
  assert.deepEqual(shown(await of("three")), [
    [join(runs, "one-1"), null],
    [join(runs, "two-1"), join(runs, "one-1")],
    [join(runs, "asked"), join(runs, "two-1")],
  ]);
});

test("a run of the same recipe beside it is gone on with, and left out when it has ended", async () => {
  leave("other", text("other"), 5);
  const first = leave("first", text("one"), 3);
  assert.deepEqual(shown(await of("two")), [
    [first, null],
    [join(runs, "asked"), first],
  ]);
  // Trained for longer than the recipe says, it would be another model.
  leave("longer", text("one"), 6);
  const ended = leave("ended", text("one"), 5);
  assert.deepEqual(shown(await of("two")), [[join(runs, "asked"), ended]]);
});

test("a run with weights of its own needs nothing else, even if that is gone", async () => {
  const folder = leave("asked", text("two", "one.recipe.yaml"), 2);
  rmSync(join(room, "one.recipe.yaml"));
  assert.deepEqual(shown(await of("two", folder)), [[folder, null]]);
});

test("a folder can be started from, and a copy of a recipe starts from where the original lies", async () => {
  const folder = leave("given", text("one"), 2);
  writeFileSync(join(room, "two.recipe.yaml"), text("two", "runs/given"));
  assert.deepEqual(shown(await of("two")), [[join(runs, "asked"), folder]]);
  const copy = join(runs, "recipe.yaml");
  writeFileSync(copy, text("two", "runs/given"));
  const parts = await partsOf(copy, join(runs, "asked"), join(room, "two.recipe.yaml"));
  assert.ok(parts.ok);
  assert.deepEqual(shown(parts.value), [[join(runs, "asked"), folder]]);
});

test("a circle is an error that makes no folder", async () => {
  writeFileSync(join(room, "one.recipe.yaml"), text("one", "three.recipe.yaml"));
  const parts = await partsOf(join(room, "three.recipe.yaml"), join(runs, "asked"));
  assert.ok(!parts.ok);
  assert.match(parts.error.message, /three\.recipe\.yaml starts from itself, by way of one\.recipe\.yaml/);
  assert.throws(() => readdirSync(runs));
});

test("only length, saving, measuring, device and export may change within a folder", () => {
  const recipe = text("one");
  const changed = (from: string, to: string) => hashOf(recipe.replace(from, to));
  // Of a folder made before recipes could say how often to measure.
  assert.equal(hashOf(recipe), "629b7e75a913e419ca85607a45e4dd80591aea77362c2b05c6bed6376bf41f23");
  for (const [from, to] of [
    ["steps: 5", "steps: 6, saveEverySteps: 3, measureEverySteps: 7"],
    ["license", "description: text\nlicense"],
    ["license", "device: { threads: 2 }\nexport: { type: Q8_0 }\nlicense"],
  ] as const) {
    assert.equal(changed(from, to), hashOf(recipe), to);
  }
  for (const [from, to] of [
    ["0.003", "0.004"],
    ["width: 32", "width: 64"],
    ["weight: 1", "weight: 2"],
    ["license", "seed: 1\nlicense"],
  ] as const) {
    assert.notEqual(changed(from, to), hashOf(recipe), to);
  }
});

test("the recipes of the repository can be read", () => {
  for (const name of readdirSync("media/recipes").filter((file) => file.endsWith(".recipe.yaml"))) {
    const recipe = readRecipe(readFileSync(join("media/recipes", name), "utf8"));
    assert.ok(recipe.ok, recipe.ok ? "" : `${name}: ${recipe.error.message}`);
  }
});
