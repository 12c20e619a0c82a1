import type { EngineWork } from "../../contract/engine.ts";
import type { Candidates } from "../../core/sampling/candidates.ts";
import type { BatchContext, Picker } from "./batchContext.ts";
import { type ModelCosts, WorkCounter } from "./workCounter.ts";

/** Tokens of one sequence to append; with a picker, what may follow is asked for. */
export interface Order {
  readonly sequence: number;
  readonly firstPosition: number;
  readonly tokens: readonly number[];
  readonly picker: Picker | null;
}

interface Waiting extends Order {
  /** Tokens that earlier batches have taken. */
  taken: number;
  readonly resolve: (candidates: Candidates | null) => void;
  readonly reject: (error: unknown) => void;
}

const longestStretchMs = 4;

/**
 * Puts what the sequences ask for at the same time into one batch, decodes it and picks the candidates. One batch runs
 * at a time; candidates go to their sequence as soon as they are there, while the others' are still being picked.
 */
export class DecodeLoop {
  private waiting: Waiting[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  /** When the event loop last went round between two batches. */
  private turnedAt = Number.NEGATIVE_INFINITY;
  private readonly context: BatchContext;
  private readonly batchTokens: number;
  private readonly isolated: boolean;
  private readonly work: WorkCounter;

  /** @param isolated every sequence is decoded on its own */
  constructor(context: BatchContext, batchTokens: number, isolated: boolean, costs: ModelCosts) {
    this.context = context;
    this.work = new WorkCounter(costs);
    this.batchTokens = batchTokens;
    this.isolated = isolated;
  }

  /** @returns what may follow; null without a picker */
  append(order: Order): Promise<Candidates | null> {
    return new Promise((resolve, reject) => {
      const { sequence, firstPosition, tokens, picker } = order;
      this.waiting.push({ sequence, firstPosition, tokens, picker, taken: 0, resolve, reject });
      if (this.waiting.length === 1) this.soon(() => this.exclusive(() => this.runWaiting()));
    });
  }

  /**
   * Behind everything that is under way: sequences that were let go together have all asked by then. A turn of the
   * event loop costs more than that, and is taken only as often as messages and timers need it.
   */
  private soon(action: () => void): void {
    if (performance.now() - this.turnedAt < longestStretchMs) queueMicrotask(action);
    else
      setImmediate(() => {
        this.turnedAt = performance.now();
        action();
      });
  }

  /** Runs while nothing is being decoded, after everything asked for before. */
  exclusive<T>(action: () => T | Promise<T>): Promise<T> {
    const run = this.tail.then(action);
    this.tail = run.catch(() => undefined);
    return run;
  }

  takeWork(): EngineWork {
    return this.work.take();
  }

  private async runWaiting(): Promise<void> {
    const orders = this.waiting.sort((a, b) => a.sequence - b.sequence);
    this.waiting = [];
    if (this.isolated) for (const order of orders) await this.runAll([order]);
    else await this.runAll(orders);
  }

  /** Usually one batch; prompts that come together may take several. */
  private async runAll(orders: readonly Waiting[]): Promise<void> {
    let left = orders;
    while (left.length > 0) {
      try {
        left = await this.runBatch(left);
      } catch (error) {
        for (const order of left) order.reject(error);
        return;
      }
    }
  }

  /** @returns the orders that are not done yet */
  private async runBatch(orders: readonly Waiting[]): Promise<readonly Waiting[]> {
    const { context } = this;
    let wanted = 0;
    for (const { tokens, taken } of orders) wanted += tokens.length - taken;
    let free = Math.min(wanted, this.batchTokens);
    context.begin(free);
    const done: { readonly order: Waiting; readonly logitsAt: number }[] = [];
    for (const order of orders) {
      if (free === 0) break;
      const count = Math.min(free, order.tokens.length - order.taken);
      const { sequence, tokens, taken, picker } = order;
      const ends = taken + count === tokens.length;
      const position = order.firstPosition + taken;
      const logitsAt = context.add(sequence, position, tokens, taken, count, ends && picker !== null);
      this.work.add(position, count);
      order.taken += count;
      free -= count;
      if (ends) done.push({ order, logitsAt });
    }
    this.work.begin();
    await context.decode();
    this.work.end();
    const picks: Promise<void>[] = [];
    for (const { order, logitsAt } of done) {
      const pick = this.finish(order, logitsAt);
      if (pick !== null) picks.push(pick);
    }
    if (picks.length > 0) await Promise.all(picks);
    return orders.length === done.length ? [] : orders.filter(({ tokens, taken }) => taken < tokens.length);
  }

  /** @returns a promise only where the candidates are still to come */
  private finish({ picker, resolve, reject }: Waiting, logitsAt: number): Promise<void> | null {
    try {
      const following = picker === null ? null : picker.pick(logitsAt);
      if (following instanceof Promise) return following.then(resolve, reject);
      resolve(following);
    } catch (error) {
      reject(error);
    }
    return null;
  }
}
