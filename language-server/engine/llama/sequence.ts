import type { LlamaContextSequence, SequenceEvaluateOptions, Token } from "node-llama-cpp";
import { type Candidates, orderedCandidates } from "../../core/sampling/candidates.ts";
import type { Sequence, Stepper } from "../backend.ts";
import type { Lockstep } from "../lockstep.ts";
import { copyState } from "./forkState.ts";

const asTokens = (ids: readonly number[]): Token[] => ids as Token[];

/** One sequence of the context. All its work goes through the lockstep of the context. */
export class LlamaSequence implements Sequence {
  readonly native: LlamaContextSequence;
  readonly place: number;
  private readonly lockstep: Lockstep;
  /** Longest piece of a prompt that goes into one batch beside the single tokens of the other sequences. */
  private readonly chunkTokens: number;

  constructor(native: LlamaContextSequence, place: number, lockstep: Lockstep, chunkTokens: number) {
    this.native = native;
    this.place = place;
    this.lockstep = lockstep;
    this.chunkTokens = chunkTokens;
  }

  get length(): number {
    return this.native.nextTokenIndex;
  }

  tokens(): readonly number[] {
    return this.native.contextTokens;
  }

  async evaluate(tokens: readonly number[]): Promise<void> {
    // While a held sequence has no stage, all others stand still: there is nobody to keep step with.
    if (this.lockstep.isHeld(this.place)) {
      await this.native.evaluateWithoutGeneratingNewTokens(asTokens(tokens));
      return;
    }
    this.lockstep.join(this.place);
    try {
      for (let at = 0; at < tokens.length; at += this.chunkTokens) {
        await this.evaluateChunk(tokens.slice(at, at + this.chunkTokens));
      }
    } finally {
      this.lockstep.leave(this.place);
    }
  }

  open(candidates: number): Stepper {
    return new LlamaStepper(this, this.lockstep, this.chunkTokens, candidates);
  }

  async copyFrom(other: Sequence, upTo: number): Promise<boolean> {
    return other instanceof LlamaSequence && copyState(other.native, this.native, upTo);
  }

  async clear(): Promise<void> {
    if (this.native.nextTokenIndex > 0) await this.native.clearHistory();
  }

  meter(): { readonly inputTokens: number; readonly outputTokens: number } {
    const { usedInputTokens, usedOutputTokens } = this.native.tokenMeter;
    return { inputTokens: usedInputTokens, outputTokens: usedOutputTokens };
  }

  /** One batch's worth of a prompt; the caller is a member of the lockstep. */
  async evaluateChunk(tokens: readonly number[]): Promise<void> {
    await this.lockstep.arrive(this.place);
    await this.native.evaluateWithoutGeneratingNewTokens(asTokens(tokens));
  }
}

/**
 * Steps through `evaluateWithMetadata`, giving it the token that we drew instead of its own. The native sampler cuts
 * to the top k and hands out their probabilities at temperature 1, which costs next to nothing (local-inference.md 3).
 */
class LlamaStepper implements Stepper {
  readonly chunkTokens: number;
  private readonly sequence: LlamaSequence;
  private readonly lockstep: Lockstep;
  private readonly options: SequenceEvaluateOptions;
  private readonly ids: Uint32Array;
  private readonly probabilities: Float64Array;
  private steps: AsyncGenerator<
    { probabilities: Map<Token, number> },
    void,
    undefined | Token | Token[]
  > | null = null;

  constructor(sequence: LlamaSequence, lockstep: Lockstep, chunkTokens: number, candidates: number) {
    this.sequence = sequence;
    this.lockstep = lockstep;
    this.chunkTokens = chunkTokens;
    this.ids = new Uint32Array(candidates);
    this.probabilities = new Float64Array(candidates);
    this.options = {
      temperature: 1,
      topK: candidates,
      topP: 1,
      minP: 0,
      // Its own draw is thrown away; a fixed seed only keeps it from asking the clock.
      seed: 1,
      yieldEogToken: true,
    };
    lockstep.join(sequence.place);
  }

  feed(tokens: readonly number[]): Promise<void> {
    return this.sequence.evaluateChunk(tokens);
  }

  async step(tokens: readonly number[]): Promise<Candidates> {
    await this.lockstep.arrive(this.sequence.place);
    const only = tokens.length === 1 ? tokens[0] : undefined;
    let next: IteratorResult<{ probabilities: Map<Token, number> }, void>;
    if (this.steps === null) {
      this.steps = this.sequence.native.evaluateWithMetadata(
        asTokens(tokens),
        { probabilities: true },
        this.options,
      );
      next = await this.steps.next();
    } else next = await this.steps.next(only === undefined ? asTokens(tokens) : (only as Token));
    if (next.done === true) throw new Error("The library ended the evaluation without a token.");
    return this.read(next.value.probabilities);
  }

  async close(): Promise<void> {
    await this.steps?.return();
    this.steps = null;
    this.lockstep.leave(this.sequence.place);
  }

  private read(probabilities: Map<Token, number>): Candidates {
    let count = 0;
    let ordered = true;
    let before = Number.POSITIVE_INFINITY;
    let idBefore = -1;
    for (const [id, probability] of probabilities) {
      if (count === this.ids.length) break;
      if (probability > before || (probability === before && id < idBefore)) ordered = false;
      this.ids[count] = id;
      this.probabilities[count] = probability;
      before = probability;
      idBefore = id;
      count++;
    }
    return ordered
      ? { ids: this.ids, probabilities: this.probabilities, count }
      : orderedCandidates(probabilities);
  }
}
