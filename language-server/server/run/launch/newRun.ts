import { newRunId } from "../../../store/runFolder.ts";
import { createRun } from "../../../store/runWriter.ts";
import { planWith } from "../loadPlan.ts";
import { manifestOf } from "../manifest.ts";
import type { PreparedRun } from "../prepareRun.ts";
import { allJobs } from "../runController.ts";
import { RunView } from "../runView.ts";
import type { Launch } from "./runLauncher.ts";
import type { RunServiceParts } from "./runParts.ts";

/** A run with a folder of its own, from the beginning. */
export function newRun(
  prepared: PreparedRun,
  {
    now,
    random,
    product,
    ...parts
  }: Pick<RunServiceParts, "settings" | "runsFolder" | "now" | "random" | "product">,
): Launch {
  const startedAt = now();
  const { model, protocol, questions, samples } = prepared;
  const jobs = allJobs(questions, samples);
  const load = planWith(parts.settings(), { model, protocol, questions, paths: jobs.length, samples });
  const manifest = manifestOf(prepared, newRunId(new Date(startedAt), random), startedAt, load, product);
  return {
    view: new RunView(manifest, questions, [], "running", () => (now() - startedAt) / 1000),
    load,
    protocol,
    jobs,
    openWriter: (complete, onFailure) => createRun(parts.runsFolder(), complete, questions, { onFailure }),
  };
}
