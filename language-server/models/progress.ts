import type { Clock } from "./retry.ts";

/** Of all files of a download together. */
export interface DownloadProgress {
  readonly receivedBytes: number;
  /** Null when the server does not say. */
  readonly totalBytes: number | null;
  /** Over the last five seconds. */
  readonly bytesPerSecond: number;
}

const reportEveryMs = 100;
const windowMs = 5000;

/** Turns the bytes of several files into progress reports at a bearable rate. */
export class ProgressMeter {
  readonly #received: number[];
  readonly #total: number | null;
  readonly #clock: Clock;
  readonly #report: ((progress: DownloadProgress) => void) | undefined;
  #samples: { readonly at: number; readonly bytes: number }[] = [];
  #reportedAt = Number.NEGATIVE_INFINITY;

  /** @param files sizes, null where unknown, and what was there before this download began */
  constructor(
    files: readonly { readonly sizeBytes: number | null; readonly bytesThere: number }[],
    clock: Clock,
    report?: (progress: DownloadProgress) => void,
  ) {
    this.#received = files.map(({ bytesThere }) => bytesThere);
    this.#total = files.reduce<number | null>(
      (total, { sizeBytes }) => (total === null || sizeBytes === null ? null : total + sizeBytes),
      0,
    );
    this.#clock = clock;
    this.#report = report;
  }

  /** File number `index` now has `bytes` bytes. */
  at(index: number, bytes: number): void {
    this.#received[index] = bytes;
    const now = this.#clock.now();
    if (now - this.#reportedAt >= reportEveryMs) this.#send(now);
  }

  /** The last report, whenever the one before was. */
  finish(): void {
    this.#send(this.#clock.now());
  }

  #send(now: number): void {
    this.#reportedAt = now;
    const bytes = this.#received.reduce((total, part) => total + part, 0);
    // What was there before, or went back to zero, is no speed.
    if (bytes < (this.#samples.at(-1)?.bytes ?? 0)) this.#samples = [];
    this.#samples = [...this.#samples.filter(({ at }) => now - at <= windowMs), { at: now, bytes }];
    const first = this.#samples[0];
    const seconds = first === undefined ? 0 : (now - first.at) / 1000;
    const bytesPerSecond = first === undefined || seconds <= 0 ? 0 : (bytes - first.bytes) / seconds;
    this.#report?.({ receivedBytes: bytes, totalBytes: this.#total, bytesPerSecond });
  }
}
