import type { CodeLens } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Question } from "../../contract/entities.ts";
import {
  type EvaluateQuestionArgument,
  lensCommands,
  type RunQueryArgument,
} from "../../contract/methods.ts";
import { scriptStatements } from "../../core/sql/statements.ts";

const modes: readonly { readonly mode: EvaluateQuestionArgument["mode"]; readonly title: string }[] = [
  { mode: "fast", title: "$(zap) fast" },
  { mode: "think", title: "$(lightbulb) think" },
  { mode: "attempts", title: "$(history) 3 attempts" },
];

/** “fast · think · 3 attempts” above every question. */
export function questionLenses(uri: string, questions: readonly Question[]): CodeLens[] {
  return questions.flatMap((question) => {
    const { range } = question;
    if (range === undefined) return [];
    return modes.map(({ mode, title }): CodeLens => {
      const argument: EvaluateQuestionArgument = { uri, questionId: question.id, mode };
      const line = { line: range.start.line, character: 0 };
      return {
        range: { start: line, end: line },
        command: { title, command: lensCommands.evaluateQuestion, arguments: [argument] },
      };
    });
  });
}

/** Scripts of definitions and dumps have thousands of statements. */
const mostLenses = 200;

/** “Run” above every query of a script; statements that change something have none. */
export function statementLenses(document: TextDocument): CodeLens[] {
  const text = document.getText();
  const lenses: CodeLens[] = [];
  for (const { start, end } of scriptStatements(text, "sqlite")) {
    const sql = text.slice(start, end);
    if (!/^[\s(]*(select|with|values)\b/i.test(sql)) continue;
    const argument: RunQueryArgument = { uri: document.uri, sql };
    const line = { line: document.positionAt(start).line, character: 0 };
    lenses.push({
      range: { start: line, end: line },
      command: { title: "$(play) Run", command: lensCommands.runQuery, arguments: [argument] },
    });
    if (lenses.length === mostLenses) break;
  }
  return lenses;
}
