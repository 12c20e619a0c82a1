/**
 * The only place that knows the VS Code webview API: typed requests and events over the `PanelMessage` envelope,
 * and the small state that VS Code keeps for a panel.
 */
import type { Failure } from "../../language-server/contract/result.ts";
import type {
  PanelCall,
  PanelEventName,
  PanelEvents,
  PanelMessage,
  PanelMethodName,
} from "../../language-server/contract/webview.ts";

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** An event together with its body, so that a `switch` over `method` narrows `body`. */
export type PanelEvent = {
  [Name in PanelEventName]: { readonly method: Name; readonly body: PanelEvents[Name] };
}[PanelEventName];

/** Waiting longer than this, a person would think the panel is broken. */
const defaultTimeoutMs = 30_000;

const vscode = acquireVsCodeApi();
const waiting = new Map<number, (result: unknown) => void>();
const listeners = new Set<(event: PanelEvent) => void>();
let nextId = 1;

const timedOut = (method: string, ms: number): { ok: false; error: Failure } => ({
  ok: false,
  error: {
    code: "internal",
    message: `No answer within ${Math.round(ms / 1000)} seconds (${method}). The language server may be busy or stopped; try again, or run “Developer: Reload Window”.`,
  },
});

/**
 * Asks the extension host, which answers itself or forwards to the language server.
 * Never rejects: a missing answer becomes a failed `Result` after `timeoutMs` milliseconds.
 */
export function request<M extends PanelMethodName>(
  method: M,
  params: PanelCall[M]["params"],
  timeoutMs: number = defaultTimeoutMs,
): Promise<PanelCall[M]["result"]> {
  const id = nextId++;
  const message: PanelMessage = { v: 1, kind: "request", id, method, body: params };
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(timedOut(method, timeoutMs)), timeoutMs);
    const settle = (result: unknown): void => {
      clearTimeout(timer);
      waiting.delete(id);
      // The envelope is typed end to end by the contract; the version check in `panel/ready` guards it.
      resolve(result as PanelCall[M]["result"]);
    };
    waiting.set(id, settle);
    vscode.postMessage(message);
  });
}

/** Calls `listener` for every event of the host or the server; returns how to stop. */
export function onEvent(listener: (event: PanelEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What `saveState` kept last, also over a reload of the window; undefined the first time. */
export const loadState = (): unknown => vscode.getState();

/** Keeps a small JSON value for the next load of this panel. */
export const saveState = (state: unknown): void => vscode.setState(state);

const isMessage = (data: unknown): data is PanelMessage =>
  typeof data === "object" && data !== null && "v" in data && data.v === 1 && "kind" in data;

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isMessage(data)) return;
  if (data.kind === "response") waiting.get(data.id)?.(data.body);
  else if (data.kind === "event") {
    const event = { method: data.method, body: data.body } as PanelEvent;
    for (const listener of listeners) listener(event);
  }
});
