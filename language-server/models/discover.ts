import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { ModelEntry, ModelOrigin } from "../contract/entities.ts";
import { parseSplitName } from "../core/models/quantisation.ts";
import { listCheckpoints } from "../lab/train/checkpoint.ts";
import { type HeaderOptions, readModelHeader, whyNotRunnable } from "./header.ts";
import { ollamaModels } from "./ollama.ts";
import {
  expandSetting,
  type HostFacts,
  huggingFaceFolder,
  llamaCppFolder,
  lmStudioFolders,
  ollamaFolders,
} from "./places.ts";
import { type WalkLimits, walkFiles } from "./walk.ts";

export interface DiscoverOptions extends HostFacts {
  /** Setting `deliberate.model.path`: a file or a folder; empty when not set. */
  readonly settingPath?: string;
  readonly workspaceFolders: readonly string[];
  /** The model that comes with the product; passed over silently when there is no such file. */
  readonly embeddedPath?: string | null;
  /** Where this product downloads to. */
  readonly downloadsFolder?: string;
  /** For the memory need in the headers. */
  readonly header?: HeaderOptions;
  readonly signal?: AbortSignal;
  /** Called for each entry as soon as it is known, in no particular order. */
  readonly onEntry?: (entry: ModelEntry) => void;
}

interface Candidate {
  readonly origin: ModelOrigin;
  readonly kind?: "checkpoint";
  readonly path: string;
  /** Name the other program shows. */
  readonly name?: string;
}

const isGguf = (name: string): boolean => /\.gguf$/i.test(name) && !name.startsWith("._");

const inWorkspace: WalkLimits = { depth: 6, entries: 30_000, followFolders: false, hiddenFolders: false };
const inModelFolder: WalkLimits = { depth: 8, entries: 50_000, followFolders: true, hiddenFolders: true };

const checkpointsPerRun = 3;

/** Headers read at the same time. */
const concurrency = 4;

/**
 * All models on this machine that can be found in the usual places: the embedded one first, then the setting, own
 * downloads, the workspace with the models and newest checkpoints of its training runs, LM Studio, Ollama, Hugging Face cache and llama.cpp cache, each in order of paths. A file
 * that is reached twice is listed once, at its first place; a split model once, by its first part. A file that cannot
 * be used is listed with its problem. Never throws; reads headers only.
 */
export async function discoverModels(options: DiscoverOptions): Promise<ModelEntry[]> {
  const candidates = onePerModel(await distinct(await findCandidates(options)));
  const entries: ModelEntry[] = new Array(candidates.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < candidates.length && options.signal?.aborted !== true) {
      const index = next++;
      const candidate = candidates[index];
      if (candidate === undefined) return;
      const entry = await describeCandidate(candidate, options.header);
      entries[index] = entry;
      options.onEntry?.(entry);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  // Slots stay empty when the search is cancelled.
  return entries.filter((entry) => entry !== undefined);
}

async function findCandidates(options: DiscoverOptions): Promise<Candidate[]> {
  const { signal } = options;
  const candidates: Candidate[] = [];
  const addFolder = async (origin: ModelOrigin, folder: string, limits: WalkLimits): Promise<void> => {
    for (const path of await walkFiles(folder, isGguf, limits, signal)) candidates.push({ origin, path });
  };
  if (options.embeddedPath && (await isFile(options.embeddedPath))) {
    candidates.push({ origin: "embedded", path: options.embeddedPath });
  }
  const setting = expandSetting(options.settingPath ?? "", options.home);
  if (setting !== "") {
    const target = await stat(setting).catch(() => null);
    if (target?.isDirectory()) await addFolder("setting", setting, inModelFolder);
    else candidates.push({ origin: "setting", path: setting });
  }
  if (options.downloadsFolder !== undefined)
    await addFolder("downloads", options.downloadsFolder, inModelFolder);
  for (const folder of options.workspaceFolders) {
    await addFolder("workspace", folder, inWorkspace);
    for (const run of await trainingRuns(folder)) {
      const exported = join(run, "model.gguf");
      if (await isFile(exported)) candidates.push({ origin: "workspace", path: exported });
      const newest = (await listCheckpoints(run)).slice(-checkpointsPerRun).reverse();
      for (const path of newest) candidates.push({ origin: "workspace", kind: "checkpoint", path });
    }
  }
  for (const folder of lmStudioFolders(options)) await addFolder("lm-studio", folder, inModelFolder);
  for (const store of ollamaFolders(options)) {
    for (const { name, path } of await ollamaModels(store, signal))
      candidates.push({ origin: "ollama", path, name });
  }
  const hub = huggingFaceFolder(options);
  for (const name of (await readdir(hub).catch(() => [] as string[])).sort()) {
    if (name.startsWith("models--"))
      await addFolder("huggingface", join(hub, name, "snapshots"), inModelFolder);
  }
  await addFolder("llama.cpp", llamaCppFolder(options), inModelFolder);
  return candidates;
}

/** Folders of the training runs of a workspace, by name. */
async function trainingRuns(workspaceFolder: string): Promise<string[]> {
  const training = join(workspaceFolder, ".deliberate", "training");
  const names = await readdir(training).catch(() => [] as string[]);
  return names.sort().map((name) => join(training, name));
}

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true;

/** Each real file once, at its first place. */
async function distinct(candidates: readonly Candidate[]): Promise<Candidate[]> {
  const seen = new Set<string>();
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const real = await realpath(candidate.path).catch(() => candidate.path);
    if (seen.has(real)) continue;
    seen.add(real);
    kept.push(candidate);
  }
  return kept;
}

/** Of the parts of a split model in one folder only the first that was found, in its place. */
function onePerModel(candidates: readonly Candidate[]): Candidate[] {
  const first = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const split = parseSplitName(basename(candidate.path));
    const key =
      split === null ? candidate.path : `${join(dirname(candidate.path), split.prefix)} of ${split.count}`;
    if (!first.has(key)) first.set(key, candidate);
  }
  return [...first.values()];
}

async function describeCandidate(
  candidate: Candidate,
  options: HeaderOptions | undefined,
): Promise<ModelEntry> {
  const { path, name } = candidate;
  const place = {
    origin: candidate.origin,
    ...(candidate.kind === undefined ? {} : { kind: candidate.kind }),
  };
  const read = await readModelHeader(path, options);
  if (!read.ok) return { ...place, path, problem: { code: read.error.code, message: read.error.message } };
  const header = name === undefined ? read.value : { ...read.value, name };
  const problem = whyNotRunnable(header);
  return problem === null
    ? { ...place, path: header.path, header }
    : { ...place, path: header.path, header, problem: { code: problem.code, message: problem.message } };
}
