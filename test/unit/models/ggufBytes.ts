/** Builds GGUF headers byte by byte, right ones and wrong ones. */

export type Value =
  | { readonly type: "u32" | "u64" | "f32" | "bool" | "i32"; readonly value: number }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "u32[]" | "bool[]"; readonly value: readonly number[] }
  | { readonly type: "string[]"; readonly value: readonly string[] };

const types = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9, u64: 10 } as const;

export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** ggml's number of the type. */
  readonly type: number;
  readonly bytes: number;
}

export interface Model {
  readonly version?: number;
  readonly values: Readonly<Record<string, Value>>;
  readonly tensors?: readonly Tensor[];
  /** Announced instead of the true numbers. */
  readonly tensorCount?: bigint;
  readonly pairCount?: bigint;
}

class Writer {
  readonly #chunks: Buffer[] = [];
  u8(value: number): this {
    return this.raw(Buffer.from([value]));
  }
  u32(value: number): this {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return this.raw(buffer);
  }
  u64(value: bigint | number): this {
    const buffer = Buffer.alloc(8);
    buffer.writeBigUInt64LE(BigInt(value));
    return this.raw(buffer);
  }
  f32(value: number): this {
    const buffer = Buffer.alloc(4);
    buffer.writeFloatLE(value);
    return this.raw(buffer);
  }
  text(value: string): this {
    const bytes = Buffer.from(value);
    return this.u64(bytes.length).raw(bytes);
  }
  raw(bytes: Buffer): this {
    this.#chunks.push(bytes);
    return this;
  }
  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

function writeScalar(writer: Writer, type: string, value: number | string): void {
  if (typeof value === "string") writer.text(value);
  else if (type === "bool") writer.u8(value);
  else if (type === "u64") writer.u64(value);
  else if (type === "f32") writer.f32(value);
  else writer.u32(value);
}

/** Bytes of a GGUF with zeros for weights. */
export function ggufBytes(model: Model): Buffer {
  const writer = new Writer().raw(Buffer.from("GGUF")).u32(model.version ?? 3);
  const tensors = model.tensors ?? [];
  const pairs = Object.entries(model.values);
  writer.u64(model.tensorCount ?? tensors.length).u64(model.pairCount ?? pairs.length);
  for (const [key, { type, value }] of pairs) {
    writer.text(key);
    if (Array.isArray(value)) {
      const element = type.slice(0, -2) as keyof typeof types;
      writer.u32(types.array).u32(types[element]).u64(value.length);
      for (const item of value as (number | string)[]) writeScalar(writer, element, item);
    } else {
      writer.u32(types[type as keyof typeof types]);
      writeScalar(writer, type, value as number | string);
    }
  }
  let offset = 0;
  const padded = (bytes: number): number => Math.ceil(bytes / 32) * 32;
  for (const tensor of tensors) {
    writer.text(tensor.name).u32(tensor.shape.length);
    for (const extent of tensor.shape) writer.u64(extent);
    writer.u32(tensor.type).u64(offset);
    offset += padded(tensor.bytes);
  }
  const header = writer.bytes();
  return Buffer.concat([header, Buffer.alloc(padded(header.length) - header.length + offset)]);
}

export const u32 = (value: number): Value => ({ type: "u32", value });
export const text = (value: string): Value => ({ type: "string", value });

/** A small language model; further values and tensors come on top. */
export function tinyModel(values: Readonly<Record<string, Value>> = {}, tensors?: readonly Tensor[]): Model {
  return {
    values: {
      "general.architecture": text("llama"),
      "general.name": text("Tiny"),
      "llama.block_count": u32(2),
      "llama.embedding_length": u32(64),
      "llama.context_length": u32(2048),
      "llama.attention.head_count": u32(8),
      "llama.attention.head_count_kv": u32(4),
      "tokenizer.ggml.tokens": { type: "string[]", value: ["a", "b", "c"] },
      ...values,
    },
    tensors: tensors ?? [{ name: "token_embd.weight", shape: [64, 3], type: 0, bytes: 768 }],
  };
}
