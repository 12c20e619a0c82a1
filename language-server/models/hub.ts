import type { Failure } from "../contract/result.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import type { RemoteFile } from "../core/models/reference.ts";

/** Where models are fetched from, and with which right. */
export interface HubAccess {
  /** Address of the hub, without a slash at the end. */
  readonly endpoint: string;
  /** Access token; sent to the endpoint's own host only. */
  readonly token?: string;
}

const defaultEndpoint = "https://huggingface.co";

/**
 * Endpoint and token: the setting, else `HF_ENDPOINT`, else Hugging Face; the token from `HF_TOKEN` (or its older names).
 *
 * Errors: `download/bad-reference` when the endpoint is no http(s) address.
 */
export function hubAccess(
  settingEndpoint: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Result<HubAccess> {
  const chosen = [settingEndpoint, env.HF_ENDPOINT]
    .map((text) => text?.trim() ?? "")
    .find((text) => text !== "");
  const token = [env.HF_TOKEN, env.HUGGING_FACE_HUB_TOKEN]
    .map((text) => text?.trim() ?? "")
    .find((text) => text !== "");
  const endpoint = (chosen ?? defaultEndpoint).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]/i.test(endpoint) || !URL.canParse(endpoint)) {
    return fail(
      "download/bad-reference",
      `The download address "${endpoint}" is not an http or https address.`,
    );
  }
  return ok(token === undefined ? { endpoint } : { endpoint, token });
}

export interface HubRequest {
  readonly url: string;
  readonly access: HubAccess;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Thrown for a redirect that is not followed. */
export class RefusedRedirect extends Error {}

const mostRedirects = 10;

/**
 * One GET. Redirects are followed by hand, so that the token goes to the endpoint's origin only and is never sent again
 * once another host has been involved; from https nothing leads back to http.
 *
 * Throws what `fetch` throws, and `RefusedRedirect`.
 */
export async function hubGet(request: HubRequest): Promise<Response> {
  const home = new URL(request.access.endpoint).origin;
  let url = new URL(request.url);
  let trusted = url.origin === home;
  for (let step = 0; step <= mostRedirects; step++) {
    const headers: Record<string, string> = { "user-agent": "deliberate", ...request.headers };
    if (trusted && request.access.token !== undefined)
      headers.authorization = `Bearer ${request.access.token}`;
    const response = await fetch(url.href, {
      headers,
      redirect: "manual",
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const location = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) throw new RefusedRedirect("redirect to an invalid address");
    const next = new URL(location, url);
    if (next.protocol !== "https:" && next.protocol !== url.protocol) {
      throw new RefusedRedirect(`redirect from ${url.protocol} to ${next.protocol}`);
    }
    trusted = trusted && next.origin === home;
    url = next;
  }
  throw new RefusedRedirect(`more than ${mostRedirects} redirects`);
}

/** Whether asking again later may help. */
export const isTemporary = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** Seconds the server asks to wait, if it says so. */
export function retryAfterSeconds(response: Response): number | null {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** The failure for a final status. `what` is the repository or file that was asked for. */
export function statusFailure(
  response: Response,
  access: HubAccess,
  repository: string,
  what: string,
): Failure {
  const reason = response.headers.get("x-error-code") ?? "";
  const detail = `HTTP ${response.status} ${reason} ${response.headers.get("x-error-message") ?? ""}`.trim();
  // The hub answers 401 also for a repository that does not exist, so as not to give away private ones.
  if (response.status === 404 || reason === "RepoNotFound") {
    const unless =
      access.token === undefined ? " If it is private, set the environment variable HF_TOKEN." : "";
    return {
      code: "download/not-found",
      message: `${what} was not found at ${access.endpoint}.${unless}`,
      detail,
    };
  }
  if (response.status === 401 || response.status === 403) {
    const steps =
      access.token === undefined
        ? "accept its licence there, and set the environment variable HF_TOKEN to your access token"
        : "accept its licence there, and check that the token in HF_TOKEN may read it";
    return {
      code: "download/forbidden",
      message: `Access to ${repository} was refused. Open ${access.endpoint}/${repository}, ${steps}.`,
      detail,
    };
  }
  return {
    code: "download/failed",
    message: `The server refused ${what} (HTTP ${response.status}).`,
    detail,
  };
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** Address of a file of a repository. */
export const fileUrl = (base: string, repository: string, revision: string, path: string): string =>
  `${base}/${encodePath(repository)}/resolve/${encodeURIComponent(revision)}/${encodePath(path)}`;

/** Address of the list of all files of a repository. */
export const treeUrl = (base: string, repository: string, revision: string): string =>
  `${base}/api/models/${encodePath(repository)}/tree/${encodeURIComponent(revision)}?recursive=true`;

/** Files in one page of the tree; null when the answer is no such list. Entries of another form are passed over. */
export function filesOfTree(content: unknown): RemoteFile[] | null {
  if (!Array.isArray(content)) return null;
  const files: RemoteFile[] = [];
  for (const entry of content as unknown[]) {
    if (typeof entry !== "object" || entry === null) continue;
    const { type, path, size, lfs } = entry as Record<string, unknown>;
    if (type !== "file" || typeof path !== "string") continue;
    const stored = typeof lfs === "object" && lfs !== null ? (lfs as Record<string, unknown>) : {};
    const bytes = typeof stored.size === "number" ? stored.size : size;
    const oid = typeof stored.oid === "string" ? stored.oid.replace(/^sha256:/, "").toLowerCase() : "";
    files.push({
      path,
      sizeBytes: typeof bytes === "number" && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null,
      sha256: /^[0-9a-f]{64}$/.test(oid) ? oid : null,
    });
  }
  return files;
}

/** Address of the next page (`Link: <…>; rel="next"`), only within the same origin. */
export function nextPage(response: Response, from: string): string | null {
  const target = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(response.headers.get("link") ?? "")?.[1];
  if (target === undefined || !URL.canParse(target, from)) return null;
  const next = new URL(target, from);
  return next.origin === new URL(from).origin ? next.href : null;
}
