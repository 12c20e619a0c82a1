/** What a device can do at most, measured by the library that runs the models. */
import type { MachineLimits } from "../contract/engine.ts";
import type { Device } from "./ggml/device.ts";
import { Program } from "./ggml/program.ts";
import { Graph } from "./graph/graph.ts";
import { shapeOf } from "./graph/node.ts";

interface Sizes {
  /** Square matrix that a vector is multiplied with: larger than any cache. */
  readonly read: number;
  /** Square matrix, and columns that it is multiplied with. */
  readonly multiplied: number;
  readonly columns: number;
}

/** On a graphics card small work would measure how long it takes to start any. */
const sizes = {
  processor: { read: 4096, multiplied: 2048, columns: 512 },
  card: { read: 16_384, multiplied: 8192, columns: 4096 },
} as const satisfies Record<string, Sizes>;
/** Other programs only ever slow a try down. */
const tries = 6;

/**
 * Bytes a second of reading a matrix once (a product with one vector), and operations a second of a product of large
 * 32-bit matrices. Takes about a second.
 */
export async function measureLimits(device: Device): Promise<MachineLimits> {
  const { read, multiplied, columns } = device.kind === "cpu" ? sizes.processor : sizes.card;
  const reading = await quickest(device, read, 1);
  const multiplying = await quickest(device, multiplied, columns);
  return {
    bytesPerSecond: (read * read * 4) / reading,
    flopsPerSecond: (2 * multiplied * multiplied * columns) / multiplying,
    threads: device.threads,
  };
}

/** Seconds of the quickest product of a square matrix with so many columns. */
async function quickest(device: Device, width: number, columns: number): Promise<number> {
  const arena = device.arena([
    { name: "matrix", shape: shapeOf(width, width) },
    { name: "columns", shape: shapeOf(width, columns) },
  ]);
  const graph = new Graph(device.fused);
  const product = graph.matmul(graph.tensor(arena.get("matrix")), graph.tensor(arena.get("columns")));
  const program = new Program(device, graph, { outputs: { product } });
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < tries; i++) {
      const from = performance.now();
      await program.run({}, []);
      best = Math.min(best, performance.now() - from);
    }
    return best / 1000;
  } finally {
    program.dispose();
    arena.dispose();
  }
}
