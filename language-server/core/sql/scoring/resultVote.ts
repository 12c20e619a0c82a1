import type { Result } from "../../../contract/result.ts";
import type { QueryResult } from "../schema.ts";
import { sameResult } from "./execution/compareRows.ts";

/** One sampled statement and what came of running it. */
export interface VoteCandidate {
  readonly sql: string;
  readonly result: Result<QueryResult>;
}

export interface VoteGroup {
  /** Positions of the candidates with this result, in their order. */
  readonly members: readonly number[];
}

export interface ResultVote {
  /** Position of the chosen candidate; null when none ran. */
  readonly winner: number | null;
  /** Groups of equal results, the largest first; of equally large ones the one that came first. */
  readonly groups: readonly VoteGroup[];
  /** Candidates that failed or whose result was cut: they have no vote. */
  readonly withoutVote: readonly number[];
}

/**
 * Self-consistency by result: statements that return the same rows (in any order of columns; rows in order where both
 * statements ask for one) vote together, and the first statement of the largest group wins. Empty results vote only
 * when nothing else did: wrong statements agree on emptiness for many reasons.
 */
export function voteByResult(candidates: readonly VoteCandidate[]): ResultVote {
  const groups: { first: QueryResult; ordered: boolean; members: number[] }[] = [];
  const withoutVote: number[] = [];
  for (const [index, { sql, result }] of candidates.entries()) {
    if (!result.ok || result.value.truncated) {
      withoutVote.push(index);
      continue;
    }
    const ordered = /order\s+by/i.test(sql);
    const { value } = result;
    const group = groups.find((other) => sameResult(other.first.rows, value.rows, other.ordered && ordered));
    if (group === undefined) groups.push({ first: value, ordered, members: [index] });
    else group.members.push(index);
  }
  const rank = ({ first, members }: (typeof groups)[number]): number =>
    first.rows.length === 0 ? members.length - candidates.length : members.length;
  const sorted = groups.toSorted((a, b) => rank(b) - rank(a));
  return {
    winner: sorted[0]?.members[0] ?? null,
    groups: sorted.map(({ members }) => ({ members })),
    withoutVote,
  };
}
