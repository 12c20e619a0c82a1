/**
 * A computation as plain data: nodes with shapes, no native code. It can be differentiated, evaluated by a reference
 * interpreter, and lowered to ggml.
 */

/**
 * Extents of the four dimensions, the first one contiguous in memory (ggml's order). A weight that maps `in` values to
 * `out` values has shape [in, out], which is row-major [out][in] as in GGUF.
 */
export type Shape = readonly [number, number, number, number];

export type DataType = "f32" | "i32";

/** A tensor that outlives programs: a parameter, optimiser state, a cache. The device holds its values. */
export interface TensorRef {
  readonly name: string;
  readonly shape: Shape;
  readonly type: DataType;
}

/** What a node computes. Numbers that shape the computation stand in the node's `attributes`. */
export type Operation =
  | "tensor"
  | "input"
  | "constant"
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "scale"
  | "matmul"
  | "outerProducts"
  | "rows"
  | "softmax"
  | "softmaxBack"
  | "rmsNorm"
  | "rmsNormBack"
  | "rope"
  | "ropeBack"
  | "rowsBack"
  | "repeat"
  | "repeatBack"
  | "silu"
  | "siluBack"
  | "sigmoid"
  | "log"
  | "exp"
  | "sqrt"
  | "sqr"
  | "clamp"
  | "sumRows"
  | "sum"
  | "reshape"
  | "permute"
  | "cont"
  | "setRows"
  | "assign"
  | "addTo"
  | "adamw"
  | "withGradient";

/** Backward operations that some devices lack or do slowly; the rules then fall back to plain forward operations. */
export type FusedOperation =
  | "softmaxBack"
  | "rmsNormBack"
  | "rowsBack"
  | "repeatBack"
  | "siluBack"
  | "outerProducts"
  | "batchedOuterProducts";
/** Those that a CPU is best served with. */
export const fusedOperations: readonly FusedOperation[] = [
  "softmaxBack",
  "rmsNormBack",
  "rowsBack",
  "repeatBack",
  "siluBack",
  "outerProducts",
];

export interface RopeSettings {
  /** Dimensions of a head that are rotated; even. */
  readonly dimensions: number;
  readonly base: number;
  /** Neighbouring pairs (llama in GGUF) or halves (NeoX). */
  readonly pairs: "neighbours" | "halves";
}

export interface Attributes {
  readonly scale?: number;
  readonly bias?: number;
  readonly epsilon?: number;
  readonly low?: number;
  readonly high?: number;
  readonly axes?: Shape;
  readonly rope?: RopeSettings;
}

/** Gives the gradients for `sources` of a `withGradient` node, in their order. */
export type OwnRule = (gradient: Node) => readonly Node[];

export interface Node {
  /** Rises with creation: every input of a node has a smaller id. */
  readonly id: number;
  readonly operation: Operation;
  readonly shape: Shape;
  readonly type: DataType;
  readonly inputs: readonly Node[];
  readonly attributes: Attributes;
  /** For `tensor`. */
  readonly tensor?: TensorRef;
  /** For `input`. */
  readonly name?: string;
  /** For `constant`. */
  readonly values?: Float32Array | Int32Array;
  /** For `withGradient`: its value is that of `inputs[0]`, its gradient goes to `inputs[1…]` by this rule. */
  readonly rule?: OwnRule;
}

export const elements = (shape: Shape): number => shape[0] * shape[1] * shape[2] * shape[3];

export const sameShape = (a: Shape, b: Shape): boolean =>
  a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];

export const shapeText = (shape: Shape): string => {
  let length = 4;
  while (length > 1 && shape[length - 1] === 1) length--;
  return `[${shape.slice(0, length).join(", ")}]`;
};

/** Completes up to four extents with ones. */
export function shapeOf(...extents: number[]): Shape {
  if (extents.length > 4) throw new ShapeError(`More than four dimensions: [${extents.join(", ")}].`);
  const [a = 1, b = 1, c = 1, d = 1] = extents;
  for (const extent of [a, b, c, d]) {
    if (!Number.isSafeInteger(extent) || extent < 1) {
      throw new ShapeError(`Extents are whole numbers from 1: [${extents.join(", ")}].`);
    }
  }
  return [a, b, c, d];
}

/** How a node is called in messages. */
export const labelOf = (node: Node): string =>
  `${node.tensor?.name ?? node.name ?? node.operation} ${shapeText(node.shape)}`;

/** Shapes that do not fit. Thrown before anything native is called, where ggml would abort the process. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}
