/**
 * A training run from start (or its newest checkpoint) to end: steps, checkpoints, a log that survives, stopping on
 * request.
 */
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "../../contract/result.ts";
import { resumeRun, saveRun } from "./resume.ts";
import type { StepReport, Trainer, TrainPosition } from "./trainer.ts";

export interface RunSettings {
  /** Where checkpoints and `steps.jsonl` are kept. */
  readonly folder: string;
  readonly steps: number;
  readonly saveEverySteps: number;
  /** Checkpoints to keep. */
  readonly keep?: number;
  /** Called after each step. What it throws ends the run after a checkpoint. */
  readonly onStep?: (report: StepReport) => void | Promise<void>;
  /** Ends the run after the step in progress, with a checkpoint. */
  readonly signal?: AbortSignal;
  /** Kept in every checkpoint, for example the recipe's hash. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** One line per step, as `StepReport` and the wall milliseconds that the step took. */
export const stepLog = "steps.jsonl";

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
  await cutLog(join(folder, stepLog), trainer.position.step);
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
      await appendFile(join(folder, stepLog), `${JSON.stringify({ ...report, milliseconds })}\n`);
      await settings.onStep?.(report);
      if (report.step % settings.saveEverySteps === 0 && report.step < settings.steps) await save();
    }
  } catch (error) {
    await save();
    throw error;
  }
  await save();
  return ok(trainer.position);
}

/** Takes lines of steps that the checkpoint does not know out of the log: they are about to be taken again. */
async function cutLog(path: string, step: number): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => "");
  const kept = text.split("\n").filter((line) => stepOf(line) <= step);
  await writeFile(path, kept.map((line) => `${line}\n`).join(""));
}

function stepOf(line: string): number {
  try {
    const { step }: { step?: unknown } = JSON.parse(line);
    return typeof step === "number" ? step : Number.POSITIVE_INFINITY;
  } catch {
    // A line that was cut by a kill.
    return Number.POSITIVE_INFINITY;
  }
}
