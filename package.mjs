#!/usr/bin/env node
/**
 * Makes a VSIX for one platform.
 *
 *   node package.mjs [--target linux-x64] [--with vulkan,cuda] [--out DIR] [--no-build] [--keep]
 *
 * vsce's own dependency scan would take every package of every platform. So a staging folder is filled with exactly
 * what runs: the bundles, media, and under `dist/node_modules` node-llama-cpp with the packages that its code really
 * reaches and the binaries of one platform. Prints one JSON object: path and sizes.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import process, { exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));

/** VS Code's name of a platform → node-llama-cpp's package with the binaries that every machine of it can run. */
const platformPackages = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "linux-armhf": "linux-armv7l",
  "darwin-arm64": "mac-arm64-metal",
  "darwin-x64": "mac-x64",
  "win32-x64": "win-x64",
  "win32-arm64": "win-arm64",
};

/** Everything of ours that is shipped; nothing else of the repository is. */
const shipped = [
  "LICENCE",
  "README.md",
  "CHANGELOG.md",
  "dist/extension.cjs",
  "dist/server.mjs",
  "dist/sqlparser.wasm",
  "dist/engine.mjs",
  "dist/lab.mjs",
  "dist/labData.mjs",
  "dist/labEngine.mjs",
  "dist/remoteEngine.mjs",
  "dist/gradingWorker.mjs",
  "dist/sqliteWorker.mjs",
  "dist/sqlite3.wasm",
  "dist/duckdbProcess.mjs",
  "dist/cli.mjs",
  "dist/webview",
  "docs",
  "media/icon.png",
  "media/icons",
  "media/linking",
  "media/presets",
  "media/recipes",
  "media/samples",
  "media/schemas",
  "media/walkthrough",
  "media/models",
];
const mayBeMissing = new Set(["docs", "README.md", "CHANGELOG.md"]);

/** Package with koffi's binaries, by VS Code's name of a platform. */
const koffiPackage = (target) => `@koromix/koffi-${target === "linux-armhf" ? "linux-arm" : target}`;

/** Parts of node-llama-cpp for building llama.cpp from source and for its own command line. */
const buildOnly =
  /node-llama-cpp\/(llama\/(gitRelease\.bundle|addon|cmake|patches|profiles|toolchains|xpack|CMakeLists\.txt)|templates|bins)(\/|$)/;
/** Sources of koffi, and its binaries for systems with another C library than VS Code's. */
const koffiOnly =
  /node_modules\/(koffi\/(lib|vendor|doc|cnoke\.cjs)(\/|$)|koffi\/src\/koffi\/(.*\.(cc|hh|h|inc|asm|S)|CMakeLists\.txt)$|@koromix\/[^/]+\/musl_)/;
/** What no program reads. */
const deadWeight =
  /(\.map|\.d\.[cm]?ts|\.tsbuildinfo|\.md|\.markdown)$|\/(test|tests|__tests__|docs|example|examples|\.github)(\/|$)/i;
const isLicence = (path) => /(^|\/)(licen[cs]e|notice|copying)[^/]*$/i.test(path);

const { values } = parseArgs({
  options: {
    target: { type: "string", default: `${process.platform}-${process.arch}` },
    with: { type: "string", default: "" },
    out: { type: "string", default: root },
    "no-build": { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});

try {
  stdout.write(`${JSON.stringify(await packageFor(values), null, 2)}\n`);
} catch (error) {
  stderr.write(`package: ${error instanceof Error ? error.message : String(error)}\n`);
  exit(1);
}

async function packageFor({ target, with: extra, out, "no-build": noBuild, keep }) {
  const base = platformPackages[target];
  if (base === undefined)
    throw new Error(`no target ${target}; there are ${Object.keys(platformPackages).join(", ")}`);
  const natives = [
    base,
    ...extra
      .split(",")
      .filter(Boolean)
      .map((kind) => `${base}-${kind}`),
  ].map((name) => `@node-llama-cpp/${name}`);
  natives.push(koffiPackage(target));
  if (!noBuild) run(process.execPath, [join(root, "build.mjs"), "--minify", "--metafile"], root);

  const staging = mkdtempSync(join(tmpdir(), "deliberate-package-"));
  try {
    for (const path of shipped) {
      if (existsSync(join(root, path))) copy(join(root, path), join(staging, path));
      else if (!mayBeMissing.has(path)) throw new Error(`${path} does not exist`);
    }
    const packages = await runtimePackages(["koffi", ...natives], target);
    for (const folder of packages) {
      copy(folder, join(staging, "dist", relative(root, folder)), dirname(folder));
    }
    writeFileSync(join(staging, "THIRD_PARTY_NOTICES.txt"), notices(packages));
    writeFileSync(join(staging, "package.json"), `${JSON.stringify(shippedManifest(), null, 2)}\n`);
    cpSync(join(root, ".vscodeignore"), join(staging, ".vscodeignore"));

    const { name, version } = shippedManifest();
    const vsix = resolve(out, `${name}-${target}-${version}.vsix`);
    mkdirSync(dirname(vsix), { recursive: true });
    const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
    const args = [
      "package",
      "--no-dependencies",
      "--target",
      target,
      "--out",
      vsix,
      "--skip-license",
      "--no-rewrite-relative-links",
    ];
    run(process.execPath, [vsce, ...args, "--allow-missing-repository", "--no-git-tag-version"], staging);
    return { vsix, sizeBytes: statSync(vsix).size, target, natives, packages: packages.length };
  } finally {
    if (keep) stderr.write(`staging folder: ${staging}\n`);
    else rmSync(staging, { recursive: true, force: true });
  }
}

/** The manifest without what only a checkout needs; dependencies travel in dist/node_modules. */
function shippedManifest() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const key of [
    "scripts",
    "dependencies",
    "devDependencies",
    "optionalDependencies",
    "private",
    "overrides",
  ]) {
    delete manifest[key];
  }
  return manifest;
}

/**
 * Folders of the packages that node-llama-cpp's code reaches from its main entry and from the file it starts as a
 * process to test a binary, found by esbuild; and those named, which the lab or the platform needs.
 */
async function runtimePackages(named, target) {
  const entry = join(root, "node_modules/node-llama-cpp/dist");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(entry, "index.js"), join(entry, "bindings/utils/testBindingBinary.js")],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    outdir: "unused",
    external: ["@node-llama-cpp/*", "@reflink/*", "*.node"],
    logLevel: "error",
  });
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const folder = packageFolder(resolve(root, input));
    if (folder !== null) folders.add(folder);
  }
  for (const name of named) {
    const folder = join(root, "node_modules", name);
    if (!existsSync(folder)) {
      const [os, cpu] = target.replace("armhf", "arm").split("-");
      throw new Error(
        `${name} is not installed: npm install --no-save --force --os=${os} --cpu=${cpu} ${name}`,
      );
    }
    folders.add(realpathSync(folder));
  }
  return [...folders].sort();
}

/** Folder of the package that a file belongs to. */
function packageFolder(file) {
  const marker = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(marker);
  if (at < 0) return null;
  const tail = file.slice(at + marker.length).split(sep);
  const name = tail.slice(0, tail[0]?.startsWith("@") ? 2 : 1);
  return file.slice(0, at + marker.length) + name.join(sep);
}

/** Copies a file or folder without what no program reads; nested packages are copied for themselves. */
function copy(from, to, top = null) {
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (source) => {
      const path = source.replaceAll(sep, "/");
      if (top === null) return !path.endsWith(".map");
      if (buildOnly.test(path) || koffiOnly.test(path)) return false;
      const inside = relative(from, source).replaceAll(sep, "/");
      if (inside.split("/").includes("node_modules")) return false;
      return isLicence(inside) || !deadWeight.test(inside === "" ? "" : `/${inside}`);
    },
  });
}

/** Names, versions and licence texts of everything in the package that is not ours. */
function notices(runtime) {
  const bundled = bundledPackages();
  const folders = [...new Set([...runtime, ...bundled])].sort();
  const parts = folders.map((folder) => {
    const { name, version, license, homepage, repository } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const text = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "license", "License.txt", "LICENSE-MIT"]
      .map((file) => join(folder, file))
      .find((file) => existsSync(file));
    const source = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
    const terms = typeof license === "string" ? license : (license?.type ?? "see the package");
    return `${name} ${version}\n${terms}\n${source}\n\n${text ? readFileSync(text, "utf8").trim() : ""}\n`;
  });
  const rule = `\n${"-".repeat(80)}\n\n`;
  return `Deliberate contains the following packages of others.\n${rule}${parts.join(rule)}`;
}

/** Packages inside our bundles, as the last build told it. */
function bundledPackages() {
  const meta = join(root, "dist", "meta");
  const folders = new Set();
  for (const name of [
    "extension",
    "server",
    "engine",
    "lab",
    "labData",
    "labEngine",
    "remoteEngine",
    "gradingWorker",
    "sqliteWorker",
    "duckdbProcess",
    "cli",
    "webview",
  ]) {
    const file = join(meta, `${name}.json`);
    if (!existsSync(file)) continue;
    for (const input of Object.keys(JSON.parse(readFileSync(file, "utf8")).inputs)) {
      const folder = packageFolder(resolve(root, input));
      if (folder !== null && existsSync(join(folder, "package.json"))) folders.add(folder);
    }
  }
  return [...folders];
}

function run(command, args, cwd) {
  try {
    execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const said = [error.stdout, error.stderr].filter(Boolean).join("\n").trim();
    throw new Error(said || String(error));
  }
}
