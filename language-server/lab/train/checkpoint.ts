/**
 * Checkpoints as safetensors files: a JSON header and raw values, readable by other programs. A file appears under its
 * name only when it is complete on the disk, so that one killed at any moment leaves the one before.
 *
 * Format: https://github.com/huggingface/safetensors (README, "Format"). Shapes are row-major there: ours reversed.
 */
import { createHash } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fail, ok, type Result } from "../../contract/result.ts";
import { elements, type Shape } from "../graph/node.ts";

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

/**
 * Reads a checkpoint.
 *
 * Errors: `model/not-found`, `model/truncated` when the file is shorter than it says, `model/damaged` otherwise.
 */
export async function readCheckpoint(path: string): Promise<Result<Checkpoint>> {
  let bytes: Buffer;
  try {
    const file = await open(path, "r");
    try {
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail("model/not-found", `The checkpoint ${path} cannot be read.`, String(error));
  }
  try {
    if (bytes.length < 8) return fail("model/truncated", `The checkpoint ${path} is cut off.`);
    const start = 8 + Number(bytes.readBigUInt64LE(0));
    if (start > bytes.length) return fail("model/truncated", `The checkpoint ${path} is cut off.`);
    const header: Record<string, HeaderEntry> & { __metadata__?: Record<string, string> } = JSON.parse(
      bytes.subarray(8, start).toString("utf8"),
    );
    const { __metadata__: metadata = {}, ...entries } = header;
    const tensors = new Map<string, StoredTensor>();
    const hash = createHash("sha256");
    for (const [name, { dtype, shape, data_offsets: place }] of Object.entries(entries)) {
      const [a = 1, b = 1, c = 1, d = 1] = shape.toReversed();
      const full: Shape = [a, b, c, d];
      if (dtype !== "F32" || place[1] - place[0] !== elements(full) * 4) {
        return fail("model/damaged", `The checkpoint ${path} is damaged.`, name);
      }
      if (start + place[1] > bytes.length) {
        return fail("model/truncated", `The checkpoint ${path} is cut off.`, name);
      }
      const data = bytes.subarray(start + place[0], start + place[1]);
      hash.update(data);
      // Copied: the file's bytes need not lie on a multiple of four in memory.
      tensors.set(name, { name, shape: full, values: new Float32Array(new Uint8Array(data).buffer) });
    }
    if (metadata.sha256 !== undefined && hash.digest("hex") !== metadata.sha256) {
      return fail(
        "model/damaged",
        `The checkpoint ${path} is damaged: its values do not match their digest.`,
      );
    }
    return ok({ metadata, tensors });
  } catch (error) {
    return fail("model/damaged", `The checkpoint ${path} is damaged.`, String(error));
  }
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
