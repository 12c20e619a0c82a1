/** Reads a GGUF file as a whole, values included: for models of the size that the lab trains. */
import { readFile } from "node:fs/promises";
import { fail, ok, type Result } from "../../contract/result.ts";
import { elements, type Shape } from "../graph/node.ts";
import { type StoredType, valuesOf } from "./quantise.ts";

export type GgufValue = number | boolean | string | readonly (number | boolean | string)[];

export interface GgufFile {
  readonly metadata: ReadonlyMap<string, GgufValue>;
  readonly tensors: ReadonlyMap<string, { readonly shape: Shape; readonly values: Float32Array }>;
}

const typeNames: Readonly<Record<number, StoredType>> = { 0: "F32", 1: "F16", 8: "Q8_0" };
const blocks: Readonly<Record<StoredType, { readonly size: number; readonly bytes: number }>> = {
  F32: { size: 1, bytes: 4 },
  F16: { size: 1, bytes: 2 },
  Q8_0: { size: 32, bytes: 34 },
};

/**
 * Reads the file.
 *
 * Errors: `model/not-found`, `model/not-gguf`, `model/unsupported` for tensors of another type than F32, F16 and Q8_0,
 * `model/damaged`.
 */
export async function readGgufFile(path: string): Promise<Result<GgufFile>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return fail("model/not-found", `The file ${path} cannot be read.`, String(error));
  }
  if (bytes.toString("latin1", 0, 4) !== "GGUF") return fail("model/not-gguf", `${path} is no GGUF file.`);
  try {
    return parse(path, bytes);
  } catch (error) {
    // Reading past the end is a RangeError.
    return fail("model/damaged", `The file ${path} is damaged or cut off.`, String(error));
  }
}

function parse(path: string, bytes: Buffer): Result<GgufFile> {
  let at = 8;
  const step = (size: number): number => {
    at += size;
    return at - size;
  };
  const u32 = () => bytes.readUInt32LE(step(4));
  const u64 = () => Number(bytes.readBigUInt64LE(step(8)));
  const text = () => {
    const length = u64();
    if (at + length > bytes.length) throw new RangeError("text past the end");
    return bytes.toString("utf8", at, step(length) + length);
  };
  const scalar = (type: number): number | boolean | string => {
    switch (type) {
      case 0:
        return bytes.readUInt8(step(1));
      case 1:
        return bytes.readInt8(step(1));
      case 2:
        return bytes.readUInt16LE(step(2));
      case 3:
        return bytes.readInt16LE(step(2));
      case 4:
        return u32();
      case 5:
        return bytes.readInt32LE(step(4));
      case 6:
        return bytes.readFloatLE(step(4));
      case 7:
        return bytes.readUInt8(step(1)) !== 0;
      case 8:
        return text();
      case 10:
        return u64();
      case 11:
        return Number(bytes.readBigInt64LE(step(8)));
      case 12:
        return bytes.readDoubleLE(step(8));
      default:
        throw new RangeError(`value type ${type}`);
    }
  };
  const tensorCount = u64();
  const pairCount = u64();
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < pairCount; i++) {
    const key = text();
    const type = u32();
    if (type !== 9) {
      metadata.set(key, scalar(type));
      continue;
    }
    const inner = u32();
    const items: (number | boolean | string)[] = [];
    for (let left = u64(); left > 0; left--) items.push(scalar(inner));
    metadata.set(key, items);
  }
  const infos: { name: string; shape: Shape; type: number; offset: number }[] = [];
  for (let i = 0; i < tensorCount; i++) {
    const name = text();
    const extents = Array.from({ length: u32() }, u64);
    const [a = 1, b = 1, c = 1, d = 1] = extents;
    infos.push({ name, shape: [a, b, c, d], type: u32(), offset: u64() });
  }
  const given = metadata.get("general.alignment");
  const alignment = typeof given === "number" ? given : 32;
  const start = Math.ceil(at / alignment) * alignment;
  const tensors = new Map<string, { shape: Shape; values: Float32Array }>();
  for (const { name, shape, type, offset } of infos) {
    const stored = typeNames[type];
    if (stored === undefined) {
      return fail("model/unsupported", `${path}: ${name} has a type that the lab cannot read (${type}).`);
    }
    const count = elements(shape);
    const size = (count / blocks[stored].size) * blocks[stored].bytes;
    if (start + offset + size > bytes.length) throw new RangeError(`${name} past the end`);
    tensors.set(name, {
      shape,
      values: valuesOf(stored, bytes.subarray(start + offset, start + offset + size), count),
    });
  }
  return ok({ metadata, tensors });
}
