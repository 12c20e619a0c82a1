/** A whole decoder against float64: loss, and the gradients of every parameter and of activations inside. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Device } from "../../../language-server/lab/ggml/device.ts";
import { Program } from "../../../language-server/lab/ggml/program.ts";
import { gradients } from "../../../language-server/lab/graph/gradients.ts";
import { Graph } from "../../../language-server/lab/graph/graph.ts";
import { crossEntropy, targetPlaces } from "../../../language-server/lab/graph/losses.ts";
import { elements, type Node, shapeOf } from "../../../language-server/lab/graph/node.ts";
import {
  type DecoderConfig,
  type LoraConfig,
  loraSpecs,
  parameterSpecs,
} from "../../../language-server/lab/model/config.ts";
import { decoderLogits, readingTap, replacingTap } from "../../../language-server/lab/model/decoder.ts";
import { packedMask } from "../../../language-server/lab/train/batchGraph.ts";
import { causalMask } from "../../../language-server/lab/train/data.ts";
import { assertClose, numbers, openDevice } from "./labKit.ts";
import { differences, evaluate } from "./reference.ts";

const config: DecoderConfig = {
  vocabulary: 7,
  layers: 2,
  width: 8,
  heads: 4,
  keyValueHeads: 2,
  hidden: 10,
  context: 8,
  ropeBase: 10_000,
  normEpsilon: 1e-5,
  tied: false,
};
const rows = 2;
const length = 4;

interface Built {
  readonly graph: Graph;
  readonly loss: Node;
  readonly logits: Node;
  readonly parameters: Map<string, Node>;
  readonly fed: Record<string, Float32Array | Int32Array>;
  readonly found: Map<string, Node>;
}

function build(device: Device, of: DecoderConfig, lora?: LoraConfig, packed = false, patch?: string): Built {
  const graph = new Graph(device.fused);
  const parameters = new Map<string, Node>();
  const fed: Record<string, Float32Array | Int32Array> = {
    tokens: Int32Array.of(1, 2, 3, 4, 6, 5, 0, 2),
    positions: packed ? Int32Array.of(0, 1, 0, 1, 0, 1, 2, 3) : Int32Array.of(0, 1, 2, 3, 0, 1, 2, 3),
    places: targetPlaces([2, 3, 4, 5, 5, 0, 2, 1], of.vocabulary),
    weights: Float32Array.of(1, 0, 1, 0.5, 1, 1, 0, 1),
  };
  const specs = [...parameterSpecs(of), ...(lora === undefined ? [] : loraSpecs(of, lora))];
  for (const [i, { name, shape, role }] of specs.entries()) {
    parameters.set(name, graph.input(name, shape));
    fed[name] = numbers(elements(shape), i + 3).map((value) => (role === "norm" ? 1 + value / 4 : value));
  }
  const count = shapeOf(rows * length);
  const found = new Map<string, Node>();
  const read = readingTap(new Set(["embedding", "0.query", "1.heads", "0.neurons", "1.residual"]), found);
  const replace = replacingTap(graph, new Set(patch === undefined ? [] : [patch]));
  if (patch !== undefined) {
    const size = 8 * rows * length;
    fed[`${patch}.mask`] = new Float32Array(size);
    fed[`${patch}.stored`] = numbers(size, 40);
  }
  const logits = decoderLogits(
    graph,
    of,
    (name) => parameters.get(name)!,
    {
      tokens: graph.input("tokens", count, "i32"),
      positions: graph.input("positions", count, "i32"),
      mask: packed
        ? packedMask(graph, graph.constant(Float32Array.of(0, 0, 1, 1, 0, 0, 0, 0), shapeOf(4, 1, 1, 2)))
        : graph.constant(causalMask(length), shapeOf(length, length)),
      rows,
      length,
    },
    { tap: (name, node) => read(name, replace(name, node)), ...(lora === undefined ? {} : { lora }) },
  );
  const loss = crossEntropy(
    graph,
    logits,
    graph.input("places", count, "i32"),
    graph.input("weights", shapeOf(1, rows * length)),
  );
  return { graph, loss, logits, parameters, fed, found };
}

async function check(device: Device, built: Built, names: readonly string[]): Promise<void> {
  const { graph, loss, parameters, fed, found } = built;
  const wrt = [...names.map((name) => parameters.get(name)!), ...found.values()];
  const labels = [...names, ...found.keys()];
  const outputs: Record<string, Node> = { loss };
  gradients(graph, loss, wrt).forEach((gradient, i) => {
    assert.ok(gradient, labels[i]);
    outputs[labels[i]!] = gradient;
  });
  const program = new Program(device, graph, { outputs });
  const got = await program.run(fed);
  program.dispose();
  const given = new Map<Node, Float64Array>();
  for (const [name, values] of Object.entries(fed)) {
    const known = parameters.get(name) ?? graph.input(name, ...inputShape(name, values.length, built.loss));
    given.set(known, Float64Array.from(values));
  }
  assertClose(got.loss!, evaluate(loss, given), 1e-5, "loss");
  for (const [i, node] of wrt.entries()) {
    assertClose(got[labels[i]!]!, differences(loss, node, given), 5e-4, labels[i]!);
  }
}

function inputShape(name: string, size: number, loss: Node): [ReturnType<typeof shapeOf>, ("f32" | "i32")?] {
  if (name === "weights") return [shapeOf(1, size)];
  if (name.includes(".")) return [findInput(loss, name).shape];
  return [shapeOf(size), "i32"];
}

function findInput(from: Node, name: string): Node {
  const open = [from];
  const seen = new Set(open);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === name) return node;
    for (const input of node.inputs) {
      if (!seen.has(input)) open.push(input);
      seen.add(input);
    }
  }
  throw new Error(name);
}

let device: Device;
before(async () => {
  device = await openDevice();
});
after(() => device.dispose());

/** Logits do not need what only the loss takes. */
const logitsOf = async (built: Built, changes: Built["fed"] = {}): Promise<Float32Array> => {
  const program = new Program(device, built.graph, { outputs: { logits: built.logits } });
  const { places: _, weights: __, ...fed } = { ...built.fed, ...changes };
  const { logits } = await program.run(fed);
  program.dispose();
  return logits!;
};

const namesOf = (of: DecoderConfig) => parameterSpecs(of).map(({ name }) => name);

test("gradients of all parameters and of activations, with shared key and value heads", () =>
  check(device, build(device, config), namesOf(config)));

test("the same without fused operations", async () => {
  const plain = await openDevice(true);
  await check(plain, build(plain, config), namesOf(config));
  plain.dispose();
});

test("a tied embedding gets the gradients of both its uses", () => {
  const tied = { ...config, layers: 1, tied: true };
  const built = build(device, tied);
  built.found.delete("1.heads");
  return check(device, built, ["token_embd.weight", "output_norm.weight"]);
});

test("adapters", () => {
  const lora: LoraConfig = { rank: 2, alpha: 3, targets: ["attn_q", "attn_v", "ffn_down"] };
  const built = build(device, config, lora);
  built.found.clear();
  return check(
    device,
    built,
    loraSpecs(config, lora).map(({ name }) => name),
  );
});

test("texts packed into one row do not see each other", async () => {
  const built = build(device, config, undefined, true);
  await check(device, built, ["blk.0.attn_k.weight", "token_embd.weight"]);
  const before_ = await logitsOf(built);
  const tokens = Int32Array.from(built.fed.tokens!);
  tokens[0] = 5;
  const after_ = await logitsOf(built, { tokens });
  const row = (logits: Float32Array, at: number) => [...logits.subarray(at * 7, (at + 1) * 7)];
  assert.notDeepEqual(row(before_, 1), row(after_, 1));
  assert.deepEqual(row(before_, 2), row(after_, 2));
  assert.deepEqual(row(before_, 3), row(after_, 3));
});

test("an activation that is replaced changes what follows, and one that is not leaves everything alone", async () => {
  const built = build(device, config, undefined, false, "0.residual");
  const plain = build(device, config);
  const untouched = await logitsOf(plain);
  assertClose(await logitsOf(built), untouched, 1e-6, "logits");
  const mask = new Float32Array(8 * rows * length).fill(1, 8 * 2, 8 * 3);
  const patched = await logitsOf(built, { "0.residual.mask": mask });
  assert.deepEqual([...patched.subarray(0, 14)], [...untouched.subarray(0, 14)]);
  assert.notDeepEqual([...patched.subarray(14, 21)], [...untouched.subarray(14, 21)]);
});
