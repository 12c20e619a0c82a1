import assert from "node:assert/strict";
import { test } from "node:test";
import { batchesOf, batchShapes } from "../../../language-server/lab/recipe/batches.ts";
import { BatchesAhead } from "../../../language-server/lab/recipe/batchesAhead.ts";
import { specialTokens } from "../../../language-server/lab/recipe/dialogue.ts";
import type { Recipe } from "../../../language-server/lab/recipe/recipe.ts";
import { sampleMixture } from "../../../language-server/lab/tasks/registry.ts";
import { Tokenizer } from "../../../language-server/lab/tokenizer/bpe.ts";
import { trainTokenizer } from "../../../language-server/lab/tokenizer/train.ts";

const recipe: Pick<Recipe, "batch" | "data"> = {
  batch: { rows: 2, length: 256, short: { rows: 4, length: 128 }, accumulate: 1 },
  data: [
    { task: "direct", weight: 1 },
    { task: "sql-question", weight: 1 },
  ],
};
const entry = new URL("../../../language-server/lab/recipe/dataWorker.ts", import.meta.url);

test("threads make the batches that the training would make itself, also from the middle on", async () => {
  const texts = Array.from({ length: 50 }, (_, i) =>
    sampleMixture(recipe.data, "train", 1, i).messages.map(({ content }) => content),
  ).flat();
  const tokenizer = new Tokenizer(trainTokenizer(texts, 400, specialTokens));
  const plain = batchesOf(recipe, tokenizer, 7);
  const ahead = new BatchesAhead(recipe, tokenizer, 7, entry, 2);
  try {
    for (const index of [0, 1, 2, 3, 4, 9, 10]) {
      const made = await ahead.batchAt(index);
      assert.deepEqual(made, await plain.batchAt(index), `batch ${index}`);
      assert.deepEqual(made.shape, batchShapes(recipe)[index % 2]);
    }
  } finally {
    await ahead.dispose();
  }
});
