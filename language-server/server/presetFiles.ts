import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fail, type Result } from "../contract/result.ts";
import { type Preset, parsePreset } from "../core/protocols/preset.ts";

const presetPattern = /\.deliberate\.(ya?ml|json)$/;
const skippedFolders = new Set(["node_modules", ".git", "dist", "out", "runs"]);
const maximumDepth = 5;

/** Paths of the preset files below a folder; none where it cannot be read. */
export async function findPresets(folder: string, depth = 0): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && presetPattern.test(entry.name)) found.push(path);
    else if (entry.isDirectory() && depth < maximumDepth && !skippedFolders.has(entry.name)) {
      found.push(...(await findPresets(path, depth + 1)));
    }
  }
  return found;
}

/** The name of a preset file without its endings. */
export const presetName = (path: string): string => basename(path).replace(presetPattern, "");

/** Reads a preset file. Errors: `protocol/unknown` when there is none, `protocol/invalid`. */
export async function readPreset(path: string): Promise<Result<Preset>> {
  try {
    const preset = parsePreset(await readFile(path, "utf8"));
    return preset.ok ? preset : fail(preset.error.code, `${basename(path)}: ${preset.error.message}`);
  } catch (error) {
    return fail("protocol/unknown", `The preset file ${path} cannot be read.`, String(error));
  }
}
