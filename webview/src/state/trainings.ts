/** Training runs and their curves: pulled once, kept current by events. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type {
  TrainingPoint,
  TrainingRunId,
  TrainingRunSummary,
} from "../../../language-server/contract/lab.ts";
import { request } from "../bridge.ts";
import { withNews } from "../curves.ts";
import { count, percent } from "../format.ts";
import { announce } from "./announce.ts";
import { connection, view } from "./panel.ts";
import { actionFailure, type Loaded } from "./runs.ts";

/** More than a chart has pixels; a longer run is pulled again, thinned by the server. */
const mostPoints = 1500;

export interface Curve {
  readonly summary: TrainingRunSummary;
  /** By step, ascending. */
  readonly points: readonly TrainingPoint[];
}

export const trainings = signal<Loaded<readonly TrainingRunSummary[]>>({ state: "loading" });
/** Curves of the runs that are looked at. */
export const curves = signal<ReadonlyMap<TrainingRunId, Loaded<Curve>>>(new Map());

const put = (id: TrainingRunId, curve: Loaded<Curve>): void => {
  curves.value = new Map(curves.peek()).set(id, curve);
};

/** Asks the server for the runs, newest first. */
export async function loadTrainings(): Promise<void> {
  const answer = await request("deliberate/training/list", {});
  trainings.value = answer.ok
    ? { state: "here", value: [...answer.value.runs].sort((a, b) => b.startedAt - a.startedAt) }
    : { state: "failed", error: answer.error };
}

const pulling = new Set<TrainingRunId>();

/** Pulls a curve; what is shown stays until the answer is here. */
export async function loadCurve(id: TrainingRunId): Promise<void> {
  if (pulling.has(id)) return;
  pulling.add(id);
  const answer = await request("deliberate/training/points", { id, from: 0, most: mostPoints });
  pulling.delete(id);
  if (answer.ok) put(id, { state: "here", value: answer.value });
  else put(id, { state: "failed", error: answer.error });
}

/** Ids of the curves on the screen, one a line. */
const shownIds = computed(() => {
  const { screen, trainingId, trainingBeside } = view.value;
  return screen === "training" && trainingId !== null ? [trainingId, ...trainingBeside].join("\n") : "";
});

let lastSpokenTenth = -1;

/** News of a run that trains, stops or ends. */
export function trainingAdvanced(summary: TrainingRunSummary, news: readonly TrainingPoint[]): void {
  const list = trainings.value;
  if (list.state === "here")
    trainings.value = {
      state: "here",
      value: list.value.map((entry) => (entry.id === summary.id ? summary : entry)),
    };
  const known = curves.peek().get(summary.id);
  if (known?.state !== "here") return;
  const before = known.value.summary.status;
  const points = withNews(known.value.points, news);
  put(summary.id, { state: "here", value: { summary, points } });
  if (points.length > 2 * mostPoints) void loadCurve(summary.id);
  if (summary.id !== view.peek().trainingId) return;
  const tenth = Math.floor((10 * summary.step) / Math.max(1, summary.steps));
  if (summary.status === before && tenth === lastSpokenTenth) return;
  lastSpokenTenth = tenth;
  announce(
    `Training ${summary.status}, step ${count(summary.step)} of ${count(summary.steps)}${summary.loss === null ? "" : `, loss ${summary.loss.toFixed(2)}`}${summary.heldBackAccuracy === null ? "" : `, ${percent(summary.heldBackAccuracy)} of held-back tokens right`}`,
  );
}

/** The list has changed: a run began or ended, or a checkpoint or model was written. */
export function trainingListChanged(): void {
  const { screen } = view.peek();
  if (screen !== "trainings" && screen !== "training") return;
  void loadTrainings();
  if (shownIds.peek() !== "") for (const id of shownIds.peek().split("\n")) void loadCurve(id);
}

async function act(
  method: "deliberate/training/stop" | "deliberate/training/resume",
  id: TrainingRunId,
): Promise<void> {
  actionFailure.value = null;
  const answer = await request(method, { id }, 120_000);
  if (answer.ok) void loadCurve(id);
  else actionFailure.value = answer.error;
}

export const stopTraining = (id: TrainingRunId): Promise<void> => act("deliberate/training/stop", id);
export const resumeTraining = (id: TrainingRunId): Promise<void> => act("deliberate/training/resume", id);

/** Loads the list and the curves that the view asks for, once connected. */
export function keepTrainingsLoaded(): void {
  const connected = computed(() => connection.value?.ok === true);
  const listed = computed(() => view.value.screen === "trainings" || view.value.screen === "training");
  effect(() => {
    if (connected.value && listed.value) void untracked(loadTrainings);
  });
  effect(() => {
    const ids = shownIds.value;
    if (!connected.value || ids === "") return;
    untracked(() => {
      const kept = new Map([...curves.peek()].filter(([id]) => ids.split("\n").includes(id)));
      curves.value = kept;
      for (const id of ids.split("\n")) if (!kept.has(id)) void loadCurve(id);
    });
  });
}
