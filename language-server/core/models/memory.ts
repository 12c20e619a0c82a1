/**
 * How much memory a model needs, from its header alone.
 *
 *   need = weights + KV cache + recurrent state + compute buffer
 *
 * - weights: bytes of all tensors.
 * - KV cache: sum over attention layers of  kvHeads · (keyLength + valueLength) · cacheBytes · cells · sequences,
 *   which for equal layers is the familiar 2 · layers · kvHeads · headDimension · cacheBytes · context · sequences.
 *   `cells` is the context rounded up to 256; for a sliding-window layer at most window + batch rounded up to 256.
 * - recurrent state (Mamba, RWKV, short convolutions and hybrids): a fixed 32-bit state for each layer and sequence.
 * - compute buffer: llama.cpp reserves its graph for a full batch and reuses memory between layers, so the larger of
 *   the output stage, batch · (vocabulary + embedding) · 4, and the attention stage, batch · (6 · embedding + context
 *   + heads · context) · 4 without flash attention or batch · (10 · embedding + context) · 4 with it. The factors of
 *   the embedding were fitted to what llama.cpp reports for the two models under test/fixtures/models (within 12 %;
 *   weights and KV cache agree to the byte).
 *
 * An estimate for choosing and warning, not an allocation: graphics drivers and runtimes add some hundred MB.
 */

/** Kind of memory a layer keeps between tokens. */
interface LayerMemory {
  /** Bytes of 16-bit keys and values for one cell, divided by two: number of values. */
  readonly valuesPerCell: number;
  /** Cells are limited to the sliding window. */
  readonly windowed: boolean;
  /** 32-bit numbers of recurrent state for one sequence. */
  readonly stateValues: number;
}

/** What the estimate needs of a model. */
export interface MemoryShape {
  readonly weightsBytes: number;
  readonly layers: readonly LayerMemory[];
  /** Sliding window in tokens; null when every layer sees the whole context. */
  readonly slidingWindow: number | null;
  readonly heads: number;
  readonly embeddingLength: number;
  readonly vocabularySize: number;
}

export interface MemoryRequest {
  /** Tokens for each sequence. */
  readonly contextTokens: number;
  readonly sequences: number;
  /** Tokens evaluated at once; 512 by default. */
  readonly batchTokens?: number;
  /** Bytes of one cached value; 2 (16 bit) by default. */
  readonly cacheBytes?: number;
  /** True by default: the engine turns it on wherever the model supports it. */
  readonly flashAttention?: boolean;
}

export interface MemoryNeed {
  readonly weightsBytes: number;
  readonly kvBytes: number;
  readonly recurrentBytes: number;
  readonly computeBytes: number;
  readonly totalBytes: number;
}

const padded = (tokens: number, to: number): number => Math.ceil(tokens / to) * to;

/** Memory in bytes for a model of this shape; see the formula above. */
export function memoryFor(shape: MemoryShape, request: MemoryRequest): MemoryNeed {
  const sequences = Math.max(1, Math.floor(request.sequences));
  const context = padded(Math.max(1, Math.floor(request.contextTokens)), 256);
  const batch = Math.max(1, Math.min(request.batchTokens ?? 512, context * sequences));
  const cacheBytes = request.cacheBytes ?? 2;
  const windowCells =
    shape.slidingWindow === null ? context : Math.min(context, padded(shape.slidingWindow + batch, 256));
  let kvBytes = 0;
  let recurrentBytes = 0;
  for (const layer of shape.layers) {
    kvBytes += layer.valuesPerCell * cacheBytes * (layer.windowed ? windowCells : context) * sequences;
    recurrentBytes += layer.stateValues * 4 * sequences;
  }
  const output = batch * (shape.vocabularySize + shape.embeddingLength) * 4;
  const attention =
    (request.flashAttention ?? true)
      ? batch * (10 * shape.embeddingLength + context) * 4
      : batch * (6 * shape.embeddingLength + context + shape.heads * context) * 4;
  const computeBytes = Math.max(output, attention);
  const weightsBytes = shape.weightsBytes;
  return {
    weightsBytes,
    kvBytes,
    recurrentBytes,
    computeBytes,
    totalBytes: Math.ceil(weightsBytes + kvBytes + recurrentBytes + computeBytes),
  };
}
