/**
 * One training step of the lab, forward and backward and AdamW, at two shapes, in CPU milliseconds (the fair figure on a
 * machine that does other work too) and wall milliseconds.
 *
 *   node --import tsx test/bench/trainStep.ts [--device cpu|cuda|vulkan|metal] [--threads 1] [--portable] [--bf16] [--seconds 20]
 *
 * With Debian's python3-torch installed (Python is for this comparison only), PyTorch's step at the same shapes is
 * measured in turn with ours and the ratio is printed; without it only ours.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { Device } from "../../language-server/lab/ggml/device.ts";
import type { DeviceKind } from "../../language-server/lab/ggml/library.ts";
import { type DecoderConfig, parameterCount } from "../../language-server/lab/model/config.ts";
import type { BatchSource } from "../../language-server/lab/train/data.ts";
import { defaultTrainSettings } from "../../language-server/lab/train/defaults.ts";
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
    threads: { type: "string", default: "1" },
    device: { type: "string", default: "cpu" },
    bf16: { type: "boolean", default: false },
    portable: { type: "boolean", default: false },
    seconds: { type: "string", default: "20" },
  },
});
const deviceKind = (name: string): DeviceKind =>
  name === "cuda" || name === "vulkan" || name === "metal" ? name : "cpu";
const threads = Number(options.threads);
const share = (Number(options.seconds) * 1000) / shapes.length;

const python = `
import sys, time, math, torch, torch.nn.functional as F
torch.set_num_threads(int(sys.argv[1])); torch.manual_seed(0)
V, L, D, H, FF, T, B, ms = [int(x) for x in sys.argv[2:]]
P = lambda *s: torch.nn.Parameter(torch.randn(*s) * 0.04)
emb, out, on = P(V, D), P(V, D), torch.nn.Parameter(torch.ones(D))
ls = [dict(n1=torch.nn.Parameter(torch.ones(D)), n2=torch.nn.Parameter(torch.ones(D)), q=P(D, D), k=P(D, D), v=P(D, D), o=P(D, D), g=P(FF, D), u=P(FF, D), d=P(D, FF)) for _ in range(L)]
ps = [emb, out, on] + [p for l in ls for p in l.values()]
opt = torch.optim.AdamW(ps, lr=1e-3)
hd = D // H
ang = torch.arange(T)[:, None] * (10000.0 ** (-torch.arange(0, hd, 2) / hd))[None]
cos, sin = ang.cos(), ang.sin()
def rope(x):
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)
norm = lambda x, w: x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * w
mask = torch.full((T, T), float('-inf')).triu(1)
x_ = torch.randint(0, V, (B, T)); y_ = torch.randint(0, V, (B * T,))
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
step(); step()
n, c, w = 0, time.process_time(), time.perf_counter()
while (time.perf_counter() - w) * 1000 < ms: step(); n += 1
print((time.process_time() - c) * 1000 / n, (time.perf_counter() - w) * 1000 / n)
`;

function torch({ config, rows, length }: Shape, ms: number): { cpu: number; wall: number } | null {
  const { vocabulary, layers, width, heads, hidden } = config;
  const args = [threads, vocabulary, layers, width, heads, hidden, length, rows, Math.round(ms)].map(String);
  const result = spawnSync("python3", ["-c", python, ...args], { encoding: "utf8" });
  if (result.status !== 0) return null;
  const [cpu = Number.NaN, wall = Number.NaN] = result.stdout.trim().split(" ").map(Number);
  return { cpu, wall };
}

async function ours(
  device: Device,
  shape: Shape,
  ms: number,
): Promise<{ cpu: number; wall: number; loss: number }> {
  const trainer = new Trainer(
    device,
    shape.config,
    {
      ...defaultTrainSettings,
      seed: 1,
      products: options.bf16 ? "bf16" : "f32",
      schedule: { peak: 1e-3, floorShare: 1, warmUpSteps: 1, steps: 1000, shape: "constant" },
    },
    source(shape),
  );
  await trainer.step();
  const { loss } = await trainer.step();
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  let steps = 0;
  while (performance.now() - wall < ms) {
    await trainer.step();
    steps++;
  }
  const used = process.cpuUsage(cpu);
  const result = {
    cpu: (used.user + used.system) / 1000 / steps,
    wall: (performance.now() - wall) / steps,
    loss,
  };
  trainer.dispose();
  return result;
}

async function main(): Promise<void> {
  const device = await Device.open({ kind: deviceKind(options.device), threads, portable: options.portable });
  if (!device.ok) throw new Error(device.error.message);
  console.log(
    `${device.value.description}, ${threads} thread(s)${options.portable ? ", portable" : ""}${options.bf16 ? ", bf16 products" : ""}`,
  );
  const withTorch = spawnSync("python3", ["-c", "import torch"]).status === 0;
  if (!withTorch) console.log("python3-torch is not installed: no ratio");
  for (const shape of shapes) {
    const mine = await ours(device.value, shape, withTorch ? share / 2 : share);
    const theirs = withTorch ? torch(shape, share / 2) : null;
    console.log(
      `${shape.name}: ${parameterCount(shape.config)} parameters, ${shape.rows} x ${shape.length} tokens: ` +
        `${mine.cpu.toFixed(0)} CPU ms, ${mine.wall.toFixed(0)} wall ms per step, ${((shape.rows * shape.length * 1000) / mine.wall).toFixed(0)} tokens/s` +
        (theirs === null
          ? ""
          : `; PyTorch ${theirs.cpu.toFixed(0)} CPU ms, ${theirs.wall.toFixed(0)} wall ms; ratio ${(mine.cpu / theirs.cpu).toFixed(2)}`),
    );
  }
  device.value.dispose();
}
void main();
