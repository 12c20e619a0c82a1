import * as vscode from "vscode";
import type { ServerClient } from "../client/serverClient.ts";
import { commandIds } from "../platform/contributions.ts";

/** The status bar item of SQL files: the database that the file in the editor uses. A click chooses another. */
export function databaseStatus(server: ServerClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("deliberate.database", vscode.StatusBarAlignment.Right, 89);
  item.name = "Deliberate: Database";
  item.command = commandIds.selectDatabase;
  let asked = 0;

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const mine = ++asked;
    if (document?.languageId !== "sql" || server.state !== "running") {
      item.hide();
      return;
    }
    const answer = await server.request("deliberate/sql/databases", { uri: document.uri.toString() });
    // An answer for a file that is no longer in the editor tells nothing.
    if (mine !== asked || !answer.ok) return;
    const { databases, selected } = answer.value;
    const database = databases.find(({ id }) => id === selected);
    item.text = `$(database) ${database?.name ?? "No database"}`;
    item.tooltip =
      database === undefined
        ? "Without a database names cannot be checked. Click to select one."
        : `${database.location}\nClick to select another one.`;
    item.accessibilityInformation = { label: `Database: ${database?.name ?? "none"}`, role: "button" };
    item.show();
  };
  void update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    server.onEvent("deliberate/sql/databasesChanged", () => void update()),
    server.onDidChangeState(() => void update()),
  );
}
