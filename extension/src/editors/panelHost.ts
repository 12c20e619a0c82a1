import * as vscode from "vscode";
import { fail, ok, type Result } from "../../../language-server/contract/result.ts";
import { contractVersion } from "../../../language-server/contract/version.ts";
import type { PanelMethods, TrainingAction } from "../../../language-server/contract/webview.ts";
import type { ServerClient } from "../client/serverClient.ts";
import { commandIds } from "../platform/contributions.ts";
import { insertIntoEditor } from "../platform/insertIntoEditor.ts";
import { reveal } from "../platform/reveal.ts";

interface Host {
  readonly panel: vscode.WebviewPanel;
  readonly server: ServerClient;
}

type Answers = {
  readonly [Name in Exclude<keyof PanelMethods, "panel/ready">]: (
    host: Host,
    body: unknown,
  ) => Promise<PanelMethods[Name]["result"]>;
} & { readonly "panel/ready": (body: unknown) => Result<Record<string, never>> };

const trainingActions: Readonly<Record<TrainingAction, string>> = {
  recipe: commandIds.openRecipe,
  reveal: commandIds.revealTrained,
  evaluate: commandIds.evaluateTraining,
  delete: commandIds.deleteTraining,
};

const isTrainingAction = (name: string): name is TrainingAction => Object.hasOwn(trainingActions, name);

/** The panel's requests that only the extension host can serve. */
export const hostAnswers: Answers = {
  "panel/ready": (body) => {
    const theirs = text(body, "contractVersion");
    return theirs === String(contractVersion)
      ? ok({})
      : fail(
          "internal",
          `The panel speaks version ${theirs ?? "?"} and the extension version ${contractVersion}. Reload the window.`,
        );
  },

  "panel/openSource": async ({ server }, body) => {
    const runId = text(body, "runId");
    const questionId = text(body, "questionId");
    if (runId === null || questionId === null) return fail("input/invalid", "No question was named.");
    const run = await server.request("deliberate/run/summary", { runId });
    if (!run.ok) return run;
    const uri = vscode.Uri.file(run.value.manifest.source.path);
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(uri);
    } catch {
      return fail("questions/unreadable", `The file ${uri.fsPath} cannot be opened; it may have been moved.`);
    }
    // Asked now, not taken from the run: the file may have changed since.
    const questions = await server.request("deliberate/document/questions", { uri: document.uri.toString() });
    const range = questions.ok
      ? questions.value.questions.find((question) => question.id === questionId)?.range
      : undefined;
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      preserveFocus: false,
    });
    if (range !== undefined) {
      const start = new vscode.Position(range.start.line, range.start.character);
      const end = new vscode.Position(range.end.line, range.end.character);
      editor.selection = new vscode.Selection(start, start);
      editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    return ok({});
  },

  "panel/copy": async (_host, body) => {
    const copied = text(body, "text");
    if (copied === null) return fail("input/invalid", "There is nothing to copy.");
    await vscode.env.clipboard.writeText(copied);
    return ok({});
  },

  "panel/openFolder": async ({ server }, body) => {
    const runId = text(body, "runId");
    if (runId === null) return fail("input/invalid", "No run was named.");
    const run = await server.request("deliberate/run/summary", { runId });
    if (!run.ok) return run;
    await reveal(run.value.folder);
    return ok({});
  },

  "panel/training": async (_host, body) => {
    const id = text(body, "id");
    const action = text(body, "action");
    if (id === null || action === null || !isTrainingAction(action))
      return fail("input/invalid", "No training run was named.");
    // Not waited for: its dialogues stay open as long as a person likes.
    void vscode.commands.executeCommand(trainingActions[action], id);
    return ok({});
  },

  "panel/newTraining": async () => {
    void vscode.commands.executeCommand(commandIds.newTraining);
    return ok({});
  },

  "panel/sql": async (_host, body) => {
    const action = text(body, "action");
    const sql = text(body, "sql");
    const database = text(body, "database");
    if (sql === null || database === null) return fail("input/invalid", "No query was named.");
    if (action === "insert") void insertIntoEditor(sql);
    else void vscode.commands.executeCommand(commandIds.runQuery, { sql, database });
    return ok({});
  },

  "panel/setTitle": async ({ panel }, body) => {
    const title = text(body, "title");
    if (title === null) return fail("input/invalid", "No title was named.");
    panel.title = title.replace(/\s+/g, " ").trim().slice(0, 80) || "Deliberate";
    return ok({});
  },
};

/** A string or number field of a message body, as text. */
function text(body: unknown, field: string): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value = (body as Record<string, unknown>)[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
