import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";

const scheme = "deliberate-suggestion";

/** *Explain Suggestion*: how the last suggestion in the SQL file came about, as a document to read. */
export function suggestionCommands(services: Services): vscode.Disposable[] {
  const documents = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => documents.get(uri.toString()) ?? "",
  };
  return [
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, provider),
    vscode.commands.registerCommand(commandIds.explainSuggestion, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== "sql") {
        void vscode.window.showInformationMessage("Open the SQL file with the suggestion first.");
        return;
      }
      const uri = document.uri.toString();
      const answer = await services.server.request("deliberate/sql/explainSuggestion", { uri });
      if (!answer.ok) {
        showFailure(answer.error, services.log);
        return;
      }
      const target = vscode.Uri.from({ scheme, path: `/${answer.value.title}.md`, query: uri });
      documents.set(target.toString(), answer.value.markdown);
      changed.fire(target);
      await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    }),
  ];
}
