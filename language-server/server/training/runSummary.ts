import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { TrainingRunSummary, TrainingStatus } from "../../contract/lab.ts";
import { readRecipe } from "../../lab/recipe/recipe.ts";
import { checkpointStep, readRunStatus, runFiles } from "../../lab/recipe/runFolder.ts";
import { listCheckpoints } from "../../lab/train/checkpoint.ts";
import { stepLogPath } from "../../lab/train/stepLog.ts";
import { liveHolder } from "../../store/runLock.ts";
import type { CurveFigures } from "./curve.ts";

/**
 * How the run in a folder stands; null when there is none.
 *
 * @param isOurs whether this process has it trained: between two lab processes nobody holds its lock
 */
export async function runSummary(
  folder: string,
  figures: CurveFigures,
  isOurs: boolean,
): Promise<TrainingRunSummary | null> {
  const { recipe: recipePath, model } = runFiles(folder);
  const text = await readFile(recipePath, "utf8").catch(() => null);
  if (text === null) return null;
  const recipe = readRecipe(text);
  const file = await readRunStatus(folder);
  const isRunning = isOurs || (await liveHolder(folder)) !== null;
  const status = statusOf(isRunning, file?.status);
  const checkpoints = (await listCheckpoints(folder)).map((path) => ({ step: checkpointStep(path), path }));
  const step = Math.max(figures.step, checkpoints.at(-1)?.step ?? 0);
  const steps = recipe.ok ? recipe.value.training.steps : step;
  const failure = recipe.ok ? (status === "failed" ? file?.failure : null) : recipe.error;
  const loggedAt = (await stat(stepLogPath(folder)).catch(() => null))?.mtimeMs ?? 0;
  const madeAt = (await stat(recipePath).catch(() => null))?.mtimeMs ?? 0;
  return {
    id: basename(folder),
    name: recipe.ok ? recipe.value.name : basename(folder),
    recipePath,
    folder,
    status,
    step,
    steps,
    parameters: file?.parameters ?? null,
    loss: figures.loss,
    heldBackLoss: figures.heldBackLoss,
    heldBackAccuracy: figures.heldBackAccuracy,
    learnedTokens: figures.learnedTokens,
    tokensPerSecond: isRunning ? figures.tokensPerSecond : 0,
    secondsLeft: isRunning && figures.step > 0 ? (steps - step) * figures.secondsPerStep : null,
    device: file?.device ?? null,
    startedAt: file?.startedAt ?? Math.round(madeAt),
    updatedAt: Math.max(file?.updatedAt ?? 0, Math.round(loggedAt)),
    failure:
      failure === null || failure === undefined ? null : { code: failure.code, message: failure.message },
    model: (await stat(model).catch(() => null)) === null ? null : model,
    checkpoints,
  };
}

/** What the file says was true when its process wrote it. */
function statusOf(isRunning: boolean, written: TrainingStatus | undefined): TrainingStatus {
  if (isRunning) return "running";
  return written === undefined || written === "running" ? "interrupted" : written;
}
