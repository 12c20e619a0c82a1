import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DatabaseEntry } from "../../contract/sql.ts";

/** What was chosen, by workspace folder. */
interface FolderChoice {
  readonly folder?: string;
  /** By document URI: comes before the folder's. */
  readonly documents?: Readonly<Record<string, string>>;
}

export interface DatabaseSelectionParts {
  /** Databases as they are found now. */
  databases(): Promise<readonly DatabaseEntry[]>;
  workspaceFolders(): readonly string[];
  storageFolder(): string;
}

/** Which database an SQL document is about: chosen for it, chosen for its workspace folder, or the obvious one. */
export class DatabaseSelection {
  constructor(private readonly parts: DatabaseSelectionParts) {}

  /** Null when nothing is chosen and no database is obvious. A choice whose database is gone does not count. */
  async of(uri: string | undefined): Promise<DatabaseEntry | null> {
    const databases = await this.parts.databases();
    const choice = (await this.read())[this.folderOf(uri)] ?? {};
    const byId = (id: string | undefined) => databases.find((database) => database.id === id);
    return (
      (uri === undefined ? undefined : byId(choice.documents?.[uri])) ??
      byId(choice.folder) ??
      obvious(databases, uri === undefined ? null : pathOf(uri))
    );
  }

  /** Null takes the choice back. */
  async select(id: string | null, uri: string | undefined): Promise<void> {
    const all = await this.read();
    const key = this.folderOf(uri);
    const before = all[key] ?? {};
    await this.write({ ...all, [key]: changed(before, id, uri) });
  }

  private folderOf(uri: string | undefined): string {
    const folders = this.parts.workspaceFolders();
    const path = uri === undefined ? null : pathOf(uri);
    const holds = (folder: string) => path?.startsWith(`${folder}/`) === true;
    return folders.find(holds) ?? folders[0] ?? "";
  }

  private get file(): string {
    return join(this.parts.storageFolder(), "databases.json");
  }

  private async read(): Promise<Readonly<Record<string, FolderChoice>>> {
    try {
      return JSON.parse(await readFile(this.file, "utf8")) as Record<string, FolderChoice>;
    } catch {
      // Missing or damaged: nothing has been chosen yet.
      return {};
    }
  }

  private async write(all: Readonly<Record<string, FolderChoice>>): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await writeFile(this.file, `${JSON.stringify(all, null, 2)}\n`);
  }
}

function changed(before: FolderChoice, id: string | null, uri: string | undefined): FolderChoice {
  if (uri === undefined) {
    const { folder: _, ...rest } = before;
    return id === null ? rest : { ...rest, folder: id };
  }
  const { [uri]: _, ...documents } = before.documents ?? {};
  return { ...before, documents: id === null ? documents : { ...documents, [uri]: id } };
}

/**
 * The only database, or the only one in the document's own folder. Databases with rows come before scripts of
 * definitions, and a script is not about itself.
 */
function obvious(databases: readonly DatabaseEntry[], path: string | null): DatabaseEntry | null {
  const others = databases.filter(({ location }) => location !== path);
  const filled = others.filter(({ kind }) => kind !== "definitions");
  for (const candidates of [filled, others]) {
    const beside = candidates.filter(({ location }) => path !== null && dirname(location) === dirname(path));
    for (const few of [candidates, beside]) if (few.length === 1 && few[0] !== undefined) return few[0];
  }
  return null;
}

const pathOf = (uri: string): string | null => (uri.startsWith("file:") ? fileURLToPath(uri) : null);
