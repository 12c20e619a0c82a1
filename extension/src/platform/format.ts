/** Words and figures as shown in lists, the status bar and quick picks. Pure. */
import type { EndpointReport } from "../../../language-server/contract/endpoint.ts";
import type {
  Estimate,
  LoadedModel,
  ModelEntry,
  ModelHeader,
  ModelOrigin,
  RunStatus,
  RunSummary,
} from "../../../language-server/contract/entities.ts";
import type { EngineStatus } from "../../../language-server/contract/methods.ts";

const units = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** Decimal units, as file managers and model pages show them: 1 GB = 1,000,000,000 bytes. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : Number(value.toPrecision(2))} ${units[unit]}`;
}

/** 260,000 → `260K`, 7,200,000,000 → `7.2B`. */
export function formatCount(count: number): string {
  for (const [limit, letter] of [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ] as const) {
    if (count >= limit * 0.9995) {
      const value = count / limit;
      return `${value >= 99.5 ? Math.round(value) : Number(value.toPrecision(2))}${letter}`;
    }
  }
  return String(count);
}

/** A proportion in per cent with one digit, dropped when it says nothing. */
export const formatPercent = (value: number): string => `${Number((value * 100).toFixed(1))} %`;

/** `62 % (52–71 %)`: value and interval; an em dash before anything was observed. */
export function formatAccuracy({ value, interval, n }: Estimate): string {
  if (n === 0 || !Number.isFinite(value)) return "—";
  if (interval === null) return formatPercent(value);
  return `${formatPercent(value)} (${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)} %)`;
}

export const originTitles: Readonly<Record<ModelOrigin, string>> = {
  embedded: "Built in",
  setting: "By path",
  workspace: "Workspace",
  downloads: "Downloaded here",
  "lm-studio": "LM Studio",
  ollama: "Ollama",
  huggingface: "Hugging Face cache",
  "llama.cpp": "llama.cpp cache",
  endpoint: "Endpoints",
};

export const deviceTitles = {
  cuda: "CUDA",
  vulkan: "Vulkan",
  metal: "Metal",
  cpu: "CPU",
  endpoint: "endpoint",
} as const;

/** `llama · 4.1 GB · Q4_K_M · needs 5.2 GB`. */
export const describeHeader = (header: ModelHeader): string =>
  header.architecture === "endpoint"
    ? "endpoint"
    : [
        header.architecture,
        header.parameterCount === null ? null : `${formatCount(header.parameterCount)} parameters`,
        formatBytes(header.sizeBytes),
        header.quantisation,
        header.hasWeights ? `needs ${formatBytes(header.memoryNeed.bytes)}` : "no weights",
      ]
        .filter((part) => part !== null)
        .join(" · ");

export const endpointHosts = ({ servers }: EndpointReport): string[] =>
  servers.map(({ url }) => url.replace(/^https?:\/\//, "").split("/")[0] ?? url);

/** `localhost:8080 · llama-server b6000 · 4,096 tokens of context`. */
export const describeEndpoint = (report: EndpointReport): string =>
  [
    ...endpointHosts(report),
    report.servers[0]?.software ?? null,
    report.contextTokens === null ? null : `${formatCount(report.contextTokens)} tokens of context`,
  ]
    .filter((part) => part !== null)
    .join(" · ");

/** What is known of a model, for lists. */
export const describeModel = ({ header, endpoint }: ModelEntry): string =>
  endpoint !== undefined ? describeEndpoint(endpoint) : header === undefined ? "" : describeHeader(header);

/** Name of a model for lists; the file name when the header could not be read. */
export const modelTitle = (entry: ModelEntry): string =>
  entry.endpoint?.model ?? (entry.header?.name || fileName(entry.path));

export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Entries by origin, in the order of `originTitles`, those that cannot be used last; empty groups left out. */
export function groupByOrigin(
  entries: readonly ModelEntry[],
): { origin: ModelOrigin; entries: ModelEntry[] }[] {
  return (Object.keys(originTitles) as ModelOrigin[])
    .map((origin) => {
      const group = entries.filter((entry) => entry.origin === origin);
      const usable = group.filter((entry) => entry.problem === undefined);
      return { origin, entries: [...usable, ...group.filter((entry) => entry.problem !== undefined)] };
    })
    .filter((group) => group.entries.length > 0);
}

export const statusTitles: Readonly<Record<RunStatus, string>> = {
  running: "running",
  done: "done",
  stopped: "stopped",
  failed: "failed",
  interrupted: "interrupted",
};

/** Whether `run/resume` makes sense. */
export const isResumable = (status: RunStatus): boolean =>
  status === "stopped" || status === "failed" || status === "interrupted";

/** `62 % (52–71 %) · 34/100 · stopped`. */
export const describeRun = (run: RunSummary): string =>
  [
    ...(run.asked === true
      ? ["typed question"]
      : [
          formatAccuracy(run.accuracy),
          run.pathsDone === run.pathsTotal
            ? `${run.questions} questions`
            : `${run.pathsDone}/${run.pathsTotal}`,
        ]),
    run.status === "done" ? null : statusTitles[run.status],
  ]
    .filter((part) => part !== null)
    .join(" · ");

/** Where a loaded model computes: `CUDA (33/33 layers)`; layers only where they are split. */
export function describeDevice(model: LoadedModel): string {
  if (model.device === "endpoint") return `endpoint ${model.deviceNames.join(", ")}`;
  const device = deviceTitles[model.device];
  return model.device === "cpu" || model.gpuLayers >= model.totalLayers
    ? device
    : `${device} (${model.gpuLayers}/${model.totalLayers} layers)`;
}

export const formatRate = (tokensPerSecond: number): string =>
  `${tokensPerSecond >= 9.95 ? Math.round(tokensPerSecond) : tokensPerSecond.toFixed(1)} tok/s`;

/** Text of the status bar item, icon included. */
export function statusText(
  engine: EngineStatus | null,
  modelName: string | null,
  run: RunSummary | null,
  isEndpoint = false,
): string {
  if (run !== null) {
    const rate = run.tokensPerSecond > 0 ? ` · ${formatRate(run.tokensPerSecond)}` : "";
    return `$(loading~spin) ${run.pathsDone}/${run.pathsTotal}${rate}`;
  }
  if (engine?.state === "lost") return "$(error) Engine lost";
  if (engine?.state === "loading") {
    const fraction = engine.loadFraction === null ? "" : ` ${Math.round(engine.loadFraction * 100)} %`;
    return `$(loading~spin) Loading${fraction}`;
  }
  if (engine?.model) {
    const rate = engine.tokensPerSecond > 0 ? ` · ${formatRate(engine.tokensPerSecond)}` : "";
    const { name, device, deviceNames } = engine.model;
    if (device === "endpoint") return `$(cloud) ${name} · ${deviceNames.join(", ")}${rate}`;
    return `$(lightbulb) ${name} · ${deviceTitles[device]}${rate}`;
  }
  if (modelName === null) return "$(lightbulb) Select model";
  return `$(${isEndpoint ? "cloud" : "lightbulb"}) ${modelName}`;
}
