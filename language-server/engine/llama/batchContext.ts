import type { Candidates } from "../../core/sampling/candidates.ts";

/** Finds the candidates for the next token of one sequence. Keeps buffers, which every pick uses again. */
export interface Picker {
  /** How many candidates the next picks give. */
  resize(candidates: number): void;
  /** @param logitsAt place in the batch that was decoded last */
  pick(logitsAt: number): Candidates | Promise<Candidates>;
  dispose(): void;
}

/**
 * A context of the library as the decode loop sees it: batches are put together, decoded, and candidates picked from
 * them. Calls that come back at once have run on this thread; nothing else may be asked for before a promise is kept.
 */
export interface BatchContext {
  begin(tokens: number): void;
  /**
   * Puts `tokens[from]` … `tokens[from + count - 1]` of one sequence into the batch.
   * @returns where the logits of the last one will be, if they are wanted
   */
  add(
    sequence: number,
    position: number,
    tokens: readonly number[],
    from: number,
    count: number,
    wantsLogits: boolean,
  ): number;
  decode(): void | Promise<void>;
  createPicker(): Picker;
  /** Removes the tokens from a position on; everything below 0. */
  truncate(sequence: number, from: number): boolean;
  /** @returns the last position of the source */
  copy(to: number, from: number): number | Promise<number>;
  /** Position of the first token that is still held. */
  firstPosition(sequence: number): number;
}
