import * as vscode from "vscode";
import type { TrainingRunSummary, TrainingStatus } from "../../../language-server/contract/lab.ts";
import type { Mirror } from "../client/mirror.ts";
import { commandIds, trainingContextValues, viewIds } from "../platform/contributions.ts";
import { fileName } from "../platform/format.ts";
import { canResume, describeTraining, trainingFacts } from "../platform/trainingFormat.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** A run that works changes four times a second; a tree that follows is unpleasant to use. */
const refreshMs = 500;

/** Training runs, newest first; below each its exported model and its checkpoints, newest first. */
export function trainingsView(mirror: Mirror): vscode.Disposable {
  const tree = new NodeTree(async () => {
    const mirrored = mirror.trainings ?? (await mirror.refreshTrainings());
    if (mirrored === undefined) return [];
    if ("failure" in mirrored) return [failureNode(mirrored.failure.message)];
    return mirrored.value.map((run) => trainingNode(run, mirror.selectedModel));
  });
  let timer: NodeJS.Timeout | undefined;
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.trainings, { treeDataProvider: tree }),
    mirror.onDidChange((part) => {
      // The selected model is marked here, too.
      if ((part !== "trainings" && part !== "models") || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        tree.refresh();
      }, refreshMs);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

const icons: Readonly<Record<TrainingStatus, readonly [icon: string, colour: string | null]>> = {
  running: ["sync~spin", null],
  done: ["pass", "charts.green"],
  stopped: ["debug-pause", null],
  failed: ["error", "editorError.foreground"],
  interrupted: ["debug-disconnect", "list.warningForeground"],
};

function trainingNode(run: TrainingRunSummary, selected: string | null): Node {
  const hasModels = run.checkpoints.length > 0 || run.model !== null;
  const item = new vscode.TreeItem(
    run.name,
    hasModels ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = run.id;
  const [icon, colour] = icons[run.status];
  item.iconPath = new vscode.ThemeIcon(icon, colour === null ? undefined : new vscode.ThemeColor(colour));
  item.description = describeTraining(run);
  item.contextValue =
    run.status === "running"
      ? trainingContextValues.running
      : canResume(run.status)
        ? trainingContextValues.resumable
        : trainingContextValues.done;
  item.tooltip = new vscode.MarkdownString();
  item.tooltip.appendText(`${run.name}, ${run.status}`);
  for (const fact of trainingFacts(run)) item.tooltip.appendMarkdown("\n\n").appendText(fact);
  item.accessibilityInformation = { label: `Training run ${run.name}, ${run.status}, ${item.description}` };
  item.command = { command: commandIds.openTraining, title: "Open Training Run", arguments: [run.id] };
  return { item, trainingId: run.id, path: run.folder, children: () => trained(run, selected) };
}

function trained(run: TrainingRunSummary, selected: string | null): Node[] {
  const nodes = [...run.checkpoints]
    .sort((a, b) => b.step - a.step)
    .map(({ step, path }) =>
      trainedNode(`Step ${step.toLocaleString("en-US")}`, path, path === selected, "bookmark"),
    );
  if (run.model === null) return nodes;
  const model = trainedNode(fileName(run.model), run.model, run.model === selected, "package");
  return [model, ...nodes];
}

function trainedNode(label: string, path: string, isSelected: boolean, icon: string): Node {
  const item = new vscode.TreeItem(label);
  item.id = path;
  item.iconPath = new vscode.ThemeIcon(isSelected ? "pass-filled" : icon);
  item.description = isSelected ? "selected model" : "";
  item.contextValue = isSelected ? trainingContextValues.selected : trainingContextValues.usable;
  item.tooltip = path;
  // Else the path would be read in place of the name.
  item.accessibilityInformation = { label: isSelected ? `${label}, selected model` : label };
  return { item, path };
}
