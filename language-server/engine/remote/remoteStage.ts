import type { GenerateParams, GenerateResult, PromptPiece, StopReason } from "../../contract/engine.ts";
import type { KeptPart } from "../../contract/entities.ts";
import { fail, ok, type Result } from "../../contract/result.ts";
import { BudgetCounter } from "../../core/budgets/budget.ts";
import { type Repetition, RepetitionWatch } from "../../core/budgets/repetition.ts";
import { StageText } from "../../core/budgets/stageText.ts";
import { keptOf } from "../../core/protocols/leap/unfinished.ts";
import type { TokenFrames } from "../tokenFrames.ts";
import { columnsOf } from "./columns.ts";
import { AbortedError } from "./connection/http.ts";
import type { Drawn } from "./member.ts";
import type { RemoteSession } from "./remoteSession.ts";
import type { RemoteSlot } from "./remoteSlot.ts";
import type { Unit } from "./wire/wire.ts";

/**
 * One stage on an endpoint. As in the engine's own loop, budgets, stops and forced closing are decided here token by
 * token, in the same order; only the draw is the server's, which writes on until it is stopped.
 */
export class RemoteStage {
  private readonly stageText: StageText;
  private readonly budget: BudgetCounter;
  private readonly watch: RepetitionWatch | null;
  private repetition: Repetition | null = null;
  /** Pieces of a stage whose end may be dropped, with the tokens that each stands for. */
  private readonly accepted: { readonly text: string; readonly sampled: number }[] = [];
  private step = 0;
  private forcedTokens = 0;
  private endedTurn = false;
  private reason: StopReason | null = null;
  private lastTokenAt = 0;
  private firstTokenAt: number | null = null;
  private promptTokens = 0;
  /** Control tokens whose text counts although the server does not show it: tags of thoughts, stop texts. */
  private readonly marks = new Map<number, string>();

  constructor(
    private readonly session: RemoteSession,
    private readonly slot: RemoteSlot,
    private readonly params: GenerateParams,
    private readonly frames: TokenFrames,
    private readonly signal: AbortSignal,
  ) {
    this.stageText = new StageText(params.stop, params.thought ?? null);
    this.watch = params.endsRepetition === true ? new RepetitionWatch() : null;
    this.budget = new BudgetCounter(params.budgetTokens, params.forcedClose ?? null);
  }

  /** @throws ConnectionError when the server's tokenizer cannot be reached. */
  async run(): Promise<Result<GenerateResult>> {
    const startedAt = performance.now();
    this.lastTokenAt = startedAt;
    try {
      return await this.work(startedAt);
    } catch (error) {
      if (!(error instanceof AbortedError)) throw error;
      this.reason = "cancelled";
      return ok(this.result(startedAt));
    }
  }

  private async work(startedAt: number): Promise<Result<GenerateResult>> {
    const { session, slot, params } = this;
    await this.readMarks();
    const { dialogue } = slot;
    const ids = await session.encode(params.prompt, dialogue.lastId, this.signal);
    const resumed = params.resume?.tokens ?? [];
    if (ids !== null) {
      this.promptTokens = ids.length;
      if (dialogue.length + ids.length + resumed.length > session.capacity) {
        this.reason = "context";
        return ok(this.result(startedAt));
      }
    }
    dialogue.addPrompt(params.prompt, ids);
    await this.replay(resumed);
    while (this.reason === null) {
      if (this.signal.aborted) this.reason = "cancelled";
      else {
        const move = this.budget.next();
        if (move === "end") this.reason = "budget";
        else if (move === "force") await this.force([]);
        else {
          const failure = await this.draw();
          if (failure !== null) return failure;
        }
      }
    }
    this.stageText.finish();
    if (this.endedTurn && params.stop.takesBackEnd === true) dialogue.takeBack();
    const kept = this.dropUnfinished();
    return ok({ ...this.result(startedAt), ...(kept === null ? {} : { kept }) });
  }

  /** At a pause, takes the unfinished end out of the dialogue. @returns what stays; null where all does */
  private dropUnfinished(): KeptPart | null {
    const { dropsUnfinished, thought = null } = this.params;
    if (dropsUnfinished === undefined || this.reason !== "budget" || this.budget.forced) return null;
    const texts = this.accepted.map(({ text }) => text);
    const kept = keptOf({ texts, thought, inThought: this.stageText.inThought, ...dropsUnfinished });
    if (kept === null) return null;
    const dropped = this.accepted.slice(kept.tokens);
    this.slot.dialogue.takeBack(dropped.length);
    const droppedTokens = dropped.reduce((sum, { sampled }) => sum + sampled, 0);
    // Where the server alone counts tokens, its next count is of the dialogue without these.
    this.slot.known = Math.max(0, this.slot.known - droppedTokens);
    return { ...kept, droppedTokens };
  }

  /** Asks for what the budget leaves, and takes what comes. */
  private async draw(): Promise<Result<never> | null> {
    const { session, slot, params } = this;
    const before = this.budget.sampled;
    const from = this.step;
    const { questionId, sample, stage } = params.key;
    const drawn = await session.requests.draw({
      dialogue: slot.dialogue,
      wanted: () => ({
        maxTokens: this.budget.left,
        sampling: params.sampling,
        seed: session.seedOf(params.key, this.step),
      }),
      take: (unit, at) => this.take(unit, at),
      preferred: session.preferredBy(questionId),
      sample,
      label: (samples) => `${session.name}:${questionId}:${samples.join("-")}:${stage}@${from}`,
      signal: this.signal,
    });
    if (drawn.end === "failed") return { ok: false, error: drawn.failure };
    this.countPrompt(drawn.promptTokens, drawn.promptIsShared === true);
    if (drawn.end !== "stopped") this.finish(drawn, before);
    return null;
  }

  /** The server has ended the answer by itself. */
  private finish(drawn: Exclude<Drawn, { end: "stopped" | "failed" }>, before: number): void {
    const { sampledTokens } = drawn;
    // Pieces of text may hold several tokens, and tokens without text are no piece: the server's count is right.
    if (sampledTokens !== null && !this.session.hasIds)
      this.budget.countSampled(Math.max(0, sampledTokens - (this.budget.sampled - before)));
    if (this.reason !== null) return;
    if (drawn.end === "turn") {
      this.reason = "end-of-turn";
      // The token that says so is in the dialogue only where there are tokens.
      this.endedTurn = this.session.hasIds;
    } else if (drawn.end === "context") this.reason = "context";
    else if (sampledTokens === null && !this.session.hasIds) this.budget.countSampled(this.budget.left);
    // It ended before it had written what was asked for: there was no more room.
    else if (this.budget.left > 0) this.reason = "context";
    if (!this.session.hasIds) this.slot.known = (drawn.promptTokens ?? 0) + (sampledTokens ?? 0);
  }

  /** @returns whether the answer ends here */
  private async take(unit: Unit, now: number): Promise<boolean> {
    if (this.signal.aborted) return true;
    if (unit.id !== null && unit.sampled > 1) await this.takeUnsent(unit);
    const text = unit.text === "" && unit.id !== null ? (this.marks.get(unit.id) ?? "") : unit.text;
    const id = unit.id ?? this.session.book.idOf(text);
    this.firstTokenAt ??= now;
    this.frames.add(this.slot.index, {
      step: this.step,
      id,
      text,
      stepMs: now - this.lastTokenAt,
      drawn: columnsOf(unit, id, text, this.session.book),
    });
    this.lastTokenAt = now;
    this.accept(id, text, unit.id === null ? unit.sampled : 1);
    if (unit.id !== null && this.params.stop.texts.includes(this.marks.get(unit.id) ?? "\0"))
      this.reason ??= "stop-text";
    // A full budget is for the loop to see, and the server stops there by itself; it knows nothing of repetition.
    return this.reason !== null || (this.repetition !== null && this.budget.left === 0);
  }

  /** Tokens of a character that the server sent only with its last one: their ids are found by its tokenizer. */
  private async takeUnsent(unit: Unit): Promise<void> {
    const ids = await this.session.inside(unit.text, this.signal);
    const unsent = ids.length === unit.sampled && ids.at(-1) === unit.id ? ids.slice(0, -1) : [];
    for (const id of unsent) {
      this.session.book.learn(id, "\ufffd");
      this.frames.add(this.slot.index, {
        step: this.step,
        id,
        text: "",
        stepMs: 0,
        drawn: { logprob: Number.NaN },
      });
      this.accept(id, "", 1);
    }
    this.budget.countSampled(unit.sampled - 1 - unsent.length);
  }

  private accept(id: number, text: string, sampled: number, forced = false): void {
    this.slot.dialogue.addToken(id, text);
    if (this.params.dropsUnfinished !== undefined) this.accepted.push({ text, sampled });
    this.step++;
    if (forced) this.forcedTokens++;
    else this.budget.countSampled(sampled);
    const repetition = this.watch?.push(id) ?? null;
    if (repetition !== null && !forced) {
      this.repetition = repetition;
      this.budget.giveUp();
    }
    const stop = this.stageText.push(text);
    if (stop !== null) this.reason = stop;
  }

  /** Writes the forced close; its first tokens may have been sent before an interruption. */
  private async force(replayed: readonly number[]): Promise<number> {
    const closing = this.budget.closingText(this.stageText.inThought);
    const tokens = closing === "" ? [] : await this.tokensOf({ text: closing, special: true });
    this.budget.markForced();
    tokens.forEach(({ id: planned, text }, at) => {
      const id = replayed[at] ?? planned;
      if (at >= replayed.length)
        this.frames.add(this.slot.index, { step: this.step, id, text, stepMs: 0, drawn: null });
      this.accept(id, text, 0, true);
    });
    return Math.min(tokens.length, replayed.length);
  }

  private async tokensOf(piece: PromptPiece): Promise<{ id: number; text: string }[]> {
    const { session } = this;
    const ids = await session.encode([piece], this.slot.dialogue.lastId, this.signal);
    if (ids === null) return [{ id: session.book.idOf(piece.text), text: piece.text }];
    // Nobody looks at its tokens one by one before the last has come: the text may stand with the first.
    return ids.map((id, at) => ({ id, text: at === 0 ? piece.text : "" }));
  }

  private async replay(tokens: readonly number[]): Promise<void> {
    const forcedFrom = this.params.resume?.forcedFrom ?? null;
    await this.replayDrawn(forcedFrom === null ? tokens : tokens.slice(0, forcedFrom));
    if (forcedFrom === null || this.reason !== null) return;
    const taken = await this.force(tokens.slice(forcedFrom));
    await this.replayDrawn(tokens.slice(forcedFrom + taken));
  }

  /** Counted and scanned as they were then; those that somebody has put in behind them are told. */
  private async replayDrawn(tokens: readonly number[]): Promise<void> {
    const { session, params, slot } = this;
    const givenFrom = params.resume?.givenFrom ?? Number.POSITIVE_INFINITY;
    const begins = this.step;
    const own = Math.max(0, Math.min(tokens.length, givenFrom - begins));
    const told = params.resume?.texts?.slice(begins, begins + tokens.length);
    const texts =
      told?.length === tokens.length
        ? told
        : await Promise.all(
            [tokens.slice(0, own), tokens.slice(own)].map((part) => session.texts(part, this.signal)),
          );
    for (const [at, text] of texts.flat().entries()) {
      if (this.reason !== null) return;
      const id = tokens[at] ?? 0;
      if (this.step >= givenFrom)
        this.frames.add(slot.index, { step: this.step, id, text, stepMs: 0, drawn: null, given: true });
      this.accept(id, text, 1);
    }
    const last = tokens.at(-1);
    if (last !== undefined && session.isEndOfTurn(last)) {
      this.reason = "end-of-turn";
      this.endedTurn = true;
    }
  }

  /** @param isShared evaluated for another sample, and counted there */
  private countPrompt(promptTokens: number | null, isShared: boolean): void {
    if (isShared && this.session.hasIds) this.promptTokens = 0;
    if (this.session.hasIds || promptTokens === null || this.promptTokens > 0) return;
    this.promptTokens = isShared ? 0 : Math.max(0, promptTokens - this.slot.known);
    this.slot.known = promptTokens;
  }

  private async readMarks(): Promise<void> {
    const { session, params } = this;
    if (!session.hasIds) return;
    const texts = [params.thought?.open, params.thought?.close, ...params.stop.texts];
    for (const text of texts) {
      if (text === undefined || text.trim() === "") continue;
      const id = await session.named(text, this.signal);
      if (id !== null) this.marks.set(id, text);
    }
  }

  private result(startedAt: number): GenerateResult {
    const { budget, stageText } = this;
    const promptDoneAt = this.firstTokenAt ?? startedAt;
    return {
      reason: this.reason ?? "cancelled",
      forced: budget.forced,
      inThought: stageText.inThought,
      text: stageText.text,
      promptTokens: this.promptTokens,
      generatedTokens: budget.sampled,
      forcedTokens: this.forcedTokens,
      promptMs: promptDoneAt - startedAt,
      generateMs: performance.now() - promptDoneAt,
      endedTurn: this.endedTurn,
      ...(this.repetition === null ? {} : { repetition: this.repetition }),
    };
  }
}

/** The endpoint cannot be told which tokens are allowed. */
export const noConstraint = (): Result<never> =>
  fail(
    "endpoint/rejected",
    "An endpoint cannot keep to the names of a database. Choose a model on this machine for that.",
  );
