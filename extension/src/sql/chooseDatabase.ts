import * as vscode from "vscode";
import type { DatabaseEntry } from "../../../language-server/contract/sql.ts";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { counted, databaseIcon, databaseKind, fileSize } from "../platform/sqlFormat.ts";

/** False, with a message that says what to do, in a workspace that is not trusted. */
export function workspaceTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = "Manage Workspace Trust";
  void vscode.window
    .showWarningMessage("Deliberate opens no database in a workspace that is not trusted.", manage)
    .then((choice) => {
      if (choice === manage) void vscode.commands.executeCommand("workbench.trust.manage");
    });
  return false;
}

/** The document that a command is about, for the choice of its database. */
export const activeSqlUri = (): string | undefined => {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === "sql" ? document.uri.toString() : undefined;
};

export interface Databases {
  readonly databases: readonly DatabaseEntry[];
  readonly selected: DatabaseEntry | null;
}

/** Null after a failure that has been shown. */
export async function listDatabases(services: Services, uri?: string): Promise<Databases | null> {
  const answer = await services.server.request("deliberate/sql/databases", uri === undefined ? {} : { uri });
  if (!answer.ok) {
    showFailure(answer.error, services.log);
    return null;
  }
  const { databases, selected } = answer.value;
  return { databases, selected: databases.find(({ id }) => id === selected) ?? null };
}

type Item = vscode.QuickPickItem & { readonly database?: DatabaseEntry; readonly add?: true };

const add: Item = {
  label: "$(add) Add connection…",
  detail: "PostgreSQL or MySQL; the password is kept in VS Code's secret storage",
  add: true,
  alwaysShow: true,
};

/**
 * Lets the person choose one of the databases that were found; sizes and tables come in while the list is open.
 * @returns undefined when they did not.
 */
export async function pickDatabase(
  services: Services,
  { databases, selected }: Databases,
  title: string,
): Promise<DatabaseEntry | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder =
    databases.length === 0
      ? "No database was found in this workspace"
      : "Database for queries, completion and questions";
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const facts = new Map<string, string>();
  const draw = (): void => {
    const active = pick.activeItems[0]?.database?.id;
    const items: Item[] = databases.map((database) => ({
      label: `$(${database.id === selected?.id ? "check" : databaseIcon(database)}) ${database.name}`,
      description: [databaseKind(database), facts.get(database.id)].filter(Boolean).join(" · "),
      detail: `${database.kind === "server" ? database.location : vscode.workspace.asRelativePath(database.location)}${database.foundIn === undefined ? "" : ` (${database.foundIn})`}`,
      database,
    }));
    pick.items = [
      ...items,
      ...(items.length > 0 ? [{ label: "", kind: vscode.QuickPickItemKind.Separator }] : []),
      add,
    ];
    const again = pick.items.find((item) => item.database !== undefined && item.database.id === active);
    if (again !== undefined) pick.activeItems = [again];
  };
  draw();
  void Promise.all(
    databases
      // A server is not asked anything only because a list is shown.
      .filter(({ kind }) => kind !== "server")
      .map(async (database) => {
        const fact = await factsOf(services, database);
        facts.set(database.id, fact);
        draw();
      }),
  );
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      resolve(item?.database);
      pick.hide();
      if (item?.add === true) void vscode.commands.executeCommand(commandIds.addConnection);
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function factsOf(services: Services, database: DatabaseEntry): Promise<string> {
  const [size, schema] = await Promise.all([
    vscode.workspace.fs.stat(vscode.Uri.file(database.location)).then(
      ({ size: bytes }) => fileSize(bytes),
      () => "",
    ),
    services.server.request("deliberate/sql/schema", { id: database.id }),
  ]);
  const tables = schema.ok ? counted(schema.value.tables.length, "table") : "";
  return [size, tables].filter((part) => part !== "").join(" · ");
}

/** The database that is selected for the document, or the one that the person now chooses. */
export async function databaseFor(
  services: Services,
  uri: string | undefined,
  title: string,
): Promise<DatabaseEntry | undefined> {
  if (!workspaceTrusted()) return undefined;
  const found = await listDatabases(services, uri);
  if (found === null) return undefined;
  const database = found.selected ?? (await pickDatabase(services, found, title));
  if (database !== undefined) services.connections.reconsider(database.id);
  return database;
}
