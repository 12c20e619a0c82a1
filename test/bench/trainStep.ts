/**
 * One training step of the lab, forward and backward and AdamW, beside PyTorch's at the same shapes: CPU milliseconds
 * (the fair figure on a machine that does other work too), wall milliseconds, and the ratio.
 *
 *   node --import tsx test/bench/trainStep.ts [--device cpu|cuda|vulkan|metal] [--threads 1,2] [--portable] [--rounds 4] [--seconds 3] [--python INTERPRETER] [--only NAME]
 *
 * Ours in float32, ours with bfloat16 products, and PyTorch take turns of `--seconds`, `--rounds` times, so that other
 * work on the machine disturbs all of them alike; with one thread and with all unless `--threads` says otherwise. Medians
 * over the rounds. PyTorch is Debian's (packages python3-torch and libopenblas0-pthread); Python is for this comparison
 * only, and without it ours is measured alone.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Device } from "../../language-server/lab/ggml/device.ts";
import type { DeviceKind } from "../../language-server/lab/ggml/library.ts";
import { type DecoderConfig, parameterCount } from "../../language-server/lab/model/config.ts";
import type { BatchSource } from "../../language-server/lab/train/data.ts";
import { defaultTrainSettings } from "../../language-server/lab/train/settings.ts";
import { Trainer } from "../../language-server/lab/train/trainer.ts";

interface Shape {
  readonly name: string;
  readonly config: DecoderConfig;
  readonly rows: number;
  readonly length: number;
}
const common = { vocabulary: 72, ropeBase: 10_000, normEpsilon: 1e-5, tied: false };
const shapes: readonly Shape[] = [
  {
    name: "small",
    config: { ...common, layers: 2, width: 128, heads: 4, keyValueHeads: 4, hidden: 344, context: 64 },
    rows: 32,
    length: 64,
  },
  {
    name: "larger",
    config: { ...common, layers: 4, width: 256, heads: 8, keyValueHeads: 8, hidden: 688, context: 128 },
    rows: 16,
    length: 128,
  },
  ...(process.argv.includes("cpu") || !process.argv.includes("--device")
    ? []
    : [
        {
          name: "25 M for GPUs",
          config: {
            ...common,
            vocabulary: 4096,
            layers: 8,
            width: 512,
            heads: 8,
            keyValueHeads: 8,
            hidden: 1376,
            context: 512,
          },
          rows: 32,
          length: 512,
        },
      ]),
];

const source = ({ rows, length, config }: Shape): BatchSource => ({
  rows,
  length,
  packed: false,
  batchAt: (index) => {
    const tokens = Int32Array.from(
      { length: rows * length },
      (_, i) => ((index * 31 + i * 7 + (i >> 5)) * 13) % config.vocabulary,
    );
    return {
      tokens,
      targets: tokens.map((_, i) => tokens[i + 1] ?? 0),
      weights: new Float32Array(rows * length).fill(1),
      positions: tokens.map((_, i) => i % length),
    };
  },
});

const { values: options } = parseArgs({
  options: {
    threads: { type: "string" },
    device: { type: "string", default: "cpu" },
    portable: { type: "boolean", default: false },
    /** Debian's package belongs to this interpreter; another one may come first in the path. */
    python: { type: "string", default: "/usr/bin/python3" },
    /** Shapes whose name has this in it. */
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "4" },
    seconds: { type: "string", default: "3" },
  },
});
const deviceKind = (name: string): DeviceKind =>
  name === "cuda" || name === "vulkan" || name === "metal" ? name : "cpu";
const turnMs = Number(options.seconds) * 1000;

/** Milliseconds per step. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
}
/** Runs steps for a while. */
type Contender = { readonly name: string; turn(): Promise<Cost>; close(): void };

const python = `
import sys, time, math
device, threads, V, L, D, H, FF, T, B = sys.argv[1], *[int(x) for x in sys.argv[2:]]
import torch, torch.nn.functional as F
torch.set_num_threads(threads); torch.manual_seed(0)
torch.backends.cuda.matmul.allow_tf32 = True # as ggml has it
P = lambda *s: torch.nn.Parameter(torch.randn(*s, device=device) * 0.04)
one = lambda: torch.nn.Parameter(torch.ones(D, device=device))
emb, out, on = P(V, D), P(V, D), one()
ls = [dict(n1=one(), n2=one(), q=P(D, D), k=P(D, D), v=P(D, D), o=P(D, D), g=P(FF, D), u=P(FF, D), d=P(D, FF)) for _ in range(L)]
ps = [emb, out, on] + [p for l in ls for p in l.values()]
opt = torch.optim.AdamW(ps, lr=1e-3)
hd = D // H
ang = torch.arange(T)[:, None] * (10000.0 ** (-torch.arange(0, hd, 2) / hd))[None]
cos, sin = ang.cos().to(device), ang.sin().to(device)
def rope(x):
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)
norm = lambda x, w: x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * w
mask = torch.full((T, T), float('-inf'), device=device).triu(1)
x_ = torch.randint(0, V, (B, T), device=device); y_ = torch.randint(0, V, (B * T,), device=device)
def step():
    x = emb[x_]
    for l in ls:
        h = norm(x, l['n1'])
        q, k, v = [(h @ l[n].T).view(B, T, H, hd).transpose(1, 2) for n in 'qkv']
        a = (rope(q) @ rope(k).transpose(-1, -2) / math.sqrt(hd) + mask).softmax(-1) @ v
        x = x + a.transpose(1, 2).reshape(B, T, D) @ l['o'].T
        h = norm(x, l['n2'])
        x = x + (F.silu(h @ l['g'].T) * (h @ l['u'].T)) @ l['d'].T
    loss = F.cross_entropy((norm(x, on) @ out.T).view(-1, V), y_)
    opt.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(ps, 1.0); opt.step()
    return loss.item()
step(); step()
maps = open('/proc/self/maps').read() if sys.platform == 'linux' else 'blas'
print('slow' if device == 'cpu' and not any(n in maps for n in ('openblas', 'mkl_rt', 'libblis')) else 'ready', torch.__version__, flush=True)
for line in sys.stdin:
    n, c, w = 0, time.process_time(), time.perf_counter()
    while (time.perf_counter() - w) * 1000 < float(line): step(); n += 1
    print((time.process_time() - c) * 1000 / n, (time.perf_counter() - w) * 1000 / n, flush=True)
`;
/** PyTorch in a process of its own; null when it is not installed. */
async function torch({ config, rows, length }: Shape, threads: number): Promise<Contender | null> {
  const { vocabulary, layers, width, heads, hidden } = config;
  const sizes = [threads, vocabulary, layers, width, heads, hidden, length, rows].map(String);
  const device = options.device === "cpu" ? "cpu" : "cuda";
  const child: ChildProcess = spawn(options.python, ["-c", python, device, ...sizes], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const { stdin, stdout } = child;
  const started = await Promise.race([
    once(child, "spawn").then(() => true),
    once(child, "error").then(() => false),
  ]);
  if (!started || stdin === null || stdout === null) return null;
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) return null;
  const [state = "", version = ""] = first.value.split(" ");
  if (state === "slow") {
    console.log(
      "PyTorch computes with the reference BLAS, ten times too slow to compare with: apt-get install libopenblas0-pthread",
    );
  }
  return {
    name: `PyTorch ${version}`,
    async turn() {
      stdin.write(`${turnMs}\n`);
      const line = await lines.next();
      const [cpu = Number.NaN, wall = Number.NaN] = String(line.value).split(" ").map(Number);
      return { cpu, wall };
    },
    close: () => child.kill(),
  };
}

async function ours(device: Device, shape: Shape, products: "f32" | "bf16"): Promise<Contender> {
  const trainer = new Trainer(
    device,
    shape.config,
    {
      ...defaultTrainSettings,
      seed: 1,
      products,
      schedule: { peak: 1e-3, floorShare: 1, warmUpSteps: 1, steps: 1000, shape: "constant" },
    },
    source(shape),
  );
  await trainer.step();
  await trainer.step();
  return {
    name: `ours ${products}`,
    async turn() {
      const [wall, cpu] = [performance.now(), process.cpuUsage()];
      let steps = 0;
      for (; performance.now() - wall < turnMs; steps++) await trainer.step();
      const { user, system } = process.cpuUsage(cpu);
      return { cpu: (user + system) / 1000 / steps, wall: (performance.now() - wall) / steps };
    },
    close: () => trainer.dispose(),
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function compare(shape: Shape, device: Device): Promise<void> {
  const theirs = await torch(shape, device.threads);
  if (theirs === null) console.log("python3-torch is not installed: no ratio");
  const contenders = [
    await ours(device, shape, "f32"),
    await ours(device, shape, "bf16"),
    ...(theirs === null ? [] : [theirs]),
  ];
  const turns = contenders.map((): Cost[] => []);
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const [i, contender] of contenders.entries()) turns[i]?.push(await contender.turn());
  }
  const tokens = shape.rows * shape.length;
  console.log(
    `\n${shape.name}: ${parameterCount(shape.config)} parameters, ${shape.rows} x ${shape.length} tokens, ${device.threads} thread(s)`,
  );
  const costs = turns.map((all) => ({
    cpu: median(all.map(({ cpu }) => cpu)),
    wall: median(all.map(({ wall }) => wall)),
  }));
  for (const [i, { name, close }] of contenders.entries()) {
    const { cpu, wall } = costs[i] ?? { cpu: Number.NaN, wall: Number.NaN };
    const yardstick = theirs === null ? undefined : costs.at(-1);
    const ratios =
      yardstick === undefined || name === theirs?.name
        ? ""
        : `; of PyTorch's: ${(cpu / yardstick.cpu).toFixed(2)} CPU, ${(wall / yardstick.wall).toFixed(2)} wall`;
    console.log(
      `  ${name.padEnd(16)} ${cpu.toFixed(0).padStart(5)} CPU ms ${wall.toFixed(0).padStart(5)} wall ms per step, ${((tokens * 1000) / wall).toFixed(0)} tokens/s${ratios}`,
    );
    close();
  }
}

async function main(): Promise<void> {
  const all = options.device === "cpu" ? [...new Set([1, availableParallelism()])] : [1];
  const counts = options.threads === undefined ? all : options.threads.split(",").map(Number);
  for (const threads of counts) {
    const device = await Device.open({
      kind: deviceKind(options.device),
      threads,
      portable: options.portable,
    });
    if (!device.ok) throw new Error(device.error.message);
    console.log(`${device.value.description}, ${threads} thread(s)${options.portable ? ", portable" : ""}`);
    for (const shape of shapes.filter(({ name }) => name.includes(options.only)))
      await compare(shape, device.value);
    device.value.dispose();
  }
}
void main();
