import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { chromiumPath, type Harness, startHarness } from "./support/harness.ts";
import type { StubHost } from "./support/stubHost.ts";
import type { ThemeName } from "./support/themes.ts";

declare const __host: StubHost;

const folder = fileURLToPath(new URL("../../test-artefacts/webview/", import.meta.url));
const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}`;
const thinker = { screen: "run", runId: "run-thinker" };

interface Shot {
  readonly name: string;
  readonly state: unknown;
  readonly ready: string;
  readonly width?: number;
  readonly height?: number;
  readonly act?: (page: Page) => Promise<void>;
}

const inspectTokens = async (page: Page): Promise<void> => {
  await page.getByRole("radio", { name: "Tokens" }).click();
  const text = page.locator("#stage-1 .token-text");
  await text.locator(".token").first().waitFor();
  await text.focus();
  for (const key of ["Home", "n", "n", "n"]) await page.keyboard.press(key);
  await page.locator("#token-popover").waitFor();
};

const shots: readonly Shot[] = [
  { name: "runs", state: {}, ready: ".runs-table" },
  { name: "run-thinker", state: thinker, ready: ".flow", height: 1180 },
  { name: "run-attempts", state: { screen: "run", runId: "run-attempts" }, ready: ".curve" },
  {
    name: "run-live",
    state: { screen: "run", runId: "run-live" },
    ready: ".working",
    act: async (page) => {
      await page.evaluate(() =>
        __host.emit("deliberate/engine/changed", {
          ...{ state: "busy", model: null, loadFraction: null, tokensPerSecond: 186, message: null },
          activeRun: "run-live",
          load: {
            ...{ decodeShare: 0.43, promptShare: 0.61, hostShare: 0.12 },
            limits: { bytesPerSecond: 17.4e9, flopsPerSecond: 121e9, threads: 2 },
          },
        }),
      );
      await page.locator(".gauges").waitFor();
    },
  },
  { name: "questions", state: { ...thinker, scrollTop: 3000 }, ready: ".grid-body .col-question" },
  { name: "trace", state: { ...thinker, questionId: "q-00003" }, ready: "#stage-0 .katex" },
  {
    name: "go-on",
    state: { ...thinker, questionId: "q-00003" },
    ready: "#stage-0",
    height: 1100,
    act: async (page) => {
      await page.getByRole("radio", { name: "Tokens" }).click();
      const text = page.locator("#stage-1 .token-text");
      await text.locator(".token").first().waitFor();
      await text.focus();
      for (const key of ["Home", "n", "Enter"]) await page.keyboard.press(key);
    },
  },
  {
    name: "rate",
    state: { ...thinker, questionId: "q-00003", stageIndex: 2 },
    ready: "#stage-2 .rate-mark",
    act: async (page) => {
      await page.getByRole("button", { name: "Success rate along this path…" }).click();
    },
  },
  {
    name: "leap-trace",
    state: { screen: "run", runId: "run-leap", questionId: "q-00001", sample: 2 },
    ready: ".lanes .reading",
  },
  {
    name: "remark",
    state: { screen: "run", runId: "run-live", questionId: "q-00038" },
    ready: "#stage-0 .strip",
    act: async (page) => {
      await page.getByText("Pause and remark…").click();
      await page.locator("#remark-text").fill("The bags are counted twice in the second step.");
      await page.getByText("Paused", { exact: true }).waitFor();
    },
  },
  { name: "leap-run", state: { screen: "run", runId: "run-leap" }, ready: ".figures" },
  { name: "tokens", state: { ...thinker, questionId: "q-00003" }, ready: "#stage-0", act: inspectTokens },
  {
    name: "trace-live",
    state: { screen: "run", runId: "run-live", questionId: "q-00038" },
    ready: "#stage-0 .strip",
    act: async (page) => {
      await page.evaluate(() => __host.stream(300));
    },
  },
  {
    name: "compare",
    state: { screen: "compare", runId: "run-thinker", compareWith: "run-attempts" },
    ready: ".flips",
  },
  { name: "sql-run", state: { screen: "run", runId: "run-sql" }, ready: ".figures", height: 1300 },
  {
    name: "sql-trace",
    state: { screen: "run", runId: "run-sql", questionId: "q-00001" },
    ready: "#stage-1 .result",
    height: 1700,
  },
  { name: "sql-result", state: { screen: "result", resultId: "tracks" }, ready: ".result" },
  { name: "sql-error", state: { screen: "result", resultId: "asked" }, ready: ".query-error", height: 420 },
  {
    name: "sql-links",
    state: {
      screen: "links",
      links: { database: "sqlite:chinook", question: "Which albums did the artist AC/DC release?" },
    },
    ready: ".links-picture svg",
    height: 1300,
    act: async (page) => {
      await page.locator(".links-picture").focus();
      for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    },
  },
  {
    name: "sql-suggestion",
    state: { screen: "suggestion", suggestionId: "albums" },
    ready: "#candidate-0 .strip",
    height: 1300,
    act: async (page) => {
      await page.locator("#candidate-1 .token-text").focus();
      for (const key of ["Home", "n"]) await page.keyboard.press(key);
      await page.locator("#token-popover").waitFor();
    },
  },
  {
    name: "sql-suggestion-narrow",
    state: { screen: "suggestion", suggestionId: "albums" },
    ready: "#candidate-0 .strip",
    width: 500,
    height: 1300,
  },
  { name: "trainings", state: { screen: "trainings" }, ready: ".runs-table" },
  { name: "training", state: { screen: "training", trainingId: "words-2" }, ready: ".u-over", height: 960 },
  {
    name: "training-compare",
    state: { screen: "training", trainingId: "words-2" },
    ready: ".u-over",
    height: 960,
    act: async (page) => {
      await page.getByText("Compare with other runs").click();
      await page.getByRole("checkbox", { name: /first part/ }).check();
      await page.getByRole("checkbox", { name: /Wide/ }).check();
      await page.getByRole("radio", { name: "Tokens" }).click();
      await page.getByRole("radio", { name: "Linear" }).click();
      const plot = page.getByRole("slider", { name: /^Loss/ });
      await plot.focus();
      for (const key of ["Home", "PageUp", "PageUp", "PageUp"]) await page.keyboard.press(key);
    },
  },
  {
    name: "training-failed",
    state: { screen: "training", trainingId: "wide" },
    ready: ".u-over",
    width: 500,
    act: async (page) => {
      await page.locator(".u-over").first().hover();
    },
  },
  { name: "training-fresh", state: { screen: "training", trainingId: "fresh" }, ready: ".notice" },
  { name: "gone", state: { screen: "run", runId: "gone" }, ready: ".problem" },
  {
    name: "trace-narrow",
    state: { ...thinker, questionId: "q-00003" },
    ready: "#stage-0 .katex",
    width: 500,
  },
  { name: "run-narrow", state: thinker, ready: ".flow", width: 500, height: 1180 },
  { name: "run-cut", state: { screen: "run", runId: "run-cut" }, ready: ".flow", width: 500, height: 1180 },
  {
    name: "compare-narrow",
    state: { screen: "compare", runId: "run-thinker", compareWith: "run-attempts" },
    ready: ".flips",
    width: 500,
  },
];

describe("looks of the trace panel", { skip }, () => {
  let harness: Harness;
  before(async () => {
    await mkdir(folder, { recursive: true });
    harness = await startHarness();
  });
  after(() => harness.close());

  for (const theme of ["dark-modern", "light-modern", "high-contrast"] satisfies ThemeName[])
    it(`draws every screen in ${theme} within its width`, async () => {
      for (const { name, state, ready, width = 1200, height = 860, act } of shots) {
        const { page, close } = await harness.open({ state, theme, width, height });
        await page.locator(ready).first().waitFor();
        await act?.(page);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(150);
        await page.screenshot({ path: `${folder}${name}-${theme}.png` });
        const overflow = await page.evaluate(() => {
          const box = document.getElementById("scroller")!;
          return box.scrollWidth - box.clientWidth;
        });
        assert.ok(overflow <= 0, `${name}: ${overflow} px too wide`);
        assert.deepEqual(await page.evaluate(() => __host.violations), []);
        await close();
      }
    });
});
