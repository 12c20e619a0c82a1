import { join } from "node:path";

/** What decides where other programs keep their models. */
export interface HostFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

const set = (value: string | undefined): string | null => {
  const text = value?.trim();
  return text === undefined || text === "" ? null : text;
};

/** `~/x` as the programs that read these variables expand it. */
const expand = (path: string, home: string): string =>
  /^~(?=$|[\\/])/.test(path) ? join(home, path.slice(1)) : path;

/** A folder from the first variable that is set, else the default. */
function fromEnv(host: HostFacts, names: readonly string[], otherwise: string): string {
  for (const name of names) {
    const value = set(host.env[name]);
    if (value !== null) return expand(value, host.home);
  }
  return otherwise;
}

/** Folders of LM Studio, now and before version 0.3.6. */
export const lmStudioFolders = (host: HostFacts): readonly string[] => [
  join(host.home, ".lmstudio", "models"),
  join(host.home, ".cache", "lm-studio", "models"),
];

/** Model stores of Ollama: `manifests/` and `blobs/` are in them. */
export function ollamaFolders(host: HostFacts): readonly string[] {
  const own = fromEnv(host, ["OLLAMA_MODELS"], join(host.home, ".ollama", "models"));
  // The Linux service runs as its own user.
  return host.platform === "linux" ? [own, "/usr/share/ollama/.ollama/models"] : [own];
}

/** The hub cache of huggingface_hub: `models--*` folders are in it. */
export function huggingFaceFolder(host: HostFacts): string {
  const cache = fromEnv(host, ["XDG_CACHE_HOME"], join(host.home, ".cache"));
  const hfHome = fromEnv(host, ["HF_HOME"], join(cache, "huggingface"));
  return fromEnv(host, ["HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"], join(hfHome, "hub"));
}

/** Where llama.cpp's own programs put downloads. */
export function llamaCppFolder(host: HostFacts): string {
  const cache =
    host.platform === "darwin"
      ? join(host.home, "Library", "Caches")
      : host.platform === "win32"
        ? fromEnv(host, ["LOCALAPPDATA"], join(host.home, "AppData", "Local"))
        : fromEnv(host, ["XDG_CACHE_HOME"], join(host.home, ".cache"));
  return fromEnv(host, ["LLAMA_CACHE"], join(cache, "llama.cpp"));
}

/** A path as a person writes it in the setting: `~` for the home folder. */
export const expandSetting = (path: string, home: string): string => expand(path.trim(), home);
