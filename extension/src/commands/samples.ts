import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { fileName } from "../platform/format.ts";
import type { Services } from "../platform/services.ts";

/** *Open Sample Questions*: word problems that the built-in model was not trained on. */
export function sampleCommands({ context }: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.openSamples, async () => {
      const shipped = vscode.Uri.joinPath(context.extensionUri, "media", "samples", "word-problems.jsonl");
      await vscode.window.showTextDocument(await inWorkspace(shipped), { preview: false });
    }),
  ];
}

/** A copy in the workspace, so that runs and verdicts belong to it; without a workspace the file where it is. */
async function inWorkspace(shipped: vscode.Uri): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return shipped;
  const copy = vscode.Uri.joinPath(folder, fileName(shipped.path));
  const isThere = await vscode.workspace.fs.stat(copy).then(
    () => true,
    () => false,
  );
  if (!isThere) await vscode.workspace.fs.copy(shipped, copy);
  return copy;
}
