import * as vscode from "vscode";
import type { DatabaseEntry } from "../../../language-server/contract/sql.ts";
import { commandIds } from "../platform/contributions.ts";
import { insertIntoEditor } from "../platform/insertIntoEditor.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { activeSqlUri, listDatabases, pickDatabase, workspaceTrusted } from "../sql/chooseDatabase.ts";
import { fieldOf } from "./argument.ts";

/** *Select Database*, *Add Connection…*, and what the tree of databases offers. */
export function databaseCommands(services: Services): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register(commandIds.selectDatabase, (argument?: unknown) => selectDatabase(services, argument)),
    register(commandIds.addConnection, () => addConnection(services)),
    register(commandIds.removeConnection, (argument?: unknown) => removeConnection(services, argument)),
    register(commandIds.refreshDatabases, () =>
      services.server.request("deliberate/sql/databases", { refresh: true }),
    ),
    register(commandIds.copySchemaName, async (argument?: unknown) => {
      const name = fieldOf(argument, "sqlName");
      if (name !== undefined) await vscode.env.clipboard.writeText(name);
    }),
    register(commandIds.insertSchemaName, async (argument?: unknown) => {
      const name = fieldOf(argument, "sqlName");
      if (name !== undefined) await insertIntoEditor(name);
    }),
  ];
}

async function selectDatabase(services: Services, argument: unknown): Promise<void> {
  if (!workspaceTrusted()) return;
  const uri = activeSqlUri();
  const found = await listDatabases(services, uri);
  if (found === null) return;
  const id = fieldOf(argument, "databaseId");
  const database =
    found.databases.find((entry) => entry.id === id) ??
    (await pickDatabase(services, found, "Select Database"));
  if (database !== undefined) await use(services, database, uri);
}

/** An SQL document has its own database; the one of the workspace serves the others, and is set with the first choice. */
async function use(services: Services, database: DatabaseEntry, uri: string | undefined): Promise<void> {
  services.connections.reconsider(database.id);
  for (const target of uri === undefined ? [{}] : [{}, { uri }]) {
    const answer = await services.server.request("deliberate/sql/selectDatabase", {
      id: database.id,
      ...target,
    });
    if (!answer.ok) return showFailure(answer.error, services.log);
  }
  vscode.window.setStatusBarMessage(`Database: ${database.name}`, 4_000);
}

async function addConnection(services: Services): Promise<void> {
  if (!workspaceTrusted()) return;
  const text = await vscode.window.showInputBox({
    title: "Add Connection",
    prompt: "Connection string of a PostgreSQL or MySQL database",
    placeHolder: "postgres://user@localhost:5432/name?sslmode=verify-full",
    ignoreFocusOut: true,
  });
  if (text === undefined || text.trim() === "") return;
  const read = await services.server.request("deliberate/sql/readConnection", { text });
  if (!read.ok) return showFailure(read.error, services.log);
  const { connection, secretKey, password: written } = read.value;
  const password =
    secretKey === null
      ? null
      : (written ??
        (await vscode.window.showInputBox({
          title: "Add Connection",
          prompt: `Password for ${connection}; leave it empty where there is none`,
          password: true,
          ignoreFocusOut: true,
        })));
  if (password === undefined) return;
  await services.connections.add(
    connection,
    secretKey === null || password === null || password === "" ? null : { key: secretKey, password },
  );
  if (secretKey !== null) await services.connections.allow(secretKey);
  await services.server.request("deliberate/sql/databases", { refresh: true });
  const found = await listDatabases(services);
  const added = found?.databases.find(({ id, location }) => id === secretKey || location === connection);
  if (added === undefined) return;
  const schema = await services.server.request("deliberate/sql/schema", { id: added.id, refresh: true });
  if (!schema.ok) return showFailure(schema.error, services.log);
  await use(services, added, activeSqlUri());
}

async function removeConnection(services: Services, argument: unknown): Promise<void> {
  const found = await listDatabases(services);
  if (found === null) return;
  const id = fieldOf(argument, "databaseId");
  const added = found.databases.filter(({ location }) => services.connections.all.includes(location));
  const database =
    added.find((entry) => entry.id === id) ??
    (await vscode.window
      .showQuickPick(
        added.map((entry) => ({ label: entry.name, description: entry.location, entry })),
        { title: "Remove Connection", placeHolder: "Its password is forgotten, too" },
      )
      .then((item) => item?.entry));
  if (database === undefined) return;
  await services.connections.remove(database);
  await services.server.request("deliberate/sql/databases", { refresh: true });
}
