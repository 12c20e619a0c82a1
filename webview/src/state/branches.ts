/** Branches that leave the open path: what became of them, and how to start one. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { BranchParams, BranchSummary, PathAddress } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { announce } from "./announce.ts";
import { connection } from "./panel.ts";
import { actionFailure, engine } from "./runs.ts";
import { trace } from "./trace.ts";

/** Oldest first. */
export const branches = signal<readonly BranchSummary[]>([]);
/** A request to start one is on its way. */
export const starting = signal(false);

const openAddress = computed(() =>
  trace.value.state === "here" ? JSON.stringify(trace.value.value.address) : null,
);

/** The newest measurement of how often the open path ends well. */
export const newestRate = computed(() => branches.value.findLast(({ kind }) => kind === "rate") ?? null);

/** Whether the engine is free for one. */
export const engineBusy = computed(() => engine.value?.activeRun != null || starting.value);

const rootOf = (id: RunId): string => id.split("~")[0] ?? id;

let newestLoad = 0;

async function load(address: PathAddress): Promise<void> {
  const mine = ++newestLoad;
  const answer = await request("deliberate/branch/list", address);
  if (mine !== newestLoad || openAddress.peek() !== JSON.stringify(address)) return;
  branches.value = answer.ok ? answer.value.branches : [];
}

const reload = (): void => {
  const address = openAddress.peek();
  if (address !== null) void load(JSON.parse(address) as PathAddress);
};

let timer: ReturnType<typeof setTimeout> | undefined;

/** News of a run: of a branch of the open path, its results have changed. */
export function branchAdvanced(runId: RunId): void {
  const address = openAddress.peek();
  if (address === null || !runId.includes("~")) return;
  if (rootOf((JSON.parse(address) as PathAddress).runId) !== rootOf(runId)) return;
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    reload();
  }, 300);
}

/** @returns the branch, or null when it did not start; the panel says why */
export async function startBranch(params: BranchParams): Promise<RunId | null> {
  starting.value = true;
  actionFailure.value = null;
  // The first one loads the model.
  const answer = await request("deliberate/branch/start", params, 300_000);
  starting.value = false;
  if (!answer.ok) {
    actionFailure.value = answer.error;
    return null;
  }
  announce("Going on from there");
  reload();
  return answer.value.runId;
}

export function keepBranchesLoaded(): void {
  effect(() => {
    const address = openAddress.value;
    if (connection.value?.ok !== true) return;
    untracked(() => {
      branches.value = [];
      if (address !== null) void load(JSON.parse(address) as PathAddress);
    });
  });
}
