/** What lies in the folder of a training run, besides its checkpoints. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { TrainingStatus } from "../../contract/lab.ts";
import type { Failure } from "../../contract/result.ts";
import { listCheckpoints } from "../train/checkpoint.ts";
import type { Recipe } from "./recipe.ts";

export const runFiles = (folder: string) => ({
  /** Copy of the recipe as it was at the start. */
  recipe: join(folder, "recipe.yaml"),
  /** `claimOf` that recipe. */
  claim: join(folder, "recipe.sha256"),
  status: join(folder, "status.json"),
  tokenizer: join(folder, "tokenizer.json"),
  /** Weights before the first step, where the exported model is to hold a share of them. */
  start: join(folder, "start.safetensors"),
  model: join(folder, "model.gguf"),
});

/**
 * Hash of all of a recipe that its weights depend on: of two with the same one, a folder started with the first can be
 * continued with the second. Only length, saving, measuring, device and export may change between sittings.
 */
export function claimOf(recipe: Recipe): string {
  const { device: _, export: __, description: ___, training, ...rest } = recipe;
  const { steps: ____, saveEverySteps: _____, measureEverySteps: ______, ...fixed } = training;
  return createHash("sha256")
    .update(JSON.stringify({ ...rest, training: fixed }))
    .digest("hex");
}

/** Step of the newest checkpoint; 0 when there is none. */
export async function lastStep(folder: string): Promise<number> {
  const newest = (await listCheckpoints(folder)).at(-1);
  return newest === undefined ? 0 : checkpointStep(newest);
}

/** Step that a checkpoint was written after, from its name. */
export const checkpointStep = (path: string): number => Number(/(\d+)\.\w+$/.exec(basename(path))?.[1] ?? 0);

/** How far a run is, as its process last wrote it. `running` in the file of a process that is gone means interrupted. */
export interface RunStatusFile {
  readonly status: TrainingStatus;
  /** Where the recipe was read from: paths in it are relative to this file. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly device: string | null;
  readonly parameters: number | null;
  readonly failure: Failure | null;
}

/** Null when there is none, or none that can be read. */
export async function readRunStatus(folder: string): Promise<RunStatusFile | null> {
  try {
    return JSON.parse(await readFile(runFiles(folder).status, "utf8"));
  } catch {
    return null;
  }
}

/** Replaces what is known; what is not given stays as it was. */
export async function writeRunStatus(
  folder: string,
  changes: Partial<RunStatusFile> & Pick<RunStatusFile, "status">,
): Promise<void> {
  const now = Date.now();
  const known = await readRunStatus(folder);
  const status: RunStatusFile = {
    source: runFiles(folder).recipe,
    startedAt: now,
    device: null,
    parameters: null,
    failure: null,
    ...known,
    updatedAt: now,
    ...changes,
  };
  const { status: path } = runFiles(folder);
  const part = `${path}.${process.pid}.part`;
  await mkdir(folder, { recursive: true });
  await writeFile(part, JSON.stringify(status, null, 2));
  await rename(part, path);
}

/** A model that stands at the start of a run, rather than the folder of an earlier run. */
export const isModelFile = (path: string): boolean => /\.gguf$/i.test(path);
