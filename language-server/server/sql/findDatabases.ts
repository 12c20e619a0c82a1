import { dirname, resolve } from "node:path";
import type { Connection } from "vscode-languageserver/node";
import type { DatabaseEntry } from "../../contract/sql.ts";
import { type DiscoveredDatabase, discoverDatabases } from "../../sql/discovery/discover.ts";
import { scanWorkspace } from "../../sql/discovery/scan.ts";
import { labelOf } from "../run/sql/findDatabases.ts";
import type { FoundDatabase } from "./databaseDesk.ts";
import type { EditorRequests } from "./editorRequests.ts";

/** Databases of the workspace's files and settings, and those that the person has added. */
export async function findDatabases(
  folders: readonly string[],
  connection: Connection,
  editor: EditorRequests,
): Promise<FoundDatabase[]> {
  const [files, sqltools, connections] = await Promise.all([
    Promise.all(folders.map((folder) => scanWorkspace(folder))),
    connection.workspace.getConfiguration("sqltools.connections").catch(() => undefined),
    editor.connections(),
  ]);
  const base = folders[0] ?? process.cwd();
  const { databases, passwords } = discoverDatabases(
    { files: files.flat(), settings: { sqltools, connections } },
    (path, beside) => resolve(beside === null ? base : dirname(beside), path),
  );
  editor.found = passwords;
  return databases.map((found) => ({ entry: entryOf(found), source: found.source }));
}

const places = { env: "DATABASE_URL", sqltools: "sqltools.connections", settings: "added connection" };

function entryOf({ id, name, origin, source }: DiscoveredDatabase): DatabaseEntry {
  const dialect =
    source.kind === "server"
      ? source.dialect
      : source.kind === "ddl"
        ? (source.dialect ?? "sqlite")
        : source.kind;
  return {
    id,
    name,
    dialect,
    kind: source.kind === "server" ? "server" : source.kind === "ddl" ? "definitions" : "file",
    location: labelOf(source),
    ...(origin === "file" ? {} : { foundIn: places[origin] }),
  };
}
