/**
 * Generated tokens per second through the engine process at K = 1, 4, 8, 16, 32, against node-llama-cpp's own loop
 * (one after the other, and K at once) and against `llama-server -np K` of the same llama.cpp release, on the same
 * file, prompts, budgets and threads. And the same for 16 samples of one question with a long prompt. Each contender
 * is a process of its own; they work in alternation, one at a time, a second or more each.
 *
 *   node --import tsx test/bench/throughput.ts [--model FILE] [--server LLAMA_SERVER] [--batches 1,4,8,16,32]
 *     [--tokens N] [--long-prompt TOKENS] [--threads N] [--gpu cpu|auto|cuda|…] [--rounds N] [--pool N]
 *     [--servers-only] [--json]
 *
 * `--pool` is the number of threads that sample in our engine on a graphics card (`UV_THREADPOOL_SIZE`); as many as
 * cores by default. `--server` is built by `buildLlamaServer.ts`; without it that comparison is left out. The one that
 * it links to the engine's own libraries takes part too: the other has other kernels. `--servers-only` leaves out the
 * library's own loop. Models of a realistic size are written by `randomModel.ts`. Told are medians of the rounds, and
 * of the processor time per token, which depends less on what else the machine does.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Contender, processorSeconds, type Task } from "./contenders/contender.ts";
import { type Asking, llamaServer } from "./contenders/llamaServer.ts";
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
    rounds: { type: "string", default: "5" },
    pool: { type: "string" },
    "servers-only": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

const tokens = Number(values.tokens);
const longPrompt = Number(values["long-prompt"]);
const longPromptSamples = 16;
const warmUpMs = 3000;
/** Of one contender in one round, before the next one's turn. */
const turnSeconds = 1;
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

/** At least a second's work, so that what else the machine does in between is in all of them. */
async function turn(contender: Contender): Promise<{ readonly rate: number; readonly processor: number }> {
  const before = processorSeconds(contender.pid);
  let [tokens, seconds] = [0, 0];
  do {
    const round = await contender.run();
    tokens += round.tokens;
    seconds += round.seconds;
  } while (seconds < turnSeconds);
  const after = processorSeconds(contender.pid);
  const processor = before === null || after === null ? Number.NaN : ((after - before) * 1000) / tokens;
  return { rate: tokens / seconds, processor };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function compare(contenders: readonly Contender[]): Promise<Score[]> {
  const turns = contenders.map((): { readonly rate: number; readonly processor: number }[] => []);
  try {
    for (const contender of contenders) await warmUp(contender);
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [index, contender] of contenders.entries()) turns[index]?.push(await turn(contender));
  } finally {
    for (const contender of contenders) await contender.close();
  }
  return contenders.map(({ name }, index) => {
    const own = turns[index] ?? [];
    const processor = median(own.map((one) => one.processor));
    return {
      name,
      tokensPerSecond: median(own.map(({ rate }) => rate)),
      processorMsPerToken: Number.isNaN(processor) ? null : processor,
    };
  });
}

/** The program that was asked for, and beside it the one over the engine's libraries. */
async function servers(task: Task, asking: Asking): Promise<Contender[]> {
  if (values.server === undefined) return [];
  const same = join(dirname(values.server), "..", "same-kernels", "llama-server");
  const built = [await llamaServer(values.server, "llama-server", task, asking)];
  if (existsSync(same)) built.push(await llamaServer(same, "llama-server, same kernels", task, asking));
  return built;
}

const plainLoops = async (task: Task, ...atOnce: readonly boolean[]): Promise<Contender[]> =>
  values["servers-only"] ? [] : Promise.all(atOnce.map((all) => plain(task, all)));

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
      `  ${name.padEnd(46)} ${tokensPerSecond.toFixed(1).padStart(8)} tokens/s${processor}${ratio}`,
    );
  }
}

for (const k of values.batches
  .split(",")
  .map(Number)
  .filter((count) => count > 0)) {
  const task = taskOf(k, sentence.length);
  tell(
    `K = ${k}`,
    await compare([
      await ours(task, false, pool),
      ...(await plainLoops(task, false, true)),
      ...(await servers(task, "requests")),
    ]),
  );
}
if (longPrompt > 0) {
  const task = taskOf(longPromptSamples, longPrompt);
  tell(
    `${longPromptSamples} samples of one question of ${longPrompt} characters`,
    await compare([
      await ours(task, true, pool),
      ...(await plainLoops(task, true)),
      ...(await servers(task, "requests")),
      ...(await servers(task, "one request")),
    ]),
  );
}
if (values.json)
  console.log(JSON.stringify({ model: values.model, tokens, threads: Number(values.threads), results }));
