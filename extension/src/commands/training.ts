import * as vscode from "vscode";
import type { TrainingRunId, TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import { heard } from "../client/mirror.ts";
import { commandIds } from "../platform/contributions.ts";
import { isRecipe } from "../platform/documents.ts";
import { showFailure } from "../platform/notify.ts";
import { reveal } from "../platform/reveal.ts";
import type { Services } from "../platform/services.ts";
import { canResume, describeTraining } from "../platform/trainingFormat.ts";
import { fieldOf } from "./argument.ts";
import { pickRecipe } from "./recipe.ts";

/** Commands on training runs. Each takes an item of the tree, an id, or asks. */
export function trainingCommands(services: Services): vscode.Disposable[] {
  const { server, panels, log } = services;
  const register = vscode.commands.registerCommand;
  const isRunning = (run: TrainingRunSummary): boolean => run.status === "running";
  const open = (id: TrainingRunId, preserveFocus: boolean) =>
    panels.show({ screen: "training", trainingId: id }, { preserveFocus });
  /** The run that an argument names, else the one a person picks. */
  const chosen = async (
    argument: unknown,
    placeHolder: string,
    fits: (run: TrainingRunSummary) => boolean = () => true,
  ): Promise<TrainingRunSummary | undefined> => {
    const id = trainingIdOf(argument);
    if (id === undefined) return pickTraining(services, placeHolder, fits);
    const runs = heard(services.mirror.trainings) ?? heard(await services.mirror.refreshTrainings()) ?? [];
    const run = runs.find((candidate) => candidate.id === id);
    if (run === undefined) void vscode.window.showErrorMessage("This training run is gone.");
    return run;
  };

  return [
    register(commandIds.newTraining, async () => {
      const uri = await pickRecipe(services);
      if (uri !== undefined) await train(services, uri);
    }),

    register(commandIds.trainRecipe, async (argument?: unknown) => {
      const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
      if (uri === undefined || !isRecipe(uri.path)) {
        void vscode.window.showInformationMessage("Open a training recipe (a file *.recipe.yaml) first.");
        return;
      }
      await train(services, uri);
    }),

    register(commandIds.stopTraining, async (argument?: unknown) => {
      const working = (heard(services.mirror.trainings) ?? []).filter(isRunning);
      // Seldom is there more than one, and stopping loses nothing.
      const named = trainingIdOf(argument) ?? (working.length === 1 ? working[0]?.id : undefined);
      const run = await chosen(named, "Training run to stop", isRunning);
      if (run === undefined) return;
      const answer = await server.request("deliberate/training/stop", { id: run.id });
      if (!answer.ok) showFailure(answer.error, log);
    }),

    register(commandIds.resumeTraining, async (argument?: unknown) => {
      const run = await chosen(argument, "Training run to resume", ({ status }) => canResume(status));
      if (run === undefined) return;
      const answer = await server.request("deliberate/training/resume", { id: run.id });
      if (!answer.ok) return showFailure(answer.error, log);
      await open(run.id, true);
    }),

    register(commandIds.showTrainings, () => panels.show({ screen: "trainings" }, { preserveFocus: false })),

    register(commandIds.openTraining, async (argument?: unknown) => {
      const id =
        trainingIdOf(argument) ?? (await pickTraining(services, "Training run to open", () => true))?.id;
      if (id !== undefined) await open(id, false);
    }),

    register(commandIds.deleteTraining, async (argument?: unknown) => {
      const run = await chosen(argument, "Training run to delete", (each) => !isRunning(each));
      if (run === undefined) return;
      const choice = await vscode.window.showWarningMessage(
        `Delete the training run “${run.name}”?`,
        {
          modal: true,
          detail: `Its curves, ${run.checkpoints.length} checkpoints and its exported model are removed from disk. This cannot be undone.`,
        },
        "Delete",
      );
      if (choice !== "Delete") return;
      const answer = await server.request("deliberate/training/delete", { id: run.id });
      if (!answer.ok) showFailure(answer.error, log);
    }),

    register(commandIds.evaluateTraining, async (argument?: unknown) => {
      const run = await chosen(argument, "Training run to evaluate", hasModels);
      if (run === undefined) return;
      const path = await pickTrained(run);
      if (path === undefined || !(await vscode.commands.executeCommand(commandIds.useModel, path))) return;
      await vscode.commands.executeCommand(commandIds.evaluateFile);
    }),

    register(commandIds.exportTraining, async (argument?: unknown) => {
      const run = await chosen(
        argument,
        "Training run to export",
        ({ checkpoints }) => checkpoints.length > 0,
      );
      if (run === undefined) return;
      const answer = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: `Exporting ${run.name}` },
        () => server.request("deliberate/training/export", { id: run.id }),
      );
      if (!answer.ok) return showFailure(answer.error, log);
      const { path } = answer.value;
      const choice = await vscode.window.showInformationMessage(
        `Exported to ${path}`,
        "Select as Model",
        "Reveal",
      );
      if (choice === "Reveal") await reveal(path);
      if (choice === "Select as Model") await vscode.commands.executeCommand(commandIds.useModel, path);
    }),

    register(commandIds.openRecipe, async (argument?: unknown) => {
      const run = await chosen(argument, "Training run whose recipe to open");
      if (run !== undefined) await vscode.window.showTextDocument(vscode.Uri.file(run.recipePath));
    }),

    register(commandIds.useTrained, (argument?: unknown) =>
      vscode.commands.executeCommand(commandIds.useModel, argument),
    ),

    register(commandIds.revealTrained, async (argument?: unknown) => {
      const path = fieldOf(argument, "path") ?? (await chosen(argument, "Training run to reveal"))?.folder;
      if (path !== undefined) await reveal(path);
    }),

    register(commandIds.copyTrainedPath, async (argument?: unknown) => {
      const path =
        fieldOf(argument, "path") ?? (await chosen(argument, "Training run whose path to copy"))?.folder;
      if (path !== undefined) await vscode.env.clipboard.writeText(path);
    }),
  ];
}

async function train({ server, panels, log }: Services, uri: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // The server reads the file; what is typed and not saved would be trained without.
  if (document?.isUntitled) {
    void vscode.window.showInformationMessage("Save the recipe first: a training run keeps a copy of it.");
    return;
  }
  if (document?.isDirty && !(await document.save())) return;
  const answer = await server.request("deliberate/training/start", { recipe: uri.fsPath });
  if (!answer.ok) return showFailure(answer.error, log);
  await panels.show({ screen: "training", trainingId: answer.value.id }, { preserveFocus: true });
}

const hasModels = (run: TrainingRunSummary): boolean => run.checkpoints.length > 0 || run.model !== null;

/** The exported model or a checkpoint of a run; no question where there is only one. */
async function pickTrained(run: TrainingRunSummary): Promise<string | undefined> {
  const items = [
    ...(run.model === null ? [] : [{ label: "$(package) Exported model", detail: run.model }]),
    ...[...run.checkpoints]
      .sort((a, b) => b.step - a.step)
      .map(({ step, path }) => ({
        label: `$(bookmark) Step ${step.toLocaleString("en-US")}`,
        detail: path,
      })),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage("This run has no checkpoint yet.");
    return undefined;
  }
  if (items.length === 1) return items[0]?.detail;
  const placeHolder = "Model to evaluate";
  return (await vscode.window.showQuickPick(items, { title: run.name, placeHolder }))?.detail;
}

/** Asks for a run; says so when none fits. */
async function pickTraining(
  services: Services,
  placeHolder: string,
  fits: (run: TrainingRunSummary) => boolean,
): Promise<TrainingRunSummary | undefined> {
  const answer = await services.mirror.refreshTrainings();
  if (answer !== undefined && "failure" in answer) {
    showFailure(answer.failure, services.log);
    return undefined;
  }
  const runs = (heard(answer) ?? []).filter(fits);
  if (runs.length === 0) {
    void vscode.window.showInformationMessage("There is no such training run.");
    return undefined;
  }
  const items = runs.map((run) => ({
    label: run.name,
    description: describeTraining(run),
    detail: new Date(run.startedAt).toLocaleString(),
    run,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.run;
}

/** The run meant by a command argument: a tree item, or an id. */
const trainingIdOf = (argument: unknown): TrainingRunId | undefined =>
  typeof argument === "string" ? argument : fieldOf(argument, "trainingId");
