/** What the lab's tests share: a device with one thread, made-up numbers, and the comparison with the reference. */
import assert from "node:assert/strict";
import { Device } from "../../../language-server/lab/ggml/device.ts";
import { Program } from "../../../language-server/lab/ggml/program.ts";
import { gradients } from "../../../language-server/lab/graph/gradients.ts";
import { Graph } from "../../../language-server/lab/graph/graph.ts";
import {
  elements,
  type FusedOperation,
  type Node,
  type Shape,
  shapeOf,
} from "../../../language-server/lab/graph/node.ts";
import { differences, evaluate } from "./reference.ts";

export async function openDevice(portable = false): Promise<Device> {
  const device = await Device.open({ kind: "cpu", threads: 1, portable });
  assert.ok(device.ok, device.ok ? "" : `${device.error.message} ${device.error.detail ?? ""}`);
  return device.value;
}

/** Smooth made-up numbers, the same each time. */
export const numbers = (count: number, seed = 1): Float32Array =>
  Float32Array.from(
    { length: count },
    (_, i) => Math.sin(1 + i * 1.7 + seed * 13.1) * 0.8 + 0.1 * Math.cos(i),
  );

export interface Case {
  readonly inputs: Readonly<
    Record<
      string,
      Shape | { readonly indices: number[] } | { readonly values: Float32Array; readonly shape: Shape }
    >
  >;
  readonly build: (graph: Graph, inputs: Record<string, Node>) => Node;
  /** Inputs to differentiate by. */
  readonly wrt: readonly string[];
}

type Spec = Case["inputs"][string];
/** Arrays have a `values` of their own. */
const isShape = (spec: Spec): spec is Shape => Array.isArray(spec);

/** Checks the value of a computation and its gradients by the inputs against float64. */
export async function checkCase(
  device: Device,
  kase: Case,
  tolerance = 2e-4,
  fused: Iterable<FusedOperation> = device.fused,
): Promise<void> {
  const graph = new Graph(fused);
  const inputs: Record<string, Node> = {};
  const fed: Record<string, Float32Array | Int32Array> = {};
  for (const [i, [name, spec]] of Object.entries(kase.inputs).entries()) {
    if (isShape(spec)) {
      inputs[name] = graph.input(name, spec);
      fed[name] = numbers(elements(spec), i + 1);
    } else if ("indices" in spec) {
      inputs[name] = graph.input(name, shapeOf(spec.indices.length), "i32");
      fed[name] = Int32Array.from(spec.indices);
    } else {
      inputs[name] = graph.input(name, spec.shape);
      fed[name] = spec.values;
    }
  }
  const y = kase.build(graph, inputs);
  // Uneven weights, so that a mix-up of elements shows.
  const weighted = graph.mul(y, graph.constant(numbers(elements(y.shape), 77), y.shape));
  const wrt = kase.wrt.map((name) => inputs[name]!);
  const found = gradients(graph, weighted, wrt);
  const outputs: Record<string, Node> = { y };
  kase.wrt.forEach((name, i) => {
    assert.ok(found[i], `no gradient for ${name}`);
    outputs[`d ${name}`] = found[i]!;
  });
  const program = new Program(device, graph, { outputs });
  const got = await program.run(fed);
  program.dispose();
  const given = new Map(
    Object.entries(fed).map(([name, values]) => [inputs[name]!, Float64Array.from(values)]),
  );
  assertClose(got.y!, evaluate(y, given), tolerance, "value");
  for (const name of kase.wrt) {
    assertClose(
      got[`d ${name}`]!,
      differences(weighted, inputs[name]!, given),
      tolerance,
      `gradient by ${name}`,
    );
  }
}

/** Largest difference, relative to the largest wanted value (at least 1e-2). */
export function assertClose(
  got: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  assert.equal(got.length, wanted.length, what);
  let top = 1e-2;
  for (let i = 0; i < wanted.length; i++) top = Math.max(top, Math.abs(wanted[i]!));
  for (let i = 0; i < got.length; i++) {
    const off = Math.abs(got[i]! - wanted[i]!) / top;
    assert.ok(off <= tolerance, `${what}[${i}]: ${got[i]} instead of ${wanted[i]}`);
  }
}
