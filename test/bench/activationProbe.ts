/** Runs inside the extension host; bundled by `activation.ts`. */
import { writeFileSync } from "node:fs";
import * as vscode from "vscode";

interface Api {
  readonly activationMs: number;
  readonly ready: Promise<void>;
  request(method: string, params: object): Promise<unknown>;
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Api>("deliberate.deliberate");
  if (extension === undefined) throw new Error("the extension is not there");
  const start = performance.now();
  const api = await extension.activate();
  const activated = performance.now();
  await api.ready;
  const ready = performance.now();
  await api.request("deliberate/engine/status", {});
  const answered = performance.now();
  writeFileSync(
    process.env.DELIBERATE_TEST_RESULTS ?? "",
    JSON.stringify({
      "activate() of the extension": api.activationMs,
      "load and activate, as VS Code sees it": activated - start,
      "server start until it is initialised": ready - activated,
      "first response of the server": answered - ready,
    }),
  );
}
