import type { GenerateParams, GenerateResult, ThoughtTags } from "../../contract/engine.ts";
import type {
  GradingProfile,
  Outcome,
  PathRecord,
  Question,
  SamplingSettings,
  StageRecord,
  Verdict,
} from "../../contract/entities.ts";
import { type Failure, ok, type Result } from "../../contract/result.ts";
import type { ChatFormat } from "../../core/chat/chatTemplate.ts";
import type { BoundProtocol, Turn } from "../../core/protocols/protocol.ts";
import { promptFor, readablePrompt, type StagePrompt } from "./dialogue.ts";
import type { EngineClient } from "./engineClient.ts";
import type { PlacedPrefix, PrefixBoard } from "./prefixBoard.ts";
import type { PathKey, PathListener } from "./runEvents.ts";

/** What a model wrote, and how to read it. */
export interface ModelResponse {
  readonly text: string;
  readonly thought: ThoughtTags;
  /** The end was written by us. */
  readonly forced: boolean;
}

/** Grading as a path needs it; one function for the online verdict and the final grade (math-grading.md 8.1). */
export interface PathGrader {
  grade(response: ModelResponse, question: Question): Promise<Verdict>;
  judge(
    response: ModelResponse,
    answer: string | null,
  ): Promise<{ judgement: "yes" | "no" | "unclear"; changes: number }>;
  equal(a: string, b: string): Promise<boolean>;
}

export interface PathEnvironment {
  readonly engine: EngineClient;
  readonly chat: ChatFormat;
  readonly protocol: BoundProtocol;
  readonly sampling: SamplingSettings;
  readonly seed: number;
  readonly profile: GradingProfile;
  readonly grader: PathGrader;
  readonly listener: PathListener;
  /** Present when several samples of a question share its opening. */
  readonly prefixes: PrefixBoard | null;
  /** Aborted when the run is stopped. */
  readonly signal: AbortSignal;
}

/** What an interrupted path had reached, from the journal. */
export interface PathProgress {
  readonly stages: readonly StageRecord[];
  /** Token ids of each finished stage, forced ones included. */
  readonly stageTokens: readonly (readonly number[])[];
  /** Tokens of the stage that was being written. */
  readonly current: { readonly tokens: readonly number[]; readonly forcedFrom: number | null } | null;
}

export const freshPath: PathProgress = { stages: [], stageTokens: [], current: null };

const forcedAnswerTokens = 32;

/** Takes one (question, sample) through the protocol on one slot of the engine, from wherever it was. */
export async function runPath(
  environment: PathEnvironment,
  slot: number,
  question: Question,
  sample: number,
  progress: PathProgress,
): Promise<PathRecord> {
  const { protocol, listener, signal } = environment;
  const key: PathKey = { questionId: question.id, sample };
  const stages: StageRecord[] = [...progress.stages];
  const dialogue = new SlotDialogue(environment, slot, question);
  let current = progress.current;
  for (const [index, record] of progress.stages.entries()) {
    const turn = protocol.next(question, stages.slice(0, index));
    if (turn.kind !== "turn") break;
    const prompt = promptFor(environment.chat, protocol, question, stages.slice(0, index), turn);
    dialogue.remember(prompt, progress.stageTokens[record.index] ?? []);
  }

  for (;;) {
    const step = protocol.next(question, stages);
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
    const result = await dialogue.generate(step, prompt, index, sample, current, (chunk) =>
      listener.tokensWritten(key, index, chunk),
    );
    current = null;
    if (!result.ok) {
      if (isEngineGone(result.error)) return { ...stopped(key, stages), failure: result.error };
      return finish(listener, key, failed(key, stages, result.error));
    }
    if (result.value === "cancelled" || result.value.reason === "cancelled") return stopped(key, stages);
    const record = await readStage(environment, question, stages, step, index, prompt.thought, result.value);
    stages.push(record);
    listener.stageEnded(key, record);
  }
}

/** The sequence of one slot: what it holds, and how to bring it back after the engine was lost. */
class SlotDialogue {
  private turns: { prompt: StagePrompt; tokens: readonly number[] }[] = [];
  /** How many of `turns` the slot holds, and in which life of the engine. */
  private held = 0;
  private generation = -1;

  constructor(
    private readonly environment: PathEnvironment,
    private readonly slot: number,
    private readonly question: Question,
  ) {}

  remember(prompt: StagePrompt, tokens: readonly number[]): void {
    if (prompt.replacesDialogue) this.reset();
    this.turns.push({ prompt, tokens });
  }

  async generate(
    turn: Turn,
    prompt: StagePrompt,
    stage: number,
    sample: number,
    current: PathProgress["current"],
    onTokens: (chunk: Parameters<PathListener["tokensWritten"]>[2]) => void,
  ): Promise<Result<GenerateResult | "cancelled">> {
    const { engine, signal } = this.environment;
    if (prompt.replacesDialogue) this.reset();
    const tokens: number[] = [...(current?.tokens ?? [])];
    let forcedFrom = current?.forcedFrom ?? null;
    for (;;) {
      if (this.generation !== engine.generation) this.held = 0;
      this.generation = engine.generation;
      const opening = await this.bringBack(prompt, tokens.length > 0);
      if (!opening.ok) {
        if (opening.error.code !== "engine/lost") return opening;
        const recovered = await engine.recover();
        if (!recovered.ok) return recovered;
        continue;
      }
      if (signal.aborted) return ok("cancelled");
      const unsubscribe = engine.onTokens(this.slot, (chunk) => {
        for (let i = 0; i < chunk.ids.length; i++) {
          if (chunk.forced[i] === 1 && forcedFrom === null) forcedFrom = tokens.length;
          tokens.push(chunk.ids[i] ?? 0);
        }
        onTokens(chunk);
      });
      const cancel = () => void engine.call("cancel", { slot: this.slot });
      signal.addEventListener("abort", cancel, { once: true });
      const parameters = this.parameters(
        turn,
        opening.value !== null ? [] : prompt.pieces,
        prompt,
        stage,
        sample,
      );
      const result = await engine.call(
        "generate",
        tokens.length === 0 ? parameters : { ...parameters, resume: { tokens: [...tokens], forcedFrom } },
      );
      signal.removeEventListener("abort", cancel);
      unsubscribe();
      if (result.ok) {
        this.turns.push({ prompt, tokens });
        this.held = this.turns.length;
        return ok(withPlaced(result.value, opening.value));
      }
      if (result.error.code !== "engine/lost") return result;
      const recovered = await engine.recover();
      if (!recovered.ok) return recovered;
    }
  }

  /** Evaluates what the slot should hold and does not; answers whether `prompt` itself is already in it. */
  private async bringBack(prompt: StagePrompt, resuming: boolean): Promise<Result<PlacedPrefix | null>> {
    const { engine, prefixes } = this.environment;
    if (this.held === 0) {
      const cleared = await engine.call("clear", { slot: this.slot });
      if (!cleared.ok) return cleared;
    }
    for (const turn of this.turns.slice(this.held)) {
      const appended = await engine.call("append", {
        slot: this.slot,
        prompt: turn.prompt.pieces,
        tokens: turn.tokens,
      });
      if (!appended.ok) return appended;
      this.held++;
    }
    const shares = prefixes !== null && this.turns.length === 0 && !resuming;
    return ok(shares ? await prefixes.place(this.question.id, this.slot, prompt.pieces) : null);
  }

  private reset(): void {
    this.turns = [];
    this.held = 0;
  }

  private parameters(
    turn: Turn,
    pieces: StagePrompt["pieces"],
    prompt: StagePrompt,
    stage: number,
    sample: number,
  ): GenerateParams {
    const { chat, sampling, seed } = this.environment;
    const base: GenerateParams = {
      slot: this.slot,
      prompt: pieces,
      key: { seed, questionId: this.question.id, sample, path: 0, stage },
      sampling,
      budgetTokens: turn.budgetTokens,
      stop: { texts: chat.stopTexts, atBox: turn.stopAtBox },
      thought: prompt.thought,
    };
    if (!turn.forceAnswer) return base;
    const opening = turn.read.as === "judgement" ? "\nVerdict: \\boxed{" : "\nFinal answer: \\boxed{";
    return {
      ...base,
      forcedClose: {
        insideThought: `\n${chat.thoughtClose}\n${opening}`,
        outsideThought: opening,
        budgetTokens: forcedAnswerTokens,
      },
    };
  }
}

/** The opening was evaluated for this stage, only a little earlier. */
const withPlaced = (result: GenerateResult, placed: PlacedPrefix | null): GenerateResult =>
  placed === null
    ? result
    : {
        ...result,
        promptTokens: result.promptTokens + placed.tokens,
        promptMs: result.promptMs + placed.elapsedMs,
      };

/** Outcome, answer, verdict and judgement of a generated stage. */
async function readStage(
  { grader }: PathEnvironment,
  question: Question,
  stages: readonly StageRecord[],
  turn: Turn,
  index: number,
  thought: ThoughtTags,
  result: GenerateResult,
): Promise<StageRecord> {
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
  const verdict = await grader.grade(response, question);
  const earlier = turn.repeatOf === undefined ? null : (stages[turn.repeatOf]?.verdict?.extracted ?? null);
  if (earlier !== null && verdict.extracted !== null && (await grader.equal(earlier, verdict.extracted))) {
    notes.push("repeated-answer");
  }
  const outcome = outcomeOf(result, verdict.extracted !== null);
  return { ...base, outcome, verdict, ...(notes.length > 0 ? { notes } : {}) };
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
    case "context":
      return "context-exhausted";
    case "cancelled":
      return "stopped";
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
  error.code === "engine/lost" || error.code === "engine/crash-loop" || error.code.startsWith("model/");

function finish(listener: PathListener, key: PathKey, record: PathRecord): PathRecord {
  listener.pathEnded(key, record);
  return record;
}
