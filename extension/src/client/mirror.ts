import * as vscode from "vscode";
import type { ModelEntry, RunSummary } from "../../../language-server/contract/entities.ts";
import type { TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import type { EngineStatus, ProtocolEntry } from "../../../language-server/contract/methods.ts";
import type { Failure, Result } from "../../../language-server/contract/result.ts";
import type { ServerClient } from "./serverClient.ts";

export type MirrorPart = "models" | "protocols" | "runs" | "trainings" | "engine";

export interface Models {
  readonly entries: ModelEntry[];
  readonly selected: string | null;
}

/** What a list shows: nothing asked yet, an answer, or why there is none. */
export type Mirrored<T> = { readonly value: T } | { readonly failure: Failure } | undefined;

export const heard = <T>(mirrored: Mirrored<T>): T | undefined =>
  mirrored !== undefined && "value" in mirrored ? mirrored.value : undefined;

/**
 * What the server last said about models, protocols, runs, trainings and the engine, so that views and the status need no
 * request of their own. Truth stays in the server; everything is asked again when the server was restarted.
 */
export class Mirror implements vscode.Disposable {
  #models: Mirrored<Models>;
  #protocols: Mirrored<{ entries: ProtocolEntry[]; selected: string }>;
  #runs: Mirrored<readonly RunSummary[]>;
  #trainings: Mirrored<readonly TrainingRunSummary[]>;
  #engine: EngineStatus | null = null;
  readonly #changed = new vscode.EventEmitter<MirrorPart>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  readonly onDidChange = this.#changed.event;

  constructor(private readonly server: ServerClient) {
    this.#disposables.push(
      server.onDidChangeState((state) => {
        if (state === "running") void this.refreshAll();
        if (state === "stopped" || state === "failed") this.#setEngine(null);
      }),
      server.onEvent("deliberate/engine/changed", (status) => this.#setEngine(status)),
      server.onEvent("deliberate/run/listChanged", () => void this.refreshRuns()),
      server.onEvent("deliberate/run/advanced", ({ summary }) => this.#setRun(summary)),
      server.onEvent("deliberate/run/ended", ({ summary, status }) => this.#setRun({ ...summary, status })),
      server.onEvent("deliberate/training/listChanged", () => {
        void this.refreshTrainings();
        // Checkpoints and exported models are models.
        void this.refreshModels();
      }),
      server.onEvent("deliberate/training/advanced", ({ summary }) => this.#setTraining(summary)),
      // Settings decide the model, the protocol and where runs lie; the server reads them by itself.
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (server.state !== "running") return;
        if (event.affectsConfiguration("deliberate.model")) void this.refreshModels();
        if (event.affectsConfiguration("deliberate.run.protocol")) void this.refreshProtocols();
        if (event.affectsConfiguration("deliberate.run.folder")) void this.refreshRuns();
      }),
    );
  }

  get models() {
    return this.#models;
  }
  get protocols() {
    return this.#protocols;
  }
  get runs() {
    return this.#runs;
  }
  get trainings() {
    return this.#trainings;
  }
  get engine(): EngineStatus | null {
    return this.#engine;
  }

  /** The run now working; the newest where there are several. */
  get activeRun(): RunSummary | null {
    return (heard(this.#runs) ?? []).find((run) => run.status === "running") ?? null;
  }

  /** Path of the selected model, null when none is or none was heard of yet. */
  get selectedModel(): string | null {
    return heard(this.#models)?.selected ?? null;
  }

  get selectedModelEntry(): ModelEntry | null {
    const models = heard(this.#models);
    return models?.entries.find((entry) => entry.path === models.selected) ?? null;
  }

  async refreshModels(): Promise<Mirrored<Models>> {
    const answer = await this.server.request("deliberate/model/list", {});
    this.#models = answer.ok ? { value: await this.#withSelected(answer.value) } : { failure: answer.error };
    this.#changed.fire("models");
    return this.#models;
  }

  async refreshProtocols(): Promise<Mirrored<{ entries: ProtocolEntry[]; selected: string }>> {
    this.#protocols = mirrored(await this.server.request("deliberate/protocol/list", {}));
    this.#changed.fire("protocols");
    return this.#protocols;
  }

  async refreshRuns(): Promise<Mirrored<readonly RunSummary[]>> {
    const answer = await this.server.request("deliberate/run/list", {});
    this.#runs = answer.ok ? { value: newestFirst(answer.value.runs) } : { failure: answer.error };
    this.#changed.fire("runs");
    return this.#runs;
  }

  async refreshTrainings(): Promise<Mirrored<readonly TrainingRunSummary[]>> {
    const answer = await this.server.request("deliberate/training/list", {});
    this.#trainings = answer.ok ? { value: latestFirst(answer.value.runs) } : { failure: answer.error };
    this.#changed.fire("trainings");
    return this.#trainings;
  }

  async refreshAll(): Promise<void> {
    await Promise.all([
      this.refreshModels(),
      this.refreshProtocols(),
      this.refreshRuns(),
      this.refreshTrainings(),
      this.server.request("deliberate/engine/status", {}).then((status) => {
        if (status.ok) this.#setEngine(status.value);
      }),
    ]);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  /** A selected file outside the usual folders is not among those found; it belongs to the list all the same. */
  async #withSelected(list: Models): Promise<Models> {
    const { entries, selected } = list;
    if (selected === null || entries.some((entry) => entry.path === selected)) return list;
    const header = await this.server.request("deliberate/model/inspect", { path: selected });
    const entry: ModelEntry = header.ok
      ? { origin: "setting", path: selected, header: header.value }
      : {
          origin: "setting",
          path: selected,
          problem: { code: header.error.code, message: header.error.message },
        };
    return { entries: [entry, ...entries], selected };
  }

  #setEngine(status: EngineStatus | null): void {
    this.#engine = status;
    this.#changed.fire("engine");
  }

  #setRun(summary: RunSummary): void {
    const others = (heard(this.#runs) ?? []).filter((run) => run.id !== summary.id);
    this.#runs = { value: newestFirst([...others, summary]) };
    this.#changed.fire("runs");
  }

  #setTraining(summary: TrainingRunSummary): void {
    const others = (heard(this.#trainings) ?? []).filter((run) => run.id !== summary.id);
    this.#trainings = { value: latestFirst([...others, summary]) };
    this.#changed.fire("trainings");
  }
}

const mirrored = <T>(result: Result<T>): Mirrored<T> =>
  result.ok ? { value: result.value } : { failure: result.error };

const newestFirst = (runs: readonly RunSummary[]): RunSummary[] =>
  [...runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt));

const latestFirst = (runs: readonly TrainingRunSummary[]): TrainingRunSummary[] =>
  [...runs].sort((a, b) => b.startedAt - a.startedAt);
