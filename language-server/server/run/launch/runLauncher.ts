import type { RunId } from "../../../contract/entities.ts";
import { fail, type Result } from "../../../contract/result.ts";
import { isBranch } from "../../../store/runFolder.ts";
import { ActiveRun, type ActiveRunParts, type RunEnd } from "../activeRun.ts";
import { pathGrader } from "../pathGrader.ts";
import type { RunView } from "../runView.ts";
import { TraceHub } from "../traceHub.ts";
import type { RunServiceParts } from "./runParts.ts";

/** A run that is ready to work. */
export interface Launch
  extends Pick<ActiveRunParts, "view" | "load" | "protocol" | "jobs" | "openWriter" | "group"> {
  /** Of a run that has worked before. */
  readonly knownPaths?: ActiveRunParts["knownPaths"];
}

export interface Started {
  readonly runId: RunId;
  readonly ended: Promise<RunEnd>;
}

type LauncherParts = Pick<
  RunServiceParts,
  "session" | "grading" | "sql" | "notify" | "warn" | "onStarted" | "onEnded"
>;

/** Lets runs work, one at a time: there is one engine. */
export class RunLauncher {
  private active: { id: RunId; run: ActiveRun } | null = null;
  private latest: RunView | null = null;
  private starting = false;

  constructor(private readonly parts: LauncherParts) {}

  get activeRun(): { id: RunId; run: ActiveRun } | null {
    return this.active;
  }

  /** The run launched last, working or over; branches do not count. */
  latestView(): RunView | null {
    return this.latest;
  }

  /** Makes a run ready and launches it, unless one works or is being made ready. Errors: `run/busy`, those of `ready`. */
  async launch(ready: () => Promise<Result<Launch>>): Promise<Result<Started>> {
    if (this.active !== null || this.starting) {
      return fail("run/busy", "A run is already working. Stop it or wait for its end.");
    }
    this.starting = true;
    try {
      const launch = await ready();
      return launch.ok ? { ok: true, value: this.begin(launch.value) } : launch;
    } finally {
      this.starting = false;
    }
  }

  /** Stops the run that works, or only if it is this one. */
  stop(runId?: RunId): RunId[] {
    if (this.active === null || (runId !== undefined && runId !== this.active.id)) return [];
    this.active.run.stop();
    return [this.active.id];
  }

  private begin({ view, knownPaths = async () => [], ...launch }: Launch): Started {
    const { parts } = this;
    const { id, title } = view.manifest;
    const math = pathGrader(parts.grading, view.manifest.grading.profile);
    const sql = parts.sql.partsOf(view.manifest.sql);
    const { constraints } = sql;
    const run = new ActiveRun({
      ...launch,
      session: parts.session,
      grader: ({ answerKind }) => (answerKind === "sql" ? sql.grader : math),
      constraint: constraints === null ? null : (question, turn) => constraints.of(question, turn),
      knownPaths,
      view,
      hub: new TraceHub(id, parts.notify),
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
}
