import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { EndpointReport } from "../contract/endpoint.ts";
import type { ModelEntry, ModelHeader } from "../contract/entities.ts";
import type { Settings } from "../contract/methods.ts";
import { ok, type Result } from "../contract/result.ts";
import { isEndpointAddress } from "../core/endpoint/address.ts";
import { isCheckpointPath } from "../lab/recipe/checkpointModel.ts";
import { defaultModelPath } from "../models/defaultModel.ts";
import { discoverModels } from "../models/discover.ts";
import { type DownloadProgress, download } from "../models/download.ts";
import { readModelHeader, whyNotRunnable } from "../models/header.ts";
import { hubAccess } from "../models/hub.ts";
import { expandSetting } from "../models/places.ts";

export interface ModelServiceParts {
  settings(): Settings;
  workspaceFolders(): readonly string[];
  /** Folder that holds `media/models`. */
  readonly productRoot: string;
  /** Where downloads go when the user has set no folder, and where the selection is kept. */
  storageFolder(): string;
  /** Endpoints that were added. */
  endpoints(): Promise<readonly EndpointReport[]>;
}

interface Selection {
  readonly model?: string;
  readonly protocol?: string;
}

/** Finds, selects and downloads models; remembers what the user has chosen for this workspace. */
export class ModelService {
  constructor(private readonly parts: ModelServiceParts) {}

  async list(): Promise<ModelEntry[]> {
    const { settings, productRoot } = this.parts;
    const { path } = settings().model;
    const found = await discoverModels({
      env: process.env,
      home: homedir(),
      platform: process.platform,
      settingPath: isEndpointAddress(path) ? "" : path,
      workspaceFolders: this.parts.workspaceFolders(),
      embeddedPath: await defaultModelPath(productRoot),
      downloadsFolder: this.downloadsFolder(),
    });
    const endpoints = await this.parts.endpoints();
    return [
      ...found,
      ...endpoints.map((endpoint): ModelEntry => ({ origin: "endpoint", path: endpoint.address, endpoint })),
    ];
  }

  /** The model a run takes when it names none: chosen, then set, then the one that comes with the product. */
  async selected(): Promise<string | null> {
    const chosen = (await this.selection()).model;
    if (chosen !== undefined) return chosen;
    const { path } = this.parts.settings().model;
    if (isEndpointAddress(path)) return path;
    if (path !== "") {
      const file = this.settingFile(path);
      if (/\.gguf$/i.test(file) || isCheckpointPath(file)) return file;
      const [first] = (await this.list()).filter(
        (entry) => entry.origin === "setting" && entry.problem === undefined,
      );
      if (first !== undefined) return first.path;
    }
    return defaultModelPath(this.parts.productRoot);
  }

  async select(path: string): Promise<Result<ModelHeader>> {
    const header = await readModelHeader(path);
    if (!header.ok) return header;
    const unusable = whyNotRunnable(header.value);
    if (unusable !== null) return { ok: false, error: unusable };
    await this.remember({ model: header.value.path });
    return header;
  }

  async selectedProtocol(): Promise<string> {
    return (await this.selection()).protocol ?? this.parts.settings().run.protocol;
  }

  async rememberProtocol(protocol: string): Promise<void> {
    await this.remember({ protocol });
  }

  /** Errors: `download/*`. */
  async download(
    reference: string,
    signal: AbortSignal,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<Result<{ path: string }>> {
    const { settings } = this.parts;
    const access = hubAccess(settings().model.huggingFaceEndpoint, process.env);
    if (!access.ok) return access;
    const downloaded = await download(reference, {
      ...access.value,
      folder: this.downloadsFolder(),
      signal,
      onProgress,
    });
    return downloaded.ok ? ok({ path: downloaded.value.path }) : downloaded;
  }

  /** The setting was changed by hand: it wins over an earlier choice. */
  async forgetModel(): Promise<void> {
    const { model: _, ...rest } = await this.selection();
    await this.write(rest);
  }

  private downloadsFolder(): string {
    const { downloadFolder } = this.parts.settings().model;
    return downloadFolder === ""
      ? join(this.parts.storageFolder(), "models")
      : expandSetting(downloadFolder, homedir());
  }

  private settingFile(path: string): string {
    return resolve(this.parts.workspaceFolders()[0] ?? process.cwd(), expandSetting(path, homedir()));
  }

  private get selectionFile(): string {
    return join(this.parts.storageFolder(), "selection.json");
  }

  private async selection(): Promise<Selection> {
    const all = await this.readSelections();
    return all[this.workspaceKey()] ?? {};
  }

  private async remember(chosen: Selection): Promise<void> {
    await this.write({ ...(await this.selection()), ...chosen });
  }

  private async write(selection: Selection): Promise<void> {
    const all = { ...(await this.readSelections()), [this.workspaceKey()]: selection };
    await mkdir(dirname(this.selectionFile), { recursive: true });
    await writeFile(this.selectionFile, `${JSON.stringify(all, null, 2)}\n`);
  }

  private async readSelections(): Promise<Record<string, Selection>> {
    try {
      return JSON.parse(await readFile(this.selectionFile, "utf8")) as Record<string, Selection>;
    } catch {
      // Missing or damaged: nothing has been chosen yet.
      return {};
    }
  }

  private workspaceKey(): string {
    return this.parts.workspaceFolders()[0] ?? "";
  }
}
