/** The part of a graph that training and measuring have in common: from a batch to logits. */
import type { Arena } from "../ggml/device.ts";
import type { InputValues } from "../ggml/program.ts";
import type { Graph } from "../graph/graph.ts";
import { type Node, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, LoraConfig } from "../model/config.ts";
import { decoderLogits } from "../model/decoder.ts";
import { type Batch, type BatchShape, causalMask } from "./data.ts";

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
        ? packedMask(g, g.input("segments", shapeOf(length, 1, 1, rows)))
        : causalMaskOf(g, length),
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
    ...(packed ? { segments: Float32Array.from(batch.segments ?? new Int32Array(rows * length)) } : {}),
  };
}

const causalMaskOf = (g: Graph, length: number): Node =>
  g.constant(causalMask(length), shapeOf(length, length));

/** What no probability survives, and no sum overflows. */
const farAway = -1e9;

/**
 * Mask [length, length, 1, rows] that keeps attention causal and inside segments [length, 1, 1, rows]. Computed on the
 * device: with many rows it is far larger than all other inputs together.
 */
export function packedMask(g: Graph, segments: Node): Node {
  const [length, , , rows] = segments.shape;
  const ofKeys = g.repeat(segments, [length, length, 1, rows]);
  const apart = g.sub(ofKeys, g.reshape(segments, [1, length, 1, rows]));
  return g.add(g.scale(g.clamp(g.sqr(apart), 0, 1), farAway), causalMaskOf(g, length));
}
