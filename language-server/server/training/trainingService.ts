import { readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { TrainingPoint, TrainingRunId, TrainingRunSummary } from "../../contract/lab.ts";
import type { EventName, Events } from "../../contract/methods.ts";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import { exportInProcess, trainInProcess } from "../../lab/process/labHost.ts";
import { checkParts, newRunFolder } from "../../lab/recipe/parts.ts";
import { readRunStatus, runFiles, writeRunStatus } from "../../lab/recipe/runFolder.ts";
import { ensureRunsFolder } from "../../store/runFolder.ts";
import { liveHolder } from "../../store/runLock.ts";
import type { Entry } from "../productFiles.ts";
import { thinned } from "./curve.ts";
import { TrainingLibrary } from "./trainingLibrary.ts";

export interface TrainingServiceParts {
  readonly lab: Entry;
  /** Folder that holds the runs' folders. */
  trainingFolder(): string;
  /** Relative recipe paths are meant from here. */
  baseFolder(): string;
  notify<E extends EventName>(event: E, body: Events[E]): void;
  log(level: "error" | "warn" | "info", text: string): void;
}

interface ActiveTraining {
  /** Folder of the run that was asked for. */
  readonly folder: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** What steps are taken of now: that run, or the one of a recipe that it starts from. */
  current: Progress;
}

interface Progress {
  readonly folder: string;
  /** Last step that was told of. */
  toldStep: number;
}

const eventsEveryMs = 250;

/** Trains one recipe at a time in the lab process. Everything that lasts is in the run's folder. */
export class TrainingService {
  readonly library: TrainingLibrary;
  #active: ActiveTraining | null = null;
  /** From the request on until there is an active training or it is clear that there will be none. */
  #isStarting = false;
  #eventTimer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: TrainingServiceParts) {
    this.library = new TrainingLibrary(parts.trainingFolder, (folder) => this.#isActive(folder));
  }

  /**
   * Trains a recipe in a new folder.
   *
   * Errors: `training/busy`, and those of `checkParts`.
   */
  start(recipe: string): Promise<Result<{ id: TrainingRunId }>> {
    return this.#exclusively(async () => {
      const source = recipe.startsWith("file:")
        ? fileURLToPath(recipe)
        : resolve(this.parts.baseFolder(), recipe);
      const parent = this.parts.trainingFolder();
      const checked = await checkParts(source, join(parent, "new"));
      if (!checked.ok) return checked;
      await ensureRunsFolder(parent);
      const folder = await newRunFolder(parent, source);
      await writeFile(runFiles(folder).recipe, await readFile(source));
      await writeRunStatus(folder, { status: "running", source });
      this.#train(folder, source);
      return ok({ id: basename(folder) });
    });
  }

  /** Errors: `training/busy`, `training/not-found`, `input/invalid` when there is nothing left to do. */
  resume(id: TrainingRunId): Promise<Result<Record<string, never>>> {
    return this.#exclusively(async () => {
      const found = await this.library.find(id);
      if (!found.ok) return found;
      const { folder, status } = found.value;
      if (status === "running") return fail("training/busy", "Another process trains this run.");
      if (status === "done") return fail("input/invalid", "This run has reached its last step.");
      const file = await readRunStatus(folder);
      await writeRunStatus(folder, { status: "running", failure: null });
      this.#train(folder, file?.source);
      return ok({});
    });
  }

  /** Ends a training after the step in progress, with a checkpoint. Errors: `training/not-found`. */
  async stop(id: TrainingRunId): Promise<Result<Record<string, never>>> {
    const found = await this.library.find(id);
    if (!found.ok) return found;
    const { folder } = found.value;
    if (this.#isActive(folder)) this.#active?.stop.abort();
    else {
      const holder = await liveHolder(folder);
      // Its lab process takes this as the wish to stop; it may belong to another window or the command line.
      if (holder !== null && holder.pid > 0 && holder.host === hostname()) askToStop(holder.pid);
    }
    return ok({});
  }

  /** Errors: `training/not-found`, `training/busy` while it is trained. */
  async delete(id: TrainingRunId): Promise<Result<Record<string, never>>> {
    const found = await this.library.find(id);
    if (!found.ok) return found;
    if (found.value.status === "running") {
      return fail("training/busy", "The training is still working. Stop it first.");
    }
    await this.library.delete(found.value.folder);
    this.parts.notify("deliberate/training/listChanged", {});
    return ok({});
  }

  async points(
    id: TrainingRunId,
    from: number,
    most: number,
  ): Promise<Result<{ summary: TrainingRunSummary; points: TrainingPoint[] }>> {
    const found = await this.library.find(id);
    if (!found.ok) return found;
    const points = await this.library.points(found.value.folder);
    return ok({ summary: found.value, points: thinned(points, from, most) });
  }

  /** Errors: `training/not-found`, and those of `exportInProcess`. */
  async export(id: TrainingRunId): Promise<Result<{ path: string }>> {
    const found = await this.library.find(id);
    if (!found.ok) return found;
    const { recipePath, folder } = found.value;
    const { path: entry, execArgv } = this.parts.lab;
    const exported = await exportInProcess({ recipePath, folder }, { entry, execArgv });
    if (!exported.ok) return exported;
    this.parts.notify("deliberate/training/listChanged", {});
    return ok({ path: exported.value });
  }

  /** Stops what is trained and waits for its checkpoint. */
  async dispose(): Promise<void> {
    this.#active?.stop.abort();
    await this.#active?.ended;
  }

  async #exclusively<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#active !== null || this.#isStarting) {
      return fail("training/busy", "Another training is working. Stop it first.");
    }
    this.#isStarting = true;
    try {
      return await work();
    } finally {
      this.#isStarting = false;
    }
  }

  #train(folder: string, source: string | undefined): void {
    const { lab, log, notify } = this.parts;
    const stop = new AbortController();
    const order = {
      recipePath: runFiles(folder).recipe,
      folder,
      ...(source === undefined ? {} : { source }),
    };
    const ended = trainInProcess(order, {
      entry: lab.path,
      execArgv: lab.execArgv,
      signal: stop.signal,
      onOpen: (opened, { step }) => {
        if (this.#active === null) return;
        const before = this.#active.current;
        this.#active.current = { folder: opened, toldStep: step };
        if (before.folder !== opened) void this.#tell(before);
        notify("deliberate/training/listChanged", {});
      },
      onStep: () => this.#tellSoon(),
      onLost: (how, words) => log("warn", `The lab process died (${how}) and goes on.\n${words}`),
    })
      .catch((error: unknown) => fail("internal", "The training could not be started.", detailOf(error)))
      .then((result) => this.#ended(folder, result));
    this.#active = { folder, stop, ended, current: { folder, toldStep: Number.POSITIVE_INFINITY } };
    notify("deliberate/training/listChanged", {});
  }

  async #ended(folder: string, result: Result<unknown>): Promise<void> {
    if (!result.ok) {
      const { code, message, detail } = result.error;
      this.parts.log("error", `${basename(folder)}: ${message}\n${detail ?? ""}`);
      // Of a folder that another process writes to, the status is that one's.
      if (code !== "training/busy") await writeRunStatus(folder, { status: "failed", failure: result.error });
    }
    const active = this.#active;
    this.#active = null;
    if (this.#eventTimer !== null) clearTimeout(this.#eventTimer);
    this.#eventTimer = null;
    if (active !== null) await this.#tell(active.current);
    this.parts.notify("deliberate/training/listChanged", {});
  }

  #tellSoon(): void {
    this.#eventTimer ??= setTimeout(() => {
      this.#eventTimer = null;
      if (this.#active !== null) void this.#tell(this.#active.current);
    }, eventsEveryMs);
  }

  /** Sends what the log has that was not told yet. */
  async #tell(progress: Progress): Promise<void> {
    try {
      const summary = await this.library.summary(progress.folder);
      const all = await this.library.points(progress.folder);
      if (summary === null) return;
      const points = all.filter(({ step }) => step > progress.toldStep);
      progress.toldStep = all.at(-1)?.step ?? progress.toldStep;
      this.parts.notify("deliberate/training/advanced", { summary, points });
    } catch (error) {
      this.parts.log("error", `The training's log cannot be read: ${detailOf(error)}`);
    }
  }

  #isActive(folder: string): boolean {
    return this.#active !== null && [this.#active.folder, this.#active.current.folder].includes(folder);
  }
}

function askToStop(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    // It has just ended by itself.
  }
}
