import { readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { fail, ok, type Result } from "../contract/result.ts";
import { errorCode, errorText, runFiles } from "./files.ts";

/** Who writes to a run. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** The holder touches its lock this often … */
const heartbeatMs = 5_000;
/** … and one not touched for this long is left behind, even if its process number is in use again. */
const staleMs = 60_000;

/** The right to append to a run, held until `release`. */
export interface RunLock {
  release(): Promise<void>;
}

/**
 * Takes the run for writing. A lock whose process is gone (or silent for a minute) is taken over.
 * Errors: `run/busy` (somebody else writes), `run/write-failed`.
 */
export async function acquireLock(folder: string, token: string): Promise<Result<RunLock>> {
  const path = runFiles(folder).lock;
  const mine: LockHolder = { pid: process.pid, host: hostname(), token };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, JSON.stringify(mine), { flag: "wx" });
      return ok(hold(path, token));
    } catch (error) {
      if (errorCode(error) !== "EEXIST")
        return fail("run/write-failed", "The run's folder cannot be written to.", errorText(error));
    }
    const holder = await liveHolder(folder);
    if (holder !== null)
      return fail(
        "run/busy",
        `This run is being written by another process (number ${holder.pid} on ${holder.host}).`,
        path,
      );
    await removeStale(path);
  }
  return fail("run/busy", "This run is being written by another process.", path);
}

/** The living holder of the run's lock; null when nobody holds it. */
export async function liveHolder(folder: string): Promise<LockHolder | null> {
  const path = runFiles(folder).lock;
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    const silentMs = Date.now() - mtimeMs;
    const holder = parseHolder(text);
    // an unreadable lock is one that is just being written, or was cut off while it was
    if (holder === null) return silentMs < staleMs ? { pid: 0, host: hostname(), token: "" } : null;
    if (silentMs >= staleMs) return null;
    return holder.host !== hostname() || isAlive(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

function hold(path: string, token: string): RunLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      const text = await readFile(path, "utf8").catch(() => "");
      if (parseHolder(text)?.token === token) await rm(path, { force: true });
    },
  };
}

/** Moves the stale lock away first, so that of two who found it stale only one removes it. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch {
    // somebody else was quicker; the next attempt sees their lock
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    return typeof value?.pid === "number" && typeof value.host === "string" && typeof value.token === "string"
      ? { pid: value.pid, host: value.host, token: value.token }
      : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
