import { Worker } from "node:worker_threads";
import type { Decision, GradingOptions } from "../core/grading/types.ts";
import type { WorkReply, WorkRequest } from "./messages.ts";

/** Why the worker gave no decision. */
export type WorkFailure = "timeout" | "lost" | "disposed";
export type WorkResult =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly why: WorkFailure };

export interface WorkerQueueOptions {
  readonly workerUrl: URL;
  readonly execArgv?: readonly string[];
  /** Milliseconds for one comparison, from the start of the work; parsing (0.5 s) and comparing (2 s) together. */
  readonly workMs?: number;
  /** Milliseconds that a new worker may take to load the engine. */
  readonly startMs?: number;
  /** Milliseconds without work after which the worker is let go. */
  readonly idleMs?: number;
}

interface Job {
  readonly request: WorkRequest;
  readonly settle: (result: WorkResult) => void;
}

/**
 * One worker at a time, one comparison at a time. The worker starts with the first job, is killed and replaced when a
 * job takes too long or it dies; that job is given up.
 */
export class WorkerQueue {
  private readonly options: Required<WorkerQueueOptions>;
  private readonly waiting: Job[] = [];
  private worker: Worker | null = null;
  private ready = false;
  private current: Job | null = null;
  private timer: NodeJS.Timeout | null = null;
  private nextId = 1;
  private disposed = false;
  /** Workers in a row that died before they were ready: the file is missing or broken. */
  private failedStarts = 0;

  constructor(options: WorkerQueueOptions) {
    this.options = { execArgv: [], workMs: 2500, startMs: 30_000, idleMs: 120_000, ...options };
  }

  run(pred: string, gold: string, options: GradingOptions): Promise<WorkResult> {
    if (this.disposed) return Promise.resolve({ ok: false, why: "disposed" });
    return new Promise((settle) => {
      this.waiting.push({ request: { id: this.nextId++, pred, gold, options }, settle });
      this.next();
    });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    const jobs = [...(this.current ? [this.current] : []), ...this.waiting.splice(0)];
    this.current = null;
    for (const job of jobs) job.settle({ ok: false, why: "disposed" });
    await this.stopWorker();
  }

  private next(): void {
    if (this.disposed || this.current) return;
    if (this.waiting.length === 0) {
      if (this.worker && this.ready) this.watch(this.options.idleMs, () => void this.stopWorker());
      // A waiting worker must not keep the process alive.
      this.worker?.unref();
      return;
    }
    if (!this.worker) this.startWorker();
    this.worker?.ref();
    if (!this.ready) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.current = job;
    // Guards the way to the worker; the clock of the work itself starts with its "started" message.
    this.watch(this.options.startMs, () => this.fail("timeout"));
    this.worker?.postMessage(job.request);
  }

  private startWorker(): void {
    const { workerUrl } = this.options;
    const fromSource = workerUrl.pathname.endsWith(".ts");
    const worker = new Worker(fromSource ? new URL("./sourceWorker.mjs", workerUrl) : workerUrl, {
      workerData: { entry: workerUrl.href },
      execArgv: [...this.options.execArgv],
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    this.worker = worker;
    this.ready = false;
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (reply: WorkReply) => {
      if (this.worker === worker) this.onReply(reply);
    });
    worker.on("error", () => this.onDeath(worker));
    worker.on("exit", () => this.onDeath(worker));
    this.watch(this.options.startMs, () => this.onDeath(worker));
  }

  private onReply(reply: WorkReply): void {
    if (reply.kind === "ready") {
      this.ready = true;
      this.failedStarts = 0;
      this.clearTimer();
      this.next();
    } else if (this.current?.request.id !== reply.id) return;
    else if (reply.kind === "started") this.watch(this.options.workMs, () => this.fail("timeout"));
    else this.finish({ ok: true, decision: reply.decision });
  }

  private onDeath(worker: Worker): void {
    if (this.worker !== worker) return;
    if (!this.ready && ++this.failedStarts >= 2) {
      for (const job of this.waiting.splice(0)) job.settle({ ok: false, why: "lost" });
    }
    this.fail("lost");
  }

  private fail(why: WorkFailure): void {
    void this.stopWorker();
    this.finish({ ok: false, why });
  }

  private finish(result: WorkResult): void {
    this.clearTimer();
    const job = this.current;
    this.current = null;
    job?.settle(result);
    this.next();
  }

  private async stopWorker(): Promise<void> {
    this.clearTimer();
    const worker = this.worker;
    this.worker = null;
    this.ready = false;
    await worker?.terminate();
  }

  private watch(ms: number, action: () => void): void {
    this.clearTimer();
    this.timer = setTimeout(action, ms);
    if (!this.current && this.waiting.length === 0) this.timer.unref();
  }

  private clearTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
