import { randomBytes, randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { EventName, Events, Method, Methods } from "../../../language-server/contract/methods.ts";
import { detailOf, fail, ok, type Result } from "../../../language-server/contract/result.ts";
import type { PanelMessage, PanelState } from "../../../language-server/contract/webview.ts";
import type { ServerClient } from "../client/serverClient.ts";
import { eventAudience, eventNames, isForwarded, isHostMethod } from "../client/tables.ts";
import { webviewType } from "../platform/contributions.ts";
import { concerns, type PanelRequest, readRequest, readWatch, type Watch } from "./envelope.ts";
import { panelPage } from "./html.ts";
import { hostAnswers } from "./panelHost.ts";

/** All trace panels: normally one, more when a window with several was restored. */
export class TracePanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #panels = new Set<TracePanel>();
  readonly #disposables: vscode.Disposable[] = [];
  #servedBefore = false;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly server: ServerClient,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#disposables.push(vscode.window.registerWebviewPanelSerializer(webviewType, this));
    this.#disposables.push(
      server.onDidChangeState((state) => {
        if (state !== "running") return;
        // After a restart of the server nothing is as the pages think: a run under way has been interrupted.
        if (this.#servedBefore) for (const panel of this.#panels) panel.refresh();
        this.#servedBefore = true;
      }),
    );
    for (const name of eventNames) {
      this.#disposables.push(server.onEvent(name, (body) => this.#forward(name, body)));
    }
  }

  /** Shows `state` in the panel that was used last, or in a new one beside the editor. */
  async show(state: Partial<PanelState>, { preserveFocus }: { preserveFocus: boolean }): Promise<void> {
    const existing = [...this.#panels].at(-1);
    if (existing !== undefined) {
      existing.show(state, preserveFocus);
      return;
    }
    const column =
      vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(
      webviewType,
      "Deliberate",
      { viewColumn: column, preserveFocus },
      { enableFindWidget: false, retainContextWhenHidden: false },
    );
    this.#adopt(panel, state);
  }

  /** VS Code gives back a panel of the last session with what the page had kept by `setState`. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#adopt(panel, typeof state === "object" && state !== null ? (state as Partial<PanelState>) : {});
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const panel of [...this.#panels]) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, state: Partial<PanelState>): void {
    const traced = new TracePanel(panel, this.extensionUri, this.server, this.log, state);
    this.#panels.add(traced);
    panel.onDidDispose(() => this.#panels.delete(traced));
    panel.onDidChangeViewState(({ webviewPanel }) => {
      if (!webviewPanel.active) return;
      this.#panels.delete(traced);
      this.#panels.add(traced);
    });
  }

  #forward<E extends EventName>(name: E, body: Events[E]): void {
    const audience = eventAudience[name];
    if (audience === "none") return;
    for (const panel of this.#panels) panel.receive(name, body, audience);
  }
}

/** One panel: its page, and the border between the page and the server. */
class TracePanel {
  readonly #viewId = randomUUID();
  #watch: Watch | null = null;
  /** What the page is to show at its next `panel/ready`. */
  #pending: Partial<PanelState>;
  #ready = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    private readonly server: ServerClient,
    private readonly log: vscode.LogOutputChannel,
    state: Partial<PanelState>,
  ) {
    this.#pending = state;
    const { webview } = panel;
    const folder = vscode.Uri.joinPath(extensionUri, "dist", "webview");
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, "media", "icons", "panelLight.svg"),
      dark: vscode.Uri.joinPath(extensionUri, "media", "icons", "panelDark.svg"),
    };
    webview.onDidReceiveMessage((message: unknown) => void this.#receiveFromPage(message));
    panel.onDidChangeViewState(() => {
      // A hidden page is thrown away and comes back with a new `panel/ready`.
      if (!panel.visible) this.#leave();
    });
    panel.onDidDispose(() => this.#leave());
    webview.html = panelPage({
      cspSource: webview.cspSource,
      nonce: randomBytes(24).toString("base64url"),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, "panel.js")).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(folder, "panel.css")).toString(),
    });
  }

  show(state: Partial<PanelState>, preserveFocus: boolean): void {
    if (this.#ready && this.panel.visible)
      this.#post({ v: 1, kind: "event", method: "panel/show", body: state });
    else this.#pending = { ...this.#pending, ...state };
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Makes the page load anew what it shows. */
  refresh(): void {
    if (this.#ready && this.panel.visible)
      this.#post({ v: 1, kind: "event", method: "panel/show", body: {} });
  }

  receive<E extends EventName>(name: E, body: Events[E], audience: "all" | "watchers"): void {
    if (!this.#ready || !this.panel.visible) return;
    if (audience === "watchers" && !concerns(this.#watch, body as Events["deliberate/trace/advanced"]))
      return;
    this.#post({ v: 1, kind: "event", method: name, body });
  }

  dispose(): void {
    this.panel.dispose();
  }

  async #receiveFromPage(message: unknown): Promise<void> {
    const request = readRequest(message);
    if (request === null) {
      this.log.warn("The trace panel sent a message that is not a request.");
      return;
    }
    let result: Result<unknown>;
    try {
      result = await this.#answer(request);
    } catch (error) {
      const detail = detailOf(error);
      this.log.error(`${request.method}: ${detail}`);
      result = fail("internal", "That did not work; the log says why.", detail);
    }
    this.#post({ v: 1, kind: "response", id: request.id, body: result });
  }

  async #answer({ method, body }: PanelRequest): Promise<Result<unknown>> {
    if (isHostMethod(method)) {
      if (method === "panel/ready") return this.#greet(body);
      return hostAnswers[method]({ panel: this.panel, server: this.server }, body);
    }
    if (!isForwarded(method)) return fail("input/invalid", `The panel may not use ${method}.`);
    if (method === "deliberate/trace/watch") {
      this.#watch = readWatch(body);
      if (this.#watch === null) return fail("input/invalid", "Nothing to watch was named.");
      // A page speaks for itself only, whatever view it names.
      return this.server.request(method, { ...this.#watch, viewId: this.#viewId });
    }
    if (method === "deliberate/trace/unwatch") {
      this.#watch = null;
      return this.server.request(method, { viewId: this.#viewId });
    }
    // The envelope is typed end to end by the contract; the server checks what arrives.
    return this.server.request<Method>(method, body as Methods[Method]["params"]);
  }

  #greet(body: unknown): Result<{ state: Partial<PanelState>; viewId: string }> {
    const greeted = hostAnswers["panel/ready"](body);
    if (!greeted.ok) return greeted;
    this.#ready = true;
    const state = this.#pending;
    // Said once: afterwards the page itself remembers where it was.
    this.#pending = {};
    return ok({ state, viewId: this.#viewId });
  }

  #leave(): void {
    this.#ready = false;
    if (this.#watch === null) return;
    this.#watch = null;
    if (this.server.state === "running") {
      void this.server.request("deliberate/trace/unwatch", { viewId: this.#viewId });
    }
  }

  #post(message: PanelMessage): void {
    void this.panel.webview.postMessage(message);
  }
}
