/** One native call per node of a graph. Shapes have been checked when the node was made. */
import { labelOf, type Node, type RopeSettings, ShapeError } from "../graph/node.ts";
import type { FunctionName, GgmlLibrary, Pointer } from "./library.ts";
import { ggmlTypes, ropeModes } from "./prototypes.ts";

const plainCalls: Partial<Record<Node["operation"], FunctionName>> = {
  add: "ggml_add",
  sub: "ggml_sub",
  mul: "ggml_mul",
  div: "ggml_div",
  matmul: "ggml_mul_mat",
  outerProducts: "ggml_out_prod",
  rows: "ggml_get_rows",
  silu: "ggml_silu",
  sigmoid: "ggml_sigmoid",
  log: "ggml_log",
  exp: "ggml_exp",
  sqrt: "ggml_sqrt",
  sqr: "ggml_sqr",
  sumRows: "ggml_sum_rows",
  sum: "ggml_sum",
  cont: "ggml_cont",
  siluBack: "ggml_silu_back",
  setRows: "ggml_set_rows",
  addTo: "ggml_add_inplace",
  adamw: "ggml_opt_step_adamw",
};

/**
 * A side of a product in bfloat16, straight from the permuted values where there are some; null where the
 * product is to stay in float32: the kernels for bfloat16 want rows of 32.
 */
export function lowerHalf(
  library: GgmlLibrary,
  context: Pointer,
  side: Node,
  handleOf: (node: Node) => Pointer,
): Pointer | null {
  if (side.shape[0] % 32 !== 0) return null;
  const source = side.operation === "cont" ? (side.inputs[0] ?? side) : side;
  return library.pointer("ggml_cast", context, handleOf(source), ggmlTypes.bf16);
}

/** Adds the node to a native context and gives its tensor. */
export function lowerNode(
  library: GgmlLibrary,
  context: Pointer,
  node: Node,
  handleOf: (node: Node) => Pointer,
): Pointer {
  const inputs = node.inputs;
  const at = (index: number): Pointer => {
    const input = inputs[index];
    if (input === undefined) throw new ShapeError(`${labelOf(node)} lacks input ${index}.`);
    return handleOf(input);
  };
  const { attributes } = node;
  const simple = plainCalls[node.operation];
  if (simple !== undefined) return library.pointer(simple, context, ...inputs.map(handleOf));
  switch (node.operation) {
    case "scale":
      return library.pointer("ggml_scale_bias", context, at(0), attributes.scale ?? 1, attributes.bias ?? 0);
    case "clamp":
      // ggml clamps in place: it gets a copy, as the value may be needed elsewhere.
      return library.pointer(
        "ggml_clamp",
        context,
        library.pointer("ggml_scale_bias", context, at(0), 1, 0),
        attributes.low ?? 0,
        attributes.high ?? 0,
      );
    case "softmax":
      return library.pointer(
        "ggml_soft_max_ext",
        context,
        at(0),
        inputs.length > 1 ? at(1) : null,
        attributes.scale ?? 1,
        0,
      );
    case "softmaxBack":
      return library.pointer("ggml_soft_max_ext_back", context, at(0), at(1), attributes.scale ?? 1, 0);
    case "rmsNorm":
      return library.pointer("ggml_rms_norm", context, at(0), attributes.epsilon ?? 0);
    case "rmsNormBack":
      return library.pointer("ggml_rms_norm_back", context, at(0), at(1), attributes.epsilon ?? 0);
    case "rope":
      return rotate("ggml_rope_ext");
    case "ropeBack":
      return rotate("ggml_rope_ext_back");
    case "repeat":
      return library.pointer("ggml_repeat", context, at(0), shapeOnly());
    case "repeatBack":
      return library.pointer("ggml_repeat_back", context, at(0), shapeOnly());
    case "rowsBack":
      return library.pointer("ggml_get_rows_back", context, at(0), at(1), shapeOnly());
    case "reshape":
      return library.pointer("ggml_reshape_4d", context, at(0), ...node.shape);
    case "permute":
      return library.pointer("ggml_permute", context, at(0), ...(attributes.axes ?? [0, 1, 2, 3]));
    case "assign":
      return library.pointer("ggml_cpy", context, at(1), at(0));
    case "withGradient":
      return at(0);
    default:
      throw new ShapeError(`${labelOf(node)} cannot be lowered.`);
  }

  /** A tensor that only shows ggml a shape; it is no part of the graph. */
  function shapeOnly(): Pointer {
    return library.pointer("ggml_new_tensor_4d", context, 0, ...node.shape);
  }

  function rotate(name: FunctionName): Pointer {
    const rope: RopeSettings | undefined = attributes.rope;
    if (rope === undefined) throw new ShapeError(`${labelOf(node)} has no rotation.`);
    return library.pointer(
      name,
      context,
      at(0),
      at(1),
      null,
      rope.dimensions,
      ropeModes[rope.pairs],
      0,
      rope.base,
      1,
      0,
      1,
      0,
      0,
    );
  }
}
