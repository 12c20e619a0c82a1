// biome-ignore-all lint/performance/useDomNodeTextContent: what a person sees is asserted, not what is in the tree
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { chromiumPath, type Harness, type Panel, startHarness } from "./support/harness.ts";
import type { StubHost } from "./support/stubHost.ts";

declare const __host: StubHost;

const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}`;
const words = { screen: "training", trainingId: "words-2" };

describe("training panel", { skip }, () => {
  let harness: Harness;
  let panel: Panel;
  let page: Page;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = async (state: unknown, options: Parameters<Harness["open"]>[0] = {}): Promise<void> => {
    panel = await harness.open({ state, ...options });
    page = panel.page;
  };
  const close = async (): Promise<void> => {
    assert.deepEqual(await page.evaluate(() => __host.violations), []);
    await panel.close();
  };
  const bodies = (method: string): Promise<unknown[]> =>
    page.evaluate(
      (wanted) =>
        __host.requests.filter((request) => request.method === wanted).map((request) => request.body),
      method,
    );
  const screen = () => page.locator(".screen").innerText();
  const lossPlot = () => page.getByRole("slider", { name: /^Loss/ });
  const place = () => page.locator(".curve-place").innerText();
  /** Pixels of the chart that are not background. */
  const inked = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".plot canvas")!;
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count++;
      return count;
    });

  it("says how far a run is, how fast and how long it will take", async () => {
    await open(words);
    await page.locator(".u-over").first().waitFor();
    const text = await screen();
    for (const expected of [
      "1,840 of 3,000 steps",
      "5,012 tokens/s",
      "about 5 min 36 s left",
      "3.24M parameters",
      "AMD EPYC 7B13",
      "0.477",
      "2.67M",
      "newest at step 1,750",
    ])
      assert.ok(text.includes(expected), `${expected} in ${text}`);
    assert.equal(await page.getByRole("slider").count(), 4);
    assert.ok((await inked()) > 2000);
    await close();
  });

  it("draws news as it comes, and says each tenth of the run aloud", async () => {
    await open(words);
    await page.locator(".u-over").first().waitFor();
    assert.match(await place(), /Newest step 1,840/);
    await page.evaluate(() => __host.train(1900));
    await page.getByText("1,900 of 3,000 steps").waitFor();
    assert.match(await place(), /Newest step 1,900/);
    await page.evaluate(() => __host.train(2100));
    await page.locator("[aria-live]", { hasText: "step 2,100 of 3,000" }).waitFor({ state: "attached" });
    await close();
  });

  it("moves the crosshair of all charts by keyboard and reads the values", async () => {
    await open(words);
    const plot = lossPlot();
    await plot.focus();
    await page.keyboard.press("Home");
    assert.match((await plot.getAttribute("aria-valuetext")) ?? "", /^step 3, loss 7\.\d+, smoothed/);
    assert.match(await place(), /At step 3\b/);
    await page.keyboard.press("ArrowRight");
    assert.match((await plot.getAttribute("aria-valuetext")) ?? "", /^step 6,/);
    await page.keyboard.press("End");
    assert.match((await plot.getAttribute("aria-valuetext")) ?? "", /^step 1,840,/);
    await page.keyboard.press("PageDown");
    const kept = await place();
    await page.evaluate(() => __host.train(2400));
    await page.getByText("2,400 of 3,000 steps").waitFor();
    await page.setViewportSize({ width: 900, height: 860 });
    await page.waitForTimeout(100);
    // News and another width move the crosshair, not the point that was chosen.
    assert.equal((await place()).split(" · ")[0], kept.split(" · ")[0]);
    const visible = await page.locator(".u-cursor-x:not(.u-off)").count();
    assert.equal(visible, 4, "every chart shows the crosshair");
    // Escape is a step back, as everywhere in the panel.
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Training runs" }).waitFor();
    await close();
  });

  it("follows the mouse, and shows the newest values when it leaves", async () => {
    await open(words);
    const chart = page.locator(".u-over").first();
    await chart.waitFor();
    const box = (await chart.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 50);
    await page.locator(".curve-place", { hasText: /At step 9[12]\d/ }).waitFor();
    await page.mouse.move(5, 5);
    await page.locator(".curve-place", { hasText: "Newest step 1,840" }).waitFor();
    await close();
  });

  it("keeps axis and scale over a reload", async () => {
    await open(words);
    await page.getByRole("radio", { name: "Tokens" }).click();
    await page.getByRole("radio", { name: "Linear" }).click();
    await page.waitForTimeout(350);
    await page.reload();
    await page.locator(".u-over").first().waitFor();
    assert.equal(await page.getByRole("radio", { name: "Tokens" }).getAttribute("aria-checked"), "true");
    assert.equal(await page.getByRole("radio", { name: "Linear" }).getAttribute("aria-checked"), "true");
    await close();
  });

  it("draws other runs' loss beside and takes it away again", async () => {
    await open(words);
    await page.getByText("Compare with other runs").click();
    const box = page.getByRole("checkbox", { name: /first part/ });
    await box.check();
    const key = page.locator(".curve-key", { hasText: "Deliberate Words (first part)" });
    await key.waitFor();
    await lossPlot().focus();
    await page.keyboard.press("End");
    assert.match(await key.innerText(), /0\.\d{3}$/);
    await box.uncheck();
    await key.waitFor({ state: "detached" });
    await close();
  });

  it("has the values as a table", async () => {
    await open(words);
    await page.getByText("Values as a table").click();
    const row = page.getByRole("row", { name: /^100 / });
    assert.match(await row.innerText(), /1,450\s+[\d.]+\s+[\d.]+\s+[\d.]+\u202f%/);
    await close();
  });

  it("stops and resumes, and hands the rest to VS Code", async () => {
    await open(words);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Evaluate…" }).click();
    await page.getByRole("button", { name: "Open the recipe" }).click();
    await page.getByRole("button", { name: "Reveal the run's folder" }).click();
    assert.deepEqual(await bodies("deliberate/training/stop"), [{ id: "words-2" }]);
    assert.deepEqual(
      await bodies("panel/training"),
      ["evaluate", "recipe", "reveal"].map((action) => ({ id: "words-2", action })),
    );
    await close();
    await open({ screen: "training", trainingId: "tiny" });
    await page.getByRole("button", { name: "Resume" }).click();
    assert.deepEqual(await bodies("deliberate/training/resume"), [{ id: "tiny" }]);
    assert.equal(await page.getByRole("button", { name: "Stop" }).count(), 0);
    await close();
  });

  it("says why a run failed, that one has just begun, and that one is gone", async () => {
    await open({ screen: "training", trainingId: "wide" });
    await page.getByRole("alert").getByText("out of memory").waitFor();
    await close();
    await open({ screen: "training", trainingId: "fresh" });
    await page.getByText("No step taken yet").waitFor();
    await close();
    await open({ screen: "training", trainingId: "gone" });
    await page.getByRole("button", { name: "Show all training runs" }).click();
    await page.getByRole("heading", { name: "Training runs" }).waitFor();
    await close();
  });

  it("lists the runs, newest first, and offers a new one", async () => {
    await open({ screen: "trainings" });
    await page.locator(".runs-table").waitFor();
    assert.deepEqual(await page.locator(".run-link").allInnerTexts(), [
      "Deliberate Words",
      "Deliberate Words (first part)",
      "Wide and shallow",
      "Tiny sums",
      "Just begun",
    ]);
    await page.getByRole("button", { name: "New training run…" }).click();
    assert.equal((await bodies("panel/newTraining")).length, 1);
    await page.getByRole("button", { name: "Tiny sums" }).click();
    await page.getByRole("heading", { name: "Tiny sums" }).waitFor();
    await close();
    await open({ screen: "trainings" }, { query: "empty" });
    await page.getByText("No training runs yet").waitFor();
    await close();
  });

  it("redraws in the colours of another theme", async () => {
    await open(words, { theme: "dark-modern" });
    await page.locator(".u-over").first().waitFor();
    const colours = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>(".plot canvas")!;
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4)
          if (data[at + 3] === 255) {
            const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
            seen.set(colour, (seen.get(colour) ?? 0) + 1);
          }
        return [...seen].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)[0];
      });
    const before = await colours();
    await page.evaluate(() => {
      document.documentElement.style.setProperty("--vscode-charts-blue", "#00ff00");
      document.body.className = "vscode-light";
    });
    await page.waitForTimeout(100);
    assert.notEqual(await colours(), before);
    await close();
  });
});
