/**
 * Checkpoints as safetensors files: a JSON header and raw values, readable by other programs. A file appears under its
 * name only when it is complete on the disk, so that one killed at any moment leaves the one before.
 *
 * Format: https://github.com/huggingface/safetensors (README, "Format"). Shapes are row-major there: ours reversed.
 */
import { createHash } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import { elements, type Shape, shapeOf } from "../graph/node.ts";

export interface StoredTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly values: Float32Array;
}

export interface Checkpoint {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const bytesOf = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** Writes a checkpoint; rejects with the file system's error and then leaves no half file under the name. */
export async function writeCheckpoint(
  path: string,
  metadata: Readonly<Record<string, string>>,
  tensors: readonly StoredTensor[],
): Promise<void> {
  const header: Record<string, unknown> = {};
  const hash = createHash("sha256");
  let offset = 0;
  for (const { name, shape, values } of tensors) {
    header[name] = {
      dtype: "F32",
      shape: trimmed(shape).toReversed(),
      data_offsets: [offset, offset + values.byteLength],
    };
    offset += values.byteLength;
    hash.update(bytesOf(values));
  }
  // Names are compared on reading, so the digest covers the values only.
  header.__metadata__ = { ...metadata, sha256: hash.digest("hex") };
  let text = JSON.stringify(header);
  text += " ".repeat((8 - (Buffer.byteLength(text) % 8)) % 8);
  const json = Buffer.from(text);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));

  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const file = await open(partial, "w");
  try {
    await file.writeFile(Buffer.concat([length, json]));
    for (const { values } of tensors) await file.writeFile(bytesOf(values));
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
  await file.close();
  await rename(partial, path);
  await syncFolder(dirname(path));
}

/** What a checkpoint says about itself, without its values. */
export interface CheckpointHeader {
  readonly metadata: Readonly<Record<string, string>>;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Size of the file. */
  readonly sizeBytes: number;
}

/**
 * Reads the header alone.
 *
 * Errors: as `readCheckpoint`; values are not compared with their digest.
 */
export async function readCheckpointHeader(path: string): Promise<Result<CheckpointHeader>> {
  return withFile(path, async (file) => {
    const { size } = await file.stat();
    const header = await readHeader(file, path, size);
    if (!header.ok) return header;
    const { metadata, entries } = header.value;
    return ok({
      metadata,
      shapes: new Map(entries.map(({ name, shape }) => [name, shape])),
      sizeBytes: size,
    });
  });
}

/**
 * Reads a checkpoint.
 *
 * Errors: `model/not-found`, `model/truncated` when the file is shorter than it says, `model/damaged` otherwise.
 */
export async function readCheckpoint(path: string): Promise<Result<Checkpoint>> {
  return withFile(path, async (file) => {
    const header = await readHeader(file, path, (await file.stat()).size);
    if (!header.ok) return header;
    const { metadata, entries } = header.value;
    const tensors = new Map<string, StoredTensor>();
    const hash = createHash("sha256");
    for (const { name, shape, offset } of entries) {
      const values = new Float32Array(elements(shape));
      const bytes = bytesOf(values);
      await file.read(bytes, 0, bytes.length, offset);
      hash.update(bytes);
      tensors.set(name, { name, shape, values });
    }
    if (metadata.sha256 !== undefined && hash.digest("hex") !== metadata.sha256) {
      return fail(
        "model/damaged",
        `The checkpoint ${path} is damaged: its values do not match their digest.`,
      );
    }
    return ok({ metadata, tensors });
  });
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<Result<T>>): Promise<Result<T>> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ENOENT";
    return fail(
      "model/not-found",
      gone
        ? `There is no checkpoint ${path}. Training keeps only the newest ones; choose another.`
        : `The checkpoint ${path} cannot be read.`,
      String(error),
    );
  }
  try {
    return await work(file);
  } catch (error) {
    return fail("model/damaged", `The checkpoint ${path} is damaged.`, String(error));
  } finally {
    await file.close();
  }
}

interface Entry {
  readonly name: string;
  readonly shape: Shape;
  /** Of the values in the file. */
  readonly offset: number;
}

/** Far more than the header of any model; a length beyond it is that of another kind of file. */
const longestHeader = 100 * 1024 * 1024;

async function readHeader(
  file: FileHandle,
  path: string,
  size: number,
): Promise<Result<{ readonly metadata: Record<string, string>; readonly entries: readonly Entry[] }>> {
  const cutOff = () => fail("model/truncated", `The checkpoint ${path} is cut off.`);
  if (size < 8) return cutOff();
  const length = Buffer.alloc(8);
  await file.read(length, 0, 8, 0);
  const start = 8 + Number(length.readBigUInt64LE(0));
  if (start > longestHeader) return fail("model/damaged", `${path} is damaged or no checkpoint.`);
  if (start > size) return cutOff();
  const json = Buffer.alloc(start - 8);
  await file.read(json, 0, json.length, 8);
  const header: Record<string, HeaderEntry> & { __metadata__?: Record<string, string> } = JSON.parse(
    json.toString("utf8"),
  );
  const { __metadata__: metadata = {}, ...rest } = header;
  const entries: Entry[] = [];
  for (const [name, { dtype, shape, data_offsets: place }] of Object.entries(rest)) {
    const full = shapeOf(...shape.toReversed());
    if (dtype !== "F32") {
      return fail(
        "model/unsupported",
        `${path} holds ${dtype} values; the lab's checkpoints hold F32.`,
        name,
      );
    }
    if (place[1] - place[0] !== elements(full) * 4) {
      return fail("model/damaged", `The checkpoint ${path} is damaged.`, name);
    }
    if (start + place[1] > size) return cutOff();
    entries.push({ name, shape: full, offset: start + place[0] });
  }
  return ok({ metadata, entries });
}

const checkpointName = /^step-(\d+)\.safetensors$/;

/** Path of the checkpoint after `step` steps; names sort by step. */
export const checkpointPath = (folder: string, step: number): string =>
  join(folder, `step-${String(step).padStart(8, "0")}.safetensors`);

/** Complete checkpoints of a folder, oldest first. */
export async function listCheckpoints(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => checkpointName.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Removes all but the newest `keep` checkpoints, and what writers that were killed left behind. */
export async function pruneCheckpoints(folder: string, keep: number): Promise<void> {
  const paths = await listCheckpoints(folder);
  for (const path of paths.slice(0, Math.max(0, paths.length - keep))) await rm(path, { force: true });
  for (const name of await readdir(folder)) {
    if (/^\.step-.*\.part$/.test(name)) await rm(join(folder, name), { force: true });
  }
}

function trimmed(shape: Shape): number[] {
  const extents = [...shape];
  while (extents.length > 1 && extents.at(-1) === 1) extents.pop();
  return extents;
}

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows cannot open folders; there a rename is durable enough.
  }
}
