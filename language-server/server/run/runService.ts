import type { RunId } from "../../contract/entities.ts";
import type {
  BranchParams,
  BranchSummary,
  PathAddress,
  RemarkParams,
  RunStartParams,
} from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { continuationProblem } from "../../core/endpoint/continuation.ts";
import { bindProtocol, bindRecorded } from "../../core/protocols/bindProtocol.ts";
import { openRun, type RunReader } from "../../store/runReader.ts";
import type { ActiveRun } from "./activeRun.ts";
import { type BeginningsOrder, prepareBeginnings } from "./beginnings.ts";
import { listBranches } from "./branch/branches.ts";
import { prepareBranch } from "./branch/prepareBranch.ts";
import { knownTexts } from "./knownTexts.ts";
import { loadAgain, readyAgain, sameModel } from "./launch/earlierRun.ts";
import { newRun } from "./launch/newRun.ts";
import { reopenedRun } from "./launch/reopenedRun.ts";
import { replayedRun } from "./launch/replayedRun.ts";
import { type Launch, RunLauncher, type Started } from "./launch/runLauncher.ts";
import type { RunServiceParts } from "./launch/runParts.ts";
import { planWith } from "./loadPlan.ts";
import { type PrepareContext, prepareRun } from "./prepareRun.ts";
import { writeRemark } from "./remarks.ts";
import { rerunParams } from "./rerun.ts";
import { RunLibrary } from "./runLibrary.ts";
import type { RunView } from "./runView.ts";

/** Starts, resumes and stops runs. */
export class RunService {
  private readonly launcher: RunLauncher;
  readonly library: RunLibrary;

  constructor(private readonly parts: RunServiceParts) {
    this.launcher = new RunLauncher(parts);
    this.library = new RunLibrary(parts.runsFolder, () => this.launcher.activeRun);
  }

  get activeRun(): { id: RunId; run: ActiveRun } | null {
    return this.launcher.activeRun;
  }

  /** The run started last in this process, working or over. */
  latestView(): RunView | null {
    return this.launcher.latestView();
  }

  start(params: RunStartParams, context: PrepareContext): Promise<Result<Started>> {
    const { protocols, sql } = this.parts;
    return this.launcher.launch(async () => {
      const prepared = await prepareRun(params, context, {
        protocols,
        prepareSql: (order) => sql.prepare(order),
      });
      return prepared.ok ? ok(newRun(prepared.value, this.parts)) : prepared;
    });
  }

  /** Goes on with a run that was stopped or interrupted. Errors: `run/*`, `model/*`. */
  resume(runId: RunId): Promise<Result<Started>> {
    return this.launcher.launch(() => this.reopened(runId));
  }

  /** Runs a run of any folder again just as it was, as a new run. Errors: those of `replayedRun`. */
  replay(reader: RunReader): Promise<Result<Started>> {
    return this.launcher.launch(() => replayedRun(reader, this.parts));
  }

  /** A new run with the settings of an old one over some of its questions. Errors: those of `rerunParams` and `start`. */
  async rerun(runId: RunId, which: "failed" | "changed", context: PrepareContext): Promise<Result<Started>> {
    const view = await this.library.view(runId);
    if (!view.ok) return view;
    const params = await rerunParams(view.value, which, context.settings);
    if (!params.ok) return params;
    const { profile } = view.value.manifest.grading;
    return this.start(params.value, { ...context, settings: { ...context.settings, grading: { profile } } });
  }

  /** Goes on from places of a path, in a branch of its run. Errors: `input/invalid`, `run/*`, `model/*`. */
  startBranch(params: BranchParams): Promise<Result<Started>> {
    return this.launcher.launch(async () => {
      const { parts } = this;
      const reader = await this.library.reader(params.path.runId);
      if (!reader.ok) return reader;
      const { manifest, questions } = reader.value;
      const protocol = bindRecorded(manifest.protocol);
      if (!protocol.ok) return protocol;
      const model = await sameModel(manifest);
      if (!model.ok) return model;
      const texts = await knownTexts(reader.value);
      const branch = await prepareBranch(params, {
        ...parts,
        reader: reader.value,
        runsFolder: parts.runsFolder(),
        plan: (paths) => {
          const order = { model: model.value, protocol: protocol.value, questions, paths, samples: 1 };
          const load = planWith(parts.settings(), order);
          const { contextTokens } = manifest.host;
          return { ...load, ...texts, contextTokens, sequences: load.sequences + 1 };
        },
      });
      return branch.ok ? this.reopened(branch.value) : branch;
    });
  }

  branches(of: PathAddress): Promise<Result<{ branches: BranchSummary[] }>> {
    return listBranches(this.library, this.parts.runsFolder(), of);
  }

  /** A run whose paths begin with beginnings of another run's. Errors: `protocol/*`, `run/*`, `model/*`. */
  startWithBeginnings(order: BeginningsOrder): Promise<Result<Started>> {
    return this.launcher.launch(async () => {
      const { parts } = this;
      const reader = await this.library.reader(order.of);
      if (!reader.ok) return reader;
      const unable = continuationProblem(reader.value.manifest.host.endpoint, "beginnings");
      if (unable !== null) return fail("input/invalid", unable);
      const protocol = bindProtocol(order.protocol, order.parameters);
      if (!protocol.ok) return protocol;
      const model = await sameModel(reader.value.manifest);
      if (!model.ok) return model;
      const chosen = new Set(order.chosen.map(({ questionId }) => questionId));
      const questions = reader.value.questions.filter(({ id }) => chosen.has(id));
      const prepared = await prepareBeginnings(order, {
        ...parts,
        reader: reader.value,
        protocol: protocol.value,
        load: planWith(parts.settings(), {
          model: model.value,
          protocol: protocol.value,
          questions,
          paths: questions.length * order.samples,
          samples: order.samples,
        }),
        runsFolder: parts.runsFolder(),
      });
      return prepared.ok ? this.reopened(prepared.value) : prepared;
    });
  }

  /** Stops the run if it works, puts a person's remark into a path, and goes on. Errors: `input/invalid`, `run/*`. */
  async remark(params: RemarkParams): Promise<Result<Started>> {
    const active = this.activeRun;
    const works = active?.id === params.runId;
    if (works) {
      active.run.stop();
      await active.run.ended;
      // Whoever waits for the end of the run is told before it goes on.
      await new Promise((resolve) => setImmediate(resolve));
    }
    let refused: Result<never> | null = null;
    const started = await this.launcher.launch(async () => {
      const written = await this.writeRemark(params);
      if (!written.ok) refused = written;
      // Refused, the run must not stand still for it.
      return written.ok || works ? this.reopened(params.runId) : written;
    });
    return refused ?? started;
  }

  stop(runId?: RunId): RunId[] {
    return this.launcher.stop(runId);
  }

  private async writeRemark(params: RemarkParams): Promise<Result<null>> {
    const { session, sql } = this.parts;
    const reader = await openRun(this.library.folderOf(params.runId));
    if (!reader.ok) return reader;
    const { manifest, questions } = reader.value;
    const ready = await readyAgain(manifest, sql);
    if (!ready.ok) return ready;
    const load = {
      ...loadAgain(manifest, ready.value, questions, 1, this.parts.settings()),
      ...(await knownTexts(reader.value)),
    };
    return writeRemark(params, { reader: reader.value, session, load });
  }

  private reopened(runId: RunId): Promise<Result<Launch>> {
    return reopenedRun(runId, this.library, this.parts);
  }
}
