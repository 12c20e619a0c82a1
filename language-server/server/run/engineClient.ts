import type { EngineMethod, EngineMethods, TokenChunk } from "../../contract/engine.ts";
import type { LoadedModel } from "../../contract/entities.ts";
import type { Result } from "../../contract/result.ts";

/** The engine as a run sees it: one loaded model, K slots, calls that may fail with `engine/lost`. */
export interface EngineClient {
  readonly model: LoadedModel;
  /** Aborting the signal cancels a `generate` between two tokens. */
  call<M extends EngineMethod>(
    method: M,
    params: EngineMethods[M]["params"],
    signal?: AbortSignal,
  ): Promise<Result<EngineMethods[M]["result"]>>;
  /** Token chunks of one slot, in order, each before the response of the `generate` it belongs to. */
  onTokens(slot: number, listener: (chunk: TokenChunk) => void): () => void;
  /**
   * After `engine/lost`: waits until the engine is up again with the same model. Concurrent callers share one restart.
   * Fails with `engine/crash-loop` when it keeps dying.
   */
  recover(): Promise<Result<void>>;
  /** Counts the engine's deaths: what was evaluated in an earlier generation is gone. */
  readonly generation: number;
}
