import type { BranchPoint, QuestionId } from "../../contract/entities.ts";
import type { PeerPath } from "../../core/protocols/protocol.ts";
import type { RunReader } from "../../store/runReader.ts";
import { branchProgress, pointOf } from "./branch/branchProgress.ts";
import { freshPath, type PathProgress } from "./pathEnvironment.ts";
import { withRemarks } from "./remarks.ts";

/** What an unfinished path has reached, with what it begins with or was told. */
export async function progressOf(
  reader: RunReader,
  questionId: QuestionId,
  sample: number,
): Promise<PathProgress> {
  const found = await reader.unfinished({ questionId, sample });
  if (found === null) return freshPath;
  const { branch, beginnings } = reader.manifest;
  const begun = beginnings?.paths.find((path) => path.questionId === questionId)?.tokens;
  const isFirst = found.doneStages.length === 0;
  const stored: PathProgress = {
    stages: found.doneStages,
    stageTokens: found.replay.map(({ tokens }) => tokens),
    current:
      found.current === null
        ? null
        : {
            tokens: found.current.tokens,
            forcedFrom: found.current.forcedFrom,
            texts: found.current.texts,
            keptAtLeast: Math.max(
              found.current.givenTo,
              isFirst ? begunOn(branch === undefined ? undefined : pointOf(branch, sample), begun) : 0,
            ),
          },
  };
  const recorded =
    branch !== undefined
      ? branchProgress(branch, sample, stored)
      : begun !== undefined && isFirst && stored.current !== null
        ? { ...stored, current: { ...stored.current, given: begun } }
        : stored;
  return { ...recorded, current: withRemarks(recorded.current, found.remarks) };
}

/** How much of the beginning that an experiment has given a path stands on it still, where it was left at a point. */
const begunOn = (point: BranchPoint | undefined, begun = 0): number => Math.min(begun, point?.token ?? begun);

/** The paths of a question as their group finds them when the run goes on. */
export async function pathsOf(reader: RunReader, questionId: QuestionId): Promise<PeerPath[]> {
  const samples = Array.from({ length: reader.manifest.samples }, (_, sample) => sample);
  const paths = await Promise.all(samples.map((sample) => reader.path({ questionId, sample })));
  return paths.map((path) => ({
    stages: path?.stages ?? [],
    ended: path?.status === "done" || path?.status === "failed",
  }));
}
