import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { hasMathExtension } from "../platform/documents.ts";
import { isEvaluateQuestionArgument, lensRuns } from "../platform/lensModes.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { startRun } from "./startRun.ts";

/** *Evaluate Question at Cursor*, and what the code lenses call with an `EvaluateQuestionArgument`. */
export function questionCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.evaluateQuestion, async (argument?: unknown) => {
      if (isEvaluateQuestionArgument(argument)) {
        return startRun(services, {
          source: argument.uri,
          questionIds: [argument.questionId],
          ...lensRuns[argument.mode],
        });
      }
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined || !hasMathExtension(editor.document.uri.path)) {
        void vscode.window.showInformationMessage(
          "Put the cursor into a question of a file with questions first.",
        );
        return null;
      }
      const uri = editor.document.uri.toString();
      const { line, character } = editor.selection.active;
      const answer = await services.server.request("deliberate/document/questions", {
        uri,
        position: { line, character },
      });
      if (!answer.ok) {
        showFailure(answer.error, services.log);
        return null;
      }
      const { at, questions } = answer.value;
      if (at === null) {
        void vscode.window.showInformationMessage(
          questions.length === 0
            ? "No question was recognised in this file. The Problems view says what could not be read."
            : "There is no question at the cursor.",
        );
        return null;
      }
      return startRun(services, { source: uri, questionIds: [at] });
    }),
  ];
}
