/**
 * Whether two half-batches taking turns are faster than one: two contexts on one model, half of the sequences each, so
 * that one half is sampled on the processor while the other is decoded. The plainest loop over the library's native
 * calls, without records; tells tokens per second of both.
 *
 *   node --import tsx test/bench/halfBatches.ts --model FILE [--batches 8,32] [--tokens N] [--threads N] [--gpu cpu|cuda|…]
 */
import { parseArgs } from "node:util";
import { getLlama, LlamaLogLevel, type LlamaModel } from "node-llama-cpp";
import { type Native, nativeOf } from "../../language-server/engine/llama/nativeContext.ts";

const { values } = parseArgs({
  options: {
    model: { type: "string" },
    batches: { type: "string", default: "8,32" },
    tokens: { type: "string", default: "200" },
    threads: { type: "string", default: "1" },
    gpu: { type: "string", default: "cpu" },
    rounds: { type: "string", default: "4" },
  },
});
if (values.model === undefined) throw new Error("--model FILE");
const tokens = Number(values.tokens);
const prompt = "Tom has 3 apples and buys 4 more at the market, then gives one to Ann. ";

const llama = await getLlama({
  gpu: values.gpu === "cpu" ? false : (values.gpu as "cuda"),
  build: "never",
  logLevel: LlamaLogLevel.error,
  progressLogs: false,
});
const model = await llama.loadModel({ modelPath: values.model });

/** Lets one half decode at a time, in the order in which they ask. */
class Turn {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.tail.then(work);
    this.tail = done;
    return done;
  }
}

interface Part {
  readonly native: Native;
  readonly close: () => Promise<void>;
  readonly step: (turn: Turn, position: number, ids: Uint32Array[]) => Promise<Uint32Array[]>;
  readonly size: number;
}

async function openPart(from: LlamaModel, size: number): Promise<Part> {
  const context = await from.createContext({
    sequences: size,
    contextSize: tokens + 128,
    batchSize: Math.max(512, size * 128),
    threads: Number(values.threads),
  });
  const native = nativeOf(context);
  if (native === null) throw new Error("The library has other internals.");
  const samplers = Array.from({ length: size }, () => {
    const sampler = native.createSampler();
    sampler.applyConfig({ temperature: 1, topK: 40, topP: 1, minP: 0, seed: 1 });
    return sampler;
  });
  const { context: inner } = native;
  return {
    native,
    size,
    close: async () => {
      for (const sampler of samplers) sampler.dispose();
      await context.dispose();
    },
    step: async (turn, position, ids) => {
      const places = await turn.run(async () => {
        inner.initBatch(ids.reduce((sum, { length }) => sum + length, 0));
        const added = ids.map((own, place) =>
          inner.addToBatch(place, position, own, Uint32Array.of(own.length - 1)),
        );
        await inner.decodeBatch();
        return added.map(([at]) => at ?? 0);
      });
      return Promise.all(
        samplers.map(async (sampler, i) => {
          const [, pairs = []] = await inner.sampleToken(places[i] ?? 0, sampler, true);
          return Uint32Array.of(pairs[0] ?? 0);
        }),
      );
    },
  };
}

async function generate(part: Part, turn: Turn): Promise<void> {
  const start = Uint32Array.from(model.tokenize(prompt, false));
  let ids = await part.step(
    turn,
    0,
    Array.from({ length: part.size }, () => start),
  );
  for (let position = start.length; position < start.length + tokens - 1; position++)
    ids = await part.step(turn, position, ids);
}

async function rate(sizes: readonly number[]): Promise<number> {
  const parts: Part[] = [];
  for (const size of sizes) parts.push(await openPart(model, size));
  let best = 0;
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const { native, size } of parts)
      for (let place = 0; place < size; place++) native.context.removeTokenCellsFromSequence(place, -1, -1);
    const turn = new Turn();
    const from = performance.now();
    await Promise.all(parts.map((part) => generate(part, turn)));
    const total = sizes.reduce((a, b) => a + b, 0) * tokens;
    // The first round warms up.
    if (round > 0) best = Math.max(best, total / ((performance.now() - from) / 1000));
  }
  for (const part of parts) await part.close();
  return best;
}

for (const k of values.batches.split(",").map(Number)) {
  const [one, two] = [await rate([k]), await rate([k / 2, k / 2])];
  console.log(
    `K = ${k}: one batch ${one.toFixed(0)} tokens/s, two halves in turns ${two.toFixed(0)} (${(two / one).toFixed(2)})`,
  );
}
process.exit(0);
