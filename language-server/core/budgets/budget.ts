import type { ForcedClose } from "../../contract/engine.ts";

/** What the loop has to do before the next draw. */
export type BudgetMove = "draw" | "force" | "end";

/**
 * Counts sampled tokens of a stage against its budget and decides when to write the forced close.
 * Every sampled token counts, thoughts and the end-of-turn token included; forced tokens never do.
 */
export class BudgetCounter {
  private sampledBefore = 0;
  private sampledAfter = 0;
  private isForced = false;
  private isOver = false;
  private readonly budgetTokens: number;
  private readonly close: ForcedClose | null;

  constructor(budgetTokens: number, close: ForcedClose | null) {
    this.budgetTokens = budgetTokens;
    this.close = close;
  }

  get sampled(): number {
    return this.sampledBefore + this.sampledAfter;
  }

  /** Tokens that may still be sampled before the next move is another one than to draw. */
  get left(): number {
    if (this.isOver) return 0;
    return this.isForced
      ? Math.max(0, (this.close?.budgetTokens ?? 0) - this.sampledAfter)
      : Math.max(0, this.budgetTokens - this.sampledBefore);
  }

  /** The forced close has been written. */
  get forced(): boolean {
    return this.isForced;
  }

  countSampled(tokens = 1): void {
    if (this.isForced) this.sampledAfter += tokens;
    else this.sampledBefore += tokens;
  }

  markForced(): void {
    this.isForced = true;
    this.isOver = false;
  }

  /** The rest of the budget is given up: what comes next is what would come at its end. */
  giveUp(): void {
    this.isOver = true;
  }

  next(): BudgetMove {
    if (this.isForced && this.isOver) return "end";
    if (this.isForced) return this.sampledAfter < (this.close?.budgetTokens ?? 0) ? "draw" : "end";
    if (!this.isOver && this.sampledBefore < this.budgetTokens) return "draw";
    return this.close === null ? "end" : "force";
  }

  /** Text of the forced close for where the model is now. */
  closingText(inThought: boolean): string {
    if (this.close === null) return "";
    return inThought ? this.close.insideThought : this.close.outsideThought;
  }
}
