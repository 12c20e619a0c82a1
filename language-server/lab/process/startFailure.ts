/** What it means when the lab process dies while a device is being opened or tested. */
import type { Failure } from "../../contract/result.ts";
import type { Recipe } from "../recipe/recipe.ts";

export type LabDevice = Recipe["device"]["kind"];

/** What ggml and the drivers say, and what it means. The first one that fits counts. */
const causes: readonly (readonly [words: RegExp, cause: string])[] = [
  [
    /driver version is insufficient|unsupported toolchain|unsupported PTX/i,
    "its driver is older than the prebuilt library needs",
  ],
  [
    /no kernel image|no device code compatible|ARCH=native/i,
    "the prebuilt library has no kernels for this card",
  ],
  [/out of memory|OutOfDeviceMemory|failed to allocate/i, "its memory is taken by other programs"],
];

const names: Readonly<Record<LabDevice, string>> = {
  cpu: "the CPU",
  cuda: "the CUDA device",
  vulkan: "the Vulkan device",
  metal: "the Metal device",
};

/**
 * The failure to show when the process died before a device had passed its self-test: trying again would end alike.
 * Null for the CPU, which every machine's library fits.
 * @param how signal or exit code
 * @param lastWords end of what the process wrote to stderr
 */
export function startFailure(device: LabDevice, how: string, lastWords: string): Failure | null {
  if (device === "cpu") return null;
  const known = causes.find(([words]) => words.test(lastWords))?.[1];
  const cause =
    known ??
    "its driver is older than the prebuilt library needs, or that library has no kernels for this card";
  const others = device === "cuda" ? "cpu` or `--device vulkan" : "cpu";
  return {
    code: "engine/failed",
    message: `The lab process died (${how}) as it began to compute on ${names[device]}. Probably ${cause}. Take another device: \`device: { kind: cpu }\` in the recipe, or \`--device ${others}\` on the command line.`,
    detail: lastWords,
  };
}
