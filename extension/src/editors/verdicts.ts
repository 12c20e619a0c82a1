/** Verdicts beside the text of a document: what is written, and how they move when the text changes. Pure. */
import type { DocumentVerdict } from "../../../language-server/contract/methods.ts";

export type Grade = "right" | "wrong" | "mixed";

export const gradeOf = ({ right, samples }: DocumentVerdict): Grade =>
  right >= samples ? "right" : right === 0 ? "wrong" : "mixed";

const marks: Readonly<Record<Grade, string>> = { right: "✓", wrong: "✗", mixed: "◐" };

/** On a longer line the end is out of sight, so the answer goes to its start. */
const longLine = 100;
const longAnswer = 40;

const shorten = (answer: string): string => {
  const line = answer.replace(/\s+/g, " ").trim();
  return line.length <= longAnswer ? line : `${line.slice(0, longAnswer - 1)}…`;
};

/**
 * Text before and after the first line of a question.
 * @param lineLength Characters of that line.
 */
export function verdictLabels(
  verdict: DocumentVerdict,
  lineLength: number,
): { readonly before: string; readonly after: string } {
  const grade = gradeOf(verdict);
  const share = verdict.samples > 1 ? ` ${verdict.right}/${verdict.samples}` : "";
  const given = verdict.given === null ? outcomeText(verdict.outcome) : shorten(verdict.given);
  const answer = grade === "right" ? given : `${given}, expected ${shorten(verdict.expected)}`;
  const mark = `${marks[grade]}${share}`;
  return lineLength > longLine
    ? { before: `${mark} ${answer} `, after: "" }
    : { before: `${mark} `, after: answer };
}

/** Why there is no answer to show. */
function outcomeText(outcome: string): string {
  switch (outcome) {
    case "truncated":
      return "cut off";
    case "context-exhausted":
      return "context full";
    case "stopped":
      return "stopped";
    case "engine-lost":
      return "engine lost";
    default:
      return "no answer";
  }
}

/** One change of a document: these lines (zero-based, inclusive) became that many line breaks. */
export interface LineChange {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly newLines: number;
  /** Length of the last inserted line. */
  readonly lastLineLength: number;
}

type At = { readonly line: number; readonly character: number };
const before = (a: At, b: At): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/**
 * Verdicts after a change: those of questions whose text was touched are dropped, those below move along.
 * An insertion exactly at a question's edge leaves its text, and so its verdict, alone.
 */
export function afterChange(verdicts: readonly DocumentVerdict[], change: LineChange): DocumentVerdict[] {
  const start: At = { line: change.startLine, character: change.startCharacter };
  const end: At = { line: change.endLine, character: change.endCharacter };
  const move = (at: At): At =>
    at.line > end.line
      ? { line: at.line + change.newLines - (end.line - start.line), character: at.character }
      : {
          line: start.line + change.newLines,
          character:
            at.character -
            end.character +
            (change.newLines === 0 ? start.character + change.lastLineLength : change.lastLineLength),
        };
  return verdicts.flatMap((verdict) => {
    const { range } = verdict;
    if (!before(start, range.end)) return [verdict];
    if (before(range.start, end) || (before(range.start, start) && before(start, range.end))) return [];
    return [{ ...verdict, range: { start: move(range.start), end: move(range.end) } }];
  });
}
