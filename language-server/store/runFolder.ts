import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { RunId } from "../contract/entities.ts";
import { errorCode } from "./files.ts";

/**
 * Folder that holds the runs: `.deliberate/runs` of the workspace folder, or `runs` of the fallback (the extension's
 * global storage; the current folder of the command line) when no folder is open.
 */
export function runsFolder(workspaceFolder: string | undefined, fallbackFolder: string): string {
  return workspaceFolder === undefined
    ? join(fallbackFolder, "runs")
    : join(workspaceFolder, ".deliberate", "runs");
}

/** Between the id of a run and that of a branch of it. */
const branchMark = "~";

/** Id of a branch: it is kept within the folder of the run that it leaves. */
export const branchIdOf = (run: RunId, own: string): RunId => `${run}${branchMark}${own}`;

/** The ordinary run that a branch belongs to; of such a run itself. */
export const rootOf = (id: RunId): RunId => id.split(branchMark)[0] ?? id;

export const isBranch = (id: RunId): boolean => id.includes(branchMark);

/** Folder of a run by its id, `branches/ID` of its run for a branch. No id leads out of the folder of the runs. */
export function folderOfRun(runsFolder: string, id: RunId): string {
  const own = basename(id.slice(rootOf(id).length + branchMark.length));
  const root = join(runsFolder, basename(rootOf(id)));
  return isBranch(id) ? join(root, "branches", own) : root;
}

/** Folder that holds the training runs, chosen as `runsFolder` is. */
export function trainingFolder(workspaceFolder: string | undefined, fallbackFolder: string): string {
  return workspaceFolder === undefined
    ? join(fallbackFolder, "training")
    : join(workspaceFolder, ".deliberate", "training");
}

/**
 * Creates the folder of the runs where it is missing, with a `.gitignore` that keeps runs out of version control.
 * Written only with the folder itself: who deletes it wants the runs committed. Throws what the file system throws.
 */
export async function ensureRunsFolder(folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true });
  if (created === undefined) return;
  await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" }).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
}

/**
 * Id of a run, and name of its folder: UTC time to the millisecond and six random letters or digits, so that names
 * sort by age. E.g. `20250131-123456-789-k3x9ab`.
 * @param random uniform in [0, 1).
 */
export function newRunId(now: Date, random: () => number): string {
  const digits = now.toISOString().replace(/\D/g, "");
  const tail = Array.from({ length: 6 }, () => Math.floor(random() * 36).toString(36)).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(14, 17)}-${tail}`;
}
