/** Training runs and their curves: pulled once, kept current by events. */
import { signal } from "@preact/signals";
import type { TrainingPoint, TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import { request } from "../bridge.ts";
import type { Loaded } from "./runs.ts";

export const trainings = signal<Loaded<readonly TrainingRunSummary[]>>({ state: "loading" });

export async function loadTrainings(): Promise<void> {
  const answer = await request("deliberate/training/list", {});
  trainings.value = answer.ok
    ? { state: "here", value: answer.value.runs }
    : { state: "failed", error: answer.error };
}

/** News of a run that trains. */
export function trainingAdvanced(summary: TrainingRunSummary, _points: readonly TrainingPoint[]): void {
  const list = trainings.value;
  if (list.state !== "here") return;
  trainings.value = {
    state: "here",
    value: list.value.map((entry) => (entry.id === summary.id ? summary : entry)),
  };
}
