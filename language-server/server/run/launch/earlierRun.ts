/** What a run that was started before needs to work again: the same protocol, model and databases, loaded as then. */
import type { LoadParams } from "../../../contract/engine.ts";
import type { Question, RunManifest } from "../../../contract/entities.ts";
import type { Settings } from "../../../contract/methods.ts";
import { fail, ok, type Result } from "../../../contract/result.ts";
import { bindRecorded } from "../../../core/protocols/bindProtocol.ts";
import type { BoundProtocol } from "../../../core/protocols/protocol.ts";
import { modelFingerprint } from "../../../models/fingerprint.ts";
import { type ModelDetails, readModelHeader } from "../../../models/header.ts";
import { planWith } from "../loadPlan.ts";
import type { SqlRuns } from "../sql/sqlRuns.ts";

export interface ReadyAgain {
  readonly protocol: BoundProtocol;
  readonly model: ModelDetails;
}

/** Protocol and model of a run, when they and its databases are still the same. Errors: `run/*`, `model/*`, `sql/*`. */
export async function readyAgain(manifest: RunManifest, sql: SqlRuns): Promise<Result<ReadyAgain>> {
  const protocol = bindRecorded(manifest.protocol);
  if (!protocol.ok) return protocol;
  const model = await sameModel(manifest);
  if (!model.ok) return model;
  const unchanged = await sql.checkUnchanged(manifest.sql);
  if (!unchanged.ok) return unchanged;
  return ok({ protocol: protocol.value, model: model.value });
}

/** The model of a run, when its file is still the same. Errors: `run/not-resumable`, `model/*`. */
export async function sameModel({ model }: RunManifest): Promise<Result<ModelDetails>> {
  const header = await readModelHeader(model.path);
  if (!header.ok) return header;
  const fingerprint = await modelFingerprint(model.path);
  if (!fingerprint.ok) return fingerprint;
  return fingerprint.value === model.fingerprint
    ? header
    : fail(
        "run/not-resumable",
        `The model file ${model.path} has changed since the run was started. Start a new run.`,
      );
}

/** How the engine loads the model again: what decides about batches is as it was when the run was started. */
export const loadAgain = (
  { host, samples }: RunManifest,
  { protocol, model }: ReadyAgain,
  questions: readonly Question[],
  paths: number,
  settings: Settings,
): LoadParams => ({
  ...planWith(settings, { model, protocol, questions, paths, samples }),
  contextTokens: host.contextTokens,
  sequences: host.sequences,
  sequencesMinimum: host.sequences,
  ...(host.threads === undefined ? {} : { threads: host.threads }),
  ...(host.isolated === true ? { isolated: true } : {}),
});
