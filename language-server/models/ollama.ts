import { readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { walkFiles } from "./walk.ts";

/** A model in Ollama's store. */
export interface OllamaModel {
  /** As Ollama shows it: `qwen3:4b`, `user/model:tag`, `hf.co/user/repo:tag`. */
  readonly name: string;
  /** The GGUF, a file without extension. */
  readonly path: string;
}

const longestManifest = 1024 * 1024;

/**
 * Models of one Ollama store, by their manifests `manifests/<host>/<namespace>/<model>/<tag>`, each of which names its
 * weights by digest. Manifests that cannot be read are passed over; a missing blob is not.
 */
export async function ollamaModels(store: string, signal?: AbortSignal): Promise<OllamaModel[]> {
  const root = join(store, "manifests");
  const limits = { depth: 6, entries: 20_000, followFolders: true, hiddenFolders: false };
  const manifests = await walkFiles(root, (name) => !name.startsWith("."), limits, signal);
  const models: OllamaModel[] = [];
  for (const manifest of manifests) {
    const digest = await weightsDigest(manifest);
    if (digest === null) continue;
    const name = modelName(relative(root, manifest).split(sep));
    if (name !== null) models.push({ name, path: await blobPath(store, digest) });
  }
  return models;
}

function modelName(steps: readonly string[]): string | null {
  const tag = steps.at(-1);
  const [host, ...rest] = steps.slice(0, -1);
  if (tag === undefined || host === undefined || rest.length === 0) return null;
  if (host !== "registry.ollama.ai") return `${host}/${rest.join("/")}:${tag}`;
  return `${(rest[0] === "library" ? rest.slice(1) : rest).join("/")}:${tag}`;
}

/** Hexadecimal SHA-256 of the weights; checked, since it becomes a file name. */
async function weightsDigest(manifest: string): Promise<string | null> {
  try {
    if ((await stat(manifest)).size > longestManifest) return null;
    const content: unknown = JSON.parse(await readFile(manifest, "utf8"));
    if (typeof content !== "object" || content === null || !("layers" in content)) return null;
    if (!Array.isArray(content.layers)) return null;
    for (const layer of content.layers as unknown[]) {
      if (typeof layer !== "object" || layer === null || !("mediaType" in layer) || !("digest" in layer))
        continue;
      if (layer.mediaType !== "application/vnd.ollama.image.model" || typeof layer.digest !== "string")
        continue;
      const hex = /^sha256[:-]([0-9a-f]{64})$/.exec(layer.digest)?.[1];
      if (hex !== undefined) return hex;
    }
  } catch {
    // Not a manifest, or not readable.
  }
  return null;
}

async function blobPath(store: string, hex: string): Promise<string> {
  const current = join(store, "blobs", `sha256-${hex}`);
  const older = join(store, "blobs", `sha256:${hex}`);
  const exists = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
  return !(await exists(current)) && (await exists(older)) ? older : current;
}
