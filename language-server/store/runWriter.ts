import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { TokenChunk } from "../contract/engine.ts";
import type { Question, RunManifest, RunStatus, StageRecord } from "../contract/entities.ts";
import type { Failure, Result } from "../contract/result.ts";
import { fail, ok } from "../contract/result.ts";
import { encodeFrames } from "../core/trace/frame.ts";
import { AppendQueue } from "./appendQueue.ts";
import { errorText, isMissing, runFiles } from "./files.ts";
import { JournalFile } from "./journalFile.ts";
import type { JournalRecord, PathEnd, PathKey, Remark, StageStart } from "./journalRecords.ts";
import { ensureRunsFolder, folderOfRun } from "./runFolder.ts";
import { acquireLock, type RunLock } from "./runLock.ts";
import { FolderReader, type RunReader, readQuestions } from "./runReader.ts";
import { writeSummary } from "./summaryFile.ts";
import { TokenFile } from "./tokenFile.ts";
import { VocabularyFile } from "./vocabularyFile.ts";

export interface WriterOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called once, when the run cannot be written any further; everything told to the writer later is lost. */
  readonly onFailure?: (failure: Failure) => void;
}

/**
 * Appends to a run. Calls return at once; the bytes are written in the same turn of the event loop or, when a write is
 * under way, right behind it. Naming a path or a stage that the run does not have is a defect and throws.
 */
export interface RunWriter {
  readonly folder: string;
  /** The run as written so far, queued lines included. */
  readonly reader: RunReader;
  /** Set after a write error. */
  readonly failure: Failure | null;
  /**
   * A stage begins, or goes on (`resumed`) behind the tokens it has. Throws away stages of the path at and behind its
   * index, so a finished path is run again by starting its first stage.
   */
  stageStarted(path: PathKey, start: StageStart): void;
  /** Tokens of the stage that began last under this index. A chunk at step f replaces what was there from f on. */
  tokens(path: PathKey, stageIndex: number, chunk: TokenChunk): void;
  /** The stage is over; synced to disk with its tokens. */
  stageDone(path: PathKey, record: StageRecord): void;
  /** A person said something to a path that stands still. */
  remark(path: PathKey, remark: Remark): void;
  /** The path is over (also stopped or failed). */
  pathDone(path: PathKey, end: PathEnd): void;
  /** The run's state changed; synced to disk. */
  status(status: RunStatus, reason?: string): void;
  /** Resolves when everything told so far is written. */
  flush(): Promise<Result<void>>;
  /** Writes everything and the cached summary, and gives the run free for others. */
  close(): Promise<Result<void>>;
}

/**
 * Creates the run's folder (`folderOfRun`) with manifest and questions and opens it for writing. The folder appears
 * complete or not at all. Errors: `run/write-failed`, `run/busy`.
 */
export async function createRun(
  runsFolder: string,
  manifest: RunManifest,
  questions: readonly Question[],
  options: WriterOptions = {},
): Promise<Result<RunWriter>> {
  const folder = folderOfRun(runsFolder, manifest.id);
  const building = join(dirname(folder), `.${basename(folder)}.new`);
  const files = runFiles(building);
  const first: JournalRecord = { t: "manifest", at: (options.now ?? Date.now)(), manifest };
  try {
    await ensureRunsFolder(runsFolder);
    await mkdir(building, { recursive: true });
    await writeFile(files.questions, jsonLines(questions), { flush: true });
    await writeFile(files.tokens, "");
    await writeFile(files.vocabulary, "");
    await writeFile(files.journal, jsonLines([first]), { flush: true });
    await rename(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true }).catch(() => undefined);
    return fail(
      "run/write-failed",
      `The run cannot be written to ${runsFolder}: check that the folder can be written to and has room.`,
      errorText(error),
    );
  }
  return resumeRun(folder, options);
}

/**
 * Opens a run for appending. Torn ends of its files, as a crash leaves them, are cut off first.
 * Errors: `run/not-found`, `run/damaged`, `run/busy`, `run/write-failed`.
 */
export async function resumeRun(folder: string, options: WriterOptions = {}): Promise<Result<RunWriter>> {
  const files = runFiles(folder);
  const before = await JournalFile.open(files.journal);
  if (!before.ok) return before;
  const lock = await acquireLock(folder, randomUUID());
  if (!lock.ok) return lock;
  try {
    // read again under the lock: whoever held it until now may have appended
    const journal = await JournalFile.open(files.journal);
    if (!journal.ok) {
      await lock.value.release();
      return journal;
    }
    const { questions, problems } = await readQuestions(folder);
    const vocabulary = new VocabularyFile(files.vocabulary);
    const known = new Set((await vocabulary.texts()).keys());
    await cutTo(files.journal, journal.value.validEnd);
    await cutTo(files.vocabulary, vocabulary.validEnd);
    await cutTo(files.tokens, await new TokenFile(files.tokens).validEnd());
    const queue = await AppendQueue.open(files, options.onFailure ?? (() => undefined));
    return ok(
      new FolderWriter(folder, journal.value, questions, problems, known, queue, lock.value, options),
    );
  } catch (error) {
    await lock.value.release();
    return fail("run/write-failed", `The run ${basename(folder)} cannot be written to.`, errorText(error));
  }
}

class FolderWriter implements RunWriter {
  readonly folder: string;
  readonly #reader: FolderReader;
  readonly #journal: JournalFile;
  readonly #known: Set<number>;
  readonly #queue: AppendQueue;
  readonly #lock: RunLock;
  readonly #now: () => number;
  /** Size the journal will have when everything queued is written. */
  #journalBytes: number;
  #closing: Promise<Result<void>> | null = null;

  constructor(
    folder: string,
    journal: JournalFile,
    questions: readonly Question[],
    problems: readonly string[],
    known: Set<number>,
    queue: AppendQueue,
    lock: RunLock,
    options: WriterOptions,
  ) {
    this.folder = folder;
    this.#journal = journal;
    this.#known = known;
    this.#queue = queue;
    this.#lock = lock;
    this.#now = options.now ?? Date.now;
    this.#journalBytes = journal.validEnd;
    this.#reader = new FolderReader(folder, journal, questions, problems, {
      flush: () => queue.flush(),
      now: this.#now,
    });
  }

  get reader(): RunReader {
    return this.#reader;
  }

  get failure(): Failure | null {
    return this.#queue.failure;
  }

  stageStarted(path: PathKey, start: StageStart): void {
    const { state } = this.#journal;
    const number = this.#pathNumber(path);
    const newest = state.generation(number, start.stageIndex);
    const resumed = start.resumed === true && state.currentStage(number)?.stageIndex === start.stageIndex;
    const { resumed: _asked, ...rest } = start;
    this.#append({
      t: "stage-started",
      at: this.#now(),
      questionId: path.questionId,
      sample: path.sample,
      generation: resumed ? newest : newest + 1,
      ...rest,
      ...(resumed ? { resumed } : {}),
    });
  }

  tokens(path: PathKey, stageIndex: number, chunk: TokenChunk): void {
    const number = this.#pathNumber(path);
    const generation = this.#journal.state.generation(number, stageIndex);
    if (generation < 0) throw new Error(`Stage ${stageIndex} of ${path.questionId} has not begun`);
    const fresh = chunk.vocabulary.filter(({ id }) => !this.#known.has(id));
    if (fresh.length > 0) {
      for (const { id } of fresh) this.#known.add(id);
      this.#queue.push("vocabulary", Buffer.from(jsonLines(fresh)));
    }
    this.#queue.push("tokens", encodeFrames({ path: number, stage: stageIndex, generation }, chunk));
  }

  stageDone(path: PathKey, record: StageRecord): void {
    const generation = this.#journal.state.generation(this.#pathNumber(path), record.index);
    if (generation < 0) throw new Error(`Stage ${record.index} of ${path.questionId} has not begun`);
    this.#append({
      t: "stage",
      at: this.#now(),
      questionId: path.questionId,
      sample: path.sample,
      generation,
      record,
    });
    this.#queue.sync();
  }

  remark(path: PathKey, remark: Remark): void {
    this.#pathNumber(path);
    const { questionId, sample } = path;
    this.#append({ t: "remark", at: this.#now(), questionId, sample, ...remark });
    this.#queue.sync();
  }

  pathDone(path: PathKey, end: PathEnd): void {
    this.#pathNumber(path);
    this.#append({ t: "path", at: this.#now(), questionId: path.questionId, sample: path.sample, ...end });
  }

  status(status: RunStatus, reason?: string): void {
    this.#append({ t: "status", at: this.#now(), status, ...(reason === undefined ? {} : { reason }) });
    this.#queue.sync();
  }

  flush(): Promise<Result<void>> {
    return this.#queue.flush();
  }

  close(): Promise<Result<void>> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<Result<void>> {
    const result = await this.#queue.close();
    this.#reader.detach();
    // a cache: without it the next listing reads the journal
    if (result.ok) await writeSummary(this.folder, this.#reader.summary()).catch(() => undefined);
    await this.#lock.release();
    return result;
  }

  #append(record: JournalRecord): void {
    const bytes = Buffer.from(jsonLines([record]));
    this.#journal.state.apply(record, { offset: this.#journalBytes, bytes: bytes.length });
    this.#journalBytes += bytes.length;
    this.#journal.validEnd = this.#journalBytes;
    this.#queue.push("journal", bytes);
  }

  #pathNumber(path: PathKey): number {
    const number = this.#journal.state.pathNumber(path);
    if (number === null) throw new Error(`The run has no path ${path.questionId}#${path.sample}`);
    return number;
  }
}

const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** Shortens a file to `end`; a missing one stays missing (it is created when it is appended to). */
async function cutTo(path: string, end: number): Promise<void> {
  try {
    if ((await stat(path)).size > end) await truncate(path, end);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
