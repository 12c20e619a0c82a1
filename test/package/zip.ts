import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly read: () => Buffer;
}

/** Entries of a ZIP file (stored or deflated, below 4 GiB), by its central directory. */
export function readZip(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("not a ZIP file");
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const sizeBytes = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    entries.push({
      name,
      sizeBytes,
      read: () => {
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const data = zip.subarray(start, start + packed);
        return method === 0 ? data : inflateRawSync(data);
      },
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** Writes all entries below a folder. */
export function unpack(entries: readonly ZipEntry[], folder: string): void {
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (!path.startsWith(join(folder, "/"))) throw new Error(`entry outside the folder: ${entry.name}`);
    if (entry.name.endsWith("/")) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, entry.read());
  }
}
