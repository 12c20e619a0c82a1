import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { hasMathExtension } from "../platform/documents.ts";
import type { Services } from "../platform/services.ts";
import { activeSqlUri, databaseFor, workspaceTrusted } from "../sql/chooseDatabase.ts";
import { startRun } from "./startRun.ts";

/** *Evaluate SQL Questions* and *Show Schema Links*. */
export function sqlQuestionCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.evaluateSql, (clicked?: vscode.Uri) =>
      evaluate(services, clicked),
    ),
    vscode.commands.registerCommand(commandIds.showLinks, (argument?: unknown) =>
      showLinks(services, argument),
    ),
  ];
}

async function evaluate(services: Services, clicked: vscode.Uri | undefined): Promise<string | null> {
  if (!workspaceTrusted()) return null;
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri =
    clicked ?? (active?.scheme === "file" && hasMathExtension(active.path) ? active : await askForFile());
  if (uri === undefined) return null;
  return startRun(services, { source: uri.toString() });
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: "Evaluate SQL Questions",
    openLabel: "Evaluate",
    filters: { "Files with questions": ["jsonl", "json", "csv", "tsv", "md"], "All files": ["*"] },
  });
  return chosen?.[0];
}

/** For the question at the cursor, the comment above it, or one that is typed. */
async function showLinks(services: Services, argument: unknown): Promise<void> {
  const database = await databaseFor(services, activeSqlUri(), "Show Schema Links of");
  if (database === undefined) return;
  const question =
    typeof argument === "string"
      ? argument
      : await vscode.window.showInputBox({
          title: `Schema Links in ${database.name}`,
          prompt: "Question whose words are linked to tables and columns",
          value: await questionAtCursor(services),
          ignoreFocusOut: true,
        });
  if (question === undefined || question.trim() === "") return;
  await services.panels.show(
    { screen: "links", links: { database: database.id, question: question.trim() } },
    { preserveFocus: true },
  );
}

async function questionAtCursor(services: Services): Promise<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return "";
  const { document, selection } = editor;
  const selected = document.getText(selection).trim();
  if (selected !== "") return selected.replace(/\s+/g, " ");
  if (document.languageId === "sql")
    return /^\s*--\s*(.*)$/.exec(document.lineAt(selection.active.line).text)?.[1] ?? "";
  if (!hasMathExtension(document.uri.path)) return "";
  const { line, character } = selection.active;
  const answer = await services.server.request("deliberate/document/questions", {
    uri: document.uri.toString(),
    position: { line, character },
  });
  if (!answer.ok) return "";
  const { at, questions } = answer.value;
  return questions.find(({ id }) => id === at)?.preview ?? "";
}
