/** The samples of the open question side by side, where they read each other. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { GroupLane } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { connection, view } from "./panel.ts";
import { run } from "./runs.ts";

/** Empty where there is no group. */
export const lanes = signal<readonly GroupLane[]>([]);

/** The question of a run whose samples exchange, as text; null for any other. */
const groupText = computed(() => {
  const { screen, runId, questionId } = view.value;
  const open = run.value;
  if (screen !== "run" || questionId === null || open.state !== "here") return null;
  const { manifest } = open.value;
  const exchanges = manifest.protocol.id === "leap" && manifest.branch === undefined;
  return exchanges && manifest.id === runId ? JSON.stringify({ runId, questionId }) : null;
});

async function load(text: string): Promise<void> {
  const answer = await request("deliberate/run/group", JSON.parse(text));
  if (groupText.peek() === text) lanes.value = answer.ok ? answer.value.lanes : [];
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** News of a run that works. */
export function groupAdvanced(runId: RunId): void {
  const text = groupText.peek();
  if (text === null || timer !== undefined || JSON.parse(text).runId !== runId) return;
  timer = setTimeout(() => {
    timer = undefined;
    const now = groupText.peek();
    if (now !== null) void load(now);
  }, 500);
}

export function keepGroupLoaded(): void {
  effect(() => {
    const text = groupText.value;
    if (connection.value?.ok !== true) return;
    untracked(() => {
      lanes.value = [];
      if (text !== null) void load(text);
    });
  });
}
