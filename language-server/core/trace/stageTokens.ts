import type { TokenChunk } from "../../contract/engine.ts";
import type { TokenRecord } from "../../contract/entities.ts";
import { type FrameColumns, noToken } from "./frame.ts";

/** One stage's token columns, put together from its frames in the order in which they were written. */
export class StageTokens {
  /** Frames that still count, by growing and gapless step; the last may be cut short by `#kept`. */
  readonly #frames: { readonly columns: FrameColumns; readonly kept: number }[] = [];
  #length = 0;

  /** Number of tokens. */
  get length(): number {
    return this.#length;
  }

  /**
   * Takes the next frame. A frame at step f replaces everything from f on: the stage was taken up again there.
   * A frame behind a gap is dropped, since tokens without their predecessors cannot be resumed or read.
   * @returns false when it was dropped.
   */
  add(columns: FrameColumns): boolean {
    if (columns.firstStep > this.#length) return false;
    while (this.#length > columns.firstStep) {
      const last = this.#frames.pop();
      if (last === undefined) break;
      this.#length = last.columns.firstStep;
      if (last.columns.firstStep < columns.firstStep) {
        this.#frames.push({ columns: last.columns, kept: columns.firstStep - last.columns.firstStep });
        this.#length = columns.firstStep;
      }
    }
    this.#frames.push({ columns, kept: columns.ids.length });
    this.#length = columns.firstStep + columns.ids.length;
    return true;
  }

  /** Ids of all tokens, sampled and forced. */
  ids(): number[] {
    return this.#frames.flatMap(({ columns, kept }) => Array.from(columns.ids.subarray(0, kept)));
  }

  /** The first tokens as columns, as they were written. */
  columns(to: number): Omit<FrameColumns, "firstStep"> {
    const parts = this.#frames.flatMap(({ columns, kept }) => {
      const count = Math.min(kept, to - columns.firstStep);
      return count > 0 ? [{ columns, count }] : [];
    });
    const { alternatives } = parts[0]?.columns ?? { alternatives: 0 };
    const all = <T>(get: (columns: FrameColumns) => ArrayLike<T>, width = 1): T[] =>
      parts.flatMap(({ columns, count }) => Array.from(get(columns)).slice(0, count * width));
    return {
      ids: Uint32Array.from(all(({ ids }) => ids)),
      texts: all(({ texts }) => texts),
      logprobs: Float32Array.from(all(({ logprobs }) => logprobs)),
      entropies: Float32Array.from(all(({ entropies }) => entropies)),
      alternatives,
      alternativeIds: Uint32Array.from(all(({ alternativeIds }) => alternativeIds, alternatives)),
      alternativeLogprobs: Float32Array.from(
        all(({ alternativeLogprobs }) => alternativeLogprobs, alternatives),
      ),
      forced: Uint8Array.from(all(({ forced }) => forced)),
      stepMs: Float32Array.from(all(({ stepMs }) => stepMs)),
    };
  }

  /** Visible text with each token. */
  texts(): string[] {
    return this.#frames.flatMap(({ columns, kept }) => columns.texts.slice(0, kept));
  }

  /** Visible text of all tokens. */
  text(): string {
    return this.#frames.map(({ columns, kept }) => columns.texts.slice(0, kept).join("")).join("");
  }

  /** Step of the first forced token; null when there is none. */
  forcedFrom(): number | null {
    for (const { columns, kept } of this.#frames) {
      const at = columns.forced.subarray(0, kept).indexOf(1);
      if (at >= 0) return columns.firstStep + at;
    }
    return null;
  }

  /** Step behind the last token that a person has put in; 0 without one. */
  givenTo(): number {
    for (const { columns, kept } of this.#frames.toReversed()) {
      const at = columns.forced.subarray(0, kept).lastIndexOf(2);
      if (at >= 0) return columns.firstStep + at + 1;
    }
    return 0;
  }

  /**
   * Tokens of the half-open range of steps; the ends may lie outside the stage.
   * @param textOf text of an alternative's token id.
   */
  records(from: number, to: number, textOf: (id: number) => string): TokenRecord[] {
    const records: TokenRecord[] = [];
    for (const { columns, kept } of this.#frames) {
      const first = Math.max(0, from - columns.firstStep);
      const last = Math.min(kept, to - columns.firstStep);
      for (let i = first; i < last; i++) records.push(recordAt(columns, i, textOf));
    }
    return records;
  }
}

/**
 * All tokens of a chunk, as they come out of the engine.
 * @param textOf text of an alternative's token id.
 */
export function recordsOf(chunk: TokenChunk, textOf: (id: number) => string): TokenRecord[] {
  const count = chunk.ids.length;
  const columns = { ...chunk, alternatives: count === 0 ? 0 : chunk.alternativeIds.length / count };
  return Array.from({ length: count }, (_, i) => recordAt(columns, i, textOf));
}

/**
 * One token of some columns, with its alternatives.
 * @param textOf text of an alternative's token id.
 */
function recordAt(
  columns: Omit<FrameColumns, "firstStep">,
  i: number,
  textOf: (id: number) => string,
): TokenRecord {
  const alternatives: TokenRecord["alternatives"][number][] = [];
  for (let a = i * columns.alternatives; a < (i + 1) * columns.alternatives; a++) {
    const id = columns.alternativeIds[a] ?? noToken;
    if (id !== noToken)
      alternatives.push({ id, text: textOf(id), logprob: columns.alternativeLogprobs[a] ?? Number.NaN });
  }
  return {
    id: columns.ids[i] ?? 0,
    text: columns.texts[i] ?? "",
    logprob: columns.logprobs[i] ?? Number.NaN,
    entropy: columns.entropies[i] ?? Number.NaN,
    alternatives,
    forced: columns.forced[i] === 1,
    ...(columns.forced[i] === 2 ? { given: true } : {}),
    stepMs: columns.stepMs[i] ?? 0,
  };
}
