/**
 * Reverse-mode differentiation of a graph with respect to any of its nodes, by rules whose results are graph nodes
 * again (vector–Jacobian products). Each rule has a form in plain forward operations for devices without the fused one.
 */
import type { Graph } from "./graph.ts";
import { elements, labelOf, type Node, type Shape, ShapeError, sameShape, shapeOf } from "./node.ts";

/** One entry per input of a node; null where no gradient flows. */
type Rule = (graph: Graph, node: Node, gradient: Node) => readonly (Node | null)[];

/**
 * Gradients of the sum of `target` with respect to `wrt`, in that order; null where `target` does not depend on one.
 * `seed`: gradient of the target itself, ones when left out.
 */
export function gradients(
  graph: Graph,
  target: Node,
  wrt: readonly Node[],
  seed?: Node,
): readonly (Node | null)[] {
  const order = reachable(target);
  const needed = new Set<Node>(wrt);
  for (const node of order) {
    if (node.inputs.some((input) => needed.has(input))) needed.add(node);
  }
  const flows = new Map<Node, Node>();
  flows.set(target, seed ?? graph.repeat(graph.ones(1), target.shape));
  for (const node of order.toReversed()) {
    const gradient = flows.get(node);
    if (gradient === undefined || !needed.has(node) || node.inputs.length === 0) continue;
    if (!node.inputs.some((input) => needed.has(input))) continue;
    const rule = rules[node.operation];
    if (rule === undefined) throw new ShapeError(`No gradient goes through ${labelOf(node)}.`);
    const parts = rule(graph, node, gradient);
    for (const [i, input] of node.inputs.entries()) {
      const part = parts[i];
      if (part === undefined || part === null || !needed.has(input)) continue;
      const before = flows.get(input);
      flows.set(input, before === undefined ? part : graph.add(before, part));
    }
  }
  return wrt.map((node) => flows.get(node) ?? null);
}

/** All nodes that `target` depends on, inputs first. */
function reachable(target: Node): Node[] {
  const seen = new Set<Node>([target]);
  const open = [target];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const input of node.inputs) {
      if (seen.has(input)) continue;
      seen.add(input);
      open.push(input);
    }
  }
  return [...seen].sort((a, b) => a.id - b.id);
}

const first = (node: Node): Node => inputAt(node, 0);
function inputAt(node: Node, index: number): Node {
  const input = node.inputs[index];
  if (input === undefined) throw new ShapeError(`${labelOf(node)} lacks input ${index}.`);
  return input;
}

/** Sums `x` down to a shape that has extent 1 where it was spread. */
function sumTo(graph: Graph, x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  if (elements(shape) === 1) return graph.reshape(graph.sum(x), shape);
  const tail = shape[1] * shape[2] * shape[3];
  if (shape[0] === x.shape[0] && tail === 1) {
    // A weight over all positions: a product with ones is the fastest form that every device has.
    if (graph.fused.has("repeatBack")) return graph.repeatBack(x, shape);
    const flat = graph.reshape(x, shapeOf(x.shape[0], x.shape[1] * x.shape[2] * x.shape[3]));
    return graph.reshape(graph.matmul(graph.transpose(flat), graph.ones(flat.shape[1])), shape);
  }
  let sum = x;
  for (let axis = 0; axis < 4; axis++) {
    if (sum.shape[axis] === shape[axis]) continue;
    const swap: [number, number, number, number] = [0, 1, 2, 3];
    swap[0] = axis;
    swap[axis] = 0;
    sum = axis === 0 ? graph.sumRows(sum) : graph.permute(graph.sumRows(graph.permute(sum, swap)), swap);
  }
  return graph.cont(sum);
}

/** Sums neighbouring groups along the third dimension, which a product had shared one matrix among. */
function sumGroups(graph: Graph, x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  const groups = x.shape[2] / shape[2];
  const grouped = graph.reshape(x, [shape[0] * shape[1], groups, shape[2], shape[3]]);
  return graph.reshape(graph.sumRows(graph.transpose(grouped)), shape);
}

/** Where index i of a list of n selects row r: the value at [i, r], as a [n, rows] matrix of zeros and ones. */
function oneHotTransposed(graph: Graph, indices: Node, rows: number): Node {
  const identity = new Float32Array(rows * rows);
  for (let i = 0; i < rows; i++) identity[i * rows + i] = 1;
  return graph.transpose(graph.rows(graph.constant(identity, shapeOf(rows, rows)), indices));
}

const rules: Partial<Record<Node["operation"], Rule>> = {
  add: (g, node, dy) => [dy, sumTo(g, dy, inputAt(node, 1).shape)],
  sub: (g, node, dy) => [dy, g.scale(sumTo(g, dy, inputAt(node, 1).shape), -1)],
  mul: (g, node, dy) => {
    const [a, b] = [first(node), inputAt(node, 1)];
    return [g.mul(dy, b), sumTo(g, g.mul(dy, a), b.shape)];
  },
  div: (g, node, dy) => {
    const b = inputAt(node, 1);
    return [g.div(dy, b), g.scale(sumTo(g, g.div(g.mul(dy, node), b), b.shape), -1)];
  },
  scale: (g, node, dy) => [g.scale(dy, node.attributes.scale ?? 1)],
  log: (g, node, dy) => [g.div(dy, first(node))],
  exp: (g, node, dy) => [g.mul(dy, node)],
  sqrt: (g, node, dy) => [g.scale(g.div(dy, node), 0.5)],
  sqr: (g, node, dy) => [g.scale(g.mul(dy, first(node)), 2)],
  sigmoid: (g, node, dy) => [g.mul(dy, g.mul(node, g.scale(node, -1, 1)))],
  silu: (g, node, dy) => {
    const x = first(node);
    if (g.fused.has("siluBack")) return [g.siluBack(dy, x)];
    const s = g.sigmoid(x);
    return [g.mul(dy, g.mul(s, g.scale(g.mul(x, g.scale(s, -1, 1)), 1, 1)))];
  },
  matmul: (g, node, dy) => {
    const [a, b] = [first(node), inputAt(node, 1)];
    const isMatrix = b.shape[2] === 1 && b.shape[3] === 1;
    if (g.fused.has(isMatrix ? "outerProducts" : "batchedOuterProducts")) {
      return [sumGroups(g, g.outerProducts(b, dy), a.shape), g.matmul(g.transpose(a), dy)];
    }
    // The far larger side goes to the left, where it is transposed and made bfloat16 in one go.
    const da =
      elements(dy.shape) > 4 * elements(b.shape)
        ? g.transpose(g.matmul(g.transpose(dy), g.transpose(b)))
        : g.matmul(g.transpose(b), g.transpose(dy));
    return [sumGroups(g, da, a.shape), g.matmul(g.transpose(a), dy)];
  },
  rows: (g, node, dy) => {
    const [table, indices] = [first(node), inputAt(node, 1)];
    if (g.fused.has("rowsBack")) return [g.rowsBack(dy, indices, table.shape), null];
    return [g.matmul(g.transpose(dy), oneHotTransposed(g, indices, table.shape[1])), null];
  },
  softmax: (g, node, dy) => {
    const scale = node.attributes.scale ?? 1;
    if (g.fused.has("softmaxBack")) return [g.softmaxBack(dy, node, scale), null];
    const mean = g.sumRows(g.mul(node, dy));
    return [g.scale(g.mul(node, g.sub(dy, mean)), scale), null];
  },
  rmsNorm: (g, node, dy) => {
    const x = first(node);
    const epsilon = node.attributes.epsilon ?? 0;
    if (g.fused.has("rmsNormBack")) return [g.rmsNormBack(dy, x, epsilon)];
    const share = 1 / x.shape[0];
    const along = g.scale(g.sumRows(g.mul(node, dy)), share);
    const root = g.sqrt(g.scale(g.sumRows(g.sqr(x)), share, epsilon));
    return [g.div(g.sub(dy, g.mul(node, along)), root)];
  },
  rope: (g, node, dy) =>
    node.attributes.rope === undefined ? [] : [g.ropeBack(dy, inputAt(node, 1), node.attributes.rope), null],
  repeat: (g, node, dy) => [sumTo(g, dy, first(node).shape)],
  sumRows: (g, node, dy) => [g.repeat(dy, first(node).shape)],
  sum: (g, node, dy) => [g.repeat(dy, first(node).shape)],
  reshape: (g, node, dy) => [g.reshape(dy, first(node).shape)],
  cont: (_, __, dy) => [dy],
  permute: (g, node, dy) => {
    const inverse: [number, number, number, number] = [0, 0, 0, 0];
    for (const [i, axis] of (node.attributes.axes ?? [0, 1, 2, 3]).entries()) inverse[axis] = i;
    return [g.cont(g.permute(dy, inverse))];
  },
  withGradient: (_, node, dy) => [null, ...(node.rule?.(dy) ?? [])],
};
