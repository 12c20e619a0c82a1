import type { Member } from "./member.ts";

/** How long a group waits for the next one, and for all: the samples of a question begin within milliseconds. */
const nextMs = 10;
const wholeMs = 60;

interface Group {
  readonly members: Member[];
  readonly closesAt: number;
  timer: NodeJS.Timeout;
}

/** Brings orders together that ask the same at the same time. */
export class Gathering {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly send: (members: readonly Member[]) => void) {}

  /** @param what is asked, but for the seed */
  add(what: string, member: Member): void {
    const now = performance.now();
    const close = (): void => {
      const members = this.groups.get(what)?.members ?? [];
      this.groups.delete(what);
      this.send(members.filter(({ settled }) => !settled));
    };
    const group = this.groups.get(what);
    if (group === undefined) {
      this.groups.set(what, { members: [member], closesAt: now + wholeMs, timer: setTimeout(close, nextMs) });
      return;
    }
    group.members.push(member);
    clearTimeout(group.timer);
    group.timer = setTimeout(close, Math.max(0, Math.min(nextMs, group.closesAt - now)));
  }
}

/** Groups whose seeds follow each other, in the order of their seeds. */
export function bySeeds<T>(items: readonly T[], seedOf: (item: T) => number): T[][] {
  const runs: T[][] = [];
  let last = Number.NaN;
  for (const item of [...items].sort((a, b) => seedOf(a) - seedOf(b))) {
    const seed = seedOf(item);
    const run = seed === last + 1 ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([item]);
    else run.push(item);
    last = seed;
  }
  return runs;
}
