/**
 * Builds computations node by node. Shapes are checked here, so that a mistake is an error with names and shapes
 * instead of an abort in native code. Equal nodes are built once.
 */
import { wantBroadcast, wantEqualShapes, wantFloats, wantIndices, wantWritable } from "./checks.ts";
import {
  type Attributes,
  type DataType,
  elements,
  type FusedOperation,
  fusedOperations,
  labelOf,
  type Node,
  type Operation,
  type OwnRule,
  type RopeSettings,
  type Shape,
  ShapeError,
  sameShape,
  shapeOf,
  shapeText,
  type TensorRef,
} from "./node.ts";

interface Extra {
  readonly attributes?: Attributes;
  readonly tensor?: TensorRef;
  readonly name?: string;
  readonly values?: Float32Array | Int32Array;
  readonly rule?: OwnRule;
  /** Operations that write to a tensor are never shared. */
  readonly unique?: boolean;
  readonly type?: DataType;
}

/** Axes that swap the first two dimensions. */
const transposed: Shape = [1, 0, 2, 3];

export class Graph {
  readonly fused: ReadonlySet<FusedOperation>;
  readonly #shared = new Map<string, Node>();
  readonly #tensors = new Map<TensorRef, Node>();
  readonly #inputs = new Map<string, Node>();
  #nextId = 0;

  /** `fused`: backward operations that the device has; all by default. */
  constructor(fused: Iterable<FusedOperation> = fusedOperations) {
    this.fused = new Set(fused);
  }

  // ---- leaves

  /** The current value of a tensor that lives on the device. */
  tensor(tensor: TensorRef): Node {
    const known = this.#tensors.get(tensor);
    if (known !== undefined) return known;
    const node = this.#node("tensor", tensor.shape, [], { tensor, type: tensor.type, unique: true });
    this.#tensors.set(tensor, node);
    return node;
  }

  /** A value that is given anew for each run. The same name is the same node. */
  input(name: string, shape: Shape, type: DataType = "f32"): Node {
    const known = this.#inputs.get(name);
    if (known !== undefined) {
      if (!sameShape(known.shape, shape) || known.type !== type) {
        throw new ShapeError(`Input ${name} exists as ${known.type} ${shapeText(known.shape)}.`);
      }
      return known;
    }
    const node = this.#node("input", shape, [], { name, type, unique: true });
    this.#inputs.set(name, node);
    return node;
  }

  constant(values: Float32Array | Int32Array, shape: Shape): Node {
    if (values.length !== elements(shape)) {
      throw new ShapeError(`constant: ${values.length} values for ${shapeText(shape)}.`);
    }
    return this.#node("constant", shape, [], {
      values,
      type: values instanceof Int32Array ? "i32" : "f32",
      unique: true,
    });
  }

  #ones = new Map<number, Node>();
  /** A row of ones. */
  ones(length: number): Node {
    const known = this.#ones.get(length);
    if (known !== undefined) return known;
    const node = this.constant(new Float32Array(length).fill(1), shapeOf(length));
    this.#ones.set(length, node);
    return node;
  }

  // ---- element by element

  /** `b` may have extent 1 where `a` has more; its values then count for all of them. */
  add(a: Node, b: Node): Node {
    return this.#broadcast("add", a, b);
  }
  sub(a: Node, b: Node): Node {
    return this.#broadcast("sub", a, b);
  }
  mul(a: Node, b: Node): Node {
    return this.#broadcast("mul", a, b);
  }
  div(a: Node, b: Node): Node {
    return this.#broadcast("div", a, b);
  }
  /** scale · x + bias */
  scale(x: Node, scale: number, bias = 0): Node {
    return this.#unary("scale", x, { scale, bias });
  }
  silu(x: Node): Node {
    return this.#unary("silu", x);
  }
  sigmoid(x: Node): Node {
    return this.#unary("sigmoid", x);
  }
  log(x: Node): Node {
    return this.#unary("log", x);
  }
  exp(x: Node): Node {
    return this.#unary("exp", x);
  }
  sqrt(x: Node): Node {
    return this.#unary("sqrt", x);
  }
  sqr(x: Node): Node {
    return this.#unary("sqr", x);
  }
  clamp(x: Node, low: number, high: number): Node {
    return this.#unary("clamp", x, { low, high });
  }
  /** Repeats extents of 1 up to `shape`. */
  repeat(x: Node, shape: Shape): Node {
    if (sameShape(x.shape, shape)) return x;
    wantBroadcast("repeat", shape, x);
    return this.#node("repeat", shape, [this.cont(x)], {});
  }

  // ---- along the first dimension

  /** [k, n] · [k, m] → [n, m]; further dimensions of `a` divide those of `b`. */
  matmul(a: Node, b: Node): Node {
    wantFloats("matmul", a, b);
    const matrix = a.shape[2] === 1 && a.shape[3] === 1;
    if (
      a.shape[0] !== b.shape[0] ||
      (!matrix && (b.shape[2] % a.shape[2] !== 0 || a.shape[3] !== b.shape[3]))
    ) {
      throw new ShapeError(`matmul: ${labelOf(a)} and ${labelOf(b)} do not fit; want [k, n] and [k, m].`);
    }
    if (matrix && elements(b.shape) !== b.shape[0] * b.shape[1]) {
      const flat = this.reshape(b, shapeOf(b.shape[0], b.shape[1] * b.shape[2] * b.shape[3]));
      const product = this.matmul(a, flat);
      return this.reshape(product, [a.shape[1], b.shape[1], b.shape[2], b.shape[3]]);
    }
    const shape: Shape = [a.shape[1], b.shape[1], b.shape[2], b.shape[3]];
    return this.#node("matmul", shape, [this.cont(a), this.cont(b)], {});
  }

  /**
   * Σ over m of a[·, m] b[·, m]ᵀ: [k, m], [n, m] → [k, n], for each index of further dimensions; the gradient by the
   * left side of a product without transposed copies.
   */
  outerProducts(a: Node, b: Node): Node {
    wantFloats("outerProducts", a, b);
    if (a.shape[1] !== b.shape[1] || a.shape[2] !== b.shape[2] || a.shape[3] !== b.shape[3]) {
      throw new ShapeError(
        `outerProducts: ${labelOf(a)} and ${labelOf(b)} do not fit; want [k, m] and [n, m].`,
      );
    }
    const shape: Shape = [a.shape[0], b.shape[0], a.shape[2], a.shape[3]];
    if (shape[3] === 1) return this.#node("outerProducts", shape, [this.cont(a), this.cont(b)], {});
    // Devices take one further dimension in one go, and go through the last one in a loop.
    const flat = (x: Node) => this.reshape(x, shapeOf(x.shape[0], x.shape[1], x.shape[2] * x.shape[3]));
    return this.reshape(this.outerProducts(flat(a), flat(b)), shape);
  }

  /** Rows of `table` [d, n] by index [m] → [d, m]. */
  rows(table: Node, indices: Node): Node {
    wantFloats("rows", table);
    wantIndices("rows", indices);
    if (elements(table.shape) !== table.shape[0] * table.shape[1]) {
      throw new ShapeError(`rows: ${labelOf(table)} is no matrix.`);
    }
    return this.#node("rows", shapeOf(table.shape[0], indices.shape[0]), [this.cont(table), indices], {});
  }

  /** softmax(scale · x + mask) along the first dimension. */
  softmax(x: Node, scale = 1, mask?: Node): Node {
    wantFloats("softmax", x);
    if (mask !== undefined) {
      wantFloats("softmax", mask);
      const fits =
        mask.shape[0] === x.shape[0] &&
        mask.shape[1] === x.shape[1] &&
        x.shape[2] % mask.shape[2] === 0 &&
        x.shape[3] % mask.shape[3] === 0;
      if (!fits) throw new ShapeError(`softmax: mask ${labelOf(mask)} does not fit ${labelOf(x)}.`);
    }
    const inputs = mask === undefined ? [this.cont(x)] : [this.cont(x), this.cont(mask)];
    return this.#node("softmax", x.shape, inputs, { attributes: { scale } });
  }

  /** x / √(mean(x²) + ε) along the first dimension. */
  rmsNorm(x: Node, epsilon: number): Node {
    return this.#unary("rmsNorm", x, { epsilon });
  }

  /** Rotary position embedding of x [head size, heads, positions, …]. */
  rope(x: Node, positions: Node, rope: RopeSettings): Node {
    return this.#rotate("rope", x, positions, rope);
  }

  /** [n, …] → [1, …] */
  sumRows(x: Node): Node {
    wantFloats("sumRows", x);
    return this.#node("sumRows", [1, x.shape[1], x.shape[2], x.shape[3]], [this.cont(x)], {});
  }
  /** Everything → one number. */
  sum(x: Node): Node {
    wantFloats("sum", x);
    return this.#node("sum", shapeOf(1), [this.cont(x)], {});
  }

  // ---- shape

  reshape(x: Node, shape: Shape): Node {
    if (elements(shape) !== elements(x.shape)) {
      throw new ShapeError(`reshape: ${labelOf(x)} does not become ${shapeText(shape)}.`);
    }
    if (sameShape(shape, x.shape)) return x;
    const base = x.operation === "reshape" ? (x.inputs[0] ?? x) : x;
    if (sameShape(shape, base.shape)) return base;
    return this.#node("reshape", shape, [this.cont(base)], {});
  }
  /** Dimension i of `x` becomes dimension axes[i]. */
  permute(x: Node, axes: Shape): Node {
    if (new Set(axes).size !== 4 || axes.some((axis) => axis < 0 || axis > 3)) {
      throw new ShapeError(`permute: [${axes.join(", ")}] is no order of the dimensions of ${labelOf(x)}.`);
    }
    const shape: [number, number, number, number] = [1, 1, 1, 1];
    for (let i = 0; i < 4; i++) shape[axes[i] ?? 0] = x.shape[i] ?? 1;
    return this.#node("permute", shape, [this.cont(x)], { attributes: { axes } });
  }
  transpose(x: Node): Node {
    return this.permute(x, transposed);
  }
  /** The same values in memory order; `x` itself when they are already. */
  cont(x: Node): Node {
    if (x.operation !== "permute") return x;
    return this.#node("cont", x.shape, [x], {});
  }

  // ---- gradients

  /** The value of `value`, with a gradient of its own for `sources`; used where a composed rule is better. */
  withGradient(value: Node, sources: readonly Node[], rule: OwnRule): Node {
    return this.#node("withGradient", value.shape, [value, ...sources], { rule, unique: true });
  }
  softmaxBack(gradient: Node, y: Node, scale: number): Node {
    wantEqualShapes("softmaxBack", gradient, y);
    // ggml may write the result over an input that nobody needs any more, which goes wrong with `y`. A gradient of its
    // own is always taken first.
    return this.#node("softmaxBack", y.shape, [this.copy(gradient), this.cont(y)], { attributes: { scale } });
  }
  rmsNormBack(gradient: Node, x: Node, epsilon: number): Node {
    wantEqualShapes("rmsNormBack", gradient, x);
    return this.#node("rmsNormBack", x.shape, [this.cont(gradient), this.cont(x)], {
      attributes: { epsilon },
    });
  }
  siluBack(gradient: Node, x: Node): Node {
    wantEqualShapes("siluBack", gradient, x);
    return this.#node("siluBack", x.shape, [this.cont(gradient), this.cont(x)], {});
  }
  ropeBack(gradient: Node, positions: Node, rope: RopeSettings): Node {
    return this.#rotate("ropeBack", gradient, positions, rope);
  }
  /** Adds rows of `gradient` [d, m] into a table of `shape` by index. */
  rowsBack(gradient: Node, indices: Node, shape: Shape): Node {
    wantFloats("rowsBack", gradient);
    wantIndices("rowsBack", indices);
    if (gradient.shape[0] !== shape[0] || gradient.shape[1] !== indices.shape[0]) {
      throw new ShapeError(`rowsBack: ${labelOf(gradient)} does not fit ${shapeText(shape)}.`);
    }
    return this.#node("rowsBack", shape, [this.cont(gradient), indices], {});
  }
  /** Sums over what was repeated. */
  repeatBack(gradient: Node, shape: Shape): Node {
    for (let i = 0; i < 4; i++) {
      if ((gradient.shape[i] ?? 1) % (shape[i] ?? 1) !== 0) {
        throw new ShapeError(`repeatBack: ${labelOf(gradient)} is no repetition of ${shapeText(shape)}.`);
      }
    }
    return this.#node("repeatBack", shape, [this.cont(gradient)], {});
  }

  // ---- writing

  /** Writes `rows` [d, m] into `target` [d, n] by index; the value is the whole target. */
  setRows(target: Node, rows: Node, indices: Node): Node {
    wantFloats("setRows", target, rows);
    wantIndices("setRows", indices);
    const fits =
      target.shape[0] === rows.shape[0] &&
      rows.shape[1] === indices.shape[0] &&
      elements(target.shape) === target.shape[0] * target.shape[1] &&
      elements(rows.shape) === rows.shape[0] * rows.shape[1];
    if (!fits) throw new ShapeError(`setRows: ${labelOf(rows)} does not fit into ${labelOf(target)}.`);
    return this.#node("setRows", target.shape, [target, this.cont(rows), indices], { unique: true });
  }
  /** A copy of `x` of its own, to be written to or to keep a value that is overwritten later. */
  copy(x: Node): Node {
    return this.#node("scale", x.shape, [this.cont(x)], {
      attributes: { scale: 1, bias: 0 },
      unique: true,
    });
  }
  /** Overwrites a tensor. */
  assign(target: Node, value: Node): Node {
    wantWritable("assign", target, value);
    return this.#node("assign", target.shape, [target, this.cont(value)], { unique: true });
  }
  /** target += value */
  addTo(target: Node, value: Node): Node {
    wantWritable("addTo", target, value);
    return this.#node("addTo", target.shape, [target, this.cont(value)], { unique: true });
  }
  /**
   * One AdamW step (Loshchilov and Hutter 2019) of a parameter and its moments, in place.
   * `settings` [7]: learning rate, β₁, β₂, ε, weight decay, 1/(1−β₁ᵗ), 1/(1−β₂ᵗ).
   */
  adamw(parameter: Node, gradient: Node, first: Node, second: Node, settings: Node): Node {
    for (const other of [gradient, first, second]) wantWritable("adamw", parameter, other);
    if (elements(settings.shape) !== 7)
      throw new ShapeError(`adamw: settings ${labelOf(settings)}, want [7].`);
    return this.#node("adamw", parameter.shape, [parameter, this.cont(gradient), first, second, settings], {
      unique: true,
    });
  }

  // ---- sharing

  #rotate(operation: "rope" | "ropeBack", x: Node, positions: Node, rope: RopeSettings): Node {
    wantFloats(operation, x);
    wantIndices(operation, positions);
    if (positions.shape[0] !== x.shape[2] || rope.dimensions % 2 !== 0 || rope.dimensions > x.shape[0]) {
      throw new ShapeError(
        `${operation}: ${labelOf(x)} with ${labelOf(positions)} and ${rope.dimensions} rotated dimensions; want [head size, heads, positions].`,
      );
    }
    return this.#node(operation, x.shape, [this.cont(x), positions], { attributes: { rope } });
  }

  #unary(operation: Operation, x: Node, attributes: Attributes = {}): Node {
    wantFloats(operation, x);
    return this.#node(operation, x.shape, [this.cont(x)], { attributes });
  }

  #broadcast(operation: Operation, a: Node, b: Node): Node {
    wantFloats(operation, a, b);
    wantBroadcast(operation, a.shape, b);
    return this.#node(operation, a.shape, [this.cont(a), this.cont(b)], {});
  }

  #node(operation: Operation, shape: Shape, inputs: readonly Node[], extra: Extra): Node {
    const attributes = extra.attributes ?? {};
    const key =
      extra.unique === true
        ? null
        : `${operation} ${shape.join()} ${inputs.map((node) => node.id).join()} ${JSON.stringify(attributes)}`;
    const known = key === null ? undefined : this.#shared.get(key);
    if (known !== undefined) return known;
    const node: Node = {
      id: this.#nextId++,
      operation,
      shape,
      type: extra.type ?? inputs[0]?.type ?? "f32",
      inputs,
      attributes,
      ...(extra.tensor === undefined ? {} : { tensor: extra.tensor }),
      ...(extra.name === undefined ? {} : { name: extra.name }),
      ...(extra.values === undefined ? {} : { values: extra.values }),
      ...(extra.rule === undefined ? {} : { rule: extra.rule }),
    };
    if (key !== null) this.#shared.set(key, node);
    return node;
  }
}
