/** A graph lowered to ggml once and run many times. */
import type { Graph } from "../graph/graph.ts";
import { elements, labelOf, type Node, type Shape, ShapeError } from "../graph/node.ts";
import { type Arena, type Device, DeviceTensor, type TensorSpec } from "./device.ts";
import type { Pointer } from "./library.ts";
import { lowerHalf, lowerNode } from "./lower.ts";

export interface ProgramSpec {
  /** Values to be read after a run, by name. */
  readonly outputs: Readonly<Record<string, Node>>;
  /** Nodes that write to tensors, in the order in which they are to happen; after all outputs. */
  readonly effects?: readonly Node[];
  /**
   * `bf16` computes products of bfloat16 values, summed in float32: about twice as fast where the processor has
   * instructions for it, with relative errors of 2⁻⁸ per factor. Everything else stays float32.
   */
  readonly products?: "f32" | "bf16";
}

export type InputValues = Readonly<Record<string, Float32Array | Int32Array>>;

export class Program {
  readonly device: Device;
  /** Memory for everything between inputs and outputs, in bytes. */
  readonly workBytes: number;
  readonly nodeCount: number;
  readonly #outputs: ReadonlyMap<string, { readonly handle: Pointer; readonly shape: Shape }>;
  readonly #inputs: Arena;
  /** What indices of an input must stay below. */
  readonly #bounds: ReadonlyMap<string, number>;
  readonly #given = new Set<string>();
  readonly #inputNames: readonly string[];
  readonly #constants: Arena;
  readonly #context: Pointer;
  readonly #allocator: Pointer;
  readonly #native: Pointer;
  readonly #uses: readonly DeviceTensor[];
  #alive = true;

  constructor(device: Device, _graph: Graph, spec: ProgramSpec) {
    const { library } = device;
    this.device = device;
    const targets = [...Object.values(spec.outputs), ...(spec.effects ?? [])];
    const nodes = collect(targets);

    const leaf = (operation: Node["operation"]) => nodes.filter((node) => node.operation === operation);
    const specOf = (node: Node): TensorSpec => ({
      name: node.name ?? `constant ${node.id}`,
      shape: node.shape,
      type: node.type,
    });
    this.#uses = leaf("tensor").map(deviceTensorOf);
    this.#inputs = device.arena(leaf("input").map(specOf));
    this.#bounds = indexBounds(nodes);
    this.#inputNames = [...this.#inputs.tensors.keys()];
    this.#constants = device.arena(leaf("constant").map(specOf));

    const handles = new Map<Node, Pointer>();
    for (const node of leaf("tensor")) handles.set(node, deviceTensorOf(node).handle);
    for (const node of leaf("input")) handles.set(node, this.#inputs.get(specOf(node).name).handle);
    for (const node of leaf("constant")) {
      const tensor = this.#constants.get(specOf(node).name);
      if (node.values !== undefined) tensor.write(node.values);
      handles.set(node, tensor.handle);
    }

    // Outputs may need a contiguous copy of their own; every node makes at most three native tensors.
    const capacity = nodes.length * 3 + targets.length + 16;
    this.#context = library.context(
      capacity * library.number("ggml_tensor_overhead") +
        library.number("ggml_graph_overhead_custom", capacity, false) +
        4096,
    );
    try {
      this.#native = library.pointer("ggml_new_graph_custom", this.#context, capacity, false);
      const handleOf = (node: Node): Pointer => {
        const handle = handles.get(node);
        if (handle === undefined) throw new ShapeError(`${labelOf(node)} was not lowered.`);
        return handle;
      };
      const halves = new Map<Node, Pointer | null>();
      const halfOf = (side: Node): Pointer | null => {
        const known = halves.get(side);
        if (known !== undefined) return known;
        const half = lowerHalf(library, this.#context, side, handleOf);
        halves.set(side, half);
        return half;
      };
      for (const node of nodes) {
        if (handles.has(node)) continue;
        const sides = new Map<Node, Pointer>();
        const [left, right] = node.inputs;
        if (spec.products === "bf16" && node.operation === "matmul" && left !== undefined && left !== right) {
          const half = halfOf(left);
          if (half !== null) sides.set(left, half);
          // ggml converts the right side itself; one that is permuted is cheaper to copy and convert in one go.
          const other = half !== null && right?.operation === "cont" ? halfOf(right) : null;
          if (right !== undefined && other !== null) sides.set(right, other);
        }
        const handle = lowerNode(
          library,
          this.#context,
          node,
          (input) => sides.get(input) ?? handleOf(input),
        );
        if (library.call("ggml_backend_supports_op", device.backend, handle) !== true) {
          throw new ShapeError(
            `${device.description} cannot compute ${labelOf(node)} of ${node.inputs.map(labelOf).join(", ")}.`,
          );
        }
        handles.set(node, handle);
      }
      const outputs = new Map<string, { handle: Pointer; shape: Shape }>();
      for (const [name, node] of Object.entries(spec.outputs)) {
        // A copy of its own: an output may be a view, or a tensor that a later effect changes.
        const handle = library.pointer(
          "ggml_scale_bias",
          this.#context,
          plain(library, this.#context, node, handleOf),
          1,
          0,
        );
        library.call("ggml_set_output", handle);
        library.call("ggml_build_forward_expand", this.#native, handle);
        outputs.set(name, { handle, shape: node.shape });
      }
      for (const node of spec.effects ?? []) {
        library.call("ggml_build_forward_expand", this.#native, handleOf(node));
      }
      this.#outputs = outputs;
      this.nodeCount = library.number("ggml_graph_n_nodes", this.#native);
      this.#allocator = library.pointer(
        "ggml_gallocr_new",
        library.pointer("ggml_backend_get_default_buffer_type", device.backend),
      );
      if (library.call("ggml_gallocr_alloc_graph", this.#allocator, this.#native) !== true) {
        library.call("ggml_gallocr_free", this.#allocator);
        throw new Error("There is not enough memory on the device for this computation.");
      }
      this.workBytes = library.number("ggml_gallocr_get_buffer_size", this.#allocator, 0);
    } catch (error) {
      library.call("ggml_free", this.#context);
      this.#inputs.dispose();
      this.#constants.dispose();
      throw error;
    }
  }

  /**
   * Runs once. An input keeps its value from the run before when it is not given.
   * `want`: names of the outputs to read; all by default.
   */
  async run(inputs: InputValues, want?: readonly string[]): Promise<Readonly<Record<string, Float32Array>>> {
    if (!this.#alive) throw new Error("This program has been released.");
    for (const tensor of this.#uses) void tensor.handle;
    for (const [name, values] of Object.entries(inputs)) {
      const bound = this.#bounds.get(name);
      if (bound !== undefined) checkIndices(name, values, bound);
      this.#inputs.get(name).write(values);
      this.#given.add(name);
    }
    const missing = this.#inputNames.filter((name) => !this.#given.has(name));
    if (missing.length > 0) throw new ShapeError(`Inputs without a value: ${missing.join(", ")}.`);
    await this.device.compute(this.#native);
    const results: Record<string, Float32Array> = {};
    for (const name of want ?? this.#outputs.keys()) {
      const output = this.#outputs.get(name);
      if (output === undefined) throw new ShapeError(`There is no output called ${name}.`);
      results[name] = this.device.readFloats(output.handle, elements(output.shape));
    }
    return results;
  }

  dispose(): void {
    if (!this.#alive) return;
    this.#alive = false;
    const { library } = this.device;
    library.call("ggml_gallocr_free", this.#allocator);
    library.call("ggml_free", this.#context);
    this.#inputs.dispose();
    this.#constants.dispose();
  }
}

/** ggml aborts on an index outside of its table. */
function checkIndices(name: string, values: Float32Array | Int32Array, bound: number): void {
  for (let place = 0; place < values.length; place++) {
    const index = values[place] ?? 0;
    if (index < 0 || index >= bound) {
      throw new ShapeError(`${name}[${place}] is ${index}; it must be from 0 to ${bound - 1}.`);
    }
  }
}

function indexBounds(nodes: readonly Node[]): ReadonlyMap<string, number> {
  const bounds = new Map<string, number>();
  for (const node of nodes) {
    const [target] = node.inputs;
    const isTable = node.operation === "rows" || node.operation === "setRows";
    const table = isTable ? target?.shape : node.operation === "rowsBack" ? node.shape : undefined;
    const indices = node.inputs.at(-1);
    if (table === undefined || indices === undefined) continue;
    const bound = Math.min(table[1], bounds.get(indices.name ?? "") ?? table[1]);
    if (indices.values !== undefined) checkIndices(labelOf(indices), indices.values, table[1]);
    if (indices.name !== undefined) bounds.set(indices.name, bound);
  }
  return bounds;
}

function plain(
  library: Device["library"],
  context: Pointer,
  node: Node,
  handleOf: (node: Node) => Pointer,
): Pointer {
  return node.operation === "permute"
    ? library.pointer("ggml_cont", context, handleOf(node))
    : handleOf(node);
}

function deviceTensorOf(node: Node): DeviceTensor {
  if (node.tensor instanceof DeviceTensor) return node.tensor;
  throw new ShapeError(`${labelOf(node)} does not live on the device.`);
}

/** Everything the targets need, in order of creation. Sources of an own gradient are no part of the computation. */
function collect(targets: readonly Node[]): Node[] {
  const seen = new Set<Node>(targets);
  const open = [...targets];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const inputs = node.operation === "withGradient" ? node.inputs.slice(0, 1) : node.inputs;
    for (const input of inputs) {
      if (seen.has(input)) continue;
      seen.add(input);
      open.push(input);
    }
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
