import type {
  GenerateResult,
  LoadParams,
  PromptPiece,
  QueryConstraint,
  TokenChunk,
} from "../../contract/engine.ts";
import type { SamplingSettings, TokenRecord } from "../../contract/entities.ts";
import { ok, type Result } from "../../contract/result.ts";
import { recordsOf } from "../../core/trace/stageTokens.ts";
import type { EngineClient } from "../run/engineClient.ts";

/** One generated continuation with its tokens. */
export interface Continuation {
  readonly result: GenerateResult;
  readonly tokens: readonly TokenRecord[];
}

/** What became of a request: how the prompt came into its slot, and what was written behind it. */
export interface Continued {
  readonly promptTokens: number;
  /** Of these, copied from the slot that held the prompt before. */
  readonly reusedTokens: number;
  readonly promptMs: number;
  /** The first one takes the likeliest tokens; the others are drawn. */
  readonly continuations: readonly Continuation[];
}

export interface ContinuationRequest {
  readonly prompt: readonly PromptPiece[];
  readonly stopTexts: readonly string[];
  readonly budgetTokens: number;
  readonly constraint: QueryConstraint | null;
  readonly count: number;
}

/** Two slots take turns in holding the prompt, the others are for alternatives. */
export const suggestionSlots = 4;
const greedy: SamplingSettings = { temperature: 0, topP: 1, minP: 0, topK: 40 };
/** Hotter than answers are drawn: an alternative has to differ, and a bad one is not shown. */
const drawn: SamplingSettings = { temperature: 1.2, topP: 0.98, minP: 0, topK: 40 };
/** A shorter common beginning is not worth a copy. */
const leastShared = 16;

/**
 * Continues prompts that mostly begin like the one before, as a document's do: what both have in common is copied from
 * the slot that holds it, and only the rest is evaluated.
 */
export class SuggestionEngine {
  private held: { readonly slot: 0 | 1; readonly tokens: readonly number[] } = { slot: 0, tokens: [] };

  /** @param tokenText the text of a token id, for what could have been written instead. */
  constructor(private readonly tokenText: (id: number) => string | undefined) {}

  /** @param unchanged the slots still hold what the last call left there. */
  async continuations(
    engine: EngineClient,
    request: ContinuationRequest,
    unchanged: boolean,
    signal: AbortSignal,
  ): Promise<Result<Continued>> {
    const startedAt = performance.now();
    const placed = await this.place(engine, request.prompt, unchanged);
    if (!placed.ok) return placed;
    const promptMs = performance.now() - startedAt;
    const { slot, promptTokens, reusedTokens } = placed.value;
    const slots = [slot, ...Array.from({ length: request.count - 1 }, (_, index) => index + 2)];
    for (const to of slots.slice(1)) {
      const forked = await engine.call("fork", { from: slot, to });
      if (!forked.ok) return forked;
    }
    const all = await Promise.all(
      slots.map((each, sample) => this.generate(engine, request, each, sample, signal)),
    );
    const found: Continuation[] = [];
    for (const each of all) {
      if (!each.ok) return each;
      found.push(each.value);
    }
    return ok({ promptTokens, reusedTokens, promptMs, continuations: found });
  }

  /** Brings the prompt into the slot that did not hold the last one. */
  private async place(
    engine: EngineClient,
    prompt: readonly PromptPiece[],
    unchanged: boolean,
  ): Promise<Result<{ slot: 0 | 1; promptTokens: number; reusedTokens: number }>> {
    const tokenized = await engine.call("tokenize", { prompt });
    if (!tokenized.ok) return tokenized;
    const tokens = [...tokenized.value.tokens];
    const shared = unchanged ? commonLength(this.held.tokens, tokens) : 0;
    const slot = this.held.slot === 0 ? 1 : 0;
    const kept = shared < leastShared ? 0 : Math.min(shared, tokens.length - 1);
    const before =
      kept === 0
        ? await engine.call("clear", { slot })
        : await engine.call("fork", { from: this.held.slot, to: slot, upTo: kept });
    this.held = { slot, tokens: [] };
    if (!before.ok) return before;
    const appended = await engine.call("append", { slot, prompt: [], tokens: tokens.slice(kept) });
    if (!appended.ok) return appended;
    this.held = { slot, tokens };
    return ok({ slot, promptTokens: tokens.length, reusedTokens: kept });
  }

  private async generate(
    engine: EngineClient,
    { stopTexts, budgetTokens, constraint }: ContinuationRequest,
    slot: number,
    sample: number,
    signal: AbortSignal,
  ): Promise<Result<Continuation>> {
    const chunks: TokenChunk[] = [];
    const unsubscribe = engine.onTokens(slot, (chunk) => chunks.push(chunk));
    const result = await engine.call(
      "generate",
      {
        slot,
        prompt: [],
        key: { seed: 0, questionId: "suggestion", sample, path: 0, stage: 0 },
        sampling: sample === 0 ? greedy : drawn,
        budgetTokens,
        stop: { texts: stopTexts, atBox: false },
        ...(constraint === null ? {} : { constraint }),
      },
      signal,
    );
    unsubscribe();
    if (!result.ok) return result;
    const tokens = chunks.flatMap((chunk) => recordsOf(chunk, (id) => this.tokenText(id) ?? `#${id}`));
    return ok({ result: result.value, tokens });
  }
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** How the engine loads a model for suggestions; a run that needs more loads it anew. */
export function suggestionLoad(
  modelPath: string,
  trainContextTokens: number | null,
  settings: {
    readonly gpu: LoadParams["gpu"];
    readonly gpuLayers: LoadParams["gpuLayers"];
    readonly threads: number;
    readonly strict: boolean;
  },
): LoadParams {
  return {
    modelPath,
    gpu: settings.gpu,
    gpuLayers: settings.gpuLayers,
    contextTokens: Math.min(trainContextTokens ?? mostContext, mostContext),
    contextTokensMinimum: 128,
    sequences: suggestionSlots,
    ...(settings.strict ? { isolated: true } : {}),
    ...(settings.threads > 0 ? { threads: settings.threads } : {}),
  };
}

const mostContext = 4096;
