import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { TrainingPoint, TrainingRunId, TrainingRunSummary } from "../../contract/lab.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { stepLogPath } from "../../lab/train/stepLog.ts";
import { type CurveFigures, figuresOf } from "./curve.ts";
import { runSummary } from "./runSummary.ts";
import { StepHistory } from "./stepHistory.ts";

/** Curves kept in memory; one of 100,000 steps takes some 20 MB. */
const keptOpen = 3;

/** Figures of a log of this size and age. */
interface KnownFigures {
  readonly figures: CurveFigures;
  readonly sizeBytes: number;
  readonly changedAt: number;
}

/** What can be asked about training runs, from their folders. */
export class TrainingLibrary {
  readonly #histories = new Map<string, StepHistory>();
  readonly #figures = new Map<string, KnownFigures>();

  constructor(
    private readonly trainingFolder: () => string,
    private readonly isOurs: (folder: string) => boolean,
  ) {}

  /** Newest first. */
  async list(): Promise<TrainingRunSummary[]> {
    const entries = await readdir(this.trainingFolder(), { withFileTypes: true }).catch(() => []);
    const runs: TrainingRunSummary[] = [];
    for (const entry of entries.filter((each) => each.isDirectory())) {
      const summary = await this.summary(join(this.trainingFolder(), entry.name));
      if (summary !== null) runs.push(summary);
    }
    return runs.sort((a, b) => b.startedAt - a.startedAt);
  }

  /** Null when the folder holds no run. */
  async summary(folder: string): Promise<TrainingRunSummary | null> {
    return runSummary(folder, await this.#figuresOf(folder), this.isOurs(folder));
  }

  points(folder: string): Promise<readonly TrainingPoint[]> {
    const history = this.#histories.get(folder) ?? new StepHistory(folder);
    this.#histories.delete(folder);
    this.#histories.set(folder, history);
    const [oldest] = this.#histories.keys();
    if (this.#histories.size > keptOpen && oldest !== undefined) this.#histories.delete(oldest);
    return history.points();
  }

  async delete(folder: string): Promise<void> {
    this.#histories.delete(folder);
    this.#figures.delete(folder);
    await rm(folder, { recursive: true, force: true });
  }

  /** Errors: `training/not-found`. */
  async find(id: TrainingRunId): Promise<Result<TrainingRunSummary>> {
    // An id is the name of a folder and never leads out of the one that holds them all.
    const isName = id === basename(id) && !/^\.*$/.test(id);
    const summary = isName ? await this.summary(join(this.trainingFolder(), id)) : null;
    return summary === null ? fail("training/not-found", `There is no training run “${id}”.`) : ok(summary);
  }

  async #figuresOf(folder: string): Promise<CurveFigures> {
    const log = await stat(stepLogPath(folder)).catch(() => null);
    if (log === null) return figuresOf([]);
    const known = this.#figures.get(folder);
    if (known?.sizeBytes === log.size && known.changedAt === log.mtimeMs) return known.figures;
    const figures = figuresOf(await this.points(folder));
    this.#figures.set(folder, { figures, sizeBytes: log.size, changedAt: log.mtimeMs });
    return figures;
  }
}
