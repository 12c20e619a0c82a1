/**
 * A process that writes a run the way a scheduler does, until it is killed. Bundled and started by kill.test.ts:
 * node child.mjs <runs folder> <acknowledgements>. After every message it appends what is surely on disk by then.
 */
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createRun, type RunWriter, resumeRun } from "../../../language-server/store/runWriter.ts";
import { chunkOf, manifestFor, question, stageRecord } from "./storeSamples.ts";

export const killRun = { questions: 12, stages: 2, tokens: 30, id: "killed" } as const;

const [folder = "", acknowledgements = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const questions = Array.from({ length: killRun.questions }, (_, i) => question(`q${i}`));
  const path = join(folder, killRun.id);
  const result = existsSync(path)
    ? await resumeRun(path)
    : await createRun(folder, manifestFor(questions, 1, killRun.id), questions);
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ""}`);
  const writer = result.value;
  writer.status("running");
  const todo = writer.reader.pendingPaths();
  const worker = async (): Promise<void> => {
    for (let key = todo.shift(); key !== undefined; key = todo.shift())
      await runPath(writer, Number(key.questionId.slice(1)), key);
  };
  await Promise.all([worker(), worker(), worker()]);
  writer.status("done");
  await writer.close();
}

async function runPath(
  writer: RunWriter,
  number: number,
  key: { questionId: string; sample: number },
): Promise<void> {
  const left = await writer.reader.unfinished(key);
  for (let stage = left?.doneStages.length ?? 0; stage < killRun.stages; stage++) {
    const had = left?.current?.stageIndex === stage ? left.current.tokens.length : 0;
    // some stages are thrown away and begun anew instead of resumed
    const resumed = had > 0 && had % 3 !== 0;
    writer.stageStarted(key, { stageIndex: stage, stage: stage === 0 ? "fast" : "slow", resumed });
    for (let step = resumed ? had : 0; step < killRun.tokens; ) {
      const next = Math.min(killRun.tokens, step + 1 + (step % 3));
      writer.tokens(key, stage, chunkOf(number, stage, step, next));
      step = next;
      await writer.flush();
      appendFileSync(acknowledgements, `${JSON.stringify({ path: number, stage, tokens: step, resumed })}\n`);
      await sleep(1);
    }
    writer.stageDone(key, stageRecord(number, stage, killRun.tokens));
  }
  writer.pathDone(key, { status: "done", outcome: "finished", answerStage: killRun.stages - 1 });
}

await main();
