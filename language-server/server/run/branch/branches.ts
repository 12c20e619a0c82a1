import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { BranchSummary, PathAddress } from "../../../contract/methods.ts";
import { ok, type Result } from "../../../contract/result.ts";
import { branchResults } from "../../../core/branches/branchResults.ts";
import { branchIdOf, folderOfRun, rootOf } from "../../../store/runFolder.ts";
import type { RunLibrary } from "../runLibrary.ts";
import { markOf } from "../runView.ts";

/** The branches that leave a path, oldest first, the one under way among them. */
export async function listBranches(
  library: RunLibrary,
  runsFolder: string,
  of: PathAddress,
): Promise<Result<{ branches: BranchSummary[] }>> {
  const root = rootOf(of.runId);
  const folder = join(folderOfRun(runsFolder, root), "branches");
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith("."));
  const branches: BranchSummary[] = [];
  for (const name of names.sort()) {
    const view = await library.view(branchIdOf(root, name));
    if (!view.ok) continue;
    const { manifest, status } = view.value;
    const { branch } = manifest;
    if (branch === undefined || !isSame(branch.of, of)) continue;
    branches.push({
      runId: manifest.id,
      kind: branch.kind,
      of,
      createdAt: manifest.createdAt,
      status,
      points: branchResults(branch, view.value.paths(), markOf),
    });
  }
  return ok({ branches });
}

const isSame = (a: PathAddress, b: PathAddress): boolean =>
  a.runId === b.runId && a.questionId === b.questionId && a.sample === b.sample;
