/** Carries out a recipe with all that it starts from, one folder after the other, each locked while it is written. */
import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import type { TrainingPoint } from "../../contract/lab.ts";
import { fail, type Result } from "../../contract/result.ts";
import { acquireLock } from "../../store/runLock.ts";
import { type Part, partsOf } from "../recipe/parts.ts";
import { runFiles, writeRunStatus } from "../recipe/runFolder.ts";
import { type RecipeResult, type RecipeRun, type RunFacts, trainRecipe } from "../recipe/train.ts";
import type { LabOrder } from "./messages.ts";

/** How the last part that was worked on ended. */
export interface TrainingResult extends RecipeResult {
  readonly folder: string;
}

export interface TrainingWatcher {
  readonly signal: AbortSignal;
  /** The module `dataWorker`. */
  readonly dataEntry: URL;
  /** Whether it was stopped because the process that asked for it is gone. */
  isAbandoned(): boolean;
  readonly onDevice: NonNullable<RecipeRun["onDevice"]>;
  onOpen(folder: string, facts: RunFacts): Promise<void>;
  onStep(folder: string, point: TrainingPoint): Promise<void>;
}

/**
 * Trains until the recipe is done or stopped. The recipe's folder counts as running while earlier parts are trained.
 *
 * Errors: those of `partsOf` and `trainRecipe`; `training/busy` when another process works in a folder.
 */
export async function carryOut(order: LabOrder, watcher: TrainingWatcher): Promise<Result<TrainingResult>> {
  const parts = await partsOf(order.recipePath, order.folder, order.source);
  if (!parts.ok) return parts;
  const last = parts.value.at(-1);
  if (last === undefined) return fail("internal", "There is nothing to train.");
  return inFolder(last, watcher, async () => {
    for (const part of parts.value.slice(0, -1)) {
      const done = await inFolder(part, watcher, () => train(part, order, watcher));
      if (!done.ok || !done.value.finished) return done;
    }
    return train(last, order, watcher);
  });
}

async function train(part: Part, order: LabOrder, watcher: TrainingWatcher): Promise<Result<TrainingResult>> {
  const { folder, start } = part;
  const recipe = { ...part.recipe, device: { ...part.recipe.device, ...order.device } };
  const result = await trainRecipe(recipe, folder, {
    signal: watcher.signal,
    dataEntry: watcher.dataEntry,
    onDevice: watcher.onDevice,
    ...(start === null ? {} : { start }),
    onOpen: async (facts) => {
      const { device, parameters } = facts;
      await writeRunStatus(folder, { status: "running", device, parameters });
      await watcher.onOpen(folder, facts);
    },
    onStep: (point) => watcher.onStep(folder, point),
  });
  return result.ok ? { ok: true, value: { ...result.value, folder } } : result;
}

/** Locks the folder, and writes down how the work in it stands and ends. */
async function inFolder(
  { folder, source, text }: Part,
  watcher: TrainingWatcher,
  work: () => Promise<Result<TrainingResult>>,
): Promise<Result<TrainingResult>> {
  await mkdir(folder, { recursive: true });
  const lock = await acquireLock(folder, randomUUID());
  if (!lock.ok) {
    return lock.error.code === "run/busy"
      ? fail("training/busy", `Another process is training in ${folder}.`, lock.error.message)
      : lock;
  }
  try {
    await writeFile(runFiles(folder).recipe, text);
    await writeRunStatus(folder, { status: "running", source, failure: null });
    const result = await work();
    if (!result.ok) await writeRunStatus(folder, { status: "failed", failure: result.error });
    else {
      const stopped = watcher.isAbandoned() ? "interrupted" : "stopped";
      await writeRunStatus(folder, { status: result.value.finished ? "done" : stopped });
    }
    return result;
  } finally {
    await lock.value.release();
  }
}
