import { rm } from "node:fs/promises";
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
import type { GroupLane, LiveStage, PathAddress } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { comparedRun, compareRuns } from "../../core/statistics/compareRuns.ts";
import { groupLane } from "../../core/statistics/groupLane.ts";
import type { PathKey } from "../../store/journalRecords.ts";
import { listRuns } from "../../store/listRuns.ts";
import { folderOfRun, isBranch, rootOf } from "../../store/runFolder.ts";
import { openRun, type RunReader } from "../../store/runReader.ts";
import type { ActiveRun } from "./activeRun.ts";
import { markOf, type RowQuery, RunView } from "./runView.ts";

interface OpenedRun {
  readonly reader: RunReader;
  readonly view: RunView;
}

const keptOpen = 4;

/** What can be asked about runs, the one under way and those in their folders. */
export class RunLibrary {
  private readonly opened = new Map<RunId, OpenedRun>();

  constructor(
    private readonly runsFolder: () => string,
    private readonly active: () => { readonly id: RunId; readonly run: ActiveRun } | null,
  ) {}

  async list(): Promise<RunSummary[]> {
    const listed: RunSummary[] = await listRuns(this.runsFolder());
    const active = this.active();
    if (active === null || isBranch(active.id)) return listed;
    return [active.run.view.summary(), ...listed.filter(({ id }) => id !== active.id)];
  }

  async delete(runId: RunId): Promise<Result<Record<string, never>>> {
    const working = this.active()?.id;
    if (working !== undefined && (working === runId || rootOf(working) === runId))
      return fail("run/busy", "The run is still working. Stop it first.");
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
    const active = this.active();
    const hub = active?.id === runId ? active.run.hub : null;
    const told = hub?.liveStage({ questionId, sample }) ?? null;
    const live =
      told !== null && reader.ok && hub?.isResumed({ questionId, sample }) === true
        ? await withBeginning(reader.value, { questionId, sample }, told)
        : told;
    const path = stored ?? view.value.path({ questionId, sample });
    const cut = reader.ok && live === null && path.status === "stopped" ? reader.value : null;
    return ok({ question, path, live: cut === null ? live : await pausedStage(cut, path) });
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

  async group(runId: RunId, questionId: QuestionId): Promise<Result<{ lanes: GroupLane[] }>> {
    const view = await this.view(runId);
    if (!view.ok) return view;
    const { samples } = view.value.manifest;
    const paths = Array.from({ length: samples }, (_, sample) => view.value.path({ questionId, sample }));
    return ok({ lanes: paths.map((path) => groupLane(path, markOf(path))) });
  }

  async compare(a: RunId, b: RunId): Promise<Result<RunComparison>> {
    const viewA = await this.view(a);
    if (!viewA.ok) return viewA;
    const viewB = await this.view(b);
    if (!viewB.ok) return viewB;
    return ok(compareRuns(comparedRun(viewA.value), comparedRun(viewB.value)));
  }

  /** Which path a view looks at; null for none. */
  watch(viewId: string, runId: RunId, path: PathAddress | null): void {
    const active = this.active();
    if (active?.id === runId) active.run.hub.watch(viewId, path);
  }

  unwatch(viewId: string): void {
    this.active()?.run.hub.watch(viewId, null);
  }

  async view(runId: RunId): Promise<Result<RunView>> {
    const active = this.active();
    if (active?.id === runId) return ok(active.run.view);
    const opened = await this.open(runId);
    return opened.ok ? ok(opened.value.view) : opened;
  }

  folderOf(runId: RunId): string {
    return folderOfRun(this.runsFolder(), runId);
  }

  /** The folder will be written to: what is known of it will be out of date. */
  forget(runId: RunId): void {
    this.opened.delete(runId);
  }

  async reader(runId: RunId): Promise<Result<RunReader>> {
    const active = this.active();
    const live = active?.id === runId ? active.run.writer?.reader : undefined;
    if (live !== undefined) return ok(live);
    const opened = await this.open(runId);
    return opened.ok ? ok(opened.value.reader) : opened;
  }

  private async open(runId: RunId): Promise<Result<OpenedRun>> {
    const known = this.opened.get(runId);
    if (known !== undefined) return ok(known);
    const reader = await openRun(this.folderOf(runId));
    if (!reader.ok) return reader;
    const { manifest, questions, status, starts, replay } = reader.value;
    const wallSeconds = reader.value.wallSeconds();
    const facts = { starts, replay };
    const view = new RunView(manifest, questions, reader.value.paths(), status, () => wallSeconds, facts);
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
}

/** A stage that was gone on with, with all that is in its files: no less than has been told. */
async function withBeginning(reader: RunReader, key: PathKey, live: LiveStage): Promise<LiveStage> {
  const stored = await reader.stageTokens(key, live.stageIndex);
  return stored.length < live.tokens ? live : { ...live, text: stored.text(), tokens: stored.length };
}

/** The stage in whose middle a path stands still; null for none. */
async function pausedStage(reader: RunReader, path: PathRecord): Promise<LiveStage | null> {
  const current = (await reader.unfinished(path))?.current ?? null;
  if (current === null) return null;
  const { stageIndex, stage, attempt, prompt = "", text, tokens } = current;
  return {
    ...{ stageIndex, stage, prompt, text, tokens: tokens.length, budgetTokens: 0, paused: true },
    ...(attempt === undefined ? {} : { attempt }),
  };
}
