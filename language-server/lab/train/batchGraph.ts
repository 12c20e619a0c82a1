/** The part of a graph that training and measuring have in common: from a batch to logits. */
import type { Arena } from "../ggml/device.ts";
import type { InputValues } from "../ggml/program.ts";
import type { Graph } from "../graph/graph.ts";
import { type Node, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, LoraConfig } from "../model/config.ts";
import { decoderLogits } from "../model/decoder.ts";
import { type Batch, type BatchShape, causalMask, segmentMask } from "./data.ts";

export interface BatchGraph {
  readonly config: DecoderConfig;
  readonly parameters: Arena;
  readonly lora: LoraConfig | undefined;
  readonly shape: BatchShape;
  /** Whether the batches have segments. */
  readonly packed: boolean;
}

/** Logits [vocabulary, rows · length] of a batch whose values are given by `batchInputs`. */
export function batchLogits(g: Graph, { config, parameters, lora, shape, packed }: BatchGraph): Node {
  const { rows, length } = shape;
  const count = shapeOf(rows * length);
  return decoderLogits(
    g,
    config,
    (name) => g.tensor(parameters.get(name)),
    {
      tokens: g.input("tokens", count, "i32"),
      positions: g.input("positions", count, "i32"),
      mask: packed
        ? g.input("mask", shapeOf(length, length, 1, rows))
        : g.constant(causalMask(length), shapeOf(length, length)),
      rows,
      length,
    },
    lora === undefined ? {} : { lora },
  );
}

/** Values of the inputs that `batchLogits` makes. */
export function batchInputs(batch: Batch, { rows, length }: BatchShape, packed: boolean): InputValues {
  return {
    tokens: batch.tokens,
    positions: batch.positions,
    ...(packed ? { mask: segmentMask(batch.segments ?? new Int32Array(rows * length), rows, length) } : {}),
  };
}
