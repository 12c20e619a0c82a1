/** A recipe carried out in its own process: the same model each time, though the process is killed on the way. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createChatFormat } from "../../../language-server/core/chat/chatTemplate.ts";
import { importModel } from "../../../language-server/lab/export/importModel.ts";
import { trainInProcess } from "../../../language-server/lab/process/labHost.ts";
import { chatTemplate, encodeDialogue, specialTokens } from "../../../language-server/lab/recipe/dialogue.ts";
import { readRecipe } from "../../../language-server/lab/recipe/recipe.ts";
import { Tokenizer } from "../../../language-server/lab/tokenizer/bpe.ts";
import { trainTokenizer } from "../../../language-server/lab/tokenizer/train.ts";
import { listCheckpoints, readCheckpoint } from "../../../language-server/lab/train/checkpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "deliberate-recipe-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const recipe = `
name: Toy
license: MIT
seed: 7
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 1, hidden: 64, context: 256 }
tokenizer: { size: 400, samples: 60 }
data:
  - { task: arithmetic, weight: 1 }
  - { task: direct, weight: 1 }
batch: { rows: 1, length: 192, short: { rows: 2, length: 96 } }
training: { steps: 10, rate: 0.003, warmUpSteps: 2, saveEverySteps: 2 }
`;
const recipePath = join(folder, "toy.yaml");
writeFileSync(recipePath, recipe);
const entryOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const execArgv = ["--import", "tsx"];
const plainEntry = entryOf("../../../language-server/lab/process/labMain.ts");

test("a killed process goes on and ends with the very model of an undisturbed one", {
  timeout: 180_000,
}, async () => {
  const steps: number[] = [];
  const losses: string[] = [];
  const disturbed = await trainInProcess(
    { recipePath, folder: join(folder, "disturbed") },
    {
      entry: entryOf("./crashingLab.ts"),
      execArgv,
      onStep: ({ step }) => steps.push(step),
      onLost: (how) => losses.push(how),
    },
  );
  assert.ok(disturbed.ok, disturbed.ok ? "" : `${disturbed.error.message} ${disturbed.error.detail}`);
  assert.deepEqual(losses, ["SIGKILL"]);
  assert.equal(steps.at(-1), 10);
  const plain = await trainInProcess(
    { recipePath, folder: join(folder, "plain") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(plain.ok && plain.value.finished);
  assert.ok(readFileSync(plain.value.model).equals(readFileSync(disturbed.value.model)));
  const model = await importModel(plain.value.model);
  assert.ok(model.ok && model.value.tokenizer !== null);
  assert.equal(model.value.config.vocabulary, model.value.tokenizer.tokens.length);

  // Measuring often leaves the training as it is.
  const oftenPath = join(folder, "often.yaml");
  writeFileSync(oftenPath, recipe.replace("saveEverySteps: 2", "saveEverySteps: 2, measureEverySteps: 1"));
  const often = await trainInProcess(
    { recipePath: oftenPath, folder: join(folder, "often") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(often.ok && readFileSync(often.value.model).equals(readFileSync(plain.value.model)));
  const measured = readFileSync(join(folder, "often", "steps.jsonl"), "utf8").match(/"heldBackAccuracy":/g);
  assert.equal(measured?.length, 10);

  // A second run starts where the first ended.
  const secondPath = join(folder, "second.yaml");
  writeFileSync(
    secondPath,
    recipe
      .replace("seed: 7", `seed: 8\nstart: ${JSON.stringify(join(folder, "plain"))}`)
      .replace("steps: 10, rate: 0.003", "steps: 1, rate: 0.000001"),
  );
  const second = await trainInProcess(
    { recipePath: secondPath, folder: join(folder, "second") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(second.ok, second.ok ? "" : second.error.message);
  const grown = await importModel(second.value.model);
  assert.ok(grown.ok);
  const name = "blk.0.ffn_up.weight";
  const [a, b] = [grown.value.values.get(name)!, model.value.values.get(name)!];
  assert.ok(a.every((value, i) => Math.abs(value - b[i]!) < 1e-3));

  // A share of the weights before the first step stays in the exported model, also when the run was interrupted.
  const blendPath = join(folder, "blend.yaml");
  const blend = (steps: number) =>
    recipe
      .replace("seed: 7", `seed: 9\nstart: ${JSON.stringify(join(folder, "plain"))}`)
      .replace("steps: 10, rate: 0.003", `steps: ${steps}, rate: 0.01`)
      .concat("export: { startShare: 0.25 }\n");
  for (const steps of [3, 6]) {
    writeFileSync(blendPath, blend(steps));
    const blended = await trainInProcess(
      { recipePath: blendPath, folder: join(folder, "blend") },
      { entry: plainEntry, execArgv },
    );
    assert.ok(blended.ok, blended.ok ? "" : blended.error.message);
    const mixed = await importModel(blended.value.model);
    const last = await readCheckpoint((await listCheckpoints(join(folder, "blend"))).at(-1) ?? "");
    assert.ok(mixed.ok && last.ok);
    const trained = last.value.tensors.get(name)!.values;
    const kept = mixed.value.values.get(name)!;
    assert.ok(
      trained.some((value, i) => Math.abs(value - b[i]!) > 5e-3),
      "it has learnt something",
    );
    assert.ok(kept.every((value, i) => Math.abs(value - (0.75 * trained[i]! + 0.25 * b[i]!)) < 2e-4));
  }

  // What follows it starts from the blend, which is the run's result. No step is big enough to tell.
  const afterPath = join(folder, "after.yaml");
  writeFileSync(
    afterPath,
    recipe
      .replace("seed: 7", `seed: 10\nstart: ${JSON.stringify(join(folder, "blend"))}`)
      .replace("steps: 10, rate: 0.003", "steps: 1, rate: 0.00001"),
  );
  const after = await trainInProcess(
    { recipePath: afterPath, folder: join(folder, "after") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(after.ok, after.ok ? "" : after.error.message);
  const [followed, blended] = await Promise.all([
    importModel(after.value.model),
    importModel(join(folder, "blend", "model.gguf")),
  ]);
  assert.ok(followed.ok && blended.ok);
  const goal = blended.value.values.get(name)!;
  assert.ok(followed.value.values.get(name)!.every((value, i) => Math.abs(value - goal[i]!) < 1e-3));

  const stop = new AbortController();
  stop.abort();
  const stopped = await trainInProcess(
    { recipePath, folder: join(folder, "stopped") },
    { entry: plainEntry, execArgv, signal: stop.signal },
  );
  assert.ok(stopped.ok && !stopped.value.finished && stopped.value.step < 10);
});

test("another recipe in the same folder is refused, and so is a faulty one, with what is wrong", {
  timeout: 60_000,
}, async () => {
  const other = join(folder, "other.yaml");
  writeFileSync(other, recipe.replace("width: 32", "width: 64"));
  const refused = await trainInProcess(
    { recipePath: other, folder: join(folder, "plain") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(!refused.ok);
  assert.match(refused.error.message, /another recipe/);
  const nothing = readRecipe(`${recipe}export: { startShare: 0.5 }\n`);
  assert.ok(!nothing.ok);
  assert.match(nothing.error.message, /startShare.*no weights to keep/);
  const faulty = readRecipe(recipe.replace("width: 32", "width: wide").replace("arithmetic", "alchemy"));
  assert.ok(!faulty.ok);
  assert.match(faulty.error.message, /model\.width.*integer.*data\.0\.task/s);
});

test("dialogues are encoded as the exported chat template writes them", () => {
  const tokenizer = new Tokenizer(trainTokenizer(["What is 2 + 3? It is 5."], 400, specialTokens));
  const { tokens, learn } = encodeDialogue(tokenizer, [
    { role: "user", content: "What is 2 + 3?", train: false },
    { role: "assistant", content: "It is ", train: false },
    { role: "assistant", content: "5.", train: true, continues: true },
  ]);
  assert.equal(tokenizer.decode(tokens, true), "<|user|>What is 2 + 3?<|end|><|assistant|>It is 5.<|end|>");
  const learned = Array.from(tokens).filter((_, i) => learn[i] === 1);
  assert.equal(tokenizer.decode(learned, true), "5.<|end|>");
  const format = createChatFormat({ template: chatTemplate, bosText: null, eosText: "<|end|>" });
  assert.ok(format.ok);
  const opening = format.value.opening([{ role: "user", content: "What is 2 + 3?" }], "allow");
  assert.equal(
    opening.pieces.map((piece) => piece.text).join(""),
    "<|user|>What is 2 + 3?<|end|><|assistant|>",
  );
});

test("a recipe goes on from a GGUF model, with its weights and its tokenizer", {
  timeout: 120_000,
}, async () => {
  const first = await trainInProcess(
    { recipePath, folder: join(folder, "origin") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(first.ok);
  const onward = join(folder, "onward.yaml");
  // No learning: what comes out is what went in, up to the rounding of the file.
  writeFileSync(
    onward,
    recipe
      .replace("rate: 0.003", "rate: 0.0000000001")
      .replace("steps: 10", "steps: 1")
      .replace("seed: 7", `seed: 8\nstart: ${first.value.model}`),
  );
  const second = await trainInProcess(
    { recipePath: onward, folder: join(folder, "onward") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(second.ok, second.ok ? "" : second.error.message);
  const [before, after] = [await importModel(first.value.model), await importModel(second.value.model)];
  assert.ok(before.ok && after.ok);
  assert.deepEqual(after.value.tokenizer, before.value.tokenizer);
  for (const [name, values] of before.value.values) {
    const others = after.value.values.get(name) ?? new Float32Array();
    assert.ok(
      values.every((value, i) => Math.abs(value - (others[i] ?? 9)) < 1e-3),
      name,
    );
  }
  const wider = join(folder, "wider.yaml");
  writeFileSync(
    wider,
    recipe.replace("hidden: 64", `hidden: 96`).replace("seed: 7", `seed: 8\nstart: ${first.value.model}`),
  );
  const refused = await trainInProcess(
    { recipePath: wider, folder: join(folder, "wider") },
    { entry: plainEntry, execArgv },
  );
  assert.ok(!refused.ok);
  assert.match(refused.error.message, /another shape: hidden/);
});
