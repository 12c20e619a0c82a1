import { type FoundFrame, headerBytes } from "./frame.ts";

/** Size at which a block of the index is closed. Small enough to be read whole for one stage. */
export const blockBytes = 256 * 1024;

/** Half-open range of bytes. */
export interface BlockRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Which blocks of a token file hold frames of a stage. Frames of the stages that ran side by side lie mixed; one
 * entry a frame would cost more memory than it saves reading, so a stage is found by block and its frames by a walk.
 */
export class BlockIndex {
  readonly #blocks: { readonly start: number; end: number }[] = [];
  readonly #byStage = new Map<number, number[]>();

  /** Offset up to which the file is indexed. */
  get end(): number {
    return this.#blocks.at(-1)?.end ?? 0;
  }

  /** All blocks, in file order. */
  get blocks(): readonly BlockRange[] {
    return this.#blocks;
  }

  /** Adds frames found by a scan that began at `base` of the file; they must follow those added before. */
  add(frames: readonly FoundFrame[], base: number): void {
    for (const { offset, header } of frames) {
      const start = base + offset;
      const end = start + headerBytes + header.payloadBytes;
      let block = this.#blocks.at(-1);
      if (block === undefined || end - block.start > blockBytes) {
        block = { start, end };
        this.#blocks.push(block);
      }
      block.end = end;
      const key = stageKey(header.path, header.stage);
      const list = this.#byStage.get(key);
      const number = this.#blocks.length - 1;
      if (list === undefined) this.#byStage.set(key, [number]);
      else if (list.at(-1) !== number) list.push(number);
    }
  }

  /** Byte ranges (half-open, in file order) that hold all frames of the stage, whatever else is in them. */
  ranges(path: number, stage: number): BlockRange[] {
    const numbers = this.#byStage.get(stageKey(path, stage)) ?? [];
    return numbers.flatMap((number) => this.#blocks[number] ?? []);
  }
}

/** Path and stage as one number (paths below 2³², stages below 2¹⁶: exact in a double). */
const stageKey = (path: number, stage: number): number => path * 0x10000 + stage;
