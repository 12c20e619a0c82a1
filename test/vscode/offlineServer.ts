/** VS Code's own server, started from the offline installation on a free port, with its data in a folder of ours. */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { offlineVscode } from "./installVscode.mjs";

export interface OfflineServer {
  readonly port: number;
  /** Folder with the logs of the server and the extension host. */
  readonly logsFolder: string;
  readonly settingsFile: string;
  /** Ids of the processes below this server whose command line contains `text` (Linux). */
  readonly processesBelow: (text: string) => number[];
  readonly stop: () => Promise<void>;
}

/** Settings that keep the window quiet, so that a screenshot shows the product and nothing else. */
export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Light Modern",
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.layoutControl.enabled": false,
  "window.autoDetectColorScheme": false,
  "window.commandCenter": false,
  "chat.commandCenter.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "update.mode": "none",
  "git.enabled": false,
  "editor.minimap.enabled": false,
} as const;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject()));
    });
  });

const killGroup = (child: ChildProcess, signal: NodeJS.Signals) => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};

const childrenOf = (pid: number): number[] => {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return text === "" ? [] : text.split(" ").map(Number);
  } catch {
    return [];
  }
};

const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
};

const descendants = (pid: number): number[] =>
  childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);

/**
 * Starts the server and waits until it answers. `env` reaches the extension host.
 * @throws Error when it does not answer within 30 s; the log then lies in `dataFolder/server.log`.
 */
export const startOfflineServer = async (
  dataFolder: string,
  options: { settings?: Record<string, unknown>; env?: Record<string, string> } = {},
): Promise<OfflineServer> => {
  const userFolder = join(dataFolder, "user", "User");
  mkdirSync(userFolder, { recursive: true });
  const settingsFile = join(userFolder, "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = { ...process.env, ...options.env };
  // A test runner above us must not turn the extension host's children into test files of its own.
  delete env.NODE_TEST_CONTEXT;
  delete env.NODE_OPTIONS;
  const child = spawn(
    offlineVscode.node,
    [
      offlineVscode.server,
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      "--accept-server-license-terms",
      ...["--server-data-dir", join(dataFolder, "server"), "--user-data-dir", join(dataFolder, "user")],
      ...["--extensions-dir", join(dataFolder, "extensions"), "--telemetry-level", "off"],
      // Without it the development and tests paths of the address are silently ignored.
      "--enable-smoke-test-driver",
    ],
    { env, detached: true, stdio: ["ignore", "pipe", "pipe"] },
  );
  const log = createWriteStream(join(dataFolder, "server.log"));
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const killAtExit = () => killGroup(child, "SIGKILL");
  process.once("exit", killAtExit);

  const deadline = Date.now() + 30_000;
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) break;
    if (child.exitCode !== null || Date.now() > deadline) {
      killAtExit();
      throw new Error(`VS Code's server did not answer; see ${join(dataFolder, "server.log")}`);
    }
    await sleep(200);
  }

  return {
    port,
    settingsFile,
    logsFolder: join(dataFolder, "user", "logs"),
    processesBelow: (text) =>
      child.pid === undefined ? [] : descendants(child.pid).filter((pid) => commandLine(pid).includes(text)),
    stop: async () => {
      process.removeListener("exit", killAtExit);
      killGroup(child, "SIGTERM");
      for (
        let waited = 0;
        waited < 3000 && child.exitCode === null && child.signalCode === null;
        waited += 100
      )
        await sleep(100);
      killGroup(child, "SIGKILL");
    },
  };
};

/** Address that opens `folder` with the extension under development and, for the host suite, its tests. */
export const workbenchAddress = (
  port: number,
  folder: string,
  paths: { extension: string; tests?: string },
): string => {
  const remote = (path: string) => `vscode-remote://localhost:${port}${path}`;
  const payload = [["extensionDevelopmentPath", remote(paths.extension)]];
  if (paths.tests !== undefined) payload.push(["extensionTestsPath", remote(paths.tests)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://localhost:${port}/?${query}`;
};
