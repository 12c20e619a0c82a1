import type { Decision, GradingOptions } from "../core/grading/types.ts";

/** What the host asks of the worker: one comparison that needs the symbolic engine. */
export interface WorkRequest {
  readonly id: number;
  readonly pred: string;
  readonly gold: string;
  readonly options: GradingOptions;
}

/** `ready` once the engine is constructed; `started` when the work on a request begins, so that queueing is not timed. */
export type WorkReply =
  | { readonly kind: "ready" }
  | { readonly kind: "started"; readonly id: number }
  | { readonly kind: "done"; readonly id: number; readonly decision: Decision };
