/**
 * Messages between the language server and the engine process, over Node IPC with advanced serialisation.
 * One model and one context with K sequences ("slots"); the decode loop and the draw live in the engine, so that no
 * message is needed per token to go on.
 */
import type { EndpointAccess } from "./endpoint.ts";
import type { KeptPart, LoadedModel, SamplingSettings } from "./entities.ts";
import type { Failure } from "./result.ts";

/** Text to append. `special` pieces may contain the template's control tokens; the others never become one. */
export interface PromptPiece {
  readonly text: string;
  readonly special: boolean;
}

export interface LoadParams {
  /** A file, or the address of an endpoint. */
  readonly modelPath: string;
  readonly gpu: "auto" | "cuda" | "vulkan" | "metal" | "cpu";
  readonly gpuLayers: "auto" | number;
  /** Tokens per sequence wanted; reduced to what fits unless `contextTokensMinimum` forbids it. */
  readonly contextTokens: number;
  readonly contextTokensMinimum: number;
  readonly sequences: number;
  /** Fewer than `sequences`, down to these, where memory holds no more; as many as said when left out. */
  readonly sequencesMinimum?: number;
  readonly threads?: number;
  readonly batchTokens?: number;
  /**
   * Evaluates every sequence in batches of its own, so that the logits of a path do not depend in a single bit on
   * what else runs or on whether it was interrupted. Gives up the gain of batching.
   */
  readonly isolated?: boolean;
  /** Of an endpoint only. */
  readonly endpoint?: EndpointAccess;
  /** Texts of token ids that a run has used already; endpoints without ids give them anew otherwise. */
  readonly vocabulary?: readonly (readonly [id: number, text: string])[];
}

/** Identifies the randomness of one stage; the step is counted by the engine. */
export interface DrawKey {
  readonly seed: number;
  readonly questionId: string;
  readonly sample: number;
  readonly path: number;
  readonly stage: number;
}

export interface ThoughtTags {
  readonly open: string;
  readonly close: string;
  /** The template has already opened the thought. */
  readonly startsOpen: boolean;
}

export interface ForcedClose {
  /** Text written when the budget ends, inside and outside an open thought. */
  readonly insideThought: string;
  readonly outsideThought: string;
  /** Tokens that may be sampled after it. */
  readonly budgetTokens: number;
}

/** Only text that can still become one query over these tables is drawn (outside a thought). */
export interface QueryConstraint {
  readonly dialect: "sqlite" | "postgres" | "mysql" | "duckdb";
  readonly tables: readonly {
    readonly name: string;
    readonly namespace?: string;
    readonly columns: readonly string[];
  }[];
  /** What of the query stands already before the generated text. */
  readonly prefix: string;
  /**
   * What the generated text has to begin with: the end of a word that is being written, held back from the prompt so
   * that the model can write it in its usual tokens.
   */
  readonly owed?: string;
  /** From this many tokens on open brackets are closed and the stage ends where the query is whole: a model may run on. */
  readonly wholeFrom?: number;
}

export interface ResumedTokens {
  readonly tokens: readonly number[];
  readonly forcedFrom: number | null;
  /** So many of them are in the sequence already, behind the prompt, which is then empty here. */
  readonly held?: number;
  /** From this one on they were put in by somebody and are told now, as tokens that were not drawn. */
  readonly givenFrom?: number;
  /** Visible text with each of them, as it was told; for engines that cannot take a text apart by its tokens. */
  readonly texts?: readonly string[];
}

export interface GenerateParams {
  readonly slot: number;
  /** Appended and evaluated before the first draw; may be empty. */
  readonly prompt: readonly PromptPiece[];
  readonly key: DrawKey;
  readonly sampling: SamplingSettings;
  /** Hard maximum of sampled tokens, thoughts included. */
  readonly budgetTokens: number;
  /** Sampled and forced tokens of this very stage from before an interruption: evaluated, counted, not drawn again. */
  readonly resume?: ResumedTokens;
  readonly stop: {
    /** Ends the stage when it appears; the text up to and without it is kept. */
    readonly texts: readonly string[];
    /** Ends the stage as soon as a non-blank box closes outside a thought. */
    readonly atBox: boolean;
    /** A token with which the model ends its turn ends the stage, but does not stay in the sequence. */
    readonly takesBackEnd?: boolean;
  };
  readonly thought?: ThoughtTags;
  readonly forcedClose?: ForcedClose;
  readonly constraint?: QueryConstraint;
  /**
   * Where the stage ends at its budget, its unfinished last paragraph is dropped (leap.md section 3 step 5a): told as all
   * tokens are, and no longer in the sequence. The first `keptAtLeast` tokens are never dropped.
   */
  readonly dropsUnfinished?: { readonly keptAtLeast: number };
  /** The budget counts as used up once the stage only repeats itself, token for token. */
  readonly endsRepetition?: boolean;
}

/** Why the loop ended. `dead-end`: no token of the vocabulary keeps to the constraint. */
export type StopReason =
  | "end-of-turn"
  | "stop-text"
  | "box"
  | "budget"
  | "context"
  | "cancelled"
  | "dead-end";

export interface GenerateResult {
  readonly reason: StopReason;
  /** The budget ran out and `forcedClose` was written. */
  readonly forced: boolean;
  /** Still inside a thought at the end. */
  readonly inThought: boolean;
  /** Whole text of the stage (stop text removed, control tokens not shown). */
  readonly text: string;
  readonly promptTokens: number;
  readonly generatedTokens: number;
  readonly forcedTokens: number;
  readonly promptMs: number;
  readonly generateMs: number;
  /** Whether the model itself emitted the end-of-turn token (else the next turn must write it). */
  readonly endedTurn: boolean;
  /** What of the stage is still in the sequence; left out where all is. */
  readonly kept?: KeptPart;
  /** Why the rest of the budget was given up, where it was. */
  readonly repetition?: { readonly blockTokens: number; readonly times: number };
  /** The query is whole because the constraint closed its brackets or ended it near the budget, instead of the model. */
  readonly endedByConstraint?: boolean;
}

/** Columns of consecutive tokens of one stage, as they come out of the loop. */
export interface TokenChunk {
  readonly slot: number;
  /** Position of the first token in the stage (sampled and forced ones counted together). */
  readonly firstStep: number;
  readonly ids: Uint32Array;
  readonly texts: readonly string[];
  readonly logprobs: Float32Array;
  readonly entropies: Float32Array;
  /** count × 5, missing ones 0xffffffff. */
  readonly alternativeIds: Uint32Array;
  readonly alternativeLogprobs: Float32Array;
  /** 0 = drawn, 1 = forced, 2 = put in by somebody. */
  readonly forced: Uint8Array;
  readonly stepMs: Float32Array;
  /** Texts of token ids not sent before. */
  readonly vocabulary: readonly { readonly id: number; readonly text: string }[];
}

export interface SlotCounters {
  /** Tokens evaluated as input since load (prefill), and sampled ones, by the library's own meter. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Tokens now in the sequence. */
  readonly length: number;
}

/** What the engine did since it last told; for the gauge, so prompts and single steps are kept apart. */
export interface EngineWork {
  /** Time in batches that were mostly single steps, and what these had to read at least: weights and keys/values. */
  readonly decodeMs: number;
  readonly decodeBytes: number;
  /** Time in batches that were mostly prompts, and what these had to multiply and add at least. */
  readonly promptMs: number;
  readonly promptFlops: number;
  /** Time between batches: sampling, drawing, recording. */
  readonly hostMs: number;
}

/** What a device can do at most, measured. */
export interface MachineLimits {
  readonly bytesPerSecond: number;
  readonly flopsPerSecond: number;
  readonly threads: number;
}

export interface EngineMethods {
  load: { params: LoadParams; result: LoadedModel };
  /** Only the tokenizer: tokens of a prompt, at the start of a sequence or behind some tokens. */
  tokenize: {
    params: { prompt: readonly PromptPiece[]; preceding?: readonly number[] };
    result: { tokens: Uint32Array };
  };
  generate: { params: GenerateParams; result: GenerateResult };
  /** Evaluate without generating: shared prefixes, replay after a loss. `tokens` are appended after `prompt`. */
  append: {
    params: { slot: number; prompt: readonly PromptPiece[]; tokens?: readonly number[] };
    result: { tokens: number; elapsedMs: number };
  };
  /** Make `to` an exact copy of `from` up to its first `upTo` tokens (all by default). */
  fork: {
    params: { from: number; to: number; upTo?: number };
    result: { copied: number; evaluated: number };
  };
  clear: { params: { slot: number }; result: Record<string, never> };
  /**
   * While a slot is held, the other slots wait for its next step instead of going on without it. So a run's batches do
   * not depend on how long grading or a message took, and the same run gives the same tokens.
   */
  hold: { params: { slot: number; on: boolean }; result: Record<string, never> };
  /** Answers when nothing moves any more until held slots get work, and names these; at once when there are none. */
  stalled: { params: Record<string, never>; result: { held: readonly number[] } };
  cancel: { params: { slot: number }; result: Record<string, never> };
  counters: { params: { slot: number }; result: SlotCounters };
  unload: { params: Record<string, never>; result: Record<string, never> };
}

export type EngineMethod = keyof EngineMethods;

export type EngineRequest = {
  [M in EngineMethod]: {
    readonly kind: "request";
    readonly id: number;
    readonly method: M;
    readonly params: EngineMethods[M]["params"];
  };
}[EngineMethod];

export type EngineResponse =
  | { readonly kind: "response"; readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly kind: "response"; readonly id: number; readonly ok: false; readonly error: Failure };

export type EngineEvent =
  | { readonly kind: "ready"; readonly contractVersion: number }
  | { readonly kind: "load-progress"; readonly fraction: number }
  | { readonly kind: "tokens"; readonly chunks: readonly TokenChunk[] }
  | { readonly kind: "work"; readonly work: EngineWork }
  | { readonly kind: "log"; readonly level: "error" | "warn" | "info" | "debug"; readonly text: string };

export type EngineMessage = EngineRequest | EngineResponse | EngineEvent;
