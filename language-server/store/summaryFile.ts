import { readFile, stat } from "node:fs/promises";
import type { RunSummary } from "../contract/entities.ts";
import { replaceFile, runFiles } from "./files.ts";

/** Raised when summaries are reckoned differently, so that those of earlier versions are reckoned again. */
const summaryVersion = 3;

/** `summary.json`: a cache of what the journal says, so that listing runs does not read journals. */
interface SummaryFile {
  readonly summaryVersion: number;
  /** Size of the journal that was summed up; with another size the cache is out of date. */
  readonly journalBytes: number;
  readonly summary: RunSummary;
}

/** The cached summary; null when there is none or the journal has changed since. */
export async function readSummary(folder: string): Promise<RunSummary | null> {
  const files = runFiles(folder);
  try {
    const [text, journal] = await Promise.all([readFile(files.summary, "utf8"), stat(files.journal)]);
    const cached = JSON.parse(text) as Partial<SummaryFile> | null;
    const current = cached?.summaryVersion === summaryVersion && cached.journalBytes === journal.size;
    return current ? (cached.summary ?? null) : null;
  } catch {
    return null;
  }
}

/** Throws what the file system throws; the summary is only a cache, so callers may go on without it. */
export async function writeSummary(folder: string, summary: RunSummary): Promise<void> {
  const files = runFiles(folder);
  const journal = await stat(files.journal);
  const content: SummaryFile = { summaryVersion, journalBytes: journal.size, summary };
  await replaceFile(files.summary, `${JSON.stringify(content, null, 2)}\n`);
}
