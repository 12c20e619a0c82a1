import type { TokenPlace, TokenRecord } from "../contract/entities.ts";
import type { RunReader } from "./runReader.ts";

/** Where two runs of the same thing part. A side is null where it has no token, or no such stage. */
export interface Divergence extends TokenPlace {
  readonly original: TokenRecord | null;
  readonly replay: TokenRecord | null;
  /** Text of the stage just before it. */
  readonly before: string;
}

export interface TokenComparison {
  readonly paths: number;
  readonly partedPaths: number;
  /** Tokens that are the same, up to where a path parts. */
  readonly tokens: number;
  /** Over these tokens; 0 when the recorded log-probabilities are the same to the last bit. */
  readonly largestLogprobDifference: number;
  /** In the order of questions and samples. */
  readonly first: Divergence | null;
}

const tokensBefore = 24;

/** Compares a run with another one of the same questions, token by token, over the paths that ended in the first. */
export async function compareTokens(original: RunReader, replay: RunReader): Promise<TokenComparison> {
  let paths = 0;
  let partedPaths = 0;
  let tokens = 0;
  let largest = 0;
  let first: Divergence | null = null;
  const again = new Map(replay.paths().map((path) => [`${path.sample} ${path.questionId}`, path]));
  for (const { questionId, sample, stages, status } of original.paths()) {
    if (status !== "done") continue;
    paths++;
    const key = { questionId, sample };
    const replayed = again.get(`${sample} ${questionId}`)?.stages.length ?? 0;
    for (let stageIndex = 0; stageIndex < Math.max(stages.length, replayed); stageIndex++) {
      const [a, b] = await Promise.all([
        original.stageTokens(key, stageIndex),
        replay.stageTokens(key, stageIndex),
      ]);
      const idsOfA = a.ids();
      const idsOfB = b.ids();
      const longest = Math.max(idsOfA.length, idsOfB.length);
      let step = 0;
      while (step < longest && idsOfA[step] === idsOfB[step]) step++;
      tokens += step;
      const logprobsOfB = b.columns(step).logprobs;
      for (const [i, logprob] of a.columns(step).logprobs.entries())
        largest = Math.max(largest, Math.abs(logprob - (logprobsOfB[i] ?? 0)));
      const sameStages = stageIndex < stages.length && stageIndex < replayed;
      if (step === longest && sameStages) continue;
      partedPaths++;
      if (first === null) {
        const from = Math.max(0, step - tokensBefore);
        const records = await original.tokens(key, stageIndex, from, step + 1);
        const [other] = await replay.tokens(key, stageIndex, step, step + 1);
        first = {
          ...key,
          stageIndex,
          step,
          before: records
            .slice(0, step - from)
            .map(({ text }) => text)
            .join(""),
          original: records[step - from] ?? null,
          replay: other ?? null,
        };
      }
      break;
    }
  }
  return { paths, partedPaths, tokens, largestLogprobDifference: largest, first };
}
