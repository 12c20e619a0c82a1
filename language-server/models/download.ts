import { mkdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Failure, fail, ok, type Result } from "../contract/result.ts";
import {
  chooseFiles,
  isSafePath,
  type ModelReference,
  parseReference,
  type RemoteFile,
} from "../core/models/reference.ts";
import { fileUrl, type HubAccess } from "./hub.ts";
import { accessFor, listFiles } from "./listing.ts";
import { type DownloadProgress, ProgressMeter } from "./progress.ts";
import { type Clock, systemClock } from "./retry.ts";
import { cancelled, transfer } from "./transfer.ts";

export { listFiles } from "./listing.ts";
export type { DownloadProgress } from "./progress.ts";

export interface DownloadOptions extends HubAccess {
  /** Files come to `<folder>/<user>/<repository>/<path>`. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** About ten times a second, and at the end. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly clock?: Clock;
  /** Milliseconds without a byte after which a connection is given up; 60,000 by default. */
  readonly stallMs?: number;
  /** Free bytes on the disk of a folder; null = unknown. */
  readonly freeBytes?: (folder: string) => Promise<number | null>;
}

export interface DownloadedModel {
  /** The file to load: the first part of a split model. */
  readonly path: string;
  readonly paths: readonly string[];
  readonly sizeBytes: number;
  readonly repository: string;
  readonly quantisation: string | null;
  /** Nothing had to be fetched. */
  readonly alreadyThere: boolean;
}

/** Left free on the disk beyond the model itself. */
const diskMargin = 64 * 1024 * 1024;

/** Files being written by this process; two writers would mix their bytes. */
const active = new Set<string>();

/**
 * Downloads a model by reference (see `parseReference`). An interrupted or cancelled download leaves `.part` files and
 * goes on from them the next time; finished files are complete and have been checked.
 *
 * Errors: `download/bad-reference`, `download/not-found` (lists the quantisations there are), `download/forbidden`,
 * `download/no-space`, `download/failed`, `download/cancelled`, `download/checksum`, `model/not-gguf`. Never throws.
 */
export async function download(
  reference: string | ModelReference,
  options: DownloadOptions,
): Promise<Result<DownloadedModel>> {
  const parsed = typeof reference === "string" ? parseReference(reference) : ok(reference);
  if (!parsed.ok) return parsed;
  try {
    const first = await downloadOnce(parsed.value, options);
    // The repository may have been changed between its list and its file: one more look tells.
    return !first.ok && first.error.code === "download/checksum"
      ? await downloadOnce(parsed.value, options)
      : first;
  } catch (error) {
    return options.signal?.aborted === true ? cancelled() : diskFailure(error, options.folder);
  }
}

async function downloadOnce(
  reference: ModelReference,
  options: DownloadOptions,
): Promise<Result<DownloadedModel>> {
  const access = accessFor(reference, options);
  const listed = await listFiles(reference, options);
  const chosen = listed.ok ? chooseFiles(listed.value, reference) : withoutList(reference, listed.error);
  if (!chosen.ok) return chosen;
  const { files, quantisation } = chosen.value;
  const unsafe = files.find(({ path }) => !isSafePath(path));
  if (unsafe !== undefined) {
    return fail(
      "download/failed",
      `${reference.repository} has a file with a name that is not allowed.`,
      unsafe.path,
    );
  }
  const folder = join(options.folder, ...reference.repository.split("/"));
  const jobs = await Promise.all(
    files.map(async (file) => {
      const target = join(folder, ...file.path.split("/"));
      const present = await stat(target).catch(() => null);
      const done = present?.isFile() === true && (file.sizeBytes === null || present.size === file.sizeBytes);
      const partial = (await stat(`${target}.part`).catch(() => null))?.size ?? 0;
      return {
        file,
        target,
        done,
        bytesThere: done ? (present?.size ?? 0) : Math.min(partial, file.sizeBytes ?? partial),
      };
    }),
  );
  const space = await checkSpace(jobs, options);
  if (space !== null) return { ok: false, error: space };

  const meter = new ProgressMeter(
    jobs.map(({ file, bytesThere }) => ({ sizeBytes: file.sizeBytes, bytesThere })),
    options.clock ?? systemClock,
    options.onProgress,
  );
  let sizeBytes = 0;
  for (const [index, { file, target, done, bytesThere }] of jobs.entries()) {
    if (done) {
      sizeBytes += bytesThere;
      continue;
    }
    if (active.has(target)) return fail("download/failed", `${file.path} is already being downloaded.`);
    active.add(target);
    try {
      await mkdir(dirname(target), { recursive: true });
      const job = {
        url: fileUrl(access.endpoint, reference.repository, reference.revision, file.path),
        access,
        repository: reference.repository,
        name: file.path,
        target,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
      };
      const result = await transfer(job, {
        clock: options.clock ?? systemClock,
        signal: options.signal ?? new AbortController().signal,
        stallMs: options.stallMs ?? 60_000,
        onBytes: (bytes) => meter.at(index, bytes),
      });
      if (!result.ok) return result;
      sizeBytes += result.value.sizeBytes;
    } finally {
      active.delete(target);
    }
  }
  meter.finish();
  const paths = jobs.map(({ target }) => target);
  const path = paths[0];
  if (path === undefined) return fail("internal", "A download without files was started.");
  const alreadyThere = jobs.every(({ done }) => done);
  return ok({ path, paths, sizeBytes, repository: reference.repository, quantisation, alreadyThere });
}

/** A mirror that serves the file but no list: then size and hash are unknown, and the file is checked as far as it goes. */
function withoutList(reference: ModelReference, problem: Failure): ReturnType<typeof chooseFiles> {
  if (reference.origin === null || reference.file === null || problem.code !== "download/not-found") {
    return { ok: false, error: problem };
  }
  return ok({ files: [{ path: reference.file, sizeBytes: null, sha256: null }], quantisation: null });
}

async function checkSpace(
  jobs: readonly { readonly file: RemoteFile; readonly done: boolean; readonly bytesThere: number }[],
  options: DownloadOptions,
): Promise<Failure | null> {
  const missing = jobs.reduce(
    (total, { file, done, bytesThere }) =>
      total + (done ? 0 : Math.max(0, (file.sizeBytes ?? 0) - bytesThere)),
    0,
  );
  if (missing === 0) return null;
  await mkdir(options.folder, { recursive: true });
  const free = await (options.freeBytes ?? freeBytes)(options.folder);
  if (free === null || free >= missing + diskMargin) return null;
  return {
    code: "download/no-space",
    message: `There is not enough space in ${options.folder}: the model needs ${gigabytes(missing)} more, ${gigabytes(free)} are free.`,
  };
}

async function freeBytes(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null ? null : disk.bavail * disk.bsize;
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(bytes < 1e8 ? 3 : 1)} GB`;

function diskFailure(error: unknown, folder: string): Result<never> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return fail(
      "download/no-space",
      `The disk of ${folder} is full. What has arrived is kept; free some space and try again.`,
      detail,
    );
  }
  return fail(
    "download/failed",
    `The download could not be written to ${folder} (${code || "unknown error"}).`,
    detail,
  );
}
