/** One VS Code window in headless Chromium on a workspace of its own; everything temporary, everything stopped at the end. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./chromium.ts";
import { startOfflineServer, workbenchAddress } from "./offlineServer.ts";
import { Workbench } from "./workbench.ts";

export interface SessionOptions {
  readonly workspace: string;
  readonly extension: string;
  /** Module that the extension host runs; none for scenarios. */
  readonly tests?: string;
  readonly settings?: Record<string, unknown>;
  readonly env?: Record<string, string>;
  readonly artefacts: string;
  readonly headed?: boolean;
}

export interface Session {
  readonly workbench: Workbench;
  /** Console messages of type error, uncaught errors and policy violations since the window opened. */
  readonly complaints: string[];
  /** Copies the logs of server, extension host and extension to the artefacts, under `logs-<name>`. */
  readonly keepLogs: (name: string) => void;
  /** What the extension has written into its output channel since the window opened. */
  readonly output: () => string;
  /** Ids of this session's processes whose command line contains `text` (Linux). */
  readonly processes: (text: string) => number[];
  readonly close: () => Promise<void>;
}

const listen = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  return complaints;
};

export const openSession = async (options: SessionOptions): Promise<Session> => {
  const data = mkdtempSync(join(tmpdir(), "deliberate-vscode-"));
  const server = await startOfflineServer(data, {
    ...(options.settings && { settings: options.settings }),
    ...(options.env && { env: options.env }),
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close().catch(() => undefined);
    await server.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    browser = await launchChromium(options.headed);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(20_000);
    const complaints = listen(page);
    await page.goto(
      workbenchAddress(server.port, options.workspace, {
        extension: options.extension,
        ...(options.tests !== undefined && { tests: options.tests }),
      }),
    );
    const workbench = new Workbench(page, { settings: server.settingsFile, artefacts: options.artefacts });
    const keepLogs = (name: string) => {
      const target = join(options.artefacts, `logs-${name}`);
      rmSync(target, { recursive: true, force: true });
      if (existsSync(server.logsFolder)) cpSync(server.logsFolder, target, { recursive: true });
      cpSync(join(data, "server.log"), join(target, "server.log"));
    };
    const output = () =>
      readdirSync(server.logsFolder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith("Deliberate.log"))
        .map((name) => readFileSync(join(server.logsFolder, name), "utf8"))
        .join("");
    return { workbench, complaints, keepLogs, output, processes: server.processesBelow, close };
  } catch (error) {
    await close();
    throw error;
  }
};
