/** What a run has before its first step: a folder of its own, a tokenizer, and the weights of an earlier run. */
import { readFile, rename, writeFile } from "node:fs/promises";
import { fail, ok, type Result } from "../../contract/result.ts";
import { sameShape } from "../graph/node.ts";
import { type DecoderConfig, readConfig } from "../model/config.ts";
import { sampleMixture } from "../tasks/registry.ts";
import { Tokenizer, type TokenizerData } from "../tokenizer/bpe.ts";
import { trainTokenizer } from "../tokenizer/train.ts";
import { listCheckpoints, readCheckpoint } from "../train/checkpoint.ts";
import type { Trainer } from "../train/trainer.ts";
import { specialTokens } from "./dialogue.ts";
import type { Recipe } from "./recipe.ts";
import { claimOf, runFiles } from "./runFolder.ts";

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

/**
 * Takes the weights of an earlier run; the optimiser starts afresh.
 *
 * Errors: `model/not-found` without a checkpoint, `input/invalid` when its model has another shape.
 */
export async function startFrom(trainer: Trainer, folder: string): Promise<Result<null>> {
  const newest = (await listCheckpoints(folder)).at(-1);
  if (newest === undefined)
    return fail("model/not-found", `There is no checkpoint in ${folder} to start from.`);
  const checkpoint = await readCheckpoint(newest);
  if (!checkpoint.ok) return checkpoint;
  const { metadata, tensors } = checkpoint.value;
  const other = differenceOf(trainer.config, readConfig(metadata.config ?? ""));
  if (other !== null)
    return fail("input/invalid", `The run in ${folder} has another shape: ${other} differs.`);
  for (const tensor of trainer.parameters.tensors.values()) {
    const stored = tensors.get(tensor.name);
    if (stored === undefined || !sameShape(stored.shape, tensor.shape)) {
      return fail("input/invalid", `The run in ${folder} has another shape: ${tensor.name} differs.`);
    }
    tensor.write(stored.values);
  }
  return ok(null);
}

/** Where two models cannot share weights; how long a context they are trained for does not matter. */
function differenceOf(config: DecoderConfig, earlier: DecoderConfig | null): string | null {
  if (earlier === null) return "the description of the model";
  const { context: _, ...fixed } = config;
  for (const name of Object.keys(fixed) as (keyof typeof fixed)[]) {
    if (earlier[name] !== config[name]) return name;
  }
  return null;
}

/**
 * The run's tokenizer: its own, that of the run it starts from, or a new one, which is kept in the folder.
 *
 * Errors: `model/not-found` when there is no run to start from.
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
