import type { TokenChunk } from "../../contract/engine.ts";
import type { PathRecord, RunId, StageRecord, TokenRecord } from "../../contract/entities.ts";
import type { EventName, Events, LiveStage, PathAddress } from "../../contract/methods.ts";
import { recordsOf } from "../../core/trace/stageTokens.ts";
import type { PathKey, PathListener, StageOpening } from "./runEvents.ts";

export type Notify = <E extends EventName>(event: E, body: Events[E]) => void;

const frameMs = 40;

interface LivePath {
  readonly opening: StageOpening;
  text: string;
  tokens: number;
  /** Not yet sent to the views that look at this path. */
  pending: TokenRecord[];
  pendingFrom: number;
}

/**
 * Streams the paths that somebody looks at, framed at 25 Hz; keeps the text of every stage being written, so that a
 * view that opens in the middle has its beginning.
 */
export class TraceHub implements PathListener {
  private readonly live = new Map<string, LivePath>();
  private readonly watchers = new Map<string, PathAddress>();
  private readonly vocabulary = new Map<number, string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly runId: RunId,
    private readonly notify: Notify,
  ) {}

  watch(viewId: string, address: PathAddress | null): void {
    if (address === null || address.runId !== this.runId) this.watchers.delete(viewId);
    else this.watchers.set(viewId, address);
  }

  /** The stage now being written on a path; null when it waits or has ended. */
  liveStage(path: PathKey): LiveStage | null {
    const live = this.live.get(keyOf(path));
    return live === undefined ? null : { ...describe(live), text: live.text };
  }

  /** The stage now being written had begun before this part of the run: its beginning was not told here. */
  isResumed(path: PathKey): boolean {
    return this.live.get(keyOf(path))?.opening.resumed === true;
  }

  stageStarted(path: PathKey, opening: StageOpening): void {
    const live: LivePath = { opening, text: "", tokens: 0, pending: [], pendingFrom: 0 };
    this.live.set(keyOf(path), live);
    if (this.isWatched(path)) this.send(path, live);
  }

  tokensWritten(path: PathKey, _stageIndex: number, chunk: TokenChunk): void {
    for (const { id, text } of chunk.vocabulary) this.vocabulary.set(id, text);
    const live = this.live.get(keyOf(path));
    if (live === undefined) return;
    live.text += chunk.texts.join("");
    live.tokens = chunk.firstStep + chunk.ids.length;
    if (!this.isWatched(path)) return;
    if (live.pending.length === 0) live.pendingFrom = chunk.firstStep;
    live.pending.push(...recordsOf(chunk, (id) => this.vocabulary.get(id) ?? ""));
    this.timer ??= setTimeout(() => this.flush(), frameMs);
  }

  stageEnded(path: PathKey, record: StageRecord): void {
    this.flush();
    this.live.delete(keyOf(path));
    if (this.isWatched(path)) {
      this.notify("deliberate/trace/stageEnded", { address: this.addressOf(path), record });
    }
  }

  pathEnded(path: PathKey, record: PathRecord): void {
    this.live.delete(keyOf(path));
    if (this.isWatched(path)) {
      this.notify("deliberate/trace/pathEnded", { address: this.addressOf(path), path: record });
    }
  }

  dispose(): void {
    this.flush();
    this.watchers.clear();
  }

  private flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    for (const address of this.watchers.values()) {
      const live = this.live.get(keyOf(address));
      if (live !== undefined && live.pending.length > 0) this.send(address, live);
    }
  }

  private send(path: PathKey, live: LivePath): void {
    const tokens = live.pending;
    live.pending = [];
    this.notify("deliberate/trace/advanced", {
      address: this.addressOf(path),
      live: describe(live),
      firstStep: live.pendingFrom,
      tokens,
    });
  }

  private isWatched(path: PathKey): boolean {
    for (const address of this.watchers.values()) {
      if (address.questionId === path.questionId && address.sample === path.sample) return true;
    }
    return false;
  }

  private addressOf(path: PathKey): PathAddress {
    return { runId: this.runId, questionId: path.questionId, sample: path.sample };
  }
}

const keyOf = (path: PathKey): string => `${path.sample} ${path.questionId}`;

function describe({ opening, tokens }: LivePath): Omit<LiveStage, "text"> {
  return {
    stageIndex: opening.index,
    stage: opening.stage,
    ...(opening.attempt === undefined ? {} : { attempt: opening.attempt }),
    prompt: opening.prompt,
    tokens,
    budgetTokens: opening.budgetTokens,
  };
}
