/** Every operation's value and gradient against float64, with the fused backward operations and without them. */

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Device } from "../../../language-server/lab/ggml/device.ts";
import { Program } from "../../../language-server/lab/ggml/program.ts";
import { gradients } from "../../../language-server/lab/graph/gradients.ts";
import { Graph } from "../../../language-server/lab/graph/graph.ts";
import { crossEntropy, distillation, targetPlaces } from "../../../language-server/lab/graph/losses.ts";
import { elements, type Node, ShapeError, shapeOf } from "../../../language-server/lab/graph/node.ts";
import { type Case, checkCase, numbers, openDevice } from "./labKit.ts";

const s = shapeOf;
const positive = (count: number) => numbers(count).map((value) => Math.abs(value) + 0.3);
const one = (operation: (graph: Graph, x: Node) => Node, values = numbers(24)): Case => ({
  inputs: { x: { values, shape: s(4, 3, 2) } },
  build: (g, { x }) => operation(g, x!),
  wrt: ["x"],
});
const causal = (length: number) =>
  Float32Array.from({ length: length * length }, (_, i) =>
    i % length <= Math.floor(i / length) ? 0 : Number.NEGATIVE_INFINITY,
  );

const cases: Record<string, Case> = {
  silu: one((g, x) => g.silu(x)),
  sigmoid: one((g, x) => g.sigmoid(x)),
  exp: one((g, x) => g.exp(x)),
  sqr: one((g, x) => g.sqr(x)),
  log: one((g, x) => g.log(x), positive(24)),
  sqrt: one((g, x) => g.sqrt(x), positive(24)),
  "scale and bias": one((g, x) => g.scale(x, -2.5, 0.75)),
  "sum of rows": one((g, x) => g.sumRows(x)),
  sum: one((g, x) => g.sum(x)),
  "permute and reshape": one((g, x) => g.reshape(g.permute(x, [2, 0, 1, 3]), s(8, 3))),
  "RMS norm": one((g, x) => g.rmsNorm(x, 1e-5)),
  softmax: one((g, x) => g.softmax(x, 1.3)),
  "a value used twice": one((g, x) => g.mul(g.silu(x), g.add(x, x))),
  "softmax with a causal mask": {
    inputs: { x: s(5, 5, 2, 2), mask: { values: causal(5), shape: s(5, 5) } },
    build: (g, { x, mask }) => g.softmax(x!, 0.5, mask!),
    wrt: ["x"],
  },
  "softmax with a mask for each sequence": {
    inputs: {
      x: s(3, 3, 2, 2),
      mask: { values: Float32Array.from([...causal(3), ...new Float32Array(9)]), shape: s(3, 3, 1, 2) },
    },
    build: (g, { x, mask }) => g.softmax(x!, 1, mask!),
    wrt: ["x"],
  },
  "weight times positions": {
    inputs: { w: s(5, 4), x: s(5, 3, 2) },
    build: (g, { w, x }) => g.matmul(w!, x!),
    wrt: ["w", "x"],
  },
  "batched product": {
    inputs: { a: s(5, 4, 2, 2), b: s(5, 3, 2, 2) },
    build: (g, { a, b }) => g.matmul(a!, b!),
    wrt: ["a", "b"],
  },
  "product with a shared head": {
    inputs: { a: s(5, 4, 2, 2), b: s(5, 3, 6, 2) },
    build: (g, { a, b }) => g.matmul(a!, b!),
    wrt: ["a", "b"],
  },
  "product of permuted values": {
    inputs: { a: s(5, 2, 4), b: s(5, 2, 3) },
    build: (g, { a, b }) => g.matmul(g.permute(a!, [0, 2, 1, 3]), g.permute(b!, [0, 2, 1, 3])),
    wrt: ["a", "b"],
  },
  "weight over all positions": {
    inputs: { x: s(6, 5), w: s(6) },
    build: (g, { x, w }) => g.mul(x!, w!),
    wrt: ["x", "w"],
  },
  "one number per position": {
    inputs: { x: s(6, 5), w: s(1, 5) },
    build: (g, { x, w }) => g.sub(x!, w!),
    wrt: ["x", "w"],
  },
  "one number for all": {
    inputs: { x: s(6, 5), w: { values: Float32Array.of(1.7), shape: s(1) } },
    build: (g, { x, w }) => g.div(x!, w!),
    wrt: ["x", "w"],
  },
  "spread in the middle": {
    inputs: { x: s(4, 3, 2), w: s(4, 1, 2) },
    build: (g, { x, w }) => g.mul(x!, w!),
    wrt: ["x", "w"],
  },
  repeat: {
    inputs: { x: s(1, 3) },
    build: (g, { x }) => g.repeat(x!, s(4, 3)),
    wrt: ["x"],
  },
  "rows of a table, some twice": {
    inputs: { table: s(6, 5), ids: { indices: [4, 1, 4, 0] } },
    build: (g, { table, ids }) => g.rows(table!, ids!),
    wrt: ["table"],
  },
  "rotation of neighbours": {
    inputs: { x: s(8, 2, 3), at: { indices: [0, 3, 11] } },
    build: (g, { x, at }) => g.rope(x!, at!, { dimensions: 8, base: 100, pairs: "neighbours" }),
    wrt: ["x"],
  },
  "rotation of halves, not of all": {
    inputs: { x: s(8, 2, 3), at: { indices: [0, 3, 11] } },
    build: (g, { x, at }) => g.rope(x!, at!, { dimensions: 4, base: 100, pairs: "halves" }),
    wrt: ["x"],
  },
  "cross entropy with masked rows": {
    inputs: {
      x: s(5, 4),
      places: { indices: [...targetPlaces([3, 0, 0, 4], 5)] },
      weights: { values: Float32Array.of(1, 0, 0.5, 2), shape: s(1, 4) },
    },
    build: (g, { x, places, weights }) => crossEntropy(g, x!, places!, weights!),
    wrt: ["x"],
  },
  "distillation at temperature 2": {
    inputs: {
      x: s(4, 3),
      teacher: {
        values: Float32Array.of(0.1, 0.2, 0.3, 0.4, 0.7, 0.1, 0.1, 0.1, 0.25, 0.25, 0.4, 0.1),
        shape: s(4, 3),
      },
      weights: { values: Float32Array.of(1, 0.5, 0), shape: s(1, 3) },
    },
    build: (g, { x, teacher, weights }) => distillation(g, x!, teacher!, weights!, 2),
    wrt: ["x"],
  },
};

/** Operations that have a fused backward one. */
const fusedBackwards: Record<string, (graph: Graph, x: Node) => Node> = {
  silu: (g, x) => g.silu(x),
  softmax: (g, x) => g.softmax(x, 1.3),
  "RMS norm": (g, x) => g.rmsNorm(x, 1e-5),
  rotation: (g, x) =>
    g.rope(
      x,
      g.constant(
        Int32Array.from({ length: x.shape[2] }, (_, i) => i),
        s(x.shape[2]),
      ),
      {
        dimensions: 4,
        base: 100,
        pairs: "halves",
      },
    ),
};
// ggml may write a result over an input that nobody needs any more: over the incoming gradient when it is its own, else
// over what the operation was made of.
for (const [name, operation] of Object.entries(fusedBackwards)) {
  for (const shape of [s(4), s(4, 3), s(4, 1, 3), s(4, 3, 2)]) {
    const of = (build: Case["build"]): Case => ({ inputs: { x: shape }, build, wrt: ["x"] });
    const flat = s(elements(shape));
    const title = `${name} of [${shape.join(", ")}]`;
    cases[`${title}, a gradient of its own`] = of((g, { x }) => g.sqr(operation(g, g.exp(x!))));
    cases[`${title}, a gradient that is a view`] = of((g, { x }) =>
      g.sqr(g.reshape(operation(g, g.exp(x!)), flat)),
    );
    cases[`${title}, a gradient used twice`] = of((g, { x }) => {
      const middle = g.exp(x!);
      return g.sqr(g.add(operation(g, middle), middle));
    });
    cases[`${title} of a view`] = of((g, { x }) =>
      g.sqr(operation(g, g.reshape(g.exp(g.reshape(x!, flat)), shape))),
    );
  }
}

for (const portable of [false, true]) {
  describe(portable ? "plain operations only" : "fused operations", () => {
    let device: Device;
    before(async () => {
      device = await openDevice(portable);
    });
    after(() => device.dispose());
    for (const [name, kase] of Object.entries(cases)) test(name, () => checkCase(device, kase));
    for (const [name, kase] of Object.entries(cases)) {
      // What CUDA is given instead of products of transposed copies.
      if (!/product/.test(name)) continue;
      test(`${name}, by outer products`, () =>
        checkCase(device, kase, 2e-4, [...device.fused, "batchedOuterProducts"]));
    }
  });
}

describe("mistakes are errors with names and shapes, not aborts", () => {
  const graph = new Graph();
  const a = graph.input("a", s(4, 3));
  const b = graph.input("b", s(5, 3));
  const ids = graph.input("ids", s(2), "i32");
  const mistakes: Record<string, () => unknown> = {
    matmul: () => graph.matmul(a, b),
    add: () => graph.add(a, b),
    reshape: () => graph.reshape(a, s(5, 5)),
    rows: () => graph.rows(a, b),
    softmax: () => graph.softmax(a, 1, b),
    rope: () => graph.rope(a, ids, { dimensions: 4, base: 10, pairs: "halves" }),
    "an extent of 0": () => s(4, 0),
    "an input twice": () => graph.input("a", s(9)),
    "a target outside the vocabulary": () => targetPlaces([7], 5),
    "a gradient through writing": () =>
      gradients(graph, graph.setRows(graph.copy(a), a, graph.input("i", s(3), "i32")), [a]),
  };
  for (const [name, mistake] of Object.entries(mistakes)) {
    test(name, () => {
      assert.throws(mistake, ShapeError);
    });
  }
  test("the message names both sides", () => {
    assert.throws(() => graph.matmul(a, b), /a \[4, 3\].*b \[5, 3\]/);
  });
});

test("an index outside of its table is an error, where ggml would abort", async () => {
  const device = await openDevice();
  const graph = new Graph(device.fused);
  const [table, ids] = [graph.input("table", s(4, 3)), graph.input("ids", s(2), "i32")];
  const program = new Program(device, graph, { outputs: { y: graph.rows(table, ids) } });
  const run = (...indices: number[]) => program.run({ table: numbers(12), ids: Int32Array.from(indices) });
  await assert.rejects(run(0, 3), /ids\[1\] is 3.*0 to 2/);
  await assert.rejects(run(-1, 0), ShapeError);
  assert.equal((await run(2, 0)).y?.length, 8);
  const fixed = graph.rows(table, graph.constant(Int32Array.of(5), s(1)));
  assert.throws(() => new Program(device, graph, { outputs: { fixed } }), ShapeError);
  program.dispose();
  device.dispose();
});

test("inputs of the wrong size, missing inputs and released programs are errors", async () => {
  const device = await openDevice();
  const graph = new Graph(device.fused);
  const x = graph.input("x", s(3));
  const program = new Program(device, graph, { outputs: { y: graph.exp(x) } });
  await assert.rejects(program.run({}), /x/);
  await assert.rejects(program.run({ x: new Float32Array(4) }), /3.*4/);
  await assert.rejects(program.run({ other: new Float32Array(4) }), /other/);
  assert.ok((await program.run({ x: new Float32Array(3) })).y);
  program.dispose();
  await assert.rejects(program.run({ x: new Float32Array(3) }), /released/);
  device.dispose();
});
