import type { ThoughtTags } from "../../contract/engine.ts";
import type { PathRecord, Question, StageRecord } from "../../contract/entities.ts";
import type { Failure } from "../../contract/result.ts";
import { promptFor, readablePrompt } from "./dialogue.ts";
import type { PathEnvironment, PathProgress } from "./pathEnvironment.ts";
import { readStage } from "./readStage.ts";
import type { PathKey, PathListener } from "./runEvents.ts";
import { SlotDialogue, tokensInSequence } from "./slotDialogue.ts";

/** Takes one (question, sample) through the protocol on one slot of the engine, from wherever it was. */
export async function runPath(
  environment: PathEnvironment,
  slot: number,
  question: Question,
  sample: number,
  progress: PathProgress,
): Promise<PathRecord> {
  const { protocol, listener, signal, exchanges } = environment;
  const key: PathKey = { questionId: question.id, sample };
  const stages: StageRecord[] = [...progress.stages];
  const dialogue = new SlotDialogue(environment, slot, question);
  let current = progress.current;
  let pathThought: ThoughtTags | null = null;
  await exchanges?.enter(key, stages);
  const next = (done: readonly StageRecord[]) => protocol.next(question, done, exchanges?.groupOf(key));
  for (const [index, record] of progress.stages.entries()) {
    const turn = next(stages.slice(0, index));
    if (turn.kind !== "turn") break;
    const prompt = promptFor(environment.chat, protocol, question, stages.slice(0, index), turn);
    pathThought ??= prompt.thought;
    const tokens = progress.stageTokens[record.index] ?? [];
    dialogue.remember(prompt, tokensInSequence(turn, tokens, record));
  }

  for (;;) {
    const step = next(stages);
    if (step.kind === "exchange") {
      if ((await exchanges?.wait(key, slot, () => next(stages).kind !== "exchange")) === true) continue;
      return stopped(key, stages);
    }
    if (step.kind === "done") return finish(listener, key, endRecord(key, stages, step.answerStage));
    if (signal.aborted) return stopped(key, stages);

    const index = stages.length;
    listener.stageStarted(key, {
      index,
      stage: step.stage,
      ...(step.attempt === undefined ? {} : { attempt: step.attempt }),
      prompt: readablePrompt(step),
      budgetTokens: step.budgetTokens,
      resumed: current !== null,
    });
    const prompt = promptFor(environment.chat, protocol, question, stages, step);
    pathThought ??= prompt.thought;
    const thoughts = { stage: prompt.thought, path: pathThought };
    const result = await dialogue.generate(step, prompt, index, sample, current, (chunk) =>
      listener.tokensWritten(key, index, chunk),
    );
    const foreign = {
      ...((current?.given ?? 0) > 0 ? { givenTokens: current?.given } : {}),
      ...(current?.remarks === undefined ? {} : { remarks: current.remarks }),
    } as Pick<StageRecord, "givenTokens" | "remarks">;
    current = null;
    if (!result.ok) {
      if (isEngineGone(result.error)) return { ...stopped(key, stages), failure: result.error };
      return finish(listener, key, failed(key, stages, result.error));
    }
    if (result.value === "cancelled" || result.value.reason === "cancelled") return stopped(key, stages);
    const record = await unlessAborted(
      readStage(environment, question, stages, step, index, thoughts, result.value),
      signal,
    );
    // A query may run for long. Resumed, the stage has its tokens and only its answer is read again.
    if (record === null) return stopped(key, stages);
    const kept = { ...record, ...foreign };
    stages.push(kept);
    listener.stageEnded(key, kept);
    await exchanges?.advanced(key, stages);
  }
}

/** What the work gives; null as soon as the signal is aborted, whatever the work then still does. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  let stop = () => {};
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function endRecord(key: PathKey, stages: readonly StageRecord[], answerStage: number | null): PathRecord {
  const answering = answerStage === null ? undefined : stages[answerStage];
  const last = answering ?? stages.findLast((stage) => stage.verdict !== undefined);
  return {
    ...key,
    status: "done",
    stages,
    outcome:
      answering === undefined && last?.outcome === "finished" ? "no-answer" : (last?.outcome ?? "no-answer"),
    ...(answerStage === null ? {} : { answerStage }),
    ...(last?.verdict === undefined ? {} : { verdict: last.verdict }),
  };
}

/** A stopped path is no end: nothing is journalled, so that resuming goes on in the middle of the stage. */
const stopped = (key: PathKey, stages: readonly StageRecord[]): PathRecord => ({
  ...key,
  status: "stopped",
  stages,
  outcome: "stopped",
});

const failed = (key: PathKey, stages: readonly StageRecord[], error: Failure): PathRecord => ({
  ...key,
  status: "failed",
  stages,
  outcome: "engine-lost",
  failure: { code: error.code, message: error.message },
});

/** No fault of the path: it is not journalled as failed, so that resuming the run goes on with it. */
const isEngineGone = (error: Failure): boolean =>
  error.code === "engine/lost" ||
  error.code === "engine/crash-loop" ||
  error.code === "endpoint/unreachable" ||
  error.code === "endpoint/refused" ||
  error.code.startsWith("model/");

function finish(listener: PathListener, key: PathKey, record: PathRecord): PathRecord {
  listener.pathEnded(key, record);
  return record;
}
