import { TaskRandom } from "../random.ts";
import type { Split } from "../types.ts";
import type { Group } from "./groups.ts";

/**
 * How a word m₁…m_n and its states q₁…q_n become tokens (state-tracking-fsa.md, "Serialisations").
 * `answer`: input, then q_n. `tagging`: q_t is to be told at the place of m_t. `cot`: input, then all states.
 * `interleaved`: m₁ q₁ m₂ q₂ …. `filler`: input, as many empty tokens, then q_n.
 */
export type Serialisation = "answer" | "tagging" | "cot" | "interleaved" | "filler";

export interface WordOptions {
  readonly serialisation: Serialisation;
  /** Fewest and most elements of a word. */
  readonly length: readonly [number, number];
  /** `interleaved` and `cot` only: write down every so manieth state; 1 unless given. */
  readonly skip?: number;
  /** `interleaved` and `cot` only: chance that a written state is a random one, the true state going on beneath. */
  readonly noise?: number;
}

export interface WordSample {
  readonly word: readonly number[];
  readonly states: readonly number[];
  /** One element, one token: elements are 0 to order − 1, then the special tokens of `specialTokens`. */
  readonly tokens: readonly number[];
  /** At each position the token that is to be predicted there, or null where the loss does not count. */
  readonly targets: readonly (number | null)[];
}

/** Ids of the tokens that are no elements. */
export const specialTokens = (group: Group) =>
  ({ bos: group.order, sep: group.order + 1, fill: group.order + 2, pad: group.order + 3 }) as const;

export const vocabularySize = (group: Group): number => group.order + 4;

/** Words of four elements and more are held out by their hash: one in so many. */
const heldOutEvery = 16;

/** One word of a split, by its arguments alone. Words of up to three elements occur in both splits: there are too few. */
export function sampleWord(
  group: Group,
  options: WordOptions,
  split: Split,
  seed: number,
  index: number,
): WordSample {
  const random = new TaskRandom({ seed, stream: `state-tracking/${group.name}/${split}`, index });
  const length = random.integer(...options.length);
  let word: number[];
  do {
    word = Array.from({ length }, () => random.integer(0, group.order - 1));
  } while (length >= 4 && isHeldOutWord(word) !== (split === "test"));
  const states = statesOf(group, word);
  return { word, states, ...serialise(group, word, states, options, random) };
}

/** All prefix products. */
function statesOf(group: Group, word: readonly number[]): number[] {
  let state = 0;
  return word.map((move) => {
    state = group.product[state]?.[move] ?? 0;
    return state;
  });
}

/** Whether a word belongs to the test split, by its elements alone. Those of less than four elements are in both. */
export function isHeldOutWord(word: readonly number[]): boolean {
  let hash = 0x811c9dc5;
  for (const element of word) hash = Math.imul(hash ^ (element + 1), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % heldOutEvery === 0;
}

function serialise(
  group: Group,
  word: readonly number[],
  states: readonly number[],
  { serialisation, skip = 1, noise = 0 }: WordOptions,
  random: TaskRandom,
): Pick<WordSample, "tokens" | "targets"> {
  const { bos, sep, fill } = specialTokens(group);
  const written = states.map((state) => (random.chance(noise) ? random.integer(0, group.order - 1) : state));
  const isWritten = (t: number) => (t + 1) % skip === 0;
  // Pairs of a token and whether the model has to predict it; a state that noise replaced is shown, not predicted.
  const sequence: (readonly [number, boolean])[] = [[bos, false]];
  const state = (t: number) => [written[t] ?? 0, written[t] === states[t]] as const;
  const last = [states.at(-1) ?? 0, true] as const;
  switch (serialisation) {
    case "tagging":
      return { tokens: [bos, ...word], targets: [null, ...states] };
    case "answer":
      sequence.push(...word.map((m) => [m, false] as const), [sep, false], last);
      break;
    case "filler":
      sequence.push(...word.map((m) => [m, false] as const), [sep, false]);
      sequence.push(...word.map(() => [fill, false] as const), last);
      break;
    case "cot":
      sequence.push(...word.map((m) => [m, false] as const), [sep, false]);
      word.forEach((_, t) => {
        if (isWritten(t)) sequence.push(state(t));
      });
      break;
    case "interleaved":
      word.forEach((m, t) => {
        sequence.push([m, false]);
        if (isWritten(t)) sequence.push(state(t));
      });
      break;
  }
  return {
    tokens: sequence.map(([token]) => token),
    targets: sequence.map((_, i) => {
      const next = sequence[i + 1];
      return next?.[1] === true ? next[0] : null;
    }),
  };
}
