import { type Candidates, orderedCandidates } from "../../core/sampling/candidates.ts";
import type { Sequence, Stepper } from "../backend.ts";
import type { Lockstep } from "../lockstep.ts";
import type { DecodeLoop } from "./decodeLoop.ts";
import type { Native, NativeSampler } from "./nativeContext.ts";

/** What the sequences of one context share. */
export interface LlamaParts {
  readonly native: Native;
  readonly loop: DecodeLoop;
  readonly lockstep: Lockstep;
  /** Longest piece of a prompt that goes into one batch beside the single tokens of the other sequences. */
  readonly chunkTokens: number;
}

/** One sequence of the context. All its work goes through the lockstep and the decode loop of the context. */
export class LlamaSequence implements Sequence {
  private held: number[] = [];
  private inputTokens = 0;
  private outputTokens = 0;
  /** Keeps a buffer as long as the vocabulary, so it is made once and only when it is needed. */
  private sampler: NativeSampler | null = null;
  private readonly place: number;
  private readonly parts: LlamaParts;

  constructor(place: number, parts: LlamaParts) {
    this.place = place;
    this.parts = parts;
  }

  get length(): number {
    return this.held.length;
  }

  tokens(): readonly number[] {
    return this.held;
  }

  async evaluate(tokens: readonly number[]): Promise<void> {
    const { lockstep, chunkTokens } = this.parts;
    // While a held sequence has no stage, all others stand still: there is nobody to keep step with.
    const keepsStep = !lockstep.isHeld(this.place);
    if (keepsStep) lockstep.join(this.place);
    try {
      for (let at = 0; at < tokens.length; at += chunkTokens) {
        if (keepsStep) await lockstep.arrive(this.place);
        await this.append(tokens.slice(at, at + chunkTokens), null);
      }
    } finally {
      if (keepsStep) lockstep.leave(this.place);
    }
  }

  /**
   * The native sampler cuts to the top k and hands out their probabilities at temperature 1, which costs next to
   * nothing (local-inference.md 3). Its own draw is thrown away; a fixed seed only keeps it from asking the clock.
   */
  open(candidates: number): Stepper {
    const { native, lockstep, chunkTokens } = this.parts;
    this.sampler ??= native.createSampler();
    const sampler = this.sampler;
    sampler.applyConfig({ temperature: 1, topK: candidates, topP: 1, minP: 0, seed: 1 });
    const ids = new Uint32Array(candidates);
    const probabilities = new Float64Array(candidates);
    lockstep.join(this.place);
    return {
      chunkTokens,
      feed: async (tokens) => {
        await lockstep.arrive(this.place);
        await this.append(tokens, null);
      },
      step: async (tokens): Promise<Candidates> => {
        await lockstep.arrive(this.place);
        return readPairs(await this.append(tokens, sampler), ids, probabilities);
      },
      close: async () => lockstep.leave(this.place),
    };
  }

  async copyFrom(other: Sequence, upTo: number): Promise<boolean> {
    if (!(other instanceof LlamaSequence) || upTo > other.length) return false;
    const { native, loop } = this.parts;
    const { context } = native;
    return loop.exclusive(async () => {
      this.held = [];
      const last = await context.copySequenceStateFromOtherSequence(this.place, other.place);
      const copied = other.length;
      if (last !== copied - 1) return false;
      if (upTo < copied) {
        // A sliding window that has left the start behind no longer holds what came before `upTo`.
        if (context.getSequenceKvCacheMinPosition(this.place) > 0) return false;
        if (!context.removeTokenCellsFromSequence(this.place, upTo, -1)) return false;
      }
      this.held = other.held.slice(0, upTo);
      return true;
    });
  }

  async clear(): Promise<void> {
    const { native, loop } = this.parts;
    await loop.exclusive(() => {
      this.held = [];
      if (!native.context.removeTokenCellsFromSequence(this.place, -1, -1))
        throw new Error("The library could not empty a sequence.");
    });
  }

  meter(): { readonly inputTokens: number; readonly outputTokens: number } {
    return { inputTokens: this.inputTokens, outputTokens: this.outputTokens };
  }

  dispose(): void {
    this.sampler?.dispose();
    this.sampler = null;
  }

  private async append(tokens: readonly number[], sampler: NativeSampler | null): Promise<readonly number[]> {
    const pairs = await this.parts.loop.append({
      sequence: this.place,
      firstPosition: this.held.length,
      tokens,
      sampler,
    });
    for (const token of tokens) this.held.push(token);
    this.inputTokens += tokens.length - (sampler === null ? 0 : 1);
    if (sampler !== null) this.outputTokens++;
    return pairs;
  }
}

/** Fills the given arrays, unless the library's order leaves ties to chance. */
function readPairs(pairs: readonly number[], ids: Uint32Array, probabilities: Float64Array): Candidates {
  const count = Math.min(ids.length, pairs.length >> 1);
  let before = Number.POSITIVE_INFINITY;
  let idBefore = -1;
  for (let i = 0; i < count; i++) {
    const id = pairs[2 * i] ?? 0;
    const probability = pairs[2 * i + 1] ?? 0;
    if (probability > before || (probability === before && id < idBefore))
      return orderedCandidates(pairsOf(pairs, count));
    ids[i] = id;
    probabilities[i] = probability;
    before = probability;
    idBefore = id;
  }
  return { ids, probabilities, count };
}

const pairsOf = (pairs: readonly number[], count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, i) => [pairs[2 * i] ?? 0, pairs[2 * i + 1] ?? 0]);
