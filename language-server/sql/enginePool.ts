import { detailOf, fail, type Result } from "../contract/result.ts";
import type { EngineReply, EngineRequest, EngineTarget, EngineWork, EngineWorkKind } from "./messages.ts";

/** An engine in a thread or process of its own. */
export interface EngineHandle {
  post(request: unknown): void;
  onReply(listener: (reply: EngineReply) => void): void;
  /** Called once or more when it ended, by itself or not. */
  onEnd(listener: (error: unknown) => void): void;
  /** Whether it keeps this process alive. */
  hold(yes: boolean): void;
  kill(): Promise<void>;
}

export interface EnginePoolOptions {
  /** Starts an engine in a thread or process of its own. */
  start(): EngineHandle;
  /** Workers at most; they are started as they are needed. */
  readonly workers: number;
  /** Milliseconds beyond its deadline after which a statement's worker is killed: some functions never look up. */
  readonly graceMs?: number;
  /** Milliseconds that a new worker may take to load its engine. */
  readonly startMs?: number;
  /** Milliseconds without work after which a worker is let go. */
  readonly idleMs?: number;
}

interface Job {
  readonly request: Pick<EngineRequest, "id" | "kind" | "target" | "input">;
  readonly deadlineMs: number;
  readonly settle: (result: Result<never>) => void;
}

interface Slot {
  readonly worker: EngineHandle;
  state: "starting" | "idle" | "busy";
  job: Job | null;
  timer: NodeJS.Timeout | null;
  /** Databases that it has worked on lately, newest last. */
  readonly recent: string[];
  /** Jobs in a row that were taken before older ones. */
  ahead: number;
}

/** How far a worker looks in the line for a database that it has open. */
const lookAhead = 64;
const remembered = 16;
const mostAhead = 64;

/**
 * Workers that run statements on database files, one statement each at a time. A worker takes the oldest job, or
 * nearby one for a database that it has open. One that exceeds its deadline or dies is replaced; its job fails alone.
 */
export class EnginePool {
  private readonly options: Required<EnginePoolOptions>;
  private readonly slots = new Set<Slot>();
  private readonly waiting: Job[] = [];
  private nextId = 1;
  private disposed = false;
  /** Workers in a row that died before they were ready: the file is missing or broken. */
  private failedStarts = 0;

  constructor(options: EnginePoolOptions) {
    this.options = { graceMs: 1_000, startMs: 30_000, idleMs: 60_000, ...options };
  }

  /** Runs one piece of work. Never rejects. The deadline counts from when the work begins, not while it waits. */
  run<Kind extends EngineWorkKind>(
    kind: Kind,
    target: EngineTarget,
    input: EngineWork[Kind]["input"],
    deadlineMs: number,
  ): Promise<Result<EngineWork[Kind]["output"]>> {
    if (this.disposed) return Promise.resolve(stopped());
    return new Promise((settle) => {
      const request = { id: this.nextId++, kind, target, input };
      this.waiting.push({ request, deadlineMs, settle });
      this.dispatch();
    });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    for (const job of this.waiting.splice(0)) job.settle(stopped());
    await Promise.all([...this.slots].map((slot) => this.drop(slot, stopped())));
  }

  private dispatch(): void {
    for (const slot of this.slots) {
      if (slot.state === "idle" && this.waiting.length > 0) this.give(slot);
    }
    const starting = [...this.slots].filter((slot) => slot.state === "starting").length;
    if (this.waiting.length > starting && this.slots.size < this.options.workers) this.begin();
  }

  private give(slot: Slot): void {
    const near = slot.ahead < mostAhead ? this.waiting.slice(0, lookAhead) : [];
    const known = near.findIndex((job) => slot.recent.includes(nameOf(job.request.target)));
    const [job] = this.waiting.splice(Math.max(0, known), 1);
    if (job === undefined) return;
    slot.ahead = known > 0 ? slot.ahead + 1 : 0;
    slot.state = "busy";
    slot.job = job;
    remember(slot.recent, nameOf(job.request.target));
    slot.worker.hold(true);
    this.watch(slot, this.options.startMs, () => this.lose(slot, timedOut(job)));
    slot.worker.post(job.request);
  }

  private begin(): void {
    const worker = this.options.start();
    const slot: Slot = { worker, state: "starting", job: null, timer: null, recent: [], ahead: 0 };
    this.slots.add(slot);
    worker.onReply((reply) => this.onReply(slot, reply));
    worker.onEnd((error) => this.lose(slot, lost(error)));
    this.watch(slot, this.options.startMs, () => this.lose(slot, lost(null)));
  }

  private onReply(slot: Slot, reply: EngineReply): void {
    if (!this.slots.has(slot)) return;
    if (reply.kind === "ready") {
      this.failedStarts = 0;
      this.rest(slot);
      this.dispatch();
      return;
    }
    const { job } = slot;
    if (job === null || job.request.id !== reply.id) return;
    if (reply.kind === "started") {
      this.watch(slot, job.deadlineMs + this.options.graceMs, () => this.lose(slot, timedOut(job)));
      return;
    }
    slot.job = null;
    this.rest(slot);
    job.settle(reply.result);
    this.dispatch();
  }

  private rest(slot: Slot): void {
    slot.state = "idle";
    this.watch(slot, this.options.idleMs, () => void this.drop(slot, stopped()));
    // A waiting worker must not keep the process alive.
    slot.worker.hold(false);
    slot.timer?.unref();
  }

  /** A worker hangs or died. */
  private lose(slot: Slot, result: Result<never>): void {
    if (!this.slots.has(slot)) return;
    const broken = slot.state === "starting" && ++this.failedStarts >= 2;
    void this.drop(slot, result);
    if (broken) for (const job of this.waiting.splice(0)) job.settle(result);
    this.dispatch();
  }

  private async drop(slot: Slot, result: Result<never>): Promise<void> {
    this.slots.delete(slot);
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.job?.settle(result);
    slot.job = null;
    await slot.worker.kill();
  }

  private watch(slot: Slot, ms: number, action: () => void): void {
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = setTimeout(action, ms);
  }
}

const nameOf = (target: EngineTarget): string => (target.kind === "file" ? target.path : target.key);

function remember(recent: string[], name: string): void {
  const at = recent.indexOf(name);
  if (at !== -1) recent.splice(at, 1);
  recent.push(name);
  if (recent.length > remembered) recent.shift();
}

const stopped = (): Result<never> =>
  fail("sql/unreachable", "The database was closed before this statement ran.");
const timedOut = (job: Job): Result<never> =>
  fail("sql/timeout", `The statement was stopped after ${job.deadlineMs / 1000} seconds.`);
const lost = (error: unknown): Result<never> =>
  fail("sql/error", "The statement broke the database worker and was stopped.", detailOf(error));
