/**
 * Problems of a LaTeX file: environments `problem`, `exercise`, `question` and `prob`, with the answer in `\answer{}`,
 * an `answer` environment, or the last `\boxed{}` of the solution, inside the environment or after it.
 */

import { afterClosingBrace, lastBox, withoutDelimiters } from "./finalAnswer.ts";
import { masked, unmasked } from "./latexComments.ts";
import { LineIndex } from "./positions.ts";
import type { RecordFault } from "./types.ts";
import type { FoundProblem } from "./wholeTextSource.ts";

interface Environment {
  readonly name: string;
  /** Of `\begin`. */
  readonly start: number;
  /** After `\begin{name}`. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** After `\end{name}`. */
  readonly end: number;
}

const problemNames = new Set(["problem", "exercise", "question", "prob"]);
const solutionNames = new Set(["solution", "proof", "sol"]);
const answerNames = new Set(["answer", "ans"]);

const plainName = (name: string) => name.replace(/\*$/, "").toLowerCase();

/** All environments of the wanted kinds, in order of their beginnings; `end` is -1 for one that is never closed. */
function environments(text: string, wanted: ReadonlySet<string>): Environment[] {
  const found: Environment[] = [];
  const open: number[] = [];
  for (const match of text.matchAll(/\\(begin|end)\s*\{\s*([A-Za-z]+\*?)\s*\}/g)) {
    const [whole, kind, name = ""] = match;
    if (!wanted.has(plainName(name))) continue;
    if (kind === "begin") {
      open.push(found.length);
      found.push({
        name,
        start: match.index,
        contentStart: match.index + whole.length,
        contentEnd: -1,
        end: -1,
      });
      continue;
    }
    // An `\end` closes the nearest open one of its name; those opened after it stay unclosed.
    let depth = open.length - 1;
    while (depth >= 0 && found[open[depth] ?? -1]?.name !== name) depth--;
    const index = open[depth];
    const environment = index === undefined ? undefined : found[index];
    if (index === undefined || environment === undefined) continue;
    open.length = depth;
    found[index] = { ...environment, contentEnd: match.index, end: match.index + whole.length };
  }
  return found;
}

/** Reads the problems of a LaTeX text; comments do not count. */
export function latexDrafts(source: string): readonly FoundProblem[] {
  const text = masked(source);
  const lines = new LineIndex(source);
  const found: FoundProblem[] = [];
  const all = environments(text, problemNames);
  let outerEnd = -1;
  const outer = all.filter((one) => {
    if (one.start < outerEnd) return false;
    outerEnd = Math.max(outerEnd, one.end);
    return true;
  });
  const unclosedParts = environments(text, new Set([...solutionNames, ...answerNames])).filter(
    (part) => part.end < 0,
  );
  for (const [index, environment] of outer.entries()) {
    const nextStart = outer[index + 1]?.start ?? documentEnd(text);
    if (environment.end < 0) {
      const message = `\\begin{${environment.name}} is never closed; \\end{${environment.name}} is missing.`;
      const range = lines.range(environment.start, environment.contentStart);
      found.push({
        kind: "skipped",
        fault: { code: "unclosed-environment", severity: "error", message },
        range,
      });
    } else {
      const part = unclosedParts.find(
        (one) => one.start >= environment.start && one.start < Math.max(environment.end, nextStart),
      );
      if (part !== undefined) {
        const message = `\\begin{${part.name}} is never closed; \\end{${part.name}} is missing.`;
        const fault: RecordFault = { code: "unclosed-environment", severity: "error", message };
        const inside = part.start < environment.end;
        found.push({
          kind: inside ? "skipped" : "note",
          fault,
          range: lines.range(part.start, part.contentStart),
        });
        if (inside) continue;
      }
      const trailing = text.slice(environment.end, Math.max(environment.end, nextStart));
      found.push(
        ...problem(
          text.slice(environment.contentStart, environment.contentEnd),
          trailing,
          environment,
          lines,
        ),
      );
    }
  }
  if (outer.length === 0) {
    const message = "No environment problem, exercise, question or prob was found.";
    found.push({
      kind: "note",
      fault: { code: "no-problems", severity: "error", message },
      range: lines.range(0, 0),
    });
  }
  return found;
}

function documentEnd(text: string): number {
  const end = text.lastIndexOf("\\end{document}");
  return end < 0 ? text.length : end;
}

function problem(
  content: string,
  trailing: string,
  environment: Environment,
  lines: LineIndex,
): FoundProblem[] {
  const range = lines.range(environment.start, environment.end);
  const at = lines.range(environment.start, environment.contentStart);
  const head = heading(content);
  const inside = new ProblemBody(head.rest);
  const after = new ProblemBody(trailing);
  if (inside.fault !== undefined) return [{ kind: "skipped", fault: inside.fault, range: at }];

  const notes: FoundProblem[] = [];
  let statement = inside.statement;
  const solution = inside.solution ?? after.solution;
  // A worked answer that follows the problem without an environment of its own still holds the box.
  let gold =
    inside.answer ??
    after.answer ??
    boxOf(inside.solution) ??
    boxOf(after.solution) ??
    boxOf(after.statement);
  if (gold === undefined) {
    const box = lastBox(statement);
    if (box !== undefined) {
      gold = box.content;
      statement = `${statement.slice(0, box.start)}\\underline{\\qquad}${statement.slice(box.end)}`;
      const message =
        "The answer stands in the question itself; it was replaced by a blank. Put it in \\answer{} or a solution.";
      notes.push({
        kind: "note",
        fault: { code: "answer-in-question", severity: "warning", message },
        range,
      });
    }
  }
  const question = tidy(statement);
  if (question === "") {
    const message = "This environment holds no text of a question.";
    return [{ kind: "skipped", fault: { code: "missing-question", severity: "error", message }, range: at }];
  }
  const answer = gold === undefined ? undefined : withoutDelimiters(unmasked(gold).trim());
  if (answer === undefined || answer === "") {
    const missing = answer === undefined;
    const code = missing ? "missing-answer" : "empty-answer";
    const message = missing
      ? "No answer found (\\answer{}, an answer environment, or \\boxed{} in a solution)."
      : "The answer is empty.";
    return [{ kind: "skipped", fault: { code, severity: "error", message }, range: at }];
  }
  const worked = solution === undefined ? undefined : tidy(solution);
  return [
    ...notes,
    {
      kind: "question",
      range,
      draft: {
        schema: "problems",
        text: question,
        gold: answer,
        answerKind: "value",
        ...(worked === undefined || worked === "" ? {} : { solution: worked }),
        ...(inside.label === undefined ? {} : { id: inside.label }),
        ...(head.title === undefined ? {} : { tags: { title: head.title } }),
      },
    },
  ];
}

function boxOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : lastBox(unmasked(text))?.content;
}

/** Optional title in brackets right after `\begin{problem}`. */
function heading(content: string): { title?: string; rest: string } {
  const match = /^\s*\[((?:[^[\]{}]|\{[^{}]*\})*)\]/.exec(content);
  if (match?.[1] === undefined) return { rest: content };
  const title = tidy(match[1]);
  return { ...(title === "" ? {} : { title }), rest: content.slice(match[0].length) };
}

/** Separates the statement from answers, solutions and labels. */
class ProblemBody {
  readonly statement: string;
  readonly answer: string | undefined;
  readonly solution: string | undefined;
  readonly label: string | undefined;
  readonly fault: RecordFault | undefined;

  constructor(content: string) {
    let text = content;
    const parts = environments(text, new Set([...solutionNames, ...answerNames]));
    for (const part of parts.toReversed()) {
      if (part.end < 0) continue;
      const inner = text.slice(part.contentStart, part.contentEnd);
      if (answerNames.has(plainName(part.name))) this.answer = boxOf(inner) ?? heading(inner).rest;
      else this.solution = heading(inner).rest;
      text = text.slice(0, part.start) + text.slice(part.end);
    }
    // An `\answer` inside a solution counts as well.
    const marked =
      takeCommand(text, "answer") ??
      (this.solution === undefined ? undefined : takeCommand(this.solution, "answer"));
    if (marked !== undefined) {
      if (marked.argument === undefined) {
        this.fault = {
          code: "unclosed-brace",
          severity: "error",
          message: "The brace of \\answer{ is never closed.",
        };
      } else {
        this.answer = boxOf(marked.argument) ?? marked.argument;
      }
      text = takeCommand(text, "answer")?.rest ?? text;
    }
    const label = takeCommand(text, "label");
    if (label?.argument !== undefined) {
      this.label = unmasked(label.argument).trim();
      text = label.rest;
    }
    const worked =
      /(?:\\(?:textbf|textit|emph|textsc|paragraph\*?|subsection\*?|subsubsection\*?)\s*\{\s*Solution\s*[.:]?\s*\}|^[ \t]*Solution\s*[.:])/im.exec(
        text,
      );
    if (worked !== null) {
      this.solution ??= text.slice(worked.index + worked[0].length);
      text = text.slice(0, worked.index);
    }
    this.statement = unmasked(text);
  }
}

/** The last `\name{…}` of a text and the text without it; `argument` is undefined when the brace never closes. */
function takeCommand(text: string, name: string): { argument?: string; rest: string } | undefined {
  const all = [...text.matchAll(new RegExp(`\\\\${name}\\s*\\{`, "g"))];
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const open = last.index + last[0].length - 1;
  const end = afterClosingBrace(text, open);
  if (end < 0) return { rest: text.slice(0, last.index) };
  return { argument: text.slice(open + 1, end - 1), rest: text.slice(0, last.index) + text.slice(end) };
}

/** Outer white space, comments and runs of empty lines removed. */
function tidy(text: string): string {
  return unmasked(text)
    .replace(/\r\n?/g, "\n")
    .replace(/^[ \t]+|[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
