/** The names under which publishers keep questions, answers and what belongs to them. */
import { FieldNames, mappedPath } from "./fieldValues.ts";
import type { FieldMapping } from "./types.ts";

export const questionNames = ["problem", "question", "prompt", "input"] as const;
export const answerNames = [
  "answer",
  "gold",
  "target",
  "label",
  "final_answer",
  "expected",
  "expected_answer",
  "ground_truth",
] as const;
export const choiceAnswerNames = [
  "correct",
  "answer",
  "answerKey",
  "correct_answer",
  "label",
  "gold",
  "target",
] as const;
/** Under which a query stands as the answer; `sql` of the original Spider files is a parsed form, not a text. */
export const queryNames = ["gold_sql", "gold_query", "query", "sql", "SQL"] as const;
export const databaseNames = ["db_id", "database", "db", "database_id"] as const;
export const optionNames = ["options", "choices"] as const;
export const solutionNames = ["solution", "rationale", "worked_solution", "explanation"] as const;
export const idNames = ["id", "unique_id", "ID", "qid", "question_id", "problem_id", "_id"] as const;
export const tagNames = [
  "subject",
  "level",
  "type",
  "category",
  "topic",
  "difficulty",
  "source",
  "subfield",
  "year",
  "competition",
  "unit",
  "hardness",
] as const;
export const tagCharactersMaximum = 200;

/** Whether these field names can hold a question and its answer at all; used to tell records from other data. */
export function looksLikeQuestion(
  fields: Readonly<Record<string, unknown>>,
  mapping: FieldMapping | undefined,
): boolean {
  const names = new FieldNames(fields);
  const mapped = (name: string | undefined) => name !== undefined && mappedPath(fields, name) !== undefined;
  const question = mapped(mapping?.question) || names.has(...questionNames) || names.has("body");
  return (
    question &&
    (mapped(mapping?.answer) || names.has(...answerNames, ...choiceAnswerNames, ...queryNames, "solution"))
  );
}
