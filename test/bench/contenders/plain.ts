import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Contender, Round, Task } from "./contender.ts";

/**
 * node-llama-cpp's own loop as its guide shows it, without any record.
 * @param atOnce all answers at the same time, instead of one after the other
 */
export async function plain(task: Task, atOnce: boolean): Promise<Contender> {
  const child = fork(fileURLToPath(new URL("./plainLoop.ts", import.meta.url)), [], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())) },
  });
  const ask = <T>(message: unknown): Promise<T> =>
    new Promise((resolve, reject) => {
      const failed = (code: number | null) => reject(new Error(`the plain loop ended with code ${code}`));
      child.once("exit", failed);
      child.once("message", (answer) => {
        child.off("exit", failed);
        resolve(answer as T);
      });
      child.send(message as never);
    });
  await ask<null>({ ...task, atOnce });
  return {
    name: atOnce ? "plain loop, all at once" : "plain loop, one after the other",
    pid: child.pid,
    run: () => ask<Round>("run"),
    close: async () => {
      child.kill("SIGKILL");
    },
  };
}
