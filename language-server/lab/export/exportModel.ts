/** A decoder and its tokenizer as a GGUF file that llama.cpp runs. */
import { fail, ok, type Result } from "../../contract/result.ts";
import { type DecoderConfig, parameterSpecs } from "../model/config.ts";
import { preTokenizer, type TokenizerData } from "../tokenizer/bpe.ts";
import { type MetadataValue, type TensorToWrite, writeGguf } from "./ggufWriter.ts";
import { fitsType, type StoredType } from "./quantise.ts";

export interface ModelCard {
  readonly name: string;
  /** SPDX identifier. */
  readonly license: string;
  readonly author?: string;
  readonly description?: string;
}

export interface ExportSettings {
  /** How matrices are stored. Norms stay F32. */
  readonly type: StoredType;
  readonly card: ModelCard;
  readonly tokenizer: TokenizerData;
  /** Name of the special token that ends an answer. */
  readonly endToken: string;
  /** Name of the special token that starts every text; left out when texts start without one. */
  readonly startToken?: string;
  /** Jinja, as in GGUF's `tokenizer.chat_template`. */
  readonly chatTemplate?: string;
  /** Context to announce; the trained one by default. */
  readonly context?: number;
}

/** Numbers of `general.file_type`. */
const fileTypes: Readonly<Record<StoredType, number>> = { F32: 0, F16: 1, Q8_0: 7 };
/** Kinds of tokens in `tokenizer.ggml.token_type`. */
const tokenKinds = { normal: 1, control: 3 } as const;

/**
 * Writes the file.
 *
 * Errors: `input/invalid` when model and tokenizer do not fit each other; file system errors reject.
 */
export async function exportModel(
  path: string,
  config: DecoderConfig,
  valuesOf: (name: string) => Float32Array,
  settings: ExportSettings,
): Promise<Result<null>> {
  const { tokenizer, card } = settings;
  if (tokenizer.tokens.length !== config.vocabulary) {
    return fail(
      "input/invalid",
      `The model knows ${config.vocabulary} tokens and its tokenizer ${tokenizer.tokens.length}.`,
    );
  }
  const special = new Set(tokenizer.special);
  const idOf = (name: string) => (special.has(name) ? tokenizer.tokens.lastIndexOf(name) : -1);
  const end = idOf(settings.endToken);
  const start = settings.startToken === undefined ? end : idOf(settings.startToken);
  if (end < 0 || start < 0) {
    return fail("input/invalid", `The tokenizer has no special token ${settings.endToken}.`);
  }

  const metadata = new Map<string, MetadataValue>();
  const u32 = (key: string, value: number) => metadata.set(key, { type: "u32", value });
  const string = (key: string, value: string) => metadata.set(key, { type: "string", value });
  string("general.architecture", "llama");
  string("general.type", "model");
  string("general.name", card.name);
  string("general.license", card.license);
  if (card.author !== undefined) string("general.author", card.author);
  if (card.description !== undefined) string("general.description", card.description);
  u32("general.file_type", fileTypes[settings.type]);
  u32("general.quantization_version", 2);
  u32("llama.vocab_size", config.vocabulary);
  u32("llama.context_length", settings.context ?? config.context);
  u32("llama.embedding_length", config.width);
  u32("llama.block_count", config.layers);
  u32("llama.feed_forward_length", config.hidden);
  u32("llama.attention.head_count", config.heads);
  u32("llama.attention.head_count_kv", config.keyValueHeads);
  u32("llama.rope.dimension_count", config.width / config.heads);
  metadata.set("llama.rope.freq_base", { type: "f32", value: config.ropeBase });
  metadata.set("llama.attention.layer_norm_rms_epsilon", { type: "f32", value: config.normEpsilon });
  string("tokenizer.ggml.model", "gpt2");
  string("tokenizer.ggml.pre", preTokenizer);
  metadata.set("tokenizer.ggml.tokens", { type: "strings", value: tokenizer.tokens });
  metadata.set("tokenizer.ggml.token_type", {
    type: "i32s",
    value: tokenizer.tokens.map((token) => (special.has(token) ? tokenKinds.control : tokenKinds.normal)),
  });
  metadata.set("tokenizer.ggml.merges", { type: "strings", value: tokenizer.merges });
  u32("tokenizer.ggml.eos_token_id", end);
  u32("tokenizer.ggml.bos_token_id", start);
  u32("tokenizer.ggml.padding_token_id", end);
  metadata.set("tokenizer.ggml.add_bos_token", { type: "bool", value: settings.startToken !== undefined });
  if (settings.chatTemplate !== undefined) string("tokenizer.chat_template", settings.chatTemplate);

  const tensors = parameterSpecs(config).map(({ name, shape, role }): TensorToWrite => {
    const type = role === "norm" ? "F32" : fitsType(settings.type, shape[0]) ? settings.type : "F16";
    return { name, shape, type, values: valuesOf(name) };
  });
  await writeGguf(path, metadata, tensors);
  return ok(null);
}
