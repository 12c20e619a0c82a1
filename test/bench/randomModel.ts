/**
 * Writes a GGUF model of a given shape with random weights: it says nothing, but costs what a real one of its shape
 * costs, so that speed can be measured where no model can be had. Its tokenizer knows single bytes.
 *
 *   node --import tsx test/bench/randomModel.ts --shape 60m|200m|500m|1.5b --type F16|Q4_0 --output FILE
 */
import { parseArgs } from "node:util";
import {
  type MetadataValue,
  type TensorInBytes,
  writeGguf,
} from "../../language-server/lab/export/ggufWriter.ts";
import { halfBits } from "../../language-server/lab/export/quantise.ts";
import {
  type DecoderConfig,
  parameterCount,
  parameterSpecs,
} from "../../language-server/lab/model/config.ts";
import { preTokenizer } from "../../language-server/lab/tokenizer/bpe.ts";
import { byteCharacters } from "../../language-server/lab/tokenizer/bytes.ts";

const common = { context: 32_768, ropeBase: 1_000_000, normEpsilon: 1e-6, tied: true };
/** 1.5b has the widths, heads and vocabulary of Qwen2.5-1.5B. */
const shapes: Readonly<Record<string, DecoderConfig>> = {
  "60m": {
    ...common,
    vocabulary: 32_000,
    layers: 8,
    width: 640,
    heads: 10,
    keyValueHeads: 2,
    hidden: 1728,
  },
  "200m": {
    ...common,
    vocabulary: 32_000,
    layers: 16,
    width: 1024,
    heads: 16,
    keyValueHeads: 4,
    hidden: 2816,
  },
  "500m": {
    ...common,
    vocabulary: 32_000,
    layers: 24,
    width: 1280,
    heads: 20,
    keyValueHeads: 4,
    hidden: 3840,
  },
  "1.5b": {
    ...common,
    vocabulary: 151_936,
    layers: 28,
    width: 1536,
    heads: 12,
    keyValueHeads: 2,
    hidden: 8960,
  },
};
const types = {
  F16: { code: 1, fileType: 1, valuesPerBlock: 1, bytesPerBlock: 2 },
  Q4_0: { code: 2, fileType: 2, valuesPerBlock: 32, bytesPerBlock: 18 },
} as const;
type Stored = keyof typeof types;

/** Random numbers repeat after so many values; nothing depends on their being all different. */
const repeatedValues = 2 ** 20;

/** Marsaglia's xorshift: the same file every time. */
function* randomWords(): Generator<number> {
  for (let word = 0x9e3779b9; ; ) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    yield word >>> 0;
  }
}
const words = randomWords();
const randomWord = (): number => words.next().value as number;

/** Values of about the spread that keeps a layer's output as large as its input. */
function randomBlock(type: Stored, width: number): Buffer {
  const spread = 1 / Math.sqrt(width);
  if (type === "F16") {
    const uniform = () => (randomWord() / 2 ** 31 - 1) * spread * Math.sqrt(3);
    return Buffer.from(Uint16Array.from({ length: repeatedValues }, () => halfBits(uniform())).buffer);
  }
  const { valuesPerBlock, bytesPerBlock } = types[type];
  const bytes = Buffer.alloc((repeatedValues / valuesPerBlock) * bytesPerBlock);
  for (let i = 0; i < bytes.length; i++) bytes[i] = randomWord() & 0xff;
  // A nibble's standard deviation is 4.6 scales.
  for (let at = 0; at < bytes.length; at += bytesPerBlock) bytes.writeUInt16LE(halfBits(spread / 4.6), at);
  return bytes;
}

const tokensOf = (vocabulary: number): string[] => {
  const end = "<|end|>";
  const words = Array.from({ length: vocabulary - byteCharacters.length - 1 }, (_, i) => `Ġw${i}`);
  return [...byteCharacters, ...words, end];
};

/** Writes the model and says how many parameters it has. */
export async function writeRandomModel(path: string, shape: string, type: Stored): Promise<number> {
  const config = shapes[shape];
  if (config === undefined) throw new Error(`There is no shape "${shape}".`);
  const tokens = tokensOf(config.vocabulary);
  const u32 = (value: number): MetadataValue => ({ type: "u32", value });
  const string = (value: string): MetadataValue => ({ type: "string", value });
  const metadata = new Map<string, MetadataValue>([
    ["general.architecture", string("llama")],
    ["general.name", string(`random ${shape} ${type}`)],
    ["general.file_type", u32(types[type].fileType)],
    ["general.quantization_version", u32(2)],
    ["llama.vocab_size", u32(config.vocabulary)],
    ["llama.context_length", u32(config.context)],
    ["llama.embedding_length", u32(config.width)],
    ["llama.block_count", u32(config.layers)],
    ["llama.feed_forward_length", u32(config.hidden)],
    ["llama.attention.head_count", u32(config.heads)],
    ["llama.attention.head_count_kv", u32(config.keyValueHeads)],
    ["llama.rope.dimension_count", u32(config.width / config.heads)],
    ["llama.rope.freq_base", { type: "f32", value: config.ropeBase }],
    ["llama.attention.layer_norm_rms_epsilon", { type: "f32", value: config.normEpsilon }],
    ["tokenizer.ggml.model", string("gpt2")],
    ["tokenizer.ggml.pre", string(preTokenizer)],
    ["tokenizer.ggml.tokens", { type: "strings", value: tokens }],
    [
      "tokenizer.ggml.token_type",
      { type: "i32s", value: tokens.map((_, id) => (id === tokens.length - 1 ? 3 : 1)) },
    ],
    ["tokenizer.ggml.merges", { type: "strings", value: ["Ġ w"] }],
    ["tokenizer.ggml.eos_token_id", u32(tokens.length - 1)],
    ["tokenizer.ggml.bos_token_id", u32(tokens.length - 1)],
    ["tokenizer.ggml.add_bos_token", { type: "bool", value: false }],
  ]);
  const blocks = new Map<number, Buffer>();
  const tensors = parameterSpecs(config).map(({ name, shape: extents, role }): TensorInBytes => {
    const count = extents[0] * extents[1];
    if (role === "norm") {
      const ones = Buffer.from(new Float32Array(count).fill(1).buffer);
      return { name, shape: extents, typeCode: 0, byteLength: ones.length, bytes: () => ones };
    }
    const { code, valuesPerBlock, bytesPerBlock } = types[type];
    const byteLength = (count / valuesPerBlock) * bytesPerBlock;
    return {
      name,
      shape: extents,
      typeCode: code,
      byteLength,
      bytes: () => {
        const block = blocks.get(extents[0]) ?? randomBlock(type, extents[0]);
        blocks.set(extents[0], block);
        return Buffer.alloc(byteLength, block);
      },
    };
  });
  await writeGguf(path, metadata, tensors);
  return parameterCount(config);
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      shape: { type: "string", default: "200m" },
      type: { type: "string", default: "Q4_0" },
      output: { type: "string" },
    },
  });
  if (values.output === undefined || !(values.type in types))
    throw new Error("--output FILE --type F16|Q4_0");
  const parameters = await writeRandomModel(values.output, values.shape, values.type as Stored);
  console.log(`${values.output}: ${(parameters / 1e6).toFixed(0)} million random parameters`);
}
