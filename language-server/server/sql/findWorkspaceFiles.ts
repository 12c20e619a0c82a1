import { basename, extname } from "node:path";
import { walkFiles } from "../../models/walk.ts";
import type { FoundDatabase } from "./databaseDesk.ts";

const kinds = {
  ".sqlite": "sqlite",
  ".sqlite3": "sqlite",
  ".db": "sqlite",
  ".db3": "sqlite",
  ".duckdb": "duckdb",
  ".ddb": "duckdb",
} as const;

const kindOf = (path: string) =>
  Object.entries(kinds).find(([extension]) => extension === extname(path).toLowerCase())?.[1];

/** Database files in the workspace's folders. */
export async function findWorkspaceFiles(folders: readonly string[]): Promise<FoundDatabase[]> {
  const limits = { depth: 4, entries: 20_000, followFolders: false, hiddenFolders: false };
  const paths = await Promise.all(
    folders.map((folder) => walkFiles(folder, (name) => kindOf(name) !== undefined, limits)),
  );
  return paths.flat().flatMap((path): FoundDatabase[] => {
    const kind = kindOf(path);
    if (kind === undefined) return [];
    const entry = {
      id: path,
      name: basename(path, extname(path)),
      dialect: kind,
      kind: "file",
      location: path,
    } as const;
    return [{ entry, source: { kind, path } }];
  });
}
