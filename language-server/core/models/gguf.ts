/**
 * Reads the header of a GGUF file: key-value pairs and tensor descriptions, no weights. Pure: bytes come through
 * `ByteSource`.
 *
 * Why not `@huggingface/gguf`: on a file cut inside its header it goes on reading zeros and returns made-up tensors; it
 * builds every token and merge of the vocabulary as a JavaScript value (0.1 s for 50,000 tokens); and its errors do
 * not say what is wrong. This reader steps over the vocabulary and never reads past the end. A test compares the two.
 *
 * Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
import { fail, ok, type Result } from "../../contract/result.ts";
import { type ByteSource, HeaderCursor } from "./headerCursor.ts";
import { tensorType } from "./quantisation.ts";

export type { ByteSource } from "./headerCursor.ts";

/** An array is kept only when it is short and numeric; of a vocabulary only the length is of interest. */
export interface ArrayValue {
  readonly length: number;
  readonly numbers?: readonly number[];
}

/** A value of the header. Strings longer than `longestKeptString` bytes are cut there. */
export type HeaderValue = string | number | boolean | ArrayValue;

export interface GgufHeader {
  readonly version: number;
  readonly values: ReadonlyMap<string, HeaderValue>;
  readonly tensorCount: number;
  /** Values in all tensors together. */
  readonly parameterCount: number;
  /** Values per tensor type, tensors of two and more dimensions only. */
  readonly valuesByType: ReadonlyMap<number, number>;
  /** Bytes of all tensors. */
  readonly tensorBytes: number;
  /** Where the last tensor ends in the file; equals the header's end when there is no tensor. */
  readonly dataEnd: number;
  /** Bytes up to the start of the tensor data. */
  readonly headerBytes: number;
  /** Second dimension of `token_embd.weight`. */
  readonly embeddingRows: number | null;
}

/** Bounds far above real files, so that a hostile header ends in an error instead of in memory or time. */
const limits = {
  pairs: 20_000,
  tensors: 200_000,
  nameBytes: 1024,
  headerBytes: 512 * 1024 * 1024,
  /** Per array, and for all arrays together. */
  keptNumbers: 4096,
  keptNumbersTotal: 65_536,
  keptStringBytes: 1024,
  dimensions: 4,
  arrayDepth: 3,
} as const;

/** Bytes of a string that are kept. */
export const longestKeptString = limits.keptStringBytes;

const scalarBytes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const stringType = 8;
const arrayType = 9;

class Damaged extends Error {}

/**
 * Reads the header.
 *
 * Errors: `model/truncated` when the file ends inside the header, `model/unsupported` for version 1, later versions and
 * big-endian files, `model/damaged` when the header contradicts itself. The caller has checked the magic.
 */
export async function readGgufHeader(source: ByteSource): Promise<Result<GgufHeader>> {
  const cursor = new HeaderCursor(source, limits.headerBytes);
  try {
    await cursor.need(8);
    cursor.skip(4);
    const version = cursor.u32();
    if ((version & 0xffff) === 0 && version !== 0) {
      return fail(
        "model/unsupported",
        "This GGUF is in big-endian byte order, which this computer cannot load. Download the little-endian version of the model.",
      );
    }
    if (version === 1) {
      return fail(
        "model/unsupported",
        "This GGUF has format version 1, which is no longer supported. Download a newer conversion of the model.",
      );
    }
    if (version !== 2 && version !== 3) {
      return fail(
        "model/unsupported",
        `This GGUF has format version ${version}; versions 2 and 3 can be read. A newer version of the extension may be needed.`,
      );
    }
    await cursor.need(16);
    const tensorCount = cursor.u64();
    const pairCount = cursor.u64();
    if (pairCount > limits.pairs || tensorCount > limits.tensors) {
      throw new Damaged(`${pairCount} entries and ${tensorCount} tensors announced`);
    }
    const values = await readPairs(cursor, pairCount);
    const tensors = await readTensors(cursor, tensorCount);
    return ok(summarise(version, values, tensors, cursor.position));
  } catch (error) {
    if (error instanceof Damaged) {
      return fail(
        "model/damaged",
        "The header of this GGUF is damaged. Download the file again.",
        error.message,
      );
    }
    if (cursor.isTooLong(error)) {
      return fail(
        "model/damaged",
        "The header of this GGUF is implausibly long; the file is damaged. Download it again.",
      );
    }
    if (cursor.isEnd(error)) {
      return fail(
        "model/truncated",
        `The file is cut off: it ends after ${source.size} bytes, in the middle of its header. Download it again.`,
      );
    }
    throw error;
  }
}

async function readPairs(cursor: HeaderCursor, count: number): Promise<Map<string, HeaderValue>> {
  const values = new Map<string, HeaderValue>();
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const key = await readName(cursor);
    await cursor.need(4);
    const value = await readValue(cursor, cursor.u32(), kept < limits.keptNumbersTotal);
    if (typeof value === "object") kept += value.numbers?.length ?? 0;
    values.set(key, value);
  }
  return values;
}

async function readName(cursor: HeaderCursor): Promise<string> {
  await cursor.need(8);
  const length = cursor.u64();
  if (length > limits.nameBytes) throw new Damaged(`a name of ${length} bytes`);
  await cursor.need(length);
  return cursor.text(length);
}

async function readString(cursor: HeaderCursor): Promise<string> {
  await cursor.need(8);
  const length = cursor.u64();
  const kept = Math.min(length, limits.keptStringBytes);
  await cursor.need(kept);
  const text = cursor.text(kept);
  cursor.skip(length - kept);
  return text;
}

async function readValue(cursor: HeaderCursor, type: number, keepNumbers: boolean): Promise<HeaderValue> {
  if (type === stringType) return readString(cursor);
  if (type === arrayType) return readArray(cursor, keepNumbers, 1);
  const bytes = scalarBytes[type];
  if (bytes === undefined) throw new Damaged(`value type ${type}`);
  await cursor.need(bytes);
  return cursor.scalar(type);
}

async function readArray(cursor: HeaderCursor, keepNumbers: boolean, depth: number): Promise<ArrayValue> {
  await cursor.need(12);
  const type = cursor.u32();
  const length = cursor.u64();
  if (type === stringType) {
    for (let i = 0; i < length; i++) {
      // The vocabulary: hundreds of thousands of short strings, so no promise unless the window is used up.
      if (cursor.available < 8) await cursor.need(8);
      cursor.skip(cursor.u64());
    }
    return { length };
  }
  if (type === arrayType) {
    if (depth >= limits.arrayDepth) throw new Damaged("arrays nested too deeply");
    for (let i = 0; i < length; i++) await readArray(cursor, false, depth + 1);
    return { length };
  }
  const bytes = scalarBytes[type];
  if (bytes === undefined) throw new Damaged(`array of value type ${type}`);
  if (!keepNumbers || length > limits.keptNumbers) {
    cursor.skip(length * bytes);
    return { length };
  }
  await cursor.need(length * bytes);
  const numbers: number[] = [];
  for (let i = 0; i < length; i++) numbers.push(Number(cursor.scalar(type)));
  return { length, numbers };
}

interface TensorInfo {
  readonly elements: number;
  readonly dimensions: number;
  readonly type: number;
  readonly offset: number;
  readonly bytes: number | null;
}

interface TensorTable {
  readonly tensors: readonly TensorInfo[];
  readonly embeddingRows: number | null;
}

async function readTensors(cursor: HeaderCursor, count: number): Promise<TensorTable> {
  const tensors: TensorInfo[] = [];
  let embeddingRows: number | null = null;
  for (let i = 0; i < count; i++) {
    const name = await readName(cursor);
    await cursor.need(4);
    const dimensions = cursor.u32();
    if (dimensions > limits.dimensions) throw new Damaged(`${dimensions} dimensions in ${name}`);
    await cursor.need(dimensions * 8 + 12);
    let elements = 1;
    let rowLength = 1;
    for (let d = 0; d < dimensions; d++) {
      const extent = cursor.u64();
      if (d === 0) rowLength = extent;
      if (d === 1 && name === "token_embd.weight") embeddingRows = extent;
      elements *= extent;
    }
    if (!Number.isSafeInteger(elements)) throw new Damaged(`impossible shape of ${name}`);
    const type = cursor.u32();
    const offset = cursor.u64();
    const layout = tensorType(type);
    if (layout !== undefined && rowLength % layout.block !== 0) {
      throw new Damaged(`row length ${rowLength} of ${name} does not fit ${layout.name}`);
    }
    const bytes = layout === undefined ? null : (elements / layout.block) * layout.bytes;
    tensors.push({ elements, dimensions, type, offset, bytes });
  }
  return { tensors, embeddingRows };
}

function summarise(
  version: number,
  values: ReadonlyMap<string, HeaderValue>,
  table: TensorTable,
  headerEnd: number,
): GgufHeader {
  const alignmentValue = values.get("general.alignment") ?? 32;
  if (
    typeof alignmentValue !== "number" ||
    !Number.isInteger(alignmentValue) ||
    alignmentValue < 1 ||
    alignmentValue > 2 ** 30
  ) {
    throw new Damaged("general.alignment is not a positive integer");
  }
  const padded = (bytes: number): number => Math.ceil(bytes / alignmentValue) * alignmentValue;
  const headerBytes = padded(headerEnd);
  const sorted = [...table.tensors].sort((a, b) => a.offset - b.offset);
  const valuesByType = new Map<number, number>();
  let parameterCount = 0;
  let tensorBytes = 0;
  let end = 0;
  for (const [index, tensor] of sorted.entries()) {
    const next = sorted[index + 1]?.offset;
    const bytes = tensor.bytes ?? (next === undefined ? 1 : next - tensor.offset);
    parameterCount += tensor.elements;
    tensorBytes += bytes;
    end = Math.max(end, tensor.offset + bytes);
    if (tensor.dimensions >= 2)
      valuesByType.set(tensor.type, (valuesByType.get(tensor.type) ?? 0) + tensor.elements);
  }
  if (!Number.isSafeInteger(parameterCount) || !Number.isSafeInteger(headerBytes + end)) {
    throw new Damaged("tensors larger than any file");
  }
  return {
    version,
    values,
    tensorCount: sorted.length,
    parameterCount,
    valuesByType,
    tensorBytes,
    dataEnd: sorted.length === 0 ? headerEnd : headerBytes + end,
    headerBytes,
    embeddingRows: table.embeddingRows,
  };
}
