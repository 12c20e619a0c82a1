import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A module to start in a process or worker of its own, with the Node options it needs. */
export interface Entry {
  readonly path: string;
  readonly execArgv: readonly string[];
}

export interface ProductFiles {
  readonly engine: Entry;
  readonly gradingWorker: Entry;
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
    const source = (path: string): Entry => ({
      path: join(root, "language-server", path),
      execArgv: ["--import", "tsx"],
    });
    return {
      root,
      engine: source("engine/llama/llamaMain.ts"),
      gradingWorker: source("grading/gradingWorker.ts"),
    };
  }
  const built = (name: string): Entry => ({ path: join(here, name), execArgv: [] });
  return { root, engine: built("engine.mjs"), gradingWorker: built("gradingWorker.mjs") };
}

function rootAbove(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, "package.json")) || parent === folder ? folder : rootAbove(parent);
}
