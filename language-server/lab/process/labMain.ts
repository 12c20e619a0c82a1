/**
 * The lab process: carries out one recipe and tells about it. Arguments: recipe file, folder. On SIGTERM, or when its
 * parent goes away, it ends after the step in progress with a checkpoint.
 */
import { readFile } from "node:fs/promises";
import { readRecipe } from "../recipe/recipe.ts";
import { trainRecipe } from "../recipe/train.ts";
import type { LabMessage } from "./messages.ts";

const stop = new AbortController();
const tell = (message: LabMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });

async function main(): Promise<void> {
  const [recipePath = "", folder = ""] = process.argv.slice(2);
  process.on("SIGTERM", () => stop.abort());
  process.on("disconnect", () => stop.abort());
  process.on("message", (message) => {
    if (message === "stop") stop.abort();
  });
  const recipe = readRecipe(await readFile(recipePath, "utf8"));
  const result = recipe.ok
    ? await trainRecipe(recipe.value, folder, {
        signal: stop.signal,
        onStep: (report) => tell({ kind: "stepped", report }),
      })
    : recipe;
  await tell(
    result.ok ? { kind: "finished", result: result.value } : { kind: "failed", failure: result.error },
  );
  // Native threads would keep the process alive.
  process.exit(result.ok ? 0 : 1);
}

main().catch(async (error: unknown) => {
  const failure = { code: "internal" as const, message: "The lab process failed.", detail: String(error) };
  await tell({ kind: "failed", failure });
  process.exit(1);
});
