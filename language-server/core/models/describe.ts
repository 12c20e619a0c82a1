/**
 * From the raw header to what the product shows and computes with: names, sizes, shape of the attention.
 */

import type { ArrayValue, GgufHeader, HeaderValue } from "./gguf.ts";
import type { MemoryShape } from "./memory.ts";

/** What a header says, before the sizes of the files come in. */
export interface ModelFacts {
  readonly architecture: string;
  readonly name: string | null;
  readonly fileType: number | null;
  readonly trainContextTokens: number | null;
  readonly layers: number | null;
  readonly embeddingLength: number | null;
  readonly headCount: number | null;
  readonly kvHeadCount: number | null;
  readonly headDimension: number | null;
  readonly vocabularySize: number | null;
  readonly slidingWindow: number | null;
  readonly hasChatTemplate: boolean;
  readonly licence: string | null;
  /** Everything of `MemoryShape` but the bytes of the weights. */
  readonly shape: Omit<MemoryShape, "weightsBytes">;
  /** What was assumed where the header does not say; sentences for a tooltip. */
  readonly notes: readonly string[];
}

/** More than any model has; a larger number would only make the per-layer lists long. */
const mostLayers = 4096;

class Values {
  readonly #values: ReadonlyMap<string, HeaderValue>;
  constructor(values: ReadonlyMap<string, HeaderValue>) {
    this.#values = values;
  }
  text(key: string): string | null {
    const value = this.#values.get(key);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  }
  array(key: string): ArrayValue | null {
    const value = this.#values.get(key);
    return typeof value === "object" ? value : null;
  }
  /** A non-negative number, or the largest of an array of them. */
  number(key: string): number | null {
    const value = this.#values.get(key);
    const number = typeof value === "object" ? Math.max(0, ...(value.numbers ?? [])) : value;
    return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
  }
  /** Value for one layer: of an array the layer's own, else the same for all. */
  perLayer(key: string, layer: number): number | null {
    const value = this.#values.get(key);
    const number = typeof value === "object" ? value.numbers?.[layer] : value;
    return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
  }
}

/**
 * Which layers use the sliding window, where llama.cpp fixes it in code and the header has no pattern: of every `period`
 * layers one sees the whole context, the last of them (or the first).
 */
const windowPeriods: Readonly<Record<string, { readonly period: number; readonly fullFirst?: boolean }>> = {
  gemma2: { period: 2 },
  gemma3: { period: 6 },
  gemma3n: { period: 5 },
  "gpt-oss": { period: 2 },
  cohere2: { period: 4 },
  olmo2: { period: 4 },
  exaone4: { period: 4 },
  smallthinker: { period: 4, fullFirst: true },
};

/** Reads the facts out of a header. */
export function modelFacts(header: GgufHeader): ModelFacts {
  const values = new Values(header.values);
  const architecture = values.text("general.architecture") ?? "unknown";
  const key = (name: string): string => `${architecture}.${name}`;
  const notes: string[] = [];

  const layers = values.number(key("block_count"));
  const embeddingLength = values.number(key("embedding_length"));
  const headCount = values.number(key("attention.head_count"));
  const kvHeadCount = values.number(key("attention.head_count_kv")) ?? headCount;
  const headDimension =
    values.number(key("attention.key_length")) ??
    (embeddingLength !== null && headCount !== null && headCount > 0 ? embeddingLength / headCount : null);
  const vocabularySize =
    values.array("tokenizer.ggml.tokens")?.length ?? values.number(key("vocab_size")) ?? header.embeddingRows;
  const windowValue = values.number(key("attention.sliding_window"));
  const slidingWindow = windowValue === null || windowValue === 0 ? null : windowValue;

  const windowed = windowedLayers(values, architecture, slidingWindow, notes);
  const state = recurrentState(values, key, embeddingLength ?? 0, headCount ?? 0);
  const interval = values.number(key("full_attention_interval"));
  const sharedLayers = values.number(key("attention.shared_kv_layers")) ?? 0;
  const layerCount = Math.min(layers ?? 0, mostLayers);
  const anyWithoutHeads = Array.from(
    { length: layerCount },
    (_, layer) => values.perLayer(key("attention.head_count_kv"), layer) ?? headCount ?? 0,
  ).includes(0);

  const shapeLayers = Array.from({ length: layerCount }, (_, layer) => {
    const kvHeads = values.perLayer(key("attention.head_count_kv"), layer) ?? headCount ?? 0;
    const isWindowed = windowed(layer);
    const keyLength =
      (isWindowed ? values.number(key("attention.key_length_swa")) : null) ?? headDimension ?? 0;
    const valueLength =
      (isWindowed ? values.number(key("attention.value_length_swa")) : null) ??
      values.number(key("attention.value_length")) ??
      headDimension ??
      0;
    const byInterval = interval !== null && interval > 0;
    const attends = byInterval ? (layer + 1) % interval === 0 : kvHeads > 0;
    // Nemotron-H has layers of a third kind, with a feed-forward network only.
    const onlyFeedForward =
      architecture.startsWith("nemotron_h") && (values.perLayer(key("feed_forward_length"), layer) ?? 0) > 0;
    const recurs = state > 0 && !onlyFeedForward && (byInterval || anyWithoutHeads ? !attends : true);
    // Later layers of some models read the cache of an earlier one and have none of their own.
    const ownsCache = attends && layer < layerCount - sharedLayers;
    return {
      valuesPerCell: ownsCache ? kvHeads * (keyLength + valueLength) : 0,
      windowed: isWindowed,
      stateValues: recurs ? state : 0,
    };
  });
  if (layers === null || embeddingLength === null) {
    notes.push("The header does not describe the attention, so the KV cache is not counted.");
  }

  return {
    architecture,
    name: values.text("general.name"),
    fileType: values.number("general.file_type"),
    trainContextTokens: values.number(key("context_length")),
    layers,
    embeddingLength,
    headCount,
    kvHeadCount,
    headDimension,
    vocabularySize,
    slidingWindow,
    hasChatTemplate: values.text("tokenizer.chat_template") !== null,
    licence: values.text("general.license") ?? values.text("general.license.name"),
    shape: {
      layers: shapeLayers,
      slidingWindow,
      heads: headCount ?? 0,
      embeddingLength: embeddingLength ?? 0,
      vocabularySize: vocabularySize ?? 0,
    },
    notes,
  };
}

function windowedLayers(
  values: Values,
  architecture: string,
  slidingWindow: number | null,
  notes: string[],
): (layer: number) => boolean {
  if (slidingWindow === null) return () => false;
  const patternKey = `${architecture}.attention.sliding_window_pattern`;
  const array = values.array(patternKey)?.numbers;
  const known = windowPeriods[architecture];
  const period = array === undefined ? (values.number(patternKey) ?? known?.period ?? null) : null;
  if (array === undefined && period === null) {
    notes.push(
      `The model has a sliding window of ${slidingWindow} tokens but does not say for which layers; counted as if none used it, so the real need may be smaller.`,
    );
    return () => false;
  }
  notes.push(`Layers with the sliding window of ${slidingWindow} tokens keep only that many tokens.`);
  if (array !== undefined) return (layer) => (array[layer] ?? 0) !== 0;
  const every = period ?? 0;
  if (every === 0) return () => true;
  return known?.fullFirst === true ? (layer) => layer % every !== 0 : (layer) => layer % every < every - 1;
}

/** 32-bit numbers one recurrent layer keeps for one sequence: convolution window plus state. */
function recurrentState(
  values: Values,
  key: (name: string) => string,
  embedding: number,
  heads: number,
): number {
  const of = (name: string): number => values.number(key(name)) ?? 0;
  const wkvHead = of("wkv.head_size");
  if (wkvHead > 0) return (of("token_shift_count") || 2) * embedding + embedding * wkvHead;
  const shortConvolution = of("shortconv.l_cache");
  if (shortConvolution > 0) return (shortConvolution - 1) * embedding;
  const convolution = Math.max(0, of("ssm.conv_kernel") - 1);
  const kdaHead = of("kda.head_dim");
  if (kdaHead > 0) return 3 * (convolution || 3) * heads * kdaHead + kdaHead * kdaHead * heads;
  const inner = of("ssm.inner_size");
  const size = of("ssm.state_size");
  return convolution * (inner + 2 * of("ssm.group_count") * size) + size * inner;
}

const encoders =
  /^(?:bert|nomic-bert|nomic-bert-moe|jina-bert-v\d|neo-bert|modern-bert|eurobert|t5encoder|gemma-embedding|wavtokenizer-dec)$/;
const imageModels = /^(?:flux|sd1|sdxl|sd3|aura|ltxv|hyvid|wan|hidream|cosmos|lumina2|qwen_image|pig)$/;

/**
 * What a readable GGUF is when it is not a model that can write text.
 * `projector`: the image or audio part of another model.
 */
export function notAModel(
  header: GgufHeader,
  fileName: string,
): "projector" | "adapter" | "matrix" | "encoder" | "image" | null {
  const text = (key: string): string => {
    const value = header.values.get(key);
    return typeof value === "string" ? value.toLowerCase() : "";
  };
  const architecture = text("general.architecture");
  const type = text("general.type");
  if (
    architecture === "clip" ||
    type === "mmproj" ||
    type === "clip-vision" ||
    header.values.get("clip.has_vision_encoder") === true
  ) {
    return "projector";
  }
  if (type === "adapter" || text("adapter.type") !== "") return "adapter";
  if (type === "imatrix" || architecture === "imatrix" || architecture === "controlvector") return "matrix";
  if (encoders.test(architecture)) return "encoder";
  if (imageModels.test(architecture)) return "image";
  if (architecture === "" && /(?:^|[-._/])mmproj/i.test(fileName)) return "projector";
  return null;
}
