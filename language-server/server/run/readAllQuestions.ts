import type { Question, QuestionSource } from "../../contract/entities.ts";
import { ok, type Result } from "../../contract/result.ts";
import type { DatasetDiagnostic } from "../../core/datasets/types.ts";
import { type ReadOptions, readQuestions } from "../../datasets/readQuestions.ts";

/** All questions of a file (or the first `limit`), with what could not be read. Errors: `questions/*`. */
export async function readAllQuestions(
  path: string,
  options: ReadOptions,
): Promise<
  Result<{ source: QuestionSource; questions: Question[]; diagnostics: readonly DatasetDiagnostic[] }>
> {
  const reading = readQuestions(path, options);
  const questions: Question[] = [];
  for await (const batch of reading) questions.push(...batch.questions);
  if (reading.failure !== null) return { ok: false, error: reading.failure };
  const source = await reading.source();
  return source.ok ? ok({ source: source.value, questions, diagnostics: reading.diagnostics }) : source;
}
