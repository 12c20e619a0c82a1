import { relative, resolve } from "node:path";
import type { SamplingSettings } from "../contract/entities.ts";
import type { ProtocolEntry } from "../contract/methods.ts";
import { fail, ok, type Result } from "../contract/result.ts";
import { bindProtocol, overlay } from "../core/protocols/bindProtocol.ts";
import type { Preset } from "../core/protocols/preset.ts";
import type { BoundProtocol } from "../core/protocols/protocol.ts";
import { protocols } from "../core/protocols/registry.ts";
import { findPresets, presetName, readPreset } from "./presetFiles.ts";

/** A protocol ready to run, with the settings that its preset carries. */
export interface ResolvedProtocol {
  readonly protocol: BoundProtocol;
  readonly preset: { readonly path: string; readonly content: Preset } | null;
  /** Preset over the protocol's own; what is missing comes from the user's settings. */
  readonly sampling: Partial<SamplingSettings>;
}

const presetPrefix = "preset:";

/** Protocols by their ids: those built in, presets that come with the product, and preset files. */
export class ProtocolService {
  /** @param packagedFolder Holds the presets that come with the product. */
  constructor(private readonly packagedFolder: string) {}

  /**
   * Built-in protocols, then the preset files of the folders, then the presets that come with the product. A preset that
   * cannot be used says why.
   */
  async list(folders: readonly string[]): Promise<ProtocolEntry[]> {
    const builtIn = [...protocols.values()].map(
      ({ id, title, description }): ProtocolEntry => ({
        id,
        title,
        description,
        protocol: title,
        kind: "built-in",
      }),
    );
    const packaged = await findPresets(this.packagedFolder);
    const own: ProtocolEntry[] = [];
    for (const folder of folders) {
      for (const path of await findPresets(folder)) {
        const base = { id: `${presetPrefix}${path}`, kind: "preset", path } as const;
        // Where the product itself is the workspace, its presets are listed once.
        if (!packaged.includes(path)) own.push(await presetEntry(base, relative(folder, path)));
      }
    }
    const supplied = packaged.map((path) =>
      presetEntry({ id: presetName(path), kind: "packaged", path }, presetName(path)),
    );
    return [...builtIn, ...byTitle(own), ...byTitle(await Promise.all(supplied))];
  }

  /**
   * A protocol by its id, by the name of a preset that comes with the product, `preset:<path>`, or the path of a preset
   * file. Relative paths start from `baseFolder`. Errors: `protocol/unknown`, `protocol/invalid`.
   */
  async resolve(
    id: string,
    parameters: Readonly<Record<string, unknown>> | undefined,
    baseFolder: string,
  ): Promise<Result<ResolvedProtocol>> {
    const builtIn = protocols.get(id);
    if (builtIn !== undefined) {
      const bound = bindProtocol(id, parameters);
      return bound.ok ? ok({ protocol: bound.value, preset: null, sampling: builtIn.sampling ?? {} }) : bound;
    }
    const packaged = await findPresets(this.packagedFolder);
    const path = packaged.find((candidate) => presetName(candidate) === id) ?? presetPath(id, baseFolder);
    if (path === null) {
      const known = [...protocols.keys(), ...packaged.map(presetName).sort()];
      return fail(
        "protocol/unknown",
        `There is no protocol “${id}”. Known: ${known.join(", ")}, or the path of a preset file.`,
      );
    }
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
}

/** Null for what is no path of a preset file. */
function presetPath(id: string, baseFolder: string): string | null {
  if (id.startsWith(presetPrefix)) return resolve(baseFolder, id.slice(presetPrefix.length));
  return /\.(ya?ml|json)$/.test(id) ? resolve(baseFolder, id) : null;
}

async function presetEntry(
  base: Pick<ProtocolEntry, "id" | "kind"> & { readonly path: string },
  fallbackTitle: string,
): Promise<ProtocolEntry> {
  const preset = await readPreset(base.path);
  if (!preset.ok)
    return { ...base, title: fallbackTitle, description: "", protocol: "", problem: preset.error.message };
  const { title, description, protocol } = preset.value;
  const inherited = protocols.get(protocol);
  return {
    ...base,
    title: title ?? fallbackTitle,
    description: description ?? inherited?.description ?? "",
    protocol: inherited?.title ?? protocol,
  };
}

const byTitle = (entries: readonly ProtocolEntry[]): ProtocolEntry[] =>
  [...entries].sort((a, b) => a.title.localeCompare(b.title));
