import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A real llama-server, where a path to one is given: building it takes too long for a test. */
export const llamaServerPath = process.env.DELIBERATE_LLAMA_SERVER;

export interface LlamaServer {
  readonly url: string;
  /** By its own metrics. */
  predictedTokens(): Promise<number>;
  /** Tokens of prompts that it has evaluated, by its own metrics. */
  promptTokens(): Promise<number>;
  close(): Promise<void>;
}

export async function startLlamaServer(
  binary: string,
  modelPath: string,
  { slots = 4, contextTokens = 512 }: { slots?: number; contextTokens?: number } = {},
): Promise<LlamaServer> {
  const port = await freePort();
  const child = spawn(
    binary,
    [
      "-m",
      modelPath,
      "-np",
      `${slots}`,
      "-c",
      `${slots * contextTokens}`,
      "--port",
      `${port}`,
      "--metrics",
      "-t",
      "1",
    ],
    { stdio: "ignore" },
  );
  const root = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let waited = 0; ; waited++) {
    const healthy = await fetch(`${root}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) break;
    if (waited > 300 || child.exitCode !== null) throw new Error("llama-server did not start");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const metric = async (name: string): Promise<number> => {
    const text = await (await fetch(`${root}/metrics`)).text();
    return Number(new RegExp(`^llamacpp:${name} (\\d+)`, "m").exec(text)?.[1]);
  };
  return {
    url: `${root}/v1`,
    predictedTokens: () => metric("tokens_predicted_total"),
    promptTokens: () => metric("prompt_tokens_total"),
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
