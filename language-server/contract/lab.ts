/** Training runs of the lab, as the extension, its views and the command line see them. */
import type { Result } from "./result.ts";

/** Name of the run's folder below the training folder of the workspace. */
export type TrainingRunId = string;

/** `interrupted`: its process is gone without having ended it; it can be resumed like a stopped one. */
export type TrainingStatus = "running" | "stopped" | "interrupted" | "done" | "failed";

export interface TrainingCheckpoint {
  readonly step: number;
  /** Checkpoint file; the model list takes it as a model. */
  readonly path: string;
}

export interface TrainingRunSummary {
  readonly id: TrainingRunId;
  /** Name of the model that comes out, from the recipe. */
  readonly name: string;
  /** Copy of the recipe inside the run's folder. */
  readonly recipePath: string;
  readonly folder: string;
  readonly status: TrainingStatus;
  /** Optimiser steps taken, and in all. */
  readonly step: number;
  readonly steps: number;
  readonly parameters: number | null;
  /** Mean over the last 50 steps, nats per learned token. */
  readonly loss: number | null;
  /** Newest figures on data never trained on; null before the first measurement. */
  readonly heldBackLoss: number | null;
  readonly heldBackAccuracy: number | null;
  /** Tokens that counted in the loss, in all. */
  readonly learnedTokens: number;
  /** Learned tokens a second, over the last 50 steps; 0 when it does not run. */
  readonly tokensPerSecond: number;
  /** Seconds to go at this speed; null when it does not run. */
  readonly secondsLeft: number | null;
  /** Device it runs or last ran on, as ggml names it. */
  readonly device: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly failure: { readonly code: string; readonly message: string } | null;
  /** Exported GGUF, once there is one. */
  readonly model: string | null;
  readonly checkpoints: readonly TrainingCheckpoint[];
}

/** One step of a curve. */
export interface TrainingPoint {
  readonly step: number;
  /** Nats per learned token. */
  readonly loss: number;
  readonly gradientNorm: number;
  readonly rate: number;
  /** Of this step. */
  readonly learnedTokens: number;
  /** Wall time of the step. */
  readonly milliseconds: number;
  /** Set at the steps where it was measured, on samples of the training distribution that are never trained on. */
  readonly heldBackLoss?: number;
  /** Share of learned positions whose most probable token is the right one, same samples. */
  readonly heldBackAccuracy?: number;
}

export interface LabMethods {
  /** `recipe`: path or `file:` URI. A new folder every time; runs of `start:` recipes that it needs come first. */
  "deliberate/training/start": { params: { recipe: string }; result: Result<{ id: TrainingRunId }> };
  "deliberate/training/stop": { params: { id: TrainingRunId }; result: Result<Record<string, never>> };
  "deliberate/training/resume": { params: { id: TrainingRunId }; result: Result<Record<string, never>> };
  "deliberate/training/delete": { params: { id: TrainingRunId }; result: Result<Record<string, never>> };
  "deliberate/training/list": {
    params: Record<string, never>;
    result: Result<{ runs: TrainingRunSummary[] }>;
  };
  /** Points from step `from` on, thinned to at most `most`; measured ones are kept. */
  "deliberate/training/points": {
    params: { id: TrainingRunId; from: number; most: number };
    result: Result<{ summary: TrainingRunSummary; points: TrainingPoint[] }>;
  };
  /** Exports the newest checkpoint to GGUF. */
  "deliberate/training/export": { params: { id: TrainingRunId }; result: Result<{ path: string }> };
}

export interface LabEvents {
  /**
   * At most four times a second while a run works; the points since the last one. After a restart from a checkpoint
   * steps are taken again: points that are known from the first of these on are replaced.
   */
  "deliberate/training/advanced": { summary: TrainingRunSummary; points: TrainingPoint[] };
  "deliberate/training/listChanged": Record<string, never>;
}
