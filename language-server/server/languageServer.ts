import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  CompletionTriggerKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import type { RunId, RunSummary } from "../contract/entities.ts";
import type { EventName, Events, InitializationOptions, Settings } from "../contract/methods.ts";
import { contractVersion } from "../contract/version.ts";
import { runsFolder, trainingFolder } from "../store/runFolder.ts";
import { toDiagnostics } from "./documents/diagnostics.ts";
import { questionLenses, statementLenses } from "./documents/lenses.ts";
import { OpenDocuments } from "./documents/openDocuments.ts";
import { VerdictBoard } from "./documents/verdicts.ts";
import { yamlCompletions, yamlDiagnostics, yamlHover, yamlTriggers } from "./documents/yamlFiles.ts";
import { createHandlers } from "./handlers/handlers.ts";
import { registerHandlers } from "./handlers/requests.ts";
import { ModelService } from "./modelService.ts";
import { createProduct, type Product } from "./product.ts";
import { productFiles } from "./productFiles.ts";
import type { ActiveRun, RunEnd } from "./run/activeRun.ts";
import { RunProgress } from "./runProgress.ts";
import { completeSettings, defaultSettings } from "./settings.ts";
import { EditorRequests } from "./sql/editorRequests.ts";
import { isSql, SqlFiles, sqlTriggers } from "./sql/sqlFiles.ts";
import { TrainingService } from "./training/trainingService.ts";

const diagnosticsDelayMs = 250;
const statusEveryMs = 250;
const verdictsEveryMs = 1000;
/** A little more than the window over which tokens per second are counted. */
const rateFadesMs = 2500;

/** Connects the product to an editor: capabilities, documents, requests, events. No logic of its own. */
export function startServer(connection: Connection, moduleUrl: string): void {
  new LanguageServer(connection, moduleUrl).listen();
}

class LanguageServer {
  private settings: Settings = defaultSettings;
  private options: InitializationOptions | null = null;
  private folders: string[] = [];
  private readonly documents = new OpenDocuments(() => this.settings);
  private readonly product: Product;
  private readonly models: ModelService;
  private readonly trainings: TrainingService;
  private readonly sql: SqlFiles;
  private readonly editor: EditorRequests;
  private readonly progress: RunProgress;
  private readonly verdicts = new VerdictBoard();
  private readonly parseTimers = new Map<string, NodeJS.Timeout>();
  private settingsArrived: () => void = () => undefined;
  private readonly ready = new Promise<void>((resolve) => {
    this.settingsArrived = resolve;
  });
  private statusTimer: NodeJS.Timeout | null = null;
  private verdictTimer: NodeJS.Timeout | null = null;

  constructor(
    private readonly connection: Connection,
    moduleUrl: string,
  ) {
    const files = productFiles(moduleUrl);
    this.editor = new EditorRequests(connection, () => this.options?.answersRequests === true);
    this.progress = new RunProgress(connection, (id) => this.product.runs.stop(id));
    this.product = createProduct({
      files,
      settings: () => this.settings,
      runsFolder: () => this.runsFolder(),
      notify: (event, body) => this.notify(event, body),
      log: (level, text) => connection.console[level](text),
      warn: (message) => void connection.window.showWarningMessage(message),
      onEngineStatus: () => this.publishStatus(),
      secret: (key) => this.editor.secret(key),
      endpointPermission: (address, isLocal) => this.editor.endpoint(address, isLocal),
      endpointsFile: () => join(this.storageFolder(), "endpoints.json"),
      trusted: () => this.options?.trusted !== false,
      measuresLimits: true,
      onStarted: ({ id, title, run }) => this.runStarted(id, title, run),
      onEnded: (id, end, summary) => this.runEnded(id, end, summary),
    });
    this.models = new ModelService({
      settings: () => this.settings,
      workspaceFolders: () => this.folders,
      productRoot: files.root,
      storageFolder: () => this.storageFolder(),
      endpoints: () => this.product.endpoints.list(),
    });
    this.trainings = new TrainingService({
      lab: files.lab,
      trainingFolder: () => trainingFolder(this.folders[0], this.storageFolder()),
      baseFolder: () => this.folders[0] ?? process.cwd(),
      notify: (event, body) => this.notify(event, body),
      log: (level, text) => connection.console[level](text),
    });
    this.sql = new SqlFiles({
      connection,
      product: this.product,
      models: this.models,
      documents: this.documents,
      settings: () => this.settings,
      workspaceFolders: () => this.folders,
      storageFolder: () => this.storageFolder(),
      trusted: () => this.options?.trusted !== false,
      client: this.editor,
      onDatabasesChanged: () => this.notify("deliberate/sql/databasesChanged", {}),
    });
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => void this.initialized().finally(() => this.settingsArrived()));
    connection.onDidChangeConfiguration(() => void this.readSettings());
    connection.onCodeLens(({ textDocument }) => {
      const sql = documents.documents.get(textDocument.uri);
      if (sql?.languageId === "sql") return this.settings.sql.enabled ? statementLenses(sql) : [];
      const parsed = documents.questionsOf(textDocument.uri);
      return parsed === null ? [] : questionLenses(textDocument.uri, parsed.questions);
    });
    connection.onCompletion(async ({ textDocument, position, context }) => {
      const document = documents.documents.get(textDocument.uri);
      if (document === undefined || !isSql(document)) return yamlCompletions(document, position);
      await this.ready;
      const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      return this.sql.completions(document, position, typed);
    });
    connection.onHover(async ({ textDocument, position }) => {
      const document = documents.documents.get(textDocument.uri);
      if (document === undefined || !isSql(document)) return yamlHover(document, position);
      await this.ready;
      return this.sql.hover(document, position);
    });
    connection.languages.inlineCompletion.on(async (params, token) => {
      await this.ready;
      return this.sql.inlineCompletions(params, token);
    });
    documents.documents.onDidChangeContent(({ document }) => this.scheduleDiagnostics(document.uri));
    documents.documents.onDidOpen(({ document }) => void this.recallVerdicts(document.uri));
    documents.documents.onDidClose(({ document }) => {
      this.sql.forgetCheck(document.uri);
      void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    connection.onShutdown(async () => {
      await Promise.all([this.product.dispose(), this.trainings.dispose()]);
    });
    const handlers = createHandlers({
      product: this.product,
      models: this.models,
      trainings: this.trainings,
      documents,
      sql: this.sql,
      settings: () => this.settings,
      workspaceFolders: () => this.folders,
      notify: (event, body) => this.notify(event, body),
      startProgress: (token) => this.connection.window.attachWorkDoneProgress(token),
    });
    registerHandlers(connection, handlers, this.ready, (text) => connection.console.error(text));
    documents.documents.listen(connection);
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    const options = params.initializationOptions as InitializationOptions | undefined;
    if (options !== undefined && options.contractVersion !== contractVersion) {
      throw new ResponseError(
        -32099,
        `The language server speaks version ${contractVersion} of the contract, the client ${options.contractVersion}. Reload the window.`,
      );
    }
    this.options = options ?? null;
    this.folders = (params.workspaceFolders ?? []).flatMap(({ uri }) =>
      uri.startsWith("file:") ? [fileURLToPath(uri)] : [],
    );
    return {
      serverInfo: { name: "deliberate", version: this.product.version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeLensProvider: { resolveProvider: false },
        completionProvider: { triggerCharacters: [...yamlTriggers, ...sqlTriggers] },
        inlineCompletionProvider: {},
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        experimental: { contractVersion },
      },
    };
  }

  private async initialized(): Promise<void> {
    const { connection } = this;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "deliberate" });
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      const kept = this.folders.filter((folder) => !gone.has(pathToFileURL(folder).href));
      this.folders = [
        ...kept,
        ...added.flatMap(({ uri }) => (uri.startsWith("file:") ? [fileURLToPath(uri)] : [])),
      ];
    });
    await this.readSettings();
  }

  private async readSettings(): Promise<void> {
    const before = this.settings;
    this.settings = completeSettings(await this.connection.workspace.getConfiguration("deliberate"));
    if (before !== defaultSettings && before.model.path !== this.settings.model.path)
      await this.models.forgetModel();
    this.documents.forgetParsed();
    for (const document of this.documents.documents.all()) this.scheduleDiagnostics(document.uri);
  }

  private storageFolder(): string {
    return this.options?.globalStorageFolder ?? join(tmpdir(), "deliberate");
  }

  private runsFolder(): string {
    const { folder } = this.settings.run;
    const workspace = this.folders[0];
    if (folder !== "") return resolve(workspace ?? this.storageFolder(), folder);
    return runsFolder(workspace, this.storageFolder());
  }

  private notify<E extends EventName>(event: E, body: Events[E]): void {
    void this.connection.sendNotification(event, body);
    if (event === "deliberate/run/advanced") {
      this.progress.report((body as Events["deliberate/run/advanced"]).summary);
      this.verdictTimer ??= setTimeout(() => {
        this.verdictTimer = null;
        this.sendRunVerdicts();
      }, verdictsEveryMs);
    }
  }

  private runStarted(id: RunId, title: string, _run: ActiveRun): void {
    void this.progress.begin(id, title);
    this.notify("deliberate/run/listChanged", {});
    // The tokens per second change while nothing else does.
    this.statusTimer ??= setInterval(() => this.publishStatus(), statusEveryMs * 4);
  }

  private runEnded(id: RunId, end: RunEnd, summary: RunSummary): void {
    if (this.statusTimer !== null) clearInterval(this.statusTimer);
    this.statusTimer = null;
    this.progress.end(id);
    this.sendRunVerdicts();
    this.notify("deliberate/run/ended", { runId: id, status: end.status, summary, failure: end.failure });
    this.notify("deliberate/run/listChanged", {});
    this.publishStatus();
    setTimeout(() => this.publishStatus(), rateFadesMs).unref();
  }

  private publishStatus(): void {
    void this.connection.sendNotification("deliberate/engine/changed", this.product.session.status());
  }

  private scheduleDiagnostics(uri: string): void {
    const document = this.documents.documents.get(uri);
    if (document !== undefined && isSql(document)) {
      this.sql.scheduleCheck(document);
      return;
    }
    clearTimeout(this.parseTimers.get(uri));
    this.parseTimers.set(
      uri,
      setTimeout(() => {
        this.parseTimers.delete(uri);
        const ofPreset = yamlDiagnostics(this.documents.documents.get(uri));
        const diagnostics = ofPreset ?? toDiagnostics(this.documents.questionsOf(uri)?.diagnostics ?? []);
        void this.connection.sendDiagnostics({ uri, diagnostics });
      }, diagnosticsDelayMs),
    );
  }

  /** Verdicts for the open document of the file that the last run is over. */
  private sendRunVerdicts(): void {
    const view = this.product.runs.latestView();
    if (view === null) return;
    this.verdicts.take(view);
    const uri = pathToFileURL(view.manifest.source.path).href;
    const open = this.documents.documents.all().find((document) => sameFile(document.uri, uri));
    if (open !== undefined) this.sendVerdicts(open.uri);
  }

  private async recallVerdicts(uri: string): Promise<void> {
    await this.ready;
    if (!uri.startsWith("file:") || this.documents.questionsOf(uri) === null) return;
    await this.verdicts.recall(fileURLToPath(uri), this.product.runs.library);
    this.sendVerdicts(uri);
  }

  private sendVerdicts(uri: string): void {
    const questions = this.documents.questionsOf(uri)?.questions ?? [];
    this.notify("deliberate/document/verdicts", { uri, verdicts: this.verdicts.verdicts(uri, questions) });
  }
}

/** Editors escape more characters of a URI than Node does. */
const sameFile = (a: string, b: string): boolean => decodeURIComponent(a) === decodeURIComponent(b);
