/**
 * Requests and notifications between the extension (or a webview behind it) and the language server, beside plain LSP.
 * Names are the wire names. Long work is not a pending request: `run/start` answers with an id at once.
 */

import type { EndpointReport } from "./endpoint.ts";
import type { MachineLimits } from "./engine.ts";
import type {
  BranchPoint,
  Estimate,
  LoadedModel,
  ModelEntry,
  ModelHeader,
  Outcome,
  PathRecord,
  Question,
  QuestionId,
  QuestionRow,
  RunBranch,
  RunComparison,
  RunId,
  RunManifest,
  RunStatus,
  RunSummary,
  SamplingSettings,
  SignTest,
  SqlSettings,
  StageRecord,
  TextRange,
  TokenRecord,
} from "./entities.ts";
import type { LabEvents, LabMethods } from "./lab.ts";
import type { Result } from "./result.ts";
import type { SqlEvents, SqlFileSettings, SqlMethods } from "./sql.ts";

/** A protocol or a preset of one, as offered for selection. */
export interface ProtocolEntry {
  /** A protocol's (`direct`, `thinker`, …), the name of a preset that comes with the product, or `preset:<path>`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Title of the protocol that a preset belongs to; a protocol's own. Empty for a preset that cannot be read. */
  readonly protocol: string;
  /** `packaged`: a preset that comes with the product; `preset`: a preset file of the workspace. */
  readonly kind: "built-in" | "packaged" | "preset";
  /** Of a preset. */
  readonly path?: string;
  readonly problem?: string;
}

export interface RunStartParams {
  /** File path or `file:` URI of the questions; not read when there is `asked`. */
  readonly source: string;
  /** One question about `database` that a person typed, instead of a file. It has no gold query. */
  readonly asked?: string;
  /** Only these questions; all by default. */
  readonly questionIds?: readonly QuestionId[];
  readonly limit?: number;
  /** Protocol or preset id; the selected one by default. */
  readonly protocol?: string;
  /** Overrides of the protocol's parameters. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly modelPath?: string;
  readonly samples?: number;
  readonly seed?: number;
  readonly sampling?: Partial<SamplingSettings>;
  /**
   * What text-to-SQL questions are about: a database file, a folder of them, or a connection string. Without it the
   * databases that the questions name are looked for beside their file and in the workspace.
   */
  readonly database?: string;
  readonly sql?: Partial<SqlSettings>;
}

export type RowFilter = "all" | "right" | "wrong" | "mixed" | "truncated" | "no-answer" | "unfinished";
export type RowSort = "file" | "accuracy" | "tokens" | "id";

export interface PathAddress {
  readonly runId: RunId;
  readonly questionId: QuestionId;
  readonly sample: number;
}

/** Where a path is gone on from, and with what. */
export interface BranchPlace {
  readonly stageIndex: number;
  /** Tokens of the stage that are kept. */
  readonly token: number;
  /** Put behind them: a token, and a text behind it. */
  readonly tokenId?: number;
  readonly text?: string;
  /** Sample whose summary is left out of what the stage begins with (`token` is 0). */
  readonly without?: number;
}

export interface BranchParams {
  readonly path: PathAddress;
  readonly kind: RunBranch["kind"];
  /** Either these places or so many of them, spread over the path. */
  readonly places?: readonly BranchPlace[];
  readonly positions?: number;
  /** Continuations of each place. */
  readonly count: number;
}

/** What became of the continuations of one place. */
export interface BranchPointResult {
  readonly point: BranchPoint;
  /** Share of right answers among the continuations that have ended, with Wilson's interval; null for none. */
  readonly success: Estimate | null;
  readonly continuations: readonly {
    /** In the branch. */
    readonly sample: number;
    readonly mark: QuestionRow["verdicts"][number];
    readonly answer: string | null;
    readonly outcome: Outcome | null;
    /** Sampled behind the place. */
    readonly tokens: number;
  }[];
}

export interface BranchSummary {
  readonly runId: RunId;
  readonly kind: RunBranch["kind"];
  readonly of: PathAddress;
  readonly createdAt: string;
  readonly status: RunStatus;
  readonly points: readonly BranchPointResult[];
}

/** What a person says to a path that has not ended. */
export interface RemarkParams extends PathAddress {
  readonly text: string;
}

/** The prefix dominance trap over a run of independent paths (leap.md section 6.1). */
export interface TrapParams {
  readonly runId: RunId;
  /** Whose beginnings are taken. */
  readonly beginnings?: "wrong" | "right";
  /** Of a path's tokens, kept as the beginning. */
  readonly share?: number;
  readonly questions?: number;
  /** Continuations of each beginning, which are also the paths of LeaP's groups. */
  readonly samples?: number;
  readonly temperature?: number;
  readonly seed?: number;
  /** Of LeaP. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface TrapReport {
  readonly experiment: "prefix-dominance-trap";
  readonly beginnings: "wrong" | "right";
  readonly share: number;
  readonly samples: number;
  readonly temperature: number;
  readonly seed: number;
  /** Without beginnings, with them alone, and with them and LeaP. */
  readonly runs: { readonly free: RunId; readonly alone: RunId; readonly leap: RunId };
  /** The paths that the beginnings are from. */
  readonly paths: readonly { readonly questionId: QuestionId; readonly sample: number }[];
  readonly figures: TrapFigures;
  readonly warnings: readonly string[];
}

/** Pass@1 and their differences over the same questions; intervals are over questions. */
export interface TrapFigures {
  readonly questions: number;
  /** Without a given beginning, of the run that the beginnings are from. */
  readonly free: Estimate;
  /** From the beginnings, every path alone. */
  readonly alone: Estimate;
  /** From the beginnings, with LeaP. */
  readonly leap: Estimate;
  /** What the beginning costs: free − alone, free − leap. */
  readonly gapAlone: Estimate;
  readonly gapLeap: Estimate;
  /** What LeaP gives back: leap − alone. */
  readonly recovery: Estimate;
  readonly recoveryTest: SignTest;
}

/** One path of a group that exchanges, without texts. */
export interface GroupLane {
  readonly sample: number;
  readonly mark: QuestionRow["verdicts"][number];
  readonly answer: string | null;
  readonly stages: readonly {
    readonly index: number;
    readonly stage: StageRecord["stage"];
    readonly tokens: number;
    /** Number of the exchange that a summary is for, or that stands at the beginning of the stage. */
    readonly exchange: number | null;
    /** Samples whose summaries the stage begins with, in the order shown. */
    readonly peers: readonly number[];
    readonly answer: string | null;
    readonly correct: boolean | null;
  }[];
}

/** A verdict to draw into an open document. */
export interface DocumentVerdict {
  readonly questionId: QuestionId;
  readonly range: TextRange;
  readonly runId: RunId;
  readonly right: number;
  readonly samples: number;
  readonly given: string | null;
  readonly expected: string;
  readonly outcome: string;
  /** Protocol title of the run. */
  readonly protocol: string;
}

/** Shares of what the machine can do. Null where there was no such work. */
export interface EngineLoad {
  /** Bytes that single steps had to read, against the memory's bandwidth. */
  readonly decodeShare: number | null;
  /** Operations that prompts needed, against the rate of large products of 32-bit matrices. */
  readonly promptShare: number | null;
  /** Share of the time in which nothing was computed on the device: sampling, drawing, recording. */
  readonly hostShare: number;
  readonly limits: MachineLimits;
}

export interface EngineStatus {
  readonly state: "idle" | "loading" | "ready" | "busy" | "lost";
  readonly model: LoadedModel | null;
  /** While loading, 0–1. */
  readonly loadFraction: number | null;
  readonly tokensPerSecond: number;
  /** How near the work of the last second is to what the machine can do; null while nothing is known. */
  readonly load: EngineLoad | null;
  readonly activeRun: RunId | null;
  /** A sentence for the user when lost or not able to load. */
  readonly message: string | null;
}

/** What a custom request takes and gives. Every result is a `Result`, so failures carry a code to act on. */
export interface Methods extends LabMethods, SqlMethods {
  "deliberate/model/list": {
    params: Record<string, never>;
    result: Result<{ entries: ModelEntry[]; selected: string | null }>;
  };
  "deliberate/model/inspect": { params: { path: string }; result: Result<ModelHeader> };
  "deliberate/model/select": { params: { path: string }; result: Result<ModelHeader> };
  "deliberate/model/download": {
    params: { reference: string; workDoneToken?: string | number };
    result: Result<{ path: string }>;
  };
  /** Names of the models that are served at an address. The person is asked first where it is another machine. */
  "deliberate/endpoint/models": { params: { address: string }; result: Result<{ models: string[] }> };
  /** What the endpoint can do; it is listed among the models from then on. */
  "deliberate/endpoint/add": { params: { address: string }; result: Result<EndpointReport> };
  "deliberate/endpoint/remove": { params: { address: string }; result: Result<Record<string, never>> };
  "deliberate/protocol/list": {
    params: Record<string, never>;
    result: Result<{ entries: ProtocolEntry[]; selected: string }>;
  };
  "deliberate/protocol/select": { params: { id: string }; result: Result<ProtocolEntry> };
  "deliberate/document/questions": {
    /** `at` is the question at `position`; null when there is none or no position is given. */
    params: { uri: string; position?: TextRange["start"] };
    result: Result<{
      at: QuestionId | null;
      questions: { id: QuestionId; range: TextRange; preview: string; gold: string }[];
    }>;
  };
  "deliberate/run/start": { params: RunStartParams; result: Result<{ runId: RunId }> };
  "deliberate/run/stop": { params: { runId?: RunId }; result: Result<{ stopped: RunId[] }> };
  "deliberate/run/resume": { params: { runId: RunId }; result: Result<{ runId: RunId }> };
  /** A new run over the questions that were wrong or failed, or whose text or gold changed since. */
  "deliberate/run/rerun": {
    params: { runId: RunId; which: "failed" | "changed" };
    result: Result<{ runId: RunId }>;
  };
  "deliberate/run/delete": { params: { runId: RunId }; result: Result<Record<string, never>> };
  "deliberate/run/list": { params: Record<string, never>; result: Result<{ runs: RunSummary[] }> };
  "deliberate/run/summary": {
    params: { runId: RunId };
    result: Result<{ manifest: RunManifest; summary: RunSummary; folder: string }>;
  };
  "deliberate/run/questions": {
    params: {
      runId: RunId;
      offset: number;
      count: number;
      filter: RowFilter;
      sort: RowSort;
      descending: boolean;
      search: string;
    };
    result: Result<{ total: number; rows: QuestionRow[] }>;
  };
  "deliberate/run/path": {
    params: PathAddress;
    result: Result<{ question: Question; path: PathRecord; live: LiveStage | null }>;
  };
  "deliberate/run/tokens": {
    params: PathAddress & { stageIndex: number; from: number; to: number };
    result: Result<{ total: number; tokens: TokenRecord[] }>;
  };
  /** Stops the run if it works, puts the remark in where the path is, and goes on with the run. */
  "deliberate/run/remark": { params: RemarkParams; result: Result<{ runId: RunId }> };
  /** The samples of a question side by side, with who read whom. */
  "deliberate/run/group": {
    params: { runId: RunId; questionId: QuestionId };
    result: Result<{ lanes: GroupLane[] }>;
  };
  /** Goes on from places of a path, in a branch of its run; that is run, stopped and resumed as runs are. */
  "deliberate/branch/start": { params: BranchParams; result: Result<{ runId: RunId }> };
  /** Branches of a path, oldest first. */
  "deliberate/branch/list": { params: PathAddress; result: Result<{ branches: BranchSummary[] }> };
  /** Starts the two runs of the experiment, one after the other; `trapEnded` tells its end. Stopped as runs are. */
  "deliberate/experiment/trap": { params: TrapParams; result: Result<Record<string, never>> };
  "deliberate/run/compare": { params: { a: RunId; b: RunId }; result: Result<RunComparison> };
  /** Subscribe a view to a path (or only to the run): decides which `trace/advanced` events are sent. */
  "deliberate/trace/watch": {
    params: { viewId: string; runId: RunId; path: PathAddress | null };
    result: Result<Record<string, never>>;
  };
  "deliberate/trace/unwatch": { params: { viewId: string }; result: Result<Record<string, never>> };
  "deliberate/engine/status": { params: Record<string, never>; result: Result<EngineStatus> };
  "deliberate/engine/restart": { params: Record<string, never>; result: Result<Record<string, never>> };
}

/** The stage now being written. */
export interface LiveStage {
  readonly stageIndex: number;
  readonly stage: StageRecord["stage"];
  readonly attempt?: number;
  readonly prompt: string;
  readonly text: string;
  readonly tokens: number;
  readonly budgetTokens: number;
  /** The run stands still in the middle of the stage. */
  readonly paused?: true;
}

/** Notifications server → client. */
export interface Events extends LabEvents, SqlEvents {
  /** At most four times a second while a run works; `rows` are those that changed. */
  "deliberate/run/advanced": { runId: RunId; summary: RunSummary; rows: QuestionRow[] };
  "deliberate/run/ended": {
    runId: RunId;
    status: RunStatus;
    summary: RunSummary;
    failure: { code: string; message: string } | null;
  };
  /** One of the experiment's two runs has begun. */
  "deliberate/experiment/trapAdvanced": { runId: RunId };
  /** `file` is the report in the folder of its second run; null when it could not be written. */
  "deliberate/experiment/trapEnded": {
    result: Result<{ report: TrapReport; markdown: string; file: string | null }>;
  };
  "deliberate/run/listChanged": Record<string, never>;
  /** For watched paths only, at 20–30 Hz. A new `stageIndex` announces a new stage with its prompt. */
  "deliberate/trace/advanced": {
    address: PathAddress;
    live: Omit<LiveStage, "text">;
    firstStep: number;
    tokens: TokenRecord[];
  };
  "deliberate/trace/stageEnded": { address: PathAddress; record: StageRecord };
  "deliberate/trace/pathEnded": { address: PathAddress; path: PathRecord };
  "deliberate/engine/changed": EngineStatus;
  "deliberate/document/verdicts": { uri: string; verdicts: DocumentVerdict[] };
}

export type Method = keyof Methods;
export type EventName = keyof Events;

/** Commands that the server names in CodeLenses; the extension registers them. */
export const lensCommands = {
  evaluateQuestion: "deliberate.question.evaluate",
  runQuery: "deliberate.sql.runQuery",
} as const;

/** Argument of `deliberate.sql.runQuery` when called from a lens. */
export interface RunQueryArgument {
  readonly uri: string;
  readonly sql: string;
}

/** Argument of `deliberate.question.evaluate` when called from a lens. */
export interface EvaluateQuestionArgument {
  readonly uri: string;
  readonly questionId: QuestionId;
  /** Lens label: fast = thinker with fastOnly, think = thinker, attempts = multi-attempt with 3. */
  readonly mode: "fast" | "think" | "attempts";
}

/** Settings section `deliberate`, as the server reads it by `workspace/configuration`. */
export interface Settings {
  readonly model: {
    readonly path: string;
    readonly downloadFolder: string;
    readonly huggingFaceEndpoint: string;
  };
  readonly engine: {
    readonly gpu: "auto" | "cuda" | "vulkan" | "metal" | "cpu";
    readonly gpuLayers: number | "auto";
    readonly contextTokens: number;
    readonly sequences: number;
    readonly threads: number;
    /** Each answer evaluated on its own: its tokens do not depend on what else is in the batch. */
    readonly strict: boolean;
    /** A stage that only repeats itself, token for token, ends as if its budget had been used. */
    readonly endRepetition: boolean;
  };
  readonly endpoint: {
    /** A server that says nothing for so long is given up. */
    readonly timeoutSeconds: number;
    /** How often a request is tried without any progress. */
    readonly attempts: number;
  };
  readonly run: {
    readonly protocol: string;
    readonly samples: number;
    readonly seed: number;
    readonly folder: string;
  };
  readonly sampling: SamplingSettings;
  readonly grading: { readonly profile: "strict" | "lenient" | "reward" };
  readonly questions: { readonly fieldMapping: Readonly<Record<string, string>> };
  readonly sql: SqlFileSettings;
}

/** `initializationOptions` of the client. */
export interface InitializationOptions {
  readonly contractVersion: number;
  readonly globalStorageFolder: string;
  /** False: no database of the workspace is opened. True when left out. */
  readonly trusted?: boolean;
  /** The client answers `ClientMethods`. */
  readonly answersRequests?: boolean;
}
