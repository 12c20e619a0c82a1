/** The list of runs, the open run with its rows, and the comparison. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type {
  QuestionRow,
  RunComparison,
  RunId,
  RunManifest,
  RunSummary,
} from "../../../language-server/contract/entities.ts";
import type { EngineStatus, RowFilter, RowSort } from "../../../language-server/contract/methods.ts";
import type { Failure } from "../../../language-server/contract/result.ts";
import { request } from "../bridge.ts";
import { percent } from "../format.ts";
import { announce } from "./announce.ts";
import { connection, openRun, view } from "./panel.ts";
import { RowPages, type RowQuery } from "./rowPages.ts";

/** Something pulled from the server: not yet, here, or failed with what to do. */
export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "here"; readonly value: T }
  | { readonly state: "failed"; readonly error: Failure };

const loading = { state: "loading" } as const;

export const runList = signal<Loaded<readonly RunSummary[]>>(loading);
export const engine = signal<EngineStatus | null>(null);
/** Failure of an action the user asked for (stop, resume, copy), shown until dismissed. */
export const actionFailure = signal<Failure | null>(null);

export interface OpenRun {
  readonly manifest: RunManifest;
  readonly summary: RunSummary;
  readonly folder: string;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

export const run = signal<Loaded<OpenRun>>(loading);
export const comparison = signal<Loaded<RunComparison>>(loading);

/** Rises whenever a row of `rows` changes. */
export const rowsVersion = signal(0);
export const rows = signal<RowPages | null>(null);
/** Position of the row that has the keyboard. */
export const activeRow = signal(0);

const shownRun = computed(() => (view.value.screen === "run" ? view.value.runId : null));
const queryText = computed(() => {
  const { runId, screen, filter, sort, descending, search } = view.value;
  if (screen !== "run" || runId === null) return null;
  const query: RowQuery = { runId, filter: filter as RowFilter, sort: sort as RowSort, descending, search };
  return JSON.stringify(query);
});

/** Counts the requests of one kind, so that a late answer does not take the place of a newer one. */
const newestOnly = (): (() => () => boolean) => {
  let newest = 0;
  return () => {
    const mine = ++newest;
    return () => mine === newest;
  };
};
const [askList, askRun, askComparison] = [newestOnly(), newestOnly(), newestOnly()];

export async function loadRuns(): Promise<void> {
  const isNewest = askList();
  const answer = await request("deliberate/run/list", {});
  if (!isNewest()) return;
  runList.value = answer.ok
    ? { state: "here", value: answer.value.runs }
    : { state: "failed", error: answer.error };
}

/** Pulls a run; `keep` leaves what is shown until the answer is here. */
export async function loadRun(runId: RunId, keep: "keep" | "clear" = "clear"): Promise<void> {
  const isNewest = askRun();
  if (keep === "clear") run.value = loading;
  const answer = await request("deliberate/run/summary", { runId });
  if (!isNewest() || shownRun.peek() !== runId) return;
  run.value = answer.ok
    ? { state: "here", value: { ...answer.value, failure: null } }
    : { state: "failed", error: answer.error };
}

export async function loadComparison(a: RunId, b: RunId, keep: "keep" | "clear" = "clear"): Promise<void> {
  const isNewest = askComparison();
  if (keep === "clear") comparison.value = loading;
  const answer = await request("deliberate/run/compare", { a, b }, 120_000);
  if (!isNewest()) return;
  comparison.value = answer.ok
    ? { state: "here", value: answer.value }
    : { state: "failed", error: answer.error };
}

async function loadEngine(): Promise<void> {
  const answer = await request("deliberate/engine/status", {});
  if (answer.ok) engine.value = answer.value;
}

/** Pulls everything that the screen shows again, without taking it away meanwhile. */
export function refreshRuns(): void {
  const { screen, runId, compareWith } = view.peek();
  void loadEngine();
  if (screen !== "run") void loadRuns();
  if (screen === "compare" && runId !== null && compareWith !== null)
    void loadComparison(runId, compareWith, "keep");
  if (screen === "run" && runId !== null) {
    void loadRun(runId, run.peek().state === "here" ? "keep" : "clear");
    rows.peek()?.reload(activeRow.peek());
  }
}

const pullRows = (query: RowQuery, offset: number, count: number) =>
  request("deliberate/run/questions", { ...query, offset, count });

function openRows(query: RowQuery): void {
  const kept = rows.peek();
  if (kept !== null && kept.query.runId === query.runId) activeRow.value = 0;
  const pages = new RowPages(query, pullRows, () => {
    if (rows.peek() === pages) rowsVersion.value++;
  });
  rows.value = pages;
  pages.ensure(0, 0);
}

/** Pulls the rows again after a failure. */
export const retryRows = (): void => {
  const query = rows.peek()?.query;
  if (query !== undefined) openRows(query);
};

let lastRefresh = 0;
let lastSpokenTenth = -1;

/** News of a run that works. */
export function runAdvanced(runId: RunId, summary: RunSummary, changed: readonly QuestionRow[]): void {
  const list = runList.value;
  if (list.state === "here")
    runList.value = {
      state: "here",
      value: list.value.map((entry) => (entry.id === runId ? summary : entry)),
    };
  const open = run.value;
  if (open.state !== "here" || open.value.summary.id !== runId) return;
  run.value = { state: "here", value: { ...open.value, summary } };
  const tenth = Math.floor((10 * summary.pathsDone) / Math.max(1, summary.pathsTotal));
  if (tenth !== lastSpokenTenth) {
    lastSpokenTenth = tenth;
    announce(
      `${summary.pathsDone} of ${summary.pathsTotal} paths done, accuracy ${percent(summary.accuracy.value)}`,
    );
  }
  const pages = rows.value;
  if (pages === null || pages.query.runId !== runId) return;
  pages.patch(changed);
  const moves =
    pages.query.filter !== "all" || pages.query.sort === "accuracy" || pages.query.sort === "tokens";
  if (moves && Date.now() - lastRefresh > 2000) {
    lastRefresh = Date.now();
    pages.markStale();
    rowsVersion.value++;
  }
}

export function runEnded(runId: RunId, summary: RunSummary, failure: OpenRun["failure"]): void {
  runAdvanced(runId, summary, []);
  const open = run.value;
  if (open.state === "here" && open.value.summary.id === runId) {
    run.value = { state: "here", value: { ...open.value, summary, failure } };
    announce(`Run ${summary.status}, accuracy ${percent(summary.accuracy.value)}`);
  }
}

export async function stopRun(runId: RunId): Promise<void> {
  const answer = await request("deliberate/run/stop", { runId });
  if (!answer.ok) actionFailure.value = answer.error;
}

/** @param then "stay" leaves what is shown */
export async function resumeRun(runId: RunId, then: "open" | "stay" = "open"): Promise<void> {
  const answer = await request("deliberate/run/resume", { runId }, 120_000);
  if (!answer.ok) actionFailure.value = answer.error;
  else if (then === "stay") return;
  else if (answer.value.runId === runId) await loadRun(runId);
  else openRun(answer.value.runId);
}

export async function rerun(runId: RunId, which: "failed" | "changed"): Promise<void> {
  const answer = await request("deliberate/run/rerun", { runId, which }, 120_000);
  if (answer.ok) openRun(answer.value.runId);
  else actionFailure.value = answer.error;
}

export async function restartEngine(): Promise<void> {
  const answer = await request("deliberate/engine/restart", {}, 120_000);
  if (!answer.ok) actionFailure.value = answer.error;
}

/** Loads whatever the view asks for, once connected. */
export function keepRunsLoaded(): void {
  const connected = computed(() => connection.value?.ok === true);
  const screen = computed(() => view.value.screen);
  const compared = computed(() => {
    const { runId, compareWith } = view.value;
    return screen.value === "compare" && runId !== null && compareWith !== null
      ? `${runId}\n${compareWith}`
      : null;
  });
  effect(() => {
    if (connected.value && screen.value !== "run") void untracked(loadRuns);
  });
  effect(() => {
    const runId = shownRun.value;
    if (connected.value && runId !== null) void untracked(() => loadRun(runId));
  });
  effect(() => {
    const text = queryText.value;
    if (!connected.value || text === null) return;
    untracked(() => openRows(JSON.parse(text) as RowQuery));
  });
  effect(() => {
    const [a, b] = compared.value?.split("\n") ?? [];
    if (connected.value && a !== undefined && b !== undefined) void untracked(() => loadComparison(a, b));
  });
  effect(() => {
    if (connected.value) void untracked(loadEngine);
  });
}
