import type { CodeLens } from "vscode-languageserver/node";
import type { Question } from "../../contract/entities.ts";
import { type EvaluateQuestionArgument, lensCommands } from "../../contract/methods.ts";

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
