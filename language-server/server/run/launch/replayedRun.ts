import type { RunManifest } from "../../../contract/entities.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { newRunId } from "../../../store/runFolder.ts";
import type { RunReader } from "../../../store/runReader.ts";
import { createRun } from "../../../store/runWriter.ts";
import { allJobs } from "../runController.ts";
import { RunView } from "../runView.ts";
import { loadAgain, readyAgain } from "./earlierRun.ts";
import type { Launch } from "./runLauncher.ts";
import type { RunServiceParts } from "./runParts.ts";

/** A run of any folder once more just as it was, as a new run. Errors: `run/*`, `model/*`, those of its databases. */
export async function replayedRun(
  { manifest: of, questions }: RunReader,
  {
    sql,
    now,
    random,
    product,
    ...parts
  }: Pick<RunServiceParts, "sql" | "settings" | "runsFolder" | "now" | "random" | "product">,
): Promise<Result<Launch>> {
  if (of.branch !== undefined || of.beginnings !== undefined)
    return fail("run/not-resumable", "This run goes on from paths of another one; replay that one.");
  if (of.host.device === "endpoint")
    return fail(
      "run/not-resumable",
      "The model of the run is behind an endpoint, whose batches are not ours.",
    );
  const ready = await readyAgain(of, sql);
  if (!ready.ok) return ready;
  const startedAt = now();
  const manifest: RunManifest = {
    ...of,
    id: newRunId(new Date(startedAt), random),
    createdAt: new Date(startedAt).toISOString(),
    product,
  };
  const jobs = allJobs(questions, manifest.samples);
  return ok({
    view: new RunView(manifest, questions, [], "running", () => (now() - startedAt) / 1000),
    load: loadAgain(of, ready.value, questions, jobs.length, parts.settings()),
    protocol: ready.value.protocol,
    jobs,
    openWriter: (complete, onFailure) => createRun(parts.runsFolder(), complete, questions, { onFailure }),
  });
}
