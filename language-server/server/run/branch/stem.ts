import type { PromptPiece } from "../../../contract/engine.ts";
import type { EngineClient } from "../engineClient.ts";
import type { PlacedPrefix } from "../prefixBoard.ts";

/** A prompt and what was written behind it. */
export interface Section {
  readonly pieces: readonly PromptPiece[];
  readonly tokens: readonly number[];
}

interface HeldSection extends Section {
  /** Tokens in the sequence in front of `tokens`. */
  readonly start: number;
}

/**
 * A sequence that holds the path which others go on from, and grows along it: every token of the path is evaluated once
 * for all continuations of all its places, which get copies of the KV state.
 */
export class Stem {
  private held: HeldSection[] = [];
  private length = 0;
  private generation = -1;
  private work: Promise<unknown> = Promise.resolve();

  /** @param slot a sequence of its own, that no path works on */
  constructor(
    private readonly engine: EngineClient,
    private readonly slot: number,
  ) {}

  /**
   * Puts the sections into `slot`, which must be empty.
   * @returns what was evaluated for it; null when that was not possible, and the slot is as it was
   */
  place(slot: number, sections: readonly Section[]): Promise<PlacedPrefix | null> {
    const placed = this.work.then(() => this.placeNow(slot, sections));
    this.work = placed.catch(() => undefined);
    return placed;
  }

  private async placeNow(slot: number, sections: readonly Section[]): Promise<PlacedPrefix | null> {
    if (this.generation !== this.engine.generation) this.forget();
    const grown = await this.grow(sections);
    const last = this.held[sections.length - 1];
    const tokens = sections.at(-1)?.tokens.length ?? 0;
    if (grown === null || last === undefined) {
      this.forget();
      return null;
    }
    const copied = await this.engine.call("fork", { from: this.slot, to: slot, upTo: last.start + tokens });
    return copied.ok ? grown : null;
  }

  private async grow(sections: readonly Section[]): Promise<PlacedPrefix | null> {
    let evaluated: PlacedPrefix = { tokens: 0, elapsedMs: 0 };
    const append = async (pieces: readonly PromptPiece[], tokens: readonly number[]) => {
      const { engine, slot } = this;
      // Held, it need not wait for the others, who stand still meanwhile or wait for it themselves.
      await engine.call("hold", { slot, on: true });
      const appended = await engine.call("append", { slot, prompt: pieces, tokens });
      await engine.call("hold", { slot, on: false });
      if (!appended.ok) return false;
      this.length += appended.value.tokens;
      evaluated = {
        tokens: evaluated.tokens + appended.value.tokens,
        elapsedMs: evaluated.elapsedMs + appended.value.elapsedMs,
      };
      return true;
    };
    if (!this.leadsTo(sections)) {
      this.forget();
      const cleared = await this.engine.call("clear", { slot: this.slot });
      if (!cleared.ok) return null;
    }
    this.generation = this.engine.generation;
    for (const [index, { pieces, tokens }] of sections.entries()) {
      const known = this.held[index];
      const more = tokens.slice(known?.tokens.length ?? 0);
      if (known !== undefined && more.length === 0) continue;
      if (!(await append(known === undefined ? pieces : [], more))) return null;
      this.held[index] = { pieces, tokens, start: this.length - tokens.length };
    }
    return evaluated;
  }

  /** What is held is on the way to the sections, or goes on behind them. */
  private leadsTo(sections: readonly Section[]): boolean {
    return sections.every(({ pieces, tokens }, index) => {
      const known = this.held[index];
      if (known === undefined) return true;
      const samePrompt = JSON.stringify(known.pieces) === JSON.stringify(pieces);
      const length = Math.min(known.tokens.length, tokens.length);
      const sameTokens = tokens.slice(0, length).every((token, at) => token === known.tokens[at]);
      if (!samePrompt || !sameTokens) return false;
      // A section can only grow while nothing is behind it, and nothing may be between it and the next one wanted.
      if (tokens.length > length) return index === this.held.length - 1;
      return index === sections.length - 1 || known.tokens.length === length;
    });
  }

  private forget(): void {
    this.held = [];
    this.length = 0;
  }
}
