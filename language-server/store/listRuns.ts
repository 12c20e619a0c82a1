import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunSummary } from "../contract/entities.ts";
import type { Failure, Result } from "../contract/result.ts";
import { ok } from "../contract/result.ts";
import { isMissing, runFiles } from "./files.ts";
import { JournalFile } from "./journalFile.ts";
import { liveHolder } from "./runLock.ts";
import { FolderReader } from "./runReader.ts";
import { readSummary, writeSummary } from "./summaryFile.ts";

/**
 * Summaries of the runs in a folder, newest first. A run that was closed properly costs one small file; the journal of
 * another is read once and its summary kept for the next time. No folder: no runs.
 * @param onDamaged called for each run that cannot be read; folders without a journal are no runs and passed over.
 */
export async function listRuns(
  runsFolder: string,
  onDamaged: (folder: string, failure: Failure) => void = () => undefined,
): Promise<RunSummary[]> {
  const entries = await readdir(runsFolder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const summaries: RunSummary[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const folder = join(runsFolder, entry.name);
    const summary = await summaryOf(folder);
    if (summary.ok) summaries.push(summary.value);
    else if (summary.error.code !== "run/not-found") onDamaged(folder, summary.error);
  }
  const newestFirst = (a: RunSummary, b: RunSummary): number =>
    a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;
  return summaries.sort(newestFirst);
}

async function summaryOf(folder: string): Promise<Result<RunSummary>> {
  const running = (await liveHolder(folder)) !== null;
  const cached = running ? null : await readSummary(folder);
  if (cached !== null) return ok(cached);
  const journal = await JournalFile.open(runFiles(folder).journal);
  if (!journal.ok) return journal;
  const reader = new FolderReader(folder, journal.value, [], [], null);
  await reader.refresh();
  const summary = reader.summary();
  // a folder that cannot be written to (an archive, another user's) is listed all the same
  if (!running) await writeSummary(folder, summary).catch(() => undefined);
  return ok(summary);
}
