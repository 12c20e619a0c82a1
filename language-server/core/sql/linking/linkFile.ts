import { fail, ok, type Result } from "../../../contract/result.ts";

/** A question to link. */
export interface LinkQuestion {
  readonly id: string;
  /** With what is known beside the question (BIRD's `evidence`), when the row has it. */
  readonly text: string;
}

/**
 * Questions of a JSONL file for `deliberate sql link`: rows with `question`, and optionally `id` (else the line's number)
 * and `evidence`. Fails with `questions/unreadable` naming the first bad line, with `questions/empty` without rows.
 */
export function parseLinkQuestions(text: string): Result<LinkQuestion[]> {
  const questions: LinkQuestion[] = [];
  for (const [at, line] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const row = parseRow(line);
    if (row === undefined) {
      return fail("questions/unreadable", `Line ${at + 1} is not a JSON object with a \`question\`.`);
    }
    const evidence = typeof row.evidence === "string" && row.evidence !== "" ? ` ${row.evidence}` : "";
    const id = typeof row.id === "string" || typeof row.id === "number" ? String(row.id) : String(at + 1);
    questions.push({ id, text: `${row.question}${evidence}` });
  }
  return questions.length === 0 ? fail("questions/empty", "The file has no questions.") : ok(questions);
}

interface Row {
  readonly question: string;
  readonly id?: unknown;
  readonly evidence?: unknown;
}

function parseRow(line: string): Row | undefined {
  try {
    const row: unknown = JSON.parse(line);
    return isRow(row) ? row : undefined;
  } catch {
    return undefined;
  }
}

const isRow = (row: unknown): row is Row =>
  typeof row === "object" && row !== null && "question" in row && typeof row.question === "string";
