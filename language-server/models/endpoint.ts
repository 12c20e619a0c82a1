import { fail, ok, type Result } from "../contract/result.ts";
import { formatEndpoint, hostsText, parseEndpoint } from "../core/endpoint/address.ts";
import { memoryFor } from "../core/models/memory.ts";
import type { ModelDetails } from "./header.ts";

/**
 * A model behind an endpoint, described as a model file is, without asking the endpoint anything. It needs no memory
 * here.
 */
export function endpointDetails(text: string): Result<ModelDetails> {
  const address = parseEndpoint(text);
  if (address === null) {
    return fail(
      "endpoint/bad-address",
      `“${text}” is not an address such as http://localhost:8080/v1#model; keys do not belong into it.`,
    );
  }
  const shape = {
    weightsBytes: 0,
    layers: [],
    slidingWindow: null,
    heads: 0,
    embeddingLength: 0,
    vocabularySize: 0,
  };
  const memory = memoryFor(shape, { contextTokens: 0, sequences: 1, batchTokens: 0 });
  return ok({
    path: formatEndpoint(address),
    name: address.model ?? hostsText(address),
    architecture: "endpoint",
    sizeBytes: 0,
    parameterCount: null,
    quantisation: "unknown",
    trainContextTokens: null,
    layers: null,
    embeddingLength: null,
    headCount: null,
    kvHeadCount: null,
    headDimension: null,
    vocabularySize: null,
    hasChatTemplate: true,
    hasWeights: true,
    memoryNeed: { contextTokens: 0, sequences: 1, bytes: 0 },
    parts: [],
    shape,
    memory,
    slidingWindowTokens: null,
    notes: ["Behind an endpoint; it needs no memory here."],
  });
}
