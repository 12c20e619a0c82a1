import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";

/** A node that knows how to show itself; trees here are too small to need more. */
export interface Node {
  readonly item: vscode.TreeItem;
  /** Absent for leaves. */
  readonly children?: () => readonly Node[] | Promise<readonly Node[]>;
  /** Arguments that commands of the manifest's menus read. */
  readonly runId?: string;
  readonly path?: string;
  readonly protocolId?: string;
  readonly trainingId?: string;
  /** Of a database; of a table or column the name as a statement has it. */
  readonly databaseId?: string;
  readonly sqlName?: string;
}

/** A tree whose roots are made on demand and thrown away at `refresh`. */
export class NodeTree implements vscode.TreeDataProvider<Node> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(private readonly roots: () => readonly Node[] | Promise<readonly Node[]>) {}

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(node === undefined ? await this.roots() : ((await node.children?.()) ?? []))];
  }
}

/** A leaf that says why a list is missing. */
export function failureNode(message: string): Node {
  const item = new vscode.TreeItem(message);
  item.iconPath = new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground"));
  item.tooltip = message;
  item.command = { command: commandIds.openLog, title: "Open Log" };
  return { item };
}
