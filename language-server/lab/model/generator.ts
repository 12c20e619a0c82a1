/**
 * Runs a decoder over growing sequences, with keys and values kept: what a checkpoint is evaluated with. Each sequence
 * has its own length. Only the sequences that have work are computed, and attention sees about as many places as are
 * filled. What a sequence gets does not depend on the others.
 */
import type { Arena, Device } from "../ggml/device.ts";
import { Program } from "../ggml/program.ts";
import { Graph } from "../graph/graph.ts";
import { type Node, ShapeError, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, LoraConfig } from "./config.ts";
import { decoderLogits, type KeyValueStore } from "./decoder.ts";

/** Positions that are computed at once when a text is read; pieces are padded up to one of these. */
const pieceLengths = [8, 32, 128] as const;
/** Attention looks at a multiple of so many places: of the kernels' width, so that padding changes no sum. */
const seenStep = 128;
/** Shapes of computations that are kept ready. */
const programsKept = 12;

/** Tokens to append to one sequence. */
export interface Appended {
  readonly row: number;
  readonly tokens: ArrayLike<number>;
}

export class Generator {
  readonly device: Device;
  readonly config: DecoderConfig;
  readonly rows: number;
  /** Tokens that each sequence has room for. */
  readonly capacity: number;
  readonly #lengths: number[];
  readonly #cache: Arena;
  readonly #parameters: Arena;
  readonly #lora: LoraConfig | undefined;
  /** By shape, the one used last at the end. */
  readonly #programs = new Map<string, Program>();

  constructor(
    device: Device,
    config: DecoderConfig,
    parameters: Arena,
    rows: number,
    capacity: number = config.context,
    lora?: LoraConfig,
  ) {
    this.device = device;
    this.config = config;
    this.rows = rows;
    this.capacity = capacity;
    this.#parameters = parameters;
    this.#lora = lora;
    this.#lengths = new Array<number>(rows).fill(0);
    // One place more in each sequence, where padding is written to.
    const shape = shapeOf((config.width / config.heads) * config.keyValueHeads, rows * (capacity + 1));
    this.#cache = device.arena(
      Array.from({ length: config.layers }, (_, layer) => [
        { name: `key ${layer}`, shape },
        { name: `value ${layer}`, shape },
      ]).flat(),
    );
  }

  lengthOf(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  /** Forgets what comes after `length` tokens of a sequence. */
  cut(row: number, length: number): void {
    this.#lengths[row] = Math.min(this.lengthOf(row), length);
  }

  /** Makes a sequence a copy of the first `length` tokens of another one. */
  copy(from: number, to: number, length: number): void {
    if (length > this.lengthOf(from)) {
      throw new ShapeError(`Sequence ${from} has ${this.lengthOf(from)} tokens, not ${length}.`);
    }
    const slots = this.capacity + 1;
    if (length > 0) {
      for (const tensor of this.#cache.tensors.values()) {
        tensor.writeRows(to * slots, tensor.readRows(from * slots, length));
      }
    }
    this.#lengths[to] = length;
  }

  /**
   * Appends tokens to sequences, each named once, and gives the logits [vocabulary] after the last token of each, in
   * the same order.
   */
  async append(work: readonly Appended[]): Promise<readonly Float32Array[]> {
    this.#check(work);
    const results = work.map((): Float32Array => new Float32Array(0));
    const single: number[] = [];
    for (const [i, { row, tokens }] of work.entries()) {
      let from = 0;
      while (tokens.length - from > 1) {
        const length = pieceOf(tokens.length - from);
        const piece = Array.from(
          { length: Math.min(length, tokens.length - from) },
          (_, k) => tokens[from + k] ?? 0,
        );
        from += piece.length;
        results[i] = await this.#run([{ row, tokens: piece }], length);
      }
      if (from < tokens.length) single.push(i);
    }
    if (single.length === 0) return results;
    const last = single.map((i) => {
      const { row, tokens } = work[i] ?? { row: 0, tokens: [0] };
      return { row, tokens: [tokens[tokens.length - 1] ?? 0] };
    });
    const logits = await this.#run(last, 1);
    const { vocabulary } = this.config;
    for (const [at, i] of single.entries()) {
      results[i] = logits.slice(at * vocabulary, (at + 1) * vocabulary);
    }
    return results;
  }

  dispose(): void {
    for (const program of this.#programs.values()) program.dispose();
    this.#cache.dispose();
  }

  #check(work: readonly Appended[]): void {
    if (new Set(work.map(({ row }) => row)).size !== work.length) {
      throw new ShapeError("A sequence is named twice.");
    }
    for (const { row, tokens } of work) {
      if (!(row >= 0 && row < this.rows)) throw new ShapeError(`There is no sequence ${row}.`);
      if (tokens.length === 0) throw new ShapeError(`Nothing to append to sequence ${row}.`);
      const length = this.lengthOf(row) + tokens.length;
      if (length > this.capacity) {
        throw new ShapeError(
          `Sequence ${row} would have ${length} tokens; there is room for ${this.capacity}.`,
        );
      }
    }
  }

  /** Appends up to `length` tokens to each of some sequences; logits after the last token of each. */
  async #run(work: readonly Appended[], length: number): Promise<Float32Array> {
    const slots = this.capacity + 1;
    // One sequence is padded to two: products with a single column have kernels of their own, which round differently.
    const rows = length === 1 ? Math.max(2, powerOfTwo(work.length)) : work.length;
    const longest = Math.max(...work.map(({ row, tokens }) => this.lengthOf(row) + tokens.length));
    const seen = Math.ceil(longest / seenStep) * seenStep;
    const inputs = {
      tokens: new Int32Array(rows * length),
      positions: new Int32Array(rows * length),
      // Padding goes to the place that nobody reads; a padded sequence is the first one's again.
      places: new Int32Array(rows * length).fill((work[0]?.row ?? 0) * slots + this.capacity),
      seen: new Int32Array(rows * seen),
      last: Int32Array.from({ length: rows }, (_, at) => at * length),
      mask: new Float32Array(rows * length * seen).fill(Number.NEGATIVE_INFINITY),
    };
    for (let at = 0; at < rows; at++) {
      const { row, tokens } = work[at] ?? { row: work[0]?.row ?? 0, tokens: [] };
      const before = this.lengthOf(row);
      const count = tokens.length;
      for (let place = 0; place < seen; place++) {
        inputs.seen[at * seen + place] = row * slots + Math.min(place, this.capacity);
      }
      for (let i = 0; i < length; i++) {
        const token = at * length + i;
        // Padding sees one place: a row of only −∞ would become NaN.
        inputs.mask.fill(0, token * seen, token * seen + (i < count ? before + i + 1 : 1));
        if (i >= count) continue;
        inputs.tokens[token] = tokens[i] ?? 0;
        inputs.positions[token] = before + i;
        inputs.places[token] = row * slots + before + i;
      }
      if (count > 0) inputs.last[at] = at * length + count - 1;
    }
    const { logits } = await this.#programOf(rows, length, seen).run(inputs);
    for (const { row, tokens } of work) this.#lengths[row] = this.lengthOf(row) + tokens.length;
    return logits ?? new Float32Array(0);
  }

  #programOf(rows: number, length: number, seen: number): Program {
    const key = `${rows} x ${length} x ${seen}`;
    const known = this.#programs.get(key) ?? this.#build(rows, length, seen);
    this.#programs.delete(key);
    this.#programs.set(key, known);
    const oldest = this.#programs.keys().next().value;
    if (this.#programs.size > programsKept && oldest !== undefined) {
      this.#programs.get(oldest)?.dispose();
      this.#programs.delete(oldest);
    }
    return known;
  }

  #build(rows: number, length: number, seen: number): Program {
    const g = new Graph(this.device.fused);
    const count = shapeOf(rows * length);
    const places = g.input("places", count, "i32");
    const visible = g.input("seen", shapeOf(rows * seen), "i32");
    const cache: KeyValueStore = {
      capacity: seen,
      store: (kind: "key" | "value", layer: number, fresh: Node) =>
        g.rows(g.setRows(g.tensor(this.#cache.get(`${kind} ${layer}`)), fresh, places), visible),
    };
    const logits = decoderLogits(
      g,
      this.config,
      (name) => g.tensor(this.#parameters.get(name)),
      {
        tokens: g.input("tokens", count, "i32"),
        positions: g.input("positions", count, "i32"),
        mask: g.input("mask", shapeOf(seen, length, 1, rows)),
        rows,
        length,
      },
      {
        cache,
        only: g.input("last", shapeOf(rows), "i32"),
        ...(this.#lora === undefined ? {} : { lora: this.#lora }),
      },
    );
    return new Program(this.device, g, { outputs: { logits } });
  }
}

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, least)));

/** Length of the next piece of `left` tokens: the smallest that holds them unless most of it would be padding. */
function pieceOf(left: number): number {
  const [smallest] = pieceLengths;
  const fitting = pieceLengths.find((length) => length >= left) ?? 128;
  if (fitting === smallest || left > fitting / 2) return fitting;
  return pieceLengths.findLast((length) => length <= left) ?? smallest;
}
