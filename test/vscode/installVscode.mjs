#!/usr/bin/env node
/**
 * Installs a VS Code that runs without any download from a vendor: VS Code's own server and workbench out of npm's
 * `code-server` package, and the Node it wants out of npm's `node-<platform>-<arch>`. Everything goes into
 * `.vscode-test/offline/`; a stamp makes a second call do nothing.
 *
 * Only two things of code-server are needed, so only they are installed (35 s instead of minutes): `lib/vscode` with
 * its packages, without their install scripts, and the native modules that the server and the extension host miss when absent.
 * Node built-ins only: this runs before the project's own packages are there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const codeServerVersion = "4.139.1";
const nodeVersion = "24.21.0";
const recipe = 3;

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = join(root, ".vscode-test", "offline");
const stampFile = join(folder, "stamp.json");
const stamp = JSON.stringify({
  codeServerVersion,
  nodeVersion,
  recipe,
  arch: `${process.platform}-${process.arch}`,
});

/** Where the pieces lie once installed. */
export const offlineVscode = {
  node: join(folder, "node", "bin", "node"),
  server: join(folder, "code-server", "lib", "vscode", "out", "server-main.js"),
};

const npm = (args, cwd) =>
  execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });

/** Fetches a package from the npm registry and unpacks it into `folder/name`, without running anything of it. */
const unpack = (spec, name) => {
  const target = join(folder, name);
  mkdirSync(target, { recursive: true });
  const tarball = npm(["pack", spec, "--silent"], folder).trim().split("\n").at(-1);
  execFileSync("tar", ["xzf", join(folder, tarball), "-C", target, "--strip-components=1"]);
  rmSync(join(folder, tarball));
};

const isInstalled = () =>
  existsSync(stampFile) &&
  readFileSync(stampFile, "utf8") === stamp &&
  existsSync(offlineVscode.node) &&
  existsSync(offlineVscode.server);

const step = (text, work) => {
  const started = Date.now();
  process.stdout.write(`vscode: ${text} ... `);
  work();
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
};

/** Installs what is missing. Throws an Error with one clear sentence when it cannot. */
export const installOfflineVscode = () => {
  if (isInstalled()) return;
  if (process.platform === "win32")
    throw new Error("The offline VS Code runs on Linux and macOS only; use --desktop.");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    step(`node ${nodeVersion} from npm`, () =>
      unpack(`node-${process.platform}-${process.arch}@${nodeVersion}`, "node"),
    );
    step(`code-server ${codeServerVersion} from npm`, () =>
      unpack(`code-server@${codeServerVersion}`, "code-server"),
    );
    const vscode = join(folder, "code-server", "lib", "vscode");
    step("packages of its server, without install scripts", () =>
      npm(["install", "--omit=dev", "--ignore-scripts"], vscode),
    );
    step("native modules for logs and process watching", () => {
      npm(["rebuild", "@vscode/spdlog", "@vscode/native-watchdog"], vscode);
      const built = join(vscode, "node_modules", "@vscode", "spdlog", "build", "Release", "spdlog.node");
      if (!existsSync(built))
        throw new Error("spdlog did not build: a C++ compiler, make and python3 are needed.");
    });
    // The built-in chat extension asks for an account and covers part of the window.
    rmSync(join(vscode, "extensions", "copilot"), { recursive: true, force: true });
  } catch (error) {
    process.stdout.write("failed\n");
    const detail = error?.stderr?.trim?.() || error?.message || String(error);
    throw new Error(`The offline VS Code could not be installed from the npm registry: ${detail}`);
  }
  writeFileSync(stampFile, stamp);
};

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    installOfflineVscode();
    process.stdout.write(`vscode: ready in ${folder}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
