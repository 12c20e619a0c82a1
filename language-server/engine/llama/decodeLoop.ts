import type { EngineWork } from "../../contract/engine.ts";
import type { NativeContext, NativeSampler } from "./nativeContext.ts";
import { type ModelCosts, WorkCounter } from "./workCounter.ts";

/** Tokens of one sequence to append; with a sampler, what may follow is asked for. */
export interface Order {
  readonly sequence: number;
  readonly firstPosition: number;
  readonly tokens: readonly number[];
  readonly sampler: NativeSampler | null;
}

/** Candidates as id, probability, id, probability…, most likely first; empty without a sampler. */
type Pairs = readonly number[];

interface Waiting extends Order {
  /** Tokens that earlier batches have taken. */
  taken: number;
  readonly resolve: (pairs: Pairs) => void;
  readonly reject: (error: unknown) => void;
}

const nothing = new Uint32Array(0);
const first = new Uint32Array(1);
const noPairs: Pairs = [];

/**
 * Puts what the sequences ask for at the same time into one batch, decodes it and samples. One batch runs at a time;
 * a token's candidates go to their sequence as soon as they are there, while the others are still being sampled.
 */
export class DecodeLoop {
  private waiting: Waiting[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  private readonly single = new Uint32Array(1);
  private readonly context: NativeContext;
  private readonly batchTokens: number;
  private readonly isolated: boolean;
  private readonly work: WorkCounter;

  /** @param isolated every sequence is decoded on its own */
  constructor(context: NativeContext, batchTokens: number, isolated: boolean, costs: ModelCosts) {
    this.context = context;
    this.work = new WorkCounter(costs);
    this.batchTokens = batchTokens;
    this.isolated = isolated;
  }

  append(order: Order): Promise<Pairs> {
    return new Promise((resolve, reject) => {
      const { sequence, firstPosition, tokens, sampler } = order;
      this.waiting.push({ sequence, firstPosition, tokens, sampler, taken: 0, resolve, reject });
      // In the next turn of the event loop all sequences that were let go together have asked.
      if (this.waiting.length === 1) setImmediate(() => this.exclusive(() => this.runWaiting()));
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
    context.initBatch(free);
    const done: { readonly order: Waiting; readonly logitsAt: number }[] = [];
    for (const order of orders) {
      if (free === 0) break;
      const count = Math.min(free, order.tokens.length - order.taken);
      const ends = order.taken + count === order.tokens.length;
      const logitsAt = this.add(order, count, ends && order.sampler !== null);
      this.work.add(order.firstPosition + order.taken, count);
      order.taken += count;
      free -= count;
      if (ends) done.push({ order, logitsAt });
    }
    this.work.begin();
    await context.decodeBatch();
    this.work.end();
    await Promise.all(done.map(({ order, logitsAt }) => this.finish(order, logitsAt)));
    return orders.length === done.length ? [] : orders.filter(({ tokens, taken }) => taken < tokens.length);
  }

  private add(order: Waiting, count: number, wantsLogits: boolean): number {
    const { sequence, firstPosition, tokens, taken } = order;
    if (count === 1) {
      this.single[0] = tokens[taken] ?? 0;
      first[0] = 0;
      return (
        this.context.addToBatch(
          sequence,
          firstPosition + taken,
          this.single,
          wantsLogits ? first : nothing,
        )[0] ?? 0
      );
    }
    const part = Uint32Array.from(tokens.slice(taken, taken + count));
    const last = wantsLogits ? Uint32Array.of(count - 1) : nothing;
    return this.context.addToBatch(sequence, firstPosition + taken, part, last)[0] ?? 0;
  }

  private async finish(order: Waiting, logitsAt: number): Promise<void> {
    if (order.sampler === null) {
      order.resolve(noPairs);
      return;
    }
    try {
      const [, pairs] = await this.context.sampleToken(logitsAt, order.sampler, true);
      if (pairs === undefined) throw new Error("The library sampled no token.");
      order.resolve(pairs);
    } catch (error) {
      order.reject(error);
    }
  }
}
