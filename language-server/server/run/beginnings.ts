import type { LoadParams } from "../../contract/engine.ts";
import type { Question, RunId, RunManifest, SamplingSettings } from "../../contract/entities.ts";
import { ok, type Result } from "../../contract/result.ts";
import type { BoundProtocol } from "../../core/protocols/protocol.ts";
import { readBeginning, writeBeginning } from "../../store/copyPath.ts";
import { newRunId } from "../../store/runFolder.ts";
import type { RunReader } from "../../store/runReader.ts";
import { createRun } from "../../store/runWriter.ts";

/** A run whose paths begin with the beginning of a path of another run. */
export interface BeginningsOrder {
  readonly of: RunId;
  /** One path of each question; it is about these questions. */
  readonly chosen: readonly { readonly questionId: string; readonly sample: number }[];
  /** Of the tokens of the path's first stage. */
  readonly share: number;
  readonly title: string;
  readonly protocol: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly sampling: SamplingSettings;
  readonly samples: number;
  readonly seed: number;
}

export interface BeginningsParts {
  readonly reader: RunReader;
  readonly protocol: BoundProtocol;
  readonly load: LoadParams;
  readonly runsFolder: string;
  now(): number;
  random(): number;
  readonly product: string;
}

/** Makes the run's folder, its paths standing there as if they had been interrupted behind their beginnings. */
export async function prepareBeginnings(
  order: BeginningsOrder,
  { reader, protocol, load, runsFolder, now, random, product }: BeginningsParts,
): Promise<Result<string>> {
  const startedAt = new Date(now());
  const of = reader.manifest;
  const paths: { question: Question; sample: number; tokens: number }[] = [];
  for (const { questionId, sample } of order.chosen) {
    const question = reader.questions.find(({ id }) => id === questionId);
    if (question === undefined) continue;
    const { length } = await reader.stageTokens({ questionId, sample }, 0);
    paths.push({ question, sample, tokens: Math.max(1, Math.round(order.share * length)) });
  }
  const manifest: RunManifest = {
    ...of,
    id: newRunId(startedAt, random),
    createdAt: startedAt.toISOString(),
    title: order.title,
    source: { ...of.source, count: paths.length },
    protocol: { id: protocol.id, version: protocol.version, parameters: protocol.parameters },
    sampling: order.sampling,
    seed: order.seed,
    samples: order.samples,
    questionIds: paths.map(({ question }) => question.id),
    beginnings: {
      of: order.of,
      paths: paths.map(({ question, sample, tokens }) => ({ questionId: question.id, sample, tokens })),
    },
    host: { ...of.host, sequences: load.sequences, contextTokens: load.contextTokens },
    product,
  };
  const writer = await createRun(
    runsFolder,
    manifest,
    paths.map(({ question }) => question),
  );
  if (!writer.ok) return writer;
  for (const { question, sample, tokens } of paths) {
    const first = protocol.next(question, []);
    const name = first.kind === "turn" ? first.stage : undefined;
    const key = { questionId: question.id, sample };
    const beginning = await readBeginning(reader, key, 0, tokens, name);
    for (let at = 0; at < order.samples; at++)
      writeBeginning(writer.value, { questionId: question.id, sample: at }, beginning);
  }
  const closed = await writer.value.close();
  return closed.ok ? ok(manifest.id) : closed;
}
