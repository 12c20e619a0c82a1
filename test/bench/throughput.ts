/**
 * Tokens per second of direct sampling through the engine process at K = 1, 4, 8, 16, against node-llama-cpp's own
 * loop (`sequence.evaluate`, top-k 40, temperature) on the same file, prompts and budgets: one after the other, and K
 * at once without any of our records. Both run in processes of their own, one at a time, in alternation.
 *
 *   node --import tsx test/bench/throughput.ts [--model FILE] [--tokens N] [--threads N] [--gpu auto|cpu|cuda|…] [--rounds N] [--json]
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { LoadParams } from "../../language-server/contract/engine.ts";
import type { Result } from "../../language-server/contract/result.ts";
import { createEngineHost } from "../../language-server/server/engineHost.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const { values } = parseArgs({
  options: {
    model: { type: "string", default: path("../fixtures/models/stories260K.gguf") },
    tokens: { type: "string", default: "200" },
    threads: { type: "string" },
    gpu: { type: "string", default: "auto" },
    rounds: { type: "string", default: "6" },
    json: { type: "boolean", default: false },
  },
});

const tokens = Number(values.tokens);
const rounds = Number(values.rounds);
const batches = [1, 4, 8, 16];
const prompt = "Once upon a time, there was";
const deadlineMs = 110_000;
const startedAt = performance.now();

const load = (sequences: number): LoadParams => ({
  modelPath: values.model,
  gpu: values.gpu as LoadParams["gpu"],
  gpuLayers: "auto",
  contextTokens: tokens + 64,
  contextTokensMinimum: tokens + 32,
  sequences,
  // Equal on both sides: the library's default differs from ours.
  threads: values.threads === undefined ? 1 : Number(values.threads),
});

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.message}\n${result.error.detail ?? ""}`);
  return result.value;
};

/** A kind of loop, loaded once for each K; `run` gives tokens per second of one round. */
interface Contender {
  readonly run: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function ours(k: number): Promise<Contender> {
  const host = createEngineHost({
    entry: path("../../language-server/engine/llama/llamaMain.ts"),
    execArgv: ["--import", "tsx"],
    log: () => {},
  });
  must(await host.start());
  must(await host.request("load", load(k)));
  let round = 0;
  return {
    run: async () => {
      round++;
      for (let slot = 0; slot < k; slot++) must(await host.request("clear", { slot }));
      const from = performance.now();
      const results = await Promise.all(
        Array.from({ length: k }, (_, slot) =>
          host.request("generate", {
            slot,
            prompt: [{ text: prompt, special: false }],
            key: { seed: round, questionId: "bench", sample: slot, path: 0, stage: 0 },
            sampling: { temperature: 0.8, topP: 1, minP: 0, topK: 40 },
            budgetTokens: tokens,
            stop: { texts: [], atBox: false },
          }),
        ),
      );
      const seconds = (performance.now() - from) / 1000;
      return results.reduce((sum, result) => sum + must(result).generatedTokens, 0) / seconds;
    },
    close: () => host.stop(),
  };
}

async function plain(k: number, atOnce: boolean): Promise<Contender> {
  const child = fork(path("./plainLoop.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) },
  });
  const ask = (message: unknown): Promise<number> =>
    new Promise((resolve, reject) => {
      child.once("message", (answer) => resolve(answer as number));
      child.once("exit", (code) => reject(new Error(`the plain loop ended with code ${code}`)));
      child.send(message as never);
    });
  await ask({ ...load(k), prompt, tokens, atOnce });
  return {
    run: () => ask("run"),
    close: async () => {
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
    },
  };
}

/** Other programs only ever slow a round down, so the best round says most about the loop itself. */
const best = (numbers: number[]): number => Math.max(...numbers);

const rows: { k: number; ours: number; sequential: number; atOnce: number }[] = [];
for (const k of batches) {
  const contenders = [await ours(k), await plain(k, false), await plain(k, true)];
  const rates: number[][] = contenders.map(() => []);
  for (const contender of contenders) await contender.run();
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) rates[index]!.push(await contender.run());
    if (performance.now() - startedAt > (deadlineMs * (batches.indexOf(k) + 1)) / batches.length) break;
  }
  for (const contender of contenders) await contender.close();
  const [own = Number.NaN, sequential = Number.NaN, atOnce = Number.NaN] = rates.map(best);
  rows.push({ k, ours: own, sequential, atOnce });
  if (!values.json) {
    console.log(
      `K=${String(k).padEnd(3)} ours ${own.toFixed(0).padStart(6)} tok/s` +
        `   plain, one after the other ${sequential.toFixed(0).padStart(6)} (ratio ${(own / sequential).toFixed(2)})` +
        `   plain, K at once ${atOnce.toFixed(0).padStart(6)} (ratio ${(own / atOnce).toFixed(2)})`,
    );
  }
}
if (values.json) console.log(JSON.stringify({ model: values.model, tokens, rows }));
