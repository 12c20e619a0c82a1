import { rm } from "node:fs/promises";
import { freemem } from "node:os";
import { basename, join } from "node:path";
import type { LoadParams } from "../../contract/engine.ts";
import type {
  PathRecord,
  Question,
  QuestionId,
  RunComparison,
  RunId,
  RunManifest,
  RunSummary,
  TokenRecord,
} from "../../contract/entities.ts";
import type { LiveStage, PathAddress, RunStartParams, Settings } from "../../contract/methods.ts";
import { type Failure, fail, ok, type Result } from "../../contract/result.ts";
import { graderVersion } from "../../core/grading/version.ts";
import { bindProtocol } from "../../core/protocols/bindProtocol.ts";
import type { BoundProtocol } from "../../core/protocols/protocol.ts";
import { compareRuns } from "../../core/statistics/compareRuns.ts";
import { readAllQuestions } from "../../datasets/readQuestions.ts";
import type { GradingService } from "../../grading/gradingService.ts";
import { modelFingerprint } from "../../models/fingerprint.ts";
import { type ModelDetails, readModelHeader } from "../../models/header.ts";
import { listRuns } from "../../store/listRuns.ts";
import { newRunId } from "../../store/runFolder.ts";
import { openRun, type RunReader } from "../../store/runReader.ts";
import { createRun, resumeRun } from "../../store/runWriter.ts";
import type { ModelSession } from "../modelSession.ts";
import { ActiveRun, type RunEnd } from "./activeRun.ts";
import { planLoad } from "./loadPlan.ts";
import { pathGrader } from "./pathGrader.ts";
import type { PathProgress } from "./pathRunner.ts";
import { type PrepareContext, type PreparedRun, prepareRun } from "./prepareRun.ts";
import { allJobs, type PathJob } from "./runController.ts";
import { type RowQuery, RunView } from "./runView.ts";
import { type Notify, TraceHub } from "./traceHub.ts";

export interface RunServiceParts {
  readonly session: ModelSession;
  readonly grading: GradingService;
  readonly notify: Notify;
  /** Folder that holds the run folders. */
  runsFolder(): string;
  settings(): Settings;
  readonly now: () => number;
  readonly random: () => number;
  /** Name and version of the product, for the manifest. */
  readonly product: string;
  warn(message: string): void;
  /** The run has been accepted; `ended` resolves when it is over. */
  onStarted(run: { id: RunId; title: string; run: ActiveRun }): void;
  onEnded(id: RunId, end: RunEnd, summary: RunSummary): void;
}

interface OpenedRun {
  readonly reader: RunReader;
  readonly view: RunView;
}

const keptOpen = 4;

/** Starts, resumes, lists and opens runs. One run works at a time: there is one engine. */
export class RunService {
  private active: { id: RunId; run: ActiveRun } | null = null;
  private latest: RunView | null = null;
  private starting = false;
  private readonly opened = new Map<RunId, OpenedRun>();

  constructor(private readonly parts: RunServiceParts) {}

  get activeRun(): { id: RunId; run: ActiveRun } | null {
    return this.active;
  }

  /** The run started last in this process, working or over. */
  latestView(): RunView | null {
    return this.latest;
  }

  async start(
    params: RunStartParams,
    context: PrepareContext,
  ): Promise<Result<{ runId: RunId; ended: Promise<RunEnd> }>> {
    return this.exclusively(async () => {
      const prepared = await prepareRun(params, context);
      return prepared.ok ? ok(this.launchNew(prepared.value)) : prepared;
    });
  }

  /** Goes on with a run that was stopped or interrupted. Errors: `run/*`, `model/*`. */
  async resume(runId: RunId): Promise<Result<{ runId: RunId; ended: Promise<RunEnd> }>> {
    return this.exclusively(async () => {
      const folder = this.folderOf(runId);
      const reader = await openRun(folder);
      if (!reader.ok) return reader;
      const { manifest, questions } = reader.value;
      const pending = reader.value.pendingPaths();
      if (pending.length === 0)
        return fail("run/not-resumable", "The run is complete; there is nothing to resume.");
      const protocol = bindProtocol(manifest.protocol.id, manifest.protocol.parameters);
      if (!protocol.ok) return protocol;
      const header = await this.sameModel(manifest);
      if (!header.ok) return header;
      const byId = new Map(questions.map((question) => [question.id, question]));
      const jobs = pending.flatMap(({ questionId, sample }): PathJob[] => {
        const question = byId.get(questionId);
        return question === undefined
          ? []
          : [{ question, sample, progress: () => progressOf(reader.value, questionId, sample) }];
      });
      const load = {
        ...this.plan(header.value, protocol.value, questions, jobs.length),
        contextTokens: manifest.host.contextTokens,
        sequences: manifest.host.sequences,
        ...(manifest.host.isolated === true ? { isolated: true } : {}),
      };
      const startedAt = this.parts.now();
      const before = reader.value.wallSeconds();
      const view = new RunView(manifest, questions, reader.value.paths(), "running", () => {
        return before + (this.parts.now() - startedAt) / 1000;
      });
      this.opened.delete(runId);
      return ok(
        this.launch(view, load, protocol.value, jobs, (_manifest, onFailure) =>
          resumeRun(folder, { onFailure }),
        ),
      );
    });
  }

  /** A new run with the settings of an old one over some of its questions. */
  async rerun(
    runId: RunId,
    which: "failed" | "changed",
    context: PrepareContext,
  ): Promise<Result<{ runId: RunId; ended: Promise<RunEnd> }>> {
    const opened = await this.open(runId);
    if (!opened.ok) return opened;
    const { view } = opened.value;
    const ids = which === "failed" ? failedQuestions(view) : await changedQuestions(view, context.settings);
    if (!Array.isArray(ids)) return ids;
    if (ids.length === 0) {
      return fail(
        "questions/empty",
        which === "failed"
          ? "Every question of the run was answered right."
          : "No question has changed since the run.",
      );
    }
    const { manifest } = view;
    return this.start(
      {
        source: manifest.source.path,
        questionIds: ids,
        protocol: manifest.protocol.id,
        parameters: manifest.protocol.parameters as Record<string, unknown>,
        modelPath: manifest.model.path,
        samples: manifest.samples,
        seed: manifest.seed,
        sampling: manifest.sampling,
      },
      context,
    );
  }

  stop(runId?: RunId): RunId[] {
    if (this.active === null || (runId !== undefined && runId !== this.active.id)) return [];
    this.active.run.stop();
    return [this.active.id];
  }

  async list(): Promise<RunSummary[]> {
    const listed: RunSummary[] = await listRuns(this.parts.runsFolder());
    const { active } = this;
    if (active === null) return listed;
    return [active.run.view.summary(), ...listed.filter(({ id }) => id !== active.id)];
  }

  async delete(runId: RunId): Promise<Result<Record<string, never>>> {
    if (this.active?.id === runId) return fail("run/busy", "The run is still working. Stop it first.");
    const folder = this.folderOf(runId);
    const opened = await openRun(folder);
    if (!opened.ok && opened.error.code === "run/not-found") return opened;
    this.opened.delete(runId);
    await rm(folder, { recursive: true, force: true });
    return ok({});
  }

  async summary(
    runId: RunId,
  ): Promise<Result<{ manifest: RunManifest; summary: RunSummary; folder: string }>> {
    const view = await this.view(runId);
    if (!view.ok) return view;
    return ok({ manifest: view.value.manifest, summary: view.value.summary(), folder: this.folderOf(runId) });
  }

  async rows(runId: RunId, query: RowQuery): Promise<Result<ReturnType<RunView["rows"]>>> {
    const view = await this.view(runId);
    return view.ok ? ok(view.value.rows(query)) : view;
  }

  async path(
    address: PathAddress,
  ): Promise<Result<{ question: Question; path: PathRecord; live: LiveStage | null }>> {
    const { runId, questionId, sample } = address;
    const view = await this.view(runId);
    if (!view.ok) return view;
    const question = view.value.question(questionId);
    if (question === undefined) return fail("input/invalid", `The run has no question ${questionId}.`);
    const reader = await this.reader(runId);
    const stored = reader.ok ? await reader.value.path({ questionId, sample }) : null;
    const live = this.active?.id === runId ? this.active.run.hub.liveStage({ questionId, sample }) : null;
    return ok({ question, path: stored ?? view.value.path({ questionId, sample }), live });
  }

  async tokens(
    address: PathAddress & { stageIndex: number; from: number; to: number },
  ): Promise<Result<{ total: number; tokens: TokenRecord[] }>> {
    const reader = await this.reader(address.runId);
    if (!reader.ok) return reader;
    const key = { questionId: address.questionId, sample: address.sample };
    const stage = await reader.value.stageTokens(key, address.stageIndex);
    const tokens = await reader.value.tokens(key, address.stageIndex, address.from, address.to);
    return ok({ total: stage.length, tokens });
  }

  async compare(a: RunId, b: RunId): Promise<Result<RunComparison>> {
    const viewA = await this.view(a);
    if (!viewA.ok) return viewA;
    const viewB = await this.view(b);
    if (!viewB.ok) return viewB;
    return ok(compareRuns(inputsOf(viewA.value), inputsOf(viewB.value)));
  }

  /** Which path a view looks at; null for none. */
  watch(viewId: string, runId: RunId, path: PathAddress | null): void {
    if (this.active?.id === runId) this.active.run.hub.watch(viewId, path);
  }

  unwatch(viewId: string): void {
    this.active?.run.hub.watch(viewId, null);
  }

  async view(runId: RunId): Promise<Result<RunView>> {
    if (this.active?.id === runId) return ok(this.active.run.view);
    const opened = await this.open(runId);
    return opened.ok ? ok(opened.value.view) : opened;
  }

  folderOf(runId: RunId): string {
    return join(this.parts.runsFolder(), basename(runId));
  }

  private async reader(runId: RunId): Promise<Result<RunReader>> {
    const live = this.active?.id === runId ? this.active.run.writer?.reader : undefined;
    if (live !== undefined) return ok(live);
    const opened = await this.open(runId);
    return opened.ok ? ok(opened.value.reader) : opened;
  }

  private async open(runId: RunId): Promise<Result<OpenedRun>> {
    const known = this.opened.get(runId);
    if (known !== undefined) return ok(known);
    const reader = await openRun(this.folderOf(runId));
    if (!reader.ok) return reader;
    const { manifest, questions, status } = reader.value;
    const wallSeconds = reader.value.wallSeconds();
    const view = new RunView(manifest, questions, reader.value.paths(), status, () => wallSeconds);
    const opened = { reader: reader.value, view };
    // A run that another process is writing is read anew each time.
    if (status !== "running") this.keep(runId, opened);
    return ok(opened);
  }

  private keep(runId: RunId, opened: OpenedRun): void {
    this.opened.set(runId, opened);
    const [oldest] = this.opened.keys();
    if (this.opened.size > keptOpen && oldest !== undefined) this.opened.delete(oldest);
  }

  private async exclusively<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.active !== null || this.starting) {
      return fail("run/busy", "A run is already working. Stop it or wait for its end.");
    }
    this.starting = true;
    try {
      return await work();
    } finally {
      this.starting = false;
    }
  }

  private launchNew(prepared: PreparedRun): { runId: RunId; ended: Promise<RunEnd> } {
    const { parts } = this;
    const startedAt = parts.now();
    const jobs = allJobs(prepared.questions, prepared.samples);
    const load = this.plan(prepared.model, prepared.protocol, prepared.questions, jobs.length);
    const manifest = manifestOf(
      prepared,
      newRunId(new Date(startedAt), parts.random),
      startedAt,
      load,
      parts.product,
    );
    const view = new RunView(
      manifest,
      prepared.questions,
      [],
      "running",
      () => (parts.now() - startedAt) / 1000,
    );
    return this.launch(view, load, prepared.protocol, jobs, (complete, onFailure) =>
      createRun(parts.runsFolder(), complete, prepared.questions, { onFailure }),
    );
  }

  private launch(
    view: RunView,
    load: LoadParams,
    protocol: BoundProtocol,
    jobs: readonly PathJob[],
    openWriter: (
      manifest: RunManifest,
      onFailure: (failure: Failure) => void,
    ) => ReturnType<typeof createRun>,
  ): { runId: RunId; ended: Promise<RunEnd> } {
    const { parts } = this;
    const { id, title } = view.manifest;
    const run = new ActiveRun({
      session: parts.session,
      load,
      protocol,
      grader: pathGrader(parts.grading, view.manifest.grading.profile),
      jobs,
      view,
      hub: new TraceHub(id, parts.notify),
      openWriter,
      onAdvanced: (changed) => {
        const rows = changed.map((question) => view.row(question)).filter((row) => row !== null);
        parts.notify("deliberate/run/advanced", { runId: id, summary: view.summary(), rows });
      },
      onWarning: (message) => parts.warn(message),
    });
    this.active = { id, run };
    this.latest = view;
    parts.onStarted({ id, title, run });
    const ended = run.ended.then((end) => {
      this.active = null;
      parts.onEnded(id, end, view.summary());
      return end;
    });
    return { runId: id, ended };
  }

  private plan(
    model: ModelDetails,
    protocol: BoundProtocol,
    questions: readonly Question[],
    paths: number,
  ): LoadParams {
    const settings = this.parts.settings().engine;
    return planLoad({ model, settings, protocol, questions, paths, freeMemoryBytes: freemem() });
  }

  private async sameModel(manifest: RunManifest) {
    const header = await readModelHeader(manifest.model.path);
    if (!header.ok) return header;
    const fingerprint = await modelFingerprint(manifest.model.path);
    if (!fingerprint.ok) return fingerprint;
    return fingerprint.value === manifest.model.fingerprint
      ? header
      : fail(
          "run/not-resumable",
          `The model file ${manifest.model.path} has changed since the run was started. Start a new run.`,
        );
  }
}

const inputsOf = (view: RunView) => ({
  manifest: view.manifest,
  questions: view.questions,
  paths: view.paths(),
});

function manifestOf(
  prepared: PreparedRun,
  id: RunId,
  startedAt: number,
  load: LoadParams,
  product: string,
): RunManifest {
  const { protocol, preset, model } = prepared;
  return {
    formatVersion: 1,
    id,
    createdAt: new Date(startedAt).toISOString(),
    title: prepared.title,
    source: prepared.source,
    model: {
      path: model.path,
      name: model.name,
      fingerprint: prepared.modelFingerprint,
      architecture: model.architecture,
      quantisation: model.quantisation,
    },
    protocol: {
      id: protocol.id,
      version: protocol.version,
      ...(preset === null ? {} : { preset: preset.path }),
      parameters: protocol.parameters,
    },
    sampling: prepared.sampling,
    seed: prepared.seed,
    samples: prepared.samples,
    grading: { profile: prepared.profile, version: graderVersion },
    questionIds: prepared.questions.map((question) => question.id),
    // Completed when the model has been loaded.
    host: {
      platform: `${process.platform}-${process.arch}`,
      device: "cpu",
      deviceNames: [],
      engine: "",
      sequences: load.sequences,
      contextTokens: load.contextTokens,
    },
    product,
  };
}

async function progressOf(reader: RunReader, questionId: QuestionId, sample: number): Promise<PathProgress> {
  const found = await reader.unfinished({ questionId, sample });
  if (found === null) return { stages: [], stageTokens: [], current: null };
  return {
    stages: found.doneStages,
    stageTokens: found.replay.map(({ tokens }) => tokens),
    current:
      found.current === null ? null : { tokens: found.current.tokens, forcedFrom: found.current.forcedFrom },
  };
}

function failedQuestions(view: RunView): QuestionId[] {
  const failed = new Set(
    view
      .paths()
      .filter((path) => path.status !== "done" || path.verdict?.correct !== true)
      .map((path) => path.questionId),
  );
  return view.questions.map(({ id }) => id).filter((id) => failed.has(id));
}

async function changedQuestions(view: RunView, settings: Settings): Promise<QuestionId[] | Result<never>> {
  const read = await readAllQuestions(view.manifest.source.path, {
    mapping: settings.questions.fieldMapping,
  });
  if (!read.ok) return read;
  const before = new Map(view.questions.map(({ id, contentHash }) => [id, contentHash]));
  return read.value.questions
    .filter(({ id, contentHash }) => before.get(id) !== contentHash)
    .map(({ id }) => id);
}
