/**
 * A Llama-style decoder as a graph: RMSNorm, rotary positions (neighbouring pairs, as llama in GGUF), grouped-query
 * attention, SwiGLU. Every activation passes through a tap, where it can be read, replaced or differentiated by.
 */
import type { Graph } from "../graph/graph.ts";
import { type Node, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, LoraConfig } from "./config.ts";

/**
 * Names of activations, with the layer from 0: `embedding`, `<layer>.attention.in`, `.query`, `.key`, `.value` (by
 * head), `.weights`, `.heads` (before the output matrix), `.attention.out`, `.residual` (between both parts),
 * `.feedforward.in`, `.neurons` (silu(gate) · up), `.feedforward.out`, `.out`, and at the end `final`, `logits`.
 */
export type Tap = (name: string, activation: Node) => Node;

export interface ForwardInputs {
  /** [rows · length] */
  readonly tokens: Node;
  /** [rows · length], from 0 in each sequence */
  readonly positions: Node;
  /** 0 where attention may look and −∞ elsewhere: [keys, length], or [keys, length, 1, rows] */
  readonly mask: Node;
  /** Sequences in the batch. */
  readonly rows: number;
  /** Positions of each. */
  readonly length: number;
}

/** Where keys and values of earlier positions are kept; without one, attention sees the batch's own only. */
export interface KeyValueStore {
  /** Positions that each sequence has room for. */
  readonly capacity: number;
  /** Stores keys or values [kv width, rows · length] and gives all of them: [kv width, rows · capacity]. */
  store(kind: "key" | "value", layer: number, fresh: Node): Node;
}

export interface ForwardOptions {
  readonly lora?: LoraConfig;
  readonly tap?: Tap;
  readonly cache?: KeyValueStore;
  /** Picks positions before the output layer, to save work when only some logits are wanted: [n] indices. */
  readonly only?: Node;
}

/** Logits [vocabulary, rows · length] (or as many rows as `only` picks). */
export function decoderLogits(
  graph: Graph,
  config: DecoderConfig,
  parameter: (name: string) => Node,
  inputs: ForwardInputs,
  options: ForwardOptions = {},
): Node {
  const g = graph;
  const { rows, length } = inputs;
  const { heads, keyValueHeads, width } = config;
  const headSize = width / heads;
  const count = rows * length;
  const tap: Tap = options.tap ?? ((_, activation) => activation);
  const rope = { dimensions: headSize, base: config.ropeBase, pairs: "neighbours" as const };

  const linear = (name: string, x: Node): Node => {
    const y = g.matmul(parameter(`${name}.weight`), x);
    const { lora } = options;
    if (lora === undefined || !lora.targets.some((target) => name.endsWith(`.${target}`))) return y;
    const low = g.matmul(parameter(`${name}.weight.lora_a`), x);
    const update = g.matmul(parameter(`${name}.weight.lora_b`), low);
    return g.add(y, g.scale(update, lora.alpha / lora.rank));
  };
  const norm = (name: string, x: Node): Node =>
    g.mul(g.rmsNorm(x, config.normEpsilon), parameter(`${name}.weight`));
  /** Heads apart, rotated: [head size, heads, rows · length] */
  const rotated = (x: Node, of: number): Node =>
    g.rope(g.reshape(x, shapeOf(headSize, of, count)), inputs.positions, rope);

  let x = tap("embedding", g.rows(parameter("token_embd.weight"), inputs.tokens));
  for (let layer = 0; layer < config.layers; layer++) {
    const block = `blk.${layer}`;
    const tapped = (name: string, activation: Node) => tap(`${layer}.${name}`, activation);
    const attentionIn = tapped("attention.in", norm(`${block}.attn_norm`, x));
    const q = tapped("query", rotated(linear(`${block}.attn_q`, attentionIn), heads));
    const k = tapped("key", rotated(linear(`${block}.attn_k`, attentionIn), keyValueHeads));
    const v = tapped(
      "value",
      g.reshape(linear(`${block}.attn_v`, attentionIn), shapeOf(headSize, keyValueHeads, count)),
    );
    const keep = (kind: "key" | "value", fresh: Node): Node => {
      const flat = g.reshape(fresh, shapeOf(headSize * keyValueHeads, count));
      return options.cache === undefined ? flat : options.cache.store(kind, layer, flat);
    };
    const seen = options.cache?.capacity ?? length;
    const byHead = (flat: Node) => g.reshape(flat, shapeOf(headSize, keyValueHeads, seen, rows));
    const keys = g.permute(byHead(keep("key", k)), [0, 2, 1, 3]);
    const values = g.permute(byHead(keep("value", v)), [1, 2, 0, 3]);
    const queries = g.permute(g.reshape(q, shapeOf(headSize, heads, length, rows)), [0, 2, 1, 3]);
    const weights = tapped(
      "weights",
      g.softmax(g.matmul(keys, queries), 1 / Math.sqrt(headSize), inputs.mask),
    );
    const mixed = g.permute(g.matmul(values, weights), [0, 2, 1, 3]);
    const joined = tapped("heads", g.reshape(mixed, shapeOf(width, count)));
    x = tapped("residual", g.add(x, tapped("attention.out", linear(`${block}.attn_output`, joined))));

    const feedIn = tapped("feedforward.in", norm(`${block}.ffn_norm`, x));
    const gate = g.silu(linear(`${block}.ffn_gate`, feedIn));
    const neurons = tapped("neurons", g.mul(gate, linear(`${block}.ffn_up`, feedIn)));
    x = tapped("out", g.add(x, tapped("feedforward.out", linear(`${block}.ffn_down`, neurons))));
  }
  if (options.only !== undefined) x = g.rows(x, options.only);
  const final = tap("final", norm("output_norm", x));
  return tap("logits", g.matmul(parameter(config.tied ? "token_embd.weight" : "output.weight"), final));
}

/** A tap that reads activations: it fills `found` with the nodes of the wanted names. */
export function readingTap(wanted: ReadonlySet<string>, found: Map<string, Node>): Tap {
  return (name, activation) => {
    if (wanted.has(name)) found.set(name, activation);
    return activation;
  };
}

/**
 * A tap that can replace activations: y · (1 − mask) + stored · mask, where mask and stored are inputs
 * `<name>.mask` and `<name>.stored` of the activation's shape. All zeros leave the model as it is.
 */
export function replacingTap(graph: Graph, wanted: ReadonlySet<string>): Tap {
  return (name, activation) => {
    if (!wanted.has(name)) return activation;
    const mask = graph.input(`${name}.mask`, activation.shape);
    const stored = graph.input(`${name}.stored`, activation.shape);
    return graph.add(graph.mul(activation, graph.scale(mask, -1, 1)), graph.mul(stored, mask));
  };
}
