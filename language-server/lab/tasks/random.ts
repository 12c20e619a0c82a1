import { stageDice } from "../../core/sampling/random.ts";

/** What a stream of draws is for; equal keys give equal draws on every machine. */
export interface TaskRandomKey {
  /** Safe integer. */
  readonly seed: number;
  /** Names the use, such as `math-direct/train`. */
  readonly stream: string;
  /** Which sample of the stream; any safe integer of zero or more. */
  readonly index: number;
}

/**
 * Draws for one sample, from the same counter-based generator as the product's sampling: a sample can be made alone,
 * in any order and on any number of workers.
 */
export class TaskRandom {
  readonly #dice: (step: number) => number;
  #step = 0;

  constructor(key: TaskRandomKey) {
    this.#dice = stageDice({
      seed: key.seed,
      questionId: key.stream,
      sample: key.index >>> 0,
      path: Math.floor(key.index / 0x100000000),
      stage: 0,
    });
  }

  /** Uniform in [0, 1). */
  next(): number {
    return this.#dice(this.#step++);
  }

  /** Uniform whole number, both ends included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One element; throws a RangeError on an empty list, which is a mistake in a pool. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("Nothing to pick from.");
    return list[this.integer(0, list.length - 1)] as T;
  }

  /** Different elements in random order. */
  pickSome<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count);
  }

  shuffle<T>(list: readonly T[]): T[] {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  }

  /** One value, each as likely as its weight says; weights of zero are never taken. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T {
    const usable = entries.filter(([, weight]) => weight > 0);
    const total = usable.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.next() * total;
    for (const [value, weight] of usable) {
      rest -= weight;
      if (rest < 0) return value;
    }
    const last = usable.at(-1);
    if (last === undefined) throw new RangeError("All weights are zero.");
    return last[0];
  }
}
