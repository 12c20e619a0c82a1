import { opendir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

export interface WalkLimits {
  /** Folders below the root that are entered; 0 = the root only. */
  readonly depth: number;
  /** Names looked at before giving up; a safeguard, not a page size. */
  readonly entries: number;
  /** Whether links to folders are entered (each real folder once). */
  readonly followFolders: boolean;
  /** Whether folders whose name begins with a dot are entered. */
  readonly hiddenFolders: boolean;
}

const neverEntered = new Set(["node_modules", ".git", ".hg", ".svn", "__pycache__", ".venv", "venv", ".tox"]);

/**
 * Files under `root` whose name `wanted` accepts, in order of their names, nearest folders first. What cannot be read
 * is passed over.
 */
export async function walkFiles(
  root: string,
  wanted: (name: string) => boolean,
  limits: WalkLimits,
  signal?: AbortSignal,
): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  let left = limits.entries;
  let level = [root];
  for (let depth = 0; depth <= limits.depth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (signal?.aborted === true || left <= 0) return found;
      const real = await realpath(folder).catch(() => null);
      if (real === null || seen.has(real)) continue;
      seen.add(real);
      const entries = await readFolder(folder, left);
      left -= entries.length;
      for (const entry of entries) {
        const path = join(folder, entry.name);
        const kind = entry.kind === "link" ? await kindOfTarget(path) : entry.kind;
        if (kind === "file" && wanted(entry.name)) found.push(path);
        if (kind !== "folder" || neverEntered.has(entry.name)) continue;
        if (entry.kind === "link" && !limits.followFolders) continue;
        if (entry.name.startsWith(".") && !limits.hiddenFolders) continue;
        next.push(path);
      }
    }
    level = next;
  }
  return found;
}

interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

async function readFolder(folder: string, most: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entries.length >= most) break;
      const kind = entry.isSymbolicLink()
        ? "link"
        : entry.isFile()
          ? "file"
          : entry.isDirectory()
            ? "folder"
            : "other";
      entries.push({ name: entry.name, kind });
    }
  } catch {
    // A folder that is missing or not ours to read has no models for us.
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function kindOfTarget(path: string): Promise<Entry["kind"]> {
  const target = await stat(path).catch(() => null);
  if (target === null) return "file"; // A broken link to a model is worth showing as a problem.
  return target.isFile() ? "file" : target.isDirectory() ? "folder" : "other";
}
