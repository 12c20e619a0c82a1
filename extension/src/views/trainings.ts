import * as vscode from "vscode";
import type { TrainingRunSummary } from "../../../language-server/contract/lab.ts";
import type { Mirror } from "../client/mirror.ts";
import { commandIds, trainingContextValues, viewIds } from "../platform/contributions.ts";
import { fileName } from "../platform/format.ts";
import { canResume, describeTraining, trainingFacts } from "../platform/trainingFormat.ts";
import { followMirror, statusIcon } from "./runNodes.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** Training runs, newest first; below each its exported model and its checkpoints, newest first. */
export function trainingsView(mirror: Mirror): vscode.Disposable {
  const tree = new NodeTree(async () => {
    const mirrored = mirror.trainings ?? (await mirror.refreshTrainings());
    if (mirrored === undefined) return [];
    if ("failure" in mirrored) return [failureNode(mirrored.failure.message)];
    return mirrored.value.map((run) => trainingNode(run, mirror.selectedModel));
  });
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.trainings, { treeDataProvider: tree }),
    // The selected model is marked here, too.
    followMirror(mirror, ["trainings", "models"], tree),
  );
}

function trainingNode(run: TrainingRunSummary, selected: string | null): Node {
  const hasModels = run.checkpoints.length > 0 || run.model !== null;
  const item = new vscode.TreeItem(
    run.name,
    hasModels ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = run.id;
  item.iconPath = statusIcon(run.status);
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
