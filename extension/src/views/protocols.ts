import * as vscode from "vscode";
import type { ProtocolEntry } from "../../../language-server/contract/methods.ts";
import type { Mirror } from "../client/mirror.ts";
import { commandIds, protocolContextValues, viewIds } from "../platform/contributions.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** Built-in protocols, the workspace's presets and, in a folder, those of the product; the selected one is marked. */
export function protocolsView(mirror: Mirror): vscode.Disposable {
  const tree = new NodeTree(async () => {
    const mirrored = mirror.protocols ?? (await mirror.refreshProtocols());
    if (mirrored === undefined) return [];
    if ("failure" in mirrored) return [failureNode(mirrored.failure.message)];
    const { entries, selected } = mirrored.value;
    const nodes = (packaged: boolean): Node[] =>
      entries
        .filter(({ kind }) => (kind === "packaged") === packaged)
        .map((entry) => protocolNode(entry, entry.id === selected));
    const supplied = nodes(true);
    return [...nodes(false), ...(supplied.length === 0 ? [] : [packagedNode(supplied)])];
  });
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.protocols, { treeDataProvider: tree }),
    mirror.onDidChange((part) => {
      if (part === "protocols") tree.refresh();
    }),
  );
}

function packagedNode(presets: readonly Node[]): Node {
  const item = new vscode.TreeItem("Presets of Deliberate", vscode.TreeItemCollapsibleState.Collapsed);
  item.id = "packaged";
  return { item, children: () => presets };
}

function protocolNode(entry: ProtocolEntry, selected: boolean): Node {
  const item = new vscode.TreeItem(entry.title);
  item.id = entry.id;
  item.contextValue = entry.problem
    ? protocolContextValues.problem
    : selected
      ? protocolContextValues.selected
      : protocolContextValues.usable;
  item.iconPath = entry.problem
    ? new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"))
    : new vscode.ThemeIcon(selected ? "pass-filled" : "circle-large-outline");
  if (entry.kind === "packaged") item.description = entry.protocol;
  else if (entry.path !== undefined) item.description = vscode.workspace.asRelativePath(entry.path);
  item.tooltip = entry.problem ?? entry.description;
  item.accessibilityInformation = {
    label: `Protocol ${entry.title}${selected ? ", selected" : ""}, ${item.tooltip}`,
  };
  if (entry.path !== undefined && (entry.problem || selected)) {
    item.command = {
      command: "vscode.open",
      title: "Open Preset",
      arguments: [vscode.Uri.file(entry.path)],
    };
  } else if (!selected && !entry.problem) {
    item.command = { command: commandIds.useProtocol, title: "Use This Protocol", arguments: [entry.id] };
  }
  return { item, protocolId: entry.id };
}
