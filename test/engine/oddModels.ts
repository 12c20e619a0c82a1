/** Tiny models with random weights whose states are not lists of tokens that can be cut anywhere. */
import {
  type MetadataValue,
  type TensorInBytes,
  writeGguf,
} from "../../language-server/lab/export/ggufWriter.ts";
import { preTokenizer } from "../../language-server/lab/tokenizer/bpe.ts";
import { byteCharacters } from "../../language-server/lab/tokenizer/bytes.ts";
import { scratchFile } from "./harness.ts";

const u32 = (value: number): MetadataValue => ({ type: "u32", value });
const string = (value: string): MetadataValue => ({ type: "string", value });
const layers = 2;
const width = 32;

/** The same numbers every time, of the spread that keeps what a layer gives as large as what it takes. */
class Weights {
  private state = 12_345;
  readonly tensors: TensorInBytes[] = [];

  random(name: string, rows: number, columns = 1, scale = 1): void {
    const spread = (scale * Math.sqrt(3)) / Math.sqrt(rows);
    this.put(name, rows, columns, () => (this.next() * 2 - 1) * spread);
  }

  fill(name: string, rows: number, columns: number, value: number): void {
    this.put(name, rows, columns, () => value);
  }

  private put(name: string, rows: number, columns: number, value: () => number): void {
    const bytes = Buffer.from(Float32Array.from({ length: rows * columns }, value).buffer);
    this.tensors.push({
      name,
      shape: [rows, columns, 1, 1],
      typeCode: 0,
      byteLength: bytes.length,
      bytes: () => bytes,
    });
  }

  private next(): number {
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) >>> 0;
    return this.state / 2 ** 32;
  }
}

/** Single bytes, and an end. */
const tokens = [...byteCharacters, "<|end|>"];
const end = tokens.length - 1;
const tokenizer: readonly (readonly [string, MetadataValue])[] = [
  ["tokenizer.ggml.model", string("gpt2")],
  ["tokenizer.ggml.pre", string(preTokenizer)],
  ["tokenizer.ggml.tokens", { type: "strings", value: tokens }],
  ["tokenizer.ggml.token_type", { type: "i32s", value: tokens.map((_, id) => (id === end ? 3 : 1)) }],
  ["tokenizer.ggml.merges", { type: "strings", value: ["Ġ a"] }],
  ["tokenizer.ggml.eos_token_id", u32(end)],
  ["tokenizer.ggml.bos_token_id", u32(end)],
  ["tokenizer.ggml.add_bos_token", { type: "bool", value: false }],
];

async function write(
  architecture: string,
  facts: Readonly<Record<string, MetadataValue>>,
  weights: Weights,
): Promise<string> {
  const path = scratchFile(`${architecture}.gguf`, "");
  const metadata = new Map<string, MetadataValue>([
    ["general.architecture", string(architecture)],
    ["general.name", string(`random ${architecture}`)],
    [`${architecture}.vocab_size`, u32(tokens.length)],
    [`${architecture}.context_length`, u32(1024)],
    [`${architecture}.embedding_length`, u32(width)],
    [`${architecture}.block_count`, u32(layers)],
    [`${architecture}.attention.layer_norm_rms_epsilon`, { type: "f32", value: 1e-6 }],
    ...Object.entries(facts).map(([name, value]) => [`${architecture}.${name}`, value] as const),
    ...tokenizer,
  ]);
  await writeGguf(path, metadata, weights.tensors);
  return path;
}

/** Recurrent: one state for all that was read. */
export function mambaModel(): Promise<string> {
  const inner = 2 * width;
  const state = 8;
  const rank = 4;
  const kernel = 4;
  const weights = new Weights();
  weights.random("token_embd.weight", width, tokens.length, 3);
  weights.fill("output_norm.weight", width, 1, 1);
  for (let at = 0; at < layers; at++) {
    const block = `blk.${at}`;
    weights.fill(`${block}.attn_norm.weight`, width, 1, 1);
    weights.random(`${block}.ssm_in.weight`, width, 2 * inner);
    weights.random(`${block}.ssm_conv1d.weight`, kernel, inner);
    weights.fill(`${block}.ssm_conv1d.bias`, inner, 1, 0);
    weights.random(`${block}.ssm_x.weight`, inner, rank + 2 * state);
    weights.random(`${block}.ssm_dt.weight`, rank, inner);
    weights.fill(`${block}.ssm_dt.bias`, inner, 1, 0);
    weights.fill(`${block}.ssm_a`, state, inner, -1);
    weights.fill(`${block}.ssm_d`, inner, 1, 1);
    weights.random(`${block}.ssm_out.weight`, inner, width);
  }
  return write(
    "mamba",
    {
      feed_forward_length: u32(0),
      "attention.head_count": u32(0),
      "ssm.conv_kernel": u32(kernel),
      "ssm.inner_size": u32(inner),
      "ssm.state_size": u32(state),
      "ssm.time_step_rank": u32(rank),
    },
    weights,
  );
}

/** Every layer looks back over so many tokens only, and forgets what lies before. */
export function slidingModel(window: number): Promise<string> {
  const heads = 2;
  const head = width / heads;
  const hidden = 2 * width;
  const weights = new Weights();
  weights.random("token_embd.weight", width, tokens.length, 3);
  weights.fill("output_norm.weight", width, 1, 1);
  for (let at = 0; at < layers; at++) {
    const block = `blk.${at}`;
    for (const norm of ["attn_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm"])
      weights.fill(`${block}.${norm}.weight`, width, 1, 1);
    for (const norm of ["attn_q_norm", "attn_k_norm"]) weights.fill(`${block}.${norm}.weight`, head, 1, 1);
    for (const part of ["attn_q", "attn_k", "attn_v", "attn_output"])
      weights.random(`${block}.${part}.weight`, width, width);
    for (const part of ["ffn_gate", "ffn_up"]) weights.random(`${block}.${part}.weight`, width, hidden);
    weights.random(`${block}.ffn_down.weight`, hidden, width);
  }
  return write(
    "gemma3",
    {
      feed_forward_length: u32(hidden),
      "attention.head_count": u32(heads),
      "attention.head_count_kv": u32(heads),
      "attention.key_length": u32(head),
      "attention.value_length": u32(head),
      "attention.sliding_window": u32(window),
    },
    weights,
  );
}
