import type { RunId, RunManifest } from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { openRun } from "../../../store/runReader.ts";
import { resumeRun } from "../../../store/runWriter.ts";
import { knownTexts } from "../knownTexts.ts";
import { pathsOf, progressOf } from "../recordedPaths.ts";
import type { PathJob } from "../runController.ts";
import type { RunLibrary } from "../runLibrary.ts";
import { RunView } from "../runView.ts";
import { loadAgain, readyAgain } from "./earlierRun.ts";
import type { Launch } from "./runLauncher.ts";
import type { RunServiceParts } from "./runParts.ts";

/** A run that stands still, with the paths that have not ended. Errors: `run/*`, `model/*`, those of its databases. */
export async function reopenedRun(
  runId: RunId,
  library: RunLibrary,
  { sql, now, ...parts }: Pick<RunServiceParts, "sql" | "settings" | "now">,
): Promise<Result<Launch>> {
  const folder = library.folderOf(runId);
  const opened = await openRun(folder);
  if (!opened.ok) return opened;
  const reader = opened.value;
  const { manifest, questions } = reader;
  const pending = reader.pendingPaths();
  if (pending.length === 0)
    return fail("run/not-resumable", "The run is complete; there is nothing to resume.");
  const ready = await readyAgain(manifest, sql);
  if (!ready.ok) return ready;
  const byId = new Map(questions.map((question) => [question.id, question]));
  const jobs = pending.flatMap(({ questionId, sample }): PathJob[] => {
    const question = byId.get(questionId);
    return question === undefined
      ? []
      : [{ question, sample, progress: () => progressOf(reader, questionId, sample) }];
  });
  const group = await groupOf(manifest, library);
  const load = {
    ...loadAgain(manifest, ready.value, questions, jobs.length, parts.settings()),
    ...(await knownTexts(reader)),
  };
  const startedAt = now();
  const before = reader.wallSeconds();
  const view = new RunView(
    manifest,
    questions,
    reader.paths(),
    "running",
    () => before + (now() - startedAt) / 1000,
    { starts: reader.starts + 1, replay: null },
  );
  library.forget(runId);
  return ok({
    view,
    load,
    protocol: ready.value.protocol,
    jobs,
    openWriter: (_manifest, onFailure) => resumeRun(folder, { onFailure }),
    knownPaths: (questionId) => pathsOf(reader, questionId),
    ...(group === undefined ? {} : { group }),
  });
}

/** What the paths of a branch read at exchanges; undefined for an ordinary run. */
async function groupOf({ branch }: RunManifest, library: RunLibrary): Promise<Launch["group"]> {
  if (branch === undefined) return undefined;
  const root = await library.reader(branch.root.runId);
  if (!root.ok) return undefined;
  return { seed: root.value.manifest.seed, paths: await pathsOf(root.value, branch.of.questionId) };
}
