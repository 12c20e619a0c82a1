import type { QuestionId } from "../../contract/entities.ts";
import type { Settings } from "../../contract/methods.ts";
import type { Result } from "../../contract/result.ts";
import { readAllQuestions } from "../../datasets/readQuestions.ts";
import type { RunView } from "./runView.ts";

/** Questions that a sample of the run got wrong or did not finish, in the order of the file. */
export function failedQuestions(view: RunView): QuestionId[] {
  const failed = new Set(
    view
      .paths()
      .filter((path) => path.status !== "done" || path.verdict?.correct !== true)
      .map((path) => path.questionId),
  );
  return view.questions.map(({ id }) => id).filter((id) => failed.has(id));
}

/** Questions whose text or gold is not what it was in the run, as the file is now; new ones among them. */
export async function changedQuestions(
  view: RunView,
  settings: Settings,
): Promise<QuestionId[] | Result<never>> {
  const read = await readAllQuestions(view.manifest.source.path, {
    mapping: settings.questions.fieldMapping,
  });
  if (!read.ok) return read;
  const before = new Map(view.questions.map(({ id, contentHash }) => [id, contentHash]));
  return read.value.questions
    .filter(({ id, contentHash }) => before.get(id) !== contentHash)
    .map(({ id }) => id);
}
