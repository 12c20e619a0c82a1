/**
 * Loads the ggml libraries out of node-llama-cpp's package for this platform: the same build that runs the models. The
 * only importer of koffi.
 *
 * Everything here runs native code and may abort the process: it belongs into a process of its own.
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { arch, platform } from "node:process";
import koffi from "koffi";
import { fail, ok, type Result } from "../../contract/result.ts";
import { basePrototypes, registryPrototypes, testedVersions } from "./prototypes.ts";

export type Pointer = object | bigint;
type Value = Pointer | number | boolean | string | null | ArrayBufferView;
/** A function of the library; results are numbers, strings, truth values or pointers as their prototype says. */
export interface NativeFunction {
  (...values: unknown[]): unknown;
  async(...values: unknown[]): void;
}
export type FunctionName = keyof typeof basePrototypes | keyof typeof registryPrototypes;

export type DeviceKind = "cpu" | "cuda" | "vulkan" | "metal";

export interface GgmlLibrary {
  /** Folder of the libraries. */
  readonly folder: string;
  readonly version: string;
  call(name: FunctionName, ...values: Value[]): unknown;
  /** As `call`, for functions that give a pointer. A null pointer is an error with the function's name. */
  pointer(name: FunctionName, ...values: Value[]): Pointer;
  number(name: FunctionName, ...values: Value[]): number;
  /** Runs on a thread of the pool, so that the event loop goes on. */
  later(name: FunctionName, ...values: Value[]): Promise<unknown>;
  /** An empty context: memory for the descriptions of tensors, none for their values. */
  context(bytes: number): Pointer;
  setThreads(backend: Pointer, registry: Pointer, threads: number): boolean;
}

let loaded: { readonly kind: DeviceKind; readonly result: Result<GgmlLibrary> } | null = null;

/**
 * Loads the libraries; once per process and for one kind of device, as a second copy of ggml would not know the first.
 *
 * Errors: `engine/failed` when the package, a library or a symbol is missing, or the version was never tested.
 */
export async function loadGgml(kind: DeviceKind): Promise<Result<GgmlLibrary>> {
  if (loaded !== null) {
    if (loaded.kind === kind) return loaded.result;
    return fail("engine/failed", `The lab already computes by ${loaded.kind} in this process.`);
  }
  const result = await load(kind);
  loaded = { kind, result };
  return result;
}

/** npm package that holds the libraries for a kind of device on this platform. */
export function packageOf(kind: DeviceKind): string {
  const systems: Readonly<Record<string, string>> = { win32: "win", darwin: "mac", linux: "linux" };
  const base = `@node-llama-cpp/${systems[platform] ?? platform}-${arch}`;
  if (platform === "darwin" && arch === "arm64") return `${base}-metal`;
  return kind === "cuda" || kind === "vulkan" ? `${base}-${kind}` : base;
}

async function load(kind: DeviceKind): Promise<Result<GgmlLibrary>> {
  const name = packageOf(kind);
  try {
    // A computed name: bundlers leave it alone.
    const found: unknown = await import(name);
    const root = binsFolder(found);
    if (root === null) return fail("engine/failed", `The package ${name} holds no ggml libraries.`);
    return open(root);
  } catch (error) {
    return fail(
      "engine/failed",
      `The lab cannot load ggml from the package ${name}. Install the extension for this platform.`,
      String(error),
    );
  }
}

function binsFolder(found: unknown): string | null {
  if (typeof found !== "object" || found === null || !("getBinsDir" in found)) return null;
  const { getBinsDir } = found;
  if (typeof getBinsDir !== "function") return null;
  const bins: unknown = getBinsDir();
  if (typeof bins !== "object" || bins === null || !("binsDir" in bins)) return null;
  const root = String(bins.binsDir);
  for (const inside of readdirSync(root)) {
    const folder = join(root, inside);
    if (readdirSync(folder).some((file) => basePattern.test(file))) return folder;
  }
  return null;
}

const basePattern = /^(lib)?ggml-base\.(so|dll|dylib)$/;
const registryPattern = /^(lib)?ggml(\.[a-z]+)?(\.v[\d.]+)?\.(so|dll|dylib)$/;

function open(folder: string): Result<GgmlLibrary> {
  const files = readdirSync(folder);
  const baseFile = files.find((file) => basePattern.test(file));
  const registryFile = files.find((file) => registryPattern.test(file));
  if (baseFile === undefined || registryFile === undefined) {
    return fail("engine/failed", "The ggml libraries of this platform are not laid out as expected.", folder);
  }
  const base = koffi.load(join(folder, baseFile), { global: true });
  const registry = koffi.load(join(folder, registryFile), { global: true });
  const init = koffi.struct("DeliberateGgmlInit", {
    mem_size: "size_t",
    mem_buffer: "void *",
    no_alloc: "bool",
  });
  void init;

  const functions = new Map<FunctionName, NativeFunction>();
  const missing: string[] = [];
  for (const [library, prototypes] of [
    [base, basePrototypes],
    [registry, registryPrototypes],
  ] as const) {
    for (const [name, prototype] of Object.entries(prototypes)) {
      try {
        functions.set(name as FunctionName, library.func(prototype));
      } catch (error) {
        missing.push(`${name}: ${String(error)}`);
      }
    }
  }
  if (missing.length > 0) {
    return fail(
      "engine/failed",
      "The ggml libraries lack functions that the lab needs; another version of node-llama-cpp is installed.",
      missing.join("\n"),
    );
  }
  const of = (name: FunctionName): NativeFunction => {
    const found = functions.get(name);
    if (found === undefined) throw new Error(`${name} is not bound`);
    return found;
  };
  const call = (name: FunctionName, ...values: Value[]): unknown => of(name)(...values);
  const pointer = (name: FunctionName, ...values: Value[]): Pointer => {
    const result = call(name, ...values);
    if (typeof result === "bigint" && result !== 0n) return result;
    if (typeof result === "object" && result !== null) return result;
    throw new Error(`${name} gave nothing`);
  };
  const version = String(call("ggml_version"));
  if (!testedVersions.includes(version)) {
    return fail(
      "engine/failed",
      `The lab was tested with ggml ${testedVersions.join(", ")}; this is ${version}. Install the pinned version of node-llama-cpp.`,
    );
  }
  call("ggml_backend_load_all_from_path", folder);
  const threadSetter = koffi.proto("void DeliberateSetThreads(void *backend, int threads)");
  return ok({
    folder: dirname(join(folder, baseFile)),
    version,
    call,
    pointer,
    number: (name, ...values) => Number(call(name, ...values)),
    later: (name, ...values) =>
      new Promise((resolve, reject) => {
        of(name).async(...values, (error: unknown, result: unknown) =>
          error === null || error === undefined ? resolve(result) : reject(error),
        );
      }),
    context: (bytes) => {
      const made: unknown = of("ggml_init")({ mem_size: bytes, mem_buffer: null, no_alloc: true });
      if (made === null || made === 0n || (typeof made !== "object" && typeof made !== "bigint")) {
        throw new Error("ggml_init gave nothing");
      }
      return made;
    },
    setThreads: (backend, reg, threads) => {
      const address = call("ggml_backend_reg_get_proc_address", reg, "ggml_backend_set_n_threads");
      if (address === null || address === 0n || address === undefined) return false;
      koffi.call(address, threadSetter, backend, threads);
      return true;
    },
  });
}
