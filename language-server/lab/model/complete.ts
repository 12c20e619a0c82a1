/** Writes continuations of prompts with a generator, several at a time, drawn as the engine draws them. */
import type { SamplingSettings } from "../../contract/entities.ts";
import { draw } from "../../core/sampling/draw.ts";
import { likeliest } from "../../core/sampling/likeliest.ts";
import type { Generator } from "./generator.ts";

export interface CompletionSettings {
  readonly sampling: SamplingSettings;
  /** Tokens that end a text; they are not part of the result. */
  readonly endTokens: readonly number[];
  readonly maxTokens: number;
  /** Uniform numbers in [0, 1) for a prompt and a step; only asked when the temperature is above 0. */
  readonly dice: (prompt: number, step: number) => number;
}

export interface Completion {
  readonly tokens: readonly number[];
  /** Whether the model ended the text itself. */
  readonly ended: boolean;
}

/** One continuation per prompt, in order. What a prompt gets does not depend on the others but for rounding. */
export async function complete(
  generator: Generator,
  prompts: readonly ArrayLike<number>[],
  settings: CompletionSettings,
): Promise<Completion[]> {
  const results: { tokens: number[]; ended: boolean }[] = prompts.map(() => ({ tokens: [], ended: false }));
  /** Prompt that a row works on; null when it idles. */
  const working = new Array<number | null>(generator.rows).fill(null);
  let next = 0;
  const fresh = (row: number): ArrayLike<number> => {
    const index = next < prompts.length ? next++ : null;
    working[row] = index;
    generator.cut(row, 0);
    return index === null ? [] : (prompts[index] ?? []);
  };
  let feed = working.map((_, row) => fresh(row));
  while (working.some((index) => index !== null)) {
    const rows = feed.flatMap((tokens, row) => (tokens.length > 0 ? [row] : []));
    const logits = await generator.append(rows.map((row) => ({ row, tokens: feed[row] ?? [] })));
    feed = working.map((index, row) => {
      const result = index === null ? undefined : results[index];
      if (index === null || result === undefined) return [];
      const token = pick(logits[rows.indexOf(row)] ?? [], settings, index, result.tokens.length);
      result.ended = settings.endTokens.includes(token);
      if (!result.ended) result.tokens.push(token);
      const isFull =
        result.tokens.length >= settings.maxTokens || generator.lengthOf(row) + 1 > generator.capacity;
      return result.ended || isFull ? fresh(row) : [token];
    });
  }
  return results;
}

function pick(logits: ArrayLike<number>, settings: CompletionSettings, prompt: number, step: number): number {
  const { sampling } = settings;
  const roll = sampling.temperature > 0 ? settings.dice(prompt, step) : 0;
  const candidates = likeliest(logits, sampling.temperature > 0 ? logits.length : 1);
  return candidates.ids[draw(candidates, sampling, roll)] ?? 0;
}
