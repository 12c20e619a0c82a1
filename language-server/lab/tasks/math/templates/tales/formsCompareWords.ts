import type { Quantity, Story } from "../../story.ts";
import type { Holder } from "./formsWorlds.ts";

/** Says that `p` has `b` more than `q`, from either side, in one of many forms; no full stop. */
export const moreThan = (p: Holder, q: Holder, b: unknown, t: string): string =>
  `[${p.name} has ${b} more ${t} than ${q.name}|${q.name} has ${b} fewer ${t} than ${p.name}|${q.name} would need ${b} more ${t} to have as many as ${p.name}|if ${p.name} had ${b} fewer ${t}, the number would be the same as for ${q.name}|compared with ${q.name}, ${p.name} has ${b} ${t} more|${q.name} is ${b} ${t} behind ${p.name}|the number of ${t} that ${p.name} has is ${b} above that of ${q.name}|${q.name} does not have as many ${t} as ${p.name}: ${b} are missing]`;

/** Says that `p` has `k` times as many as `q`, always with the number or "twice": solutions list it as given. */
export const timesMore = (p: Holder, q: Holder, k: Quantity, t: string): string =>
  k.number === 2
    ? `[${p.name} has twice as many ${t} as ${q.name}|for every one of the ${t} of ${q.name}, ${p.name} has 2|the number of ${p.name}'s ${t} is 2 times that of ${q.name}'s]`
    : `[${p.name} has ${k} times as many ${t} as ${q.name}|for every one of the ${t} of ${q.name}, ${p.name} has ${k}|${q.name} would need ${k} times as many ${t} to catch up with ${p.name}|the number of ${p.name}'s ${t} is ${k} times that of ${q.name}'s]`;

export const own = (p: Holder, n: unknown, t: string): string =>
  `[${p.name} has ${n} ${t}|there are ${n} ${t} that belong to ${p.name}|${n} ${t} are what ${p.name} has|${n} ${t} belong to ${p.name}]`;

export const inAnyOrder = (s: Story, ...facts: readonly string[]): void => {
  s.say(s.random.shuffle(facts.map((fact) => `${fact}.`)).join(" "));
};

export const askOf = (p: Holder, t: string): string =>
  `[How many ${t} does ${p.name} have|What is the number of ${p.name}'s ${t}|How many ${t} belong to ${p.name}|Do you know how many ${t} ${p.name} has]?`;

export const askBoth = (p: Holder, q: Holder, t: string): string =>
  `[How many ${t} do ${p.name} and ${q.name} have together|What is the total number of ${t} of ${p.name} and ${q.name}|How many ${t} do ${p.name} and ${q.name} have in all|If ${p.name} and ${q.name} put their ${t} together, how many are there]?`;

export const askMore = (p: Holder, q: Holder, t: string): string =>
  `[How many more ${t} does ${p.name} have than ${q.name}|How many fewer ${t} does ${q.name} have than ${p.name}|By how many ${t} is ${p.name} ahead of ${q.name}|How many ${t} is ${q.name} short of ${p.name}'s number|How many more ${t} would ${q.name} need to have as many as ${p.name}]?`;
