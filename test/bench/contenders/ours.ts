import { fileURLToPath } from "node:url";
import type { EngineMethod, EngineMethods } from "../../../language-server/contract/engine.ts";
import { createEngineHost } from "../../../language-server/server/engineHost.ts";
import { type Contender, type Round, sampling, type Task } from "./contender.ts";

const entry = fileURLToPath(new URL("../../../language-server/engine/llama/llamaMain.ts", import.meta.url));

/**
 * The product's engine with all it records of every token.
 * @param shares the answers are samples of one question: its prompt is evaluated once and forked
 */
export async function ours(
  task: Task,
  shares: boolean,
  env: Record<string, string> = {},
): Promise<Contender> {
  const host = createEngineHost({ entry, execArgv: ["--import", "tsx"], log: () => {}, env });
  const call = async <M extends EngineMethod>(method: M, params: EngineMethods[M]["params"]) => {
    const result = await host.request(method, params);
    if (!result.ok) throw new Error(`${result.error.message}\n${result.error.detail ?? ""}`);
    return result.value;
  };
  const started = await host.start();
  if (!started.ok) throw new Error(started.error.message);
  await call("load", {
    modelPath: task.modelPath,
    gpu: task.gpu,
    gpuLayers: "auto",
    contextTokens: task.contextTokens,
    contextTokensMinimum: task.contextTokens,
    sequences: task.parallel,
    threads: task.threads,
  });
  const slots = Array.from({ length: task.parallel }, (_, slot) => slot);
  const prompt = [{ text: task.prompt, special: false }];
  let round = 0;
  return {
    name: "ours",
    pid: host.pid,
    run: async (): Promise<Round> => {
      round++;
      for (const slot of slots) await call("clear", { slot });
      const from = performance.now();
      if (shares) {
        await call("append", { slot: 0, prompt });
        await Promise.all(slots.slice(1).map((slot) => call("fork", { from: 0, to: slot })));
      }
      const results = await Promise.all(
        slots.map((slot) =>
          call("generate", {
            slot,
            prompt: shares ? [] : prompt,
            key: { seed: round, questionId: "bench", sample: slot, path: 0, stage: 0 },
            sampling,
            budgetTokens: task.tokens,
            stop: { texts: [], atBox: false },
          }),
        ),
      );
      const seconds = (performance.now() - from) / 1000;
      return { tokens: results.reduce((sum, { generatedTokens }) => sum + generatedTokens, 0), seconds };
    },
    close: () => host.stop(),
  };
}
