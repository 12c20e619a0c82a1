import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";

/** *Explain This Suggestion*: the trace of the last suggestion in the SQL file, in the trace panel. */
export function suggestionCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.explainSuggestion, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== "sql") {
        void vscode.window.showInformationMessage("Open the SQL file with the suggestion first.");
        return;
      }
      const answer = await services.server.request("deliberate/sql/lastSuggestion", {
        uri: document.uri.toString(),
      });
      if (!answer.ok) showFailure(answer.error, services.log);
      else
        await services.panels.show(
          { screen: "suggestion", suggestionId: answer.value.suggestionId },
          { preserveFocus: true },
        );
    }),
  ];
}
