/** A Llama-style GGUF file as a model of the lab. Quantised weights become plain ones, as gradients need them. */
import { fail, ok, type Result } from "../../contract/result.ts";
import { sameShape, shapeText } from "../graph/node.ts";
import { type DecoderConfig, parameterSpecs } from "../model/config.ts";
import type { TokenizerData } from "../tokenizer/bpe.ts";
import { type GgufValue, readGgufFile } from "./ggufReader.ts";

export interface ImportedModel {
  readonly config: DecoderConfig;
  readonly values: ReadonlyMap<string, Float32Array>;
  /** Absent when the file's tokenizer is of another kind than the lab's. */
  readonly tokenizer: TokenizerData | null;
}

/**
 * Reads a model.
 *
 * Errors: those of `readGgufFile`; `model/unsupported` for another architecture, `model/damaged` when a tensor is
 * missing or has another shape than the header says.
 */
export async function importModel(path: string): Promise<Result<ImportedModel>> {
  const file = await readGgufFile(path);
  if (!file.ok) return file;
  const { metadata, tensors } = file.value;
  const architecture = metadata.get("general.architecture");
  if (architecture !== "llama") {
    return fail("model/unsupported", `The lab reads Llama-style models; ${path} is of type ${architecture}.`);
  }
  const number = (key: string, otherwise: number): number => {
    const value = metadata.get(`llama.${key}`);
    return typeof value === "number" ? value : otherwise;
  };
  const heads = number("attention.head_count", 0);
  const config: DecoderConfig = {
    vocabulary: tensors.get("token_embd.weight")?.shape[1] ?? 0,
    layers: number("block_count", 0),
    width: number("embedding_length", 0),
    heads,
    keyValueHeads: number("attention.head_count_kv", heads),
    hidden: number("feed_forward_length", 0),
    context: number("context_length", 0),
    ropeBase: number("rope.freq_base", 10_000),
    normEpsilon: number("attention.layer_norm_rms_epsilon", 1e-5),
    tied: !tensors.has("output.weight"),
  };
  const values = new Map<string, Float32Array>();
  try {
    for (const { name, shape } of parameterSpecs(config)) {
      const tensor = tensors.get(name);
      if (tensor === undefined || !sameShape(tensor.shape, shape)) {
        const found = tensor === undefined ? "missing" : shapeText(tensor.shape);
        return fail("model/damaged", `${path}: ${name} is ${found}, want ${shapeText(shape)}.`);
      }
      values.set(name, tensor.values);
    }
  } catch (error) {
    return fail("model/damaged", `The header of ${path} describes no model.`, String(error));
  }
  return ok({ config, values, tokenizer: tokenizerOf(metadata) });
}

function tokenizerOf(metadata: ReadonlyMap<string, GgufValue>): TokenizerData | null {
  const strings = (key: string): string[] => {
    const value = metadata.get(`tokenizer.ggml.${key}`);
    return Array.isArray(value) ? value.map(String) : [];
  };
  if (metadata.get("tokenizer.ggml.model") !== "gpt2" || metadata.get("tokenizer.ggml.pre") !== "qwen2") {
    return null;
  }
  const tokens = strings("tokens");
  const kinds = strings("token_type");
  return { tokens, merges: strings("merges"), special: tokens.filter((_, id) => kinds[id] === "3") };
}
