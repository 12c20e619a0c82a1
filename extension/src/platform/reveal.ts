import * as vscode from "vscode";

/** Shows a file or folder where VS Code can: the explorer for those of the workspace, else the system's file manager. */
export async function reveal(path: string): Promise<void> {
  const uri = vscode.Uri.file(path);
  // The file manager of the remote side cannot be shown, the explorer always can for files of the workspace.
  const command = vscode.workspace.getWorkspaceFolder(uri) ? "revealInExplorer" : "revealFileInOS";
  await vscode.commands.executeCommand(command, uri);
}
