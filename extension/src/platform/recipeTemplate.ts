import { fileStem, withSuffix } from "./fileNames.ts";

/**
 * First text of a new recipe: valid as it stands, and small enough that its curve can be watched on any machine.
 */
export const recipeTemplate = (
  name: string,
): string => `# A training recipe. The same recipe on the same device gives the same model.
# Every field is completed and explained as you type; “Train” above the editor starts it.
name: ${JSON.stringify(name)}
license: MIT # of the model that comes out (SPDX identifier)
seed: 1

# A small Llama-style decoder: about 0.2 million parameters.
model: { layers: 2, width: 64, heads: 4, keyValueHeads: 4, hidden: 192, context: 512 }
tokenizer: { size: 512, samples: 1000 }

# What the samples are drawn from: generated tasks and their shares.
data:
  - { task: arithmetic, weight: 1 } # short sums
  # - { task: direct, weight: 1 } # word problems with worked solutions
  # - { task: thinker, weight: 1 } # the same as fast answer, check, slow solution, summary

batch: { rows: 8, length: 128 } # tokens per step: rows × length
training:
  steps: 600
  rate: 0.003
  warmUpSteps: 50
  saveEverySteps: 100 # a checkpoint every so many steps

device: { kind: cpu, threads: 2 }
export: { type: F16 } # the GGUF that is written at the end
`;

/** `My model` → `my-model.recipe.yaml`. Empty when nothing usable is left. */
export const recipeFileName = (name: string): string => withSuffix(fileStem(name), ".recipe.yaml");
