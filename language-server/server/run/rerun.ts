/** A new run with the settings of an old one over some of its questions. */
import type { QuestionId, RunManifest } from "../../contract/entities.ts";
import type { RunStartParams, Settings } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { recordedParameters } from "../../core/protocols/bindProtocol.ts";
import { readAllQuestions } from "../../datasets/readQuestions.ts";
import type { RunView } from "./runView.ts";

/**
 * What to start: the questions that the run got wrong, or those that are not what they were.
 * Errors: `questions/empty` when there are none, and those of reading them.
 */
export async function rerunParams(
  view: RunView,
  which: "failed" | "changed",
  settings: Settings,
): Promise<Result<RunStartParams>> {
  const ids = which === "failed" ? failedQuestions(view) : await changedQuestions(view, settings);
  if (!Array.isArray(ids)) return ids;
  if (ids.length === 0) {
    return fail(
      "questions/empty",
      which === "failed"
        ? "Every question of the run was answered right."
        : "No question has changed since the run.",
    );
  }
  const { manifest } = view;
  return ok({
    source: manifest.source.path,
    questionIds: ids,
    protocol: manifest.protocol.id,
    parameters: recordedParameters(manifest.protocol) as Record<string, unknown>,
    modelPath: manifest.model.path,
    samples: manifest.samples,
    seed: manifest.seed,
    sampling: manifest.sampling,
    ...sqlAgain(manifest),
  });
}

/** Questions that a sample of the run got wrong or did not finish, in the order of the file. */
function failedQuestions(view: RunView): QuestionId[] {
  const failed = new Set(
    view
      .paths()
      .filter((path) => path.status !== "done" || path.verdict?.correct !== true)
      .map((path) => path.questionId),
  );
  return view.questions.map(({ id }) => id).filter((id) => failed.has(id));
}

/** Questions whose text or gold is not what it was in the run, as the file is now; new ones among them. */
async function changedQuestions(view: RunView, settings: Settings): Promise<QuestionId[] | Result<never>> {
  const read = await readAllQuestions(view.manifest.source.path, {
    mapping: settings.questions.fieldMapping,
  });
  if (!read.ok) return read;
  const before = new Map(view.questions.map(({ id, contentHash }) => [id, contentHash]));
  return read.value.questions
    .filter(({ id, contentHash }) => before.get(id) !== contentHash)
    .map(({ id }) => id);
}

/** The database and the settings of text-to-SQL that a run had. */
function sqlAgain({ sql }: RunManifest): Pick<RunStartParams, "database" | "sql"> {
  if (sql === undefined) return {};
  const { scorer: _scorer, databases: _databases, database, ...settings } = sql;
  return {
    sql: settings,
    ...(database === undefined ? {} : { database }),
  };
}
