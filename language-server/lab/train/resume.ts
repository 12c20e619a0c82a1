/** Saves a run as a checkpoint, and goes on from one. */
import { mkdir } from "node:fs/promises";
import { fail, ok, type Result } from "../../contract/result.ts";
import { sameShape, shapeText } from "../graph/node.ts";
import {
  type Checkpoint,
  checkpointPath,
  listCheckpoints,
  pruneCheckpoints,
  readCheckpoint,
  type StoredTensor,
  writeCheckpoint,
} from "./checkpoint.ts";
import type { Trainer, TrainPosition } from "./trainer.ts";

/** All tensors of an arena with their values of now. */
export const storedTensors = (arena: Trainer["parameters"]): StoredTensor[] =>
  Array.from(arena.tensors.values(), ({ name, shape }) => ({ name, shape, values: arena.get(name).read() }));

/** Writes parameters, optimiser state and position. Gives the path. */
export async function saveRun(
  trainer: Trainer,
  folder: string,
  keep = 2,
  notes: Readonly<Record<string, string>> = {},
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const tensors = [trainer.parameters, trainer.moments].flatMap(storedTensors);
  const path = checkpointPath(folder, trainer.position.step);
  await writeCheckpoint(
    path,
    {
      ...notes,
      format: "deliberate-training-1",
      config: JSON.stringify(trainer.config),
      position: JSON.stringify(trainer.position),
      seed: String(trainer.settings.seed),
    },
    tensors,
  );
  await pruneCheckpoints(folder, keep);
  return path;
}

/**
 * Goes on from the newest sound checkpoint of a folder; `null` when there is none. Damaged ones are passed over.
 *
 * Errors: `input/invalid` when the checkpoint is of another model or seed.
 */
export async function resumeRun(trainer: Trainer, folder: string): Promise<Result<TrainPosition | null>> {
  for (const path of (await listCheckpoints(folder)).toReversed()) {
    const checkpoint = await readCheckpoint(path);
    if (checkpoint.ok) return restore(trainer, path, checkpoint.value);
  }
  return ok(null);
}

function restore(trainer: Trainer, path: string, checkpoint: Checkpoint): Result<TrainPosition> {
  const { metadata, tensors } = checkpoint;
  if (metadata.seed !== String(trainer.settings.seed)) {
    return fail(
      "input/invalid",
      `${path} was trained with seed ${metadata.seed}, not ${trainer.settings.seed}.`,
    );
  }
  const wanted = [trainer.parameters, trainer.moments].flatMap((arena) => [...arena.tensors.values()]);
  for (const { name, shape } of wanted) {
    const stored = tensors.get(name);
    if (stored === undefined || !sameShape(stored.shape, shape)) {
      return fail(
        "input/invalid",
        `${path} is of another model: ${name} is ${stored === undefined ? "missing" : shapeText(stored.shape)}, want ${shapeText(shape)}.`,
      );
    }
  }
  for (const tensor of wanted) tensor.write(tensors.get(tensor.name)?.values ?? new Float32Array(0));
  const position: TrainPosition = JSON.parse(metadata.position ?? "{}");
  trainer.resumeAt(position);
  return ok(position);
}
