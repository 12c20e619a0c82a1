import type { Unit } from "./wire.ts";

/** A token as OpenAI-compatible servers name it: by its text, and its bytes where a character is not whole. */
export interface NamedToken {
  readonly text: string;
  readonly bytes: readonly number[] | null;
  readonly logprob: number | null;
  readonly alternatives: readonly { readonly text: string; readonly logprob: number }[];
}

/**
 * Pieces of text from named tokens. A piece is a token, or the few that share a character: half a character cannot be
 * sent back as text.
 */
export class TextUnits {
  private waiting: NamedToken[] = [];

  push(tokens: readonly NamedToken[]): Unit[] {
    const units: Unit[] = [];
    for (const token of tokens) {
      this.waiting.push(token);
      const text = this.text();
      if (text === null && this.waiting.length < 4) continue;
      units.push(this.unit(text ?? this.waiting.map((waiting) => waiting.text).join("")));
      this.waiting = [];
    }
    return units;
  }

  /** Text of what waits; null while a character is not whole. */
  private text(): string | null {
    if (this.waiting.length === 1 && !(this.waiting[0]?.text ?? "").includes("\ufffd"))
      return this.waiting[0]?.text ?? "";
    const bytes = this.waiting.flatMap((token) => token.bytes ?? [...new TextEncoder().encode(token.text)]);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
    } catch {
      return null;
    }
  }

  private unit(text: string): Unit {
    const single = this.waiting.length === 1 ? this.waiting[0] : undefined;
    const logprobs = this.waiting.map(({ logprob }) => logprob);
    return {
      id: null,
      text,
      // The probability of the character is the product of those of its parts.
      logprob: logprobs.includes(null)
        ? null
        : logprobs.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      alternatives: (single?.alternatives ?? []).map((other) => ({ id: null, ...other })),
      sampled: this.waiting.length,
    };
  }
}

/** A text of which nothing is known but that it came. */
export const plainUnit = (text: string, sampled: number): Unit => ({
  id: null,
  text,
  logprob: null,
  alternatives: [],
  sampled,
});
