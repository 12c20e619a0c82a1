import * as vscode from "vscode";
import type { DatabaseEntry, SchemaColumn, SchemaTable } from "../../../language-server/contract/sql.ts";
import { contextKeys, schemaContextValues, viewIds } from "../platform/contributions.ts";
import type { Services } from "../platform/services.ts";
import {
  columnDescription,
  counted,
  databaseIcon,
  databaseKind,
  qualifiedName,
  sqlName,
  tableDescription,
} from "../platform/sqlFormat.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** Databases of the workspace with their tables and columns. */
export function databasesView(services: Services): vscode.Disposable {
  const { server } = services;
  const tree = new NodeTree(async () => {
    if (!vscode.workspace.isTrusted) return [noteNode("Trust this workspace to see its databases")];
    const answer = await server.request("deliberate/sql/databases", {});
    if (!answer.ok) return [failureNode(answer.error.message)];
    const { databases, selected } = answer.value;
    return databases.map((database) => databaseNode(services, database, database.id === selected));
  });
  const refresh = (): void => {
    tree.refresh();
    void server.request("deliberate/sql/databases", {}).then((answer) => {
      const present = answer.ok && answer.value.databases.length > 0;
      return vscode.commands.executeCommand("setContext", contextKeys.sqlPresent, present);
    });
  };
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.databases, { treeDataProvider: tree, showCollapseAll: true }),
    server.onEvent("deliberate/sql/databasesChanged", () => refresh()),
    server.onDidChangeState((state) => {
      if (state === "running") refresh();
    }),
  );
}

function databaseNode(services: Services, database: DatabaseEntry, selected: boolean): Node {
  const item = new vscode.TreeItem(
    database.name,
    selected && database.kind !== "server"
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${database.id}${selected ? " selected" : ""}`;
  item.iconPath = new vscode.ThemeIcon(selected ? "pass-filled" : databaseIcon(database));
  item.description = `${databaseKind(database)}${selected ? " · selected" : ""}`;
  item.contextValue = services.connections.all.includes(database.location)
    ? schemaContextValues.connection
    : schemaContextValues.database;
  item.tooltip = `${database.location}${database.foundIn === undefined ? "" : `\nFound in: ${database.foundIn}`}`;
  item.accessibilityInformation = {
    label: `Database ${database.name}, ${databaseKind(database)}${selected ? ", selected" : ""}`,
  };
  return {
    item,
    databaseId: database.id,
    children: async () => {
      services.connections.reconsider(database.id);
      const schema = await services.server.request("deliberate/sql/schema", { id: database.id });
      if (!schema.ok) return [failureNode(schema.error.message)];
      if (schema.value.tables.length === 0) return [noteNode("No tables")];
      return schema.value.tables.map((table) => tableNode(database, table));
    },
  };
}

function tableNode(database: DatabaseEntry, table: SchemaTable): Node {
  const item = new vscode.TreeItem(qualifiedName(table), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${database.id}\n${table.namespace ?? ""}\n${table.name}`;
  item.iconPath = new vscode.ThemeIcon(table.kind === "view" ? "eye" : "table");
  item.description = tableDescription(table);
  item.contextValue = schemaContextValues.table;
  item.tooltip = [`${counted(table.columns.length, "column")}`, table.comment ?? ""]
    .filter((line) => line !== "")
    .join("\n");
  item.accessibilityInformation = {
    label: `${table.kind} ${qualifiedName(table)}, ${item.description}, ${item.tooltip}`,
  };
  const namespace =
    table.namespace === undefined || table.namespace === "public"
      ? ""
      : `${sqlName(table.namespace, database.dialect)}.`;
  return {
    item,
    sqlName: namespace + sqlName(table.name, database.dialect),
    children: () => table.columns.map((column) => columnNode(database, table, column)),
  };
}

function columnNode(database: DatabaseEntry, table: SchemaTable, column: SchemaColumn): Node {
  const item = new vscode.TreeItem(column.name);
  item.id = `${database.id}\n${table.namespace ?? ""}\n${table.name}\n${column.name}`;
  item.iconPath = new vscode.ThemeIcon(
    column.primaryKey ? "key" : column.references === undefined ? "symbol-field" : "link",
  );
  item.description = columnDescription(column);
  item.contextValue = schemaContextValues.column;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(`${table.name}.${column.name}: ${columnDescription(column)}`);
  if (column.comment !== undefined) tooltip.appendMarkdown("\n\n").appendText(column.comment);
  if (column.samples.length > 0)
    tooltip.appendMarkdown("\n\n").appendText(`For example: ${column.samples.join(", ")}`);
  item.tooltip = tooltip;
  item.accessibilityInformation = {
    label: `Column ${column.name}, ${columnDescription(column).replace("→", "refers to")}`,
  };
  return { item, sqlName: sqlName(column.name, database.dialect) };
}

function noteNode(text: string): Node {
  const item = new vscode.TreeItem(text);
  item.iconPath = new vscode.ThemeIcon("info");
  return { item };
}
