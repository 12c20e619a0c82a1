import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { hasMathExtension, mathExtensions } from "../platform/documents.ts";
import type { Services } from "../platform/services.ts";
import { startRun } from "./startRun.ts";

/** *Evaluate File*: from the palette, the explorer, or an editor's menu. */
export function fileCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(
      commandIds.evaluateFile,
      async (clicked?: vscode.Uri, all?: vscode.Uri[]) => {
        const chosen = all?.length ? all : [clicked ?? activeMathFile() ?? (await askForFile())];
        const started: string[] = [];
        for (const uri of chosen) {
          if (uri === undefined) continue;
          const runId = await startRun(services, { source: uri.toString() });
          if (runId === null) break;
          started.push(runId);
        }
        return started;
      },
    ),
  ];
}

function activeMathFile(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === "file" && hasMathExtension(uri.path) ? uri : undefined;
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: "Evaluate File",
    openLabel: "Evaluate",
    filters: { "Files with questions": [...mathExtensions], "All files": ["*"] },
  });
  return chosen?.[0];
}
