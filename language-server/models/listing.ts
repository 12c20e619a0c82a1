import { fail, ok, type Result } from "../contract/result.ts";
import type { ModelReference, RemoteFile } from "../core/models/reference.ts";
import {
  filesOfTree,
  type HubAccess,
  hubGet,
  isTemporary,
  nextPage,
  RefusedRedirect,
  retryAfterSeconds,
  statusFailure,
  treeUrl,
} from "./hub.ts";
import { backOffMs, type Clock, mostFailures, systemClock } from "./retry.ts";
import { cancelled } from "./transfer.ts";

const mostPages = 50;
const longestPageBytes = 16 * 1024 * 1024;
/** Milliseconds for one page of a list. */
const pageTimeMs = 30_000;

/**
 * All files of a repository.
 *
 * Errors: `download/not-found`, `download/forbidden`, `download/failed`, `download/cancelled`.
 */
export async function listFiles(
  reference: ModelReference,
  options: HubAccess & { readonly signal?: AbortSignal; readonly clock?: Clock },
): Promise<Result<readonly RemoteFile[]>> {
  const access = accessFor(reference, options);
  const files: RemoteFile[] = [];
  let url: string | null = treeUrl(access.endpoint, reference.repository, reference.revision);
  for (let page = 0; url !== null && page < mostPages; page++) {
    const answer: Result<{ content: unknown; next: string | null }> = await getJson(
      url,
      access,
      reference,
      options,
    );
    if (!answer.ok) return answer;
    const some = filesOfTree(answer.value.content);
    if (some === null)
      return fail("download/failed", `${access.endpoint} did not answer with a list of files.`);
    files.push(...some);
    url = answer.value.next;
  }
  return ok(files);
}

/** The token is for the endpoint; an address elsewhere goes without. */
export function accessFor(reference: ModelReference, { endpoint, token }: HubAccess): HubAccess {
  const base = endpoint.replace(/\/+$/, "");
  if (reference.origin !== null && reference.origin !== new URL(base).origin)
    return { endpoint: reference.origin };
  return token === undefined ? { endpoint: base } : { endpoint: base, token };
}

async function getJson(
  url: string,
  access: HubAccess,
  reference: ModelReference,
  options: { readonly signal?: AbortSignal; readonly clock?: Clock },
): Promise<Result<{ content: unknown; next: string | null }>> {
  const { signal, clock = systemClock } = options;
  const host = new URL(url).host;
  let reason = "";
  for (let failures = 1; failures <= mostFailures; failures++) {
    if (isAborted(signal)) return cancelled();
    let afterSeconds: number | null = null;
    try {
      const timeout = AbortSignal.timeout(pageTimeMs);
      const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
      const response = await hubGet({ url, access, signal: until });
      if (response.ok) {
        const text = await textOf(response);
        if (text === null) return fail("download/failed", `The answer of ${host} is too long.`);
        return ok({ content: JSON.parse(text) as unknown, next: nextPage(response, url) });
      }
      await response.body?.cancel();
      if (!isTemporary(response.status)) {
        const what = `The repository ${reference.repository}${reference.revision === "main" ? "" : ` (${reference.revision})`}`;
        return { ok: false, error: statusFailure(response, access, reference.repository, what) };
      }
      afterSeconds = retryAfterSeconds(response);
      reason = `it answers ${response.status}`;
    } catch (error) {
      if (isAborted(signal)) return cancelled();
      if (error instanceof RefusedRedirect)
        return fail("download/failed", `${host} sent an unsafe ${error.message}.`);
      if (error instanceof SyntaxError)
        return fail("download/failed", `${host} did not answer with a list of files.`);
      const cause = error instanceof Error ? error.cause : undefined;
      reason = cause instanceof Error && "code" in cause ? String(cause.code) : "no connection";
    }
    if (failures < mostFailures) await clock.sleep(backOffMs(failures, afterSeconds), signal);
  }
  if (signal?.aborted === true) return cancelled();
  return fail(
    "download/failed",
    `${host} cannot be reached (${reason}). Check the network and the download address.`,
  );
}

/** The body of an answer; null when it is longer than any list of files. */
async function textOf(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body = response.body as (ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) | null;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > longestPageBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A function, because the answer changes while the type checker is not looking. */
const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;
