/** Batches of a recipe: a pure function of recipe, tokenizer and number, so that any thread makes the same ones. */
import { sampleMixture } from "../tasks/registry.ts";
import type { Tokenizer } from "../tokenizer/bpe.ts";
import { type BatchShape, type BatchSource, packByLength } from "../train/data.ts";
import { encodeDialogue } from "./dialogue.ts";
import type { Recipe } from "./recipe.ts";

/** Shapes of a recipe's batches, by rising length: batch i has shape i modulo their number. */
export const batchShapes = ({ batch }: Pick<Recipe, "batch">): readonly BatchShape[] => [
  ...(batch.short === undefined ? [] : [batch.short]),
  { rows: batch.rows, length: batch.length },
];

/** Batches of a recipe's training split, by number. */
export function batchesOf(
  recipe: Pick<Recipe, "batch" | "data">,
  tokenizer: Tokenizer,
  seed: number,
): BatchSource {
  return packByLength(
    (index) => encodeDialogue(tokenizer, sampleMixture(recipe.data, "train", seed, index).messages),
    batchShapes(recipe),
  );
}
