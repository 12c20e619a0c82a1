import { join } from "node:path";
import * as vscode from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageclient/node";
import type {
  EventName,
  Events,
  InitializationOptions,
  Method,
  Methods,
} from "../../../language-server/contract/methods.ts";
import { fail, ok, type Result } from "../../../language-server/contract/result.ts";
import { contractVersion } from "../../../language-server/contract/version.ts";
import type { Endpoints } from "../models/endpoints.ts";
import { mathPattern, presetPattern, recipePattern } from "../platform/documents.ts";
import type { Connections } from "../sql/connections.ts";
import { createRestartPolicy } from "./restartPolicy.ts";
import { eventNames } from "./tables.ts";

export type ServerState = "stopped" | "starting" | "running" | "failed";
export type ProgressReport = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** Four deaths in three minutes are a defect that another start will not cure. */
const restartLimit = 3;
const restartWindowMs = 180_000;

/**
 * The language server as the rest of the extension sees it: typed requests that start it when needed, and typed
 * events that outlive its restarts.
 */
export class ServerClient implements vscode.Disposable {
  #client: LanguageClient | undefined;
  #state: ServerState = "stopped";
  #starting: Promise<Result<void>> | undefined;
  #nextToken = 1;
  readonly #emitters = new Map<EventName, vscode.EventEmitter<unknown>>();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #policy = createRestartPolicy(restartLimit, restartWindowMs, Date.now);

  readonly onDidChangeState = this.#stateChanged.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly answers: Connections["answers"] & Endpoints["answers"],
  ) {
    for (const name of eventNames) this.#emitters.set(name, new vscode.EventEmitter());
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts the server unless it runs. Failures were shown to the user already and carry `internal`. */
  start(): Promise<Result<void>> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** Stops what there is and starts afresh; earlier deaths are forgotten. */
  async restart(): Promise<Result<void>> {
    this.#policy.reset();
    await this.#discard();
    return this.start();
  }

  /** Sends a request of the contract. Never rejects: a lost connection becomes a failed `Result`. */
  async request<M extends Method>(
    method: M,
    params: Methods[M]["params"],
    token?: vscode.CancellationToken,
  ): Promise<Methods[M]["result"]> {
    const started = await this.start();
    const client = this.#client;
    // Every result of the contract is a `Result`, so a failure fits each of them; the compiler cannot see that for a generic M.
    const failed = (message: string, detail?: string) =>
      fail("internal", message, detail) as Methods[M]["result"];
    if (!started.ok) return started as Methods[M]["result"];
    if (client === undefined) return failed("The language server is not running.");
    try {
      // An undefined token would be taken for a second parameter, and the parameters sent as a list.
      return await (token === undefined
        ? client.sendRequest<Methods[M]["result"]>(method, params)
        : client.sendRequest<Methods[M]["result"]>(method, params, token));
    } catch (error) {
      if (token?.isCancellationRequested) return failed("Cancelled.");
      const detail = error instanceof Error ? error.message : String(error);
      this.log.error(`${method}: ${detail}`);
      return failed("The language server did not answer; the log says why.", detail);
    }
  }

  /** Calls `listener` at each event of this name until disposed, over restarts of the server. */
  onEvent<E extends EventName>(name: E, listener: (body: Events[E]) => void): vscode.Disposable {
    const emitter = this.#emitters.get(name);
    if (emitter === undefined) throw new Error(`unknown event ${name}`);
    return emitter.event((body) => listener(body as Events[E]));
  }

  /** A token for one request's progress and how to hear of it; dispose the listener when the request is answered. */
  progressToken(listener: (progress: ProgressReport) => void): {
    token: string;
    disposable: vscode.Disposable;
  } {
    const token = `deliberate-${this.#nextToken++}`;
    const disposable =
      this.#client?.onProgress(WorkDoneProgress.type, token, listener) ?? new vscode.Disposable(() => {});
    return { token, disposable };
  }

  async stop(): Promise<void> {
    await this.#discard();
  }

  dispose(): void {
    for (const emitter of this.#emitters.values()) emitter.dispose();
    this.#stateChanged.dispose();
  }

  async #start(): Promise<Result<void>> {
    const client = this.#create();
    this.#client = client;
    this.#setState("starting");
    try {
      await client.start();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.log.error(`The language server did not start: ${detail}`);
      // The client may have been replaced by a restart in the meantime; that one speaks for itself.
      if (this.#client === client) this.#giveUp(`Deliberate's language server did not start: ${detail}`);
      return fail("internal", "The language server did not start; the log says why.", detail);
    }
    const theirs: unknown = client.initializeResult?.capabilities.experimental?.contractVersion;
    if (typeof theirs === "number" && theirs !== contractVersion) {
      const message = `The extension speaks version ${contractVersion} and its language server version ${theirs}. Reload the window; if that does not help, reinstall Deliberate.`;
      await this.#discard();
      this.#giveUp(message);
      return fail("internal", message);
    }
    this.#setState("running");
    return ok(undefined);
  }

  #create(): LanguageClient {
    const file = (pattern: string) => ({ scheme: "file", pattern });
    const server = {
      module: join(this.context.extensionPath, "dist", "server.mjs"),
      transport: TransportKind.ipc,
    };
    const initializationOptions: InitializationOptions = {
      contractVersion,
      globalStorageFolder: this.context.globalStorageUri.fsPath,
      trusted: vscode.workspace.isTrusted,
      answersRequests: true,
    };
    const client = new LanguageClient(
      "deliberate",
      "Deliberate",
      { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6029"] } } },
      {
        documentSelector: [
          file(mathPattern),
          file(presetPattern),
          file(recipePattern),
          { scheme: "file", language: "sql" },
          { scheme: "untitled", language: "sql" },
        ],
        initializationOptions,
        outputChannel: this.log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        errorHandler: this.#errorHandler(),
        // We show one message of our own, with something to press.
        initializationFailedHandler: () => false,
      },
    );
    for (const name of eventNames) {
      client.onNotification(name, (body: unknown) => this.#emitters.get(name)?.fire(body));
    }
    for (const [method, answer] of Object.entries(this.answers))
      client.onRequest<unknown, void>(method, (params: never) => answer(params));
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      // The client's own restart after a death passes here too, without going through `#start`.
      if (newState === State.Running) this.#setState("running");
      if (newState === State.Starting) this.#setState("starting");
    });
    return client;
  }

  #errorHandler(): ErrorHandler {
    return {
      error: (error, _message, count) => {
        this.log.error(`Connection to the language server: ${error.message}`);
        return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
      },
      closed: () => {
        if (this.#policy.died() === "restart") {
          this.log.warn("The language server ended unexpectedly and is started again.");
          return { action: CloseAction.Restart, handled: true };
        }
        this.#giveUp(
          `Deliberate's language server stopped ${restartLimit + 1} times within three minutes. Runs are kept on disk and can be resumed.`,
        );
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    };
  }

  #giveUp(message: string): void {
    if (this.#state === "failed") return;
    this.#setState("failed");
    void vscode.window.showErrorMessage(message, "Restart", "Open Log").then((choice) => {
      if (choice === "Restart") void this.restart();
      if (choice === "Open Log") this.log.show();
    });
  }

  async #discard(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    this.#setState("stopped");
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      // A client that never ran refuses to stop; there is nothing left to do for it.
      this.log.debug(`Stopping: ${String(error)}`);
    }
  }

  #setState(state: ServerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
