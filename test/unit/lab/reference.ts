/**
 * Evaluates a graph in float64, in plain loops: what the device's results and gradients are held against. Knows forward
 * operations only, so that it shares nothing with the gradient rules.
 */
import { elements, type Node, type Shape } from "../../../language-server/lab/graph/node.ts";

export type Values = ReadonlyMap<Node, Float64Array>;

/** The value of `target`; `given` has values for inputs and tensors, and may overrule any node. */
export function evaluate(target: Node, given: Values): Float64Array {
  const known = new Map<Node, Float64Array>(given);
  const visit = (node: Node): Float64Array => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const inputs = node.operation === "withGradient" ? node.inputs.slice(0, 1) : node.inputs;
    const value = forward(node, inputs.map(visit));
    known.set(node, value);
    return value;
  };
  return visit(target);
}

/** Gradient of the sum of `target` by one node: central differences in float64. */
export function differences(target: Node, by: Node, given: Values, step = 1e-5): Float64Array {
  const base = given.get(by) ?? evaluate(by, given);
  const result = new Float64Array(base.length);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  for (let i = 0; i < base.length; i++) {
    const moved = (by_: number) => {
      const values = Float64Array.from(base);
      values[i]! += by_;
      return total(evaluate(target, new Map(given).set(by, values)));
    };
    result[i] = (moved(step) - moved(-step)) / (2 * step);
  }
  return result;
}

const strides = (shape: Shape): Shape => [1, shape[0], shape[0] * shape[1], shape[0] * shape[1] * shape[2]];

/** Calls with the index of every element and its four coordinates. */
function each(shape: Shape, visit: (index: number, at: [number, number, number, number]) => void): void {
  let index = 0;
  for (let d = 0; d < shape[3]; d++)
    for (let c = 0; c < shape[2]; c++)
      for (let b = 0; b < shape[1]; b++) for (let a = 0; a < shape[0]; a++) visit(index++, [a, b, c, d]);
}

function forward(node: Node, values: Float64Array[]): Float64Array {
  const { shape, attributes, inputs } = node;
  const out = new Float64Array(elements(shape));
  const x = values[0] ?? out;
  const y = values[1] ?? out;
  const unary = (f: (value: number) => number) => x.map(f);
  const spread = (other: Shape, at: readonly number[]) => {
    const s = strides(other);
    return at.reduce((sum, value, i) => sum + (value % other[i]!) * s[i]!, 0);
  };
  const binary = (f: (a: number, b: number) => number) => {
    each(shape, (i, at) => {
      out[i] = f(x[i]!, y[spread(inputs[1]!.shape, at)]!);
    });
    return out;
  };
  const rowwise = (f: (row: Float64Array, index: number) => ArrayLike<number>) => {
    const width = inputs[0]!.shape[0];
    const outWidth = shape[0];
    for (let r = 0; r < x.length / width; r++) {
      out.set(f(x.subarray(r * width, (r + 1) * width), r) as number[], r * outWidth);
    }
    return out;
  };
  switch (node.operation) {
    case "constant":
      return Float64Array.from(node.values!);
    case "add":
      return binary((a, b) => a + b);
    case "sub":
      return binary((a, b) => a - b);
    case "mul":
      return binary((a, b) => a * b);
    case "div":
      return binary((a, b) => a / b);
    case "scale":
      return unary((value) => value * attributes.scale! + attributes.bias!);
    case "silu":
      return unary((value) => value / (1 + Math.exp(-value)));
    case "sigmoid":
      return unary((value) => 1 / (1 + Math.exp(-value)));
    case "log":
      return unary(Math.log);
    case "exp":
      return unary(Math.exp);
    case "sqrt":
      return unary(Math.sqrt);
    case "sqr":
      return unary((value) => value * value);
    case "clamp":
      return unary((value) => Math.min(attributes.high!, Math.max(attributes.low!, value)));
    case "sumRows":
      return rowwise((row) => [row.reduce((a, b) => a + b, 0)]);
    case "sum":
      return Float64Array.of(x.reduce((a, b) => a + b, 0));
    case "rmsNorm":
      return rowwise((row) => {
        const mean = row.reduce((a, b) => a + b * b, 0) / row.length;
        return row.map((value) => value / Math.sqrt(mean + attributes.epsilon!));
      });
    case "softmax": {
      const mask = inputs[1];
      return rowwise((row, r) => {
        const [n, m, c] = [shape[1], mask?.shape ?? shape, shape[2]];
        const maskRow =
          (r % n) + m[1] * ((Math.floor(r / n) % c) % m[2]) + m[1] * m[2] * (Math.floor(r / n / c) % m[3]);
        const moved = row.map(
          (value, i) => value * attributes.scale! + (mask === undefined ? 0 : y[maskRow * m[0] + i]!),
        );
        const top = Math.max(...moved);
        const weights = moved.map((value) => Math.exp(value - top));
        const sum = weights.reduce((a, b) => a + b, 0);
        return weights.map((value) => value / sum);
      });
    }
    case "matmul": {
      const [a, b] = [inputs[0]!.shape, inputs[1]!.shape];
      const group = b[2] / a[2];
      each(shape, (i, [n, m, c, d]) => {
        const rowA = ((d % a[3]) * a[2] + Math.floor(c / group)) * a[1] + n;
        const rowB = (d * b[2] + c) * b[1] + m;
        let sum = 0;
        for (let k = 0; k < a[0]; k++) sum += x[rowA * a[0] + k]! * y[rowB * b[0] + k]!;
        out[i] = sum;
      });
      return out;
    }
    case "rows": {
      const width = shape[0];
      y.forEach((row, r) => {
        out.set(x.subarray(row * width, (row + 1) * width), r * width);
      });
      return out;
    }
    case "rope": {
      const { dimensions, base, pairs } = attributes.rope!;
      out.set(x);
      each(shape, (i, [a, , c]) => {
        if (a >= dimensions) return;
        const half = dimensions / 2;
        const isFirst = pairs === "neighbours" ? a % 2 === 0 : a < half;
        if (!isFirst) return;
        const pair = pairs === "neighbours" ? a / 2 : a;
        const partner = pairs === "neighbours" ? i + 1 : i + half;
        const angle = y[c]! * base ** ((-2 * pair) / dimensions);
        const [u, v] = [x[i]!, x[partner]!];
        out[i] = u * Math.cos(angle) - v * Math.sin(angle);
        out[partner] = u * Math.sin(angle) + v * Math.cos(angle);
      });
      return out;
    }
    case "repeat":
      each(shape, (i, at) => {
        out[i] = x[spread(inputs[0]!.shape, at)]!;
      });
      return out;
    case "reshape":
    case "cont":
    case "withGradient":
      return x;
    case "permute": {
      const s = strides(shape);
      each(inputs[0]!.shape, (i, at) => {
        out[at.reduce((sum, value, axis) => sum + value * s[attributes.axes![axis]!]!, 0)] = x[i]!;
      });
      return out;
    }
    default:
      throw new Error(`The reference does not know ${node.operation}.`);
  }
}
