import type { PathRecord, Question } from "../../contract/entities.ts";
import { freshPath, type PathEnvironment, type PathProgress, runPath } from "./pathRunner.ts";

export interface PathJob {
  readonly question: Question;
  readonly sample: number;
  /** What the path had reached; read when its turn comes, since a large run has many of them. */
  progress(): Promise<PathProgress>;
}

/**
 * Gives the paths of a run to the engine's slots: every slot takes the next path as soon as its own has ended, so that
 * the batch stays full. Jobs are taken in order, samples of one question next to each other, so that they share its
 * evaluated opening.
 * @returns when every path has ended or, after the signal, has been stopped.
 */
export async function runPaths(
  environment: PathEnvironment,
  jobs: readonly PathJob[],
): Promise<PathRecord[]> {
  const queue = jobs.values();
  const records: PathRecord[] = [];
  const worker = async (slot: number): Promise<void> => {
    for (const job of queue) {
      if (environment.signal.aborted) return;
      const record = await runPath(environment, slot, job.question, job.sample, await job.progress());
      environment.prefixes?.release(slot);
      records.push(record);
      // The engine cannot be brought back: the remaining paths stay unfinished and can be resumed.
      if (record.status === "stopped" && record.failure !== undefined) return;
    }
  };
  const slots = Math.min(environment.engine.model.sequences, jobs.length);
  await Promise.all(Array.from({ length: slots }, (_, slot) => worker(slot)));
  return records;
}

/** All (question, sample) pairs, question by question. */
export function allJobs(questions: readonly Question[], samples: number): PathJob[] {
  return questions.flatMap((question) =>
    Array.from({ length: samples }, (_, sample) => ({ question, sample, progress: async () => freshPath })),
  );
}
