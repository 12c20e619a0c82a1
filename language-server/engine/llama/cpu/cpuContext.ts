import type { Candidates } from "../../../core/sampling/candidates.ts";
import { fillLikeliest } from "../../../core/sampling/likeliest.ts";
import type { BatchContext, Picker } from "../batchContext.ts";
import type { LlamaLibrary, Pointer } from "./llamaLibrary.ts";

/**
 * Decodes that should take longer leave this thread: asking another one costs little beside them, and messages and
 * records are seen to meanwhile.
 */
const longestBlockMs = 4;
/** llama.cpp's answer when the sequences' cells are used up. */
const noCells = 1;

/** Memory at a place that does not change: that of small typed arrays does. */
const fixed = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/**
 * A context on the processor: a step is one call of the library, a short one on this thread, so that none waits for
 * another. Candidates are picked here too, in less time than it takes to ask another thread for them.
 */
export class CpuContext implements BatchContext {
  private readonly library: LlamaLibrary;
  private readonly handle: Pointer;
  private readonly memory: Pointer;
  private readonly pool: Pointer;
  private readonly tokens: Int32Array;
  private readonly positions: Int32Array;
  private readonly sequences: Int32Array;
  private readonly wantsLogits: Int8Array;
  /** Every token belongs to one sequence: all counts are 1, and each list of sequences is a place in `sequences`. */
  private readonly counts: Int32Array;
  private readonly lists: BigUint64Array;
  private readonly batch: { count: number } & Record<string, Pointer | number>;
  private readonly logits: Float32Array;
  private msPerToken = Number.POSITIVE_INFINITY;

  constructor(
    library: LlamaLibrary,
    handle: Pointer,
    pool: Pointer,
    batchTokens: number,
    vocabularySize: number,
  ) {
    this.library = library;
    this.handle = handle;
    this.pool = pool;
    this.memory = library.pointer("llama_get_memory", handle);
    this.tokens = new Int32Array(fixed(4 * batchTokens));
    this.positions = new Int32Array(fixed(4 * batchTokens));
    this.sequences = new Int32Array(fixed(4 * batchTokens));
    this.counts = new Int32Array(fixed(4 * batchTokens)).fill(1);
    this.wantsLogits = new Int8Array(fixed(batchTokens));
    this.lists = new BigUint64Array(fixed(8 * batchTokens));
    const start = library.addressOf(this.sequences);
    for (let i = 0; i < batchTokens; i++) this.lists[i] = start + BigInt(4 * i);
    this.logits = new Float32Array(fixed(4 * vocabularySize));
    this.batch = {
      count: 0,
      tokens: library.addressOf(this.tokens),
      embeddings: 0n,
      positions: library.addressOf(this.positions),
      sequenceCounts: library.addressOf(this.counts),
      sequences: library.addressOf(this.lists),
      wantsLogits: library.addressOf(this.wantsLogits),
    };
  }

  begin(): void {
    this.batch.count = 0;
  }

  add(
    sequence: number,
    position: number,
    tokens: readonly number[],
    from: number,
    count: number,
    wantsLogits: boolean,
  ): number {
    let at = this.batch.count;
    for (let i = 0; i < count; i++, at++) {
      this.tokens[at] = tokens[from + i] ?? 0;
      this.positions[at] = position + i;
      this.sequences[at] = sequence;
      this.wantsLogits[at] = 0;
    }
    if (wantsLogits) this.wantsLogits[at - 1] = 1;
    this.batch.count = at;
    return at - 1;
  }

  decode(): void | Promise<void> {
    const startedAt = performance.now();
    const { library, handle, batch } = this;
    if (batch.count * this.msPerToken <= longestBlockMs) {
      this.done(library.number("llama_decode", handle, batch), startedAt);
      return;
    }
    return library
      .later("llama_decode", handle, batch)
      .then((outcome) => this.done(Number(outcome), startedAt));
  }

  createPicker(): Picker {
    return new LogitsPicker((logitsAt) => this.read(logitsAt));
  }

  truncate(sequence: number, from: number): boolean {
    return (
      this.library.call("llama_memory_seq_rm", this.memory, sequence, from <= 0 ? -1 : from, -1) === true
    );
  }

  copy(to: number, from: number): number {
    const { library, memory } = this;
    const last = library.number("llama_memory_seq_pos_max", memory, from);
    if (last >= 0) library.call("llama_memory_seq_cp", memory, from, to, -1, -1);
    return last;
  }

  firstPosition(sequence: number): number {
    return this.library.number("llama_memory_seq_pos_min", this.memory, sequence);
  }

  dispose(): void {
    this.library.call("llama_free", this.handle);
    if (this.pool !== 0n) this.library.freeThreadPool(this.pool);
  }

  private done(outcome: number, startedAt: number): void {
    this.msPerToken = (performance.now() - startedAt) / this.batch.count;
    if (outcome === 0) return;
    throw new Error(
      outcome === noCells
        ? "The context has no room for the batch."
        : `The library could not decode the batch (${outcome}).`,
    );
  }

  private read(logitsAt: number): Float32Array {
    const from = this.library.pointer("llama_get_logits_ith", this.handle, logitsAt);
    if (from === 0n) throw new Error("This model does not generate text.");
    this.library.readFloats(from, this.logits);
    return this.logits;
  }
}

class LogitsPicker implements Picker {
  private ids = new Uint32Array(0);
  private probabilities = new Float64Array(0);
  private readonly read: (logitsAt: number) => Float32Array;

  constructor(read: (logitsAt: number) => Float32Array) {
    this.read = read;
  }

  resize(candidates: number): void {
    this.ids = new Uint32Array(candidates);
    this.probabilities = new Float64Array(candidates);
  }

  pick(logitsAt: number): Candidates {
    const { ids, probabilities } = this;
    const count = fillLikeliest(this.read(logitsAt), ids, probabilities);
    if (Number.isNaN(probabilities[0])) throw new Error("The model's logits are not numbers.");
    return { ids, probabilities, count };
  }

  dispose(): void {}
}
