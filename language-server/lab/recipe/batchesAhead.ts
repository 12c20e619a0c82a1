/** Batches made by threads of their own, some groups ahead of the training: the same batches in the same order. */
import { Worker } from "node:worker_threads";
import type { Tokenizer } from "../tokenizer/bpe.ts";
import { type Batch, type BatchSource, groupOfBatch } from "../train/data.ts";
import { batchShapes } from "./batches.ts";
import type { DataOrder, DataReply } from "./dataWorker.ts";
import type { Recipe } from "./recipe.ts";

/** Groups that are made or wait, for each thread: one to be worked on and one to take next. */
const aheadPerThread = 2;

interface Expected {
  readonly batches: Promise<readonly Batch[]>;
  settle(batches: readonly Batch[]): void;
  fail(error: Error): void;
}

/** A source over `threads` threads that run the module `entry` (`dataWorker`). Asked for rising numbers it never waits long. */
export class BatchesAhead implements BatchSource {
  readonly rows: number;
  readonly length: number;
  readonly packed = true;
  readonly #shapes: number;
  readonly #workers: readonly Worker[];
  readonly #expected = new Map<number, Expected>();

  constructor(
    recipe: Pick<Recipe, "batch" | "data">,
    tokenizer: Tokenizer,
    seed: number,
    entry: URL,
    threads: number,
  ) {
    this.rows = recipe.batch.rows;
    this.length = recipe.batch.length;
    this.#shapes = batchShapes(recipe).length;
    const order: DataOrder = {
      recipe: { batch: recipe.batch, data: recipe.data },
      tokenizer: tokenizer.data,
      seed,
    };
    this.#workers = Array.from({ length: threads }, () => this.#start(entry, order));
  }

  async batchAt(index: number): Promise<Batch> {
    const { group, place } = groupOfBatch(index, this.#shapes);
    for (let ahead = 0; ahead < this.#workers.length * aheadPerThread; ahead++) this.#ask(group + ahead);
    const batch = (await this.#ask(group).batches)[place];
    for (const past of this.#expected.keys()) if (past < group) this.#expected.delete(past);
    if (batch === undefined) throw new Error(`There is no batch ${index}.`);
    return batch;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(group: number): Expected {
    const known = this.#expected.get(group);
    if (known !== undefined) return known;
    const expected = expectation();
    this.#expected.set(group, expected);
    this.#workers[group % this.#workers.length]?.postMessage(group);
    return expected;
  }

  #start(entry: URL, order: DataOrder): Worker {
    const fromSource = entry.pathname.endsWith(".ts");
    const worker = new Worker(fromSource ? new URL("../../grading/sourceWorker.mjs", entry) : entry, {
      workerData: { entry: entry.href, order },
      execArgv: [],
    });
    worker.on("message", ({ group, batches }: DataReply) => this.#expected.get(group)?.settle(batches));
    worker.on("error", (error) => {
      for (const expected of this.#expected.values()) expected.fail(error);
    });
    return worker;
  }
}

function expectation(): Expected {
  let settle: Expected["settle"] = () => undefined;
  let fail: Expected["fail"] = () => undefined;
  const batches = new Promise<readonly Batch[]>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  // Looked at when the batch is asked for.
  batches.catch(() => undefined);
  return { batches, settle, fail };
}
