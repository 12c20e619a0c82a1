import type { LoadParams } from "../../contract/engine.ts";
import type { Question, RunId, RunManifest, RunSummary } from "../../contract/entities.ts";
import type {
  BranchParams,
  BranchSummary,
  PathAddress,
  RemarkParams,
  RunStartParams,
  Settings,
} from "../../contract/methods.ts";
import { type Failure, fail, ok, type Result } from "../../contract/result.ts";
import { continuationProblem } from "../../core/endpoint/continuation.ts";
import { bindProtocol } from "../../core/protocols/bindProtocol.ts";
import type { BoundProtocol } from "../../core/protocols/protocol.ts";
import type { GradingService } from "../../grading/gradingService.ts";
import { modelFingerprint } from "../../models/fingerprint.ts";
import { type ModelDetails, readModelHeader } from "../../models/header.ts";
import { isBranch, newRunId } from "../../store/runFolder.ts";
import { openRun, type RunReader } from "../../store/runReader.ts";
import { createRun, resumeRun } from "../../store/runWriter.ts";
import type { ModelSession } from "../modelSession.ts";
import type { ProtocolService } from "../protocolService.ts";
import { ActiveRun, type ActiveRunParts, type RunEnd } from "./activeRun.ts";
import { type BeginningsOrder, prepareBeginnings } from "./beginnings.ts";
import { listBranches } from "./branch/branches.ts";
import { prepareBranch } from "./branch/prepareBranch.ts";
import { knownTexts } from "./knownTexts.ts";
import { planLoad } from "./loadPlan.ts";
import { manifestOf } from "./manifest.ts";
import { pathGrader } from "./pathGrader.ts";
import { type PrepareContext, type PreparedRun, prepareRun } from "./prepareRun.ts";
import { pathsOf, progressOf } from "./recordedPaths.ts";
import { writeRemark } from "./remarks.ts";
import { changedQuestions, failedQuestions } from "./rerun.ts";
import { allJobs, type PathJob } from "./runController.ts";
import { RunLibrary } from "./runLibrary.ts";
import { RunView } from "./runView.ts";
import type { SqlRuns } from "./sql/sqlRuns.ts";
import { type Notify, TraceHub } from "./traceHub.ts";

export interface RunServiceParts {
  readonly session: ModelSession;
  readonly grading: GradingService;
  readonly sql: SqlRuns;
  readonly protocols: ProtocolService;
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

interface Started {
  readonly runId: RunId;
  readonly ended: Promise<RunEnd>;
}

/** Starts, resumes and stops runs. One run works at a time: there is one engine. */
export class RunService {
  private active: { id: RunId; run: ActiveRun } | null = null;
  private latest: RunView | null = null;
  private starting = false;
  readonly library: RunLibrary;

  constructor(private readonly parts: RunServiceParts) {
    this.library = new RunLibrary(parts.runsFolder, () => this.active);
  }

  get activeRun(): { id: RunId; run: ActiveRun } | null {
    return this.active;
  }

  /** The run started last in this process, working or over. */
  latestView(): RunView | null {
    return this.latest;
  }

  async start(params: RunStartParams, context: PrepareContext): Promise<Result<Started>> {
    return this.exclusively(async () => {
      const { protocols, sql } = this.parts;
      const prepared = await prepareRun(params, context, {
        protocols,
        prepareSql: (order) => sql.prepare(order),
      });
      return prepared.ok ? ok(this.launchNew(prepared.value)) : prepared;
    });
  }

  /** Goes on with a run that was stopped or interrupted. Errors: `run/*`, `model/*`. */
  resume(runId: RunId): Promise<Result<Started>> {
    return this.exclusively(() => this.reopen(runId));
  }

  /** Goes on from places of a path, in a branch of its run. Errors: `input/invalid`, `run/*`, `model/*`. */
  startBranch(params: BranchParams): Promise<Result<Started>> {
    return this.exclusively(async () => {
      const { parts } = this;
      const reader = await this.library.reader(params.path.runId);
      if (!reader.ok) return reader;
      const { manifest, questions } = reader.value;
      const protocol = bindProtocol(manifest.protocol.id, manifest.protocol.parameters);
      if (!protocol.ok) return protocol;
      const header = await this.sameModel(manifest);
      if (!header.ok) return header;
      const texts = await knownTexts(reader.value);
      const branch = await prepareBranch(params, {
        ...parts,
        reader: reader.value,
        runsFolder: parts.runsFolder(),
        plan: (paths) => {
          const load = this.plan(header.value, protocol.value, questions, paths, 1);
          const { contextTokens } = manifest.host;
          return { ...load, ...texts, contextTokens, sequences: load.sequences + 1 };
        },
      });
      return branch.ok ? this.reopen(branch.value) : branch;
    });
  }

  /** A run whose paths begin with beginnings of another run's. Errors: `protocol/*`, `run/*`, `model/*`. */
  startWithBeginnings(order: BeginningsOrder): Promise<Result<Started>> {
    return this.exclusively(async () => {
      const reader = await this.library.reader(order.of);
      if (!reader.ok) return reader;
      const unable = continuationProblem(reader.value.manifest.host.endpoint, "beginnings");
      if (unable !== null) return fail("input/invalid", unable);
      const protocol = bindProtocol(order.protocol, order.parameters);
      if (!protocol.ok) return protocol;
      const model = await this.sameModel(reader.value.manifest);
      if (!model.ok) return model;
      const chosen = new Set(order.chosen.map(({ questionId }) => questionId));
      const questions = reader.value.questions.filter(({ id }) => chosen.has(id));
      const { samples } = order;
      const paths = questions.length * samples;
      const prepared = await prepareBeginnings(order, {
        ...this.parts,
        reader: reader.value,
        protocol: protocol.value,
        load: this.plan(model.value, protocol.value, questions, paths, samples),
        runsFolder: this.parts.runsFolder(),
      });
      return prepared.ok ? this.reopen(prepared.value) : prepared;
    });
  }

  /** Stops the run if it works, puts a person's remark into a path, and goes on. Errors: `input/invalid`, `run/*`. */
  async remark(params: RemarkParams): Promise<Result<Started>> {
    const { active } = this;
    if (active !== null && active.id === params.runId) {
      active.run.stop();
      await active.run.ended;
      // Whoever waits for the end of the run is told before it goes on.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return this.exclusively(async () => {
      const reader = await openRun(this.library.folderOf(params.runId));
      if (!reader.ok) return reader;
      const { manifest, questions } = reader.value;
      const ready = await this.readyAgain(manifest);
      if (!ready.ok) return ready;
      const { protocol, model } = ready.value;
      const load = {
        ...this.plan(model, protocol, questions, 1, manifest.samples),
        ...loadedAs(manifest),
        ...(await knownTexts(reader.value)),
      };
      const written = await writeRemark(params, { reader: reader.value, session: this.parts.session, load });
      if (written.ok) return this.reopen(params.runId);
      // Refused, the run must not stand still for it.
      if (active?.id === params.runId) await this.reopen(params.runId);
      return written;
    });
  }

  branches(of: PathAddress): Promise<Result<{ branches: BranchSummary[] }>> {
    return listBranches(this.library, this.parts.runsFolder(), of);
  }

  private async reopen(runId: RunId): Promise<Result<Started>> {
    const folder = this.library.folderOf(runId);
    const reader = await openRun(folder);
    if (!reader.ok) return reader;
    const { manifest, questions } = reader.value;
    const pending = reader.value.pendingPaths();
    if (pending.length === 0)
      return fail("run/not-resumable", "The run is complete; there is nothing to resume.");
    const ready = await this.readyAgain(manifest);
    if (!ready.ok) return ready;
    const { protocol, model } = ready.value;
    const byId = new Map(questions.map((question) => [question.id, question]));
    const jobs = pending.flatMap(({ questionId, sample }): PathJob[] => {
      const question = byId.get(questionId);
      return question === undefined
        ? []
        : [{ question, sample, progress: () => progressOf(reader.value, questionId, sample) }];
    });
    const group = await this.groupOf(manifest);
    const load = {
      ...this.plan(model, protocol, questions, jobs.length, manifest.samples),
      ...loadedAs(manifest),
      ...(await knownTexts(reader.value)),
    };
    const startedAt = this.parts.now();
    const before = reader.value.wallSeconds();
    const view = new RunView(
      manifest,
      questions,
      reader.value.paths(),
      "running",
      () => before + (this.parts.now() - startedAt) / 1000,
      { starts: reader.value.starts + 1, replay: null },
    );
    this.library.forget(runId);
    return ok(
      this.launch(
        view,
        load,
        protocol,
        jobs,
        (_manifest, onFailure) => resumeRun(folder, { onFailure }),
        (questionId) => pathsOf(reader.value, questionId),
        group,
      ),
    );
  }

  /**
   * Runs a run of any folder again just as it was, as a new run. Errors: `run/*`, `model/*`, those of its databases.
   */
  replay(reader: RunReader): Promise<Result<Started>> {
    return this.exclusively(async () => {
      const { parts } = this;
      const { questions } = reader;
      if (reader.manifest.branch !== undefined || reader.manifest.beginnings !== undefined)
        return fail("run/not-resumable", "This run goes on from paths of another one; replay that one.");
      if (reader.manifest.host.device === "endpoint")
        return fail(
          "run/not-resumable",
          "The model of the run is behind an endpoint, whose batches are not ours.",
        );
      const ready = await this.readyAgain(reader.manifest);
      if (!ready.ok) return ready;
      const { protocol, model } = ready.value;
      const startedAt = parts.now();
      const manifest: RunManifest = {
        ...reader.manifest,
        id: newRunId(new Date(startedAt), parts.random),
        createdAt: new Date(startedAt).toISOString(),
        product: parts.product,
      };
      const { samples } = manifest;
      const jobs = allJobs(questions, samples);
      const load = {
        ...this.plan(model, protocol, questions, jobs.length, samples),
        ...loadedAs(reader.manifest),
      };
      const seconds = () => (parts.now() - startedAt) / 1000;
      const view = new RunView(manifest, questions, [], "running", seconds);
      return ok(
        this.launch(view, load, protocol, jobs, (complete, onFailure) =>
          createRun(parts.runsFolder(), complete, questions, { onFailure }),
        ),
      );
    });
  }

  /** Protocol and model of a run that was started before, when they and its databases are still the same. */
  private async readyAgain(
    manifest: RunManifest,
  ): Promise<Result<{ protocol: BoundProtocol; model: ModelDetails }>> {
    const protocol = bindProtocol(manifest.protocol.id, manifest.protocol.parameters);
    if (!protocol.ok) return protocol;
    const model = await this.sameModel(manifest);
    if (!model.ok) return model;
    const unchanged = await this.parts.sql.checkUnchanged(manifest.sql);
    if (!unchanged.ok) return unchanged;
    return ok({ protocol: protocol.value, model: model.value });
  }

  /** What the paths of a branch read at exchanges; undefined for an ordinary run. */
  private async groupOf({ branch }: RunManifest): Promise<ActiveRunParts["group"]> {
    if (branch === undefined) return undefined;
    const root = await this.library.reader(branch.root.runId);
    if (!root.ok) return undefined;
    return { seed: root.value.manifest.seed, paths: await pathsOf(root.value, branch.of.questionId) };
  }

  /** A new run with the settings of an old one over some of its questions. */
  async rerun(runId: RunId, which: "failed" | "changed", context: PrepareContext): Promise<Result<Started>> {
    const opened = await this.library.view(runId);
    if (!opened.ok) return opened;
    const view = opened.value;
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
        ...rerunSql(manifest),
      },
      { ...context, settings: { ...context.settings, grading: { profile: manifest.grading.profile } } },
    );
  }

  stop(runId?: RunId): RunId[] {
    if (this.active === null || (runId !== undefined && runId !== this.active.id)) return [];
    this.active.run.stop();
    return [this.active.id];
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

  private launchNew(prepared: PreparedRun): Started {
    const { parts } = this;
    const startedAt = parts.now();
    const jobs = allJobs(prepared.questions, prepared.samples);
    const { samples } = prepared;
    const load = this.plan(prepared.model, prepared.protocol, prepared.questions, jobs.length, samples);
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
    knownPaths: ActiveRunParts["knownPaths"] = async () => [],
    group?: ActiveRunParts["group"],
  ): Started {
    const { parts } = this;
    const { id, title } = view.manifest;
    const math = pathGrader(parts.grading, view.manifest.grading.profile);
    const sql = parts.sql.partsOf(view.manifest.sql);
    const { constraints } = sql;
    const run = new ActiveRun({
      session: parts.session,
      load,
      protocol,
      grader: ({ answerKind }) => (answerKind === "sql" ? sql.grader : math),
      constraint: constraints === null ? null : (question, turn) => constraints.of(question, turn),
      jobs,
      knownPaths,
      ...(group === undefined ? {} : { group }),
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
    if (!isBranch(id)) this.latest = view;
    parts.onStarted({ id, title, run });
    const ended = run.ended.then((end) => {
      this.active = null;
      void sql.close();
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
    samples: number,
  ): LoadParams {
    const { engine: settings, endpoint } = this.parts.settings();
    return planLoad({
      model,
      settings,
      endpoint,
      protocol,
      questions,
      paths,
      samples,
    });
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

/** What decides about batches, as it was when the run was started. */
const loadedAs = ({ host }: RunManifest) => ({
  contextTokens: host.contextTokens,
  sequences: host.sequences,
  sequencesMinimum: host.sequences,
  ...(host.threads === undefined ? {} : { threads: host.threads }),
  ...(host.isolated === true ? { isolated: true } : {}),
});

/** The database and the settings of text-to-SQL that a run had. */
function rerunSql({ sql }: RunManifest): Pick<RunStartParams, "database" | "sql"> {
  if (sql === undefined) return {};
  const { scorer: _scorer, databases: _databases, database, ...settings } = sql;
  return {
    sql: settings,
    ...(database === undefined ? {} : { database }),
  };
}
