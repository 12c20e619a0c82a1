import { type FileHandle, open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fail, ok, type Result } from "../contract/result.ts";
import type { ByteSource } from "../core/models/gguf.ts";

/** An open file as a source of bytes. */
export interface FileSource extends ByteSource {
  /** Bytes read so far. */
  readonly bytesRead: number;
  close(): Promise<void>;
}

/**
 * Opens a file for reading parts of it.
 *
 * Errors: `model/not-found`, `model/is-directory`, `model/no-permission`, `model/load-failed` for anything else the
 * operating system says. Never throws.
 */
export async function openFile(path: string): Promise<Result<FileSource>> {
  let handle: FileHandle | undefined;
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      return fail("model/is-directory", `${basename(path)} is a folder; choose a .gguf file in it.`, path);
    }
    // A pipe or device would block the reader for ever.
    if (!found.isFile()) return fail("model/not-gguf", `${basename(path)} is not a regular file.`, path);
    handle = await open(path, "r");
    return ok(sourceOf(handle, found.size));
  } catch (error) {
    await handle?.close().catch(() => undefined);
    return fileFailure(error, path);
  }
}

function sourceOf(handle: FileHandle, size: number): FileSource {
  let bytesRead = 0;
  return {
    size,
    get bytesRead() {
      return bytesRead;
    },
    async read(offset, length) {
      const buffer = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const step = await handle.read(buffer, filled, length - filled, offset + filled);
        if (step.bytesRead === 0) break;
        filled += step.bytesRead;
      }
      bytesRead += filled;
      return buffer.subarray(0, filled);
    },
    close: () => handle.close(),
  };
}

/** The failure for an error of the file system. */
export function fileFailure(error: unknown, path: string): Result<never> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const name = basename(path);
  const detail = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return fail(
        "model/not-found",
        `There is no file ${path}. Check the setting deliberate.model.path.`,
        detail,
      );
    case "EACCES":
    case "EPERM":
      return fail(
        "model/no-permission",
        `${name} cannot be read: permission denied. Check the rights of the file.`,
        detail,
      );
    case "EISDIR":
      return fail("model/is-directory", `${name} is a folder; choose a .gguf file in it.`, detail);
    case "ELOOP":
      return fail("model/not-found", `${name} is a symbolic link that leads to itself.`, detail);
    default:
      return fail("model/load-failed", `${name} cannot be read (${code || "unknown error"}).`, detail);
  }
}
