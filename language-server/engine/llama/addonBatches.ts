import { type Candidates, orderedCandidates } from "../../core/sampling/candidates.ts";
import type { BatchContext, Picker } from "./batchContext.ts";
import type { Native, NativeContext, NativeSampler } from "./nativeContext.ts";

const nothing = new Uint32Array(0);
const first = Uint32Array.of(0);

/** Batches through node-llama-cpp's addon, which decodes and samples on the threads of libuv. */
export class AddonBatches implements BatchContext {
  private readonly single = new Uint32Array(1);
  private readonly native: Native;
  private readonly context: NativeContext;

  constructor(native: Native) {
    this.native = native;
    this.context = native.context;
  }

  begin(tokens: number): void {
    this.context.initBatch(tokens);
  }

  add(
    sequence: number,
    position: number,
    tokens: readonly number[],
    from: number,
    count: number,
    wantsLogits: boolean,
  ): number {
    if (count === 1) {
      this.single[0] = tokens[from] ?? 0;
      return this.context.addToBatch(sequence, position, this.single, wantsLogits ? first : nothing)[0] ?? 0;
    }
    const part = Uint32Array.from(tokens.slice(from, from + count));
    const last = wantsLogits ? Uint32Array.of(count - 1) : nothing;
    return this.context.addToBatch(sequence, position, part, last)[0] ?? 0;
  }

  decode(): Promise<void> {
    return this.context.decodeBatch();
  }

  createPicker(): Picker {
    return new AddonPicker(this.context, this.native.createSampler());
  }

  truncate(sequence: number, from: number): boolean {
    return this.context.removeTokenCellsFromSequence(sequence, from <= 0 ? -1 : from, -1);
  }

  copy(to: number, from: number): Promise<number> {
    return this.context.copySequenceStateFromOtherSequence(to, from);
  }

  firstPosition(sequence: number): number {
    return this.context.getSequenceKvCacheMinPosition(sequence);
  }
}

/**
 * The native sampler cuts to the top k and hands out their probabilities at temperature 1, which costs next to
 * nothing (local-inference.md 3). Its own draw is thrown away; a fixed seed only keeps it from asking the clock.
 */
class AddonPicker implements Picker {
  private ids = new Uint32Array(0);
  private probabilities = new Float64Array(0);
  private readonly context: NativeContext;
  private readonly sampler: NativeSampler;

  constructor(context: NativeContext, sampler: NativeSampler) {
    this.context = context;
    this.sampler = sampler;
  }

  resize(candidates: number): void {
    this.sampler.applyConfig({ temperature: 1, topK: candidates, topP: 1, minP: 0, seed: 1 });
    this.ids = new Uint32Array(candidates);
    this.probabilities = new Float64Array(candidates);
  }

  async pick(logitsAt: number): Promise<Candidates> {
    const [, pairs] = await this.context.sampleToken(logitsAt, this.sampler, true);
    if (pairs === undefined) throw new Error("The library sampled no token.");
    return readPairs(pairs, this.ids, this.probabilities);
  }

  dispose(): void {
    this.sampler.dispose();
  }
}

/** Fills the given arrays, unless the library's order leaves ties to chance. */
function readPairs(pairs: readonly number[], ids: Uint32Array, probabilities: Float64Array): Candidates {
  const count = Math.min(ids.length, pairs.length >> 1);
  let before = Number.POSITIVE_INFINITY;
  let idBefore = -1;
  for (let i = 0; i < count; i++) {
    const id = pairs[2 * i] ?? 0;
    const probability = pairs[2 * i + 1] ?? 0;
    if (probability > before || (probability === before && id < idBefore))
      return orderedCandidates(pairsOf(pairs, count));
    ids[i] = id;
    probabilities[i] = probability;
    before = probability;
    idBefore = id;
  }
  return { ids, probabilities, count };
}

const pairsOf = (pairs: readonly number[], count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, i) => [pairs[2 * i] ?? 0, pairs[2 * i + 1] ?? 0]);
