/** Measures a model on batches that it is never trained on, without touching its training. */
import { Program } from "../ggml/program.ts";
import { Graph } from "../graph/graph.ts";
import { batchInputs, batchLogits } from "./batchGraph.ts";
import type { Batch, BatchShape } from "./data.ts";
import type { Trainer } from "./trainer.ts";

export interface HeldBackFigures {
  /** Mean over the positions that count, in nats. */
  readonly loss: number;
  /** Share of the positions that count whose most probable token is the right one. */
  readonly accuracy: number;
}

/**
 * Computes forward only, in memory of its own: the same weights come out of a training with and without it. Batches
 * without a shape of their own have `shape`.
 */
export class HeldBack {
  readonly #trainer: Trainer;
  readonly #shape: BatchShape;
  readonly #packed: boolean;
  readonly #programs = new Map<string, Program>();

  constructor(trainer: Trainer, shape: BatchShape, packed: boolean) {
    this.#trainer = trainer;
    this.#shape = shape;
    this.#packed = packed;
  }

  /** Positions weigh as in the loss of a step. */
  async measure(batches: readonly Batch[]): Promise<HeldBackFigures> {
    const sums = { loss: 0, right: 0, weight: 0 };
    for (const batch of batches) {
      const shape = batch.shape ?? this.#shape;
      const { logits } = await this.#programOf(shape).run(batchInputs(batch, shape, this.#packed));
      if (logits !== undefined) addFigures(sums, logits, batch);
    }
    return { loss: sums.loss / sums.weight, accuracy: sums.right / sums.weight };
  }

  dispose(): void {
    for (const program of this.#programs.values()) program.dispose();
  }

  #programOf(shape: BatchShape): Program {
    const key = `${shape.rows} x ${shape.length}`;
    const known = this.#programs.get(key);
    if (known !== undefined) return known;
    const { config, device, parameters, settings } = this.#trainer;
    const g = new Graph(device.fused);
    const logits = batchLogits(g, {
      config,
      parameters,
      lora: settings.lora,
      shape,
      packed: this.#packed,
    });
    const program = new Program(device, g, {
      outputs: { logits },
      ...(settings.products === undefined ? {} : { products: settings.products }),
    });
    this.#programs.set(key, program);
    return program;
  }
}

function addFigures(
  sums: { loss: number; right: number; weight: number },
  logits: Float32Array,
  { targets, weights }: Batch,
): void {
  const vocabulary = logits.length / targets.length;
  for (const [position, weight] of weights.entries()) {
    if (weight === 0) continue;
    const row = logits.subarray(position * vocabulary, (position + 1) * vocabulary);
    let top = 0;
    for (let id = 1; id < vocabulary; id++) if ((row[id] ?? 0) > (row[top] ?? 0)) top = id;
    const highest = row[top] ?? 0;
    let total = 0;
    for (const value of row) total += Math.exp(value - highest);
    const target = targets[position] ?? 0;
    sums.loss += weight * (highest + Math.log(total) - (row[target] ?? 0));
    sums.right += top === target ? weight : 0;
    sums.weight += weight;
  }
}
