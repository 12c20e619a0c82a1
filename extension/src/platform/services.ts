import type * as vscode from "vscode";
import type { Mirror } from "../client/mirror.ts";
import type { ServerClient } from "../client/serverClient.ts";
import type { TracePanels } from "../editors/tracePanel.ts";
import type { Endpoints } from "../models/endpoints.ts";
import type { Connections } from "../sql/connections.ts";

/** What commands and views are given; made once, in `main.ts`. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly server: ServerClient;
  readonly mirror: Mirror;
  readonly panels: TracePanels;
  readonly connections: Connections;
  readonly endpoints: Endpoints;
  /** How long `activate` took, in milliseconds. */
  readonly activationMs: () => number;
}
