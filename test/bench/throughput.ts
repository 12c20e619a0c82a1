/**
 * Generated tokens per second through the engine process at K = 1, 4, 8, 16, 32, against node-llama-cpp's own loop
 * (one after the other, and K at once) and against `llama-server -np K` of the same llama.cpp release, on the same
 * file, prompts, budgets and threads. And the same for 16 samples of one question with a long prompt. Each contender
 * is a process of its own; they work in alternation, one at a time.
 *
 *   node --import tsx test/bench/throughput.ts [--model FILE] [--server LLAMA_SERVER] [--batches 1,4,8,16,32]
 *     [--tokens N] [--long-prompt TOKENS] [--threads N] [--gpu cpu|auto|cuda|…] [--rounds N] [--pool N] [--json]
 *
 * `--pool` is the number of threads that sample in our engine (`UV_THREADPOOL_SIZE`); as many as cores by default.
 * `--server` is built by `buildLlamaServer.ts`; without it that comparison is left out. Models of a realistic size are
 * written by `randomModel.ts`. Besides the best rate of the rounds the processor time per token is told: it depends
 * less on what else the machine does.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Contender, processorSeconds, type Task } from "./contenders/contender.ts";
import { llamaServer } from "./contenders/llamaServer.ts";
import { ours } from "./contenders/ours.ts";
import { plain } from "./contenders/plain.ts";

const { values } = parseArgs({
  options: {
    model: {
      type: "string",
      default: fileURLToPath(new URL("../fixtures/models/stories260K.gguf", import.meta.url)),
    },
    server: { type: "string" },
    batches: { type: "string", default: "1,4,8,16,32" },
    tokens: { type: "string", default: "100" },
    "long-prompt": { type: "string", default: "1000" },
    threads: { type: "string", default: "1" },
    gpu: { type: "string", default: "cpu" },
    rounds: { type: "string", default: "3" },
    pool: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const tokens = Number(values.tokens);
const longPrompt = Number(values["long-prompt"]);
const longPromptSamples = 16;
const warmUpMs = 3000;
const sentence = "Tom has 3 apples and buys 4 more at the market, then gives one to Ann. ";

/** Of about so many tokens or characters, whichever a tokenizer makes fewer of. */
const promptOf = (length: number): string =>
  sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);

const taskOf = (parallel: number, promptLength: number): Task => ({
  modelPath: values.model,
  gpu: values.gpu as Task["gpu"],
  threads: Number(values.threads),
  parallel,
  prompt: promptOf(promptLength),
  tokens,
  contextTokens: tokens + promptLength + 64,
});

const pool: Record<string, string> = values.pool === undefined ? {} : { UV_THREADPOOL_SIZE: values.pool };

interface Score {
  readonly name: string;
  readonly tokensPerSecond: number;
  readonly processorMsPerToken: number | null;
}

/** Until JavaScript is compiled and caches are filled; runs last minutes, so their first second says little. */
async function warmUp(contender: Contender): Promise<void> {
  const until = performance.now() + warmUpMs;
  do await contender.run();
  while (performance.now() < until);
}

async function compare(contenders: readonly Contender[]): Promise<Score[]> {
  const rates = contenders.map(() => 0);
  const processor = contenders.map(() => Number.POSITIVE_INFINITY);
  try {
    for (const contender of contenders) await warmUp(contender);
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [index, contender] of contenders.entries()) {
        const before = processorSeconds(contender.pid);
        const result = await contender.run();
        const after = processorSeconds(contender.pid);
        // Other programs only ever slow a round down, so the best one says most about the contender.
        rates[index] = Math.max(rates[index] ?? 0, result.tokens / result.seconds);
        if (before !== null && after !== null)
          processor[index] = Math.min(processor[index] ?? 0, ((after - before) * 1000) / result.tokens);
      }
    }
  } finally {
    for (const contender of contenders) await contender.close();
  }
  return contenders.map(({ name }, index) => ({
    name,
    tokensPerSecond: rates[index] ?? 0,
    processorMsPerToken: Number.isFinite(processor[index]) ? (processor[index] ?? null) : null,
  }));
}

const results: { readonly title: string; readonly scores: readonly Score[] }[] = [];
function tell(title: string, scores: readonly Score[]): void {
  results.push({ title, scores });
  if (values.json) return;
  console.log(title);
  const own = scores[0]?.tokensPerSecond ?? 0;
  for (const { name, tokensPerSecond, processorMsPerToken } of scores) {
    const ratio = name === "ours" ? "" : `   ours / this: ${(own / tokensPerSecond).toFixed(2)}`;
    const processor =
      processorMsPerToken === null ? "" : `   ${processorMsPerToken.toFixed(3)} processor ms a token`;
    console.log(
      `  ${name.padEnd(34)} ${tokensPerSecond.toFixed(1).padStart(8)} tokens/s${processor}${ratio}`,
    );
  }
}

for (const k of values.batches
  .split(",")
  .map(Number)
  .filter((count) => count > 0)) {
  const task = taskOf(k, sentence.length);
  const contenders = [await ours(task, false, pool), await plain(task, false), await plain(task, true)];
  if (values.server !== undefined) contenders.push(await llamaServer(values.server, task, "requests"));
  tell(`K = ${k}`, await compare(contenders));
}
if (longPrompt > 0) {
  const task = taskOf(longPromptSamples, longPrompt);
  const contenders = [await ours(task, true, pool), await plain(task, true)];
  if (values.server !== undefined) {
    contenders.push(await llamaServer(values.server, task, "requests"));
    contenders.push(await llamaServer(values.server, task, "one request"));
  }
  tell(`${longPromptSamples} samples of one question of ${longPrompt} characters`, await compare(contenders));
}
if (values.json)
  console.log(JSON.stringify({ model: values.model, tokens, threads: Number(values.threads), results }));
