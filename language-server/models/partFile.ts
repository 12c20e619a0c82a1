import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";

/** What the bytes in a `.part` file belong to. */
export interface PartOrigin {
  readonly url: string;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
  /** Strong validator of the answer the bytes came from. */
  readonly etag: string | null;
}

/**
 * An unfinished download: `<target>.part`, and `<target>.part.json` that says what it is a part of. Keeps the hash of
 * what has been written.
 */
export class PartFile {
  readonly #target: string;
  #hash: Hash = createHash("sha256");
  #handle: FileHandle | null = null;
  #bytes = 0;
  #origin: PartOrigin;

  private constructor(target: string, origin: PartOrigin) {
    this.#target = target;
    this.#origin = origin;
  }

  /**
   * Opens what an earlier download left, if it belongs to the same file, else begins anew. Reads the kept bytes once,
   * for the hash. Throws errors of the file system.
   */
  static async open(
    target: string,
    wanted: Omit<PartOrigin, "etag">,
    signal?: AbortSignal,
  ): Promise<PartFile> {
    const left = await readOrigin(`${target}.part.json`);
    const size = (await stat(`${target}.part`).catch(() => null))?.size ?? 0;
    const same =
      left !== null &&
      left.url === wanted.url &&
      left.sha256 === wanted.sha256 &&
      left.sizeBytes === wanted.sizeBytes &&
      // Without a hash or a validator nothing would notice that the file has changed in between.
      (wanted.sha256 !== null || left.etag !== null) &&
      size <= (wanted.sizeBytes ?? Number.POSITIVE_INFINITY);
    const part = new PartFile(target, { ...wanted, etag: same ? left.etag : null });
    if (same && size > 0) {
      for await (const chunk of createReadStream(`${target}.part`, signal === undefined ? {} : { signal })) {
        part.#hash.update(chunk as Buffer);
        part.#bytes += (chunk as Buffer).length;
      }
      part.#handle = await open(`${target}.part`, "r+");
    } else {
      await part.restart();
    }
    return part;
  }

  /** Bytes written so far. */
  get bytes(): number {
    return this.#bytes;
  }

  get etag(): string | null {
    return this.#origin.etag;
  }

  /** Forgets all bytes. */
  async restart(): Promise<void> {
    await this.#handle?.close();
    this.#handle = await open(`${this.#target}.part`, "w");
    this.#hash = createHash("sha256");
    this.#bytes = 0;
    await this.describe(null);
  }

  /** Notes the validator of the answer that is about to be written. */
  async describe(etag: string | null): Promise<void> {
    this.#origin = { ...this.#origin, etag };
    await writeFile(`${this.#target}.part.json`, JSON.stringify(this.#origin));
  }

  async append(chunk: Uint8Array): Promise<void> {
    let written = 0;
    while (written < chunk.length) {
      const step = await this.#handle?.write(chunk, written, chunk.length - written, this.#bytes + written);
      if (step === undefined) throw new Error("The part file is closed.");
      written += step.bytesWritten;
    }
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
  }

  /** SHA-256 of all bytes in hexadecimal. */
  digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** Closes the file and keeps it for another time. */
  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = null;
  }

  /** Makes the part the finished file, in one step. */
  async finish(): Promise<void> {
    await this.#handle?.sync();
    await this.close();
    await rename(`${this.#target}.part`, this.#target);
    await rm(`${this.#target}.part.json`, { force: true });
  }

  /** Deletes what was written. */
  async discard(): Promise<void> {
    await this.close();
    await rm(`${this.#target}.part`, { force: true });
    await rm(`${this.#target}.part.json`, { force: true });
  }
}

async function readOrigin(path: string): Promise<PartOrigin | null> {
  try {
    const content = JSON.parse(await readFile(path, "utf8")) as Partial<Record<keyof PartOrigin, unknown>>;
    if (typeof content.url !== "string") return null;
    return {
      url: content.url,
      sizeBytes: typeof content.sizeBytes === "number" ? content.sizeBytes : null,
      sha256: typeof content.sha256 === "string" ? content.sha256 : null,
      etag: typeof content.etag === "string" ? content.etag : null,
    };
  } catch {
    return null;
  }
}
