/** What operations want of the nodes that they are built on. Each check throws a `ShapeError` that names the node. */
import {
  elements,
  labelOf,
  type Node,
  type Operation,
  type Shape,
  ShapeError,
  sameShape,
  shapeText,
} from "./node.ts";

/** Every node holds real numbers. */
export function wantFloats(operation: Operation, ...nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.type !== "f32") throw new ShapeError(`${operation}: ${labelOf(node)} holds whole numbers.`);
  }
}

/** The node is one row of whole numbers. */
export function wantIndices(operation: Operation, node: Node): void {
  if (node.type !== "i32" || node.shape[0] !== elements(node.shape)) {
    throw new ShapeError(`${operation}: ${labelOf(node)} is no list of indices.`);
  }
}

/** Both hold real numbers in the same shape. */
export function wantEqualShapes(operation: Operation, a: Node, b: Node): void {
  wantFloats(operation, a, b);
  if (!sameShape(a.shape, b.shape)) {
    throw new ShapeError(`${operation}: ${labelOf(a)} and ${labelOf(b)} differ.`);
  }
}

/** `b` has extent 1 wherever it does not have that of `shape`. */
export function wantBroadcast(operation: Operation, shape: Shape, b: Node): void {
  for (let i = 0; i < 4; i++) {
    if (b.shape[i] !== shape[i] && b.shape[i] !== 1) {
      throw new ShapeError(`${operation}: ${labelOf(b)} does not spread over ${shapeText(shape)}.`);
    }
  }
}

/** The target is memory of a tensor, and the value fits into it. */
export function wantWritable(operation: Operation, target: Node, value: Node): void {
  wantEqualShapes(operation, target, value);
  if (target.operation !== "tensor" && target.operation !== "adamw") {
    throw new ShapeError(`${operation}: ${labelOf(target)} is no tensor that can be written to.`);
  }
}
