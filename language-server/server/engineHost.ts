/**
 * Supervision of the engine process. Native code aborts the process it lives in, so the engine is a child: its death
 * is an event here, not a crash. Restarting is the caller's decision (it has to load the model and replay the run).
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type {
  EngineEvent,
  EngineMessage,
  EngineMethod,
  EngineMethods,
  EngineRequest,
  EngineResponse,
} from "../contract/engine.ts";
import { type Failure, fail, ok, type Result } from "../contract/result.ts";
import { contractVersion } from "../contract/version.ts";
import { LastLines } from "./lastLines.ts";
import type { Entry } from "./productFiles.ts";

export interface EngineHostOptions {
  /** Path of the engine's entry module. */
  readonly entry: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Node options of the child; none are inherited. */
  readonly execArgv?: readonly string[];
  readonly log: (level: "error" | "warn" | "info" | "debug", text: string) => void;
  /** Milliseconds, any origin; decides about crash loops. Defaults to the process clock. */
  readonly now?: () => number;
}

export type EngineState = "stopped" | "starting" | "running" | "lost";

/** How an engine process ended against our will. */
export interface EngineLoss {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly failure: Failure;
}

export interface EngineHost {
  /**
   * Sends a request. Failures are the engine's own, or `engine/lost` when the process ends before the answer.
   * Aborting the signal cancels a `generate` between two tokens (it still answers, with reason "cancelled"); other
   * requests are short and run to their end.
   */
  request<M extends EngineMethod>(
    method: M,
    params: EngineMethods[M]["params"],
    signal?: AbortSignal,
  ): Promise<Result<EngineMethods[M]["result"]>>;
  /** Events of the engine (tokens, progress, logs); returns how to stop listening. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** The process died; called after all pending requests have failed. */
  onLost(listener: (loss: EngineLoss) => void): () => void;
  /**
   * Starts the process unless it runs; with `entry` that engine instead of the usual one, after ending any other.
   * Errors: `engine/crash-loop`, `engine/failed`, `engine/lost`.
   */
  start(entry?: Entry): Promise<Result<void>>;
  /** Ends the process; pending requests fail. */
  stop(): Promise<void>;
  readonly state: EngineState;
  /** Process id while there is one. */
  readonly pid: number | undefined;
}

const linesKept = 40;
const handshakeMs = 30_000;
const goodbyeMs = 2_000;
const crashWindowMs = 3 * 60_000;
const crashesAllowed = 4;

interface Pending {
  readonly method: EngineMethod;
  readonly settle: (result: Result<unknown>) => void;
}

class ForkedEngineHost implements EngineHost {
  state: EngineState = "stopped";
  private child: ChildProcess | null = null;
  private starting: Promise<Result<void>> | null = null;
  private nextId = 1;
  private pending = new Map<number, Pending>();
  private lastLines = new LastLines(linesKept);
  private readonly deaths: number[] = [];
  private readonly eventListeners = new Set<(event: EngineEvent) => void>();
  private readonly lossListeners = new Set<(loss: EngineLoss) => void>();
  private readonly options: EngineHostOptions;
  private readonly now: () => number;
  private readonly usual: Entry;
  private entry: Entry;

  constructor(options: EngineHostOptions) {
    this.options = options;
    this.usual = { path: options.entry, execArgv: options.execArgv ?? [] };
    this.entry = this.usual;
    this.now = options.now ?? (() => performance.now());
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.eventListeners.add(listener);
    return () => this.eventListeners.delete(listener);
  }

  onLost(listener: (loss: EngineLoss) => void): () => void {
    this.lossListeners.add(listener);
    return () => this.lossListeners.delete(listener);
  }

  async start(wanted?: Entry): Promise<Result<void>> {
    const entry = wanted ?? this.usual;
    if (this.entry.path !== entry.path) {
      this.entry = entry;
      this.starting = null;
      await this.stop();
    }
    if (this.starting !== null) return this.starting;
    if (this.state === "running") return ok(undefined);
    if (this.inCrashLoop()) {
      return fail(
        "engine/crash-loop",
        "The engine process ended unexpectedly several times in a row and was not started again. Choose another model or device, then try again in a few minutes.",
        this.lastLines.text(),
      );
    }
    const starting = this.launch().finally(() => {
      if (this.starting === starting) this.starting = null;
    });
    this.starting = starting;
    return starting;
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    this.state = "stopped";
    this.failPending({ code: "engine/lost", message: "The engine was stopped." });
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill("SIGKILL"), goodbyeMs);
      child.once("exit", () => {
        clearTimeout(timer);
        resolve();
      });
      if (child.connected) child.disconnect();
      else child.kill("SIGKILL");
    });
  }

  async request<M extends EngineMethod>(
    method: M,
    params: EngineMethods[M]["params"],
    signal?: AbortSignal,
  ): Promise<Result<EngineMethods[M]["result"]>> {
    const child = this.child;
    if (child === null || this.state !== "running") {
      return fail("engine/lost", "The engine is not running.");
    }
    const id = this.nextId++;
    const cancel = (): void => {
      if (method === "generate") {
        void this.request("cancel", { slot: (params as EngineMethods["generate"]["params"]).slot });
      }
    };
    const answer = new Promise<Result<unknown>>((settle) => {
      this.pending.set(id, { method, settle });
      child.send({ kind: "request", id, method, params } as EngineRequest, (error) => {
        // A closed channel means that the process is ending: its exit event says how.
        if (error !== null) this.options.log("warn", `The engine could not be reached: ${error.message}`);
      });
    });
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted === true) cancel();
    try {
      return (await answer) as Result<EngineMethods[M]["result"]>;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  private inCrashLoop(): boolean {
    const since = this.now() - crashWindowMs;
    while (this.deaths[0] !== undefined && this.deaths[0] < since) this.deaths.shift();
    return this.deaths.length >= crashesAllowed;
  }

  private launch(): Promise<Result<void>> {
    this.state = "starting";
    this.lastLines = new LastLines(linesKept);
    const child = fork(this.entry.path, [], {
      serialization: "advanced",
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      execArgv: [...this.entry.execArgv],
      env: { ...process.env, ...engineEnvironment(), ...this.options.env },
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8");
      stream?.on("data", (text: string) => {
        for (const line of this.lastLines.push(text)) this.options.log("debug", line);
      });
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(fail("engine/failed", "The engine process did not answer in time.", this.lastLines.text()));
        child.kill("SIGKILL");
      }, handshakeMs);
      const settle = (result: Result<void>): void => {
        clearTimeout(timer);
        resolve(result);
      };
      child.on("message", (message) => {
        if (this.child !== child) return;
        const event = message as EngineMessage;
        if (event.kind === "ready") settle(this.welcome(event.contractVersion));
        else if (event.kind === "response") this.settle(event);
        else if (event.kind !== "request") this.publish(event);
      });
      child.on("error", (error) => {
        this.options.log("error", `The engine process: ${error.message}`);
        if (child.pid === undefined) settle(this.died(child, null, null));
      });
      // "close" comes after the last output, so that the reason of an abort is among the last lines.
      child.on("close", (code, signal) => settle(this.died(child, code, signal)));
    });
  }

  private welcome(version: number): Result<void> {
    if (version !== contractVersion) {
      void this.stop();
      return fail(
        "engine/failed",
        "The engine belongs to another version of Deliberate. Reinstall the extension.",
        `contract version ${version}, expected ${contractVersion}`,
      );
    }
    this.state = "running";
    return ok(undefined);
  }

  private settle(response: EngineResponse): void {
    const pending = this.pending.get(response.id);
    this.pending.delete(response.id);
    pending?.settle(response.ok ? ok(response.result) : { ok: false, error: response.error });
  }

  private publish(event: EngineEvent): void {
    if (event.kind === "log") this.options.log(event.level, event.text);
    for (const listener of this.eventListeners) listener(event);
  }

  private died(child: ChildProcess, exitCode: number | null, signal: string | null): Result<void> {
    const how = signal === null ? `exit code ${exitCode ?? "unknown"}` : `signal ${signal}`;
    const failure: Failure = {
      code: "engine/lost",
      message: `The engine process ended unexpectedly (${how}).`,
      detail: this.lastLines.text(),
    };
    // A process that we stopped or replaced tells nobody.
    if (this.child !== child) return { ok: false, error: failure };
    this.child = null;
    this.state = "lost";
    this.deaths.push(this.now());
    this.options.log("error", `${failure.message}\n${failure.detail ?? ""}`);
    this.failPending(failure);
    for (const listener of this.lossListeners) listener({ exitCode, signal, failure });
    return { ok: false, error: failure };
  }

  private failPending(failure: Failure): void {
    const pending = this.pending;
    this.pending = new Map();
    for (const { method, settle } of pending.values()) {
      settle({ ok: false, error: method === "load" ? duringLoad(failure) : failure });
    }
  }
}

const duringLoad = (failure: Failure): Failure =>
  failure.code === "engine/lost" && failure.detail !== undefined
    ? {
        ...failure,
        message: `${failure.message.slice(0, -1)} while it was loading the model. The file may be damaged, or the memory too small for it.`,
      }
    : failure;

function engineEnvironment(): Record<string, string> {
  return {
    // On graphics cards every sampled token is a job in libuv's pool, which has four threads by default
    // (local-inference.md section 3).
    UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())),
    ...(process.versions.electron === undefined ? {} : { ELECTRON_RUN_AS_NODE: "1" }),
  };
}

/** A host for one engine process; nothing is started before `start()`. */
export function createEngineHost(options: EngineHostOptions): EngineHost {
  return new ForkedEngineHost(options);
}
