import { setTimeout as delay } from "node:timers/promises";

/** Time as the downloads see it; replaced in tests. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Waits, or returns at once when `signal` is or becomes aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    await delay(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};

/** Failures in a row, without a byte in between, after which a download gives up. */
export const mostFailures = 6;

/**
 * Milliseconds to wait before the next try: 1, 2, 4 … 30 s, or what the server asks for, up to one minute.
 * @param failures failures in a row so far, from 1
 */
export const backOffMs = (failures: number, retryAfterSeconds: number | null): number =>
  retryAfterSeconds === null
    ? Math.min(30_000, 1000 * 2 ** (failures - 1))
    : Math.min(60_000, retryAfterSeconds * 1000);
