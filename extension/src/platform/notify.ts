import * as vscode from "vscode";
import type { Failure } from "../../../language-server/contract/result.ts";
import { actionCommands, actionTitles, failureActions, isSilent } from "./failures.ts";

/**
 * Shows a failure once, with what can be done about it; its detail goes to the log.
 * Resolves without waiting for the person.
 */
export function showFailure(failure: Failure, log: vscode.LogOutputChannel): void {
  log.error(
    `${failure.code}: ${failure.message}${failure.detail === undefined ? "" : `\n${failure.detail}`}`,
  );
  if (isSilent(failure.code)) return;
  const actions = failureActions[failure.code] ?? ["openLog"];
  void vscode.window
    .showErrorMessage(failure.message, ...actions.map((action) => actionTitles[action]))
    .then((choice) => {
      const action = actions.find((candidate) => actionTitles[candidate] === choice);
      if (action !== undefined) void vscode.commands.executeCommand(...actionCommands[action]);
    });
}
