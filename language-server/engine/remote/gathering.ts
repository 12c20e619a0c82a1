import type { Member } from "./member.ts";

/** How long an order waits for others that ask the same: the samples of a question begin within milliseconds. */
const waitMs = 10;

/** Brings orders together that ask the same at the same time. */
export class Gathering {
  private readonly groups = new Map<string, Member[]>();

  constructor(private readonly send: (members: readonly Member[]) => void) {}

  /** @param what is asked, but for the seed */
  add(what: string, member: Member): void {
    const group = this.groups.get(what);
    if (group !== undefined) {
      group.push(member);
      return;
    }
    const members = [member];
    this.groups.set(what, members);
    setTimeout(() => {
      this.groups.delete(what);
      this.send(members.filter(({ settled }) => !settled));
    }, waitMs);
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
