/**
 * Computes one batch's gradients and the self-test on a kind of device. Arguments: the kind, `portable` or `fused`.
 * Writes one line of JSON: what it found, or why there is no such device.
 */
import { Device } from "../../../language-server/lab/ggml/device.ts";
import { Program } from "../../../language-server/lab/ggml/program.ts";
import { gradients } from "../../../language-server/lab/graph/gradients.ts";
import { Graph } from "../../../language-server/lab/graph/graph.ts";
import { crossEntropy, targetPlaces } from "../../../language-server/lab/graph/losses.ts";
import { elements, type Node, shapeOf } from "../../../language-server/lab/graph/node.ts";
import { type DecoderConfig, parameterSpecs } from "../../../language-server/lab/model/config.ts";
import { decoderLogits } from "../../../language-server/lab/model/decoder.ts";
import { initialValues } from "../../../language-server/lab/model/initialise.ts";
import { selfTest } from "../../../language-server/lab/selfTest.ts";
import { causalMask } from "../../../language-server/lab/train/data.ts";

const config: DecoderConfig = {
  vocabulary: 64,
  layers: 2,
  width: 64,
  heads: 4,
  keyValueHeads: 2,
  hidden: 96,
  context: 32,
  ropeBase: 10_000,
  normEpsilon: 1e-5,
  tied: true,
};

async function main(): Promise<void> {
  const kind = process.argv[2];
  if (kind !== "cpu" && kind !== "cuda" && kind !== "vulkan" && kind !== "metal") throw new Error(kind);
  const opened = await Device.open({ kind, threads: 1, portable: process.argv[3] === "portable" });
  if (!opened.ok) {
    console.log(JSON.stringify({ absent: opened.error.message }));
    return;
  }
  const device = opened.value;
  const tested = await selfTest(device);
  const g = new Graph(device.fused);
  const [rows, length] = [2, 32];
  const count = shapeOf(rows * length);
  const parameters = new Map<string, Node>();
  const fed: Record<string, Float32Array | Int32Array> = {
    tokens: Int32Array.from({ length: 64 }, (_, i) => (i * 29) % 64),
    positions: Int32Array.from({ length: 64 }, (_, i) => i % 32),
    places: targetPlaces(
      Array.from({ length: 64 }, (_, i) => (i * 31 + 7) % 64),
      64,
    ),
    weights: Float32Array.from({ length: 64 }, (_, i) => (i % 3) / 2),
  };
  for (const spec of parameterSpecs(config)) {
    parameters.set(spec.name, g.input(spec.name, spec.shape));
    fed[spec.name] = initialValues(config, spec, 5);
  }
  const logits = decoderLogits(g, config, (name) => parameters.get(name)!, {
    tokens: g.input("tokens", count, "i32"),
    positions: g.input("positions", count, "i32"),
    mask: g.constant(causalMask(length), shapeOf(length, length)),
    rows,
    length,
  });
  const loss = crossEntropy(g, logits, g.input("places", count, "i32"), g.input("weights", shapeOf(1, 64)));
  const outputs: Record<string, Node> = { loss };
  const names = [...parameters.keys()];
  gradients(g, loss, [...parameters.values()]).forEach((gradient, i) => {
    outputs[names[i]!] = gradient!;
  });
  const results = await new Program(device, g, { outputs }).run(fed);
  const found = Object.fromEntries(
    Object.entries(results).map(([name, values]) => {
      // Enough to see any difference: the length, and every hundredth value.
      const norm = Math.sqrt(
        values.reduce((sum, value) => sum + value * value, 0) / elements(outputs[name]!.shape),
      );
      return [name, [norm, ...values.filter((_, i) => i % 97 === 0)]];
    }),
  );
  console.log(
    JSON.stringify({ device: device.description, fused: [...device.fused], selfTest: tested, found }),
  );
}
main().then(() => process.exit(0));
