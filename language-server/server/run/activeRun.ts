import type { LoadParams, TokenChunk } from "../../contract/engine.ts";
import type {
  PathRecord,
  Question,
  QuestionId,
  RunManifest,
  RunStatus,
  StageRecord,
} from "../../contract/entities.ts";
import { detailOf, type Failure, fail, ok, type Result } from "../../contract/result.ts";
import { createChatFormat } from "../../core/chat/chatTemplate.ts";
import { exchangeWarning } from "../../core/endpoint/continuation.ts";
import type { BoundProtocol, PeerPath } from "../../core/protocols/protocol.ts";
import type { RunWriter } from "../../store/runWriter.ts";
import type { ModelSession } from "../modelSession.ts";
import { drawsOf, pointOf } from "./branch/branchProgress.ts";
import { RecordedPeers } from "./branch/recordedPeers.ts";
import { Stem } from "./branch/stem.ts";
import type { EngineClient } from "./engineClient.ts";
import { ExchangeBoard } from "./exchangeBoard.ts";
import { contextWarning, groupProblem } from "./loadPlan.ts";
import type { Exchanges, PathEnvironment, PathGrader } from "./pathEnvironment.ts";
import { PrefixBoard } from "./prefixBoard.ts";
import { type PathJob, runPaths } from "./runController.ts";
import type { PathKey, PathListener, StageOpening } from "./runEvents.ts";
import type { RunView } from "./runView.ts";
import type { TraceHub } from "./traceHub.ts";
import { VocabularyRelay } from "./vocabularyRelay.ts";

export interface ActiveRunParts {
  readonly session: ModelSession;
  readonly load: LoadParams;
  readonly protocol: BoundProtocol;
  /** By the kind of answer that a question has. */
  grader(question: Question): PathGrader;
  /** Null where answers are free. */
  readonly constraint: NonNullable<PathEnvironment["constraint"]> | null;
  readonly jobs: readonly PathJob[];
  /** What the paths of a question had reached before the run was resumed, by sample. */
  knownPaths(questionId: QuestionId): Promise<readonly PeerPath[]>;
  /** Of a branch: the group of the path that it leaves, and the seed of that run. */
  readonly group?: { readonly seed: number; readonly paths: readonly PeerPath[] };
  readonly view: RunView;
  readonly hub: TraceHub;
  /** Opens the run's folder once the device is known. */
  openWriter(manifest: RunManifest, onFailure: (failure: Failure) => void): Promise<Result<RunWriter>>;
  /** Rows that changed since the last call of it; the summary is the view's. */
  onAdvanced(changed: readonly QuestionId[]): void;
  onWarning(message: string): void;
}

export interface RunEnd {
  readonly status: RunStatus;
  readonly failure: Failure | null;
}

const advancedEveryMs = 250;
const advancedEveryMsLarge = 1000;
const largeRunPaths = 2000;

/** A run under way: from loading the model to the last line of its journal. */
export class ActiveRun {
  private readonly abort = new AbortController();
  private readonly changed = new Set<QuestionId>();
  private advanceTimer: NodeJS.Timeout | null = null;
  private writeFailure: Failure | null = null;
  writer: RunWriter | null = null;
  readonly ended: Promise<RunEnd>;

  constructor(private readonly parts: ActiveRunParts) {
    this.ended = this.work();
  }

  get view(): RunView {
    return this.parts.view;
  }

  get hub(): TraceHub {
    return this.parts.hub;
  }

  /** Ends the run between two tokens; what is written stays and can be resumed. */
  stop(): void {
    this.abort.abort();
  }

  private async work(): Promise<RunEnd> {
    const { view, hub } = this.parts;
    const result = await this.workThrough().catch((error: unknown) =>
      fail(
        "internal",
        "The run stopped because of a defect in Deliberate. The log has the details.",
        detailOf(error),
      ),
    );
    const end = this.endOf(result);
    view.setStatus(end.status);
    this.writer?.status(end.status, end.failure?.message);
    const closed = await this.writer?.close();
    if (this.advanceTimer !== null) clearTimeout(this.advanceTimer);
    this.advanceTimer = null;
    this.publish();
    hub.dispose();
    this.parts.session.setActiveRun(null);
    return closed?.ok === false && end.failure === null ? { status: "failed", failure: closed.error } : end;
  }

  private endOf(result: Result<readonly PathRecord[]>): RunEnd {
    if (this.writeFailure !== null) return { status: "failed", failure: this.writeFailure };
    if (!result.ok)
      return { status: this.abort.signal.aborted ? "stopped" : "failed", failure: result.error };
    const lost = result.value.find((record) => record.failure !== undefined);
    if (lost?.failure !== undefined) {
      const { code, message } = lost.failure;
      const isEndpoint = code === "endpoint/unreachable" || code === "endpoint/refused";
      return { status: "failed", failure: { code: isEndpoint ? code : "engine/lost", message } };
    }
    return { status: this.unfinished() > 0 ? "stopped" : "done", failure: null };
  }

  private unfinished(): number {
    const { view } = this.parts;
    const finished = view.paths().filter(({ status }) => status === "done" || status === "failed").length;
    return view.questions.length * view.manifest.samples - finished;
  }

  private async workThrough(): Promise<Result<readonly PathRecord[]>> {
    const { session, view, load, protocol, jobs } = this.parts;
    session.setActiveRun(view.manifest.id);
    const engine = await session.open(load);
    if (!engine.ok) return engine;
    if (this.abort.signal.aborted) return ok([]);
    const { model } = engine.value;
    const { branch } = view.manifest;
    const problem =
      branch === undefined ? groupProblem(protocol, view.manifest.samples, model.sequences) : null;
    if (problem !== null) return { ok: false, error: problem };
    const chat = createChatFormat({
      template: model.chatTemplate,
      bosText: model.bosText,
      eosText: model.eosText,
    });
    if (!chat.ok) return chat;
    for (const warning of [
      contextWarning(model.contextTokens, protocol),
      protocol.exchanges ? exchangeWarning(model.endpoint, protocol.title) : null,
    ])
      if (warning !== null) this.parts.onWarning(warning);
    view.setManifest(withHost(view.manifest, engine.value, load.isolated === true));
    const writer = await this.parts.openWriter(view.manifest, (failure) => {
      this.writeFailure = failure;
      this.stop();
    });
    if (!writer.ok) return writer;
    this.writer = writer.value;
    writer.value.status("running");
    const { manifest } = view;
    const { generation } = engine.value;
    const isRemote = model.endpoint !== undefined;
    const stopped = await runPaths(
      {
        engine: engine.value,
        chat: chat.value,
        protocol,
        sampling: manifest.sampling,
        seed: manifest.seed,
        endsRepetition: manifest.endsRepetition === true,
        grader: (question) => this.parts.grader(question),
        ...(this.parts.constraint === null ? {} : { constraint: this.parts.constraint }),
        listener: this.listener(writer.value),
        // The servers of an endpoint keep evaluated prompts by themselves.
        prefixes: manifest.samples > 1 && !isRemote ? new PrefixBoard(engine.value) : null,
        exchanges: this.exchanges(engine.value),
        ...(branch === undefined
          ? {}
          : {
              stem: model.sequences > 1 && !isRemote ? new Stem(engine.value, model.sequences - 1) : null,
              drawsOf: (sample: number) => drawsOf(branch, sample),
            }),
        signal: this.abort.signal,
      },
      jobs,
    );
    if (engine.value.generation !== generation) {
      view.countStart();
      writer.value.status("running", "the engine was lost and started again");
    }
    // Stopped paths tell nobody: for the journal they have not ended.
    for (const record of stopped) view.put(record);
    return ok(stopped);
  }

  private exchanges(engine: EngineClient): Exchanges | null {
    const { protocol, group, knownPaths, view } = this.parts;
    const { branch, seed, samples } = view.manifest;
    if (!protocol.exchanges) return null;
    if (branch !== undefined)
      return new RecordedPeers({
        seed: group?.seed ?? seed,
        self: branch.root.sample,
        paths: group?.paths ?? [],
        pointOf: (sample) => pointOf(branch, sample),
      });
    return new ExchangeBoard({
      seed,
      samples,
      known: knownPaths,
      hold: (slot, on) => engine.call("hold", { slot, on }),
    });
  }

  private listener(writer: RunWriter): PathListener {
    const { view, hub, session } = this.parts;
    const relay = new VocabularyRelay((id) => session.tokenText(id));
    const touch = (path: PathKey) => this.touch(path.questionId);
    return {
      stageStarted(path: PathKey, opening: StageOpening) {
        const { index, stage, attempt, prompt, resumed } = opening;
        const start = {
          stageIndex: index,
          stage,
          prompt,
          resumed,
          ...(attempt === undefined ? {} : { attempt }),
        };
        writer.stageStarted(path, start);
        hub.stageStarted(path, opening);
        view.put({ ...view.path(path), status: "running" });
        touch(path);
      },
      tokensWritten(path: PathKey, stageIndex: number, chunk: TokenChunk) {
        const complete = relay.complete(chunk);
        writer.tokens(path, stageIndex, complete);
        hub.tokensWritten(path, stageIndex, complete);
      },
      stageEnded(path: PathKey, record: StageRecord) {
        writer.stageDone(path, record);
        hub.stageEnded(path, record);
        const known = view.path(path);
        view.put({ ...known, stages: [...known.stages.slice(0, record.index), record] });
        touch(path);
      },
      pathEnded(path: PathKey, record: PathRecord) {
        const { questionId: _q, sample: _s, stages: _stages, ...end } = record;
        writer.pathDone(path, end);
        hub.pathEnded(path, record);
        view.put(record);
        touch(path);
      },
    };
  }

  private touch(id: QuestionId): void {
    this.changed.add(id);
    const large = this.parts.view.questions.length * this.parts.view.manifest.samples > largeRunPaths;
    this.advanceTimer ??= setTimeout(() => this.publish(), large ? advancedEveryMsLarge : advancedEveryMs);
  }

  private publish(): void {
    this.advanceTimer = null;
    const changed = [...this.changed];
    this.changed.clear();
    this.parts.view.refresh();
    this.parts.onAdvanced(changed);
  }
}

function withHost(manifest: RunManifest, { model }: EngineClient, isolated: boolean): RunManifest {
  return {
    ...manifest,
    model: {
      ...manifest.model,
      architecture: model.architecture,
      ...(model.endpoint === undefined ? {} : { name: model.name }),
    },
    host: {
      platform: `${process.platform}-${process.arch}`,
      device: model.device,
      deviceNames: model.deviceNames,
      engine: engineText(model.engine),
      sequences: model.sequences,
      contextTokens: model.contextTokens,
      ...(model.threads === undefined ? {} : { threads: model.threads }),
      isolated,
      ...(model.endpoint === undefined ? {} : { endpoint: model.endpoint }),
    },
  };
}

const engineText = ({ name, version, llamaCpp }: EngineClient["model"]["engine"]): string =>
  `${name} ${version}${llamaCpp === "" ? "" : ` (llama.cpp ${llamaCpp})`}`;
