/** A thread that makes a recipe's batches ahead of a device that is faster than one thread: asked for groups by number. */
import { parentPort, workerData } from "node:worker_threads";
import { Tokenizer, type TokenizerData } from "../tokenizer/bpe.ts";
import type { Batch } from "../train/data.ts";
import { batchesOf, batchShapes } from "./batches.ts";
import type { Recipe } from "./recipe.ts";

export interface DataOrder {
  readonly recipe: Pick<Recipe, "batch" | "data">;
  readonly tokenizer: TokenizerData;
  readonly seed: number;
}

/** As many batches as the recipe has shapes, in order. */
export interface DataReply {
  readonly group: number;
  readonly batches: readonly Batch[];
}

const { recipe, tokenizer, seed }: DataOrder = workerData.order;
const source = batchesOf(recipe, new Tokenizer(tokenizer), seed);
const count = batchShapes(recipe).length;

parentPort?.on("message", async (group: number) => {
  const batches: Batch[] = [];
  for (let i = 0; i < count; i++) batches.push(await source.batchAt(group * count + i));
  const reply: DataReply = { group, batches };
  parentPort?.postMessage(reply);
});
