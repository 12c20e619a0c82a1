import { readFile } from "node:fs/promises";
import type { RunReplay } from "../contract/entities.ts";
import { replaceFile, runFiles } from "./files.ts";

/** What the newest replay of the run gave; null when there was none, or its file cannot be read. */
export async function readReplay(folder: string): Promise<RunReplay | null> {
  try {
    const value = JSON.parse(await readFile(runFiles(folder).replay, "utf8")) as Partial<RunReplay> | null;
    return typeof value?.at === "number" && value.firstDivergence !== undefined ? (value as RunReplay) : null;
  } catch {
    return null;
  }
}

/** Throws what the file system throws. */
export const writeReplay = (folder: string, replay: RunReplay): Promise<void> =>
  replaceFile(runFiles(folder).replay, `${JSON.stringify(replay, null, 2)}\n`);
