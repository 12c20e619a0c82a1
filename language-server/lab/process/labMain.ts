/**
 * The lab process: carries out one recipe and tells about it.
 *
 *     labMain RECIPE FOLDER [OPTIONS]
 *
 * OPTIONS is a `LabOptions` as JSON. On SIGTERM or SIGINT, or when its parent goes away, training ends after the step in
 * progress with a checkpoint.
 */
import { readFile } from "node:fs/promises";
import { detailOf } from "../../contract/result.ts";
import { Device } from "../ggml/device.ts";
import { measureLimits } from "../limits.ts";
import { exportCheckpoint } from "../recipe/exportRun.ts";
import { readRecipe } from "../recipe/recipe.ts";
import { carryOut } from "./carryOut.ts";
import type { LabMessage, LabOptions, LabOrder } from "./messages.ts";

const stop = new AbortController();
let isAbandoned = false;
const tell = (message: LabMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });

async function main(): Promise<void> {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop.abort());
  process.on("disconnect", () => {
    isAbandoned ||= !stop.signal.aborted;
    stop.abort();
  });
  process.on("message", (message) => {
    if (message === "stop") stop.abort();
  });
  const [recipePath = "", folder = "", text = "{}"] = process.argv.slice(2);
  const { onlyExport, onlyLimits, ...options }: LabOptions = JSON.parse(text);
  const message =
    onlyLimits === true
      ? await measured(options)
      : onlyExport === true
        ? await exported(recipePath, folder)
        : await trained({ recipePath, folder, ...options });
  await tell(message);
  if (message.kind === "failed" && process.send === undefined) {
    process.stderr.write(`${message.failure.message}\n${message.failure.detail ?? ""}\n`);
  }
  // Native threads would keep the process alive.
  process.exit(message.kind === "failed" ? 1 : 0);
}

async function trained(order: LabOrder): Promise<LabMessage> {
  const result = await carryOut(order, {
    signal: stop.signal,
    dataEntry: new URL(
      import.meta.url.endsWith(".ts") ? "../recipe/dataWorker.ts" : "./labData.mjs",
      import.meta.url,
    ),
    isAbandoned: () => isAbandoned,
    onDevice: (device, state) => tell({ kind: "device", device, state }),
    onOpen: (folder, facts) => tell({ kind: "opened", folder, facts }),
    onStep: (folder, point) => tell({ kind: "stepped", folder, point }),
  });
  return result.ok ? { kind: "finished", result: result.value } : { kind: "failed", failure: result.error };
}

async function measured({ device: wanted }: LabOptions): Promise<LabMessage> {
  const device = await Device.open({ kind: "cpu", ...wanted });
  if (!device.ok) return { kind: "failed", failure: device.error };
  return { kind: "measured", limits: await measureLimits(device.value) };
}

async function exported(recipePath: string, folder: string): Promise<LabMessage> {
  const recipe = readRecipe(await readFile(recipePath, "utf8"));
  const path = recipe.ok ? await exportCheckpoint(recipe.value, folder) : recipe;
  return path.ok ? { kind: "exported", path: path.value } : { kind: "failed", failure: path.error };
}

main().catch(async (error: unknown) => {
  const failure = { code: "internal" as const, message: "The lab process failed.", detail: detailOf(error) };
  await tell({ kind: "failed", failure });
  process.exit(1);
});
