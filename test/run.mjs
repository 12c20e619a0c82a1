#!/usr/bin/env node
/**
 * `npm test`: sets up what is missing, builds, and runs all parts of the tests one after the other.
 *
 *   node test/run.mjs [part…]      parts: unit server engine webview package vscode; all by default
 *
 * Works on a fresh clone, before `npm ci`: node built-ins only. What it cannot install it names in one sentence and
 * counts as a failure; nothing is left out silently. The last line is `N passed, N failed`.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const minute = 60_000;

const parts = {
  unit: { limitMs: 8 * minute },
  server: { limitMs: 12 * minute, needsDatabases: true },
  engine: { limitMs: 9 * minute },
  webview: { limitMs: 8 * minute, needsChromium: true },
  package: { limitMs: 6 * minute },
  vscode: { limitMs: 20 * minute, needsChromium: true },
};

const chromiumPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const seconds = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;
const say = (text) => process.stdout.write(`${text}\n`);

const runHere = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", shell: process.platform === "win32", ...options })
    .status === 0;

const step = (title, work) => {
  const started = Date.now();
  say(`\n== ${title}`);
  const done = work();
  say(`== ${title}: ${done ? "done" : "FAILED"} (${seconds(started)})`);
  return done;
};

// ---- what must be there

const readPackages = (path) =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")).packages ?? {}) : {};

/** Whether node_modules holds every package of the lock file, in its version. Optional ones depend on the machine. */
const packagesAreInstalled = () => {
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
};

const hasChromium = () => {
  const chosen = process.env.CHROMIUM_PATH;
  return chosen === undefined ? chromiumPlaces.some(existsSync) : existsSync(chosen);
};

const canUseApt = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

const onPath = (program) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].some((folder) =>
    existsSync(join(folder, program)),
  );

/** Debian keeps PostgreSQL's programs by version, those of the client in the same folders. */
const postgresFolder = "/usr/lib/postgresql";
const hasPostgres = () =>
  onPath("initdb") ||
  (existsSync(postgresFolder) &&
    readdirSync(postgresFolder).some((version) =>
      existsSync(join(postgresFolder, version, "bin", "initdb")),
    ));
const hasDatabases = () => hasPostgres() && onPath("mariadbd");

/** Installs packages of Debian. */
const aptInstall = (...packages) => {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    runHere("apt-get", ["-q", "-y", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
  return apt("update") && apt("install", "--no-install-recommends", ...packages);
};

const installDatabases = () => {
  if (!canUseApt()) {
    say(
      "PostgreSQL and MariaDB are missing and cannot be installed from here (that takes root on a Debian system).",
    );
    say(
      "Install them (Debian: apt-get install postgresql mariadb-server); the tests start servers of their own.",
    );
    return false;
  }
  return aptInstall("postgresql", "mariadb-server") && hasDatabases();
};

const installChromium = () => {
  if (hasChromium()) return true;
  if (!canUseApt()) {
    say("Chromium is missing and cannot be installed from here (that takes root on a Debian system).");
    say("Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chromium or Chrome.");
    return false;
  }
  return aptInstall("chromium", "fonts-dejavu-core") && hasChromium();
};

const sourcesAreNewer = (folder, than) =>
  readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name === "node_modules") return false;
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesAreNewer(path, than) : statSync(path).mtimeMs > than;
  });

const bundleNames = [
  "extension.cjs",
  "server.mjs",
  "engine.mjs",
  "lab.mjs",
  "labData.mjs",
  "labEngine.mjs",
  "remoteEngine.mjs",
  "gradingWorker.mjs",
  "sqliteWorker.mjs",
  "sqlite3.wasm",
  "duckdbProcess.mjs",
  "cli.mjs",
  "webview/panel.js",
];

const isBuilt = () => {
  const bundles = bundleNames.map((name) => join(root, "dist", name));
  if (!bundles.every(existsSync)) return false;
  const oldest = Math.min(...bundles.map((path) => statSync(path).mtimeMs));
  const folders = ["extension", "language-server", "webview"].map((name) => join(root, name));
  const files = ["build.mjs", "package.json", "package-lock.json"].map((name) => join(root, name));
  return (
    !folders.some((folder) => sourcesAreNewer(folder, oldest)) &&
    !files.some((path) => statSync(path).mtimeMs > oldest)
  );
};

// ---- running a part

const testFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return testFiles(path);
        return entry.name.endsWith(".test.ts") ? [path] : [];
      })
    : [];

const commandOf = (part) => {
  if (part === "vscode") return ["--import", "tsx", "test/vscode/launch.ts"];
  const files = testFiles(join(root, "test", part)).map((path) => relative(root, path));
  if (files.length === 0) return null;
  // Native and browser tests share few cores: more at once only makes them slower.
  const atOnce = part === "unit" ? Math.min(4, availableParallelism()) : part === "server" ? 2 : 1;
  return [
    "--import",
    "tsx",
    "--test",
    "--test-reporter=spec",
    `--test-concurrency=${atOnce}`,
    ...files.sort(),
  ];
};

/** The sums that node:test (`# pass N` or `ℹ pass N`) and the VS Code launcher (`N passed, N failed`) end with. */
const readCounts = (output) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are stripped
  const text = output.replace(/\u001b\[[0-9;]*m/g, "");
  const last = (pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? Number.NaN);
  const launcher = [...text.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  if (launcher) return { passed: Number(launcher[1]), failed: Number(launcher[2]), skipped: 0 };
  const passed = last(/^[#ℹ] pass (\d+)$/gm);
  const failed = last(/^[#ℹ] fail (\d+)$/gm) + (last(/^[#ℹ] cancelled (\d+)$/gm) || 0);
  return Number.isNaN(passed) || Number.isNaN(failed)
    ? null
    : { passed, failed, skipped: last(/^[#ℹ] skipped (\d+)$/gm) || 0 };
};

const children = new Set();

const killGroup = (child) => {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
};

const runPart = (part) =>
  new Promise((resolve) => {
    const args = commandOf(part);
    const started = Date.now();
    say(`\n== ${part}`);
    if (args === null) {
      say(`== ${part}: FAILED: there is no test file under test/${part}`);
      resolve({ part, passed: 0, failed: 1, skipped: 0, time: seconds(started) });
      return;
    }
    const env = { ...process.env, FORCE_COLOR: "0" };
    delete env.NODE_TEST_CONTEXT;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    const take = (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child);
    }, parts[part].limitMs);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      killGroup(child);
      children.delete(child);
      const counts = readCounts(output) ?? { passed: 0, failed: 0, skipped: 0 };
      if (late) say(`${part}: not finished within ${parts[part].limitMs / minute} minutes, so it was ended`);
      // A part that ends badly without a failed test (it crashed, or ran nothing) is a failure all the same.
      if (code !== 0 && counts.failed === 0) counts.failed = 1;
      if (code === 0 && counts.passed + counts.failed === 0) counts.failed = 1;
      const time = seconds(started);
      say(
        `== ${part}: ${counts.passed} passed, ${counts.failed} failed (${time}${signal ? `, ${signal}` : ""})`,
      );
      resolve({ part, ...counts, time });
    });
  });

// ---- all together

const setUp = (chosen) => {
  const failures = [];
  if (!packagesAreInstalled() && !step("npm ci", () => runHere("npm", ["ci", "--no-audit", "--no-fund"])))
    failures.push("packages (npm ci)");
  if (failures.length === 0 && !isBuilt() && !step("build", () => runHere(process.execPath, ["build.mjs"])))
    failures.push("build (node build.mjs)");
  if (
    chosen.some((part) => parts[part].needsChromium) &&
    !hasChromium() &&
    !step("Chromium", installChromium)
  )
    failures.push("Chromium");
  if (
    chosen.some((part) => parts[part].needsDatabases) &&
    !hasDatabases() &&
    !step("PostgreSQL and MariaDB", installDatabases)
  )
    failures.push("PostgreSQL and MariaDB");
  if (chosen.includes("vscode") && failures.length === 0) {
    const install = () => runHere(process.execPath, ["test/vscode/installVscode.mjs"]);
    if (!process.env.VSCODE_EXECUTABLE && !step("offline VS Code", install)) failures.push("offline VS Code");
  }
  return failures;
};

const main = async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((part) => !(part in parts));
  if (unknown.length > 0) {
    say(`Unknown part: ${unknown.join(", ")}. Parts: ${Object.keys(parts).join(", ")}.`);
    return 2;
  }
  const chosen = asked.length > 0 ? asked : Object.keys(parts);
  const started = Date.now();
  const missing = setUp(chosen);
  const results = [];
  // Without packages or bundles no test can run; without a browser the others still can.
  const blocked = (part) =>
    missing.some((what) => what.startsWith("packages") || what.startsWith("build")) ||
    (parts[part].needsChromium && missing.includes("Chromium")) ||
    (part === "vscode" && missing.includes("offline VS Code"));
  for (const part of chosen)
    results.push(
      blocked(part)
        ? { part, passed: 0, failed: 1, skipped: 0, time: `not run: no ${missing.join(", ")}` }
        : await runPart(part),
    );

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say(`\n== all parts (${seconds(started)})`);
  for (const { part, passed, failed, skipped, time } of results)
    say(
      `${part.padEnd(8)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}, ${time}`,
    );
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
};

const stopAll = (code) => {
  for (const child of children) killGroup(child);
  process.exit(code);
};
process.once("SIGINT", () => stopAll(130));
process.once("SIGTERM", () => stopAll(143));

process.exitCode = await main();
