import type {
  PathRecord,
  Question,
  RunManifest,
  RunReplay,
  RunStatus,
  RunSummary,
  StageRecord,
  TokenRecord,
} from "../contract/entities.ts";
import { ok, type Result } from "../contract/result.ts";
import { summariseRun } from "../core/statistics/summariseRun.ts";
import type { StageTokens } from "../core/trace/stageTokens.ts";
import { runFiles } from "./files.ts";
import { JournalFile } from "./journalFile.ts";
import type { PathKey, Remark, StageStart } from "./journalRecords.ts";
import { readLines } from "./lineReader.ts";
import { readReplay } from "./replayFile.ts";
import { liveHolder } from "./runLock.ts";
import { TokenFile } from "./tokenFile.ts";
import { VocabularyFile } from "./vocabularyFile.ts";

/** What is there of a path that is not finished: everything needed to go on with it. */
export interface UnfinishedPath {
  /** Finished stages, whole, in order. */
  readonly doneStages: readonly StageRecord[];
  /** For each of them, the ids of all tokens that were written, sampled and forced. */
  readonly replay: readonly { readonly tokens: readonly number[] }[];
  /** The stage that had begun, with the tokens it already has. */
  readonly current:
    | (StageStart & {
        readonly tokens: readonly number[];
        /** Step of the first forced token. */
        readonly forcedFrom: number | null;
        /** Step behind the last token that a person has put in; 0 without one. */
        readonly givenTo: number;
        readonly text: string;
        /** The part of the text that became visible with each token. */
        readonly texts: readonly string[];
      })
    | null;
  /** What a person said in the stage that comes next or was cut. */
  readonly remarks: readonly Remark[];
}

/** Reads a run, finished or not, also while it is being written. */
export interface RunReader {
  readonly folder: string;
  readonly manifest: RunManifest;
  /** The questions as they were run, in the order of the manifest. */
  readonly questions: readonly Question[];
  readonly status: RunStatus;
  /** Sentences about what could not be read; empty for a sound run. */
  readonly problems: readonly string[];
  /** Seconds during which the run was running, over all its resumptions. */
  wallSeconds(): number;
  /** How often the engine was started for it. */
  readonly starts: number;
  readonly replay: RunReplay | null;
  /**
   * Every path of the run, also queued ones, by question and sample. Stage records come without prompt and text
   * (both ""): these stay on disk. `path` has them.
   */
  paths(): PathRecord[];
  /** One path with all texts; null when the run has no such path. */
  path(key: PathKey): Promise<PathRecord | null>;
  /** Paths that are neither done nor failed. */
  pendingPaths(): PathKey[];
  /** What is there of a path; null when the run has no such path. */
  unfinished(key: PathKey): Promise<UnfinishedPath | null>;
  /** Tokens of the half-open range of steps of a stage (of its newest generation); the ends may lie outside. */
  tokens(key: PathKey, stageIndex: number, from: number, to: number): Promise<TokenRecord[]>;
  /** All tokens of a stage as columns: length, ids, text. */
  stageTokens(key: PathKey, stageIndex: number): Promise<StageTokens>;
  /** Texts of the token ids that occur, as far as they are known. */
  vocabulary(): Promise<ReadonlyMap<number, string>>;
  /** Everything that is said about the run as a whole. */
  summary(): RunSummary;
  /** Takes in what another process has appended since. */
  refresh(): Promise<void>;
}

/**
 * Opens a run's folder for reading; nothing in it is changed. A torn last line or frame is left out.
 * Errors: `run/not-found`, `run/damaged`.
 */
export async function openRun(folder: string): Promise<Result<RunReader>> {
  const journal = await JournalFile.open(runFiles(folder).journal);
  if (!journal.ok) return journal;
  const { questions, problems } = await readQuestions(folder);
  const reader = new FolderReader(folder, journal.value, questions, problems, null);
  await reader.refresh();
  return ok(reader);
}

/** A writer's say in its own reader: what is still queued must be on disk before it is read. */
export interface LiveWriter {
  flush(): Promise<unknown>;
  now(): number;
}

export class FolderReader implements RunReader {
  readonly folder: string;
  readonly questions: readonly Question[];
  readonly #journal: JournalFile;
  readonly #tokens: TokenFile;
  readonly #vocabulary: VocabularyFile;
  readonly #problems: readonly string[];
  /** Set while this process writes the run. */
  #writer: LiveWriter | null;
  #heldByOther = false;
  replay: RunReplay | null = null;

  constructor(
    folder: string,
    journal: JournalFile,
    questions: readonly Question[],
    problems: readonly string[],
    writer: LiveWriter | null,
  ) {
    this.folder = folder;
    this.questions = questions;
    this.#journal = journal;
    this.#tokens = new TokenFile(runFiles(folder).tokens);
    this.#vocabulary = new VocabularyFile(runFiles(folder).vocabulary);
    this.#problems = problems;
    this.#writer = writer;
  }

  get manifest(): RunManifest {
    return this.#journal.state.manifest;
  }

  get #live(): boolean {
    return this.#writer !== null || this.#heldByOther;
  }

  get status(): RunStatus {
    const { status } = this.#journal.state;
    return status === null || status === "running" ? (this.#live ? "running" : "interrupted") : status;
  }

  get problems(): readonly string[] {
    const { damagedLines } = this.#journal;
    return damagedLines === 0
      ? this.#problems
      : [
          ...this.#problems,
          `${damagedLines} lines of the run's journal could not be read and were left out.`,
        ];
  }

  wallSeconds(): number {
    return this.#journal.state.wallSeconds(this.#writer?.now());
  }

  get starts(): number {
    return this.#journal.state.starts;
  }

  summary(): RunSummary {
    return summariseRun(this.manifest, this.paths(), {
      status: this.status,
      wallSeconds: this.wallSeconds(),
      starts: this.starts,
      replay: this.replay,
    });
  }

  paths(): PathRecord[] {
    const { state } = this.#journal;
    return Array.from({ length: state.pathCount }, (_, path) => state.pathRecord(path, this.#live));
  }

  async path(key: PathKey): Promise<PathRecord | null> {
    const { state } = this.#journal;
    const path = state.pathNumber(key);
    if (path === null) return null;
    return state.pathRecord(path, this.#live, await this.#fullStages(path));
  }

  pendingPaths(): PathKey[] {
    const { state } = this.#journal;
    const keys: PathKey[] = [];
    for (let path = 0; path < state.pathCount; path++) {
      const status = state.pathStatus(path, this.#live);
      if (status !== "done" && status !== "failed") keys.push(state.pathKey(path));
    }
    return keys;
  }

  async unfinished(key: PathKey): Promise<UnfinishedPath | null> {
    const { state } = this.#journal;
    const path = state.pathNumber(key);
    if (path === null) return null;
    const doneStages = await this.#fullStages(path);
    const replay: UnfinishedPath["replay"][number][] = [];
    for (const done of state.doneStages(path)) {
      const tokens = await this.stageTokens(key, done.slim.index);
      replay.push({ tokens: tokens.ids() });
    }
    const start = state.currentStage(path);
    const remarks = state.remarks(path, doneStages.length);
    if (start === null) return { doneStages, replay, current: null, remarks };
    const tokens = await this.stageTokens(key, start.stageIndex);
    const texts = tokens.texts();
    const current = {
      ...start,
      tokens: tokens.ids(),
      forcedFrom: tokens.forcedFrom(),
      givenTo: tokens.givenTo(),
      text: texts.join(""),
      texts,
    };
    return { doneStages, replay, current, remarks };
  }

  async tokens(key: PathKey, stageIndex: number, from: number, to: number): Promise<TokenRecord[]> {
    const tokens = await this.stageTokens(key, stageIndex);
    const texts = await this.#vocabulary.texts();
    return tokens.records(from, to, (id) => texts.get(id) ?? "");
  }

  async stageTokens(key: PathKey, stageIndex: number): Promise<StageTokens> {
    await this.#writer?.flush();
    const { state } = this.#journal;
    const path = state.pathNumber(key) ?? -1;
    return this.#tokens.stage(path, stageIndex, state.generation(path, stageIndex));
  }

  vocabulary(): Promise<ReadonlyMap<number, string>> {
    return this.#vocabulary.texts();
  }

  async refresh(): Promise<void> {
    if (this.#writer !== null) return;
    this.#heldByOther = (await liveHolder(this.folder)) !== null;
    await this.#journal.refresh();
    this.replay = await readReplay(this.folder);
  }

  /** The writer has closed the run; what is left is an ordinary reader. */
  detach(): void {
    this.#writer = null;
  }

  async #fullStages(path: number): Promise<StageRecord[]> {
    await this.#writer?.flush();
    return this.#journal.stages(this.#journal.state.doneStages(path).map((stage) => stage.line));
  }
}

/** The questions of a run; unreadable lines become a problem, since the run itself can still be shown. */
export async function readQuestions(
  folder: string,
): Promise<{ readonly questions: Question[]; readonly problems: string[] }> {
  const questions: Question[] = [];
  let unreadable = 0;
  const { size } = await readLines(runFiles(folder).questions, 0, (line) => {
    try {
      questions.push(JSON.parse(line) as Question);
    } catch {
      unreadable += 1;
    }
  });
  const problems = [];
  if (size === 0) problems.push("The run's list of questions is missing.");
  if (unreadable > 0) problems.push(`${unreadable} of the run's questions could not be read.`);
  return { questions, problems };
}
