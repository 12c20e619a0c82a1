import { freemem } from "node:os";
import { basename } from "node:path";
import { getLlama, getModuleVersion, type Llama, LlamaLogLevel, type LlamaModel } from "node-llama-cpp";
import type { LoadParams } from "../../contract/engine.ts";
import type { DeviceKind, LoadedModel } from "../../contract/entities.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { chooseLayout } from "../../core/models/layout.ts";
import { memoryFor } from "../../core/models/memory.ts";
import { type ModelDetails, readModelHeader, whyNotRunnable } from "../../models/header.ts";
import type { Backend, LoadedBackend } from "../backend.ts";
import type { EngineSink } from "../engine.ts";
import { Lockstep } from "../lockstep.ts";
import { CpuModel } from "./cpu/cpuModel.ts";
import { bindLlama } from "./cpu/llamaLibrary.ts";
import { DecodeLoop } from "./decodeLoop.ts";
import { loadFailure } from "./loadFailure.ts";
import { type OpenContext, openAddonContext, openCpuContext } from "./openContext.ts";
import { LlamaSequence } from "./sequence.ts";
import { LlamaTokenizer } from "./tokenizer.ts";
import type { ModelCosts } from "./workCounter.ts";

const logLinesKept = 40;
/** The library's own default; more only costs memory for single prompts. */
const defaultBatchTokens = 512;
/** llama.cpp counts the cells of a context in 32 bits. */
const mostCells = 2 ** 31;
const sharedChunkTokens = 128;
const smallModelBytes = 64 * 1024 * 1024;

/**
 * Local GGUF models through node-llama-cpp: one model, one context, K sequences. Never compiles or downloads. On the
 * processor the addon keeps only the vocabulary, and weights and context are called without it, which is faster.
 */
export class LlamaBackend implements Backend {
  private llama: { readonly instance: Llama; readonly gpu: LoadParams["gpu"] } | null = null;
  private model: LlamaModel | null = null;
  /** Null on graphics cards. */
  private weights: CpuModel | null = null;
  private context: OpenContext | null = null;
  private loop: DecodeLoop | null = null;
  private sequences: readonly LlamaSequence[] = [];
  private log: string[] = [];
  private readonly sink: EngineSink;

  constructor(sink: EngineSink) {
    this.sink = sink;
  }

  async load(asked: LoadParams, onProgress: (fraction: number) => void): Promise<Result<LoadedBackend>> {
    const startedAt = performance.now();
    this.log = [];
    // What the header tells is told without native code, which may abort on a damaged file.
    const header = await readModelHeader(asked.modelPath);
    if (!header.ok) return header;
    const problem = whyNotRunnable(header.value);
    if (problem !== null) return { ok: false, error: problem };
    const llama = await this.openLlama(asked.gpu);
    if (!llama.ok) return llama;
    const params = await this.fitted(llama.value, header.value, asked);
    try {
      await this.loadModel(llama.value, { ...params, modelPath: header.value.path }, onProgress);
    } catch (error) {
      await this.unload();
      await this.logSettled();
      return { ok: false, error: loadFailure(params.modelPath, error, this.log) };
    }
    const model = this.loadedModel();
    const context = await this.openContext(model, params);
    if (!context.ok) {
      await this.unload();
      return context;
    }
    this.context = context.value;
    const lockstep = new Lockstep(params.isolated !== true);
    const sequences = this.openSequences(context.value, lockstep, params, costsOf(header.value));
    const vocabularySize = model.fileInfo.metadata.tokenizer?.ggml?.tokens?.length ?? 0;
    return ok({
      model: await this.describe(llama.value, params, vocabularySize, startedAt),
      tokenizer: new LlamaTokenizer(model, vocabularySize),
      sequences,
      hold: (sequence, on) => lockstep.hold(sequence, on),
      stalled: () => lockstep.stalled(),
      // The library itself keeps the last cell free.
      capacity: context.value.contextTokens - 1,
      replaysSingly: params.isolated === true,
      takeWork: () => this.loop?.takeWork() ?? noWork,
    });
  }

  async unload(): Promise<void> {
    const { model, weights, context, loop, sequences } = this;
    this.model = null;
    this.weights = null;
    this.context = null;
    this.loop = null;
    this.sequences = [];
    // Nothing may be decoded or sampled any more when their memory goes.
    await loop?.exclusive(() => {});
    for (const sequence of sequences) sequence.dispose();
    await context?.dispose();
    weights?.dispose();
    await model?.dispose();
  }

  private async openLlama(gpu: LoadParams["gpu"]): Promise<Result<Llama>> {
    if (this.llama !== null && this.llama.gpu === gpu) return ok(this.llama.instance);
    await this.llama?.instance.dispose();
    this.llama = null;
    try {
      const instance = await getLlama({
        gpu: gpu === "cpu" ? false : gpu,
        build: "never",
        skipDownload: true,
        progressLogs: false,
        logLevel: LlamaLogLevel.warn,
        logger: (level, text) => this.record(level, text),
      });
      this.llama = { instance, gpu };
      return ok(instance);
    } catch (error) {
      const what = gpu === "auto" ? "on this platform" : `for "${gpu}"`;
      return fail(
        "engine/failed",
        `The inference library has no working binary ${what}. Set the device to "auto" or "cpu".`,
        [String(error), ...this.log].join("\n"),
      );
    }
  }

  /** With as many sequences, and as much context, as the memory holds that the model is going to be in. */
  private async fitted(llama: Llama, { shape }: ModelDetails, params: LoadParams): Promise<LoadParams> {
    const onDevice = llama.gpu !== false && params.gpuLayers !== 0;
    const { sequences, contextTokens } = chooseLayout(
      shape,
      {
        contextTokens: params.contextTokens,
        contextTokensMinimum: params.contextTokensMinimum,
        sequences: params.sequences,
        sequencesMinimum: params.sequencesMinimum ?? params.sequences,
        deviceLayers:
          params.gpuLayers === "auto" ? null : Math.min(1, params.gpuLayers / (shape.layers.length + 1)),
      },
      {
        deviceBytes: onDevice ? (await llama.getVramState()).free : null,
        hostBytes: freemem(),
      },
    );
    if (sequences < params.sequences || contextTokens < params.contextTokens)
      this.sink({
        kind: "log",
        level: "info",
        text: `Memory holds ${sequences} answers at once with ${contextTokens} tokens of context each (${params.sequences} with ${params.contextTokens} were asked for).`,
      });
    return { ...params, sequences, contextTokens };
  }

  private async loadModel(
    llama: Llama,
    params: LoadParams,
    onProgress: (fraction: number) => void,
  ): Promise<void> {
    const { modelPath } = params;
    if (llama.gpu === false) {
      const library = await bindLlama();
      if (typeof library !== "string") {
        this.model = await llama.loadModel({ modelPath, vocabOnly: true });
        this.weights = await CpuModel.load(library, modelPath, onProgress);
        return;
      }
      this.record(LlamaLogLevel.warn, `llama.cpp is called through the addon alone: ${library}`);
    }
    // Layers leave room for the whole context, which would be cut short otherwise.
    const fitted = { fitContext: { contextSize: params.contextTokens * params.sequences } };
    this.model = await llama.loadModel({
      modelPath,
      ...(llama.gpu === false ? {} : { gpuLayers: params.gpuLayers === "auto" ? fitted : params.gpuLayers }),
      onLoadProgress: onProgress,
    });
  }

  private loadedModel(): LlamaModel {
    if (this.model === null) throw new Error("No model is loaded.");
    return this.model;
  }

  /**
   * A context of the wanted size, or of the largest that fits, but not below the minimum. Beyond the length the model
   * was trained for only if the minimum asks for it: answers degrade there without a sign.
   */
  private async openContext(model: LlamaModel, params: LoadParams): Promise<Result<OpenContext>> {
    const { sequences } = params;
    const trained = trainedTokens(model);
    const minimum = Math.max(1, params.contextTokensMinimum);
    const mostTokens = Math.floor((mostCells - 1) / sequences);
    const wanted = Math.max(minimum, Math.min(params.contextTokens, trained, mostTokens));
    if (minimum * sequences > mostCells) return tooSmall(null, minimum, sequences, "");
    if (wanted > trained) {
      this.sink({
        kind: "log",
        level: "warn",
        text: `The context of ${wanted} tokens is longer than the ${trained} tokens the model was trained for.`,
      });
    }
    const wish = {
      contextSize: wanted > trained ? wanted : { min: minimum, max: wanted },
      sequences,
      batchTokens: Math.max(sequences, params.batchTokens ?? defaultBatchTokens),
      threads: params.threads ?? defaultThreads(model),
    };
    try {
      const context =
        this.weights === null
          ? await openAddonContext(model, wish)
          : await openCpuContext(model, this.weights, wish);
      if (context === null) return otherVersion(await getModuleVersion());
      if (context.contextTokens >= minimum) return ok(context);
      await context.dispose();
      return tooSmall(context.contextTokens, minimum, sequences, "");
    } catch (error) {
      await this.logSettled();
      const failure = loadFailure(params.modelPath, error, this.log);
      return failure.code === "model/no-memory"
        ? tooSmall(null, minimum, sequences, failure.detail ?? "")
        : { ok: false, error: failure };
    }
  }

  private openSequences(
    { batches, batchTokens }: OpenContext,
    lockstep: Lockstep,
    { sequences, isolated = false }: LoadParams,
    costs: ModelCosts,
  ): readonly LlamaSequence[] {
    const loop = new DecodeLoop(batches, batchTokens, isolated, costs);
    this.loop = loop;
    const onProcessor = this.llama?.instance.gpu === false;
    const chunkTokens = isolated ? defaultBatchTokens : chunkFor(batchTokens, sequences, onProcessor);
    const parts = { context: batches, loop, lockstep, chunkTokens };
    this.sequences = Array.from({ length: sequences }, (_, place) => new LlamaSequence(place, parts));
    return this.sequences;
  }

  private async describe(
    llama: Llama,
    params: LoadParams,
    vocabularySize: number,
    startedAt: number,
  ): Promise<LoadedModel> {
    const { model, context } = this;
    if (model === null || context === null) throw new Error("describe() needs a loaded model");
    const { metadata } = model.fileInfo;
    const device: DeviceKind = llama.gpu === false ? "cpu" : llama.gpu;
    return {
      path: params.modelPath,
      name: metadata.general?.name ?? basename(params.modelPath, ".gguf"),
      architecture: metadata.general?.architecture ?? "unknown",
      device,
      deviceNames: await llama.getGpuDeviceNames(),
      gpuLayers: this.weights === null ? model.gpuLayers : 0,
      totalLayers: model.fileInsights.totalLayers,
      contextTokens: context.contextTokens,
      sequences: params.sequences,
      threads: context.threads,
      trainContextTokens: trainedTokens(model),
      vocabularySize,
      chatTemplate: metadata.tokenizer?.chat_template ?? null,
      bosText: model.tokens.bosString,
      eosText: model.tokens.eosString,
      addBos: model.tokens.shouldPrependBosToken,
      ...fillTokens(model),
      engine: {
        name: "node-llama-cpp",
        version: await getModuleVersion(),
        llamaCpp: llama.llamaCppRelease.release,
      },
      loadMs: performance.now() - startedAt,
    };
  }

  /** The library's lines come a little after its error; without them a failure could not say why. */
  private async logSettled(): Promise<void> {
    for (let seen = -1, waits = 0; waits < 10 && (seen !== this.log.length || waits < 2); waits++) {
      seen = this.log.length;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private record(level: LlamaLogLevel, text: string): void {
    this.log.push(text.trimEnd());
    if (this.log.length > logLinesKept) this.log.shift();
    const known = level === "error" || level === "fatal" ? "error" : level === "warn" ? "warn" : "debug";
    this.sink({ kind: "log", level: known, text: text.trimEnd() });
  }
}

/**
 * Compute threads wait for each other by spinning, so one that loses its core to another program stalls the whole
 * decode. One core is therefore left to the rest of the machine, and models whose layers are smaller than the cost of
 * waiting get a single thread.
 */
function defaultThreads(model: LlamaModel): number {
  return model.fileInsights.modelSize < smallModelBytes ? 1 : Math.max(1, model.llama.cpuMathCores - 1);
}

function fillTokens(model: LlamaModel): Pick<LoadedModel, "fill"> {
  const { prefixString: prefix, middleString: middle, suffixString: suffix } = model.tokens.infill;
  return prefix === null || middle === null || suffix === null ? {} : { fill: { prefix, middle, suffix } };
}

/**
 * How much of a prompt goes into a batch beside the single tokens of others. A processor reads a piece of a batch's
 * length for as long as it takes dozens of single steps, and the others wait for it; in shorter ones it reads hardly
 * slower. A graphics card would. Isolated, the split of a prompt must not depend on the number of sequences.
 */
function chunkFor(batchTokens: number, sequences: number, onProcessor: boolean): number {
  const most = Math.max(32, batchTokens - sequences);
  return sequences > 1 && onProcessor ? Math.min(most, sharedChunkTokens) : most;
}

/** A vocabulary alone does not tell the addon how long the context was in training; the file does. */
const trainedTokens = (model: LlamaModel): number =>
  model.fileInsights.trainContextSize ?? model.trainContextSize;

/** The cells of 256 tokens are the least that is reckoned with. */
function costsOf({ shape, parameterCount }: ModelDetails): ModelCosts {
  const { weightsBytes, kvBytes } = memoryFor(shape, { contextTokens: 256, sequences: 1 });
  return { weightBytes: weightsBytes, cellBytes: kvBytes / 256, parameters: parameterCount ?? 0 };
}

const noWork = { decodeMs: 0, decodeBytes: 0, promptMs: 0, promptFlops: 0, hostMs: 0 };

const otherVersion = (version: string): Result<never> =>
  fail(
    "engine/failed",
    "The inference library has another version than this product was built for. Reinstall it.",
    `node-llama-cpp ${version}`,
  );

const tooSmall = (got: number | null, minimum: number, sequences: number, detail: string): Result<never> =>
  fail(
    "engine/context-too-small",
    `The memory holds ${got === null ? "less than" : `only ${got} of`} the ${minimum} tokens of context that are needed for each of ${sequences} parallel answers. Use fewer of them, smaller budgets or a smaller model.`,
    detail,
  );
