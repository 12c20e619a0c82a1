/** Between the lab process and the one that watches it. */
import type { MachineLimits } from "../../contract/engine.ts";
import type { TrainingPoint } from "../../contract/lab.ts";
import type { Failure } from "../../contract/result.ts";
import type { Recipe } from "../recipe/recipe.ts";
import type { DeviceState, RunFacts } from "../recipe/train.ts";
import type { TrainingResult } from "./carryOut.ts";
import type { LabDevice } from "./startFailure.ts";

export interface LabOptions {
  /** File that paths in the recipe are relative to, when the one given is a copy. */
  readonly source?: string;
  /** Instead of what the recipes say. */
  readonly device?: Partial<Recipe["device"]>;
  /** Nothing is trained: the newest checkpoint becomes a GGUF file. */
  readonly onlyExport?: boolean;
  /** Nothing is trained: what the device can do is measured. */
  readonly onlyLimits?: boolean;
}

export interface LabOrder extends Omit<LabOptions, "onlyExport" | "onlyLimits"> {
  readonly recipePath: string;
  readonly folder: string;
}

/** `folder` is that of the part that is being trained. */
export type LabMessage =
  | { readonly kind: "device"; readonly device: LabDevice; readonly state: DeviceState }
  | { readonly kind: "opened"; readonly folder: string; readonly facts: RunFacts }
  | { readonly kind: "stepped"; readonly folder: string; readonly point: TrainingPoint }
  | { readonly kind: "finished"; readonly result: TrainingResult }
  | { readonly kind: "exported"; readonly path: string }
  | { readonly kind: "measured"; readonly limits: MachineLimits }
  | { readonly kind: "failed"; readonly failure: Failure };
