import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MachineLimits } from "../contract/engine.ts";
import type { DeviceKind } from "../contract/entities.ts";
import type { EngineStatus } from "../contract/methods.ts";
import { fail } from "../contract/result.ts";
import { isEndpointAddress } from "../core/endpoint/address.ts";
import { createGradingService, type GradingService } from "../grading/gradingService.ts";
import { limitsInProcess } from "../lab/process/labHost.ts";
import { isCheckpointPath } from "../lab/recipe/checkpointModel.ts";
import { createDatabases, type Databases } from "../sql/databases.ts";
import { LinkIndexes } from "../sql/linkIndexes.ts";
import { type EndpointParts, EndpointService } from "./endpointService.ts";
import { createEngineHost } from "./engineHost.ts";
import { ModelSession } from "./modelSession.ts";
import type { ProductFiles } from "./productFiles.ts";
import { ProtocolService } from "./protocolService.ts";
import type { RunServiceParts } from "./run/launch/runParts.ts";
import { RunService } from "./run/runService.ts";
import { SqlRuns } from "./run/sql/sqlRuns.ts";

export interface ProductParts
  extends Pick<RunServiceParts, "notify" | "runsFolder" | "settings" | "warn" | "onStarted" | "onEnded"> {
  readonly files: ProductFiles;
  log(level: "error" | "warn" | "info" | "debug", text: string): void;
  onEngineStatus(status: EngineStatus): void;
  /** The password kept under a name; without it there are no databases on servers. */
  readonly secret?: (key: string) => Promise<string | undefined>;
  /** Where DuckDB's package, which is not part of the product, is looked for. */
  readonly packageFolders?: readonly string[];
  /** False: no database is opened, by runs neither. Always true when left out. */
  readonly trusted?: () => boolean;
  /** Whether an endpoint may be used, and with what key; without it none is but on this machine. */
  readonly endpointPermission?: EndpointParts["permission"];
  /** Where endpoints that were added are kept; by default nowhere. */
  readonly endpointsFile?: () => string;
  /** Where schemas of databases are kept; by default only in memory. */
  readonly schemaCacheFolder?: string;
  /** Measures once what the machine can do, so that it can be said how near to it the engine is. */
  readonly measuresLimits?: boolean;
}

/** The server's core without any editor: what the language server and the command line have in common. */
export interface Product {
  readonly session: ModelSession;
  readonly grading: GradingService;
  readonly runs: RunService;
  readonly databases: Databases;
  readonly linkIndexes: LinkIndexes;
  readonly endpoints: EndpointService;
  readonly protocols: ProtocolService;
  readonly version: string;
  dispose(): Promise<void>;
}

export function createProduct(parts: ProductParts): Product {
  const { files } = parts;
  const version = productVersion(files.root);
  const host = createEngineHost({
    entry: files.engine.path,
    execArgv: files.engine.execArgv,
    log: parts.log,
  });
  const trusted = parts.trusted ?? (() => true);
  const endpoints = new EndpointService({
    settings: parts.settings,
    trusted,
    permission: parts.endpointPermission ?? (async (_address, isLocal) => ({ allowed: isLocal, key: null })),
    file: () => parts.endpointsFile?.() ?? null,
  });
  const session = new ModelSession(
    host,
    parts.onEngineStatus,
    () => performance.now(),
    (path) =>
      isEndpointAddress(path) ? files.remoteEngine : isCheckpointPath(path) ? files.labEngine : undefined,
    (params) => endpoints.prepare(params),
    parts.measuresLimits === true ? (device) => limitsOf(device, files) : null,
  );
  const grading = createGrading(files);
  /** Out of connection strings that runs were started with. */
  const passwords = new Map<string, string>();
  const databases = onlyTrusted(
    openDatabases(files, {
      ...parts,
      secret: async (key) => passwords.get(key) ?? (await parts.secret?.(key)),
    }),
    trusted,
  );
  const linkIndexes = new LinkIndexes(files.root);
  const protocols = new ProtocolService(join(files.root, "media", "presets"));
  const runs = new RunService({
    ...parts,
    session,
    grading,
    protocols,
    sql: new SqlRuns(databases, linkIndexes, passwords),
    now: () => Date.now(),
    random: () => Math.random(),
    product: `deliberate ${version}`,
  });
  return {
    session,
    grading,
    runs,
    databases,
    linkIndexes,
    endpoints,
    protocols,
    version,
    async dispose() {
      const active = runs.activeRun;
      runs.stop();
      await active?.run.ended;
      await session.close();
      await grading.dispose();
      await databases.dispose();
    },
  };
}

async function limitsOf(kind: DeviceKind, { lab }: ProductFiles): Promise<MachineLimits | null> {
  if (kind === "endpoint") return null;
  const threads = availableParallelism();
  const limits = await limitsInProcess({ kind, threads }, { entry: lab.path, execArgv: lab.execArgv });
  return limits.ok ? limits.value : null;
}

/** The grading service alone, for the command line's `grade`. */
export function createGrading(files: ProductFiles): GradingService {
  return createGradingService({ workerUrl: pathToFileURL(files.gradingWorker) });
}

/** Databases alone, for commands that need no model. */
export const openDatabases = (
  files: ProductFiles,
  parts: Pick<ProductParts, "secret" | "packageFolders" | "schemaCacheFolder">,
): Databases =>
  createDatabases({
    files: {
      sqliteWorker: pathToFileURL(files.sqliteWorker),
      duckdbProcess: pathToFileURL(files.duckdbProcess),
    },
    cacheFolder: parts.schemaCacheFolder ?? null,
    secret: parts.secret ?? (async () => undefined),
    packageFolders: parts.packageFolders ?? [],
  });

const onlyTrusted = (databases: Databases, trusted: () => boolean): Databases => ({
  open: async (source) =>
    trusted()
      ? databases.open(source)
      : fail("sql/not-trusted", "Databases are not opened in a workspace that is not trusted."),
  dispose: () => databases.dispose(),
});

export function productVersion(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return manifest.version;
}
