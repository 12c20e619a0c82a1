import type { TokenChunk } from "../contract/engine.ts";
import type { StageName, StageRecord } from "../contract/entities.ts";
import { noToken } from "../core/trace/frame.ts";
import type { StageTokens } from "../core/trace/stageTokens.ts";
import type { PathKey } from "./journalRecords.ts";
import type { RunReader } from "./runReader.ts";
import type { RunWriter } from "./runWriter.ts";

/** The beginning of a path up to a token of one of its stages, read once to be written many times. */
export interface PathBeginning {
  readonly stages: readonly { readonly record: StageRecord; readonly tokens: TokenChunk }[];
  /** The stage that is cut; null where nothing of it is kept. */
  readonly cut: { readonly index: number; readonly stage: StageName; readonly tokens: TokenChunk } | null;
}

/** @param name of the stage that is cut, where it has another one in the path that begins with it, or none yet */
export async function readBeginning(
  reader: RunReader,
  key: PathKey,
  stageIndex: number,
  token: number,
  name?: StageName,
): Promise<PathBeginning> {
  const texts = await reader.vocabulary();
  const path = await reader.path(key);
  const stages = await Promise.all(
    (path?.stages ?? []).slice(0, stageIndex).map(async (record) => {
      const tokens = await reader.stageTokens(key, record.index);
      return {
        record: { ...record, givenTokens: tokens.length },
        tokens: chunkOf(tokens, tokens.length, texts),
      };
    }),
  );
  if (token === 0) return { stages, cut: null };
  const tokens = await reader.stageTokens(key, stageIndex);
  const stage = path?.stages[stageIndex]?.stage;
  return {
    stages,
    cut: { index: stageIndex, stage: name ?? stage ?? "answer", tokens: chunkOf(tokens, token, texts) },
  };
}

/** Writes it as the beginning of another path, which then goes on as one that was interrupted there. */
export function writeBeginning(writer: RunWriter, key: PathKey, { stages, cut }: PathBeginning): void {
  for (const { record, tokens } of stages) {
    const { index, stage, attempt, prompt } = record;
    writer.stageStarted(key, {
      stageIndex: index,
      stage,
      prompt,
      ...(attempt === undefined ? {} : { attempt }),
    });
    writer.tokens(key, index, tokens);
    writer.stageDone(key, record);
  }
  if (cut === null) return;
  writer.stageStarted(key, { stageIndex: cut.index, stage: cut.stage });
  writer.tokens(key, cut.index, cut.tokens);
}

function chunkOf(tokens: StageTokens, to: number, texts: ReadonlyMap<number, string>): TokenChunk {
  const columns = tokens.columns(to);
  const ids = new Set([...columns.ids, ...columns.alternativeIds]);
  ids.delete(noToken);
  const vocabulary = [...ids].flatMap((id) => {
    const text = texts.get(id);
    return text === undefined ? [] : [{ id, text }];
  });
  return { ...columns, slot: 0, firstStep: 0, vocabulary };
}
