import type { Question, StageName, StageRecord } from "../../../contract/entities.ts";
import type { BranchPlace, PathAddress } from "../../../contract/methods.ts";
import type { PathKey } from "../../../store/journalRecords.ts";
import type { RunReader } from "../../../store/runReader.ts";

/** A path as it can be gone on from. */
export interface FoundPath {
  readonly key: PathKey;
  readonly question: Question;
  readonly stages: readonly StageRecord[];
  /** Of the stage behind them that was begun and is not finished. */
  readonly openStage: StageName | undefined;
  /** Tokens of each stage, the open one among them. */
  readonly lengths: readonly number[];
  /** Those of them that the path goes on with: fewer where the end of a stage was dropped at a pause. */
  readonly kept: readonly number[];
  /** Where in each stage the words begin that the program wrote to close it; null for none. */
  readonly forcedFrom: readonly (number | null)[];
}

export async function findPath(
  reader: RunReader,
  { questionId, sample }: PathAddress,
): Promise<FoundPath | null> {
  const key = { questionId, sample };
  const path = await reader.path(key);
  const question = reader.questions.find(({ id }) => id === questionId);
  const unfinished = await reader.unfinished(key);
  if (path === null || unfinished === null || question === undefined) return null;
  const { current } = unfinished;
  const stored = await Promise.all(path.stages.map(({ index }) => reader.stageTokens(key, index)));
  const lengths = [
    ...stored.map(({ length }) => length),
    ...(current === null ? [] : [current.tokens.length]),
  ];
  return {
    key,
    question,
    stages: path.stages,
    openStage: current?.stage,
    lengths,
    kept: lengths.map((length, at) => path.stages[at]?.kept?.tokens ?? length),
    forcedFrom: [
      ...stored.map((tokens) => tokens.forcedFrom()),
      ...(current === null ? [] : [current.forcedFrom]),
    ],
  };
}

/** Why a path cannot be gone on from there; null when it can. */
export function placeProblem(
  { stageIndex, token, without, text, tokenId }: BranchPlace,
  { lengths, stages, forcedFrom }: FoundPath,
): string | null {
  const length = lengths[stageIndex];
  if (length === undefined || !Number.isInteger(token) || token < 0 || token > length)
    return `The path has no token ${token} in its stage ${stageIndex}.`;
  if (without !== undefined) {
    if (token !== 0) return "A summary is left out where it was read: at the first token of the stage.";
    if (stages[stageIndex]?.exchange?.peers?.includes(without) !== true)
      return `The path has not read a summary of sample ${without + 1} there.`;
  }
  const forced = forcedFrom[stageIndex] ?? null;
  const gives = (text !== undefined && text !== "") || tokenId !== undefined;
  if (gives && forced !== null && token > forced)
    return "The words that close this stage were written by the program. Choose a token before them.";
  return null;
}
