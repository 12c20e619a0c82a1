/**
 * Problems of a Markdown file: headings (`## Problem 3`, `### 1.`) or numbered problems (`1.`, `1)`, `**Problem 1.**`),
 * each with an `Answer:` line or a fenced block called `answer`; or a table with a column for each.
 */
import { choiceLetter } from "./choices.ts";
import { lastBox, withoutDelimiters } from "./finalAnswer.ts";
import {
  type MarkdownLine,
  markdownLines,
  type PartName,
  type ProblemStart,
  partStart,
  problemStart,
} from "./markdownLines.ts";
import { tableDrafts } from "./markdownTable.ts";
import { LineIndex } from "./positions.ts";
import { isQuery, sqlFields } from "./sqlRecord.ts";
import type { QuestionDraft, RecordFault } from "./types.ts";
import type { FoundProblem } from "./wholeTextSource.ts";

interface Section {
  readonly start: ProblemStart;
  /** Index of the first line and of the line after the last. */
  readonly first: number;
  readonly end: number;
}

/** Reads the problems of a Markdown text in the order of the file. */
export function markdownDrafts(source: string): readonly FoundProblem[] {
  const lines = markdownLines(source);
  const index = new LineIndex(source);
  const found: FoundProblem[] = [];
  for (const line of lines) {
    if (line.fence?.close !== -1) continue;
    const fault: RecordFault = {
      code: "unclosed-fence",
      severity: "warning",
      message: "This fenced block is never closed.",
    };
    found.push({ kind: "note", fault, range: index.range(line.start, line.end) });
  }
  const tables = tableDrafts(lines, index);
  const problems = sections(lines).map((section) => problem(lines, section, index));
  // Without a single answer these are headings of another kind of text.
  const useful = tables.length > 0 && problems.every((one) => one.kind !== "question") ? [] : problems;
  found.push(...tables, ...useful);
  if (tables.length === 0 && problems.length === 0) {
    const message =
      "No problem was found: neither headings nor numbers with an answer line, nor a table with question and answer.";
    found.push({
      kind: "note",
      fault: { code: "no-problems", severity: "error", message },
      range: index.range(0, 0),
    });
  }
  return found.sort((a, b) => a.range.start.line - b.range.start.line);
}

type Start = { readonly at: number; readonly start: ProblemStart };

/** Decides by what the file itself uses: named or numbered headings, named labels, numbers, or any heading. */
function sections(lines: readonly MarkdownLine[]): Section[] {
  const starts: Start[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.skipped || line.fenced || partStart(line.text) !== undefined) continue;
    const start = problemStart(line.text);
    if (start !== undefined) starts.push({ at, start });
  }
  const headings = starts.filter(({ start }) => start.isHeading);
  const ways = [
    headings.filter(({ start }) => start.kind !== "heading"),
    starts.filter(({ start }) => start.kind === "word"),
    countingUp(
      starts.filter(({ start }) => start.kind === "number" && !start.isHeading),
      lines,
    ),
    headings,
  ];
  for (const way of ways) {
    const cut = cutAt(way, headings, lines.length);
    const answered = cut.filter((section) => hasAnswer(lines, section));
    if (answered.length === 0) continue;
    // Plain headings may be chapters; those without an answer are none of our business.
    return way === ways[3] ? answered : cut;
  }
  return [];
}

/** Each problem ends where the next begins, or before a heading of another kind ("# Chapter 2"). */
function cutAt(way: readonly Start[], headings: readonly Start[], end: number): Section[] {
  const chapters = headings.filter(({ start }) => start.kind === "heading");
  let chapter = 0;
  return way.map(({ at, start }, index): Section => {
    const next = way[index + 1]?.at ?? end;
    while ((chapters[chapter]?.at ?? end) <= at && chapter < chapters.length) chapter++;
    return { start, first: at, end: Math.min(next, chapters[chapter]?.at ?? end) };
  });
}

/** Keeps the numbers that count on; others belong to lists inside a problem. */
function countingUp(starts: readonly Start[], lines: readonly MarkdownLine[]): Start[] {
  const kept: Start[] = [];
  let looked = 0;
  let answered = false;
  for (const one of starts) {
    for (; looked < one.at; looked++) {
      const line = lines[looked];
      if (line !== undefined && !line.skipped && isAnswer(lines, looked)) answered = true;
    }
    const last = kept.at(-1);
    if (last !== undefined && !answered && one.start.number !== (last.start.number ?? 0) + 1) continue;
    kept.push(one);
    answered = false;
  }
  return kept;
}

/** A fenced block called answer, or a query in a block called sql; another block there belongs to the question. */
function isAnswerFence(lines: readonly MarkdownLine[], at: number): boolean {
  const fence = lines[at]?.fence;
  if (fence?.word !== "sql") return fence?.word === "answer";
  const end = fence.close < 0 ? lines.length : fence.close;
  return isQuery(
    lines
      .slice(at + 1, end)
      .map((line) => line.text)
      .join("\n"),
  );
}

function isAnswer(lines: readonly MarkdownLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  return isAnswerFence(lines, at) || (!line.fenced && partStart(line.text)?.name === "answer");
}

function hasAnswer(lines: readonly MarkdownLine[], section: Section): boolean {
  return lines
    .slice(section.first, section.end)
    .some(
      (line, offset) =>
        !line.skipped && (isAnswer(lines, section.first + offset) || line.text.includes("\\boxed")),
    );
}

function problem(lines: readonly MarkdownLine[], section: Section, index: LineIndex): FoundProblem {
  const { start, first } = section;
  const parts = readParts(lines, section);
  let end = section.end;
  while (
    end > first + 1 &&
    (lines[end - 1]?.skipped || /^\s*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|)$/.test(lines[end - 1]?.text ?? ""))
  )
    end--;
  const head = index.range(lines[first]?.start ?? 0, lines[first]?.end ?? 0);
  const range = { start: head.start, end: index.positionAt(lines[end - 1]?.end ?? 0) };

  const body = trimmedText(parts.statement);
  // "## Problem 3: Eggs" has a title; "### 3. How many eggs?" and a heading on its own are the question.
  const titled = start.isHeading && start.kind === "word" && body !== "";
  const plainTitle = start.kind === "heading" && body !== "";
  const question = titled || plainTitle ? body : trimmedText([start.rest, ...parts.statement]);
  const title = titled || plainTitle ? start.rest.trim() : "";
  const solution = parts.solution.join("\n").trim();
  const written = parts.answer === undefined ? undefined : withoutDelimiters(parts.answer.join("\n"));
  const gold = written ?? lastBox(solution)?.content;

  if (question === "")
    return {
      kind: "skipped",
      fault: { code: "missing-question", severity: "error", message: "This problem has no text." },
      range: head,
    };
  if (gold === undefined) {
    const message = 'This problem has no answer; add a line "Answer: …" or a fenced block called answer.';
    return { kind: "skipped", fault: { code: "missing-answer", severity: "error", message }, range: head };
  }
  if (gold === "") {
    const line = lines[parts.answerLine] ?? lines[first];
    const at = line === undefined ? head : index.range(line.start, line.end);
    return {
      kind: "skipped",
      fault: { code: "empty-answer", severity: "error", message: "The answer is empty." },
      range: at,
    };
  }
  if (isQuery(gold)) return { kind: "question", range, draft: queryDraft(start, title, question, gold) };
  const options = listedOptions(question);
  const letter = options === undefined ? undefined : choiceLetter(gold, options, false);
  return {
    kind: "question",
    range,
    draft: {
      schema: "problems",
      text: question,
      gold: letter ?? (lastBox(gold)?.content || gold),
      answerKind: letter === undefined ? "value" : "choice",
      ...(letter === undefined || options === undefined ? {} : { options }),
      ...(solution === "" ? {} : { solution }),
      ...(start.id === undefined ? {} : { id: start.id }),
      ...(title === "" ? {} : { tags: { title } }),
    },
  };
}

/** White space before and after removed; the lines between keep theirs. */
function trimmedText(lines: readonly string[]): string {
  return lines.join("\n").trim();
}

interface Parts {
  readonly statement: string[];
  readonly solution: string[];
  answer: string[] | undefined;
  answerLine: number;
}

function readParts(lines: readonly MarkdownLine[], section: Section): Parts {
  const parts: Parts = { statement: [], solution: [], answer: undefined, answerLine: section.first };
  let part: PartName | "statement" | "after" = "statement";
  // What an answer line leaves open ("Answer:" alone, a formula over several lines) goes on to the next empty line.
  let openAnswer = false;
  for (let at = section.first + 1; at < section.end; at++) {
    const line = lines[at];
    if (line === undefined || line.skipped) continue;
    if (line.fence !== undefined && isAnswerFence(lines, at)) {
      const stop =
        line.fence.close < 0 ? nextBlank(lines, at, section.end) : Math.min(line.fence.close, section.end);
      parts.answer = lines.slice(at + 1, stop).map((one) => one.text);
      parts.answerLine = at;
      at = line.fence.close < 0 ? stop - 1 : stop;
      part = "after";
      openAnswer = false;
      continue;
    }
    const start = line.fenced ? undefined : partStart(line.text);
    if (start !== undefined) {
      part = start.name;
      openAnswer = false;
      if (start.name === "answer") {
        parts.answer = start.rest === "" ? [] : [start.rest];
        parts.answerLine = at;
        openAnswer = start.rest === "" || (start.rest.startsWith("$$") && !/\$\$.*\$\$/.test(start.rest));
      } else if (start.name === "solution" && start.rest !== "") {
        parts.solution.push(start.rest);
      }
      continue;
    }
    if (part === "statement") parts.statement.push(line.text);
    else if (part === "solution") parts.solution.push(line.text);
    else if (part === "answer" && openAnswer && parts.answer !== undefined) {
      if (line.text.trim() !== "") parts.answer.push(line.text.trim());
      else if (parts.answer.length > 0) openAnswer = false;
    }
  }
  return parts;
}

function nextBlank(lines: readonly MarkdownLine[], from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if ((lines[at]?.text ?? "").trim() === "") return at;
  return end;
}

/** A problem whose answer is a query. A line `Database: name` says what it is about. */
function queryDraft(start: ProblemStart, title: string, question: string, gold: string): QuestionDraft {
  const named = /^[ \t]*(?:\*\*)?database(?:\*\*)?[ \t]*:[ \t]*(?:\*\*)?[ \t]*`?([^`\n]+?)`?[ \t]*$/im.exec(
    question,
  );
  const text = named === null ? question : question.replace(named[0], "").trim();
  const fields = sqlFields(named?.[1] ?? "");
  const tags = { ...fields.tags, ...(title === "" ? {} : { title }) };
  return {
    schema: "sql",
    text,
    gold,
    ...fields,
    ...(start.id === undefined ? {} : { id: start.id }),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

/** Options written as lines `(A) …`, `A) …`, `- A. …`, from A on without a gap. */
function listedOptions(question: string): readonly string[] | undefined {
  const options: string[] = [];
  for (const line of question.split("\n")) {
    const match = /^\s*(?:[-*+]\s+)?(?:\*\*)?\(?([A-J])[).](?:\*\*)?\s+(.*)$/.exec(line);
    if (match?.[1] !== undefined && match[1].charCodeAt(0) - 65 === options.length)
      options.push((match[2] ?? "").trim());
  }
  return options.length < 2 ? undefined : options;
}
