/** Trains a decoder: its tensors, its place in the data, and one step after the other. */

import type { Arena, Device } from "../ggml/device.ts";
import type { InputValues, Program } from "../ggml/program.ts";
import { targetPlaces } from "../graph/losses.ts";
import { ShapeError } from "../graph/node.ts";
import { type DecoderConfig, loraSpecs, type ParameterSpec, parameterSpecs } from "../model/config.ts";
import { initialValues } from "../model/initialise.ts";
import { batchInputs } from "./batchGraph.ts";
import type { Batch, BatchShape, BatchSource } from "./data.ts";
import { rateAt } from "./schedule.ts";
import type { TrainSettings } from "./settings.ts";
import { gradientProgram, stepProgram, type TrainTensors } from "./trainPrograms.ts";

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
    this.#step = stepProgram(this.#tensors(), settings);
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

  #tensors(): TrainTensors {
    return {
      device: this.device,
      parameters: this.parameters,
      moments: this.moments,
      sums: this.#sums,
      masks: this.#masks,
      trained: this.#trained,
    };
  }

  #gradientOf(shape: BatchShape): Program {
    const key = `${shape.rows} x ${shape.length}`;
    const known = this.#gradientPrograms.get(key);
    if (known !== undefined) return known;
    checkLength(shape, this.config);
    const program = gradientProgram(this.#tensors(), this.settings, this.config, shape, this.#source.packed);
    this.#gradientPrograms.set(key, program);
    return program;
  }
}

function checkLength(shape: BatchShape, config: DecoderConfig): void {
  if (shape.length <= config.context) return;
  throw new ShapeError(`Rows of ${shape.length} tokens exceed the context of ${config.context}.`);
}
