import type { RunSummary } from "../contract/entities.ts";
import type { Settings } from "../contract/methods.ts";
import { createProduct, type Product, type ProductParts } from "../server/product.ts";
import type { ProductFiles } from "../server/productFiles.ts";
import type { ProgressLine } from "./progressLine.ts";
import { passwordFromEnvironment } from "./sql/commandDatabases.ts";

export interface CommandSetting {
  readonly files: ProductFiles;
  readonly settings: Settings;
  /** Folder for the run folders. */
  readonly folder: string;
  readonly progress: ProgressLine;
  /** In front of the title of a run that starts. */
  readonly verb?: string;
  /** Whether a server for inference may be used; none but those on this machine when left out. */
  readonly endpointPermission?: ProductParts["endpointPermission"] | undefined;
}

/** The product with its progress on standard error; an interrupt stops the run that works. */
export async function withProduct<T>(
  { files, settings, folder, progress, verb, endpointPermission }: CommandSetting,
  work: (product: Product) => Promise<T>,
): Promise<T> {
  const product = createProduct({
    files,
    settings: () => settings,
    runsFolder: () => folder,
    notify: (event, body) => {
      if (event === "deliberate/run/advanced") progress.show((body as { summary: RunSummary }).summary);
    },
    log: (level, text) => {
      if (level === "error" || process.env.DELIBERATE_DEBUG !== undefined) progress.detail(text);
    },
    warn: (message) => progress.line(`warning: ${message}`),
    secret: passwordFromEnvironment,
    ...(endpointPermission === undefined ? {} : { endpointPermission }),
    packageFolders: [process.cwd()],
    onEngineStatus: (status) => progress.engine(status),
    onStarted: ({ title }) => progress.line(verb === undefined ? title : `${verb} ${title}`),
    onEnded: () => progress.clear(),
  });
  const interrupt = () => product.runs.stop();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    return await work(product);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
    await product.dispose();
  }
}
