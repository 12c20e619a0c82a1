/**
 * What limits the engine on a graphics card, by one command: throughput with a random model of 1.5 B shape in Q4_0 and
 * F16, with 4 and 16 threads for sampling; half-batches in turns; and what the card can do at most. Writes models and
 * results into a folder; needs no network.
 *
 *   node --import tsx test/bench/gpuCheck.ts --out FOLDER [--gpu cuda|vulkan|metal|cpu] [--shape 1.5b] [--server LLAMA_SERVER]
 *
 * The prebuilt CUDA engine needs the user's own cudart and cuBLAS on LD_LIBRARY_PATH. Without the asked-for device it
 * fails: nothing falls back to the processor.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { limitsInProcess } from "../../language-server/lab/process/labHost.ts";
import { writeRandomModel } from "./randomModel.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string" },
    gpu: { type: "string", default: "cuda" },
    shape: { type: "string", default: "1.5b" },
    server: { type: "string" },
    batches: { type: "string", default: "1,4,8,16,32,64" },
    tokens: { type: "string", default: "128" },
    pools: { type: "string", default: "4,16" },
  },
});
if (values.out === undefined) throw new Error("--out FOLDER");
const folder = values.out;
mkdirSync(folder, { recursive: true });

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function run(name: string, ...args: string[]): string {
  console.log(`== ${name} ${args.join(" ")}`);
  const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", script(name), ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.log(stdout);
  if (status !== 0) console.log(`== it failed (${status})`);
  return stdout;
}

const limits = await limitsInProcess(
  { kind: values.gpu as "cuda", threads: 1 },
  { entry: script("../../language-server/lab/process/labMain.ts"), execArgv: ["--import", "tsx"] },
);
const measured = limits.ok ? limits.value : limits.error;
console.log(JSON.stringify(measured));
const results: unknown[] = [{ limits: measured }];
for (const type of ["Q4_0", "F16"] as const) {
  const model = join(folder, `random-${values.shape}-${type}.gguf`);
  if (!existsSync(model)) await writeRandomModel(model, values.shape, type);
  for (const pool of values.pools.split(",")) {
    const output = run(
      "./throughput.ts",
      ...["--model", model, "--gpu", values.gpu, "--batches", values.batches, "--tokens", values.tokens],
      ...["--long-prompt", "2000", "--rounds", "2", "--pool", pool, "--json"],
      ...(values.server === undefined ? [] : ["--server", values.server]),
    );
    const line = output.trim().split("\n").at(-1) ?? "";
    results.push({ type, pool, ...(line.startsWith("{") ? JSON.parse(line) : { failed: true }) });
    writeFileSync(join(folder, "results.json"), JSON.stringify(results, null, 2));
  }
  const turns = run("./halfBatches.ts", "--model", model, "--gpu", values.gpu, "--batches", "8,32,64");
  results.push({ type, halfBatches: turns.trim().split("\n") });
  writeFileSync(join(folder, "results.json"), JSON.stringify(results, null, 2));
}
console.log(`results: ${join(folder, "results.json")}`);
