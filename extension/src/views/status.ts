import * as vscode from "vscode";
import type { Mirror } from "../client/mirror.ts";
import { heard } from "../client/mirror.ts";
import type { ServerClient } from "../client/serverClient.ts";
import { commandIds, internalCommandIds } from "../platform/contributions.ts";
import { mathPattern } from "../platform/documents.ts";
import {
  describeDevice,
  describeRun,
  endpointHosts,
  formatRate,
  isResumable,
  modelTitle,
  statusText,
} from "../platform/format.ts";

/** The status bar item and the language status of math files: model, device, speed, and what to do next. */
export function statusItems(mirror: Mirror, server: ServerClient): vscode.Disposable {
  const bar = vscode.window.createStatusBarItem("deliberate.status", vscode.StatusBarAlignment.Right, 90);
  bar.name = "Deliberate";
  bar.command = internalCommandIds.statusMenu;
  const language = vscode.languages.createLanguageStatusItem("deliberate.language", {
    scheme: "file",
    pattern: mathPattern,
  });
  language.name = "Deliberate";
  language.command = { command: commandIds.selectModel, title: "Select Model" };

  const update = (): void => {
    const entry = mirror.selectedModelEntry;
    const isEndpoint = entry?.endpoint !== undefined || entry?.header?.architecture === "endpoint";
    const [host] = entry?.endpoint === undefined ? [] : endpointHosts(entry.endpoint);
    const title = entry === null ? null : modelTitle(entry);
    const name = host === undefined ? title : `${title} · ${host}`;
    const { engine, activeRun } = mirror;
    const down = server.state === "failed";
    bar.text = down ? "$(error) Deliberate" : statusText(engine, name, activeRun, isEndpoint);
    bar.tooltip = down ? "The language server has stopped. Click for what to do." : tooltip(mirror, name);
    bar.accessibilityInformation = {
      label: `Deliberate: ${bar.text.replace(/\$\([^)]*\)\s*/g, "")}`,
      role: "button",
    };
    bar.backgroundColor =
      down || engine?.state === "lost" ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
    if (server.state === "stopped") bar.hide();
    else bar.show();

    language.text = name ?? "No model";
    language.detail = engine?.model
      ? `${describeDevice(engine.model)}${engine.tokensPerSecond > 0 ? ` · ${formatRate(engine.tokensPerSecond)}` : ""}`
      : "";
    language.busy = engine?.state === "loading" || engine?.state === "busy" || server.state === "starting";
    language.severity =
      down || engine?.state === "lost"
        ? vscode.LanguageStatusSeverity.Error
        : name === null && server.state === "running"
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  };
  update();
  return vscode.Disposable.from(
    bar,
    language,
    mirror.onDidChange(update),
    server.onDidChangeState(update),
    vscode.commands.registerCommand(internalCommandIds.statusMenu, () => showMenu(mirror, server)),
  );
}

function tooltip(mirror: Mirror, modelName: string | null): vscode.MarkdownString {
  const { engine, activeRun } = mirror;
  const text = new vscode.MarkdownString();
  if (activeRun) text.appendText(`${activeRun.title}: ${describeRun(activeRun)}`).appendMarkdown("\n\n");
  text.appendText(`Model: ${engine?.model?.name ?? modelName ?? "none"}`).appendMarkdown("\n\n");
  if (engine?.model) {
    text
      .appendText(`${describeDevice(engine.model)}, ${engine.model.deviceNames.join(", ")}`)
      .appendMarkdown("\n\n");
    text
      .appendText(`${engine.model.sequences} sequences of ${engine.model.contextTokens} tokens`)
      .appendMarkdown("\n\n");
  }
  const protocols = heard(mirror.protocols);
  const protocol = protocols?.entries.find((entry) => entry.id === protocols.selected)?.title;
  if (protocol !== undefined) text.appendText(`Protocol: ${protocol}`).appendMarkdown("\n\n");
  if (engine?.message) text.appendText(engine.message);
  return text;
}

async function showMenu(mirror: Mirror, server: ServerClient): Promise<void> {
  const runs = heard(mirror.runs) ?? [];
  const entries: readonly (readonly [when: boolean, label: string, command: string])[] = [
    [mirror.activeRun !== null, "$(debug-stop) Stop", commandIds.stopRun],
    [runs.length > 0 || mirror.activeRun !== null, "$(list-tree) Open Trace Panel", commandIds.openTrace],
    [mirror.activeRun === null, "$(play) Evaluate File", commandIds.evaluateFile],
    [runs.some((run) => isResumable(run.status)), "$(debug-continue) Resume Run…", commandIds.resumeRun],
    [runs.length > 1, "$(diff) Compare Runs…", commandIds.compareRuns],
    [true, "$(lightbulb) Select Model…", commandIds.selectModel],
    [true, "$(symbol-event) Select Protocol…", commandIds.selectProtocol],
    [
      mirror.engine?.state === "lost" || server.state === "failed",
      "$(debug-restart) Restart Engine",
      commandIds.restartEngine,
    ],
    [true, "$(output) Open Log", commandIds.openLog],
  ];
  const items = entries.filter(([when]) => when).map(([, label, command]) => ({ label, command }));
  const picked = await vscode.window.showQuickPick(items, { title: "Deliberate" });
  if (picked) await vscode.commands.executeCommand(picked.command);
}
