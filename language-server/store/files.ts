/** Names of the files of a run's folder (docs/run-format.md). */
import { type FileHandle, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const runFiles = (folder: string) => ({
  journal: join(folder, "journal.jsonl"),
  questions: join(folder, "questions.jsonl"),
  tokens: join(folder, "tokens.bin"),
  vocabulary: join(folder, "vocabulary.jsonl"),
  summary: join(folder, "summary.json"),
  replay: join(folder, "replay.json"),
  lock: join(folder, "lock.json"),
});

/** Calls `use` with the open file and closes it whatever happens; null when there is no such file. */
export async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T | null> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** The bytes of the half-open range, fewer when the file ends before. */
export async function readRange(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.max(0, end - start));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Replaces a small file so that no reader ever sees half of it. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export const isMissing = (error: unknown): boolean => errorCode(error) === "ENOENT";

export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;

export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
