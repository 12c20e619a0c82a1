import { BlockIndex, type BlockRange } from "../core/trace/blockIndex.ts";
import {
  decodeFrame,
  type FrameHeader,
  findFrame,
  frameBytes,
  isWhole,
  scanFrames,
} from "../core/trace/frame.ts";
import { StageTokens } from "../core/trace/stageTokens.ts";
import { readRange, withFile } from "./files.ts";

/** Read at once while indexing; a frame of ordinary size is far smaller. */
const windowBytes = 4 << 20;

/** Reads `tokens.bin`. The index is built by walking the headers when tokens are first asked for, then kept up. */
export class TokenFile {
  readonly #path: string;
  readonly #index = new BlockIndex();
  /** Where the walk goes on; behind the index when bytes were skipped as damaged. */
  #scanned = 0;
  #scanning: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** The tokens of a stage's generation, as far as they are on disk. */
  async stage(path: number, stage: number, generation: number): Promise<StageTokens> {
    await this.#scan();
    const tokens = new StageTokens();
    await withFile(this.#path, async (file) => {
      for (const { start, end } of this.#index.ranges(path, stage)) {
        const block = await readRange(file, start, end);
        for (const { header, offset } of framesIn(block)) {
          if (header.path !== path || header.stage !== stage || header.generation !== generation) continue;
          const columns = decodeFrame(block, offset);
          if (columns !== null) tokens.add(columns);
        }
      }
    });
    return tokens;
  }

  /** Offset behind the last frame that is whole and unharmed: what comes after it is a torn tail. */
  async validEnd(): Promise<number> {
    await this.#scan();
    const end = await withFile(this.#path, async (file) => {
      const blocks: readonly BlockRange[] = this.#index.blocks;
      for (let i = blocks.length - 1; i >= 0; i--) {
        const { start, end } = blocks[i] as BlockRange;
        const block = await readRange(file, start, end);
        const last = framesIn(block).findLast(({ offset, header }) => isWhole(block, offset, header));
        if (last !== undefined) return start + last.end;
      }
      return 0;
    });
    return end ?? 0;
  }

  /** One walk at a time, each from where the last one ended. */
  #scan(): Promise<void> {
    this.#scanning = this.#scanning.catch(() => undefined).then(() => this.#scanOn());
    return this.#scanning;
  }

  async #scanOn(): Promise<void> {
    await withFile(this.#path, async (file) => {
      let window = windowBytes;
      for (;;) {
        const base = this.#scanned;
        const bytes = await readRange(file, base, base + window);
        const atEnd = bytes.length < window;
        const { frames, validEnd, damaged } = scanFrames(bytes);
        this.#index.add(frames, base);
        this.#scanned = base + validEnd;
        if (damaged) {
          const next = findFrame(bytes, validEnd + 1);
          if (next === null) return; // nothing readable follows: a torn tail
          this.#scanned = base + next;
        } else if (atEnd) return;
        else window = validEnd === 0 ? window * 2 : windowBytes;
      }
    });
  }
}

/** Frames of a block of the index; damaged stretches in it are skipped. */
function framesIn(block: Uint8Array): { offset: number; end: number; header: FrameHeader }[] {
  const found: { offset: number; end: number; header: FrameHeader }[] = [];
  let at: number | null = 0;
  while (at !== null && at < block.length) {
    const scan = scanFrames(block, at);
    for (const { offset, header } of scan.frames)
      found.push({ offset, header, end: offset + frameBytes(header) });
    at = scan.damaged ? findFrame(block, scan.validEnd + 1) : null;
  }
  return found;
}
