import type {
  GenerateParams,
  GenerateResult,
  QueryConstraint,
  ResumedTokens,
} from "../../contract/engine.ts";
import type { Question, StageRecord } from "../../contract/entities.ts";
import { ok, type Result } from "../../contract/result.ts";
import type { Turn } from "../../core/protocols/protocol.ts";
import type { StagePrompt } from "./dialogue.ts";
import type { PathEnvironment, PathProgress } from "./pathEnvironment.ts";
import type { PlacedPrefix } from "./prefixBoard.ts";
import type { PathListener } from "./runEvents.ts";

const forcedAnswerTokens = 32;

/** The sequence of one slot: what it holds, and how to bring it back after the engine was lost. */
export class SlotDialogue {
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
    const constraint = (await this.environment.constraint?.(this.question, turn)) ?? ok(null);
    if (!constraint.ok) return constraint;
    const tokens: number[] = [...(current?.tokens ?? [])];
    let forcedFrom = current?.forcedFrom ?? null;
    // Texts are complete or of no use: tokens may have been recorded without them.
    const texts =
      turn.dropsUnfinished === true && (current?.texts ?? []).length === tokens.length
        ? [...(current?.texts ?? [])]
        : null;
    let givenFrom = current?.givenFrom;
    for (;;) {
      if (this.generation !== engine.generation) this.held = 0;
      this.generation = engine.generation;
      const opening = await this.bringBack(prompt, tokens, current?.shared);
      if (!opening.ok) {
        if (opening.error.code !== "engine/lost") return opening;
        const recovered = await engine.recover();
        if (!recovered.ok) return recovered;
        continue;
      }
      if (signal.aborted) return ok("cancelled");
      const resume: ResumedTokens = {
        tokens: [...tokens],
        forcedFrom,
        held: opening.value.held,
        ...(givenFrom === undefined ? {} : { givenFrom }),
        ...(texts === null ? {} : { texts: [...texts] }),
      };
      const unsubscribe = engine.onTokens(this.slot, (chunk) => {
        for (let i = 0; i < chunk.ids.length; i++) {
          const at = chunk.firstStep + i;
          if (texts !== null) texts[at] = chunk.texts[i] ?? "";
          // What was put in is told, and is among the tokens already.
          if (at < tokens.length) continue;
          if (chunk.forced[i] === 1 && forcedFrom === null) forcedFrom = tokens.length;
          tokens.push(chunk.ids[i] ?? 0);
        }
        onTokens(chunk);
        givenFrom = undefined;
      });
      const { placed } = opening.value;
      const pieces = placed === null ? prompt.pieces : [];
      const parameters = {
        ...this.parameters(turn, pieces, prompt, stage, sample, constraint.value),
        ...(turn.dropsUnfinished === true
          ? { dropsUnfinished: { keptAtLeast: current?.keptAtLeast ?? 0 } }
          : {}),
        ...(constraint.value === null ? {} : { constraint: constraint.value }),
      };
      const result = await engine.call(
        "generate",
        tokens.length === 0 ? parameters : { ...parameters, resume },
        signal,
      );
      unsubscribe();
      if (result.ok) {
        this.turns.push({ prompt, tokens: tokensInSequence(turn, tokens, result.value) });
        this.held = this.turns.length;
        return ok(withPlaced(result.value, placed));
      }
      if (result.error.code !== "engine/lost") return result;
      const recovered = await engine.recover();
      if (!recovered.ok) return recovered;
    }
  }

  /**
   * Evaluates what the slot should hold and does not; answers whether `prompt` itself is already in it, and how many
   * tokens of its stage.
   * @param shared tokens that stand on the stem; undefined for a stage that is not gone on with from there
   */
  private async bringBack(
    prompt: StagePrompt,
    tokens: readonly number[],
    shared: number | undefined,
  ): Promise<Result<{ placed: PlacedPrefix | null; held: number }>> {
    const { engine, prefixes, stem } = this.environment;
    if (this.held === 0) {
      const cleared = await engine.call("clear", { slot: this.slot });
      if (!cleared.ok) return cleared;
    }
    if (stem != null && shared !== undefined && this.held === 0) {
      const behind = tokens.length > 0 ? [{ pieces: prompt.pieces, tokens: tokens.slice(0, shared) }] : [];
      const sections = [...this.turns.map((turn) => ({ ...turn, pieces: turn.prompt.pieces })), ...behind];
      const placed = sections.length === 0 ? null : await stem.place(this.slot, sections);
      if (placed !== null) {
        this.held = this.turns.length;
        return ok(behind.length > 0 ? { placed, held: shared } : { placed: null, held: 0 });
      }
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
    const shares = prefixes !== null && this.turns.length === 0 && tokens.length === 0;
    const placed = shares ? await prefixes.place(this.question.id, this.slot, prompt.pieces) : null;
    return ok({ placed, held: 0 });
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
    constraint: QueryConstraint | null,
  ): GenerateParams {
    const { chat, sampling, seed, endsRepetition, drawsOf } = this.environment;
    const draws = drawsOf?.(sample) ?? { sample, path: 0 };
    const base: GenerateParams = {
      slot: this.slot,
      prompt: pieces,
      key: { seed, questionId: this.question.id, ...draws, stage },
      sampling,
      budgetTokens: turn.budgetTokens,
      stop: {
        texts: turn.stopTexts ?? chat.stopTexts,
        atBox: turn.stopAtBox,
        ...(turn.staysOpen === true ? { takesBackEnd: true } : {}),
      },
      thought: prompt.thought,
      ...(endsRepetition === true ? { endsRepetition } : {}),
    };
    const close = turn.forcedClose ?? (turn.forceAnswer ? usualClose(turn, constraint !== null) : null);
    if (close === null) return base;
    return {
      ...base,
      forcedClose: {
        insideThought: `\n${chat.thoughtClose}\n${close.text}`,
        outsideThought: close.text,
        budgetTokens: close.budgetTokens,
      },
    };
  }
}

/** @param bound nothing but the query is written, so only a thought is closed. */
const usualClose = (turn: Turn, bound: boolean) => ({
  text: bound ? "" : turn.read.as === "judgement" ? "\nVerdict: \\boxed{" : "\nFinal answer: \\boxed{",
  budgetTokens: forcedAnswerTokens,
});

/**
 * What the sequence holds of a stage: without the end that was dropped at a pause, and, where the turn goes on, without
 * the token that would have ended it.
 */
export function tokensInSequence(
  turn: Turn,
  tokens: readonly number[],
  { endedTurn, kept }: Pick<StageRecord, "endedTurn" | "kept">,
): readonly number[] {
  if (kept !== undefined) return tokens.slice(0, kept.tokens);
  return turn.staysOpen === true && endedTurn === true ? tokens.slice(0, -1) : tokens;
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
