/**
 * The only use of calls of the library that are not public (node-llama-cpp 3.22.1, the version is pinned): filling,
 * decoding and sampling a batch, and copying states. The public way costs several promises, locks and maps for every
 * token and copies the whole list of a sequence's tokens with each, which small models feel.
 */
import type { LlamaContext } from "node-llama-cpp";

/** Cuts to the top k and gives their probabilities. Native memory: must be disposed before the model. */
export interface NativeSampler {
  applyConfig(config: Readonly<Record<string, number>>): void;
  dispose(): void;
}

export interface NativeContext {
  initBatch(tokens: number): void;
  /** @returns where in the batch the tokens at `logitsAt` are */
  addToBatch(
    sequence: number,
    firstPosition: number,
    tokens: Uint32Array,
    logitsAt: Uint32Array,
  ): Uint32Array;
  decodeBatch(): Promise<void>;
  /** The sampler's own draw, and its candidates as id, probability, id, probability…; most likely first. */
  sampleToken(
    logitsAt: number,
    sampler: NativeSampler,
    withProbabilities: true,
  ): Promise<readonly [number, readonly number[] | undefined]>;
  removeTokenCellsFromSequence(sequence: number, from: number, to: number): boolean;
  /** @returns the last position of the source */
  copySequenceStateFromOtherSequence(to: number, from: number): Promise<number>;
  getSequenceKvCacheMinPosition(sequence: number): number;
}

export interface Native {
  readonly context: NativeContext;
  createSampler(): NativeSampler;
}

const contextCalls: readonly (keyof NativeContext)[] = [
  "initBatch",
  "addToBatch",
  "decodeBatch",
  "sampleToken",
  "removeTokenCellsFromSequence",
  "copySequenceStateFromOtherSequence",
  "getSequenceKvCacheMinPosition",
];

/** Null when this version of the library has other internals. */
export function nativeOf(context: LlamaContext): Native | null {
  const internals = context as unknown as {
    readonly _ctx?: Partial<NativeContext>;
    readonly _model?: { readonly _model?: unknown };
    readonly _llama?: {
      readonly _bindings?: { readonly AddonSampler?: new (model: unknown) => NativeSampler };
    };
  };
  const native = internals._ctx;
  const model = internals._model?._model;
  const Sampler = internals._llama?._bindings?.AddonSampler;
  if (native === undefined || model === undefined || Sampler === undefined) return null;
  if (!contextCalls.every((name) => typeof native[name] === "function")) return null;
  return { context: native as NativeContext, createSampler: () => new Sampler(model) };
}
