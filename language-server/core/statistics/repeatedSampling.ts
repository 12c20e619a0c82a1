import type { Estimate } from "../../contract/entities.ts";
import { clusteredMean, sum } from "./estimates.ts";

/** The samples of one question. */
export interface SampledQuestion {
  readonly samples: number;
  readonly correct: number;
}

/**
 * Unbiased estimate of the probability that at least one of k samples is right, from n samples of which c are right:
 * 1 − C(n−c, k) / C(n, k) (Chen et al. 2021, arXiv 2107.03374, section 2.1), as a product that cannot overflow.
 * Null for fewer than k samples.
 */
export function passAtKOf(question: SampledQuestion, k: number): number | null {
  const { samples: n, correct: c } = question;
  if (n < k || k < 1) return null;
  let allWrong = 1;
  for (let i = 0; i < k; i++) allWrong *= Math.max(0, n - c - i) / (n - i);
  return 1 - allWrong;
}

/**
 * pass@k averaged over the questions that have at least k samples, with the interval of `clusteredMean` over the
 * questions' values (t over questions; Wilson where each value is 0 or 1).
 */
export function passAtK(questions: readonly SampledQuestion[], k: number): Estimate {
  return clusteredMean(
    questions.flatMap((question) => {
      const value = passAtKOf(question, k);
      return value === null ? [] : [[value]];
    }),
  );
}

/** One sample's vote: answers that mean the same carry the same group; null when there is no answer. */
export interface Vote {
  readonly group: string | null;
  readonly correct: boolean;
}

/**
 * Whether the answer that most samples gave is right. Samples without an answer do not vote; without any vote it is
 * wrong. Among groups with equally many votes one is drawn: the value is the share of right ones among them, which is
 * what repeated tie-breaking gives on average, and does not hang on the order of the samples.
 */
export function consensusOf(votes: readonly Vote[]): number {
  const groups = new Map<string, { votes: number; correct: boolean }>();
  for (const { group, correct } of votes) {
    if (group === null) continue;
    const entry = groups.get(group);
    if (entry === undefined) groups.set(group, { votes: 1, correct });
    else entry.votes += 1;
  }
  const most = Math.max(0, ...[...groups.values()].map((entry) => entry.votes));
  const winners = [...groups.values()].filter((entry) => entry.votes === most);
  return winners.length === 0 ? 0 : sum(winners.map((entry) => (entry.correct ? 1 : 0))) / winners.length;
}

/** cons@k: `consensusOf` averaged over questions (interval as in `passAtK`); questions without samples are left out. */
export function consAtK(questions: readonly (readonly Vote[])[]): Estimate {
  return clusteredMean(questions.filter((votes) => votes.length > 0).map((votes) => [consensusOf(votes)]));
}
