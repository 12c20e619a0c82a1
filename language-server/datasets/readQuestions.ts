/** Reads files of questions of any size from disk, a piece at a time. */
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import type { Question, QuestionSource } from "../contract/entities.ts";
import { type Failure, fail, ok, type Result } from "../contract/result.ts";
import { QuestionReader } from "../core/datasets/questionReader.ts";
import type { DatasetDiagnostic, FieldMapping } from "../core/datasets/types.ts";
import { sha256File, sha256Text } from "./hashing.ts";

export interface ReadOptions {
  readonly mapping?: FieldMapping;
  /** Stop after so many questions without reading the rest of the file. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Bytes read at once. */
  readonly chunkBytes?: number;
  /** Questions in a batch at most. */
  readonly batchSize?: number;
}

export interface QuestionBatch {
  readonly questions: readonly Question[];
  /** Diagnostics that came up since the batch before; the last batch may hold nothing else. */
  readonly diagnostics: readonly DatasetDiagnostic[];
}

/** Starts reading; nothing happens until the batches are iterated. */
export function readQuestions(path: string, options: ReadOptions = {}): QuestionReading {
  return new QuestionReading(path, options);
}

/** One pass over one file: iterate it once with `for await`, then look at `failure` and call `source`. */
export class QuestionReading implements AsyncIterable<QuestionBatch> {
  readonly #path: string;
  readonly #options: ReadOptions;
  readonly #reader: QuestionReader;
  #failure: Failure | null = null;
  #count = 0;
  #bytesRead = 0;
  #bufferedMaximum = 0;
  #sha256: string | null = null;

  constructor(path: string, options: ReadOptions) {
    this.#path = path;
    this.#options = options;
    this.#reader = new QuestionReader({
      path,
      hash: sha256Text,
      ...(options.mapping === undefined ? {} : { mapping: options.mapping }),
    });
  }

  /** Why the file could not be read to the end; null while all is well. Bad records are diagnostics, not failures. */
  get failure(): Failure | null {
    return this.#failure;
  }

  /** Container and schema, such as `jsonl/gsm8k`; final after the iteration. */
  get format(): string {
    return this.#reader.format;
  }

  get diagnostics(): readonly DatasetDiagnostic[] {
    return this.#reader.diagnostics;
  }

  /** Questions given out so far. */
  get count(): number {
    return this.#count;
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** Largest number of characters that were kept between two pieces. */
  get bufferedCharactersMaximum(): number {
    return this.#bufferedMaximum;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<QuestionBatch, void, undefined> {
    const { limit = Number.POSITIVE_INFINITY, batchSize = 256 } = this.#options;
    let reported = 0;
    for await (const questions of this.#pieces(limit)) {
      const wanted = questions.slice(0, limit - this.#count);
      for (let from = 0; from < Math.max(1, wanted.length); from += batchSize) {
        const batch = wanted.slice(from, from + batchSize);
        const diagnostics = this.diagnostics.slice(reported);
        if (batch.length === 0 && diagnostics.length === 0) continue;
        reported += diagnostics.length;
        this.#count += batch.length;
        yield { questions: batch, diagnostics };
      }
    }
  }

  /**
   * What a run's manifest says about the file. Call it after the iteration; the hash comes from the same pass when the
   * whole file was read, else from a second one over the whole file.
   */
  async source(): Promise<Result<QuestionSource>> {
    try {
      this.#sha256 ??= await sha256File(this.#path, this.#options.signal);
    } catch (error) {
      return { ok: false, error: unreadable(this.#path, error) };
    }
    return ok({ path: this.#path, sha256: this.#sha256, format: this.format, count: this.#count });
  }

  /** Questions of one piece of the file at a time; sets `failure` instead of throwing. */
  async *#pieces(limit: number): AsyncGenerator<Question[]> {
    let file: FileHandle | undefined;
    try {
      file = await open(this.#path, "r");
      yield* this.#decoded(file, limit);
    } catch (error) {
      this.#failure = unreadable(this.#path, error);
    } finally {
      await file?.close();
    }
  }

  async *#decoded(file: FileHandle, limit: number): AsyncGenerator<Question[]> {
    const { signal, chunkBytes = 256 * 1024 } = this.#options;
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const hash = createHash("sha256");
    let decoder: TextDecoder | undefined;
    while (this.#count < limit && !this.#reader.unreadable) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, null);
      if (bytesRead === 0) {
        const questions = this.#reader.push(decoder?.decode() ?? "");
        this.#sha256 = hash.digest("hex");
        yield [...questions, ...this.#reader.end()];
        return;
      }
      this.#bytesRead += bytesRead;
      const bytes = buffer.subarray(0, bytesRead);
      hash.update(bytes);
      decoder ??= new TextDecoder(encodingOf(bytes), { ignoreBOM: true });
      const questions = this.#reader.push(decoder.decode(bytes, { stream: true }));
      this.#bufferedMaximum = Math.max(this.#bufferedMaximum, this.#reader.buffered);
      yield questions;
    }
    // What was left out because of the limit is no problem of the file; only a file of no known kind has ended.
    if (this.#reader.unreadable) yield this.#reader.end();
  }
}

/** Windows programs still write UTF-16 with a byte order mark; everything else is UTF-8. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

function unreadable(path: string, error: unknown): Failure {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "access is denied",
    EPERM: "access is denied",
    EISDIR: "it is a folder",
    ABORT_ERR: "reading was stopped",
  };
  const aborted = error instanceof Error && error.name === "AbortError";
  const reason = aborted ? "reading was stopped" : (reasons[code] ?? "an error of the system came up");
  return {
    code: "questions/unreadable",
    message: `${path} could not be read: ${reason}.`,
    detail: String(error),
  };
}

export interface LoadedQuestions {
  readonly questions: readonly Question[];
  readonly diagnostics: readonly DatasetDiagnostic[];
  readonly source: QuestionSource;
}

/**
 * Reads all questions of a file (up to `limit`) into memory. Fails with `questions/unreadable`, `questions/empty` (no
 * question in it) or `questions/unknown-format`; broken records alone do not make it fail.
 */
export async function readAllQuestions(
  path: string,
  options: ReadOptions = {},
): Promise<Result<LoadedQuestions>> {
  const reading = readQuestions(path, options);
  const questions: Question[] = [];
  for await (const batch of reading) questions.push(...batch.questions);
  if (reading.failure !== null) return { ok: false, error: reading.failure };
  if (questions.length === 0 && options.limit !== 0) return noQuestions(path, reading.diagnostics);
  const source = await reading.source();
  return source.ok ? ok({ questions, diagnostics: reading.diagnostics, source: source.value }) : source;
}

function noQuestions(path: string, diagnostics: readonly DatasetDiagnostic[]): Result<never> {
  const first = diagnostics.find((one) => one.severity === "error") ?? diagnostics[0];
  if (first === undefined || first.code === "empty-file") return fail("questions/empty", `${path} is empty.`);
  if (first.code === "unknown-format" || first.code === "unknown-fields")
    return fail("questions/unknown-format", `${path}: ${first.message}`);
  return fail(
    "questions/empty",
    `${path} has no question that can be read; line ${first.range.start.line + 1}: ${first.message}`,
  );
}
