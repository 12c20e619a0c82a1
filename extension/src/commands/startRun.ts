import * as vscode from "vscode";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { RunStartParams } from "../../../language-server/contract/methods.ts";
import { heard } from "../client/mirror.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { listDatabases, pickDatabase, workspaceTrusted } from "../sql/chooseDatabase.ts";
import { selectModel } from "./model.ts";

/** True when a model is selected; else lets the person select one and says whether that happened. */
export async function ensureModel(services: Services): Promise<boolean> {
  const models = heard(await services.mirror.refreshModels());
  // A list that could not be read is the server's to report, with its own reason, when the run starts.
  if (models === undefined || models.selected !== null) return true;
  // The list itself is the offer: a message with a button would be one step more, and easily missed.
  return selectModel(services, "No model is selected yet. Which one should answer?");
}

/**
 * Starts a run and shows it in the trace panel. Where text-to-SQL questions do not tell which database they are about,
 * the person is asked.
 * @returns Its id, or null when it did not start; the person has been told why.
 */
export async function startRun(
  services: Services,
  params: RunStartParams,
  show: Readonly<{ panel: boolean }> = { panel: true },
): Promise<RunId | null> {
  if (!(await saveSource(params.source)) || !(await ensureModel(services))) return null;
  const started = await services.server.request("deliberate/run/start", params);
  if (!started.ok) {
    if (started.error.code === "sql/unknown-database" && params.database === undefined) {
      const database = await askForDatabase(services);
      return database === null ? null : startRun(services, { ...params, database }, show);
    }
    showFailure(started.error, services.log);
    return null;
  }
  const { runId } = started.value;
  const questionId = params.questionIds?.length === 1 ? (params.questionIds[0] ?? null) : null;
  if (show.panel)
    await services.panels.show({ screen: "run", runId, questionId, sample: 0 }, { preserveFocus: true });
  return runId;
}

/** The database of questions that do not name theirs, as a run names it; null when none was chosen or it is out of reach. */
async function askForDatabase(services: Services): Promise<string | null> {
  const found = workspaceTrusted() ? await listDatabases(services) : null;
  const database =
    found === null
      ? undefined
      : await pickDatabase(services, found, "Which database are the questions about?");
  if (database === undefined) return null;
  services.connections.reconsider(database.id);
  // A server is asked for consent here, and not in the middle of a run.
  const schema = await services.server.request("deliberate/sql/schema", { id: database.id });
  if (schema.ok) return database.location;
  showFailure(schema.error, services.log);
  return null;
}

/** A run records the hash of a file on disk, so unsaved text is saved first, as for running a program. */
async function saveSource(source: string): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.uri.toString() === source || candidate.uri.fsPath === source,
  );
  if (document === undefined || !document.isDirty) return true;
  return document.save();
}
