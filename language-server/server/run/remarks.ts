import type { LoadParams } from "../../contract/engine.ts";
import type { RemarkParams } from "../../contract/methods.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { remarkText } from "../../core/protocols/remark.ts";
import type { Remark } from "../../store/journalRecords.ts";
import type { RunReader } from "../../store/runReader.ts";
import { resumeRun } from "../../store/runWriter.ts";
import type { ModelSession } from "../modelSession.ts";
import { type CurrentStage, withText } from "./pathEnvironment.ts";

/** Longer remarks leave no room for the model's own work. */
const mostCharacters = 4000;
/** Enough to go on tokenising behind them. */
const tailTokens = 8;

/**
 * Writes a person's remark into the journal of a run that stands still, at the place which the path has reached; the
 * path reads it when the run goes on. Errors: `input/invalid`, `run/*`, those of loading a model.
 */
export async function writeRemark(
  { questionId, sample, text }: RemarkParams,
  { reader, session, load }: { reader: RunReader; session: ModelSession; load: LoadParams },
): Promise<Result<null>> {
  const said = text.trim();
  if (said === "" || said.length > mostCharacters)
    return fail("input/invalid", `A remark has from 1 to ${mostCharacters} characters.`);
  const key = { questionId, sample };
  const path = await reader.unfinished(key);
  if (path === null) return fail("input/invalid", "The run has no such path.");
  if (!reader.pendingPaths().some((each) => each.questionId === questionId && each.sample === sample))
    return fail("input/invalid", "The path has ended. Go on from one of its tokens instead.");
  const { doneStages, replay, current } = path;
  if (doneStages.length === 0 && current === null)
    return fail("input/invalid", "The path has not begun yet.");
  if (current?.forcedFrom != null)
    return fail("input/invalid", "The path has used up its budget and is only giving its answer.");
  const tokens = current?.tokens ?? [];
  const before =
    tokens.length > 0 ? tokens : (replay.at(-1)?.tokens ?? []).slice(0, doneStages.at(-1)?.kept?.tokens);
  const put = remarkText(said);
  const encoded = await session.lend(load, (engine) =>
    engine.call("tokenize", {
      prompt: [{ text: put, special: false }],
      preceding: before.slice(-tailTokens),
    }),
  );
  if (!encoded.ok) return encoded;
  const writer = await resumeRun(reader.folder);
  if (!writer.ok) return writer;
  writer.value.remark(key, {
    stageIndex: doneStages.length,
    token: tokens.length,
    said,
    given: { tokens: [...encoded.value.tokens], text: put },
  });
  const closed = await writer.value.close();
  return closed.ok ? ok(null) : closed;
}

/** The stage that a path goes on with, with the remarks that were put into it; null for nothing to go on with. */
export function withRemarks(current: CurrentStage | null, remarks: readonly Remark[]): CurrentStage | null {
  if (remarks.length === 0) return current;
  let tokens = current?.tokens ?? [];
  let texts = current?.texts ?? (current === null ? [] : undefined);
  let keptAtLeast = current?.keptAtLeast ?? 0;
  let givenFrom = current?.givenFrom;
  for (const { token, given } of remarks) {
    const there = Math.max(0, tokens.length - token);
    keptAtLeast = Math.max(keptAtLeast, token + given.tokens.length);
    if (there >= given.tokens.length) continue;
    givenFrom ??= tokens.length;
    if (texts !== undefined) {
      const told = texts.slice(token).join("").length;
      texts = withText(texts, given.tokens.length - there, given.text.slice(told));
    }
    tokens = [...tokens, ...given.tokens.slice(there)];
  }
  return {
    forcedFrom: null,
    ...current,
    tokens,
    ...(texts === undefined ? {} : { texts }),
    keptAtLeast,
    ...(givenFrom === undefined ? {} : { givenFrom }),
    given: (current?.given ?? 0) + remarks.reduce((sum, { given }) => sum + given.tokens.length, 0),
    remarks: remarks.map(({ token, said }) => ({ token, said })),
  };
}
