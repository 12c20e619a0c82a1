/** What a run has before its first step: a folder of its own, a tokenizer, and the weights of an earlier run. */
import { access, readFile, rename, writeFile } from "node:fs/promises";
import { fail, ok, type Result } from "../../contract/result.ts";
import { importModel } from "../export/importModel.ts";
import { elements } from "../graph/node.ts";
import { type DecoderConfig, readConfig } from "../model/config.ts";
import { sampleMixture } from "../tasks/registry.ts";
import { Tokenizer, type TokenizerData } from "../tokenizer/bpe.ts";
import { trainTokenizer } from "../tokenizer/train.ts";
import { listCheckpoints, readCheckpoint, writeCheckpoint } from "../train/checkpoint.ts";
import { storedTensors } from "../train/resume.ts";
import type { Trainer } from "../train/trainer.ts";
import { specialTokens } from "./dialogue.ts";
import type { Recipe } from "./recipe.ts";
import { claimOf, isModelFile, runFiles } from "./runFolder.ts";

/** A folder belongs to one recipe, see `claimOf`. Errors: `input/invalid` when it holds the run of another. */
export async function claimFolder(recipe: Recipe, folder: string): Promise<Result<null>> {
  const hash = claimOf(recipe);
  const path = runFiles(folder).claim;
  const known = await readFile(path, "utf8").catch(() => null);
  if (known === null) await writeFile(path, hash);
  else if (known !== hash) {
    return fail("input/invalid", `${folder} holds the run of another recipe. Choose another folder.`);
  }
  return ok(null);
}

/** Weights that training can start from. */
interface StartingWeights {
  readonly config: DecoderConfig | null;
  valuesOf(name: string): Float32Array | undefined;
}

/**
 * Takes the weights of an earlier run, or of a GGUF model; the optimiser starts afresh.
 *
 * @param start folder of the run, or the model
 * Errors: `model/not-found` without a checkpoint, those of `importModel`, `input/invalid` when the model has another
 * shape.
 */
export async function startFrom(trainer: Trainer, start: string): Promise<Result<null>> {
  const weights = isModelFile(start) ? await weightsOfModel(start) : await weightsOfRun(start);
  if (!weights.ok) return weights;
  const { config, valuesOf } = weights.value;
  const other = differenceOf(trainer.config, config);
  if (other !== null) return fail("input/invalid", `${start} has another shape: ${other} differs.`);
  for (const tensor of trainer.parameters.tensors.values()) {
    const values = valuesOf(tensor.name);
    if (values === undefined || values.length !== elements(tensor.shape)) {
      return fail("input/invalid", `${start} has another shape: ${tensor.name} differs.`);
    }
    tensor.write(values);
  }
  return ok(null);
}

/** Keeps the weights as they are now, see `runFiles`. */
export async function keepStart(trainer: Trainer, folder: string): Promise<void> {
  await writeCheckpoint(runFiles(folder).start, {}, storedTensors(trainer.parameters));
}

/** Those of its newest checkpoint; of a run whose result is a blend, that of its exported model. */
async function weightsOfRun(folder: string): Promise<Result<StartingWeights>> {
  const { start, model } = runFiles(folder);
  if ((await exists(start)) && (await exists(model))) return weightsOfModel(model);
  const newest = (await listCheckpoints(folder)).at(-1);
  if (newest === undefined)
    return fail("model/not-found", `There is no checkpoint in ${folder} to start from.`);
  const checkpoint = await readCheckpoint(newest);
  if (!checkpoint.ok) return checkpoint;
  const { metadata, tensors } = checkpoint.value;
  return ok({
    config: readConfig(metadata.config ?? ""),
    valuesOf: (name) => tensors.get(name)?.values,
  });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function weightsOfModel(path: string): Promise<Result<StartingWeights>> {
  const model = await importModel(path);
  if (!model.ok) return model;
  return ok({ config: model.value.config, valuesOf: (name) => model.value.values.get(name) });
}

/** Where two models cannot share weights; how long a context they are trained for does not matter. */
function differenceOf(config: DecoderConfig, earlier: DecoderConfig | null): string | null {
  if (earlier === null) return "the description of the model";
  const { context: _, ...fixed } = config;
  for (const name of Object.keys(fixed) as (keyof typeof fixed)[]) {
    // A GGUF file keeps these as float32.
    const before = earlier[name];
    if (before !== config[name] && before !== Math.fround(Number(config[name]))) return name;
  }
  return null;
}

/**
 * The run's tokenizer: its own, that of the run it starts from, or a new one, which is kept in the folder.
 *
 * Errors: `model/not-found` when there is no run to start from, `model/unsupported` for a model whose tokenizer is of
 * another kind than the lab's.
 */
export async function tokenizerOf(
  recipe: Recipe,
  folder: string,
  start: string | undefined,
): Promise<Result<Tokenizer>> {
  const path = runFiles(folder).tokenizer;
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) {
    const data: TokenizerData = JSON.parse(known);
    return ok(new Tokenizer(data));
  }
  let data: TokenizerData;
  if (start === undefined) {
    data = trainTokenizer(textsOf(recipe), recipe.tokenizer.size, specialTokens);
  } else if (isModelFile(start)) {
    const model = await importModel(start);
    if (!model.ok) return model;
    if (model.value.tokenizer === null) {
      return fail("model/unsupported", `The tokenizer of ${start} is not of the lab's kind.`);
    }
    data = model.value.tokenizer;
  } else {
    const earlier = await readFile(runFiles(start).tokenizer, "utf8").catch(() => null);
    if (earlier === null) return fail("model/not-found", `There is no run in ${start} to start from.`);
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
