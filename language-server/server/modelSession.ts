import type { EngineEvent, EngineWork, LoadParams, MachineLimits, TokenChunk } from "../contract/engine.ts";
import type { DeviceKind, LoadedModel, RunId } from "../contract/entities.ts";
import type { EngineStatus } from "../contract/methods.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import { isEndpointAddress } from "../core/endpoint/address.ts";
import { loadOf } from "../core/statistics/engineLoad.ts";
import type { EngineHost } from "./engineHost.ts";
import type { Entry } from "./productFiles.ts";
import type { EngineClient } from "./run/engineClient.ts";

const rateWindowMs = 2000;

/**
 * The one model that the engine process holds: loads it when a run needs it, brings it back after the engine's death,
 * and tells what state it is in.
 */
export class ModelSession {
  private loaded: { readonly params: LoadParams; readonly model: LoadedModel } | null = null;
  private loadFraction: number | null = null;
  private activeRun: RunId | null = null;
  private message: string | null = null;
  private generation = 0;
  private recovery: Promise<Result<void>> | null = null;
  private readonly listeners = new Map<number, Set<(chunk: TokenChunk) => void>>();
  private readonly vocabulary = new Map<number, string>();
  /** Path of the model that the vocabulary is of. */
  private vocabularyOf = "";
  private readonly recent: { at: number; tokens: number }[] = [];
  /** A short use of the engine beside runs: it gives way to them. */
  private guest: { readonly abort: AbortController; readonly done: Promise<unknown> } | null = null;
  /** Counts that change whenever the content of the slots may have changed. */
  private uses = 0;
  private loads = 0;
  private leftBehind = "";
  private readonly limits = new Map<DeviceKind, Promise<MachineLimits | null>>();
  private limitsNow: MachineLimits | null = null;
  private work: EngineWork | null = null;

  constructor(
    private readonly host: EngineHost,
    private readonly onStatus: (status: EngineStatus) => void,
    private readonly now: () => number,
    /** The engine that runs a model; the host's usual one when undefined. */
    private readonly engineOf: (modelPath: string) => Entry | undefined = () => undefined,
    /** Asked before each load: whether it may be, and with what key. */
    private readonly prepare: (params: LoadParams) => Promise<Result<LoadParams>> = async (params) =>
      ok(params),
    /** What a device can do; asked once for each, between loading and the first use. */
    private readonly measure: ((device: DeviceKind) => Promise<MachineLimits | null>) | null = null,
  ) {
    host.onEvent((event) => this.handle(event));
    host.onLost(() => {
      this.generation++;
      // Endpoints without token ids have got theirs here: the next life must go on with them.
      if (!isEndpointAddress(this.vocabularyOf)) this.vocabulary.clear();
      this.loadFraction = null;
      this.message = "The engine process ended unexpectedly.";
      this.publish();
    });
  }

  /** Text of a token id as the engine has told it. */
  tokenText(id: number): string | undefined {
    return this.vocabulary.get(id);
  }

  status(): EngineStatus {
    const model = this.host.state === "running" ? (this.loaded?.model ?? null) : null;
    const state =
      this.loadFraction !== null
        ? "loading"
        : this.message !== null && model === null
          ? "lost"
          : model === null
            ? "idle"
            : this.activeRun === null
              ? "ready"
              : "busy";
    return {
      state,
      model,
      loadFraction: this.loadFraction,
      tokensPerSecond: this.rate(),
      load: state === "busy" ? loadOf(this.work, this.limitsNow) : null,
      activeRun: this.activeRun,
      message: this.message,
    };
  }

  setActiveRun(run: RunId | null): void {
    this.activeRun = run;
    this.work = null;
    if (run !== null) this.guest?.abort.abort();
    this.publish();
  }

  publish(): void {
    this.onStatus(this.status());
  }

  /**
   * A client for the named model, loading it unless it is loaded already with at least this context and as many
   * sequences. Errors: those of loading (`model/*`, `engine/*`).
   */
  async open(params: LoadParams): Promise<Result<EngineClient>> {
    await this.guest?.done;
    this.uses++;
    const client = await this.client(params);
    if (client.ok && this.measure !== null) await this.measured(client.value.model.device, this.measure);
    return client;
  }

  /** While nothing else computes, or it would measure what is left over. */
  private async measured(
    device: DeviceKind,
    measure: (device: DeviceKind) => Promise<MachineLimits | null>,
  ): Promise<void> {
    const limits = this.limits.get(device) ?? measure(device);
    this.limits.set(device, limits);
    this.limitsNow = await limits;
  }

  /**
   * Lends the engine for something short, such as a suggestion while a person types. Runs come first: `run/busy` while
   * one works, and the signal is aborted when one starts, which then waits for the work to end.
   * `unchanged` says whether the slots still hold what the last guest left there.
   */
  async lend<T>(
    params: LoadParams,
    work: (engine: EngineClient, signal: AbortSignal, unchanged: boolean) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.activeRun !== null || this.guest !== null)
      return fail("run/busy", "The engine is busy with something else.");
    const abort = new AbortController();
    const usesBefore = this.uses;
    const left = this.leftBehind;
    const working = (async (): Promise<Result<T>> => {
      const engine = await this.client(params);
      if (!engine.ok) return engine;
      if (abort.signal.aborted) return fail("run/busy", "A run has started.");
      const mark = `${usesBefore} ${this.generation} ${this.loads}`;
      this.leftBehind = mark;
      return work(engine.value, abort.signal, left === mark);
    })();
    const guest = { abort, done: working };
    this.guest = guest;
    try {
      return await working;
    } finally {
      this.guest = null;
    }
  }

  private async client(params: LoadParams): Promise<Result<EngineClient>> {
    if (!this.serves(params)) {
      const result = await this.load(params);
      if (!result.ok) return result;
    }
    const session = this;
    const { vocabulary: _known, ...again } = params;
    const first = this.loaded?.model;
    if (first === undefined)
      return fail("engine/lost", "The engine process ended while the model was being loaded.");
    return ok({
      get model() {
        return session.loaded?.model ?? first;
      },
      get generation() {
        return session.generation;
      },
      call: (method, values, signal) => this.host.request(method, values, signal),
      onTokens: (slot, listener) => this.subscribe(slot, listener),
      recover: () => this.recover(again),
    });
  }

  /** Ends the engine process; the next `open` starts it anew. */
  async close(): Promise<void> {
    this.loaded = null;
    await this.host.stop();
    this.publish();
  }

  private serves(params: LoadParams): boolean {
    if (this.loaded === null || this.host.state !== "running" || params.vocabulary !== undefined)
      return false;
    const { params: held, model } = this.loaded;
    const wanted = Math.min(params.contextTokens, model.trainContextTokens);
    return (
      held.modelPath === params.modelPath &&
      held.gpu === params.gpu &&
      held.gpuLayers === params.gpuLayers &&
      held.threads === params.threads &&
      held.isolated === params.isolated &&
      held.sequences >= params.sequences &&
      (model.contextTokens >= wanted || held.contextTokens >= params.contextTokens)
    );
  }

  private async load(params: LoadParams): Promise<Result<void>> {
    this.loaded = null;
    this.message = null;
    this.loadFraction = 0;
    this.publish();
    const prepared = await this.prepare(params);
    const started = prepared.ok ? await this.host.start(this.engineOf(params.modelPath)) : prepared;
    this.takeVocabulary(params);
    const result =
      prepared.ok && started.ok
        ? await this.host.request("load", { ...prepared.value, ...this.knownTexts() })
        : (started as Result<never>);
    this.loadFraction = null;
    if (!result.ok) {
      this.message = result.error.message;
      this.publish();
      return result;
    }
    this.loaded = { params, model: result.value };
    this.loads++;
    this.publish();
    return ok(undefined);
  }

  private takeVocabulary({ modelPath, vocabulary }: LoadParams): void {
    if (vocabulary !== undefined || modelPath !== this.vocabularyOf) this.vocabulary.clear();
    for (const [id, text] of vocabulary ?? []) this.vocabulary.set(id, text);
    this.vocabularyOf = modelPath;
  }

  private knownTexts(): Pick<LoadParams, "vocabulary"> {
    return isEndpointAddress(this.vocabularyOf) ? { vocabulary: [...this.vocabulary] } : {};
  }

  private recover(params: LoadParams): Promise<Result<void>> {
    if (this.serves(params)) return Promise.resolve(ok(undefined));
    this.recovery ??= this.load(params).finally(() => {
      this.recovery = null;
    });
    return this.recovery;
  }

  private subscribe(slot: number, listener: (chunk: TokenChunk) => void): () => void {
    const listeners = this.listeners.get(slot) ?? new Set();
    this.listeners.set(slot, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  private handle(event: EngineEvent): void {
    if (event.kind === "work") {
      this.work = event.work;
      this.publish();
    } else if (event.kind === "load-progress") {
      if (this.loadFraction === null) return;
      this.loadFraction = event.fraction;
      this.publish();
    } else if (event.kind === "tokens") {
      for (const chunk of event.chunks) {
        for (const { id, text } of chunk.vocabulary) this.vocabulary.set(id, text);
        this.recent.push({ at: this.now(), tokens: chunk.ids.length });
        for (const listener of this.listeners.get(chunk.slot) ?? []) listener(chunk);
      }
    }
  }

  private rate(): number {
    const now = this.now();
    while (this.recent[0] !== undefined && this.recent[0].at < now - rateWindowMs) this.recent.shift();
    const tokens = this.recent.reduce((sum, entry) => sum + entry.tokens, 0);
    return tokens / (rateWindowMs / 1000);
  }
}
