/**
 * The import rules of the rooms, read from what esbuild really bundles. A rule that only a reviewer knows is broken
 * within a month.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, posix } from "node:path";
import { before, test } from "node:test";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { bundles, isPresent, root } from "../../../build.mjs";

interface Import {
  readonly path: string;
  readonly external: boolean;
}
/** Own files → what they import. Types are gone by then, which is right: they cross no border at run time. */
const graph = new Map<string, readonly Import[]>();
const metafiles = new Map<string, Metafile>();

const rooms = ["extension", "language-server", "webview"] as const;
const builtins = new Set(builtinModules);
const isBuiltin = (path: string) => path.startsWith("node:") || builtins.has(path);
const isPackage = (path: string) => path.includes("node_modules/");
const packageOf = (path: string): string => {
  const tail = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return tail
    .split("/")
    .slice(0, tail.startsWith("@") ? 2 : 1)
    .join("/");
};

/** Sources of a folder that no bundle may have reached yet, so that dead rooms are held to the rules too. */
const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => posix.join(folder, path.replaceAll("\\", "/")))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));

before(async () => {
  const all: Record<string, BuildOptions> = await bundles();
  for (const [name, options] of Object.entries(all)) {
    if (!isPresent(options)) continue;
    const result = await build({
      ...options,
      write: false,
      metafile: true,
      sourcemap: false,
      logLevel: "silent",
    });
    metafiles.set(name, result.metafile);
  }
  // Packages stay outside here: only our own files are looked at.
  const everything = await build({
    absWorkingDir: root,
    entryPoints: rooms.flatMap(sourcesUnder),
    outdir: "dist",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".css": "empty", ".woff2": "empty", ".ttf": "empty" },
    logLevel: "silent",
  });
  for (const [path, input] of Object.entries(everything.metafile.inputs)) {
    graph.set(
      path,
      input.imports.map((imported) => ({ path: imported.path, external: imported.external === true })),
    );
  }
});

/** All imports of the files in a folder, as `[file, imported]`. */
const importsOf = (folder: string): [string, Import][] =>
  [...graph]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .flatMap(([path, imports]) => imports.map((imported): [string, Import] => [path, imported]));

const assertNone = (breaches: [string, Import][], rule: string): void => {
  assert.deepEqual(
    breaches.map(([from, imported]) => `${from} imports ${imported.path}`),
    [],
    rule,
  );
};

test("the rooms are seen at all", () => {
  for (const folder of ["extension/src", "language-server/contract", "language-server/core", "webview/src"]) {
    assert.ok(sourcesUnder(folder).length > 0, folder);
  }
  assert.ok(importsOf("extension").length > 20);
});

test("the contract imports nothing but itself", () => {
  assertNone(
    importsOf("language-server/contract").filter(
      ([, { path, external }]) => external || !path.startsWith("language-server/contract/"),
    ),
    "contract",
  );
});

test("the core has no input or output: no Node, no vscode, no other room than the contract", () => {
  assertNone(
    importsOf("language-server/core").filter(([, { path, external }]) =>
      external
        ? isBuiltin(path) || path === "vscode" || path.startsWith("vscode-")
        : !/^language-server\/(core|contract)\//.test(path),
    ),
    "core",
  );
});

test("the extension imports the contract, vscode and its client library", () => {
  assertNone(
    importsOf("extension").filter(([, { path, external }]) =>
      external
        ? !(isBuiltin(path) || path === "vscode" || path === "vscode-languageclient/node")
        : !/^(extension\/src|language-server\/contract)\//.test(path),
    ),
    "extension",
  );
});

test("the webview imports the contract and libraries for pages", () => {
  assertNone(
    importsOf("webview").filter(([, { path, external }]) =>
      external
        ? isBuiltin(path) || path.startsWith("vscode") || path.includes("llama")
        : !/^(webview\/src|language-server\/contract)\//.test(path),
    ),
    "webview",
  );
});

test("only engine/llama imports node-llama-cpp", () => {
  assertNone(
    [...rooms.flatMap(importsOf)].filter(
      ([from, { path }]) =>
        /^(@node-llama-cpp\/|node-llama-cpp($|\/))/.test(path) &&
        !from.startsWith("language-server/engine/llama/"),
    ),
    "node-llama-cpp",
  );
});

test("only core/grading/symbolic imports the computer algebra", () => {
  assertNone(
    [...rooms.flatMap(importsOf)].filter(
      ([from, { path }]) =>
        path.startsWith("@cortex-js/compute-engine") &&
        !from.startsWith("language-server/core/grading/symbolic"),
    ),
    "compute-engine",
  );
});

test("the server does not import the engine's native side", () => {
  assertNone(
    importsOf("language-server/server").filter(([, { path }]) =>
      path.startsWith("language-server/engine/llama/"),
    ),
    "server",
  );
});

test("no bundle but the engine's names the native packages", () => {
  for (const [name, metafile] of metafiles) {
    if (name === "engine") continue;
    const named = Object.values(metafile.outputs)
      .flatMap((output) => output.imports)
      .filter(({ path }) => /llama-cpp/.test(path));
    assert.deepEqual(named, [], name);
  }
});

test("a bundle holds no package twice in two versions' worth of folders", () => {
  for (const [name, metafile] of metafiles) {
    const folders = new Map<string, Set<string>>();
    for (const path of Object.keys(metafile.inputs).filter(isPackage)) {
      const id = packageOf(path);
      const folder = path.slice(0, path.lastIndexOf("node_modules/"));
      folders.set(id, (folders.get(id) ?? new Set()).add(folder));
    }
    const twice = [...folders].filter(([, places]) => places.size > 1).map(([id]) => id);
    assert.deepEqual(twice, [], name);
  }
});

test("no cycles among our own files", () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      cycles.push([...trail.slice(at), path].join(" → "));
      return;
    }
    if (done.has(path)) return;
    for (const imported of graph.get(path) ?? []) {
      if (!imported.external && graph.has(imported.path)) visit(imported.path, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  assert.deepEqual(cycles, []);
});
