import { setMaxListeners } from "node:events";
import type { PathRecord, Question } from "../../contract/entities.ts";
import { JobDesk } from "./jobDesk.ts";
import { freshPath, type PathEnvironment, type PathProgress } from "./pathEnvironment.ts";
import { runPath } from "./pathRunner.ts";

export interface PathJob {
  readonly question: Question;
  readonly sample: number;
  /** What the path had reached; read when its turn comes, since a large run has many of them. */
  progress(): Promise<PathProgress>;
}

/**
 * Gives the paths of a run to the engine's slots: every slot takes the next path as soon as its own has ended, so that
 * the batch stays full. Jobs are taken in order, samples of one question next to each other, so that they share its
 * evaluated opening. The slots are held while they work for the run: the same run then makes the same batches.
 * @returns the paths that were stopped, by the signal or because the engine could not be brought back; those that ended
 *   are told to the listener only, since a large run's texts do not fit into memory.
 */
export async function runPaths(
  environment: PathEnvironment,
  jobs: readonly PathJob[],
): Promise<PathRecord[]> {
  const { engine, signal, prefixes, exchanges, stem } = environment;
  const desk = new JobDesk(engine, jobs);
  const stopped: PathRecord[] = [];
  const free = engine.model.sequences - (stem == null ? 0 : 1);
  const slots = Array.from({ length: Math.min(free, jobs.length) }, (_, slot) => slot);
  const worker = async (slot: number): Promise<void> => {
    try {
      for (let job = await desk.next(slot); job !== null && !signal.aborted; job = await desk.next(slot)) {
        const record = await runPath(environment, slot, job.question, job.sample, await job.progress());
        prefixes?.release(slot);
        if (record.status !== "stopped") {
          await exchanges?.ended(record);
          continue;
        }
        stopped.push(record);
        exchanges?.giveUp();
        // The engine cannot be brought back: the remaining paths stay unfinished and can be resumed.
        if (record.failure !== undefined) return;
      }
    } finally {
      // Whatever ends the work here must not make the others wait for ever.
      await engine.call("hold", { slot, on: false });
    }
  };
  // Every slot listens, while it generates and while its answer is read; Node takes more than ten for a leak.
  setMaxListeners(0, signal);
  const giveUp = () => exchanges?.giveUp();
  signal.addEventListener("abort", giveUp, { once: true });
  await Promise.all(slots.map((slot) => engine.call("hold", { slot, on: true })));
  await Promise.all(slots.map(worker));
  signal.removeEventListener("abort", giveUp);
  return stopped;
}

/** All (question, sample) pairs, question by question. */
export function allJobs(questions: readonly Question[], samples: number): PathJob[] {
  return questions.flatMap((question) =>
    Array.from({ length: samples }, (_, sample) => ({ question, sample, progress: async () => freshPath })),
  );
}
