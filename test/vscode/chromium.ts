/** Headless Chromium of the machine, driven by playwright-core; no browser is downloaded. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of the browser: `CHROMIUM_PATH` or the first usual place that exists. @throws Error when there is none. */
export const chromiumPath = (): string => {
  const path = process.env.CHROMIUM_PATH ?? usualPlaces.find(existsSync);
  if (path === undefined || !existsSync(path))
    throw new Error(
      "Chromium is missing: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.",
    );
  return path;
};

export const launchChromium = (headed = false): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    headless: !headed,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
