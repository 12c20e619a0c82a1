/**
 * The two programs of a training step: one adds a batch's gradient (of the *sum* of the losses) to accumulators, the
 * other divides by the number of tokens that counted and takes an AdamW step. So batches that are accumulated weigh by
 * their tokens, as if they had been one.
 */

import type { Arena, Device } from "../ggml/device.ts";
import { Program } from "../ggml/program.ts";
import { gradients } from "../graph/gradients.ts";
import { Graph } from "../graph/graph.ts";
import { crossEntropy, distillation as lossByTeacher } from "../graph/losses.ts";
import { type Node, ShapeError, shapeOf } from "../graph/node.ts";
import type { DecoderConfig, ParameterSpec } from "../model/config.ts";
import { batchLogits } from "./batchGraph.ts";
import type { BatchShape } from "./data.ts";
import type { TrainSettings } from "./settings.ts";

/** Where a trainer's numbers live. */
export interface TrainTensors {
  readonly device: Device;
  readonly parameters: Arena;
  /** `<name>.first` and `<name>.second` of what is trained. */
  readonly moments: Arena;
  /** Accumulated gradients of what is trained. */
  readonly sums: Arena;
  /** Of the parameters with a mask. */
  readonly masks: Arena;
  readonly trained: readonly ParameterSpec[];
}

/**
 * Adds the gradient of a batch's loss to the sums. Inputs: those of `batchInputs`, `places`, `weights` and, with
 * distillation, `teacher`; output: `loss`.
 */
export function gradientProgram(
  { device, parameters, sums, trained }: TrainTensors,
  settings: TrainSettings,
  config: DecoderConfig,
  shape: BatchShape,
  packed: boolean,
): Program {
  // Products of bfloat16 are about twice as fast as outer products of float32.
  const fused = [...device.fused].filter(
    (operation) => operation !== "outerProducts" || settings.products !== "bf16",
  );
  const g = new Graph(fused);
  const count = shape.rows * shape.length;
  const logits = batchLogits(g, { config, parameters, lora: settings.lora, shape, packed });
  const weights = g.input("weights", shapeOf(1, count));
  const ownLoss = crossEntropy(g, logits, g.input("places", shapeOf(count), "i32"), weights);
  const loss = withTeacher(g, settings, logits, weights, ownLoss);
  const found = gradients(
    g,
    loss,
    trained.map(({ name }) => g.tensor(parameters.get(name))),
  );
  const effects = trained.map(({ name }, i) => {
    const gradient = found[i];
    if (gradient === undefined || gradient === null) throw new ShapeError(`${name} has no gradient.`);
    return g.addTo(g.tensor(sums.get(name)), gradient);
  });
  return new Program(device, g, {
    outputs: { loss },
    effects,
    ...(settings.products === undefined ? {} : { products: settings.products }),
  });
}

function withTeacher(
  g: Graph,
  { distillation }: TrainSettings,
  logits: Node,
  weights: Node,
  ownLoss: Node,
): Node {
  if (distillation === undefined) return ownLoss;
  const { temperature, share } = distillation;
  const taught = lossByTeacher(g, logits, g.input("teacher", logits.shape), weights, temperature);
  return g.add(g.scale(taught, share), g.scale(ownLoss, 1 - share));
}

/**
 * One step by the sums. Inputs: `scale` (1 / tokens that counted), `clip` (longest gradient), and the settings of AdamW
 * for parameters that decay and for the others, `decaying` and `constant`; output: `norm`, before clipping.
 */
export function stepProgram(
  { device, parameters, moments, sums: accumulated, masks, trained }: TrainTensors,
  settings: TrainSettings,
): Program {
  const g = new Graph(device.fused);
  const one = shapeOf(1);
  const scale = g.input("scale", one);
  const settingsOf = {
    decaying: g.input("decaying", shapeOf(7)),
    constant: g.input("constant", shapeOf(7)),
  };
  const isMasked = (name: string) => settings.masked?.includes(name) === true;
  const sums = trained.map(({ name }) => {
    const sum = g.tensor(accumulated.get(name));
    return isMasked(name) ? g.mul(sum, g.tensor(masks.get(name))) : sum;
  });
  const squares = sums.map((sum) => g.sum(g.sqr(sum)));
  const total = squares.reduce((a, b) => g.add(a, b));
  const norm = g.mul(g.sqrt(total), scale);
  const factor = g.mul(g.clamp(g.div(g.input("clip", one), g.scale(norm, 1, 1e-12)), 0, 1), scale);
  const effects = trained.flatMap((spec, i): Node[] => {
    const sum = sums[i];
    if (sum === undefined) return [];
    const parameter = g.tensor(parameters.get(spec.name));
    // A whole row of the factor: spreading a single number is slow on the CPU.
    const gradient = g.mul(sum, g.repeat(factor, shapeOf(spec.shape[0])));
    const decays = spec.role === "matrix" || spec.role === "residual" || spec.role === "adapter";
    // Decay is part of the step, so a mask has to hold back the update and not only the gradient.
    const before = isMasked(spec.name) ? g.copy(parameter) : null;
    const stepped = g.adamw(
      parameter,
      gradient,
      g.tensor(moments.get(`${spec.name}.first`)),
      g.tensor(moments.get(`${spec.name}.second`)),
      decays ? settingsOf.decaying : settingsOf.constant,
    );
    if (before === null) return [stepped];
    const update = g.mul(g.sub(stepped, before), g.tensor(masks.get(spec.name)));
    return [before, stepped, g.assign(parameter, g.add(before, update))];
  });
  return new Program(device, g, { outputs: { norm }, effects });
}
