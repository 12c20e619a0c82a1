import type { Sequence } from "./backend.ts";

/**
 * One sequence with the tokens that are decided but not evaluated yet. The last token of a sequence is always left
 * for the next evaluation: the logits after it are needed exactly then, after a fork as well as after an append, so
 * nothing is evaluated twice.
 */
export class Slot {
  readonly index: number;
  readonly sequence: Sequence;
  pending: number[] = [];
  busy = false;
  cancelled = false;

  constructor(index: number, sequence: Sequence) {
    this.index = index;
    this.sequence = sequence;
  }

  /** Tokens in the sequence, pending ones included. */
  get length(): number {
    return this.sequence.length + this.pending.length;
  }

  tokens(): number[] {
    return [...this.sequence.tokens(), ...this.pending];
  }

  /**
   * Forgets all behind the first `length` tokens (at least one).
   * @returns how many of these had to be evaluated anew, where the sequence's state cannot be cut
   */
  async cutTo(length: number): Promise<number> {
    const tokens = this.tokens().slice(0, length);
    const evaluated = Math.min(this.sequence.length, length - 1);
    const isCut = evaluated === this.sequence.length || (await this.sequence.cutTo(evaluated));
    if (!isCut) {
      await this.sequence.clear();
      await this.sequence.evaluate(tokens.slice(0, evaluated));
    }
    this.pending = tokens.slice(evaluated);
    return isCut ? 0 : evaluated;
  }

  /** The last few tokens, enough to continue tokenising and detokenising behind them. */
  tail(count = 8): number[] {
    if (this.pending.length >= count) return this.pending.slice(-count);
    return this.tokens().slice(-count);
  }
}
