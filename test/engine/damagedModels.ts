import { readFileSync } from "node:fs";
import { scratchFile, stories } from "./harness.ts";

/** Where the value of a 32-bit entry of the header stands: behind its key and the type. */
function valueOffset(file: Buffer, key: string): number {
  const at = file.indexOf(Buffer.from(key, "utf8"));
  if (at < 0) throw new Error(`the fixture has no ${key}`);
  return at + key.length + 4;
}

const damaged = (name: string, change: (file: Buffer) => Buffer | undefined): string => {
  const file = readFileSync(stories);
  return scratchFile(name, change(file) ?? file);
};

/** More layers than the library has room for: an assertion in `loadModel` aborts the process. */
export const abortsOnLoad = (): string =>
  damaged("too-many-layers.gguf", (file) => {
    file.writeUInt32LE(600, valueOffset(file, "llama.block_count"));
    return undefined;
  });

/** A byte token without its name: the library throws where nobody catches. */
export const throwsOnLoad = (): string =>
  damaged("no-line-break.gguf", (file) => {
    file.write("<0y0A>", file.indexOf("<0x0A>"));
    return undefined;
  });

/** Loads, then an assertion aborts the process at the first evaluation. */
export const abortsOnEvaluation = (): string =>
  damaged("negative-epsilon.gguf", (file) => {
    file.writeFloatLE(-1, valueOffset(file, "llama.attention.layer_norm_rms_epsilon"));
    return undefined;
  });

export const truncated = (bytes: number): string =>
  damaged("truncated.gguf", (file) => file.subarray(0, bytes));

export const unknownArchitecture = (): string =>
  damaged("unknown-architecture.gguf", (file) => {
    for (let at = file.indexOf("llama"); at >= 0; at = file.indexOf("llama", at + 5)) file.write("lamma", at);
    return undefined;
  });
