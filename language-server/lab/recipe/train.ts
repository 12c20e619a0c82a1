/** Carries out a recipe in a folder: tokenizer, training with resumption, and the exported model. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import { exportModel } from "../export/exportModel.ts";
import { Device } from "../ggml/device.ts";
import { ShapeError, sameShape } from "../graph/node.ts";
import type { DecoderConfig } from "../model/config.ts";
import { selfTest } from "../selfTest.ts";
import { sampleMixture } from "../tasks/registry.ts";
import { Tokenizer, type TokenizerData } from "../tokenizer/bpe.ts";
import { trainTokenizer } from "../tokenizer/train.ts";
import { listCheckpoints, readCheckpoint } from "../train/checkpoint.ts";
import { type BatchSource, packByLength } from "../train/data.ts";
import { defaultTrainSettings } from "../train/defaults.ts";
import { resumeRun } from "../train/resume.ts";
import { type StepReport, Trainer, type TrainSettings } from "../train/trainer.ts";
import { runTraining } from "../train/trainingRun.ts";
import { chatTemplate, encodeDialogue, endToken, specialTokens } from "./dialogue.ts";
import type { Recipe } from "./recipe.ts";

/** Offset of the seeds of data that is only looked at, so that it never is training data. */
const heldBackSeed = 0x10000000;

export interface RecipeRun {
  readonly onStep?: (report: StepReport) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface RecipeResult {
  readonly step: number;
  readonly finished: boolean;
  /** Path of the exported model; written when stopped early too, from the last step. */
  readonly model: string;
  /** Mean loss in nats per learned token on samples of the training distribution that were never trained on. */
  readonly heldBackLoss: number;
}

/**
 * Trains, or goes on training, and exports to `<folder>/model.gguf`.
 *
 * Errors: `input/invalid` when the folder holds another recipe's run or the shapes do not fit, `engine/failed` when the
 * device is missing or computes wrongly, and those of `runTraining`.
 */
export async function trainRecipe(
  recipe: Recipe,
  folder: string,
  run: RecipeRun = {},
): Promise<Result<RecipeResult>> {
  await mkdir(folder, { recursive: true });
  const claimed = await claim(recipe, folder);
  if (!claimed.ok) return claimed;
  const tokenizer = await tokenizerOf(recipe, folder);
  if (!tokenizer.ok) return tokenizer;
  const device = await Device.open(recipe.device);
  if (!device.ok) return device;
  const tested = await selfTest(device.value);
  if (!tested.ok) return tested;
  const open = openTrainer(recipe, tokenizer.value, device.value);
  if (!open.ok) return open;
  const trainer = open.value;
  try {
    const started = recipe.start === undefined ? ok(null) : await startFrom(trainer, recipe.start);
    if (!started.ok) return started;
    const done = await runTraining(trainer, {
      folder,
      steps: recipe.training.steps,
      saveEverySteps: recipe.training.saveEverySteps,
      notes: { recipe: recipe.name },
      ...run,
    });
    if (!done.ok) return done;
    const heldBack = dataOf(recipe, tokenizer.value, recipe.seed + heldBackSeed);
    let heldBackLoss = 0;
    for (let i = 0; i < 4; i++) heldBackLoss += (await trainer.lossOf(await heldBack.batchAt(i))) / 4;
    const model = await exportTrained(recipe, tokenizer.value, trainer, folder);
    if (!model.ok) return model;
    const { step } = done.value;
    return ok({ step, finished: step >= recipe.training.steps, model: model.value, heldBackLoss });
  } finally {
    trainer.dispose();
    device.value.dispose();
  }
}

/**
 * Exports the newest checkpoint of a run, in progress or not, to `<folder>/model.gguf`.
 *
 * Errors: `model/not-found` when there is no checkpoint yet.
 */
export async function exportCheckpoint(recipe: Recipe, folder: string): Promise<Result<string>> {
  const tokenizer = await tokenizerOf(recipe, folder);
  if (!tokenizer.ok) return tokenizer;
  const device = await Device.open(recipe.device);
  if (!device.ok) return device;
  const open = openTrainer(recipe, tokenizer.value, device.value);
  if (!open.ok) return open;
  try {
    const resumed = await resumeRun(open.value, folder);
    if (!resumed.ok) return resumed;
    if (resumed.value === null) return fail("model/not-found", `There is no checkpoint in ${folder} yet.`);
    return await exportTrained(recipe, tokenizer.value, open.value, folder);
  } finally {
    open.value.dispose();
    device.value.dispose();
  }
}

/** Batches of a recipe's training split, by number. */
export function dataOf(recipe: Recipe, tokenizer: Tokenizer, seed = recipe.seed): BatchSource {
  const { rows, length } = recipe.batch;
  return packByLength(
    (index) => encodeDialogue(tokenizer, sampleMixture(recipe.data, "train", seed, index).messages),
    [...shortShapes(recipe), { rows, length }],
  );
}

const shortShapes = ({ batch }: Recipe) => (batch.short === undefined ? [] : [batch.short]);

function openTrainer(recipe: Recipe, tokenizer: Tokenizer, device: Device): Result<Trainer> {
  const { training, batch } = recipe;
  const config: DecoderConfig = { ...recipe.model, vocabulary: tokenizer.size };
  const settings: TrainSettings = {
    ...defaultTrainSettings,
    seed: recipe.seed,
    beta1: training.beta1,
    beta2: training.beta2,
    weightDecay: training.weightDecay,
    clipNorm: training.clipNorm,
    products: training.products,
    accumulate: batch.accumulate * (1 + shortShapes(recipe).length),
    schedule: {
      peak: training.rate,
      floorShare: training.floorShare,
      warmUpSteps: training.warmUpSteps,
      steps: training.steps,
      shape: training.shape,
    },
  };
  try {
    return ok(new Trainer(device, config, settings, dataOf(recipe, tokenizer)));
  } catch (error) {
    if (error instanceof ShapeError)
      return fail("input/invalid", `The recipe does not fit: ${error.message}`);
    throw error;
  }
}

async function exportTrained(
  recipe: Recipe,
  tokenizer: Tokenizer,
  trainer: Trainer,
  folder: string,
): Promise<Result<string>> {
  const path = join(folder, "model.gguf");
  const done = await exportModel(path, trainer.config, (name) => trainer.parameters.get(name).read(), {
    type: recipe.export.type,
    card: {
      name: recipe.name,
      license: recipe.license,
      ...(recipe.description === undefined ? {} : { description: recipe.description }),
    },
    tokenizer: tokenizer.data,
    endToken,
    chatTemplate,
    ...(recipe.export.context === undefined ? {} : { context: recipe.export.context }),
  });
  return done.ok ? ok(path) : done;
}

/** A folder belongs to one recipe; only length, saving, device and export may change between sittings. */
async function claim(recipe: Recipe, folder: string): Promise<Result<null>> {
  const { device: _, export: __, description: ___, training, ...rest } = recipe;
  const { steps: ____, saveEverySteps: _____, ...fixed } = training;
  const hash = createHash("sha256")
    .update(JSON.stringify({ ...rest, training: fixed }))
    .digest("hex");
  const path = join(folder, "recipe.sha256");
  const known = await readFile(path, "utf8").catch(() => null);
  if (known === null) await writeFile(path, hash);
  else if (known !== hash) {
    return fail("input/invalid", `${folder} holds the run of another recipe. Choose another folder.`);
  }
  return ok(null);
}

/** Weights of an earlier run; the optimiser starts afresh. */
async function startFrom(trainer: Trainer, folder: string): Promise<Result<null>> {
  const newest = (await listCheckpoints(folder)).at(-1);
  if (newest === undefined)
    return fail("model/not-found", `There is no checkpoint in ${folder} to start from.`);
  const checkpoint = await readCheckpoint(newest);
  if (!checkpoint.ok) return checkpoint;
  for (const tensor of trainer.parameters.tensors.values()) {
    const stored = checkpoint.value.tensors.get(tensor.name);
    if (stored === undefined || !sameShape(stored.shape, tensor.shape)) {
      return fail("input/invalid", `The run in ${folder} has another shape: ${tensor.name} differs.`);
    }
    tensor.write(stored.values);
  }
  return ok(null);
}

const tokenizerFile = "tokenizer.json";

/** The run's tokenizer: its own, that of the run it starts from, or a new one. */
async function tokenizerOf(recipe: Recipe, folder: string): Promise<Result<Tokenizer>> {
  const path = join(folder, tokenizerFile);
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) {
    const data: TokenizerData = JSON.parse(known);
    return ok(new Tokenizer(data));
  }
  let data: TokenizerData;
  if (recipe.start === undefined) {
    data = trainTokenizer(textsOf(recipe), recipe.tokenizer.size, specialTokens);
  } else {
    const earlier = await readFile(join(recipe.start, tokenizerFile), "utf8").catch(() => null);
    if (earlier === null) return fail("model/not-found", `There is no run in ${recipe.start} to start from.`);
    data = JSON.parse(earlier);
  }
  await writeFile(`${path}.part`, JSON.stringify(data));
  await rename(`${path}.part`, path);
  return ok(new Tokenizer(data));
}

function* textsOf(recipe: Recipe): Generator<string> {
  const mixture = recipe.tokenizer.data ?? recipe.data;
  for (let i = 0; i < recipe.tokenizer.samples; i++) {
    for (const { content } of sampleMixture(mixture, "train", recipe.seed, i).messages) yield content;
  }
}
