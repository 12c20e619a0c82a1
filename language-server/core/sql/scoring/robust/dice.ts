import { stageDice } from "../../../sampling/random.ts";

/** Seeded choices of one variant: the same label and seed give the same choices. */
export interface Dice {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  pick<T>(items: readonly T[]): T | undefined;
  shuffled<T>(items: readonly T[]): T[];
}

/** @param label what the choices are for */
export function diceOf(seed: number, label: string): Dice {
  const draw = stageDice({ seed, questionId: label, sample: 0, path: 0, stage: 0 });
  let step = 0;
  const next = (): number => draw(step++);
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)],
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
