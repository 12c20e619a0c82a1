import type { EventName, Events, PathAddress } from "../../../language-server/contract/methods.ts";
import type { PanelMessage } from "../../../language-server/contract/webview.ts";

export type PanelRequest = Extract<PanelMessage, { kind: "request" }>;

/** A message of the page, if it is a request of our envelope. A page can send anything. */
export function readRequest(message: unknown): PanelRequest | null {
  if (typeof message !== "object" || message === null) return null;
  const { v, kind, id, method } = message as Partial<Record<keyof PanelRequest, unknown>>;
  return v === 1 && kind === "request" && typeof id === "number" && typeof method === "string"
    ? (message as PanelRequest)
    : null;
}

/** What one page watches: a run, and perhaps one path of it. */
export interface Watch {
  readonly runId: string;
  readonly path: PathAddress | null;
}

/** Reads the parameters of `trace/watch`; null when they are not such. */
export function readWatch(body: unknown): Watch | null {
  if (typeof body !== "object" || body === null || !("runId" in body)) return null;
  const { runId, path } = body as { runId: unknown; path?: unknown };
  if (typeof runId !== "string") return null;
  if (path === null || path === undefined) return { runId, path: null };
  if (typeof path !== "object") return null;
  const address = path as Partial<Record<keyof PathAddress, unknown>>;
  return typeof address.runId === "string" &&
    typeof address.questionId === "string" &&
    typeof address.sample === "number"
    ? { runId, path: path as PathAddress }
    : null;
}

type TraceEvent = Extract<EventName, `deliberate/trace/${string}`>;

/** Whether an event of a path concerns a page that watches `watch`. */
export function concerns(watch: Watch | null, body: Events[TraceEvent]): boolean {
  const path = watch?.path;
  if (!path) return false;
  const { address } = body;
  return (
    address.runId === path.runId && address.questionId === path.questionId && address.sample === path.sample
  );
}
