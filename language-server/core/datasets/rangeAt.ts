import type { Question } from "../../contract/entities.ts";
import type { TextPosition } from "./positions.ts";

/**
 * The question at the cursor: the one whose range holds the position, else one that touches the cursor's line (before
 * its indentation, after its end). Undefined between questions.
 * @param questions in the order of the file
 */
export function rangeAt(questions: readonly Question[], position: TextPosition): Question | undefined {
  let onLine: Question | undefined;
  for (const question of questions) {
    const { range } = question;
    if (range === undefined || range.end.line < position.line) continue;
    if (range.start.line > position.line) break;
    const begun = range.start.line < position.line || range.start.character <= position.character;
    const open = range.end.line > position.line || range.end.character >= position.character;
    if (begun && open) return question;
    if (onLine === undefined || begun) onLine = question;
  }
  return onLine;
}
