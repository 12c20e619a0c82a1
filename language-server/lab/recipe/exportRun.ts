/** A run's model as a GGUF file in its folder. */
import { fail, ok, type Result } from "../../contract/result.ts";
import { exportModel } from "../export/exportModel.ts";
import { type DecoderConfig, parameterSpecs, readConfig } from "../model/config.ts";
import type { Tokenizer } from "../tokenizer/bpe.ts";
import { listCheckpoints, readCheckpoint } from "../train/checkpoint.ts";
import { chatTemplate, endToken } from "./dialogue.ts";
import type { Recipe } from "./recipe.ts";
import { runFiles } from "./runFolder.ts";
import { tokenizerOf } from "./runStart.ts";

/**
 * Exports the newest sound checkpoint of a run, in progress or not, to `<folder>/model.gguf`. Needs no device.
 *
 * Errors: `model/not-found` when there is no checkpoint yet, `model/damaged` when it does not fit the recipe.
 */
export async function exportCheckpoint(recipe: Recipe, folder: string): Promise<Result<string>> {
  for (const path of (await listCheckpoints(folder)).toReversed()) {
    const checkpoint = await readCheckpoint(path);
    if (!checkpoint.ok) continue;
    const { metadata, tensors } = checkpoint.value;
    const config = readConfig(metadata.config ?? "");
    if (config === null || parameterSpecs(config).some(({ name }) => !tensors.has(name))) {
      return fail("model/damaged", `The checkpoint ${path} does not hold a whole model.`);
    }
    const tokenizer = await tokenizerOf(recipe, folder, undefined);
    if (!tokenizer.ok) return tokenizer;
    const valuesOf = (name: string) => tensors.get(name)?.values ?? new Float32Array(0);
    return exportTrained(recipe, tokenizer.value, folder, config, valuesOf);
  }
  return fail("model/not-found", "There is no checkpoint to export yet.", folder);
}

/**
 * Writes a run's model as `<folder>/model.gguf`, blended with the weights that it started from where the recipe says so;
 * its path.
 *
 * Errors: those of `exportModel`; `model/not-found` when the weights to blend with were not kept.
 */
export async function exportTrained(
  recipe: Recipe,
  tokenizer: Tokenizer,
  folder: string,
  config: DecoderConfig,
  valuesOf: (name: string) => Float32Array,
): Promise<Result<string>> {
  const path = runFiles(folder).model;
  const share = recipe.export.startShare ?? 0;
  const blended = share > 0 ? await blendedWithStart(folder, valuesOf, share) : ok(valuesOf);
  if (!blended.ok) return blended;
  const done = await exportModel(path, config, blended.value, {
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

/** @param share of the weights before the first step, from 0 to 1. */
async function blendedWithStart(
  folder: string,
  trained: (name: string) => Float32Array,
  share: number,
): Promise<Result<(name: string) => Float32Array>> {
  const start = await readCheckpoint(runFiles(folder).start);
  if (!start.ok) {
    return fail(
      "model/not-found",
      `The weights that the run in ${folder} started from were not kept. Set startShare before its first step.`,
      start.error.message,
    );
  }
  const { tensors } = start.value;
  return ok((name) => {
    const before = tensors.get(name)?.values ?? new Float32Array(0);
    return trained(name).map((value, i) => (1 - share) * value + share * (before[i] ?? Number.NaN));
  });
}
