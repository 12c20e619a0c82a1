/** Between the lab process and the one that watches it. */
import type { Failure } from "../../contract/result.ts";
import type { RecipeResult } from "../recipe/train.ts";
import type { StepReport } from "../train/trainer.ts";

export interface LabOrder {
  readonly recipePath: string;
  readonly folder: string;
}

export type LabMessage =
  | { readonly kind: "stepped"; readonly report: StepReport }
  | { readonly kind: "finished"; readonly result: RecipeResult }
  | { readonly kind: "failed"; readonly failure: Failure };
