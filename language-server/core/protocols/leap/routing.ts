export type Router = "dispersed" | "clustered" | "hybrid" | "random" | "all";

/** A path whose summary could be read, and how alike that is to the reader's own. */
export interface Candidate {
  readonly sample: number;
  readonly similarity: number;
}

/**
 * Whose summaries a path reads, in the order in which it is shown them (leap.md section 3.2): the least alike
 * (`dispersed`, equation 1), the most alike (`clustered`, equation 2), half of each (`hybrid`, equation 3; the smaller
 * half is the least alike one and comes first, as in the authors' code, and nobody twice), any (`random`), or everybody.
 * Equally alike ones by path. Fewer than `count`: all of them.
 * @param draw uniform numbers in [0, 1) by position
 */
export function choosePeers(
  router: Router,
  count: number,
  candidates: readonly Candidate[],
  draw: (position: number) => number,
): number[] {
  const leastAlike = [...candidates].sort((a, b) => a.similarity - b.similarity || a.sample - b.sample);
  const mostAlike = [...candidates].sort((a, b) => b.similarity - a.similarity || a.sample - b.sample);
  const most = Math.min(count, candidates.length);
  const samples = (chosen: readonly Candidate[]) => chosen.map(({ sample }) => sample);
  switch (router) {
    case "dispersed":
      return samples(leastAlike.slice(0, most));
    case "clustered":
      return samples(mostAlike.slice(0, most));
    case "hybrid": {
      const apart = leastAlike.slice(0, Math.floor(most / 2));
      const near = mostAlike.filter((candidate) => !apart.includes(candidate));
      return samples([...apart, ...near.slice(0, most - apart.length)]);
    }
    case "random":
      return samples(shuffled(candidates, draw).slice(0, most));
    case "all":
      return samples(candidates);
  }
}

/** Fisher and Yates's shuffle. */
function shuffled<T>(items: readonly T[], draw: (position: number) => number): T[] {
  const rest = [...items];
  const order: T[] = [];
  for (let position = 0; rest.length > 0; position++) {
    order.push(...rest.splice(Math.floor(draw(position) * rest.length), 1));
  }
  return order;
}
