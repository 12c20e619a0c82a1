import { availableParallelism } from "node:os";
import type { LoadParams } from "../../contract/engine.ts";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import { type Arena, Device } from "../../lab/ggml/device.ts";
import { parameterCount, parameterSpecs } from "../../lab/model/config.ts";
import { Generator } from "../../lab/model/generator.ts";
import { type CheckpointModel, readCheckpointModel } from "../../lab/recipe/checkpointModel.ts";
import { chatTemplate, endToken } from "../../lab/recipe/dialogue.ts";
import type { Backend, LoadedBackend } from "../backend.ts";
import { Lockstep } from "../lockstep.ts";
import { LabBatches } from "./labBatches.ts";
import { type LabParts, LabSequence } from "./labSequence.ts";
import { LabTokenizer } from "./labTokenizer.ts";

/** Below this, waiting for a second thread costs more than it computes. */
const smallModelParameters = 16_000_000;

interface Loaded extends Pick<LabParts, "generator" | "batches"> {
  readonly device: Device;
  readonly parameters: Arena;
}

/** Checkpoints of training runs, computed by the lab itself. `auto` is the processor: such models are small. */
export class LabBackend implements Backend {
  private loaded: Loaded | null = null;

  async load(params: LoadParams, onProgress: (fraction: number) => void): Promise<Result<LoadedBackend>> {
    const startedAt = performance.now();
    const model = await readCheckpointModel(params.modelPath);
    if (!model.ok) return model;
    onProgress(0.5);
    const minimum = Math.max(1, params.contextTokensMinimum);
    const contextTokens = Math.max(minimum, Math.min(params.contextTokens, model.value.context));
    const kind = params.gpu === "auto" ? "cpu" : params.gpu;
    const device = await Device.open({ kind, threads: params.threads ?? threadsFor(model.value) });
    if (!device.ok) return device;
    const isolated = params.isolated === true;
    const loaded = fill(device.value, model.value, params.sequences, contextTokens, isolated);
    if (!loaded.ok) return loaded;
    this.loaded = loaded.value;
    onProgress(1);
    const lockstep = new Lockstep(!isolated);
    const parts: LabParts = { ...loaded.value, lockstep };
    const tokenizer = new LabTokenizer(model.value.tokenizer, endToken);
    return ok({
      tokenizer,
      sequences: Array.from({ length: params.sequences }, (_, row) => new LabSequence(row, parts)),
      hold: (sequence, on) => lockstep.hold(sequence, on),
      stalled: () => lockstep.stalled(),
      // As with an exported model, where llama.cpp keeps the last place free.
      capacity: contextTokens - 1,
      replaysSingly: isolated,
      model: {
        path: params.modelPath,
        name: model.value.name,
        architecture: "llama",
        device: kind,
        deviceNames: [device.value.description],
        gpuLayers: kind === "cpu" ? 0 : model.value.config.layers,
        totalLayers: model.value.config.layers,
        contextTokens,
        sequences: params.sequences,
        trainContextTokens: model.value.context,
        vocabularySize: tokenizer.vocabularySize,
        chatTemplate,
        bosText: endToken,
        eosText: endToken,
        addBos: false,
        engine: { name: "deliberate-lab", version: device.value.library.version, llamaCpp: "" },
        loadMs: performance.now() - startedAt,
      },
    });
  }

  async unload(): Promise<void> {
    const { loaded } = this;
    this.loaded = null;
    if (loaded === null) return;
    // Memory that is being computed with must not go.
    await loaded.batches.exclusive(() => {
      loaded.generator.dispose();
      loaded.parameters.dispose();
      loaded.device.dispose();
    });
  }
}

function fill(
  device: Device,
  model: CheckpointModel,
  sequences: number,
  contextTokens: number,
  isolated: boolean,
): Result<Loaded> {
  let parameters: Arena | null = null;
  try {
    parameters = device.arena(parameterSpecs(model.config));
    for (const [name, values] of model.values) parameters.get(name).write(values);
    const generator = new Generator(device, model.config, parameters, sequences, contextTokens);
    return ok({ device, parameters, generator, batches: new LabBatches(generator, isolated) });
  } catch (error) {
    parameters?.dispose();
    device.dispose();
    return fail(
      "model/no-memory",
      `There is not enough memory for ${model.name} with ${sequences} parallel answers of ${contextTokens} tokens. Use fewer of them or smaller budgets.`,
      detailOf(error),
    );
  }
}

const threadsFor = ({ config }: CheckpointModel): number =>
  parameterCount(config) < smallModelParameters ? 1 : Math.max(1, availableParallelism() - 1);
