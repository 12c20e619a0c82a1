import type { PromptPiece } from "../../contract/engine.ts";
import type { EngineClient } from "./engineClient.ts";

/** Tokens that were evaluated to place an opening, and the time it took. */
export interface PlacedPrefix {
  readonly tokens: number;
  readonly elapsedMs: number;
}

interface Prefix extends PlacedPrefix {
  readonly slot: number;
  readonly generation: number;
}

/**
 * Lets the samples of one question share the evaluation of its opening: the first path that comes evaluates it, the
 * others copy the KV state (local-inference.md section 4). Only valid while the owner's slot still holds the question,
 * which is always so until its path ends, because sequences are append-only.
 */
export class PrefixBoard {
  private readonly prefixes = new Map<string, Promise<Prefix | null>>();

  constructor(private readonly engine: EngineClient) {}

  /**
   * Puts the opening into `slot`, by evaluating or by copying.
   * @returns what was evaluated here (nothing after a copy); null when the slot does not hold the opening, and the
   *   caller must send it as the prompt of its first generation.
   */
  async place(key: string, slot: number, pieces: readonly PromptPiece[]): Promise<PlacedPrefix | null> {
    const existing = this.prefixes.get(key);
    if (existing === undefined) {
      const evaluated = this.evaluate(slot, pieces);
      this.prefixes.set(key, evaluated);
      return await evaluated;
    }
    const prefix = await existing;
    if (prefix === null || prefix.slot === slot || prefix.generation !== this.engine.generation) return null;
    const copied = await this.engine.call("fork", { from: prefix.slot, to: slot, upTo: prefix.tokens });
    return copied.ok ? { tokens: 0, elapsedMs: 0 } : null;
  }

  /** The path that owned the prefix has ended, and its slot will be used for something else. */
  release(slot: number): void {
    for (const [key, promise] of this.prefixes) {
      void promise.then((prefix) => {
        if (prefix === null || prefix.slot === slot) this.prefixes.delete(key);
      });
    }
  }

  private async evaluate(slot: number, pieces: readonly PromptPiece[]): Promise<Prefix | null> {
    const generation = this.engine.generation;
    const appended = await this.engine.call("append", { slot, prompt: pieces });
    return appended.ok ? { ...appended.value, slot, generation } : null;
  }
}
