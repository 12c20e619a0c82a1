/** Carries out a recipe in a folder: tokenizer, training with resumption, and the exported model. */
import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import type { TrainingPoint } from "../../contract/lab.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { Device } from "../ggml/device.ts";
import { ShapeError } from "../graph/node.ts";
import { type DecoderConfig, parameterCount } from "../model/config.ts";
import { selfTest } from "../selfTest.ts";
import type { Tokenizer } from "../tokenizer/bpe.ts";
import { listCheckpoints } from "../train/checkpoint.ts";
import type { Batch, BatchSource } from "../train/data.ts";
import { HeldBack } from "../train/heldBack.ts";
import { defaultTrainSettings, type TrainSettings } from "../train/settings.ts";
import { Trainer } from "../train/trainer.ts";
import { runTraining } from "../train/trainingRun.ts";
import { batchesOf, batchShapes } from "./batches.ts";
import { BatchesAhead } from "./batchesAhead.ts";
import { exportTrained } from "./exportRun.ts";
import type { Recipe } from "./recipe.ts";
import { claimFolder, keepStart, startFrom, tokenizerOf } from "./runStart.ts";

/** Offset of the seeds of data that is only looked at, so that it never is training data. */
const heldBackSeed = 0x10000000;

/** Sets of held-back batches, one of each shape, for the figures at the end; the curve takes the first. */
const heldBackSets = 4;

/** Its native code is about to be loaded, or it has passed the self-test. */
export type DeviceState = "opening" | "tested";

export interface RecipeRun {
  /** Folder of the run whose last weights and tokenizer this one starts from, or a GGUF model. */
  readonly start?: string;
  /** Told before native code can end the process, and when the device has shown that it computes rightly. */
  readonly onDevice?: (kind: Recipe["device"]["kind"], state: DeviceState) => void | Promise<void>;
  /** Called once, before the first step. */
  readonly onOpen?: (facts: RunFacts) => void | Promise<void>;
  /** The module `dataWorker`, for devices that are faster than one thread makes batches. */
  readonly dataEntry?: URL;
  readonly onStep?: (point: TrainingPoint) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface RunFacts {
  /** As ggml names it. */
  readonly device: string;
  readonly parameters: number;
  /** Steps that were taken in earlier sittings, and in all. */
  readonly step: number;
  readonly steps: number;
}

export interface RecipeResult {
  readonly step: number;
  readonly finished: boolean;
  /** Path of the exported model; written when stopped early too, from the last step. */
  readonly model: string;
  /** On samples of the training distribution that are never trained on: mean loss in nats per learned token … */
  readonly heldBackLoss: number;
  /** … and share of learned positions whose most probable token is the right one. */
  readonly heldBackAccuracy: number;
}

/**
 * Trains, or goes on training, and exports to `<folder>/model.gguf`. What the recipe starts from is `run.start`, already
 * trained; `partsOf` finds it.
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
  const claimed = await claimFolder(recipe, folder);
  if (!claimed.ok) return claimed;
  const tokenizer = await tokenizerOf(recipe, folder, run.start);
  if (!tokenizer.ok) return tokenizer;
  await run.onDevice?.(recipe.device.kind, "opening");
  const device = await Device.open(recipe.device);
  if (!device.ok) return device;
  const tested = await selfTest(device.value);
  if (tested.ok) await run.onDevice?.(recipe.device.kind, "tested");
  const ahead = batchesAhead(recipe, tokenizer.value, run.dataEntry);
  const source = ahead ?? batchesOf(recipe, tokenizer.value, recipe.seed);
  const open = tested.ok ? openTrainer(recipe, tokenizer.value, device.value, source) : tested;
  if (!open.ok) {
    await ahead?.dispose();
    device.value.dispose();
    return open;
  }
  const trainer = open.value;
  const heldBack = new HeldBack(trainer, recipe.batch, true);
  const unseen = await heldBackOf(recipe, tokenizer.value);
  try {
    if (run.start !== undefined && (await listCheckpoints(folder)).length === 0) {
      const started = await startFrom(trainer, run.start);
      if (!started.ok) return started;
      if ((recipe.export.startShare ?? 0) > 0) await keepStart(trainer, folder);
    }
    const done = await runTraining(trainer, {
      folder,
      steps: recipe.training.steps,
      saveEverySteps: recipe.training.saveEverySteps,
      measure: {
        everySteps: recipe.training.measureEverySteps,
        now: () => heldBack.measure(unseen.slice(0, unseen.length / heldBackSets)),
      },
      notes: { recipe: recipe.name },
      onStart: (step) =>
        run.onOpen?.({
          device: device.value.description,
          parameters: parameterCount(trainer.config),
          step,
          steps: recipe.training.steps,
        }),
      ...(run.onStep === undefined ? {} : { onStep: run.onStep }),
      ...(run.signal === undefined ? {} : { signal: run.signal }),
    });
    if (!done.ok) return done;
    const { loss, accuracy } = await heldBack.measure(unseen);
    const model = await exportTrained(recipe, tokenizer.value, folder, trainer.config, (name) =>
      trainer.parameters.get(name).read(),
    );
    if (!model.ok) return model;
    const { step } = done.value;
    return ok({
      step,
      finished: step >= recipe.training.steps,
      model: model.value,
      heldBackLoss: loss,
      heldBackAccuracy: accuracy,
    });
  } finally {
    heldBack.dispose();
    trainer.dispose();
    await ahead?.dispose();
    device.value.dispose();
  }
}

/** Threads that are more than any device was seen to need. */
const dataThreadsMaximum = 6;

/** On a CPU making a batch takes a hundredth of the time of its step, and the step wants all threads. */
function batchesAhead(recipe: Recipe, tokenizer: Tokenizer, entry: URL | undefined): BatchesAhead | null {
  if (entry === undefined || recipe.device.kind === "cpu") return null;
  const threads = Math.max(1, Math.min(availableParallelism() - 1, dataThreadsMaximum));
  return new BatchesAhead(recipe, tokenizer, recipe.seed, entry, threads);
}

/** Batches of the recipe's distribution that are only looked at. */
async function heldBackOf(recipe: Recipe, tokenizer: Tokenizer): Promise<readonly Batch[]> {
  const source = batchesOf(recipe, tokenizer, recipe.seed + heldBackSeed);
  const batches: Batch[] = [];
  const count = heldBackSets * batchShapes(recipe).length;
  for (let i = 0; i < count; i++) batches.push(await source.batchAt(i));
  return batches;
}

function openTrainer(
  recipe: Recipe,
  tokenizer: Tokenizer,
  device: Device,
  source: BatchSource,
): Result<Trainer> {
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
    accumulate: batch.accumulate * batchShapes(recipe).length,
    schedule: {
      peak: training.rate,
      floorShare: training.floorShare,
      warmUpSteps: training.warmUpSteps,
      steps: training.steps,
      shape: training.shape,
    },
  };
  try {
    return ok(new Trainer(device, config, settings, source));
  } catch (error) {
    if (error instanceof ShapeError)
      return fail("input/invalid", `The recipe does not fit: ${error.message}`);
    throw error;
  }
}
