/** The process behind `plain.ts`. */
import { getLlama, LlamaLogLevel } from "node-llama-cpp";
import { type Round, sampling, type Task } from "./contender.ts";

async function prepare(task: Task & { readonly atOnce: boolean }): Promise<() => Promise<Round>> {
  const llama = await getLlama({
    gpu: task.gpu === "cpu" ? false : task.gpu,
    build: "never",
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  });
  const model = await llama.loadModel({ modelPath: task.modelPath });
  const context = await model.createContext({
    sequences: task.parallel,
    contextSize: task.contextTokens,
    batchSize: 512,
    threads: task.threads,
  });
  const sequences = Array.from({ length: task.parallel }, () => context.getSequence());
  const start = model.tokenize(task.prompt, false);
  if (model.tokens.shouldPrependBosToken && model.tokens.bos !== null) start.unshift(model.tokens.bos);
  let round = 0;
  const one = async (index: number): Promise<number> => {
    let count = 0;
    const options = { ...sampling, seed: round * 100 + index, yieldEogToken: true };
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
    let tokens = 0;
    if (task.atOnce) tokens = (await Promise.all(sequences.map((_, i) => one(i)))).reduce((a, b) => a + b, 0);
    else for (let i = 0; i < sequences.length; i++) tokens += await one(i);
    return { tokens, seconds: (performance.now() - from) / 1000 };
  };
}

let run: (() => Promise<Round>) | null = null;
process.on("message", async (message: (Task & { readonly atOnce: boolean }) | "run") => {
  if (message === "run") process.send?.((await run?.()) ?? null);
  else {
    run = await prepare(message);
    process.send?.(null);
  }
});
process.on("disconnect", () => process.exit(0));
