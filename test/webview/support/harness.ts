/** Builds the panel, serves it under the strict policy of the real webview, and drives it in Chromium. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { webviewBuild } from "../../../webview/build.mjs";
import { launchChromium } from "../../vscode/chromium.ts";
import { type ThemeName, themeCss, themeKind } from "./themes.ts";

const nonce = "bm9uY2UtZm9yLXRlc3Rz";
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

const page = (theme: ThemeName): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Panel</title>
<link rel="stylesheet" href="/theme.css?${theme}"><link rel="stylesheet" href="/panel.css"></head>
<body class="${themeKind(theme)}"><div id="root"></div>
<script nonce="${nonce}" src="/stub.js"></script><script type="module" nonce="${nonce}" src="/panel.js"></script></body></html>`;

export interface Panel {
  readonly page: Page;
  close(): Promise<void>;
}

export interface Harness {
  /** Opens the panel; `state` is the host's answer to `panel/ready`. */
  open(options?: {
    state?: unknown;
    theme?: ThemeName;
    width?: number;
    height?: number;
    query?: string;
    forcedColors?: "active";
  }): Promise<Panel>;
  close(): Promise<void>;
}

export const chromiumPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export async function startHarness(): Promise<Harness> {
  const out = await mkdtemp(join(tmpdir(), "deliberate-panel-"));
  await build({ ...webviewBuild, outdir: out });
  await build({
    entryPoints: [fileURLToPath(new URL("./stubHost.ts", import.meta.url))],
    outfile: join(out, "stub.js"),
    bundle: true,
    format: "iife",
    platform: "browser",
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const origin = `http://${request.headers.host}`;
    if (url.pathname === "/") {
      response.writeHead(200, {
        "content-type": "text/html",
        "content-security-policy": `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; font-src ${origin}; img-src ${origin} data:`,
      });
      response.end(page((url.searchParams.get("theme") ?? "dark-modern") as ThemeName));
    } else if (url.pathname === "/theme.css") {
      response.writeHead(200, { "content-type": "text/css" });
      response.end(themeCss(url.search.slice(1) as ThemeName));
    } else
      readFile(join(out, url.pathname)).then(
        (body) => {
          response.writeHead(200, {
            "content-type": types[extname(url.pathname)] ?? "application/octet-stream",
          });
          response.end(body);
        },
        () => {
          response.writeHead(404);
          response.end();
        },
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const browser: Browser = await launchChromium();
  return {
    async open({
      state = {},
      theme = "dark-modern",
      width = 1200,
      height = 860,
      query = "",
      forcedColors,
    } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        reducedMotion: "reduce",
        ...(forcedColors === undefined ? {} : { forcedColors }),
      });
      const opened = await context.newPage();
      opened.setDefaultTimeout(15_000);
      opened.on("pageerror", (error) => console.error("page error:", error.stack ?? error.message));
      await opened.goto(
        `http://127.0.0.1:${port}/?theme=${theme}&state=${encodeURIComponent(JSON.stringify(state))}&${query}`,
      );
      return { page: opened, close: () => context.close() };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(out, { recursive: true, force: true });
    },
  };
}
