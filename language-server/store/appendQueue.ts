import { type FileHandle, open } from "node:fs/promises";
import type { Failure, Result } from "../contract/result.ts";
import { fail, ok } from "../contract/result.ts";
import { errorCode, errorText } from "./files.ts";

/** Order in which pending bytes are written: whoever reads a journal line finds the tokens it speaks of. */
const order = ["vocabulary", "tokens", "journal"] as const;

export type AppendTarget = (typeof order)[number];

/**
 * Appends to the three growing files of a run off the hot path: what is pushed during one turn of the event loop, or
 * while a write is under way, goes out in one write per file. Written bytes belong to the operating system and outlive
 * the process; `sync` also makes them outlive a power cut.
 * The first error ends the queue: later bytes would stand behind a hole.
 */
export class AppendQueue {
  readonly #files: Readonly<Record<AppendTarget, FileHandle>>;
  readonly #onFailure: (failure: Failure) => void;
  #pending: Record<AppendTarget, Uint8Array[]> = { vocabulary: [], tokens: [], journal: [] };
  #syncWanted = false;
  #running: Promise<void> | null = null;
  #failure: Failure | null = null;

  private constructor(files: Record<AppendTarget, FileHandle>, onFailure: (failure: Failure) => void) {
    this.#files = files;
    this.#onFailure = onFailure;
  }

  /**
   * @param paths the three files, created where missing.
   * @param onFailure called once, at the first write error.
   */
  static async open(
    paths: Readonly<Record<AppendTarget, string>>,
    onFailure: (failure: Failure) => void,
  ): Promise<AppendQueue> {
    const opened: FileHandle[] = [];
    try {
      for (const target of order) opened.push(await open(paths[target], "a"));
    } catch (error) {
      await Promise.all(opened.map((file) => file.close()));
      throw error;
    }
    const [vocabulary, tokens, journal] = opened as [FileHandle, FileHandle, FileHandle];
    return new AppendQueue({ vocabulary, tokens, journal }, onFailure);
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** Queues bytes; they must not be changed afterwards. After a failure they are dropped. */
  push(target: AppendTarget, bytes: Uint8Array): void {
    if (this.#failure !== null || bytes.length === 0) return;
    this.#pending[target].push(bytes);
    this.#start();
  }

  /** What is queued now shall be on the disk itself, not only with the operating system. */
  sync(): void {
    if (this.#failure !== null) return;
    this.#syncWanted = true;
    this.#start();
  }

  /** Resolves when everything pushed so far is written (or the queue has failed). */
  async flush(): Promise<Result<void>> {
    while (this.#running !== null) await this.#running;
    return this.#failure === null ? ok(undefined) : { ok: false, error: this.#failure };
  }

  async close(): Promise<Result<void>> {
    this.sync();
    const result = await this.flush();
    await Promise.allSettled(order.map((target) => this.#files[target].close()));
    return result;
  }

  #start(): void {
    this.#running ??= new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#drain())
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#running = null;
        // pushed after the last look at the queue, while this turn was ending
        if (this.#hasWork()) this.#start();
      });
  }

  #hasWork(): boolean {
    return this.#syncWanted || order.some((target) => this.#pending[target].length > 0);
  }

  async #drain(): Promise<void> {
    while (this.#hasWork()) {
      const batch = this.#pending;
      const sync = this.#syncWanted;
      this.#pending = { vocabulary: [], tokens: [], journal: [] };
      this.#syncWanted = false;
      for (const target of order) {
        const parts = batch[target];
        const file = this.#files[target];
        if (parts.length > 0)
          await file.appendFile(parts.length === 1 ? (parts[0] ?? "") : Buffer.concat(parts));
        if (sync) await file.datasync();
      }
    }
  }

  #fail(error: unknown): void {
    if (this.#failure !== null) return;
    const full = ["ENOSPC", "EDQUOT", "EFBIG"].includes(errorCode(error) ?? "");
    const message = full
      ? "The run cannot be written any further because there is no room left. Free some space, then resume the run."
      : "The run cannot be written any further. Check the run's folder, then resume the run.";
    const failed = fail("run/write-failed", message, errorText(error));
    if (failed.ok) return;
    this.#failure = failed.error;
    this.#pending = { vocabulary: [], tokens: [], journal: [] };
    this.#syncWanted = false;
    this.#onFailure(failed.error);
  }
}
