/** Run-time lists of what the contract declares as types. Exhaustive: a missing or unknown name does not compile. */
import type { EventName, Method } from "../../../language-server/contract/methods.ts";
import type { PanelMethods } from "../../../language-server/contract/webview.ts";

type Flags<Name extends string> = { readonly [Key in Name]: boolean };

/** Every request of the contract, and whether the trace panel may send it. */
export const panelMay: Flags<Method> = {
  "deliberate/model/list": true,
  "deliberate/model/inspect": true,
  // What is chosen, fetched or deleted is decided in VS Code's own dialogs, never by a web page.
  "deliberate/model/select": false,
  "deliberate/model/download": false,
  // Where questions are sent is decided there, too.
  "deliberate/endpoint/models": false,
  "deliberate/endpoint/add": false,
  "deliberate/endpoint/remove": false,
  "deliberate/protocol/list": true,
  "deliberate/protocol/select": false,
  "deliberate/document/questions": true,
  "deliberate/run/start": true,
  "deliberate/run/stop": true,
  "deliberate/run/resume": true,
  "deliberate/run/rerun": true,
  "deliberate/run/delete": false,
  "deliberate/run/list": true,
  "deliberate/run/summary": true,
  "deliberate/run/questions": true,
  "deliberate/run/path": true,
  "deliberate/run/tokens": true,
  // Started by a command, which asks what it needs to know.
  "deliberate/experiment/trap": false,
  "deliberate/run/remark": true,
  "deliberate/run/group": true,
  "deliberate/branch/start": true,
  "deliberate/branch/list": true,
  "deliberate/run/compare": true,
  "deliberate/trace/watch": true,
  "deliberate/trace/unwatch": true,
  "deliberate/engine/status": true,
  "deliberate/engine/restart": true,
  // Which recipe is trained and what is deleted or written is decided in VS Code's own dialogs.
  "deliberate/training/start": false,
  "deliberate/training/stop": true,
  "deliberate/training/resume": true,
  "deliberate/training/delete": false,
  "deliberate/training/list": true,
  "deliberate/training/points": true,
  "deliberate/training/export": true,
  "deliberate/sql/databases": true,
  "deliberate/sql/selectDatabase": false,
  "deliberate/sql/schema": true,
  // What is run is decided in VS Code; a page shows what was run.
  "deliberate/sql/query": false,
  "deliberate/sql/result": true,
  "deliberate/sql/statements": false,
  "deliberate/sql/links": true,
  "deliberate/sql/readConnection": false,
  // The panel is told which suggestion to show.
  "deliberate/sql/lastSuggestion": false,
  "deliberate/sql/suggestion": true,
};

/** Every event, and whether it goes to every visible panel (`all`) or only to those that watch its path. */
export const eventAudience: { readonly [Name in EventName]: "all" | "watchers" | "none" } = {
  "deliberate/run/advanced": "all",
  "deliberate/run/ended": "all",
  "deliberate/experiment/trapAdvanced": "none",
  "deliberate/experiment/trapEnded": "none",
  "deliberate/run/listChanged": "all",
  "deliberate/trace/advanced": "watchers",
  "deliberate/trace/stageEnded": "watchers",
  "deliberate/trace/pathEnded": "watchers",
  "deliberate/engine/changed": "all",
  "deliberate/document/verdicts": "none",
  "deliberate/training/advanced": "all",
  "deliberate/training/listChanged": "all",
  "deliberate/sql/databasesChanged": "all",
};

export const eventNames = Object.keys(eventAudience) as readonly EventName[];

/** Requests that the extension host answers itself. */
export const hostMethods: { readonly [Name in keyof PanelMethods]: true } = {
  "panel/ready": true,
  "panel/openSource": true,
  "panel/copy": true,
  "panel/openFolder": true,
  "panel/training": true,
  "panel/newTraining": true,
  "panel/sql": true,
  "panel/setTitle": true,
};

export type ForwardedMethod = Method;

/** A method name that came out of a web page, if the page may use it on the server. */
export const isForwarded = (method: string): method is ForwardedMethod =>
  Object.hasOwn(panelMay, method) && panelMay[method as Method];

export const isHostMethod = (method: string): method is keyof PanelMethods =>
  Object.hasOwn(hostMethods, method);
