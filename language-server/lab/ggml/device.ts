/** A device that computes: its backend, the memory that tensors live in, and which fused operations it has. */
import { fail, ok, type Result } from "../../contract/result.ts";
import {
  type DataType,
  elements,
  type FusedOperation,
  type Shape,
  ShapeError,
  shapeText,
  type TensorRef,
} from "../graph/node.ts";
import { type DeviceKind, type GgmlLibrary, loadGgml, type Pointer } from "./library.ts";
import { deviceTypes, ggmlTypes } from "./prototypes.ts";

export interface DeviceOptions {
  readonly kind: DeviceKind;
  /** Threads on the CPU. More than there are free cores is slower than fewer: waiting threads spin. */
  readonly threads?: number;
  /** Leaves the fused backward operations out, as on a device without them. */
  readonly portable?: boolean;
}

/** A named tensor in device memory. */
export class DeviceTensor implements TensorRef {
  readonly name: string;
  readonly shape: Shape;
  readonly type: DataType;
  readonly #arena: Arena;
  readonly #handle: Pointer;

  constructor(arena: Arena, handle: Pointer, spec: TensorSpec) {
    this.#arena = arena;
    this.#handle = handle;
    this.name = spec.name;
    this.shape = spec.shape;
    this.type = spec.type ?? "f32";
  }

  /** For native calls; fails when the memory was released, which ggml would answer with a crash. */
  get handle(): Pointer {
    this.#arena.assertAlive();
    return this.#handle;
  }

  write(values: Float32Array | Int32Array): void {
    const wanted = elements(this.shape);
    if (values.length !== wanted || values instanceof Int32Array !== (this.type === "i32")) {
      throw new ShapeError(
        `${this.name} ${shapeText(this.shape)} takes ${wanted} ${this.type} values, got ${values.length} in a ${values.constructor.name}.`,
      );
    }
    this.#arena.device.library.call("ggml_backend_tensor_set", this.handle, values, 0, values.byteLength);
  }

  read(): Float32Array {
    if (this.type !== "f32") throw new ShapeError(`${this.name} holds whole numbers.`);
    return this.#arena.device.readFloats(this.handle, elements(this.shape));
  }

  /** Values of some neighbouring rows of a matrix, from row `first` on. */
  readRows(first: number, count: number): Float32Array {
    const values = new Float32Array(count * this.shape[0]);
    this.#checkRows(first, values);
    const { library } = this.#arena.device;
    const offset = first * this.shape[0] * 4;
    library.call("ggml_backend_tensor_get", this.handle, values, offset, values.byteLength);
    return values;
  }

  /** Overwrites neighbouring rows of a matrix, from row `first` on. */
  writeRows(first: number, values: Float32Array): void {
    this.#checkRows(first, values);
    const { library } = this.#arena.device;
    const offset = first * this.shape[0] * 4;
    library.call("ggml_backend_tensor_set", this.handle, values, offset, values.byteLength);
  }

  #checkRows(first: number, values: Float32Array): void {
    const count = values.length / this.shape[0];
    const rows = elements(this.shape) / this.shape[0];
    if (this.type !== "f32" || !Number.isInteger(count) || first < 0 || first + count > rows) {
      throw new ShapeError(`${this.name} ${shapeText(this.shape)} has no rows ${first} to ${first + count}.`);
    }
  }
}

export interface TensorSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly type?: DataType;
  /** Parameters are what an optimiser may step. */
  readonly parameter?: boolean;
}

/** Tensors that are allocated, and released, together. Zero at first. */
export class Arena {
  readonly device: Device;
  readonly tensors: ReadonlyMap<string, DeviceTensor>;
  readonly bytes: number;
  readonly #context: Pointer;
  readonly #buffer: Pointer | null;
  #alive = true;

  constructor(device: Device, specs: readonly TensorSpec[]) {
    const { library } = device;
    this.device = device;
    this.#context = library.context((specs.length + 8) * library.number("ggml_tensor_overhead"));
    const tensors = new Map<string, DeviceTensor>();
    for (const spec of specs) {
      if (tensors.has(spec.name)) throw new ShapeError(`Two tensors are called ${spec.name}.`);
      const handle = library.pointer(
        "ggml_new_tensor_4d",
        this.#context,
        ggmlTypes[spec.type ?? "f32"],
        ...spec.shape,
      );
      if (spec.parameter === true) library.call("ggml_set_param", handle);
      tensors.set(spec.name, new DeviceTensor(this, handle, spec));
    }
    this.tensors = tensors;
    // ggml answers an empty context with null.
    this.#buffer =
      specs.length === 0
        ? null
        : library.pointer("ggml_backend_alloc_ctx_tensors", this.#context, device.backend);
    this.bytes = this.#buffer === null ? 0 : library.number("ggml_backend_buffer_get_size", this.#buffer);
    this.clear();
  }

  get(name: string): DeviceTensor {
    const tensor = this.tensors.get(name);
    if (tensor === undefined) throw new ShapeError(`There is no tensor called ${name}.`);
    return tensor;
  }

  /** Sets everything to zero. */
  clear(): void {
    this.assertAlive();
    if (this.#buffer !== null) this.device.library.call("ggml_backend_buffer_clear", this.#buffer, 0);
  }

  assertAlive(): void {
    if (!this.#alive) throw new Error("These tensors have been released.");
  }

  dispose(): void {
    if (!this.#alive) return;
    this.#alive = false;
    if (this.#buffer !== null) this.device.library.call("ggml_backend_buffer_free", this.#buffer);
    this.device.library.call("ggml_free", this.#context);
  }
}

export class Device {
  readonly library: GgmlLibrary;
  readonly backend: Pointer;
  readonly kind: DeviceKind;
  /** As the driver names it. */
  readonly description: string;
  readonly threads: number;
  readonly fused: ReadonlySet<FusedOperation>;
  /** One computation at a time. */
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(
    library: GgmlLibrary,
    backend: Pointer,
    kind: DeviceKind,
    description: string,
    threads: number,
    portable: boolean,
  ) {
    this.library = library;
    this.backend = backend;
    this.kind = kind;
    this.description = description;
    this.threads = threads;
    this.fused = portable ? new Set() : supportedFused(library, backend, kind);
  }

  /**
   * Opens a device.
   *
   * Errors: `engine/failed` when ggml cannot be loaded or there is no such device.
   */
  static async open(options: DeviceOptions): Promise<Result<Device>> {
    const library = await loadGgml(options.kind);
    if (!library.ok) return library;
    const { value } = library;
    const found = findDevice(value, options.kind);
    if (found === null) return fail("engine/failed", missingDevice(options.kind));
    const backend = value.pointer("ggml_backend_dev_init", found, null);
    const threads = Math.max(1, options.threads ?? 1);
    value.setThreads(backend, value.pointer("ggml_backend_dev_backend_reg", found), threads);
    const description = String(value.call("ggml_backend_dev_description", found));
    return ok(new Device(value, backend, options.kind, description, threads, options.portable === true));
  }

  arena(specs: readonly TensorSpec[]): Arena {
    return new Arena(this, specs);
  }

  readFloats(handle: Pointer, count: number): Float32Array {
    const values = new Float32Array(count);
    this.library.call("ggml_backend_tensor_get", handle, values, 0, values.byteLength);
    return values;
  }

  /** Computes a native graph on another thread. Rejects when the device reports a failure. */
  compute(graph: Pointer): Promise<void> {
    const run = this.#tail.then(async () => {
      const status = Number(await this.library.later("ggml_backend_graph_compute", this.backend, graph));
      if (status !== 0) throw new Error(`The device gave up the computation (status ${status}).`);
    });
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** Programs and arenas of the device must be disposed of before. */
  dispose(): void {
    this.library.call("ggml_backend_free", this.backend);
  }
}

const matches: Readonly<Record<DeviceKind, (type: string, name: string) => boolean>> = {
  cpu: (type) => type === "cpu",
  cuda: (type, name) => type !== "cpu" && name.startsWith("CUDA"),
  vulkan: (type, name) => type !== "cpu" && name.startsWith("Vulkan"),
  metal: (type, name) => type !== "cpu" && (name.startsWith("Metal") || name.startsWith("MTL")),
};

const missingDevice = (kind: DeviceKind): string =>
  `There is no ${kind} device for the lab: the machine has none, or its driver is missing or older than the prebuilt library needs. Take another device: \`device: { kind: cpu }\` in the recipe, or \`--device cpu\` on the command line.`;

function findDevice(library: GgmlLibrary, kind: DeviceKind): Pointer | null {
  const count = library.number("ggml_backend_dev_count");
  for (let i = 0; i < count; i++) {
    const device = library.pointer("ggml_backend_dev_get", i);
    const type = deviceTypes[library.number("ggml_backend_dev_type", device)] ?? "meta";
    if (matches[kind](type, String(library.call("ggml_backend_dev_name", device)))) return device;
  }
  return null;
}

/**
 * Fused operations that do not pay. Outer products save the copies that a product of matrices needs; on the CPU that
 * holds for single matrices. CUDA's two sums give each thread all positions of a batch to go through.
 */
const unprofitable: Readonly<Record<DeviceKind, readonly FusedOperation[]>> = {
  cpu: ["batchedOuterProducts"],
  cuda: ["rowsBack", "repeatBack"],
  vulkan: ["outerProducts", "batchedOuterProducts"],
  metal: ["outerProducts", "batchedOuterProducts"],
};

/** Asks the device itself: the published tables are not always right. */
function supportedFused(
  library: GgmlLibrary,
  backend: Pointer,
  kind: DeviceKind,
): ReadonlySet<FusedOperation> {
  const context = library.context(32 * library.number("ggml_tensor_overhead"));
  try {
    const tensor = (type: number, ...extents: [number, number]) =>
      library.pointer("ggml_new_tensor_4d", context, type, ...extents, 1, 1);
    const matrix = tensor(ggmlTypes.f32, 32, 16);
    const other = tensor(ggmlTypes.f32, 32, 16);
    const column = tensor(ggmlTypes.f32, 32, 1);
    const indices = tensor(ggmlTypes.i32, 16, 1);
    const samples: readonly [FusedOperation, Pointer][] = [
      ["softmaxBack", library.pointer("ggml_soft_max_ext_back", context, matrix, other, 1, 0)],
      ["rmsNormBack", library.pointer("ggml_rms_norm_back", context, matrix, other, 1e-5)],
      ["rowsBack", library.pointer("ggml_get_rows_back", context, matrix, indices, other)],
      ["repeatBack", library.pointer("ggml_repeat_back", context, matrix, column)],
      ["siluBack", library.pointer("ggml_silu_back", context, matrix, other)],
      ["outerProducts", library.pointer("ggml_out_prod", context, matrix, other)],
      ["batchedOuterProducts", library.pointer("ggml_out_prod", context, matrix, other)],
    ];
    return new Set(
      samples
        .filter(([name]) => !unprofitable[kind].includes(name))
        .filter(([, node]) => library.call("ggml_backend_supports_op", backend, node) === true)
        .map(([name]) => name),
    );
  } finally {
    library.call("ggml_free", context);
  }
}
