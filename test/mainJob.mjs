/**
 * The main job on a fresh machine, in one command: installs the dependencies where they are missing, builds, and puts
 * 100 GSM8K questions through Thinker and through multi-attempt with the default model.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const questions = "test/fixtures/math/gsm8k-100.jsonl";

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 2);
}

if (!existsSync(join(root, "node_modules", "node-llama-cpp"))) run("npm", ["ci"]);
run(process.execPath, ["build.mjs"]);

const modelsFolder = join(root, "media", "models");
const embedded = existsSync(modelsFolder) && readdirSync(modelsFolder).some((name) => name.endsWith(".gguf"));
// Without an embedded model a tiny story teller takes its place: a real model that knows no mathematics.
const model = embedded ? [] : ["--model", "test/fixtures/models/stories260K.gguf"];
const presets = embedded
  ? ["thinker", "multi-attempt"]
  : ["media/presets/quickThinker.deliberate.yaml", "media/presets/quickAttempts.deliberate.yaml"];

for (const preset of presets) {
  run(process.execPath, [
    "dist/cli.mjs",
    "eval",
    questions,
    ...model,
    "--protocol",
    preset,
    ...process.argv.slice(2),
  ]);
}
