import type { GenerateResult, ThoughtTags } from "../../contract/engine.ts";
import { keptText, type Outcome, type Question, type StageRecord } from "../../contract/entities.ts";
import { closedThought } from "../../core/budgets/thoughtTracker.ts";
import { withoutOpenBox } from "../../core/grading/extraction/boxes.ts";
import type { Turn } from "../../core/protocols/protocol.ts";
import { constraintNote } from "../../core/statistics/sqlSummary.ts";
import { repetitionNote } from "../../core/statistics/warnings.ts";
import { readablePrompt } from "./dialogue.ts";
import type { ModelResponse, PathEnvironment } from "./pathEnvironment.ts";

/** Outcome, answer, verdict and judgement of a generated stage. */
export async function readStage(
  environment: PathEnvironment,
  question: Question,
  stages: readonly StageRecord[],
  turn: Turn,
  index: number,
  thought: StageThoughts,
  result: GenerateResult,
): Promise<StageRecord> {
  const grader = environment.grader(question);
  const response = responseOf(stages, turn, thought, result);
  const notes: string[] = [];
  if (turn.thinking === "suppress") notes.push("thinking-suppressed");
  if (result.repetition !== undefined) notes.push(repetitionNote);
  if (result.endedByConstraint === true) notes.push(constraintNote);
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
    ...(turn.pauses === true && result.reason === "budget" ? { paused: true } : {}),
    ...(result.kept === undefined ? {} : { kept: result.kept }),
    ...(closedThought(thought.stage, result) ? { closedThought: true } : {}),
    ...(turn.exchange === undefined ? {} : { exchange: turn.exchange }),
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
  const outcome = "paused" in base ? "finished" : outcomeOf(result, verdict.extracted !== null);
  return {
    ...base,
    outcome,
    verdict,
    ...(execution === undefined ? {} : { execution }),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Where the model's thoughts begin, for this stage and for the whole turn that it may only continue. */
export interface StageThoughts {
  readonly stage: ThoughtTags;
  readonly path: ThoughtTags;
}

/** What is read for an answer, dropped text apart: this stage, what it continues, or, of a summary, its given first words too. */
function responseOf(
  stages: readonly StageRecord[],
  turn: Turn,
  thought: StageThoughts,
  result: GenerateResult,
): ModelResponse {
  const { forced } = result;
  const text = keptText(result);
  if (turn.read.as === "judgement" || turn.read.behind === undefined)
    return { text, thought: thought.stage, forced };
  if (turn.exchange?.opening !== undefined) {
    const [said = ""] = text.split(thought.stage.close);
    return {
      text: `${turn.exchange.opening}${said}`,
      thought: { ...thought.stage, startsOpen: false },
      forced,
    };
  }
  // Paused in the middle of a box, a path does not close it: it reads notes, and writes another.
  const before = turn.read.behind.map((index) => {
    const stage = stages[index];
    return stage === undefined ? "" : withoutOpenBox(keptText(stage));
  });
  return { text: [...before, text].join(""), thought: thought.path, forced };
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
