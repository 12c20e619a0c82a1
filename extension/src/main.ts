import * as vscode from "vscode";
import type { Method, Methods } from "../../language-server/contract/methods.ts";
import { Mirror } from "./client/mirror.ts";
import { ServerClient } from "./client/serverClient.ts";
import { databaseCommands } from "./commands/database.ts";
import { diagnosticsCommands } from "./commands/diagnostics.ts";
import { engineCommands } from "./commands/engine.ts";
import { experimentCommands } from "./commands/experiment.ts";
import { fileCommands } from "./commands/file.ts";
import { modelCommands } from "./commands/model.ts";
import { protocolCommands } from "./commands/protocol.ts";
import { queryCommands } from "./commands/query.ts";
import { questionCommands } from "./commands/question.ts";
import { runCommands } from "./commands/run.ts";
import { sampleCommands } from "./commands/samples.ts";
import { sqlQuestionCommands } from "./commands/sqlQuestions.ts";
import { suggestionCommands } from "./commands/suggestion.ts";
import { trainingCommands } from "./commands/training.ts";
import { TracePanels } from "./editors/tracePanel.ts";
import { verdictDecorations } from "./editors/verdictDecorations.ts";
import { Endpoints } from "./models/endpoints.ts";
import { keepContextKeys, looksLikeMath } from "./platform/contextKeys.ts";
import type { Services } from "./platform/services.ts";
import { Connections } from "./sql/connections.ts";
import { testController } from "./testing/testController.ts";
import { databaseStatus } from "./views/databaseStatus.ts";
import { databasesView } from "./views/databases.ts";
import { modelsView } from "./views/models.ts";
import { protocolsView } from "./views/protocols.ts";
import { runsView } from "./views/runs.ts";
import { statusItems } from "./views/status.ts";
import { trainingsView } from "./views/trainings.ts";

/** What `activate` gives to other extensions and to tests. */
export interface ExtensionApi {
  /** How long `activate` took, in milliseconds. */
  readonly activationMs: number;
  /** Starts the language server if nothing has yet; resolves when it answers, rejects when it cannot start. */
  readonly ready: Promise<void>;
  /** A request of the contract, as the product itself sends it. */
  request<M extends Method>(method: M, params: Methods[M]["params"]): Promise<Methods[M]["result"]>;
}

let server: ServerClient | undefined;

/** Puts the parts together. Nothing is started here: the server starts with its first use or a math document. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  const before = performance.now();
  let activationMs = 0;
  const log = vscode.window.createOutputChannel("Deliberate", { log: true });
  const connections = new Connections(context);
  const endpoints = new Endpoints(context);
  const client = new ServerClient(context, log, { ...connections.answers, ...endpoints.answers });
  server = client;
  const mirror = new Mirror(client);
  const panels = new TracePanels(context.extensionUri, client, log);
  const services: Services = {
    context,
    log,
    server: client,
    mirror,
    panels,
    connections,
    endpoints,
    activationMs: () => activationMs,
  };

  const startFor = (document: vscode.TextDocument): void => {
    if (client.state === "stopped" && (looksLikeMath(document) || document.languageId === "sql"))
      void client.start();
  };
  context.subscriptions.push(
    log,
    client,
    mirror,
    panels,
    ...fileCommands(services),
    ...sampleCommands(services),
    ...questionCommands(services),
    ...runCommands(services),
    ...experimentCommands(services),
    ...modelCommands(services),
    ...protocolCommands(services),
    ...trainingCommands(services),
    ...databaseCommands(services),
    ...queryCommands(services),
    ...sqlQuestionCommands(services),
    ...suggestionCommands(services),
    ...engineCommands(services),
    ...diagnosticsCommands(services),
    modelsView(mirror),
    protocolsView(mirror),
    runsView(mirror, client),
    trainingsView(mirror),
    databasesView(services),
    databaseStatus(client),
    statusItems(mirror, client),
    verdictDecorations(client),
    testController(services),
    keepContextKeys(mirror),
    vscode.workspace.onDidOpenTextDocument(startFor),
    // Settings that an untrusted workspace may not make count from now on: the server reads all of them anew.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (client.state !== "stopped") void client.restart();
    }),
  );
  vscode.workspace.textDocuments.forEach(startFor);

  activationMs = performance.now() - before;
  log.debug(`Activated in ${activationMs.toFixed(1)} ms.`);
  return {
    activationMs,
    get ready(): Promise<void> {
      return client.start().then((started) => {
        if (!started.ok) throw new Error(started.error.message);
      });
    },
    request: (method, params) => client.request(method, params),
  };
}

/** Ends the server; runs in progress are on disk and can be resumed. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
