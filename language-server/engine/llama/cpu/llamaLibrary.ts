/**
 * The C interface of the llama.cpp that node-llama-cpp has loaded into this process, for models on the processor. The
 * addon hands every decode and every sampled token to a thread of libuv's pool, which small models feel; here a step is
 * called from the engine's own thread. Pinned to one version: structures are passed by value.
 */
import { basename } from "node:path";

interface NativeFunction {
  (...values: unknown[]): unknown;
  async(...values: unknown[]): void;
}

/** An address; 0 is none. */
export type Pointer = bigint;

/** Version of ggml whose structures these are. */
const knownVersion = "0.25.1";
/** llama.cpp expects the stack of an ordinary thread; koffi calls on stacks of its own. */
const stackBytes = 8 * 1024 * 1024;
const mostThreads = 512;

const structures = {
  DeliberateModelParams: {
    devices: "intptr_t",
    tensorBufferOverrides: "intptr_t",
    gpuLayers: "int32_t",
    splitMode: "int32_t",
    loadMode: "int32_t",
    lazyMode: "int32_t",
    mainGpu: "int32_t",
    tensorSplit: "intptr_t",
    progress: "void *",
    progressData: "intptr_t",
    metadataOverrides: "intptr_t",
    vocabularyOnly: "bool",
    checkTensors: "bool",
    useExtraBuffers: "bool",
    noHost: "bool",
    noAllocation: "bool",
    loadMtp: "bool",
  },
  DeliberateContextParams: {
    contextTokens: "uint32_t",
    batchTokens: "uint32_t",
    microBatchTokens: "uint32_t",
    sequences: "uint32_t",
    recurrentSnapshots: "uint32_t",
    mostOutputs: "uint32_t",
    mostOutputsPerSequence: "uint32_t",
    threads: "int32_t",
    batchThreads: "int32_t",
    contextType: "int32_t",
    ropeScaling: "int32_t",
    pooling: "int32_t",
    attention: "int32_t",
    flashAttention: "int32_t",
    ropeBase: "float",
    ropeScale: "float",
    yarnExtension: "float",
    yarnAttention: "float",
    yarnBetaFast: "float",
    yarnBetaSlow: "float",
    yarnContext: "uint32_t",
    defragmentation: "float",
    evaluated: "intptr_t",
    evaluatedData: "intptr_t",
    keyType: "int32_t",
    valueType: "int32_t",
    aborted: "intptr_t",
    abortedData: "intptr_t",
    embeddings: "bool",
    offloadKqv: "bool",
    noTimings: "bool",
    offloadOperations: "bool",
    fullWindow: "bool",
    unified: "bool",
    samplers: "intptr_t",
    samplerCount: "size_t",
    other: "intptr_t",
  },
  DeliberateBatch: {
    count: "int32_t",
    tokens: "intptr_t",
    embeddings: "intptr_t",
    positions: "intptr_t",
    sequenceCounts: "intptr_t",
    sequences: "intptr_t",
    wantsLogits: "intptr_t",
  },
} as const;

const modelProgress = "bool DeliberateModelProgress(float fraction, intptr_t data)";

const llamaPrototypes = {
  llama_model_default_params: "DeliberateModelParams llama_model_default_params()",
  llama_context_default_params: "DeliberateContextParams llama_context_default_params()",
  llama_model_load_from_file:
    "intptr_t llama_model_load_from_file(const char *path, DeliberateModelParams params)",
  llama_model_free: "void llama_model_free(intptr_t model)",
  llama_model_get_vocab: "intptr_t llama_model_get_vocab(intptr_t model)",
  llama_vocab_n_tokens: "int32_t llama_vocab_n_tokens(intptr_t vocabulary)",
  llama_init_from_model: "intptr_t llama_init_from_model(intptr_t model, DeliberateContextParams params)",
  llama_free: "void llama_free(intptr_t context)",
  llama_attach_threadpool:
    "void llama_attach_threadpool(intptr_t context, intptr_t pool, intptr_t batchPool)",
  llama_decode: "int32_t llama_decode(intptr_t context, DeliberateBatch batch)",
  llama_get_logits_ith: "intptr_t llama_get_logits_ith(intptr_t context, int32_t at)",
  llama_get_memory: "intptr_t llama_get_memory(intptr_t context)",
  llama_memory_seq_rm:
    "bool llama_memory_seq_rm(intptr_t memory, int32_t sequence, int32_t from, int32_t to)",
  llama_memory_seq_cp:
    "void llama_memory_seq_cp(intptr_t memory, int32_t source, int32_t target, int32_t from, int32_t to)",
  llama_memory_seq_pos_min: "int32_t llama_memory_seq_pos_min(intptr_t memory, int32_t sequence)",
  llama_memory_seq_pos_max: "int32_t llama_memory_seq_pos_max(intptr_t memory, int32_t sequence)",
} as const;

const registryPrototypes = {
  ggml_backend_reg_by_name: "intptr_t ggml_backend_reg_by_name(const char *name)",
} as const;

const basePrototypes = {
  ggml_version: "const char *ggml_version()",
  ggml_backend_reg_get_proc_address:
    "intptr_t ggml_backend_reg_get_proc_address(intptr_t registry, const char *name)",
  ggml_threadpool_params_init: "void ggml_threadpool_params_init(void *params, int32_t threads)",
} as const;

const standardLibraries: Readonly<Record<string, string>> = {
  linux: "libc.so.6",
  darwin: "/usr/lib/libSystem.B.dylib",
  win32: "msvcrt.dll",
};

type Name = keyof typeof llamaPrototypes | keyof typeof registryPrototypes | keyof typeof basePrototypes;

/** Fields of the library's structures by our names. */
export type Fields = Record<string, number | boolean | bigint | null>;

export interface LlamaLibrary {
  /** Address of a typed array's memory, which must be a buffer made for it: the small ones of V8's heap move. */
  addressOf(array: ArrayBufferView): Pointer;
  call(name: Name, ...values: unknown[]): unknown;
  pointer(name: Name, ...values: unknown[]): Pointer;
  number(name: Name, ...values: unknown[]): number;
  /** Runs on another thread, so that the event loop goes on. */
  later(name: Name, ...values: unknown[]): Promise<unknown>;
  /** Copies floats out of native memory. */
  readFloats(from: Pointer, into: Float32Array): void;
  /** A function that native code can call, with what frees it. */
  progressCallback(onProgress: (fraction: number) => void): { readonly address: unknown; release(): void };
  /** Threads that stay for the next decode, instead of new ones for each; 0 where the library has none. */
  createThreadPool(threads: number): Pointer;
  freeThreadPool(pool: Pointer): void;
}

let bound: Promise<LlamaLibrary | string> | null = null;

/** The library; or why it cannot be called, and the addon has to do. Only after node-llama-cpp has been loaded. */
export function bindLlama(): Promise<LlamaLibrary | string> {
  bound ??= bind().catch(String);
  return bound;
}

async function bind(): Promise<LlamaLibrary | string> {
  // Lists of addresses are written as 64 bits.
  if (process.arch !== "x64" && process.arch !== "arm64") return `${process.arch} is not known`;
  // Without koffi's binary for this platform the engine still works.
  const { default: koffi } = await import("koffi");
  const files = loadedLibraries();
  const paths = {
    base: files.find((path) => /^(lib)?ggml-base\.(so|dll|dylib)$/.test(basename(path))),
    registry: files.find((path) =>
      /^(lib)?ggml(\.[a-z]+)?(\.v[\d.]+)?\.(so|dll|dylib)$/.test(basename(path)),
    ),
    llama: files.find((path) => /^(lib)?llama(\.[a-z]+)?(\.v[\d.]+)?\.(so|dll|dylib)$/.test(basename(path))),
  };
  if (paths.base === undefined || paths.registry === undefined || paths.llama === undefined)
    return `its libraries are not among ${files.length} loaded ones`;
  koffi.config({ sync_stack_size: stackBytes, async_stack_size: stackBytes, resident_async_pools: 1 });
  for (const [name, fields] of Object.entries(structures)) koffi.struct(name, { ...fields });
  const progressType = koffi.pointer(koffi.proto(modelProgress));
  const functions = new Map<string, NativeFunction>();
  for (const [path, prototypes] of [
    [paths.base, basePrototypes],
    [paths.registry, registryPrototypes],
    [paths.llama, llamaPrototypes],
  ] as const) {
    const library = koffi.load(path);
    for (const [name, prototype] of Object.entries(prototypes)) functions.set(name, library.func(prototype));
  }
  const of = (name: Name): NativeFunction => {
    const found = functions.get(name);
    if (found === undefined) throw new Error(`${name} is not bound`);
    return found;
  };
  const call = (name: Name, ...values: unknown[]): unknown => of(name)(...values);
  const pointer = (name: Name, ...values: unknown[]): Pointer => BigInt(call(name, ...values) as bigint);
  const version = String(call("ggml_version"));
  if (version !== knownVersion) return `it has ggml ${version}, and ${knownVersion} is known`;
  const libc = koffi.load(standardLibraries[process.platform] ?? "libc.so.6");
  const copy = libc.func("intptr_t memcpy(void *into, intptr_t from, size_t bytes)");
  const processor = pointer("ggml_backend_reg_by_name", "CPU");
  const ofProcessor = (name: string): Pointer =>
    processor === 0n ? 0n : pointer("ggml_backend_reg_get_proc_address", processor, name);
  const newPool = ofProcessor("ggml_threadpool_new");
  const freePool = ofProcessor("ggml_threadpool_free");
  const newPoolType = koffi.proto("intptr_t DeliberateNewThreadPool(void *params)");
  const freePoolType = koffi.proto("void DeliberateFreeThreadPool(intptr_t pool)");
  return {
    addressOf: (array) => BigInt(koffi.address(array)),
    call,
    pointer,
    number: (name, ...values) => Number(call(name, ...values)),
    later: (name, ...values) =>
      new Promise((resolve, reject) => {
        of(name).async(...values, (error: unknown, result: unknown) =>
          error === null || error === undefined ? resolve(result) : reject(error),
        );
      }),
    readFloats: (from, into) => void copy(into, from, into.byteLength),
    progressCallback: (onProgress) => {
      const address = koffi.register((fraction: number) => {
        onProgress(fraction);
        return true;
      }, progressType);
      return { address, release: () => koffi.unregister(address) };
    },
    createThreadPool: (threads) => {
      if (newPool === 0n || freePool === 0n) return 0n;
      // A mask of processors and five numbers.
      const params = new Uint8Array(mostThreads + 64);
      call("ggml_threadpool_params_init", params, threads);
      return BigInt(koffi.call(newPool, newPoolType, params));
    },
    freeThreadPool: (pool) => void koffi.call(freePool, freePoolType, pool),
  };
}

/** What node-llama-cpp has loaded: a second copy of the library would not know its devices and its log. */
function loadedLibraries(): readonly string[] {
  const { report } = process;
  const { excludeNetwork } = report as { excludeNetwork?: boolean };
  // Names of open connections would be looked up.
  Object.assign(report, { excludeNetwork: true });
  try {
    const { sharedObjects } = report.getReport() as unknown as { readonly sharedObjects: readonly string[] };
    return sharedObjects;
  } finally {
    Object.assign(report, { excludeNetwork });
  }
}
