/** The yardstick of throughput.ts: node-llama-cpp's own loop as its guide shows it, in a process of its own. */
import { getLlama, LlamaLogLevel } from "node-llama-cpp";
import type { LoadParams } from "../../language-server/contract/engine.ts";

type Task = LoadParams & { readonly prompt: string; readonly tokens: number; readonly atOnce: boolean };

async function prepare(task: Task): Promise<() => Promise<number>> {
  const llama = await getLlama({
    gpu: task.gpu === "cpu" ? false : task.gpu,
    build: "never",
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  });
  const model = await llama.loadModel({ modelPath: task.modelPath });
  const context = await model.createContext({
    sequences: task.sequences,
    contextSize: task.contextTokens,
    batchSize: 512,
    ...(task.threads === undefined ? {} : { threads: task.threads }),
  });
  const sequences = Array.from({ length: task.sequences }, () => context.getSequence());
  const start = model.tokenize(task.prompt, false);
  if (model.tokens.shouldPrependBosToken && model.tokens.bos !== null) start.unshift(model.tokens.bos);
  let round = 0;
  const one = async (index: number): Promise<number> => {
    let count = 0;
    const options = {
      temperature: 0.8,
      topK: 40,
      topP: 1,
      minP: 0,
      seed: round * 100 + index,
      yieldEogToken: true,
    };
    for await (const token of sequences[index]!.evaluate(start, options)) {
      count++;
      if (count === task.tokens || model.isEogToken(token)) break;
    }
    return count;
  };
  return async () => {
    round++;
    for (const sequence of sequences) await sequence.clearHistory();
    const from = performance.now();
    let count = 0;
    if (task.atOnce) count = (await Promise.all(sequences.map((_, i) => one(i)))).reduce((a, b) => a + b, 0);
    else for (let i = 0; i < sequences.length; i++) count += await one(i);
    return count / ((performance.now() - from) / 1000);
  };
}

let run: (() => Promise<number>) | null = null;
process.on("message", async (message: Task | "run") => {
  if (message === "run") process.send?.((await run?.()) ?? 0);
  else {
    run = await prepare(message);
    process.send?.(0);
  }
});
process.on("disconnect", () => process.exit(0));
