/**
 * The main job on a fresh machine, in one command: installs the dependencies where they are missing, builds, and puts
 * 100 word problems that the built-in model has never seen, and 100 questions of GSM8K, which are far beyond it, through
 * Thinker and through multi-attempt. Arguments are handed on to `deliberate eval`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = ["media/samples/word-problems.jsonl", "test/fixtures/math/gsm8k-100.jsonl"];

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 2);
}

if (!existsSync(join(root, "node_modules", "node-llama-cpp"))) run("npm", ["ci"]);
run(process.execPath, ["build.mjs"]);
/** Several times what a whole answer of this model takes; when it goes on for longer, it repeats itself. */
const budgets = {
  thinker: ["budget.fast=256", "budget.verify=700", "budget.slow=700", "budget.summary=350"],
  "multi-attempt": ["tokensPerAttempt=400"],
};
for (const [protocol, parameters] of Object.entries(budgets))
  run(process.execPath, [
    "dist/cli.mjs",
    "eval",
    ...files,
    "--protocol",
    protocol,
    ...parameters.flatMap((parameter) => ["--param", parameter]),
    ...process.argv.slice(2),
  ]);
