import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import type { SamplingSettings } from "../contract/entities.ts";
import type { ProtocolEntry } from "../contract/methods.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import { bindProtocol, overlay } from "../core/protocols/bindProtocol.ts";
import { type Preset, parsePreset } from "../core/protocols/preset.ts";
import type { BoundProtocol } from "../core/protocols/protocol.ts";
import { protocols } from "../core/protocols/registry.ts";

/** A protocol ready to run, with the settings that its preset carries. */
export interface ResolvedProtocol {
  readonly protocol: BoundProtocol;
  readonly preset: { readonly path: string; readonly content: Preset } | null;
  /** Preset over the protocol's own; what is missing comes from the user's settings. */
  readonly sampling: Partial<SamplingSettings>;
}

const presetPattern = /\.deliberate\.(ya?ml|json)$/;
const presetPrefix = "preset:";
const skippedFolders = new Set(["node_modules", ".git", "dist", "out", "runs"]);
const maximumDepth = 5;

/** Built-in protocols, then the preset files of the folders; a preset that cannot be used says why. */
export async function listProtocols(folders: readonly string[]): Promise<ProtocolEntry[]> {
  const builtIn = [...protocols.values()].map(
    (protocol): ProtocolEntry => ({
      id: protocol.id,
      title: protocol.title,
      description: protocol.description,
      kind: "built-in",
    }),
  );
  const presets: ProtocolEntry[] = [];
  for (const folder of folders) {
    for (const path of await presetFiles(folder, 0)) presets.push(await presetEntry(path, folder));
  }
  return [...builtIn, ...presets.sort((a, b) => a.title.localeCompare(b.title))];
}

/**
 * A protocol by its id, `preset:<path>`, or the path of a preset file.
 * Errors: `protocol/unknown`, `protocol/invalid`.
 */
export async function resolveProtocol(
  id: string,
  parameters: Readonly<Record<string, unknown>> | undefined,
  baseFolder: string,
): Promise<Result<ResolvedProtocol>> {
  const builtIn = protocols.get(id);
  if (builtIn !== undefined) {
    const bound = bindProtocol(id, parameters);
    return bound.ok ? ok({ protocol: bound.value, preset: null, sampling: builtIn.sampling ?? {} }) : bound;
  }
  if (!id.startsWith(presetPrefix) && !/\.(ya?ml|json)$/.test(id)) {
    return fail(
      "protocol/unknown",
      `There is no protocol “${id}”. Known: ${[...protocols.keys()].join(", ")}, or the path of a preset file.`,
    );
  }
  const path = resolve(baseFolder, id.startsWith(presetPrefix) ? id.slice(presetPrefix.length) : id);
  const preset = await readPreset(path);
  if (!preset.ok) return preset;
  const bound = bindProtocol(preset.value.protocol, overlay(preset.value.parameters ?? {}, parameters));
  if (!bound.ok) return bound;
  return ok({
    protocol: bound.value,
    preset: { path, content: preset.value },
    sampling: { ...protocols.get(preset.value.protocol)?.sampling, ...preset.value.sampling },
  });
}

async function readPreset(path: string): Promise<Result<Preset>> {
  try {
    const preset = parsePreset(await readFile(path, "utf8"));
    return preset.ok ? preset : fail(preset.error.code, `${basename(path)}: ${preset.error.message}`);
  } catch (error) {
    return fail("protocol/unknown", `The preset file ${path} cannot be read.`, String(error));
  }
}

async function presetEntry(path: string, folder: string): Promise<ProtocolEntry> {
  const preset = await readPreset(path);
  const fallback = relative(folder, path);
  const base = { id: `${presetPrefix}${path}`, kind: "preset", path } as const;
  if (!preset.ok) return { ...base, title: fallback, description: "", problem: preset.error.message };
  const { title, description, protocol } = preset.value;
  return {
    ...base,
    title: title ?? fallback,
    description: description ?? `Preset of ${protocol}: ${fallback}`,
  };
}

async function presetFiles(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && presetPattern.test(entry.name)) found.push(path);
    else if (entry.isDirectory() && depth < maximumDepth && !skippedFolders.has(entry.name)) {
      found.push(...(await presetFiles(path, depth + 1)));
    }
  }
  return found;
}
