/** The query result, the schema links and the suggestion that are shown. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type { SchemaLinks, ShownResult, Suggestion } from "../../../language-server/contract/sql.ts";
import { request } from "../bridge.ts";
import { announce } from "./announce.ts";
import { connection, view } from "./panel.ts";
import type { Loaded } from "./runs.ts";

export const result = signal<Loaded<ShownResult>>({ state: "loading" });
export const links = signal<Loaded<SchemaLinks>>({ state: "loading" });
export const suggestion = signal<Loaded<Suggestion>>({ state: "loading" });

const shownResult = computed(() => (view.value.screen === "result" ? view.value.resultId : null));
const shownLinks = computed(() =>
  view.value.screen === "links" && view.value.links !== null ? JSON.stringify(view.value.links) : null,
);

const shownSuggestion = computed(() => (view.value.screen === "suggestion" ? view.value.suggestionId : null));

export async function loadResult(): Promise<void> {
  const resultId = shownResult.peek();
  if (resultId === null) return;
  result.value = { state: "loading" };
  const answer = await request("deliberate/sql/result", { resultId });
  if (shownResult.peek() !== resultId) return;
  result.value = answer.ok
    ? { state: "here", value: answer.value }
    : { state: "failed", error: answer.error };
  if (answer.ok) {
    const { error, rowCount } = answer.value.outcome;
    announce(error === null ? `${rowCount} rows` : error.message);
  }
}

export async function loadLinks(): Promise<void> {
  const wanted = shownLinks.peek();
  const asked = view.peek().links;
  if (wanted === null || asked === null) return;
  links.value = { state: "loading" };
  // A large database is prepared once: its values are read.
  const answer = await request(
    "deliberate/sql/links",
    { id: asked.database, question: asked.question },
    120_000,
  );
  if (shownLinks.peek() !== wanted) return;
  links.value = answer.ok ? { state: "here", value: answer.value } : { state: "failed", error: answer.error };
}

export async function loadSuggestion(): Promise<void> {
  const suggestionId = shownSuggestion.peek();
  if (suggestionId === null) return;
  suggestion.value = { state: "loading" };
  const answer = await request("deliberate/sql/suggestion", { suggestionId });
  if (shownSuggestion.peek() !== suggestionId) return;
  suggestion.value = answer.ok
    ? { state: "here", value: answer.value }
    : { state: "failed", error: answer.error };
}

/** Loads whatever the view asks for, once connected. */
export function keepSqlLoaded(): void {
  const connected = computed(() => connection.value?.ok === true);
  effect(() => {
    if (connected.value && shownResult.value !== null) void untracked(loadResult);
  });
  effect(() => {
    if (connected.value && shownLinks.value !== null) void untracked(loadLinks);
  });
  effect(() => {
    if (connected.value && shownSuggestion.value !== null) void untracked(loadSuggestion);
  });
}
