/** A person's word to a path that has not ended: pausing its run, saying something, going on. */
import { signal } from "@preact/signals";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { PathAddress } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { announce } from "./announce.ts";
import { actionFailure, loadRun, stopRun } from "./runs.ts";
import { refreshTrace, trace } from "./trace.ts";

/** The path to which something is being written; null for none. */
export const remarkOn = signal<PathAddress | null>(null);
export const sending = signal(false);

/** Stops the run, which can be gone on with, and opens the form. */
export async function pauseForRemark(path: PathAddress, working: boolean): Promise<void> {
  remarkOn.value = path;
  if (working) await stopRun(path.runId);
}

/** Goes on with the run, with the remark or, where it is null, without one. */
export async function goOnWith(path: PathAddress, text: string | null): Promise<void> {
  sending.value = true;
  actionFailure.value = null;
  const { runId } = path;
  const answer =
    text === null
      ? await request("deliberate/run/resume", { runId }, 120_000)
      : await request("deliberate/run/remark", { ...path, text }, 120_000);
  sending.value = false;
  if (!answer.ok) {
    actionFailure.value = answer.error;
    return;
  }
  remarkOn.value = null;
  announce(text === null ? "The run goes on" : "The run goes on with your remark");
  await loadRun(runId, "keep");
  // Who writes the path now is another than before the pause.
  refreshTrace();
}

/** The run of the open path has stopped: what it had reached is shown. */
export function pathPaused(runId: RunId): void {
  const open = trace.peek();
  if (open.state !== "here" || open.value.address.runId !== runId) return;
  if (open.value.path.status === "running" || open.value.live !== null) refreshTrace();
}
