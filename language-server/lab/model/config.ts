/** Shape of a Llama-style decoder and the names and shapes of its parameters (GGUF's names). */
import { type Shape, ShapeError, shapeOf } from "../graph/node.ts";

export interface DecoderConfig {
  readonly vocabulary: number;
  readonly layers: number;
  /** Width of the residual stream. */
  readonly width: number;
  readonly heads: number;
  /** Heads of keys and values; fewer than `heads` share them (grouped-query attention). */
  readonly keyValueHeads: number;
  /** Width inside the feed-forward part. */
  readonly hidden: number;
  /** Longest sequence in tokens. */
  readonly context: number;
  readonly ropeBase: number;
  readonly normEpsilon: number;
  /** The output layer is the embedding. */
  readonly tied: boolean;
}

/** Low-rank adapters (Hu et al. 2021): y = W x + alpha / rank · B A x. */
export interface LoraConfig {
  readonly rank: number;
  readonly alpha: number;
  readonly targets: readonly Projection[];
}

/** The matrices of a layer, by their names in GGUF. */
const projections = ["attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"] as const;
export type Projection = (typeof projections)[number];

export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  /** `residual`: writes to the residual stream; `zero`: the second half of an adapter. */
  readonly role: "embedding" | "matrix" | "residual" | "norm" | "adapter" | "zero";
}

/** Checks what the shapes of the layers rely on. Throws `ShapeError`. */
function checkConfig(config: DecoderConfig): void {
  const { width, heads, keyValueHeads } = config;
  const headSize = width / heads;
  if (!Number.isInteger(headSize) || headSize % 2 !== 0) {
    throw new ShapeError(`A width of ${width} does not split into ${heads} heads of even size.`);
  }
  if (!Number.isInteger(heads / keyValueHeads)) {
    throw new ShapeError(`${heads} heads cannot share ${keyValueHeads} heads of keys and values.`);
  }
  shapeOf(config.vocabulary, config.layers, config.hidden, config.context);
}

/** Names (those of GGUF), shapes and roles of a decoder's parameters. Throws `ShapeError` where a width does not split. */
export function parameterSpecs(config: DecoderConfig): readonly ParameterSpec[] {
  checkConfig(config);
  const { width, hidden, vocabulary } = config;
  const kv = (width / config.heads) * config.keyValueHeads;
  const specs: ParameterSpec[] = [
    { name: "token_embd.weight", shape: shapeOf(width, vocabulary), role: "embedding" },
  ];
  for (let layer = 0; layer < config.layers; layer++) {
    const add = (name: string, role: ParameterSpec["role"], ...extents: number[]) =>
      specs.push({ name: `blk.${layer}.${name}.weight`, shape: shapeOf(...extents), role });
    add("attn_norm", "norm", width);
    add("attn_q", "matrix", width, width);
    add("attn_k", "matrix", width, kv);
    add("attn_v", "matrix", width, kv);
    add("attn_output", "residual", width, width);
    add("ffn_norm", "norm", width);
    add("ffn_gate", "matrix", width, hidden);
    add("ffn_up", "matrix", width, hidden);
    add("ffn_down", "residual", hidden, width);
  }
  specs.push({ name: "output_norm.weight", shape: shapeOf(width), role: "norm" });
  if (!config.tied) {
    specs.push({ name: "output.weight", shape: shapeOf(width, vocabulary), role: "embedding" });
  }
  return specs;
}

/** Parameters of the adapters alone. */
export function loraSpecs(config: DecoderConfig, lora: LoraConfig): readonly ParameterSpec[] {
  return parameterSpecs(config).flatMap((spec) => {
    if (!lora.targets.some((target) => spec.name.endsWith(`.${target}.weight`))) return [];
    return [
      { name: `${spec.name}.lora_a`, shape: shapeOf(spec.shape[0], lora.rank), role: "adapter" as const },
      { name: `${spec.name}.lora_b`, shape: shapeOf(lora.rank, spec.shape[1]), role: "zero" as const },
    ];
  });
}

export const parameterCount = (config: DecoderConfig): number =>
  parameterSpecs(config).reduce((sum, { shape }) => sum + shape[0] * shape[1] * shape[2] * shape[3], 0);

/** A shape as stored in a checkpoint; null when the text describes no model. */
export function readConfig(text: string): DecoderConfig | null {
  try {
    const value: Partial<Record<keyof DecoderConfig, unknown>> = JSON.parse(text);
    const number = (key: keyof DecoderConfig): number => {
      const found = value[key];
      if (typeof found !== "number") throw new ShapeError(`${key} is no number.`);
      return found;
    };
    const config: DecoderConfig = {
      vocabulary: number("vocabulary"),
      layers: number("layers"),
      width: number("width"),
      heads: number("heads"),
      keyValueHeads: number("keyValueHeads"),
      hidden: number("hidden"),
      context: number("context"),
      ropeBase: number("ropeBase"),
      normEpsilon: number("normEpsilon"),
      tied: value.tied === true,
    };
    checkConfig(config);
    return config;
  } catch {
    return null;
  }
}
