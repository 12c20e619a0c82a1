import * as vscode from "vscode";

/** The last editor of SQL text that had the focus: a view or a panel has it when something is inserted. */
const sqlEditor = (): vscode.TextEditor | undefined => {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor?.document.languageId === "sql") return activeTextEditor;
  return visibleTextEditors.find(({ document }) => document.languageId === "sql");
};

/** Puts text at the cursor of an editor of SQL that is in view; without one, into a new SQL document. */
export async function insertIntoEditor(text: string): Promise<void> {
  const editor = sqlEditor();
  if (editor === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: "sql", content: `${text}\n` });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    return;
  }
  await editor.edit((edit) => edit.replace(editor.selection, text));
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
