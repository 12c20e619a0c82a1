/**
 * Runs the VS Code tests: `node --import tsx test/vscode/launch.ts [options]`
 *
 *   (nothing)          offline VS Code in headless Chromium: host suite, then all scenarios
 *   --only TEXT        only scenarios whose name contains TEXT (`host` is the host suite)
 *   DELIBERATE_ARTEFACTS  folder for pictures and logs (test-artefacts/vscode)
 *   --headed           with a visible browser window
 *   --desktop          host suite in a desktop VS Code that @vscode/test-electron downloads
 *   VSCODE_EXECUTABLE  or --executable PATH: host suite in this desktop VS Code, nothing is downloaded
 *
 * The exit code is 0 only when something ran and all of it passed.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { installOfflineVscode } from "./installVscode.mjs";
import { describeError, printResult, printSum, type TestResult } from "./report.ts";
import { playScenario, type Scenario } from "./scenario.ts";
import { scenarios } from "./scenarios/all.ts";
import { openSession } from "./session.ts";
import { eventually } from "./workbench.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const artefacts = process.env.DELIBERATE_ARTEFACTS ?? join(root, "test-artefacts", "vscode");
const wholeLimitMs = 18 * 60_000;
const hostLimitMs = 2 * 60_000;

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    headed: { type: "boolean", default: false },
    desktop: { type: "boolean", default: false },
    executable: { type: "string" },
  },
});
const executable = options.executable ?? process.env.VSCODE_EXECUTABLE;

/** Bundles the host suite to one CommonJS file with `vscode` left to the host. */
const bundleSuite = async (): Promise<string> => {
  const outfile = join(root, ".vscode-test", "suite", "index.cjs");
  await build({
    entryPoints: [join(root, "test", "vscode", "suite", "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
};

const hostWorkspace = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "deliberate-host-"));
  cpSync(join(root, "test", "fixtures", "models", "stories260K.gguf"), join(folder, "stories260K.gguf"));
  return folder;
};

/** The judge of the host suite: the file it wrote, and a failure when it wrote none. */
const readHostResults = (file: string, problem: string | undefined): TestResult[] => {
  const results: TestResult[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  if (results.length === 0)
    results.push({
      name: "host: the suite runs",
      ok: false,
      ms: 0,
      error: problem ?? "no results were written",
    });
  return results.map((result) => ({ ...result, name: `host: ${result.name.replace(/^host: /, "")}` }));
};

const runHostOffline = async (): Promise<TestResult[]> => {
  const tests = await bundleSuite();
  const workspace = hostWorkspace();
  const file = join(workspace, "results.json");
  let problem: string | undefined;
  const session = await openSession({
    workspace,
    extension: root,
    tests,
    artefacts,
    headed: options.headed,
    env: { DELIBERATE_TEST_RESULTS: file },
  });
  try {
    await eventually("results of the host suite", async () => existsSync(file), Boolean, hostLimitMs);
  } catch (error) {
    problem = describeError(error);
  }
  const results = readHostResults(file, problem);
  if (results.some((result) => !result.ok)) {
    await session.workbench.screenshot("failed-host").catch(() => undefined);
    session.keepLogs("host");
  }
  await session.close();
  rmSync(workspace, { recursive: true, force: true });
  return results;
};

const runHostOnDesktop = async (): Promise<TestResult[]> => {
  const { runTests } = await import("@vscode/test-electron");
  const workspace = hostWorkspace();
  const file = join(workspace, "results.json");
  const problem = await runTests({
    ...(executable !== undefined && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite(),
    extensionTestsEnv: { DELIBERATE_TEST_RESULTS: file },
    launchArgs: [workspace, "--disable-extensions", "--disable-workspace-trust", "--skip-welcome"],
  }).then(() => undefined, describeError);
  const results = readHostResults(file, problem);
  rmSync(workspace, { recursive: true, force: true });
  return results;
};

const buildIfMissing = () => {
  if (existsSync(join(root, "dist", "extension.cjs"))) return;
  const built = spawnSync(process.execPath, ["build.mjs"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new Error("the extension does not build (node build.mjs)");
};

/**
 * A whole VS Code is driven from outside on whatever machine this is: a scenario that fails is played once more in a
 * fresh window, and counts by how that ends. What failed the first time is said all the same.
 */
const played = async (scenario: Scenario): Promise<TestResult[]> => {
  const play = () => playScenario(scenario, { extension: root, artefacts, headed: options.headed });
  const first = await play();
  const failed = first.filter((result) => !result.ok);
  if (failed.length === 0) return first;
  console.log(
    `    ${scenario.name} is played again: ${failed.map(({ name }) => `“${name}”`).join(", ")} failed`,
  );
  return play();
};

const wanted = (name: string) => options.only === undefined || name.includes(options.only);

const main = async (): Promise<boolean> => {
  buildIfMissing();
  const results: TestResult[] = [];
  if (options.desktop || executable !== undefined) {
    results.push(...(await runHostOnDesktop()));
    results.forEach(printResult);
    console.log("The scenarios are played in the offline VS Code only.");
    return printSum(results);
  }
  installOfflineVscode();
  mkdirSync(artefacts, { recursive: true });
  for (const name of readdirSync(artefacts))
    if (/^(failed|logs)-/.test(name)) rmSync(join(artefacts, name), { recursive: true });
  if (wanted("host")) {
    const host = await runHostOffline();
    host.forEach(printResult);
    results.push(...host);
  }
  for (const scenario of scenarios) if (wanted(scenario.name)) results.push(...(await played(scenario)));
  return printSum(results);
};

// Children die with us (see offlineServer.ts), so a hung window cannot hold the run up.
const watchdog = setTimeout(() => {
  console.log(`✖ VS Code tests: not finished within ${wholeLimitMs / 60_000} minutes`);
  console.log("0 passed, 1 failed");
  process.exit(1);
}, wholeLimitMs);

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.log(`✖ VS Code tests start\n${describeError(error)}`);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
clearTimeout(watchdog);
