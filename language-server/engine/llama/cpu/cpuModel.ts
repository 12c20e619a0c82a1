import { CpuContext } from "./cpuContext.ts";
import type { Fields, LlamaLibrary, Pointer } from "./llamaLibrary.ts";

export interface CpuContextOptions {
  /** Of each sequence. */
  readonly contextTokens: number;
  readonly sequences: number;
  readonly batchTokens: number;
  readonly threads: number;
}

/** The weights of a model in the processor's memory. */
export class CpuModel {
  private readonly library: LlamaLibrary;
  private readonly handle: Pointer;
  private readonly vocabularySize: number;

  private constructor(library: LlamaLibrary, handle: Pointer) {
    this.library = library;
    this.handle = handle;
    const vocabulary = library.pointer("llama_model_get_vocab", handle);
    this.vocabularySize = library.number("llama_vocab_n_tokens", vocabulary);
  }

  /** @throws when the library refuses the file; its log says why. */
  static async load(
    library: LlamaLibrary,
    path: string,
    onProgress: (fraction: number) => void,
  ): Promise<CpuModel> {
    const progress = library.progressCallback(onProgress);
    try {
      const params = library.call("llama_model_default_params") as Fields;
      const handle = await library.later("llama_model_load_from_file", path, {
        ...params,
        gpuLayers: 0,
        progress: progress.address,
      });
      if (BigInt(handle as bigint) === 0n) throw new Error("Failed to load model");
      return new CpuModel(library, BigInt(handle as bigint));
    } finally {
      progress.release();
    }
  }

  /** @throws when there is no memory for it. */
  createContext({ contextTokens, sequences, batchTokens, threads }: CpuContextOptions): CpuContext {
    const { library } = this;
    const handle = library.pointer("llama_init_from_model", this.handle, {
      ...(library.call("llama_context_default_params") as Fields),
      contextTokens: contextTokens * sequences,
      batchTokens,
      microBatchTokens: batchTokens,
      sequences,
      threads,
      batchThreads: threads,
      noTimings: true,
      fullWindow: false,
      unified: false,
    });
    if (handle === 0n) throw new Error("Failed to create context");
    const pool = library.createThreadPool(threads);
    if (pool !== 0n) library.call("llama_attach_threadpool", handle, pool, pool);
    return new CpuContext(library, handle, pool, batchTokens, this.vocabularySize);
  }

  dispose(): void {
    this.library.call("llama_model_free", this.handle);
  }
}
