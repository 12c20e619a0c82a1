/**
 * Writes GGUF files, version 3. Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
import { open, rename, rm } from "node:fs/promises";
import type { Shape } from "../graph/node.ts";
import { fitsType, type StoredType, storedBytes, storedLength, storedTypes } from "./quantise.ts";

/** A value of the header with its GGUF type. */
export type MetadataValue =
  | { readonly type: "u32"; readonly value: number }
  | { readonly type: "f32"; readonly value: number }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "strings"; readonly value: readonly string[] }
  | { readonly type: "i32s"; readonly value: readonly number[] }
  | { readonly type: "f32s"; readonly value: readonly number[] };

export interface TensorToWrite {
  readonly name: string;
  readonly shape: Shape;
  readonly type: StoredType;
  readonly values: Float32Array;
}

/** Bytes that are made when they are written, in any of ggml's types: the file may be larger than the memory. */
export interface TensorInBytes {
  readonly name: string;
  readonly shape: Shape;
  readonly typeCode: number;
  readonly byteLength: number;
  bytes(): Buffer;
}

const codes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
const alignment = 32;

/** Writes the file in full before it gets its name. Rejects with the file system's error. */
export async function writeGguf(
  path: string,
  metadata: ReadonlyMap<string, MetadataValue>,
  tensors: readonly (TensorToWrite | TensorInBytes)[],
): Promise<void> {
  const parts: Buffer[] = [Buffer.from("GGUF"), u32(3), u64(tensors.length), u64(metadata.size)];
  for (const [key, value] of metadata) parts.push(text(key), encoded(value));
  const stored = tensors.map(inBytes);
  let offset = 0;
  for (const { name, shape, typeCode, byteLength } of stored) {
    const extents = [...shape];
    while (extents.length > 1 && extents.at(-1) === 1) extents.pop();
    parts.push(text(name), u32(extents.length), ...extents.map(u64), u32(typeCode), u64(offset));
    offset += Math.ceil(byteLength / alignment) * alignment;
  }
  const partial = `${path}.${process.pid}.part`;
  const file = await open(partial, "w");
  try {
    await file.writeFile(padded(Buffer.concat(parts)));
    for (const tensor of stored) await file.writeFile(padded(tensor.bytes()));
    await file.sync();
    await file.close();
    await rename(partial, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}

function inBytes(tensor: TensorToWrite | TensorInBytes): TensorInBytes {
  if ("typeCode" in tensor) return tensor;
  const { name, shape, type, values } = tensor;
  if (!fitsType(type, shape[0])) throw new Error(`${name}: rows of ${shape[0]} cannot be ${type}.`);
  return {
    name,
    shape,
    typeCode: storedTypes[type],
    byteLength: storedLength(type, values.length),
    bytes: () => storedBytes(type, values),
  };
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
function i32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
function text(value: string): Buffer {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([u64(bytes.length), bytes]);
}
function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % alignment;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(alignment - rest)]);
}
function array(code: number, items: readonly Buffer[]): Buffer {
  return Buffer.concat([u32(codes.array), u32(code), u64(items.length), ...items]);
}
function encoded(value: MetadataValue): Buffer {
  switch (value.type) {
    case "u32":
      return Buffer.concat([u32(codes.u32), u32(value.value)]);
    case "f32":
      return Buffer.concat([u32(codes.f32), f32(value.value)]);
    case "bool":
      return Buffer.concat([u32(codes.bool), Buffer.from([value.value ? 1 : 0])]);
    case "string":
      return Buffer.concat([u32(codes.string), text(value.value)]);
    case "strings":
      return array(codes.string, value.value.map(text));
    case "i32s":
      return array(codes.i32, value.value.map(i32));
    case "f32s":
      return array(codes.f32, value.value.map(f32));
  }
}
