import { InsufficientMemoryError } from "node-llama-cpp";
import { detailOf, type Failure } from "../../contract/result.ts";

const patterns: readonly { readonly pattern: RegExp; readonly failure: (path: string) => Failure }[] = [
  {
    pattern: /unknown (model )?architecture|unsupported model architecture|unknown pre-tokenizer/i,
    failure: (path) => ({
      code: "model/unsupported",
      message: `This engine does not know the architecture of ${path}. A newer version of the model file or of the engine may help.`,
    }),
  },
  {
    pattern:
      /not within the file bounds|corrupted or incomplete|unexpectedly reached end of file|failed to read/i,
    failure: (path) => ({
      code: "model/truncated",
      message: `${path} is incomplete or damaged. Download it again.`,
    }),
  },
  {
    pattern:
      /out of memory|failed to allocate|unable to allocate|insufficient memory|not enough (v?ram|memory)/i,
    failure: (path) => ({
      code: "model/no-memory",
      message: `There is not enough memory to load ${path}. Choose a smaller model or quantisation, or fewer GPU layers.`,
    }),
  },
  {
    pattern: /missing tensor/i,
    failure: (path) => ({
      code: "model/unsupported",
      message: `${path} lacks tensors that its architecture needs, so it cannot generate text.`,
    }),
  },
];

/** An error of the library while loading as a failure; `log` are the last lines that llama.cpp wrote. */
export function loadFailure(path: string, error: unknown, log: readonly string[]): Failure {
  const own = detailOf(error);
  const detail = [own, ...log].join("\n");
  if (error instanceof InsufficientMemoryError) {
    return {
      code: "model/no-memory",
      message: `There is not enough memory to load ${path}. Choose a smaller model or quantisation, or fewer GPU layers.`,
      detail,
    };
  }
  for (const { pattern, failure } of patterns) if (pattern.test(detail)) return { ...failure(path), detail };
  return {
    code: "model/load-failed",
    message: `${path} could not be loaded. The log has the details.`,
    detail,
  };
}
