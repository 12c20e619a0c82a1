/**
 * Trains a decoder. Two programs: one adds a batch's gradient (of the *sum* of the losses) to accumulators, the other
 * divides by the number of tokens that counted and takes an AdamW step. So batches that are accumulated weigh by their
 * tokens, as if they had been one.
 */

import type { Arena, Device } from "../ggml/device.ts";
import { type InputValues, Program } from "../ggml/program.ts";
import { gradients } from "../graph/gradients.ts";
import { Graph } from "../graph/graph.ts";
import { crossEntropy, distillation as lossByTeacher, targetPlaces } from "../graph/losses.ts";
import { type Node, ShapeError, shapeOf } from "../graph/node.ts";
import {
  type DecoderConfig,
  type LoraConfig,
  loraSpecs,
  type ParameterSpec,
  parameterSpecs,
} from "../model/config.ts";
import { initialValues } from "../model/initialise.ts";
import { batchInputs, batchLogits } from "./batchGraph.ts";
import type { Batch, BatchShape, BatchSource } from "./data.ts";
import { rateAt, type Schedule } from "./schedule.ts";

export interface TrainSettings {
  readonly seed: number;
  readonly schedule: Schedule;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Of matrices; norms and embeddings do not decay. */
  readonly weightDecay: number;
  /** Gradients longer than this are shortened to it; 0 leaves them. */
  readonly clipNorm: number;
  /** Batches per step. */
  readonly accumulate: number;
  /**
   * Learning from a teacher's probabilities, which batches then carry: share · τ²KL + (1 − share) · cross entropy. The
   * teacher's are taken at the same temperature τ.
   */
  readonly distillation?: { readonly temperature: number; readonly share: number };
  /** Adapters are trained instead of the model when given. */
  readonly lora?: LoraConfig;
  /** Parameters that stay as they are. */
  readonly frozen?: (name: string) => boolean;
  /** How the products of the model are computed, see `ProgramSpec`; float32 by default. Parameters stay float32. */
  readonly products?: "f32" | "bf16";
  /** Names of parameters with a mask of their own, see `setMask`. */
  readonly masked?: readonly string[];
}

export interface StepReport {
  /** Steps taken, this one included. */
  readonly step: number;
  /** Mean loss per token that counted, in nats. */
  readonly loss: number;
  /** Length of the mean gradient before clipping. */
  readonly gradientNorm: number;
  readonly rate: number;
  /** Tokens that counted in this step. */
  readonly learnedTokens: number;
}

/** Where a run stands besides its tensors. */
export interface TrainPosition {
  readonly step: number;
  /** The batch that comes next. */
  readonly nextBatch: number;
  readonly learnedTokens: number;
}

export class Trainer {
  readonly device: Device;
  readonly config: DecoderConfig;
  readonly settings: TrainSettings;
  /** All parameters, adapters included. */
  readonly parameters: Arena;
  /** `<name>.first` and `<name>.second` of what is trained. */
  readonly moments: Arena;
  readonly #source: BatchSource;
  readonly #sums: Arena;
  readonly #masks: Arena;
  readonly #trained: readonly ParameterSpec[];
  /** One for each shape of batches, made when the first such batch comes. */
  readonly #gradientPrograms = new Map<string, Program>();
  readonly #step: Program;
  #position: TrainPosition = { step: 0, nextBatch: 0, learnedTokens: 0 };
  #prefetched: { readonly index: number; readonly batch: Promise<Batch> } | null = null;

  constructor(device: Device, config: DecoderConfig, settings: TrainSettings, source: BatchSource) {
    checkLength(source, config);
    this.device = device;
    this.config = config;
    this.settings = settings;
    this.#source = source;
    const base = parameterSpecs(config);
    const adapters = settings.lora === undefined ? [] : loraSpecs(config, settings.lora);
    const specs = [...base, ...adapters];
    const trained = (settings.lora === undefined ? base : adapters).filter(
      ({ name }) => settings.frozen?.(name) !== true,
    );
    this.parameters = device.arena(specs.map(({ name, shape }) => ({ name, shape, parameter: true })));
    for (const spec of specs) {
      this.parameters.get(spec.name).write(initialValues(config, spec, settings.seed));
    }
    this.moments = device.arena(
      trained.flatMap(({ name, shape }) => [
        { name: `${name}.first`, shape },
        { name: `${name}.second`, shape },
      ]),
    );
    this.#sums = device.arena(trained);
    const masked = trained.filter(({ name }) => settings.masked?.includes(name) === true);
    this.#masks = device.arena(masked);
    for (const { name, shape } of masked) this.setMask(name, new Float32Array(shape[0] * shape[1]).fill(1));
    this.#trained = trained;
    this.#gradientOf(source);
    this.#step = this.#stepProgram(trained);
  }

  get position(): TrainPosition {
    return this.#position;
  }

  /** Goes on from a checkpoint, whose tensors have been written to `parameters` and `moments`. */
  resumeAt(position: TrainPosition): void {
    this.#position = position;
    this.#prefetched = null;
  }

  /** 1 where a parameter is trained and 0 where it keeps its value exactly, decay included. */
  setMask(name: string, mask: Float32Array): void {
    this.#masks.get(name).write(mask);
  }

  /** One optimiser step over `accumulate` batches. */
  async step(): Promise<StepReport> {
    const { settings } = this;
    this.#sums.clear();
    let loss = 0;
    let weight = 0;
    for (let i = 0; i < settings.accumulate; i++) {
      const batch = await this.#take(this.#position.nextBatch + i);
      const result = this.#gradientOf(batch.shape ?? this.#source).run(this.#inputsOf(batch));
      // The next batch is made while the device computes.
      this.#prefetch(this.#position.nextBatch + i + 1);
      loss += (await result).loss?.[0] ?? Number.NaN;
      weight += batch.weights.reduce((sum, value) => sum + value, 0);
    }
    const step = this.#position.step + 1;
    const rate = rateAt(settings.schedule, step);
    const adam = (decay: number) =>
      Float32Array.of(
        rate,
        settings.beta1,
        settings.beta2,
        settings.epsilon,
        decay,
        1 / (1 - settings.beta1 ** step),
        1 / (1 - settings.beta2 ** step),
      );
    const { norm } = await this.#step.run({
      scale: Float32Array.of(weight > 0 ? 1 / weight : 0),
      clip: Float32Array.of(settings.clipNorm > 0 ? settings.clipNorm : 1e30),
      decaying: adam(settings.weightDecay),
      constant: adam(0),
    });
    this.#position = {
      step,
      nextBatch: this.#position.nextBatch + settings.accumulate,
      learnedTokens: this.#position.learnedTokens + weight,
    };
    return {
      step,
      loss: loss / weight,
      gradientNorm: norm?.[0] ?? Number.NaN,
      rate,
      learnedTokens: weight,
    };
  }

  dispose(): void {
    for (const program of this.#gradientPrograms.values()) program.dispose();
    this.#step.dispose();
    for (const arena of [this.parameters, this.moments, this.#sums, this.#masks]) arena.dispose();
  }

  async #take(index: number): Promise<Batch> {
    this.#prefetch(index);
    const taken = this.#prefetched;
    this.#prefetched = null;
    return taken === null ? this.#source.batchAt(index) : taken.batch;
  }

  #prefetch(index: number): void {
    if (this.#prefetched?.index === index) return;
    const batch = Promise.resolve().then(() => this.#source.batchAt(index));
    // Looked at when the batch is taken.
    batch.catch(() => undefined);
    this.#prefetched = { index, batch };
  }

  #inputsOf(batch: Batch): InputValues {
    const { distillation } = this.settings;
    if (distillation !== undefined && batch.teacher === undefined) {
      throw new ShapeError("A batch for distillation carries the teacher's probabilities.");
    }
    return {
      ...(distillation === undefined || batch.teacher === undefined ? {} : { teacher: batch.teacher }),
      places: targetPlaces(batch.targets, this.config.vocabulary),
      weights: batch.weights,
      ...batchInputs(batch, batch.shape ?? this.#source, this.#source.packed),
    };
  }

  #gradientOf(shape: BatchShape): Program {
    const key = `${shape.rows} x ${shape.length}`;
    const known = this.#gradientPrograms.get(key);
    if (known !== undefined) return known;
    checkLength(shape, this.config);
    const program = this.#gradientProgram(this.#trained, shape);
    this.#gradientPrograms.set(key, program);
    return program;
  }

  #gradientProgram(trained: readonly ParameterSpec[], shape: BatchShape): Program {
    const { config, settings } = this;
    const { packed } = this.#source;
    // Products of bfloat16 are about twice as fast as outer products of float32.
    const fused = [...this.device.fused].filter(
      (operation) => operation !== "outerProducts" || settings.products !== "bf16",
    );
    const g = new Graph(fused);
    const count = shape.rows * shape.length;
    const logits = batchLogits(g, {
      config,
      parameters: this.parameters,
      lora: settings.lora,
      shape,
      packed,
    });
    const weights = g.input("weights", shapeOf(1, count));
    const ownLoss = crossEntropy(g, logits, g.input("places", shapeOf(count), "i32"), weights);
    const loss = this.#withTeacher(g, logits, weights, ownLoss);
    const found = gradients(
      g,
      loss,
      trained.map(({ name }) => g.tensor(this.parameters.get(name))),
    );
    const effects = trained.map(({ name }, i) => {
      const gradient = found[i];
      if (gradient === undefined || gradient === null) throw new ShapeError(`${name} has no gradient.`);
      return g.addTo(g.tensor(this.#sums.get(name)), gradient);
    });
    return new Program(this.device, g, {
      outputs: { loss },
      effects,
      ...(settings.products === undefined ? {} : { products: settings.products }),
    });
  }

  #withTeacher(g: Graph, logits: Node, weights: Node, ownLoss: Node): Node {
    const { distillation } = this.settings;
    if (distillation === undefined) return ownLoss;
    const { temperature, share } = distillation;
    const taught = lossByTeacher(g, logits, g.input("teacher", logits.shape), weights, temperature);
    return g.add(g.scale(taught, share), g.scale(ownLoss, 1 - share));
  }

  #stepProgram(trained: readonly ParameterSpec[]): Program {
    const { settings } = this;
    const g = new Graph(this.device.fused);
    const one = shapeOf(1);
    const scale = g.input("scale", one);
    const settingsOf = {
      decaying: g.input("decaying", shapeOf(7)),
      constant: g.input("constant", shapeOf(7)),
    };
    const sums = trained.map(({ name }) => {
      const sum = g.tensor(this.#sums.get(name));
      return settings.masked?.includes(name) === true ? g.mul(sum, g.tensor(this.#masks.get(name))) : sum;
    });
    const squares = sums.map((sum) => g.sum(g.sqr(sum)));
    const total = squares.reduce((a, b) => g.add(a, b));
    const norm = g.mul(g.sqrt(total), scale);
    const factor = g.mul(g.clamp(g.div(g.input("clip", one), g.scale(norm, 1, 1e-12)), 0, 1), scale);
    const effects = trained.flatMap((spec, i): Node[] => {
      const sum = sums[i];
      if (sum === undefined) return [];
      const parameter = g.tensor(this.parameters.get(spec.name));
      // A whole row of the factor: spreading a single number is slow on the CPU.
      const gradient = g.mul(sum, g.repeat(factor, shapeOf(spec.shape[0])));
      const decays = spec.role === "matrix" || spec.role === "residual" || spec.role === "adapter";
      const stepped = (before: Node[]) => [
        ...before,
        g.adamw(
          parameter,
          gradient,
          g.tensor(this.moments.get(`${spec.name}.first`)),
          g.tensor(this.moments.get(`${spec.name}.second`)),
          decays ? settingsOf.decaying : settingsOf.constant,
        ),
      ];
      if (settings.masked?.includes(spec.name) !== true) return stepped([]);
      // Decay is part of the step, so a mask has to hold back the update and not only the gradient.
      const before = g.copy(parameter);
      const nodes = stepped([before]);
      const after = nodes[1] ?? parameter;
      const update = g.mul(g.sub(after, before), g.tensor(this.#masks.get(spec.name)));
      return [...nodes, g.assign(parameter, g.add(before, update))];
    });
    return new Program(this.device, g, { outputs: { norm }, effects });
  }
}

function checkLength(shape: BatchShape, config: DecoderConfig): void {
  if (shape.length <= config.context) return;
  throw new ShapeError(`Rows of ${shape.length} tokens exceed the context of ${config.context}.`);
}
