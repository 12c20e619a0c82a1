/**
 * Runs a decoder over growing sequences, with keys and values kept: what a checkpoint is evaluated with. All sequences
 * of a generator advance together or pause; each has its own length.
 */
import type { Arena, Device } from "../ggml/device.ts";
import { Program } from "../ggml/program.ts";
import { Graph } from "../graph/graph.ts";
import { type Node, ShapeError, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, LoraConfig } from "./config.ts";
import { decoderLogits, type KeyValueStore } from "./decoder.ts";

/** Positions that are computed at once when a prompt is read. */
const chunk = 32;

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
  readonly #programs = new Map<number, Program>();

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

  /**
   * Appends tokens to each sequence (an empty list leaves one alone) and gives the logits [vocabulary] after each
   * sequence's last token; of a sequence that was left alone they mean nothing.
   */
  async append(tokens: readonly ArrayLike<number>[]): Promise<readonly Float32Array[]> {
    if (tokens.length !== this.rows) throw new ShapeError(`${tokens.length} sequences, want ${this.rows}.`);
    for (let row = 0; row < this.rows; row++) {
      const length = this.lengthOf(row) + (tokens[row]?.length ?? 0);
      if (length > this.capacity) {
        throw new ShapeError(
          `Sequence ${row} would have ${length} tokens; there is room for ${this.capacity}.`,
        );
      }
    }
    const results = Array.from({ length: this.rows }, () => new Float32Array(this.config.vocabulary));
    const longest = Math.max(...tokens.map((list) => list.length));
    for (let from = 0; from < longest; from += chunk) {
      const length = longest - from === 1 ? 1 : chunk;
      const fresh = await this.#run(tokens, from, length);
      for (let row = 0; row < this.rows; row++) {
        const total = tokens[row]?.length ?? 0;
        const isLast = total > from && total <= from + length;
        if (isLast) {
          const { vocabulary } = this.config;
          results[row] = fresh.slice(row * vocabulary, (row + 1) * vocabulary);
        }
      }
    }
    return results;
  }

  dispose(): void {
    for (const program of this.#programs.values()) program.dispose();
    this.#cache.dispose();
  }

  async #run(tokens: readonly ArrayLike<number>[], from: number, length: number): Promise<Float32Array> {
    const { rows } = this;
    const slots = this.capacity + 1;
    const inputs = {
      tokens: new Int32Array(rows * length),
      positions: new Int32Array(rows * length),
      places: new Int32Array(rows * length),
      last: new Int32Array(rows),
      mask: new Float32Array(rows * length * slots).fill(Number.NEGATIVE_INFINITY),
    };
    for (let row = 0; row < rows; row++) {
      const list = tokens[row] ?? [];
      const before = this.lengthOf(row);
      const count = Math.max(0, Math.min(length, list.length - from));
      for (let i = 0; i < length; i++) {
        const at = row * length + i;
        const position = i < count ? before + i : this.capacity;
        inputs.tokens[at] = i < count ? (list[from + i] ?? 0) : 0;
        inputs.positions[at] = position;
        inputs.places[at] = row * slots + position;
        // Padding sees its own place alone: a row of only −∞ would become NaN.
        const start = i < count ? 0 : position;
        inputs.mask.fill(0, at * slots + start, at * slots + position + 1);
      }
      inputs.last[row] = row * length + Math.max(0, count - 1);
      this.#lengths[row] = before + count;
    }
    const { logits } = await this.#programOf(length).run(inputs);
    return logits ?? new Float32Array(0);
  }

  #programOf(length: number): Program {
    const known = this.#programs.get(length);
    if (known !== undefined) return known;
    const { rows, config } = this;
    const slots = this.capacity + 1;
    const g = new Graph(this.device.fused);
    const count = shapeOf(rows * length);
    const places = g.input("places", count, "i32");
    const cache: KeyValueStore = {
      capacity: slots,
      store: (kind: "key" | "value", layer: number, fresh: Node) =>
        g.setRows(g.tensor(this.#cache.get(`${kind} ${layer}`)), fresh, places),
    };
    const logits = decoderLogits(
      g,
      config,
      (name) => g.tensor(this.#parameters.get(name)),
      {
        tokens: g.input("tokens", count, "i32"),
        positions: g.input("positions", count, "i32"),
        mask: g.input("mask", shapeOf(slots, length, 1, rows)),
        rows,
        length,
      },
      {
        cache,
        only: g.input("last", shapeOf(rows), "i32"),
        ...(this.#lora === undefined ? {} : { lora: this.#lora }),
      },
    );
    const program = new Program(this.device, g, { outputs: { logits } });
    this.#programs.set(length, program);
    return program;
  }
}
