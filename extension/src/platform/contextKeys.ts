import * as vscode from "vscode";
import { heard, type Mirror } from "../client/mirror.ts";
import { contextKeys } from "./contributions.ts";
import { deservesServer, hasMathExtension, isRecipe, sniffCharacters } from "./documents.ts";
import { isResumable } from "./format.ts";
import { canResume } from "./trainingFormat.ts";

/** Keeps the context keys of the manifest's `when` clauses true to the facts. */
export function keepContextKeys(mirror: Mirror): vscode.Disposable {
  const last = new Map<string, boolean>();
  const set = (key: string, value: boolean): void => {
    if (last.get(key) === value) return;
    last.set(key, value);
    void vscode.commands.executeCommand("setContext", key, value);
  };
  const fromMirror = (): void => {
    const runs = heard(mirror.runs) ?? [];
    set(contextKeys.runActive, mirror.activeRun !== null);
    set(contextKeys.runAny, runs.length > 0);
    set(contextKeys.runComparable, runs.length > 1);
    set(
      contextKeys.runResumable,
      runs.some((run) => isResumable(run.status)),
    );
    const trainings = heard(mirror.trainings) ?? [];
    set(contextKeys.trainingAny, trainings.length > 0);
    set(
      contextKeys.trainingActive,
      trainings.some((run) => run.status === "running"),
    );
    set(
      contextKeys.trainingResumable,
      trainings.some((run) => canResume(run.status)),
    );
    set(contextKeys.modelSelected, mirror.selectedModel !== null);
  };
  const fromEditor = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    set(
      contextKeys.documentMath,
      document !== undefined && hasMathExtension(document.uri.path) && looksLikeMath(document),
    );
    set(
      contextKeys.documentRecipe,
      document !== undefined && document.uri.scheme === "file" && isRecipe(document.uri.path),
    );
  };
  fromMirror();
  fromEditor();
  return vscode.Disposable.from(
    mirror.onDidChange(fromMirror),
    vscode.window.onDidChangeActiveTextEditor(fromEditor),
    vscode.workspace.onDidSaveTextDocument(fromEditor),
  );
}

/** Whether the server should run because of this document. */
export function looksLikeMath(document: vscode.TextDocument): boolean {
  if (document.uri.scheme !== "file") return false;
  const end = document.positionAt(sniffCharacters);
  return deservesServer(document.uri.path, document.getText(new vscode.Range(0, 0, end.line, end.character)));
}
