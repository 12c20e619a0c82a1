import type { GenerateResult, ThoughtTags } from "../../contract/engine.ts";
import type { Outcome, Question, StageRecord } from "../../contract/entities.ts";
import type { Turn } from "../../core/protocols/protocol.ts";
import { readablePrompt } from "./dialogue.ts";
import type { ModelResponse, PathEnvironment } from "./pathEnvironment.ts";

/** Outcome, answer, verdict and judgement of a generated stage. */
export async function readStage(
  environment: PathEnvironment,
  question: Question,
  stages: readonly StageRecord[],
  turn: Turn,
  index: number,
  thought: ThoughtTags,
  result: GenerateResult,
): Promise<StageRecord> {
  const grader = environment.grader(question);
  const response: ModelResponse = { text: result.text, thought, forced: result.forced };
  const notes: string[] = [];
  if (turn.thinking === "suppress") notes.push("thinking-suppressed");
  if (!turn.keepThoughts && index > 0) notes.push("thoughts-dropped");
  const base = {
    stage: turn.stage,
    index,
    ...(turn.attempt === undefined ? {} : { attempt: turn.attempt }),
    prompt: readablePrompt(turn),
    text: result.text,
    promptTokens: result.promptTokens,
    generatedTokens: result.generatedTokens,
    forcedTokens: result.forcedTokens,
    promptMs: result.promptMs,
    generateMs: result.generateMs,
    ...(result.inThought ? { endedInThought: true } : {}),
    ...(result.endedTurn ? { endedTurn: true } : {}),
  };
  if (turn.read.as === "judgement") {
    const about = stages[turn.read.about]?.verdict?.extracted ?? null;
    const { judgement, changes } = await grader.judge(response, about);
    const outcome = outcomeOf(result, judgement !== "unclear");
    return { ...base, outcome, judgement, judgementChanges: changes, ...(notes.length > 0 ? { notes } : {}) };
  }
  const { verdict, execution } = await grader.grade(response, question);
  const earlier = turn.repeatOf === undefined ? null : (stages[turn.repeatOf]?.verdict?.extracted ?? null);
  if (earlier !== null && verdict.extracted !== null && (await grader.equal(earlier, verdict.extracted))) {
    notes.push("repeated-answer");
  }
  const outcome = outcomeOf(result, verdict.extracted !== null);
  return {
    ...base,
    outcome,
    verdict,
    ...(execution === undefined ? {} : { execution }),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function outcomeOf(result: GenerateResult, answered: boolean): Outcome {
  switch (result.reason) {
    case "end-of-turn":
    case "stop-text":
    case "box":
      if (result.forced) return "forced-closed";
      return answered ? "finished" : "no-answer";
    case "budget":
      return result.forced ? "forced-closed" : "truncated";
    case "dead-end":
      return "truncated";
    case "context":
      return "context-exhausted";
    case "cancelled":
      return "stopped";
  }
}
