import * as vscode from "vscode";
import { contractVersion } from "../../../language-server/contract/version.ts";
import { heard } from "../client/mirror.ts";
import { commandIds, settings } from "../platform/contributions.ts";
import { describeDevice, describeHeader } from "../platform/format.ts";
import type { Services } from "../platform/services.ts";

/** *Copy Diagnostics*: what somebody needs to understand a report, and nothing of the questions or answers. */
export function diagnosticsCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.copyDiagnostics, async () => {
      const text = describe(services);
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage("Diagnostics copied.", 4_000);
      return text;
    }),
  ];
}

function describe({ context, server, mirror, activationMs }: Services): string {
  const { engine } = mirror;
  const model = engine?.model;
  const selected = mirror.selectedModelEntry;
  const changed = Object.keys(settings).flatMap((key) => {
    const facts = vscode.workspace.getConfiguration().inspect(key);
    const value = facts?.workspaceFolderValue ?? facts?.workspaceValue ?? facts?.globalValue;
    // Paths say who and where somebody is.
    const shown = /\.(path|folder|downloadFolder)$/.test(key) && value ? "(set)" : JSON.stringify(value);
    return value === undefined ? [] : [`- ${key}: ${shown}`];
  });
  return [
    "## Deliberate",
    `- version: ${String(context.extension.packageJSON.version)}, contract ${contractVersion}`,
    `- VS Code: ${vscode.version} (${vscode.env.appName}, ${vscode.env.remoteName ?? "local"})`,
    `- platform: ${process.platform}-${process.arch}, Node ${process.versions.node}`,
    `- activation: ${activationMs().toFixed(0)} ms, workspace ${vscode.workspace.isTrusted ? "trusted" : "untrusted"}`,
    `- language server: ${server.state}`,
    `- engine: ${engine?.state ?? "unknown"}${engine?.message ? ` (${engine.message})` : ""}`,
    ...(model
      ? [
          `- loaded: ${model.name}, ${model.architecture}, ${describeDevice(model)} ${model.deviceNames.join(", ")}`,
          `- context: ${model.contextTokens} tokens × ${model.sequences} sequences; ${model.engine.name} ${model.engine.version}, llama.cpp ${model.engine.llamaCpp}; loaded in ${Math.round(model.loadMs)} ms`,
        ]
      : []),
    `- selected model: ${selected?.header ? describeHeader(selected.header) : "none"}`,
    `- protocol: ${heard(mirror.protocols)?.selected ?? "unknown"}; runs: ${heard(mirror.runs)?.length ?? "unknown"}`,
    ...(changed.length > 0 ? ["", "Settings changed:", ...changed] : []),
    "",
  ].join("\n");
}
