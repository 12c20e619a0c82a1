import type { LlamaModel } from "node-llama-cpp";
import { AddonBatches } from "./addonBatches.ts";
import type { BatchContext } from "./batchContext.ts";
import type { CpuModel } from "./cpu/cpuModel.ts";
import { nativeOf } from "./nativeContext.ts";

/** llama.cpp rounds the cells of a sequence up to this. */
const cellsRoundedTo = 256;

export interface ContextWish {
  /** Tokens of each sequence: these, or as many as fit between two numbers. */
  readonly contextSize: number | { readonly min: number; readonly max: number };
  readonly sequences: number;
  readonly batchTokens: number;
  readonly threads: number;
}

export interface OpenContext {
  readonly batches: BatchContext;
  readonly contextTokens: number;
  readonly batchTokens: number;
  readonly threads: number;
  dispose(): void | Promise<void>;
}

/** Through the addon; null when the library's internals are not those we know. @throws without memory */
export async function openAddonContext(model: LlamaModel, wish: ContextWish): Promise<OpenContext | null> {
  const { contextSize, sequences, batchTokens, threads } = wish;
  const context = await model.createContext({ contextSize, sequences, batchSize: batchTokens, threads });
  const native = nativeOf(context);
  if (native === null) {
    await context.dispose();
    return null;
  }
  return {
    batches: new AddonBatches(native),
    contextTokens: context.contextSize,
    batchTokens: context.batchSize,
    threads: context.currentThreads,
    dispose: () => context.dispose(),
  };
}

/**
 * On the processor, without the addon.
 * @param vocabulary the same model as the addon knows it: tells what fits into the memory
 * @throws without memory
 */
export async function openCpuContext(
  vocabulary: LlamaModel,
  model: CpuModel,
  { contextSize, sequences, batchTokens, threads }: ContextWish,
): Promise<OpenContext> {
  const { fileInsights } = vocabulary;
  const trained = fileInsights.trainContextSize ?? Number.POSITIVE_INFINITY;
  const fitting = await fileInsights.configurationResolver.resolveContextContextSize(contextSize, {
    batchSize: batchTokens,
    sequences,
    modelGpuLayers: 0,
    modelTrainContextSize: trained,
    flashAttention: vocabulary.defaultContextFlashAttention,
  });
  // The cells exist anyway.
  const rounded = Math.ceil(fitting / cellsRoundedTo) * cellsRoundedTo;
  const contextTokens = rounded < trained ? rounded : fitting;
  const context = model.createContext({ contextTokens, sequences, batchTokens, threads });
  return { batches: context, contextTokens, batchTokens, threads, dispose: () => context.dispose() };
}
