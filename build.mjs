#!/usr/bin/env node
/**
 * Builds every bundle of the product into dist/.
 *
 *   node build.mjs [--partial] [--metafile] [--minify] [name…]
 *
 * --partial   skip bundles whose entry file does not exist, instead of failing
 * --metafile  write esbuild's account of each bundle to dist/meta/<name>.json
 * --minify    smaller files without source maps, for packages
 * name…       only these: extension server engine lab labData labEngine remoteEngine gradingWorker sqliteWorker duckdbProcess cli webview
 */
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { argv, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export const root = dirname(fileURLToPath(import.meta.url));

/** Packages with native code: loaded from node_modules at run time, by the processes of engines and lab alone. */
export const externals = ["node-llama-cpp", "@node-llama-cpp/*", "koffi", "@koromix/*"];

/** SQLite itself: its package looks for it beside the bundle. */
const sqliteWasm = join(root, "node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm");

/** The SQL parser's package looks for it in a folder beside its own; it is put beside the bundle instead. */
const parserWasm = join(root, "node_modules/@guanmingchiu/sqlparser-ts/wasm/sqlparser_rs_wasm_bg.wasm");

/** @type {import("esbuild").Plugin} */
const parserBesideBundle = {
  name: "parser-beside-bundle",
  setup(bundle) {
    bundle.onLoad({ filter: /sqlparser-ts[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll(
        "../wasm/sqlparser_rs_wasm_bg.wasm",
        "./sqlparser.wasm",
      ),
      loader: "js",
    }));
  },
};

/**
 * ES modules have no `require`, `__filename` or `__dirname`, but CommonJS packages inside a bundle may use them.
 */
const commonJsGlobals = [
  'import { createRequire as __createRequire } from "node:module";',
  'import { fileURLToPath as __fileURLToPath } from "node:url";',
  'import { dirname as __dirnameOf } from "node:path";',
  "const require = __createRequire(import.meta.url);",
  "const __filename = __fileURLToPath(import.meta.url);",
  "const __dirname = __dirnameOf(__filename);",
].join(" ");

/** @type {import("esbuild").BuildOptions} */
const node = {
  bundle: true,
  platform: "node",
  target: "node20",
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  absWorkingDir: root,
  logLevel: "warning",
  logOverride: { "empty-import-meta": "error" },
};

/** @type {(entry: string, outfile: string) => import("esbuild").BuildOptions} */
const moduleBundle = (entry, outfile) => ({
  ...node,
  entryPoints: [entry],
  outfile,
  format: "esm",
  external: externals,
  banner: { js: commonJsGlobals },
  // Packages that ship both forms: the ES module one is smaller, as unused parts fall away.
  mainFields: ["module", "main"],
  // esbuild adds "import" or "require" itself, by how a package is asked for: some export another thing to each.
  conditions: ["node"],
});

/**
 * Options of every bundle, by name. Also read by the test of the import rules.
 * @returns {Promise<Record<string, import("esbuild").BuildOptions>>}
 */
export async function bundles() {
  const { webviewBuild } = await import("./webview/build.mjs");
  const cli = moduleBundle("language-server/cli/main.ts", "dist/cli.mjs");
  return {
    extension: {
      ...node,
      entryPoints: ["extension/src/main.ts"],
      outfile: "dist/extension.cjs",
      format: "cjs",
      external: ["vscode"],
      // The `main` form of some packages is UMD, whose `require` calls a bundler cannot follow.
      mainFields: ["module", "main"],
    },
    server: {
      ...moduleBundle("language-server/server/main.ts", "dist/server.mjs"),
      plugins: [parserBesideBundle],
    },
    engine: moduleBundle("language-server/engine/llama/llamaMain.ts", "dist/engine.mjs"),
    lab: moduleBundle("language-server/lab/process/labMain.ts", "dist/lab.mjs"),
    labData: moduleBundle("language-server/lab/recipe/dataWorker.ts", "dist/labData.mjs"),
    labEngine: moduleBundle("language-server/engine/lab/labEngineMain.ts", "dist/labEngine.mjs"),
    remoteEngine: moduleBundle("language-server/engine/remote/remoteMain.ts", "dist/remoteEngine.mjs"),
    gradingWorker: moduleBundle("language-server/grading/gradingWorker.ts", "dist/gradingWorker.mjs"),
    sqliteWorker: moduleBundle("language-server/sql/sqlite/sqliteWorker.ts", "dist/sqliteWorker.mjs"),
    duckdbProcess: moduleBundle("language-server/sql/duckdb/duckdbProcess.ts", "dist/duckdbProcess.mjs"),
    cli: { ...cli, banner: { js: `#!/usr/bin/env node\n${commonJsGlobals}` } },
    webview: { ...webviewBuild, absWorkingDir: root },
  };
}

/** Entry files of a bundle as absolute paths. */
export function entriesOf(options) {
  const entries = Array.isArray(options.entryPoints)
    ? options.entryPoints
    : Object.values(options.entryPoints);
  return entries.map((entry) => resolve(root, entry));
}

/** Whether all entry files of a bundle are there. */
export const isPresent = (options) => entriesOf(options).every((entry) => existsSync(entry));

async function main(args) {
  const flags = new Set(args.filter((arg) => arg.startsWith("--")));
  const names = args.filter((arg) => !arg.startsWith("--"));
  const all = await bundles();
  const unknown = names.filter((name) => !(name in all));
  if (unknown.length > 0)
    throw new Error(`Unknown bundle ${unknown.join(", ")}. There are: ${Object.keys(all).join(", ")}.`);
  for (const [name, options] of Object.entries(all)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (!isPresent(options)) {
      const missing = entriesOf(options)
        .map((entry) => relative(root, entry))
        .join(", ");
      if (!flags.has("--partial"))
        throw new Error(`${name}: ${missing} does not exist (--partial skips it).`);
      stdout.write(`${name.padEnd(14)} skipped, no ${missing}\n`);
      continue;
    }
    const started = performance.now();
    const release = flags.has("--minify") ? { minify: true, sourcemap: false } : {};
    const result = await build({ ...options, ...release, metafile: true });
    const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
    const code = Object.entries(result.metafile.outputs)
      .filter(([path]) => /\.(cjs|mjs|js|css)$/.test(path))
      .reduce((sum, [, output]) => sum + output.bytes, 0);
    stdout.write(
      `${name.padEnd(14)} ${kilobytes(code)} code, ${kilobytes(bytes)} in all, ${Math.round(performance.now() - started)} ms\n`,
    );
    if (flags.has("--metafile")) {
      await mkdir(join(root, "dist/meta"), { recursive: true });
      await writeFile(join(root, `dist/meta/${name}.json`), JSON.stringify(result.metafile));
    }
    if (name === "sqliteWorker") await copyFile(sqliteWasm, join(root, "dist/sqlite3.wasm"));
    if (name === "server") await copyFile(parserWasm, join(root, "dist/sqlparser.wasm"));
    if (name === "cli") await chmod(join(root, "dist/cli.mjs"), 0o755);
  }
}

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`.padStart(8);

if (argv[1] !== undefined && fileURLToPath(import.meta.url) === argv[1]) {
  main(argv.slice(2)).catch((error) => {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exit(1);
  });
}
