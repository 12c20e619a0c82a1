import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseSplitName } from "../core/models/quantisation.ts";

/**
 * Path of the model that comes with the product: the first .gguf in `media/models` or `media` under its root folder;
 * null when there is none.
 */
export async function defaultModelPath(productRoot: string): Promise<string | null> {
  for (const folder of [join(productRoot, "media", "models"), join(productRoot, "media")]) {
    const names = await readdir(folder).catch(() => [] as string[]);
    const first = names
      .filter((name) => /\.gguf$/i.test(name) && (parseSplitName(name)?.part ?? 1) === 1)
      .sort()[0];
    if (first !== undefined) return join(folder, first);
  }
  return null;
}
