import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { type Contender, type Round, sampling, type Task } from "./contender.ts";

const startWithinMs = 120_000;

/** How the answers are asked for: a request each, or all as completions of one prompt (`n_cmpl`). */
export type Asking = "requests" | "one request";

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** `llama-server -np K` of the same release (see `buildLlamaServer.ts`), with a simple parallel client. */
export async function llamaServer(
  program: string,
  name: string,
  task: Task,
  asking: Asking,
): Promise<Contender> {
  const port = await freePort();
  const child = spawn(
    program,
    [
      ...["--model", task.modelPath, "--host", "127.0.0.1", "--port", String(port)],
      ...["--parallel", String(task.parallel), "--ctx-size", String(task.contextTokens * task.parallel)],
      ...["--threads", String(task.threads), "--threads-batch", String(task.threads)],
      ...["--batch-size", "512", "--ubatch-size", "512", "--gpu-layers", task.gpu === "cpu" ? "0" : "999"],
      ...["--cache-ram", "0", "--no-webui", "--log-disable"],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let lastWords = "";
  child.stderr.on("data", (text) => {
    lastWords = `${lastWords}${text}`.slice(-2000);
  });
  const base = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + startWithinMs;
  while ((await fetch(`${base}/health`).catch(() => null))?.ok !== true) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`llama-server: ${lastWords}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let round = 0;
  const complete = async (seed: number, count: number): Promise<number> => {
    const response = await fetch(`${base}/completion`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        prompt: task.prompt,
        n_predict: task.tokens,
        temperature: sampling.temperature,
        top_k: sampling.topK,
        top_p: sampling.topP,
        min_p: sampling.minP,
        samplers: ["top_k", "temperature"],
        seed,
        // Every round evaluates its prompts anew, as the others do.
        cache_prompt: false,
        ...(count === 1 ? {} : { n_cmpl: count }),
      }),
    });
    if (!response.ok) throw new Error(`llama-server: ${response.status} ${await response.text()}`);
    const body = (await response.json()) as unknown;
    const answers = (Array.isArray(body) ? body : [body]) as { readonly tokens_predicted: number }[];
    return answers.reduce((sum, answer) => sum + answer.tokens_predicted, 0);
  };
  return {
    name: asking === "requests" ? name : `${name}, one request for all`,
    pid: child.pid,
    run: async (): Promise<Round> => {
      round++;
      const from = performance.now();
      const counts =
        asking === "one request"
          ? [await complete(round, task.parallel)]
          : await Promise.all(
              Array.from({ length: task.parallel }, (_, index) => complete(round * 100 + index, 1)),
            );
      return { tokens: counts.reduce((a, b) => a + b, 0), seconds: (performance.now() - from) / 1000 };
    },
    close: async () => {
      child.kill("SIGKILL");
    },
  };
}
