import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, ok, type Result } from "../../contract/result.ts";
import type { EngineHandle } from "../enginePool.ts";

/** DuckDB's package in the first of these folders that has it in its `node_modules`. */
export function findDuckDb(folders: readonly string[]): Result<string> {
  for (const folder of folders) {
    try {
      return ok(createRequire(join(folder, "package.json")).resolve("@duckdb/node-api"));
    } catch {
      // Not installed there.
    }
  }
  return fail(
    "sql/unreachable",
    "DuckDB databases need the package @duckdb/node-api: install it with `npm install @duckdb/node-api` in the workspace.",
  );
}

/** Starts DuckDB in a process of its own, which can be killed whatever native code does. */
export function startDuckDb(processUrl: URL, packagePath: string): EngineHandle {
  const fromSource = processUrl.pathname.endsWith(".ts");
  const child = fork(fileURLToPath(processUrl), [packagePath], {
    serialization: "advanced",
    execArgv: fromSource ? ["--import", "tsx"] : [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return {
    post: (request) => {
      if (child.connected) child.send(Object(request));
    },
    onReply: (listener) => child.on("message", listener),
    onEnd: (listener) => child.on("error", listener).on("exit", () => listener(null)),
    hold: (yes) => {
      for (const each of [child, child.channel]) {
        if (yes) each?.ref();
        else each?.unref();
      }
    },
    kill: async () => {
      child.kill("SIGKILL");
    },
  };
}
