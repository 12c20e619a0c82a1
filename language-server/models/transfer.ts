import { type Failure, fail, ok, type Result } from "../contract/result.ts";
import { describeForeign } from "../core/models/foreignFile.ts";
import {
  type HubAccess,
  hubGet,
  isTemporary,
  RefusedRedirect,
  retryAfterSeconds,
  statusFailure,
} from "./hub.ts";
import { PartFile } from "./partFile.ts";
import { backOffMs, type Clock, mostFailures } from "./retry.ts";

export interface TransferJob {
  readonly url: string;
  readonly access: HubAccess;
  readonly repository: string;
  /** Name for messages. */
  readonly name: string;
  readonly target: string;
  readonly sizeBytes: number | null;
  readonly sha256: string | null;
}

export interface TransferContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Without a byte for so long a connection is given up and made again. */
  readonly stallMs: number;
  /** Bytes of this file that are there, whenever they change. */
  readonly onBytes: (bytes: number) => void;
}

export const cancelled = (): Result<never> =>
  fail("download/cancelled", "The download was cancelled; it can be resumed.");

/**
 * Fetches one file into `target`, going on where an earlier attempt stopped; checks size, hash and the letters GGUF
 * before the file gets its name.
 *
 * Errors: `download/cancelled` and `download/failed` keep what is there for the next time; `download/checksum` and
 * `model/not-gguf` delete it; `download/forbidden`, `download/not-found`. Throws errors of the file system.
 */
export async function transfer(
  job: TransferJob,
  context: TransferContext,
): Promise<Result<{ sizeBytes: number }>> {
  const wanted = { url: job.url, sizeBytes: job.sizeBytes, sha256: job.sha256 };
  if (context.signal.aborted) return cancelled();
  const part = await PartFile.open(job.target, wanted, context.signal);
  try {
    context.onBytes(part.bytes);
    const received = await receiveAll(job, part, context);
    if (!received.ok) {
      if (received.error.code === "model/not-gguf" || received.error.code === "download/checksum")
        await part.discard();
      return received;
    }
    if (job.sha256 !== null && part.digest() !== job.sha256) {
      const detail = `expected ${job.sha256}, got ${part.digest()}`;
      await part.discard();
      return fail(
        "download/checksum",
        `${job.name} arrived damaged (its SHA-256 is not the published one) and was deleted. Download it again.`,
        detail,
      );
    }
    const sizeBytes = part.bytes;
    await part.finish();
    return ok({ sizeBytes });
  } finally {
    await part.close();
  }
}

/** One try: done, worth another try, or over. */
type Attempt =
  | { readonly kind: "done" }
  | { readonly kind: "again"; readonly reason: string; readonly afterSeconds: number | null }
  | { readonly kind: "over"; readonly failure: Failure };

async function receiveAll(job: TransferJob, part: PartFile, context: TransferContext): Promise<Result<null>> {
  let failures = 0;
  for (;;) {
    if (context.signal.aborted) return cancelled();
    if (job.sizeBytes !== null && job.sizeBytes > 0 && part.bytes === job.sizeBytes) return ok(null);
    const before = part.bytes;
    const attempt = await receive(job, part, context);
    if (context.signal.aborted) return cancelled();
    if (attempt.kind === "done") return ok(null);
    if (attempt.kind === "over") return { ok: false, error: attempt.failure };
    // A connection that breaks now and then still arrives; one that brings nothing does not.
    failures = part.bytes > before ? 1 : failures + 1;
    if (failures >= mostFailures) {
      return fail(
        "download/failed",
        `${job.name} could not be downloaded from ${new URL(job.url).host}: ${attempt.reason}. What has arrived is kept; try again later.`,
      );
    }
    await context.clock.sleep(backOffMs(failures, attempt.afterSeconds), context.signal);
  }
}

const again = (reason: string, afterSeconds: number | null = null): Attempt => ({
  kind: "again",
  reason,
  afterSeconds,
});
const over = (code: Failure["code"], message: string): Attempt => ({
  kind: "over",
  failure: { code, message },
});

async function receive(job: TransferJob, part: PartFile, context: TransferContext): Promise<Attempt> {
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), context.stallMs);
  const signal = AbortSignal.any([context.signal, stall.signal]);
  try {
    const headers: Record<string, string> = { "accept-encoding": "identity" };
    if (part.bytes > 0) {
      headers.range = `bytes=${part.bytes}-`;
      if (part.etag !== null) headers["if-range"] = part.etag;
    }
    const response = await hubGet({ url: job.url, access: job.access, headers, signal });
    if (response.status !== 200 && response.status !== 206) {
      await response.body?.cancel();
      if (response.status === 416 && part.bytes > 0) {
        await part.restart();
        return again("the server refused to continue the file");
      }
      if (isTemporary(response.status))
        return again(`the server answers ${response.status}`, retryAfterSeconds(response));
      return { kind: "over", failure: statusFailure(response, job.access, job.repository, job.name) };
    }
    const announced = await prepare(response, part);
    if (announced === "mismatch") {
      await response.body?.cancel();
      await part.restart();
      return again("the server continued the file at the wrong place");
    }
    const total = job.sizeBytes ?? announced;
    if (announced !== null && job.sizeBytes !== null && announced !== job.sizeBytes) {
      await response.body?.cancel();
      return over(
        "download/checksum",
        `${job.name} has ${announced} bytes on the server instead of the published ${job.sizeBytes}. Try again later.`,
      );
    }
    if (response.body === null) return again("the answer was empty");
    for await (const chunk of response.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
      timer.refresh();
      if (total !== null && part.bytes + chunk.length > total) {
        return over(
          "download/checksum",
          `The server sent more of ${job.name} than its ${total} bytes. Try again later.`,
        );
      }
      const foreign = part.bytes === 0 ? notGguf(chunk, total) : null;
      if (foreign !== null) return over("model/not-gguf", `${job.name} is not a GGUF model: ${foreign}.`);
      await part.append(chunk);
      context.onBytes(part.bytes);
    }
    if (part.bytes === 0) return again("the answer was empty");
    return total !== null && part.bytes < total ? again("the connection was cut") : { kind: "done" };
  } catch (error) {
    if (error instanceof RefusedRedirect) {
      return over(
        "download/failed",
        `${job.name} was not downloaded: the server sent an unsafe ${error.message}.`,
      );
    }
    if (isFileError(error)) throw error;
    return again(stall.signal.aborted ? "the connection stalled" : networkReason(error));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Makes the part file fit the answer: continued, or begun anew when the server sends the whole file. Returns the size
 * of the whole file, if the server says it.
 */
async function prepare(response: Response, part: PartFile): Promise<number | null | "mismatch"> {
  const tag = response.headers.get("etag");
  const etag = tag === null || tag.startsWith("W/") ? null : tag;
  if (response.status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get("content-range") ?? "");
    if (range === null || Number(range[1]) !== part.bytes) return "mismatch";
    if (part.etag !== null && etag !== null && etag !== part.etag) return "mismatch";
    return range[2] === "*" ? null : Number(range[2]);
  }
  if (part.bytes > 0) await part.restart();
  await part.describe(etag);
  const length = response.headers.get("content-length");
  return length === null || response.headers.has("content-encoding") ? null : Number(length);
}

/** The first chunk is never shorter than four bytes unless the file is. */
function notGguf(chunk: Uint8Array, total: number | null): string | null {
  const expected = [0x47, 0x47, 0x55, 0x46];
  const matches = expected.every((byte, i) => i >= chunk.length || chunk[i] === byte);
  return matches && (total === null || total >= 4)
    ? null
    : describeForeign(chunk.subarray(0, 512), total ?? chunk.length);
}

/** Errors of reading and writing files carry the call that failed; those of the network come as TypeError. */
const isFileError = (error: unknown): boolean =>
  error instanceof Error &&
  "syscall" in error &&
  ["open", "write", "fsync", "close"].includes(String(error.syscall));

function networkReason(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its address cannot be resolved (is there a network?)";
    case "ECONNREFUSED":
      return "the connection was refused";
    case "UND_ERR_SOCKET":
    case "ECONNRESET":
      return "the connection was cut";
    default:
      return code === "" ? "the connection was cut" : `the connection failed (${code})`;
  }
}
