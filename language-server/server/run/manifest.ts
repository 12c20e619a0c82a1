import type { LoadParams } from "../../contract/engine.ts";
import type { RunId, RunManifest } from "../../contract/entities.ts";
import { graderVersion } from "../../core/grading/version.ts";
import type { PreparedRun } from "./prepareRun.ts";

/** Manifest of a run about to start; its host part is completed when the model has been loaded. */
export function manifestOf(
  prepared: PreparedRun,
  id: RunId,
  startedAt: number,
  load: LoadParams,
  product: string,
): RunManifest {
  const { protocol, preset, model } = prepared;
  return {
    formatVersion: 1,
    id,
    createdAt: new Date(startedAt).toISOString(),
    title: prepared.title,
    source: prepared.source,
    model: {
      path: model.path,
      name: model.name,
      fingerprint: prepared.modelFingerprint,
      architecture: model.architecture,
      quantisation: model.quantisation,
    },
    protocol: {
      id: protocol.id,
      version: protocol.version,
      ...(preset === null ? {} : { preset: preset.path }),
      parameters: protocol.parameters,
    },
    sampling: prepared.sampling,
    seed: prepared.seed,
    samples: prepared.samples,
    ...(prepared.endsRepetition ? { endsRepetition: true } : {}),
    grading: { profile: prepared.profile, version: graderVersion },
    ...(prepared.sql === null ? {} : { sql: prepared.sql }),
    questionIds: prepared.questions.map((question) => question.id),
    host: {
      platform: `${process.platform}-${process.arch}`,
      device: "cpu",
      deviceNames: [],
      engine: "",
      sequences: load.sequences,
      contextTokens: load.contextTokens,
    },
    product,
  };
}
