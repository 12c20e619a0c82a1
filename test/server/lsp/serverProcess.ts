import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
} from "vscode-languageserver-protocol/node";
import type { QuestionRow } from "../../../language-server/contract/entities.ts";
import type {
  EventName,
  Events,
  InitializationOptions,
  Method,
  Methods,
} from "../../../language-server/contract/methods.ts";
import type { Failure } from "../../../language-server/contract/result.ts";
import { contractVersion } from "../../../language-server/contract/version.ts";

export const modelFile = resolve("test/fixtures/models/stories260K.gguf");

type ValueOf<M extends Method> = Extract<Methods[M]["result"], { ok: true }>["value"];

/** The real language server in a process of its own, over the ipc transport that VS Code uses. */
export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), "deliberate-lsp-"));
  readonly diagnostics = new Map<string, { message: string; range: { start: { line: number } } }[]>();
  readonly progress: { kind: string; message?: string; percentage?: number }[] = [];
  private readonly listeners = new Map<string, Set<(body: never) => void>>();
  private child!: ChildProcess;
  private connection!: MessageConnection;
  progressTokens: (string | number)[] = [];
  /** What the server asked about endpoints, and what it is answered. */
  readonly endpointsAsked: { address: string; isLocal: boolean }[] = [];
  endpointAnswer: { allowed: boolean; key: string | null } = { allowed: false, key: null };

  constructor(
    private readonly settings: object = {},
    private readonly options: Partial<InitializationOptions> = {},
  ) {}

  async start(): Promise<this> {
    this.child = fork("language-server/server/main.ts", ["--node-ipc"], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.connection = createMessageConnection(
      new IPCMessageReader(this.child),
      new IPCMessageWriter(this.child),
    );
    this.connection.onRequest("workspace/configuration", () => [this.settings]);
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("window/workDoneProgress/create", ({ token }: { token: string }) => {
      this.progressTokens.push(token);
      return null;
    });
    this.connection.onRequest(
      "deliberate/client/endpoint",
      (asked: { address: string; isLocal: boolean }) => {
        this.endpointsAsked.push(asked);
        return { ...this.endpointAnswer, allowed: asked.isLocal || this.endpointAnswer.allowed };
      },
    );
    this.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      this.progress.push(value);
    });
    this.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
    });
    this.connection.onNotification((method: string, body: unknown) => {
      for (const listener of this.listeners.get(method) ?? []) listener(body as never);
    });
    this.connection.listen();
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        window: { workDoneProgress: true },
      },
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: "test" }],
      initializationOptions: {
        contractVersion,
        globalStorageFolder: join(this.folder, ".storage"),
        ...this.options,
      },
    });
    await this.connection.sendNotification("initialized", {});
    return this;
  }

  /** Sends a request of the contract and unwraps its result; a failure is thrown with its code. */
  async call<M extends Method>(method: M, params: Methods[M]["params"]): Promise<ValueOf<M>> {
    const result = (await this.connection.sendRequest(method, params)) as
      | { ok: true; value: ValueOf<M> }
      | { ok: false; error: Failure };
    if (!result.ok) throw Object.assign(new Error(result.error.message), { code: result.error.code });
    return result.value;
  }

  /** All questions of a run of at most a hundred, in the order of their file. */
  async rows(runId: string): Promise<readonly QuestionRow[]> {
    const query = {
      offset: 0,
      count: 100,
      filter: "all",
      sort: "file",
      descending: false,
      search: "",
    } as const;
    return (await this.call("deliberate/run/questions", { runId, ...query })).rows;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  on<E extends EventName>(event: E, listener: (body: Events[E]) => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners);
    listeners.add(listener as (body: never) => void);
    return () => listeners.delete(listener as (body: never) => void);
  }

  /** The next event that fulfils the condition. */
  next<E extends EventName>(
    event: E,
    condition: (body: Events[E]) => boolean = () => true,
  ): Promise<Events[E]> {
    return new Promise((resolve) => {
      const off = this.on(event, (body) => {
        if (!condition(body)) return;
        off();
        resolve(body);
      });
    });
  }

  async open(name: string, text: string, languageId = "jsonl"): Promise<string> {
    const uri = pathToFileURL(join(this.folder, name)).href;
    await this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Process ids of the engine processes below the server. */
  async enginePids(): Promise<number[]> {
    const { execFileSync } = await import("node:child_process");
    const lines = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n");
    return lines
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, parent, ...args]) => Number(parent) === this.child.pid && args.join(" ").includes("llamaMain"),
      )
      .map(([pid]) => Number(pid));
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.connection.dispose();
    this.child.kill(signal);
    await gone;
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await gone;
    this.connection.dispose();
  }

  cleanUp(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** JSONL of small questions in GSM8K's format. */
export const questionLines = (count: number): string =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      question: `Tom has ${index + 2} apples and gets 3 more. How many?`,
      answer: `#### ${index + 5}`,
    }),
  ).join("\n");
