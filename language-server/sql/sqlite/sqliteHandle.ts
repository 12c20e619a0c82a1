import { Worker } from "node:worker_threads";
import type { EngineHandle } from "../enginePool.ts";

/** Starts SQLite in a worker thread. WebAssembly can be stopped at any time, so a thread is enough. */
export function startSqlite(workerUrl: URL): EngineHandle {
  const fromSource = workerUrl.pathname.endsWith(".ts");
  const worker = new Worker(fromSource ? new URL("../../grading/sourceWorker.mjs", workerUrl) : workerUrl, {
    workerData: { entry: workerUrl.href },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return {
    post: (request) => worker.postMessage(request),
    onReply: (listener) => worker.on("message", listener),
    onEnd: (listener) => worker.on("error", listener).on("exit", () => listener(null)),
    hold: (yes) => (yes ? worker.ref() : worker.unref()),
    kill: async () => {
      await worker.terminate();
    },
  };
}
