import * as vscode from "vscode";
import { endpointCapabilities, templateNote } from "../../../language-server/contract/endpoint.ts";
import type { ModelEntry } from "../../../language-server/contract/entities.ts";
import type { Mirror } from "../client/mirror.ts";
import { commandIds, modelContextValues, viewIds } from "../platform/contributions.ts";
import {
  describeDevice,
  describeHeader,
  describeModel,
  formatCount,
  groupByOrigin,
  modelTitle,
  originTitles,
} from "../platform/format.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** Models by where they were found; the selected one is marked and says where it runs. */
export function modelsView(mirror: Mirror): vscode.Disposable {
  const tree = new NodeTree(() => roots(mirror));
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.models, { treeDataProvider: tree }),
    mirror.onDidChange((part) => {
      if (part === "models" || part === "engine") tree.refresh();
    }),
  );
}

async function roots(mirror: Mirror): Promise<Node[]> {
  const mirrored = mirror.models ?? (await mirror.refreshModels());
  if (mirrored === undefined) return [];
  if ("failure" in mirrored) return [failureNode(mirrored.failure.message)];
  const { entries, selected } = mirrored.value;
  return groupByOrigin(entries).map((group) => {
    const item = new vscode.TreeItem(originTitles[group.origin], vscode.TreeItemCollapsibleState.Expanded);
    // A stable id keeps a collapsed group collapsed over a refresh.
    item.id = group.origin;
    return { item, children: () => group.entries.map((entry) => modelNode(mirror, entry, selected)) };
  });
}

function modelNode(mirror: Mirror, entry: ModelEntry, selected: string | null): Node {
  const item = new vscode.TreeItem(modelTitle(entry));
  item.id = `${entry.origin}:${entry.path}`;
  const isSelected = entry.path === selected;
  const loaded = mirror.engine?.model?.path === entry.path ? mirror.engine.model : null;
  item.contextValue = entry.problem
    ? modelContextValues.problem
    : entry.endpoint !== undefined
      ? isSelected
        ? modelContextValues.selectedEndpoint
        : modelContextValues.endpoint
      : isSelected
        ? modelContextValues.selected
        : modelContextValues.usable;
  item.iconPath = entry.problem
    ? new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"))
    : new vscode.ThemeIcon(isSelected ? "pass-filled" : "circle-large-outline");
  const parts = [loaded && !entry.endpoint ? describeDevice(loaded) : null, describeModel(entry)];
  item.description = entry.problem?.message ?? parts.filter(Boolean).join(" · ");
  item.tooltip = tooltip(entry);
  item.accessibilityInformation = {
    label: `Model ${modelTitle(entry)}${isSelected ? ", selected" : ""}, ${item.description}`,
  };
  if (!entry.problem && !isSelected) {
    item.command = { command: commandIds.useModel, title: "Use This Model", arguments: [entry.path] };
  }
  return { item, path: entry.path };
}

function tooltip({ header, endpoint, path, problem }: ModelEntry): vscode.MarkdownString {
  const text = new vscode.MarkdownString("", true);
  if (endpoint !== undefined) {
    text.appendText(`By ${endpoint.api}: ${templateNote(endpoint)}`).appendMarkdown("\n\n");
    for (const { title, available, note } of endpointCapabilities(endpoint)) {
      text.appendMarkdown(available ? "$(check) " : "$(circle-slash) ");
      text.appendText(`${title}: ${note}`).appendMarkdown("\n\n");
    }
  }
  if (problem) text.appendText(problem.message).appendMarkdown("\n\n");
  if (header) {
    text.appendText(describeHeader(header)).appendMarkdown("\n\n");
    if (header.trainContextTokens !== null) {
      text.appendText(`Context ${formatCount(header.trainContextTokens)} tokens`).appendMarkdown("\n\n");
    }
    if (!header.hasChatTemplate)
      text.appendText("No chat template: a plain one is used.").appendMarkdown("\n\n");
  }
  return text.appendText(path);
}
