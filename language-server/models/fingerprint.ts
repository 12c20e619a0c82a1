import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ok, type Result } from "../contract/result.ts";
import { isEndpointAddress } from "../core/endpoint/address.ts";
import { parseSplitName, splitPartName } from "../core/models/quantisation.ts";
import { fileFailure, openFile } from "./fileSource.ts";

const mebibyte = 1024 * 1024;

/**
 * Tells one model file from another without reading all of it: SHA-256 (hex) over the size (8 bytes, little-endian),
 * the first MiB and the last MiB; of a split model over the same of every part, in order. Contract: `RunManifest`.
 *
 * Errors: those of `openFile`.
 */
export async function modelFingerprint(path: string): Promise<Result<string>> {
  const hash = createHash("sha256");
  // What is behind an address cannot be seen from here; it is at least the same address.
  if (isEndpointAddress(path)) return ok(hash.update(path).digest("hex"));
  for (const part of await partsOf(path)) {
    const opened = await openFile(part);
    if (!opened.ok) return opened;
    const source = opened.value;
    try {
      const size = Buffer.alloc(8);
      size.writeBigUInt64LE(BigInt(source.size));
      hash.update(size);
      hash.update(await source.read(0, Math.min(mebibyte, source.size)));
      const from = Math.max(0, source.size - mebibyte);
      hash.update(await source.read(from, source.size - from));
    } catch (error) {
      return fileFailure(error, part);
    } finally {
      await source.close().catch(() => undefined);
    }
  }
  return ok(hash.digest("hex"));
}

/** The file itself, or the parts of a split model that exist. */
async function partsOf(path: string): Promise<readonly string[]> {
  const split = parseSplitName(basename(path));
  if (split === null) return [path];
  const present = new Set(await readdir(dirname(path)).catch(() => [] as string[]));
  const names = Array.from({ length: split.count }, (_, i) =>
    splitPartName(split.prefix, i + 1, split.count),
  );
  const parts = names.filter((name) => present.has(name)).map((name) => join(dirname(path), name));
  return parts.length === 0 ? [path] : parts;
}
