import type { Result } from "../contract/result.ts";
import { ok } from "../contract/result.ts";
import { memoryFor } from "../core/models/memory.ts";
import { parameterCount } from "../lab/model/config.ts";
import { checkpointFacts } from "../lab/recipe/checkpointModel.ts";
import type { HeaderOptions, ModelDetails } from "./header.ts";

/** The lab keeps keys and values as 32-bit floats. */
const cacheBytes = 4;

/**
 * A checkpoint of the lab described as a model file is. The memory need is that of running it, not of training it.
 *
 * Errors: those of `checkpointFacts`.
 */
export async function readCheckpointDetails(
  path: string,
  options: HeaderOptions,
): Promise<Result<ModelDetails>> {
  const facts = await checkpointFacts(path);
  if (!facts.ok) return facts;
  const { config, name, license, context, sizeBytes } = facts.value;
  const parameters = parameterCount(config);
  const headDimension = config.width / config.heads;
  const request = {
    ...options,
    contextTokens: options.contextTokens ?? 4096,
    sequences: options.sequences ?? 1,
  };
  const shape = {
    weightsBytes: parameters * 4,
    // `memoryFor` counts 16-bit values unless told otherwise; so two for each of ours.
    layers: Array.from({ length: config.layers }, () => ({
      valuesPerCell: (2 * headDimension * config.keyValueHeads * cacheBytes) / 2,
      windowed: false,
      stateValues: 0,
    })),
    slidingWindow: null,
    heads: config.heads,
    embeddingLength: config.width,
    vocabularySize: config.vocabulary,
  };
  const memory = memoryFor(shape, { ...request, flashAttention: false });
  return ok({
    path,
    name,
    architecture: "llama",
    sizeBytes,
    parameterCount: parameters,
    quantisation: "F32",
    trainContextTokens: context,
    layers: config.layers,
    embeddingLength: config.width,
    headCount: config.heads,
    kvHeadCount: config.keyValueHeads,
    headDimension,
    vocabularySize: config.vocabulary,
    hasChatTemplate: true,
    hasWeights: true,
    memoryNeed: {
      contextTokens: request.contextTokens,
      sequences: request.sequences,
      bytes: memory.totalBytes,
    },
    ...(license === null ? {} : { licence: license }),
    parts: [path],
    shape,
    memory,
    slidingWindowTokens: null,
    notes: ["A checkpoint of a training run; it is run by the lab's engine."],
  });
}
