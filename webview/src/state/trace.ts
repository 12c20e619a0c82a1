/** The open path: its record, the stage being written, and the tokens of every stage. */
import { computed, effect, signal, untracked } from "@preact/signals";
import type {
  PathRecord,
  Question,
  StageRecord,
  TokenRecord,
} from "../../../language-server/contract/entities.ts";
import type { LiveStage, PathAddress } from "../../../language-server/contract/methods.ts";
import { request } from "../bridge.ts";
import { stageTitle } from "../labels.ts";
import { announce } from "./announce.ts";
import { connection, view, viewId } from "./panel.ts";
import type { Loaded } from "./runs.ts";
import { TokenColumn } from "./tokenColumn.ts";

export interface OpenPath {
  readonly address: PathAddress;
  readonly question: Question;
  readonly path: PathRecord;
  readonly live: LiveStage | null;
}

export const trace = signal<Loaded<OpenPath>>({ state: "loading" });
const columns = new Map<number, TokenColumn>();

const addressText = computed(() => {
  const { screen, runId, questionId, sample } = view.value;
  return screen === "run" && runId !== null && questionId !== null
    ? JSON.stringify({ runId, questionId, sample } satisfies PathAddress)
    : null;
});

const isOpen = (address: PathAddress): OpenPath | null => {
  const open = trace.peek();
  if (open.state !== "here") return null;
  const mine = open.value.address;
  return mine.runId === address.runId &&
    mine.questionId === address.questionId &&
    mine.sample === address.sample
    ? open.value
    : null;
};

const put = (value: OpenPath): void => {
  trace.value = { state: "here", value };
};

/** Tokens of a stage of the open path; pulling starts with `loadAll`. */
export function tokensOf(address: PathAddress, stageIndex: number): TokenColumn {
  const kept = columns.get(stageIndex);
  if (kept !== undefined) return kept;
  const column = new TokenColumn((from, to) =>
    request("deliberate/run/tokens", { ...address, stageIndex, from, to }),
  );
  columns.set(stageIndex, column);
  return column;
}

let newestLoad = 0;

async function load(address: PathAddress): Promise<void> {
  const mine = ++newestLoad;
  const answer = await request("deliberate/run/path", address);
  if (mine !== newestLoad || addressText.peek() !== JSON.stringify(address)) return;
  if (answer.ok) put({ address, ...answer.value });
  else trace.value = { state: "failed", error: answer.error };
}

/** Pulls the open path again after a failure. */
export const retryTrace = (): void => {
  const text = addressText.peek();
  if (text === null) return;
  trace.value = { state: "loading" };
  void load(JSON.parse(text) as PathAddress);
};

let refetching = false;

/** Something was missed (the panel was hidden, the stream had a gap): ask for the whole state once. */
async function refetch(address: PathAddress): Promise<void> {
  if (refetching) return;
  refetching = true;
  await load(address);
  refetching = false;
}

const watchedRun = computed(() => (view.value.screen === "run" ? view.value.runId : null));

/** Says what is looked at, and pulls the open path. */
function watchAndLoad(): void {
  columns.clear();
  const [id, runId, text] = [viewId.peek(), watchedRun.peek(), addressText.peek()];
  const address = text === null ? null : (JSON.parse(text) as PathAddress);
  if (runId === null) void request("deliberate/trace/unwatch", { viewId: id });
  else void request("deliberate/trace/watch", { viewId: id, runId, path: address });
  if (address !== null) void load(address);
}

/** Watches and pulls again; the text stays until the answer is here, the tokens are pulled anew with it. */
export function refreshTrace(): void {
  if (trace.peek().state === "failed") trace.value = { state: "loading" };
  watchAndLoad();
}

/** Live tokens of a watched path. */
export function traceAdvanced(
  address: PathAddress,
  live: Omit<LiveStage, "text">,
  firstStep: number,
  tokens: readonly TokenRecord[],
): void {
  const open = isOpen(address);
  if (open === null) return;
  const same = open.live?.stageIndex === live.stageIndex ? open.live : null;
  const known = same?.tokens ?? 0;
  if (open.path.stages.some((stage) => stage.index === live.stageIndex)) return;
  if (firstStep > known) {
    void refetch(address);
    return;
  }
  if (same === null) announce(`${stageTitle(live.stage, live.attempt)} stage started`);
  const fresh = tokens.slice(known - firstStep);
  const text = (same?.text ?? "") + fresh.map((token) => token.text).join("");
  tokensOf(address, live.stageIndex).append(firstStep, tokens);
  const reached = Math.max(known, firstStep + tokens.length);
  put({
    ...open,
    path: open.path.status === "running" ? open.path : { ...open.path, status: "running" },
    live: { ...live, text, tokens: reached },
  });
}

export function stageEnded(address: PathAddress, record: StageRecord): void {
  const open = isOpen(address);
  if (open === null) return;
  const others = open.path.stages.filter((stage) => stage.index !== record.index);
  const stages = [...others, record].sort((left, right) => left.index - right.index);
  put({
    ...open,
    path: { ...open.path, stages },
    live: open.live?.stageIndex === record.index ? null : open.live,
  });
  const verdict = record.verdict === undefined ? "" : record.verdict.correct ? ", right" : ", wrong";
  announce(`${stageTitle(record.stage, record.attempt)} stage ended: ${record.outcome}${verdict}`);
}

export function pathEnded(address: PathAddress, path: PathRecord): void {
  const open = isOpen(address);
  if (open !== null) put({ ...open, path, live: null });
}

/** Watches what is shown and loads it, once connected. */
export function keepTraceLoaded(): void {
  const connected = computed(() => connection.value?.ok === true);
  effect(() => {
    if (!connected.value) return;
    // Either one changing is another thing to look at.
    addressText.value;
    watchedRun.value;
    untracked(() => {
      trace.value = { state: "loading" };
      watchAndLoad();
    });
  });
}
