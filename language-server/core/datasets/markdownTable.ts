import { withoutDelimiters } from "./finalAnswer.ts";
import type { MarkdownLine } from "./markdownLines.ts";
import type { LineIndex } from "./positions.ts";
import { isQuery, sqlFields } from "./sqlRecord.ts";
import type { FoundProblem } from "./wholeTextSource.ts";

const questionColumn = /^(?:question|problem|prompt)s?$/i;
const answerColumn = /^(?:(?:final )?(?:answer|gold|expected|result)s?|sql|query|gold[ _]sql)$/i;
const databaseColumn = /^(?:database|db|db_id)$/i;
const idColumn = /^(?:id|no\.?|#|nr\.?)$/i;

/** Rows of every table that has a column for the question and one for the answer. */
export function tableDrafts(lines: readonly MarkdownLine[], index: LineIndex): FoundProblem[] {
  const found: FoundProblem[] = [];
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at];
    const rule = lines[at + 1];
    if (line === undefined || rule === undefined || line.skipped || line.fenced) continue;
    if (!line.text.includes("|") || !/^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(rule.text))
      continue;
    const names = cells(line.text).map((name) => withoutDelimiters(name));
    const question = names.findIndex((name) => questionColumn.test(name));
    const answer = names.findIndex((name) => answerColumn.test(name));
    if (question < 0 || answer < 0) continue;
    const id = names.findIndex((name) => idColumn.test(name));
    const database = names.findIndex((name) => databaseColumn.test(name));
    for (at += 2; at < lines.length; at++) {
      const row = lines[at];
      if (row === undefined || row.text.trim() === "" || !row.text.includes("|")) break;
      found.push(
        rowDraft(cells(row.text), { question, answer, id, database }, index.range(row.start, row.end)),
      );
    }
  }
  return found;
}

interface Columns {
  readonly question: number;
  readonly answer: number;
  readonly id: number;
  readonly database: number;
}

function rowDraft(row: readonly string[], columns: Columns, range: FoundProblem["range"]): FoundProblem {
  const text = row[columns.question] ?? "";
  const gold = withoutDelimiters(row[columns.answer] ?? "");
  if (text === "")
    return {
      kind: "skipped",
      fault: { code: "missing-question", severity: "error", message: "This row has no question." },
      range,
    };
  if (gold === "")
    return {
      kind: "skipped",
      fault: { code: "empty-answer", severity: "error", message: "This row has no answer." },
      range,
    };
  const id = columns.id < 0 ? "" : (row[columns.id] ?? "");
  const kind = isQuery(gold)
    ? sqlFields(columns.database < 0 ? "" : (row[columns.database] ?? ""))
    : ({ answerKind: "value" } as const);
  return {
    kind: "question",
    range,
    draft: { schema: "table", text, gold, ...kind, ...(id === "" ? {} : { id }) },
  };
}

/** Cells of a row; `\|` is a bar inside a cell. */
function cells(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}
