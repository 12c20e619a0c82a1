import type {
  GenerateResult,
  LoadParams,
  PromptPiece,
  QueryConstraint,
  TokenChunk,
} from "../../contract/engine.ts";
import type { SamplingSettings } from "../../contract/entities.ts";
import { ok, type Result } from "../../contract/result.ts";
import type { EngineClient } from "../run/engineClient.ts";

/** One generated continuation with its tokens. */
export interface Continuation {
  readonly result: GenerateResult;
  readonly tokens: readonly SuggestedToken[];
}

export interface SuggestedToken {
  readonly text: string;
  readonly probability: number;
  readonly alternatives: readonly { readonly id: number; readonly probability: number }[];
}

export interface ContinuationRequest {
  readonly prompt: readonly PromptPiece[];
  readonly stopTexts: readonly string[];
  readonly budgetTokens: number;
  readonly constraint: QueryConstraint | null;
  /** The first continuation takes the likeliest tokens; the others are drawn. */
  readonly count: number;
}

/** Two slots take turns in holding the prompt, the others are for alternatives. */
export const suggestionSlots = 4;
const greedy: SamplingSettings = { temperature: 0, topP: 1, minP: 0, topK: 40 };
const drawn: SamplingSettings = { temperature: 0.8, topP: 0.95, minP: 0, topK: 40 };
/** A shorter common beginning is not worth a copy. */
const leastShared = 16;

/**
 * Continues prompts that mostly begin like the one before, as a document's do: what both have in common is copied from
 * the slot that holds it, and only the rest is evaluated.
 */
export class SuggestionEngine {
  private held: { readonly slot: 0 | 1; readonly tokens: readonly number[] } = { slot: 0, tokens: [] };

  /** @param unchanged the slots still hold what the last call left there. */
  async continuations(
    engine: EngineClient,
    request: ContinuationRequest,
    unchanged: boolean,
    signal: AbortSignal,
  ): Promise<Result<readonly Continuation[]>> {
    const slot = await this.place(engine, request.prompt, unchanged);
    if (!slot.ok) return slot;
    const slots = [slot.value, ...Array.from({ length: request.count - 1 }, (_, index) => index + 2)];
    for (const to of slots.slice(1)) {
      const forked = await engine.call("fork", { from: slot.value, to });
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
    return ok(found);
  }

  /** Brings the prompt into the slot that did not hold the last one. */
  private async place(
    engine: EngineClient,
    prompt: readonly PromptPiece[],
    unchanged: boolean,
  ): Promise<Result<0 | 1>> {
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
    return ok(slot);
  }

  private async generate(
    engine: EngineClient,
    { stopTexts, budgetTokens, constraint }: ContinuationRequest,
    slot: number,
    sample: number,
    signal: AbortSignal,
  ): Promise<Result<Continuation>> {
    const tokens: SuggestedToken[] = [];
    const unsubscribe = engine.onTokens(slot, (chunk) => tokens.push(...tokensOf(chunk)));
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
    return result.ok ? ok({ result: result.value, tokens }) : result;
  }
}

function commonLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

const noToken = 0xffffffff;

function tokensOf(chunk: TokenChunk): SuggestedToken[] {
  const perToken = chunk.alternativeIds.length / Math.max(1, chunk.ids.length);
  return [...chunk.ids].map((_, index) => ({
    text: chunk.texts[index] ?? "",
    probability: Math.exp(chunk.logprobs[index] ?? 0),
    alternatives: Array.from({ length: perToken }, (_, place) => {
      const cell = index * perToken + place;
      return {
        id: chunk.alternativeIds[cell] ?? noToken,
        probability: Math.exp(chunk.alternativeLogprobs[cell] ?? 0),
      };
    }).filter(({ id }) => id !== noToken),
  }));
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
