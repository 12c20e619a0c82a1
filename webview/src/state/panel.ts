/** What the panel shows, as signals; kept by VS Code so that it survives a reload. */
import { effect, signal } from "@preact/signals";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { TrainingRunId } from "../../../language-server/contract/lab.ts";
import type { PathAddress } from "../../../language-server/contract/methods.ts";
import type { Failure } from "../../../language-server/contract/result.ts";
import { contractVersion } from "../../../language-server/contract/version.ts";
import type { PanelState } from "../../../language-server/contract/webview.ts";
import { loadState, request, saveState } from "../bridge.ts";

export type TextMode = "rendered" | "raw" | "tokens";

/** The contract's state and what only this panel cares for. */
export interface ViewState extends PanelState {
  readonly textMode: TextMode;
  /** Whether the tables and charts of a run are unfolded. */
  readonly analysis: boolean;
  /** The comparison the user came from, so that Back returns to it. */
  readonly comparison: readonly [RunId, RunId] | null;
  /** The paths that were left for the branch now shown, outermost first, so that Back returns to them. */
  readonly left: readonly PathAddress[];
  /** The screen from which the schema links were opened, so that Back returns to it. */
  readonly linksFrom: "run" | "suggestion" | null;
  /** Training runs whose loss is drawn beside the open one's. */
  readonly trainingBeside: readonly TrainingRunId[];
  readonly curveAxis: "steps" | "tokens";
  readonly lossScale: "log" | "linear";
}

const initial: ViewState = {
  screen: "runs",
  runId: null,
  compareWith: null,
  questionId: null,
  sample: 0,
  stageIndex: null,
  filter: "all",
  sort: "file",
  descending: false,
  search: "",
  scrollTop: 0,
  trainingId: null,
  resultId: null,
  links: null,
  suggestionId: null,
  textMode: "rendered",
  analysis: true,
  comparison: null,
  left: [],
  linksFrom: null,
  trainingBeside: [],
  curveAxis: "steps",
  lossScale: "log",
};

export const view = signal<ViewState>(initial);
export const viewId = signal("");
/** `null` while connecting. */
export const connection = signal<{ ok: true } | { ok: false; error: Failure } | null>(null);

/** Changes what is shown; fields not named stay. */
export function show(change: Partial<ViewState>): void {
  view.value = { ...view.value, ...change };
}

/** A change asked for from outside: another run or question takes back what belonged to the old one. */
export function follow(change: Partial<PanelState>): void {
  justRestored = false;
  const now = view.value;
  const newRun = change.runId !== undefined && change.runId !== now.runId;
  const newQuestion = change.questionId !== undefined && change.questionId !== now.questionId;
  show({
    ...(newRun
      ? {
          questionId: null,
          sample: 0,
          stageIndex: null,
          scrollTop: 0,
          filter: "all",
          search: "",
          comparison: null,
          left: [],
        }
      : newQuestion
        ? { sample: 0, stageIndex: null }
        : {}),
    ...(change.runId != null && change.screen === undefined ? { screen: "run" as const } : {}),
    ...(change.links !== undefined ? { linksFrom: null } : {}),
    ...(change.trainingId != null && change.trainingId !== now.trainingId ? { trainingBeside: [] } : {}),
    ...change,
  });
  if (view.value.screen === "compare") rememberComparison();
}

export const openRun = (runId: RunId): void => {
  const same = view.value.runId === runId;
  show({
    screen: "run",
    runId,
    questionId: null,
    stageIndex: null,
    left: [],
    ...(same ? {} : { scrollTop: 0, filter: "all", sort: "file", descending: false, search: "" }),
  });
};

export const openTrace = (runId: RunId, questionId: string, sample = 0): void =>
  show({ screen: "run", runId, questionId, sample, stageIndex: null, left: [] });

/** Shows a continuation of `from`, or goes back to a path that was left (null). */
export function openBranch(runId: RunId, from: PathAddress | null, sample: number): void {
  const { left } = view.value;
  const back = left.findIndex((path) => path.runId === runId && path.sample === sample);
  const rest = from !== null ? [...left, from] : left.slice(0, Math.max(0, back));
  show({ runId, sample, stageIndex: null, left: rest, comparison: null });
}

export const openCompare = (a: RunId, b: RunId): void =>
  show({ screen: "compare", runId: a, compareWith: b, questionId: null, comparison: [a, b] });

export const openTraining = (trainingId: TrainingRunId): void =>
  show({ screen: "training", trainingId, trainingBeside: [] });

/** Why a question or a comment is linked to which tables. */
export const openLinks = (links: NonNullable<PanelState["links"]>, linksFrom: ViewState["linksFrom"]): void =>
  show({ screen: "links", links, linksFrom });

/** One step outwards: links → what they were opened from, trace → questions → runs, training run → training runs; out of a trace opened from a comparison back to it. */
export function goBack(): void {
  const { screen, questionId, comparison, left, linksFrom } = view.value;
  const before = left.at(-1);
  if (screen === "run" && questionId !== null && before !== undefined)
    openBranch(before.runId, null, before.sample);
  else if (screen === "run" && comparison !== null) openCompare(...comparison);
  else if (screen === "run" && questionId !== null) show({ questionId: null, stageIndex: null });
  else if (screen === "training") show({ screen: "trainings" });
  else if (screen === "links" && linksFrom !== null) show({ screen: linksFrom, linksFrom: null });
  else if (screen !== "runs") show({ screen: "runs", comparison: null });
}

/** True from a restore until the person does something or the host asks for something else. */
let justRestored = false;

/** Whether a screen may put the keyboard where it is of use: never into a panel that only came back. */
export const mayMoveFocus = (): boolean => document.hasFocus() && !justRestored;

/** What the host names is what was shown already: a reload, not a request. */
const namesNothingNew = (saved: Partial<ViewState>, asked: Partial<PanelState>): boolean =>
  (["screen", "runId", "compareWith", "questionId", "trainingId"] as const).every(
    (key) => asked[key] === undefined || asked[key] === saved[key],
  );

const rememberComparison = (): void => {
  const { runId, compareWith } = view.value;
  if (runId !== null && compareWith !== null) show({ comparison: [runId, compareWith] });
};

const isObject = (value: unknown): value is Partial<ViewState> => typeof value === "object" && value !== null;

/** The handshake. Restores what was shown before; what the host names in its answer goes before that. */
export async function connect(): Promise<void> {
  connection.value = null;
  const saved = loadState();
  if (isObject(saved)) view.value = { ...initial, ...saved };
  const answer = await request("panel/ready", { contractVersion }, 15_000);
  if (!answer.ok) {
    connection.value = answer;
    return;
  }
  viewId.value = answer.value.viewId;
  follow(answer.value.state);
  justRestored = isObject(saved) && namesNothingNew(saved, answer.value.state);
  connection.value = { ok: true };
}

let saveTimer: ReturnType<typeof setTimeout> | undefined;

/** Saves every change, at most five times a second: scrolling changes the state too. */
export function keepState(): void {
  effect(() => {
    const state = view.value;
    if (connection.value?.ok !== true) return;
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => saveState(state), 200);
  });
  const touched = (): void => {
    justRestored = false;
  };
  window.addEventListener("keydown", touched, { capture: true });
  window.addEventListener("pointerdown", touched, { capture: true });
  window.addEventListener("pagehide", () => {
    if (connection.value?.ok === true) saveState(view.value);
  });
}
