/**
 * A training run from start (or its newest checkpoint) to end: steps, checkpoints, a log that survives, stopping on
 * request.
 */
import { appendFile, mkdir } from "node:fs/promises";
import type { TrainingPoint } from "../../contract/lab.ts";
import { ok, type Result } from "../../contract/result.ts";
import type { HeldBackFigures } from "./heldBack.ts";
import { resumeRun, saveRun } from "./resume.ts";
import { cutStepLog, stepLogPath } from "./stepLog.ts";
import type { Trainer, TrainPosition } from "./trainer.ts";

export interface RunSettings {
  /** Where checkpoints and `steps.jsonl` are kept. */
  readonly folder: string;
  readonly steps: number;
  readonly saveEverySteps: number;
  /** Checkpoints to keep. */
  readonly keep?: number;
  /** Called before the first step with the steps that were taken earlier. */
  readonly onStart?: (step: number) => void | Promise<void>;
  /** Called after each step. What it throws ends the run after a checkpoint. */
  readonly onStep?: (point: TrainingPoint) => void | Promise<void>;
  /** Looks at data that is not trained on, after every so many steps. Must leave the trainer as it is. */
  readonly measure?: { readonly everySteps: number; now(): Promise<HeldBackFigures> };
  /** Ends the run after the step in progress, with a checkpoint. */
  readonly signal?: AbortSignal;
  /** Kept in every checkpoint, for example the recipe's hash. */
  readonly notes?: Readonly<Record<string, string>>;
}

/**
 * Runs until `steps` or until stopped; gives the position reached.
 *
 * Errors: those of `resumeRun`; a loss that is no number, as training cannot recover from it (`internal`).
 */
export async function runTraining(trainer: Trainer, settings: RunSettings): Promise<Result<TrainPosition>> {
  const { folder, signal } = settings;
  await mkdir(folder, { recursive: true });
  const resumed = await resumeRun(trainer, folder);
  if (!resumed.ok) return resumed;
  await cutStepLog(folder, trainer.position.step);
  await settings.onStart?.(trainer.position.step);
  const save = () => saveRun(trainer, folder, settings.keep ?? 2, settings.notes ?? {});
  try {
    while (trainer.position.step < settings.steps && signal?.aborted !== true) {
      const started = performance.now();
      const report = await trainer.step();
      if (!Number.isFinite(report.loss) || !Number.isFinite(report.gradientNorm)) {
        return {
          ok: false,
          error: {
            code: "internal",
            message: `The loss is no number at step ${report.step}. Lower the learning rate; the last checkpoint is sound.`,
          },
        };
      }
      const milliseconds = Math.round(performance.now() - started);
      const point: TrainingPoint = { ...report, milliseconds, ...(await measured(settings, report.step)) };
      await appendFile(stepLogPath(folder), `${JSON.stringify(point)}\n`);
      await settings.onStep?.(point);
      if (report.step % settings.saveEverySteps === 0 && report.step < settings.steps) await save();
    }
  } catch (error) {
    await save();
    throw error;
  }
  await save();
  return ok(trainer.position);
}

async function measured(
  { measure, steps }: RunSettings,
  step: number,
): Promise<Pick<TrainingPoint, "heldBackLoss" | "heldBackAccuracy">> {
  if (measure === undefined || (step % measure.everySteps !== 0 && step < steps)) return {};
  const { loss, accuracy } = await measure.now();
  return { heldBackLoss: loss, heldBackAccuracy: accuracy };
}
