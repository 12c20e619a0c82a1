/**
 * What differs between token sources. Everything else (slots, budgets, stops, draws, token frames) is written once,
 * in `slotEngine.ts`, over these few primitives.
 */
import type { EngineWork, LoadParams, PromptPiece } from "../contract/engine.ts";
import type { LoadedModel } from "../contract/entities.ts";
import type { Result } from "../contract/result.ts";
import type { Candidates } from "../core/sampling/candidates.ts";

/** Turns tokens into text one by one; incomplete characters are held back. */
export interface TokenDecoder {
  /** Text that becomes visible with this token; control tokens give none. */
  push(id: number): string;
  /** Text still held back at the end (an incomplete character). */
  flush(): string;
}

export interface Tokenizer {
  readonly vocabularySize: number;
  /**
   * Tokens of a prompt that follows `preceding` (empty at the start of a sequence, where a beginning-of-sequence
   * token is added if the model wants one and the prompt does not start with it).
   */
  encode(pieces: readonly PromptPiece[], preceding: readonly number[]): number[];
  /** A decoder for text that follows `preceding`; control tokens whose text is in `shown` are not hidden. */
  decoder(preceding: readonly number[], shown: readonly string[]): TokenDecoder;
  /** Readable text of one token, control tokens included. */
  text(id: number): string;
  isControl(id: number): boolean;
  isEndOfGeneration(id: number): boolean;
}

/** Evaluates tokens of one stage and gives the candidates that may follow. */
export interface Stepper {
  /** No more tokens than this go into one call, so that a long prompt can be cancelled and does not hold up others. */
  readonly chunkTokens: number;
  /** Appends tokens without asking what follows. */
  feed(tokens: readonly number[]): Promise<void>;
  /** Appends the tokens (at least one) and returns candidates for the next; the arrays are reused by the next call. */
  step(tokens: readonly number[]): Promise<Candidates>;
  close(): Promise<void>;
}

export interface Sequence {
  /** Evaluated tokens. */
  readonly length: number;
  tokens(): readonly number[];
  evaluate(tokens: readonly number[]): Promise<void>;
  /** @param stageStart position of the first sampled token (only scripted sources need it) */
  open(candidates: number, stageStart: number): Stepper;
  /** Becomes a copy of the first `upTo` tokens of the other; false if that was not possible (state undefined then). */
  copyFrom(other: Sequence, upTo: number): Promise<boolean>;
  /** Forgets all behind the first `length` tokens; false if that was not possible (state undefined then). */
  cutTo(length: number): Promise<boolean>;
  clear(): Promise<void>;
  meter(): { readonly inputTokens: number; readonly outputTokens: number };
}

export interface LoadedBackend {
  readonly model: LoadedModel;
  readonly tokenizer: Tokenizer;
  readonly sequences: readonly Sequence[];
  /** The other sequences wait for the steps of a held one, also while it has no work. */
  hold(sequence: number, on: boolean): void;
  /** Held sequences without work, as soon as nothing moves because of them; none when there are none. */
  stalled(): Promise<readonly number[]>;
  /** Tokens that one sequence can hold. */
  readonly capacity: number;
  /** Resumed tokens must be evaluated one by one, as they were when they were drawn, to give the same bits. */
  readonly replaysSingly: boolean;
  /** What was done since the last call; left out where it is not counted. */
  takeWork?(): EngineWork;
}

export interface Backend {
  load(params: LoadParams, onProgress: (fraction: number) => void): Promise<Result<LoadedBackend>>;
  unload(): Promise<void>;
}
