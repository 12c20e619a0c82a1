import type { GenerateParams, GenerateResult, StopReason } from "../contract/engine.ts";
import type { KeptPart } from "../contract/entities.ts";
import { BudgetCounter } from "../core/budgets/budget.ts";
import { type Repetition, RepetitionWatch } from "../core/budgets/repetition.ts";
import { StageText } from "../core/budgets/stageText.ts";
import { keptOf } from "../core/protocols/leap/unfinished.ts";
import type { Candidates } from "../core/sampling/candidates.ts";
import { draw } from "../core/sampling/draw.ts";
import { stageDice } from "../core/sampling/random.ts";
import type { QueryGuard } from "../core/sql/constrain/queryGuard.ts";
import type { LoadedBackend, Stepper, TokenDecoder } from "./backend.ts";
import type { Slot } from "./slot.ts";
import type { TokenFrames } from "./tokenFrames.ts";

/** The alternatives and the entropy are recorded over at least so many candidates, however few may be drawn. */
const recordedCandidates = 40;
const mostCandidates = 256;
/** Under a constraint the likeliest tokens may all be forbidden. */
const guardedCandidates = 256;

/**
 * One stage: evaluates the prompt, then draws token after token until something ends it. The order of the tests after
 * each token is fixed, so that a resumed stage decides as the uninterrupted one did.
 */
export class StageLoop {
  private readonly stageText: StageText;
  private readonly budget: BudgetCounter;
  private readonly decoder: TokenDecoder;
  private readonly stopControls: ReadonlySet<string>;
  private readonly promptIds: number[];
  /** Position in the stage of the next token, forced ones counted. */
  private step = 0;
  private forcedTokens = 0;
  private endedTurn = false;
  private reason: StopReason | null = null;
  private lastTokenAt = 0;
  private readonly watch: RepetitionWatch | null;
  private repetition: Repetition | null = null;
  /** Visible text with each token, where the end may have to be found in it. */
  private readonly texts: string[] | null;
  /** The constraint, not the model, closed a bracket of the query or ended it. */
  private steered = false;
  /**
   * How replayed tokens went into batches when they were drawn: one by one, a forced close together with the token
   * before it. Kept only where the same batches give the same bits.
   */
  private replayedGroups: number[] = [];
  private readonly backend: LoadedBackend;
  private readonly slot: Slot;
  private readonly params: GenerateParams;
  private readonly frames: TokenFrames;
  /** Null without a constraint, or where it cannot be kept. */
  private readonly guard: QueryGuard | null;

  constructor(
    backend: LoadedBackend,
    slot: Slot,
    params: GenerateParams,
    frames: TokenFrames,
    guard: QueryGuard | null,
  ) {
    this.backend = backend;
    this.slot = slot;
    this.params = params;
    this.frames = frames;
    this.guard = guard;
    this.texts = params.dropsUnfinished === undefined ? null : [];
    this.watch = params.endsRepetition === true ? new RepetitionWatch() : null;
    const thought = params.thought ?? null;
    this.stageText = new StageText(params.stop, thought);
    this.budget = new BudgetCounter(params.budgetTokens, params.forcedClose ?? null);
    this.stopControls = new Set(params.stop.texts);
    this.promptIds = backend.tokenizer.encode(params.prompt, slot.tail());
    const held = params.resume?.held ?? 0;
    const before = held === 0 ? slot.tail() : slot.tokens().slice(0, -held);
    this.decoder = backend.tokenizer.decoder(
      [...before, ...this.promptIds].slice(-8),
      thought === null ? [] : [thought.open, thought.close],
    );
  }

  /** @throws when the engine itself fails; the slot's state is undefined then. */
  async run(): Promise<GenerateResult> {
    const startedAt = performance.now();
    const { slot, params, backend } = this;
    const resumed = params.resume?.tokens ?? [];
    const held = params.resume?.held ?? 0;
    if (slot.length + this.promptIds.length + resumed.length - held > backend.capacity) {
      // Nothing is evaluated: a prompt that does not fit must not be cut silently (thinker.md 10.5).
      return this.result("context", 0, startedAt, startedAt);
    }
    const promptTokens = this.promptIds.length;
    const stageStart = slot.length + promptTokens - held;
    slot.pending.push(...this.promptIds);
    const replayedAt = slot.pending.length;
    this.replay(resumed);
    slot.pending.splice(replayedAt, held);
    const wanted =
      this.guard === null
        ? Math.min(mostCandidates, Math.max(recordedCandidates, params.sampling.topK))
        : Math.min(guardedCandidates, backend.tokenizer.vocabularySize);
    const stepper = slot.sequence.open(wanted, stageStart);
    let promptDoneAt = startedAt;
    this.lastTokenAt = startedAt;
    try {
      const dice = stageDice(params.key);
      while (this.reason === null) {
        if (slot.cancelled) this.reason = "cancelled";
        else if (!this.advanceBudget()) continue;
        else if (await this.feedAhead(stepper, stageStart)) continue;
        else promptDoneAt = await this.drawOne(stepper, dice, promptDoneAt, startedAt);
      }
    } finally {
      await stepper.close();
    }
    this.stageText.finish();
    // The last token drawn has not been evaluated yet.
    if (this.endedTurn && params.stop.takesBackEnd === true) slot.pending.pop();
    const kept = await this.dropUnfinished(stageStart);
    return {
      ...this.result(this.reason, promptTokens, startedAt, promptDoneAt),
      ...(kept === null ? {} : { kept }),
    };
  }

  /** At a pause, takes the unfinished end out of the sequence. @returns what stays; null where all does */
  private async dropUnfinished(stageStart: number): Promise<KeptPart | null> {
    const { dropsUnfinished, thought = null } = this.params;
    const { texts } = this;
    if (dropsUnfinished === undefined || texts === null) return null;
    if (this.reason !== "budget" || this.budget.forced) return null;
    const { inThought } = this.stageText;
    const kept = keptOf({ texts, thought, inThought, ...dropsUnfinished });
    if (kept === null) return null;
    const reevaluatedTokens = await this.slot.cutTo(stageStart + kept.tokens);
    const droppedTokens = this.step - kept.tokens;
    return { ...kept, droppedTokens, ...(reevaluatedTokens === 0 ? {} : { reevaluatedTokens }) };
  }

  /** Writes the forced close or ends the stage when the budget says so; true if a token may be drawn now. */
  private advanceBudget(): boolean {
    const move = this.budget.next();
    if (move === "end") this.reason = "budget";
    else if (move === "force") this.force([]);
    // Evaluating the pending tokens must leave the sequence within its context; nothing is ever shifted out.
    else if (this.slot.length > this.backend.capacity) this.reason = "context";
    else return true;
    return false;
  }

  /** Evaluates one chunk of what is pending, if there is more than the next draw needs; true if it did. */
  private async feedAhead(stepper: Stepper, stageStart: number): Promise<boolean> {
    const { slot } = this;
    const inPrompt = Math.max(0, stageStart - slot.sequence.length);
    let most = Math.min(stepper.chunkTokens, slot.pending.length);
    if (this.replayedGroups.length > 0) {
      if (inPrompt > 0) most = Math.min(most, inPrompt);
      else if (this.replayedGroups.length > 1) most = this.replayedGroups.shift() ?? most;
      else this.replayedGroups = [];
    }
    if (slot.pending.length <= most) return false;
    await stepper.feed(slot.pending.splice(0, most));
    return true;
  }

  private async drawOne(
    stepper: Stepper,
    dice: (step: number) => number,
    promptDoneAt: number,
    startedAt: number,
  ): Promise<number> {
    const { slot } = this;
    const tokens = slot.pending;
    slot.pending = [];
    const candidates = await stepper.step(tokens);
    const now = performance.now();
    const firstDraw = promptDoneAt === startedAt;
    const index = this.choose(candidates, dice);
    const id =
      index === candidates.count ? (this.guard?.fallback(this.runsOn) ?? null) : (candidates.ids[index] ?? 0);
    if (id === null) {
      this.reason = "dead-end";
      return firstDraw ? now : promptDoneAt;
    }
    const text = this.accept(id, false);
    this.frames.add(slot.index, {
      step: this.step - 1,
      id,
      text,
      stepMs: now - this.lastTokenAt,
      drawn: { candidates, index },
    });
    this.lastTokenAt = now;
    return firstDraw ? now : promptDoneAt;
  }

  /** Which candidate is drawn; their number where a token of the whole vocabulary is to be found instead. */
  private choose(candidates: Candidates, dice: (step: number) => number): number {
    const { sampling } = this.params;
    const { guard } = this;
    if (guard === null || this.stageText.inThought) return draw(candidates, sampling, dice(this.step));
    if (this.runsOn && guard.canCloseBracket) return candidates.count;
    const allowed = guard.allowed(candidates, sampling);
    const index = draw(allowed.candidates, sampling, dice(this.step));
    return allowed.places[index] ?? candidates.count;
  }

  /** Takes a token into the stage: counts it, shows it to the scanners, leaves it for evaluation. */
  private accept(id: number, forced: boolean): string {
    const { tokenizer } = this.backend;
    const drawnToEnd = this.runsOn;
    this.slot.pending.push(id);
    this.step++;
    if (forced) this.forcedTokens++;
    else this.budget.countSampled();
    const repetition = this.watch?.push(id) ?? null;
    if (repetition !== null && !forced) {
      this.repetition = repetition;
      this.budget.giveUp();
    }
    if (!forced && tokenizer.isEndOfGeneration(id)) {
      this.endedTurn = true;
      this.reason = "end-of-turn";
      const rest = this.decoder.flush();
      this.texts?.push(rest);
      this.stageText.push(rest);
      return rest;
    }
    const guarded = !forced && !this.stageText.inThought;
    const text = this.decoder.push(id);
    this.texts?.push(text);
    const stop = this.stageText.push(text);
    if (guarded) {
      // Asked of every token, replayed ones too: a resumed stage has to tell the same.
      if (drawnToEnd && this.guard?.canCloseBracket === true) this.steered = true;
      this.guard?.take(id);
    }
    if (stop !== null) this.reason = stop;
    else if (this.guard?.isClosed === true) this.reason = "stop-text";
    else if (this.runsOn && this.guard?.isWhole === true) {
      this.reason = "stop-text";
      this.steered = true;
    } else if (
      this.stopControls.size > 0 &&
      tokenizer.isControl(id) &&
      this.stopControls.has(tokenizer.text(id))
    ) {
      this.reason = "stop-text";
    }
    return text;
  }

  /** The query is to be brought to its end. */
  private get runsOn(): boolean {
    return this.step >= (this.params.constraint?.wholeFrom ?? Number.POSITIVE_INFINITY);
  }

  /**
   * Writes the forced close in one go, so that neither a cancellation nor a loss can leave half of it undecided.
   * @param replayed its first tokens, where they were already sent before an interruption
   * @returns how many of the replayed tokens it has taken
   */
  private force(replayed: readonly number[]): number {
    const closing = this.budget.closingText(this.stageText.inThought);
    const { tokenizer } = this.backend;
    const ids = closing === "" ? [] : tokenizer.encode([{ text: closing, special: true }], this.slot.tail());
    this.budget.markForced();
    const taken = Math.min(ids.length, replayed.length);
    ids.forEach((planned, index) => {
      const id = replayed[index] ?? planned;
      const text = this.accept(id, true);
      if (index >= taken) {
        this.frames.add(this.slot.index, { step: this.step - 1, id, text, stepMs: 0, drawn: null });
      }
    });
    return taken;
  }

  /**
   * Tokens from before an interruption: counted and scanned as they were then, not drawn and not sent again. Those that
   * somebody has put in behind them are told.
   */
  private replay(tokens: readonly number[]): void {
    const { forcedFrom = null, givenFrom = tokens.length, held = 0 } = this.params.resume ?? {};
    const groups: number[] = [];
    let at = 0;
    while (at < tokens.length && this.reason === null) {
      const before = this.slot.pending.length;
      if (at === forcedFrom && !this.budget.forced) {
        at += this.force(tokens.slice(at));
        groups.push((groups.pop() ?? 0) + this.slot.pending.length - before);
      } else {
        const id = tokens[at++] ?? 0;
        const text = this.accept(id, false);
        groups.push(1);
        if (at > givenFrom)
          this.frames.add(this.slot.index, { step: at - 1, id, text, stepMs: 0, drawn: null, given: true });
      }
    }
    if (this.backend.replaysSingly && held === 0) this.replayedGroups = groups;
  }

  private result(
    reason: StopReason,
    promptTokens: number,
    startedAt: number,
    promptDoneAt: number,
  ): GenerateResult {
    return {
      reason,
      forced: this.budget.forced,
      inThought: this.stageText.inThought,
      text: this.stageText.text,
      promptTokens,
      generatedTokens: this.budget.sampled,
      forcedTokens: this.forcedTokens,
      promptMs: promptDoneAt - startedAt,
      generateMs: performance.now() - promptDoneAt,
      endedTurn: this.endedTurn,
      ...(this.repetition === null ? {} : { repetition: this.repetition }),
      ...(this.steered && reason === "stop-text" ? { endedByConstraint: true } : {}),
    };
  }
}
