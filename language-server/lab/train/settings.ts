/** How a decoder is trained; without native code behind it, so that recipes can be checked where they are edited. */
import type { LoraConfig } from "../model/config.ts";
import type { Schedule } from "./schedule.ts";

export interface TrainSettings {
  readonly seed: number;
  readonly schedule: Schedule;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Of matrices; norms and embeddings do not decay. */
  readonly weightDecay: number;
  /** Gradients longer than this are shortened to it; 0 leaves them. */
  readonly clipNorm: number;
  /** Batches per step. */
  readonly accumulate: number;
  /**
   * Learning from a teacher's probabilities, which batches then carry: share · τ²KL + (1 − share) · cross entropy. The
   * teacher's are taken at the same temperature τ.
   */
  readonly distillation?: { readonly temperature: number; readonly share: number };
  /** Adapters are trained instead of the model when given. */
  readonly lora?: LoraConfig;
  /** Parameters that stay as they are. */
  readonly frozen?: (name: string) => boolean;
  /** How the products of the model are computed, see `ProgramSpec`; float32 by default. Parameters stay float32. */
  readonly products?: "f32" | "bf16";
  /** Names of parameters with a mask of their own, see `setMask`. */
  readonly masked?: readonly string[];
}

export const defaultTrainSettings: Omit<TrainSettings, "seed" | "schedule"> = {
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  weightDecay: 0.1,
  clipNorm: 1,
  accumulate: 1,
};
