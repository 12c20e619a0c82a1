/**
 * A checkpoint as a model: its weights with the tokenizer of its training folder, as the exported file would hold them.
 */
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import { sameShape, shapeText } from "../graph/node.ts";
import { type DecoderConfig, parameterSpecs, readConfig } from "../model/config.ts";
import type { TokenizerData } from "../tokenizer/bpe.ts";
import { readCheckpoint, readCheckpointHeader } from "../train/checkpoint.ts";
import { endToken } from "./dialogue.ts";
import { readRecipe } from "./recipe.ts";

export interface CheckpointFacts {
  /** Name of the model in the recipe, and the step. */
  readonly name: string;
  /** SPDX identifier; null when the folder does not tell. */
  readonly license: string | null;
  readonly config: DecoderConfig;
  /** Tokens of context that the exported file announces. */
  readonly context: number;
  /** Size of the file, optimiser state included. */
  readonly sizeBytes: number;
}

export interface CheckpointModel extends CheckpointFacts {
  readonly tokenizer: TokenizerData;
  /** By parameter name. */
  readonly values: ReadonlyMap<string, Float32Array>;
}

export const isCheckpointPath = (path: string): boolean => /\.safetensors$/i.test(path);

/**
 * What the header of a checkpoint and its folder tell, without reading the weights.
 *
 * Errors: `model/not-found`, `model/truncated`, `model/damaged`; `model/unsupported` for safetensors files that are no
 * checkpoint of the lab, or without their tokenizer.
 */
export async function checkpointFacts(path: string): Promise<Result<CheckpointFacts>> {
  const header = await readCheckpointHeader(path);
  if (!header.ok) return header;
  const { metadata, shapes, sizeBytes } = header.value;
  const config = readConfig(metadata.config ?? "");
  if (config === null) {
    return fail(
      "model/unsupported",
      `${basename(path)} is not a checkpoint of a training run of Deliberate.`,
    );
  }
  for (const { name, shape } of parameterSpecs(config)) {
    const found = shapes.get(name);
    if (found !== undefined && sameShape(found, shape)) continue;
    const what = found === undefined ? "missing" : shapeText(found);
    return fail(
      "model/unsupported",
      `The checkpoint ${path} does not hold the model that it describes: ${name} is ${what}, want ${shapeText(shape)}.`,
    );
  }
  if ([...shapes.keys()].some((name) => name.includes(".lora_"))) {
    return fail("model/unsupported", `The checkpoint ${path} holds adapters; only whole models can be run.`);
  }
  const tokenizer = await tokenizerBeside(path, config);
  if (!tokenizer.ok) return tokenizer;
  const recipe = readRecipe(await readFile(join(dirname(path), "recipe.yaml"), "utf8").catch(() => ""));
  const step = /(\d+)\.safetensors$/i.exec(path)?.[1];
  const name = recipe.ok ? recipe.value.name : (metadata.recipe ?? basename(dirname(path)));
  return ok({
    name: step === undefined ? name : `${name}, step ${Number(step)}`,
    license: recipe.ok ? recipe.value.license : null,
    config,
    context: (recipe.ok ? recipe.value.export.context : undefined) ?? config.context,
    sizeBytes,
  });
}

/**
 * Reads a checkpoint with everything that is needed to run it.
 *
 * Errors: those of `checkpointFacts`, also when the file is deleted or replaced meanwhile.
 */
export async function readCheckpointModel(path: string): Promise<Result<CheckpointModel>> {
  const facts = await checkpointFacts(path);
  if (!facts.ok) return facts;
  const tokenizer = await tokenizerBeside(path, facts.value.config);
  if (!tokenizer.ok) return tokenizer;
  const checkpoint = await readCheckpoint(path);
  if (!checkpoint.ok) return checkpoint;
  const values = new Map<string, Float32Array>();
  for (const { name } of parameterSpecs(facts.value.config)) {
    const tensor = checkpoint.value.tensors.get(name);
    if (tensor === undefined) return fail("model/damaged", `The checkpoint ${path} lacks ${name}.`);
    values.set(name, tensor.values);
  }
  return ok({ ...facts.value, tokenizer: tokenizer.value, values });
}

async function tokenizerBeside(path: string, config: DecoderConfig): Promise<Result<TokenizerData>> {
  const file = join(dirname(path), "tokenizer.json");
  let data: Partial<TokenizerData>;
  try {
    data = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    return fail(
      "model/unsupported",
      `${basename(path)} lies outside of its training folder: ${file} is missing or unreadable.`,
      String(error),
    );
  }
  const { tokens, merges, special } = data;
  if (!Array.isArray(tokens) || !Array.isArray(merges) || !Array.isArray(special)) {
    return fail("model/damaged", `${file} is no tokenizer of the lab.`);
  }
  if (!special.includes(endToken)) {
    return fail("model/unsupported", `The tokenizer of ${basename(path)} has no token ${endToken}.`);
  }
  if (tokens.length !== config.vocabulary) {
    return fail(
      "model/damaged",
      `${basename(path)} knows ${config.vocabulary} tokens and ${file} ${tokens.length}: they are of different runs.`,
    );
  }
  return ok({ tokens, merges, special });
}
