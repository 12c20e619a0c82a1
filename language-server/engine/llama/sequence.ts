import type { Candidates } from "../../core/sampling/candidates.ts";
import type { Sequence, Stepper } from "../backend.ts";
import type { Lockstep } from "../lockstep.ts";
import type { BatchContext, Picker } from "./batchContext.ts";
import type { DecodeLoop } from "./decodeLoop.ts";

/** What the sequences of one context share. */
export interface LlamaParts {
  readonly context: BatchContext;
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
  /** Keeps buffers, so it is made once and only when it is needed. */
  private picker: Picker | null = null;
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

  open(candidates: number): Stepper {
    const { context, lockstep, chunkTokens } = this.parts;
    this.picker ??= context.createPicker();
    const picker = this.picker;
    picker.resize(candidates);
    lockstep.join(this.place);
    return {
      chunkTokens,
      feed: async (tokens) => {
        await lockstep.arrive(this.place);
        await this.append(tokens, null);
      },
      step: async (tokens): Promise<Candidates> => {
        await lockstep.arrive(this.place);
        const following = await this.append(tokens, picker);
        if (following === null) throw new Error("The decode loop gave no candidates.");
        return following;
      },
      close: async () => lockstep.leave(this.place),
    };
  }

  async copyFrom(other: Sequence, upTo: number): Promise<boolean> {
    if (!(other instanceof LlamaSequence) || upTo > other.length) return false;
    const { context, loop } = this.parts;
    return loop.exclusive(async () => {
      this.held = [];
      const last = await context.copy(this.place, other.place);
      const copied = other.length;
      if (last !== copied - 1) return false;
      if (upTo < copied) {
        // A sliding window that has left the start behind no longer holds what came before `upTo`.
        if (context.firstPosition(this.place) > 0) return false;
        if (!context.truncate(this.place, upTo)) return false;
      }
      this.held = other.held.slice(0, upTo);
      return true;
    });
  }

  async cutTo(length: number): Promise<boolean> {
    const { context, loop } = this.parts;
    return loop.exclusive(() => {
      // Recurrent states hold no single tokens, and a sliding window may have left behind what the kept ones look at.
      if (context.firstPosition(this.place) > 0 || !context.truncate(this.place, length)) return false;
      this.held.length = length;
      return true;
    });
  }

  async clear(): Promise<void> {
    const { context, loop } = this.parts;
    await loop.exclusive(() => {
      this.held = [];
      if (!context.truncate(this.place, 0)) throw new Error("The library could not empty a sequence.");
    });
  }

  meter(): { readonly inputTokens: number; readonly outputTokens: number } {
    return { inputTokens: this.inputTokens, outputTokens: this.outputTokens };
  }

  dispose(): void {
    this.picker?.dispose();
    this.picker = null;
  }

  private async append(tokens: readonly number[], picker: Picker | null): Promise<Candidates | null> {
    const following = await this.parts.loop.append({
      sequence: this.place,
      firstPosition: this.held.length,
      tokens,
      picker,
    });
    for (const token of tokens) this.held.push(token);
    this.inputTokens += tokens.length - (picker === null ? 0 : 1);
    if (picker !== null) this.outputTokens++;
    return following;
  }
}
