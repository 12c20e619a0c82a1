import * as vscode from "vscode";
import type { DocumentVerdict } from "../../../language-server/contract/methods.ts";
import type { ServerClient } from "../client/serverClient.ts";
import { internalCommandIds } from "../platform/contributions.ts";
import { afterChange, type Grade, gradeOf, verdictLabels } from "./verdicts.ts";

/** Colours that every theme has and that can be read as text; those of the test icons are undefined in high contrast. */
const colours: Readonly<Record<Grade, string>> = {
  right: "charts.green",
  wrong: "editorError.foreground",
  mixed: "textLink.foreground",
};

/** Draws ✓ and ✗ with the given and the expected answer into open documents, until a question's text changes. */
export function verdictDecorations(server: ServerClient): vscode.Disposable {
  const verdicts = new Map<string, readonly DocumentVerdict[]>();
  const types = Object.fromEntries(
    Object.entries(colours).map(([grade, colour]) => [
      grade,
      vscode.window.createTextEditorDecorationType({
        overviewRulerColor: new vscode.ThemeColor(colour),
        overviewRulerLane: vscode.OverviewRulerLane.Left,
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      }),
    ]),
  ) as Record<Grade, vscode.TextEditorDecorationType>;

  const draw = (editor: vscode.TextEditor): void => {
    const options: Record<Grade, vscode.DecorationOptions[]> = { right: [], wrong: [], mixed: [] };
    for (const verdict of verdicts.get(editor.document.uri.toString()) ?? []) {
      if (verdict.range.start.line >= editor.document.lineCount) continue;
      options[gradeOf(verdict)].push(decoration(editor.document, verdict));
    }
    for (const grade of ["right", "wrong", "mixed"] as const)
      editor.setDecorations(types[grade], options[grade]);
  };
  const drawAll = (uri: string): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri) draw(editor);
    }
  };

  return vscode.Disposable.from(
    ...Object.values(types),
    server.onEvent("deliberate/document/verdicts", ({ uri, verdicts: fresh }) => {
      // Servers and editors spell a URI differently (`%3A`); one parse makes them equal.
      const key = vscode.Uri.parse(uri).toString();
      verdicts.set(key, fresh);
      drawAll(key);
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => verdicts.delete(uri.toString())),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      const known = verdicts.get(key);
      if (known === undefined || known.length === 0 || contentChanges.length === 0) return;
      verdicts.set(
        key,
        // Changes come last position first, each in coordinates that the earlier ones did not move.
        contentChanges.reduce<readonly DocumentVerdict[]>((left, { range, text }) => {
          const lines = text.split(/\r\n|\r|\n/);
          return afterChange(left, {
            startLine: range.start.line,
            startCharacter: range.start.character,
            endLine: range.end.line,
            endCharacter: range.end.character,
            newLines: lines.length - 1,
            lastLineLength: lines.at(-1)?.length ?? 0,
          });
        }, known),
      );
      drawAll(key);
    }),
  );
}

function decoration(document: vscode.TextDocument, verdict: DocumentVerdict): vscode.DecorationOptions {
  const line = document.lineAt(verdict.range.start.line);
  const labels = verdictLabels(verdict, line.text.length);
  const color = new vscode.ThemeColor(colours[gradeOf(verdict)]);
  return {
    range: line.range,
    hoverMessage: hover(verdict),
    renderOptions: {
      before: { contentText: labels.before, color },
      after: { contentText: labels.after, color, fontStyle: "italic", margin: "0 0 0 2ch" },
    },
  };
}

function hover(verdict: DocumentVerdict): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: [internalCommandIds.openQuestionTrace] };
  const given = verdict.given === null ? "no answer" : verdict.given;
  text.appendText(`Given: ${given}`).appendMarkdown("\n\n");
  text.appendText(`Expected: ${verdict.expected}`).appendMarkdown("\n\n");
  text
    .appendText(`${verdict.right} of ${verdict.samples} right · ${verdict.outcome} · ${verdict.protocol}`)
    .appendMarkdown("\n\n");
  const argument = encodeURIComponent(JSON.stringify([verdict.runId, verdict.questionId]));
  return text.appendMarkdown(`[Open trace](command:${internalCommandIds.openQuestionTrace}?${argument})`);
}
