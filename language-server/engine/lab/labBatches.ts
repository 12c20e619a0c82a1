import type { Appended, Generator } from "../../lab/model/generator.ts";

interface Order {
  readonly work: Appended;
  readonly resolve: (logits: Float32Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Puts what the sequences ask for at the same time into one computation; one computation runs at a time. */
export class LabBatches {
  private waiting: Order[] = [];
  private tail: Promise<unknown> = Promise.resolve();
  private readonly generator: Generator;
  private readonly isolated: boolean;

  /** @param isolated every sequence is computed on its own */
  constructor(generator: Generator, isolated: boolean) {
    this.generator = generator;
    this.isolated = isolated;
  }

  /** Appends tokens to a sequence and gives the logits after them. */
  append(work: Appended): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) void this.exclusive(() => this.runWaiting());
    });
  }

  /** Runs while nothing is being computed, after everything asked for before. */
  exclusive<T>(action: () => T | Promise<T>): Promise<T> {
    // In the next turn of the event loop all sequences that were let go together have asked.
    const run = this.tail.then(() => new Promise((next) => setImmediate(next))).then(action);
    this.tail = run.catch(() => undefined);
    return run;
  }

  private async runWaiting(): Promise<void> {
    const orders = this.waiting;
    this.waiting = [];
    const groups = this.isolated ? orders.map((order) => [order]) : [orders];
    for (const group of groups) {
      try {
        const logits = await this.generator.append(group.map(({ work }) => work));
        for (const [i, { resolve }] of group.entries()) resolve(logits[i] ?? new Float32Array(0));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
