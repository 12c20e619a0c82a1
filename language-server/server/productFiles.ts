import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A module to start in a process of its own, with the Node options it needs. */
export interface Entry {
  readonly path: string;
  readonly execArgv: readonly string[];
}

export interface ProductFiles {
  readonly engine: Entry;
  readonly lab: Entry;
  /** The engine for checkpoints of training runs. */
  readonly labEngine: Entry;
  /** The engine for models behind endpoints. */
  readonly remoteEngine: Entry;
  readonly gradingWorker: string;
  readonly sqliteWorker: string;
  readonly duckdbProcess: string;
  /** Root of the product: holds `media` and `package.json`. */
  readonly root: string;
}

/**
 * Where the product's own files are. Built, everything is in `dist` beside the running bundle; from the sources (tests)
 * the TypeScript entries are started through the loader.
 * @param moduleUrl `import.meta.url` of the running entry.
 */
export function productFiles(moduleUrl: string): ProductFiles {
  const here = dirname(fileURLToPath(moduleUrl));
  const root = rootAbove(here);
  if (moduleUrl.endsWith(".ts")) {
    // Resolved here, as processes may be started in any folder.
    const loader = import.meta.resolve("tsx");
    const source = (path: string) => join(root, "language-server", path);
    return {
      root,
      engine: { path: source("engine/llama/llamaMain.ts"), execArgv: ["--import", loader] },
      lab: { path: source("lab/process/labMain.ts"), execArgv: ["--import", loader] },
      labEngine: { path: source("engine/lab/labEngineMain.ts"), execArgv: ["--import", loader] },
      remoteEngine: { path: source("engine/remote/remoteMain.ts"), execArgv: ["--import", loader] },
      gradingWorker: source("grading/gradingWorker.ts"),
      sqliteWorker: source("sql/sqlite/sqliteWorker.ts"),
      duckdbProcess: source("sql/duckdb/duckdbProcess.ts"),
    };
  }
  return {
    root,
    engine: { path: join(here, "engine.mjs"), execArgv: [] },
    lab: { path: join(here, "lab.mjs"), execArgv: [] },
    labEngine: { path: join(here, "labEngine.mjs"), execArgv: [] },
    remoteEngine: { path: join(here, "remoteEngine.mjs"), execArgv: [] },
    gradingWorker: join(here, "gradingWorker.mjs"),
    sqliteWorker: join(here, "sqliteWorker.mjs"),
    duckdbProcess: join(here, "duckdbProcess.mjs"),
  };
}

function rootAbove(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, "package.json")) || parent === folder ? folder : rootAbove(parent);
}
