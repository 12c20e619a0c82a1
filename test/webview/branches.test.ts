// biome-ignore-all lint/performance/useDomNodeTextContent: what a person sees is asserted, not what is in the tree
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { BranchParams } from "../../language-server/contract/methods.ts";
import { chromiumPath, type Harness, type Panel, startHarness } from "./support/harness.ts";
import type { StubHost } from "./support/stubHost.ts";

declare const __host: StubHost;

const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}`;
const home = { screen: "run", runId: "run-thinker", questionId: "q-00003" };

describe("branches of a path in the panel", { skip }, () => {
  let harness: Harness;
  let panel: Panel;
  let page: Page;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = async (state: object = home, options: Parameters<Harness["open"]>[0] = {}): Promise<void> => {
    panel = await harness.open({ state, height: 1000, ...options });
    page = panel.page;
    await page.locator("#stage-0 .strip").waitFor();
  };
  const startedWith = (): Promise<BranchParams[]> =>
    page.evaluate(() =>
      __host.requests
        .filter(({ method }) => method === "deliberate/branch/start")
        .map(({ body }) => body as BranchParams),
    );

  it("goes on from a token by keyboard alone: another token, a text, a number", async () => {
    await open();
    await page.getByRole("radio", { name: "Tokens" }).click();
    const text = page.locator("#stage-0 .token-text");
    await text.locator(".token").first().waitFor();
    await text.focus();
    for (const key of ["Home", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    const form = page.getByRole("form", { name: "Go on from token 3 of Fast" });
    await form.getByRole("radio", { name: /as it is/ }).waitFor();
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).type === "radio");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.type(" which is 12");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("7");
    await page.keyboard.press("Enter");
    await page
      .getByText(/\d of 3 right/)
      .first()
      .waitFor();
    const [params] = await startedWith();
    assert.equal(params?.kind, "fork");
    assert.equal(params?.count, 7);
    assert.deepEqual(
      { ...params?.places?.[0], tokenId: undefined },
      { stageIndex: 0, token: 2, tokenId: undefined, text: " which is 12" },
    );
    assert.equal(typeof params?.places?.[0]?.tokenId, "number", "another token takes its place");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => document.activeElement?.className), "token-text");
    await panel.close();
  });

  it("keeps the token when only told to sample on, and needs a text where nothing else is chosen", async () => {
    await open();
    await page.getByRole("radio", { name: "Tokens" }).click();
    await page.locator("#stage-0 .token").nth(4).click();
    const form = page.getByRole("form");
    await form.getByText("another text").click();
    const start = form.locator("vscode-button");
    assert.equal(await start.getAttribute("disabled"), "");
    await form.getByText("as it is").click();
    await start.click();
    await page.getByRole("article").first().waitFor();
    assert.deepEqual((await startedWith())[0]?.places, [{ stageIndex: 0, token: 5 }]);
    await panel.close();
  });

  it("shows what became of branches, opens a continuation and comes back", async () => {
    await open();
    const list = page.getByRole("region", { name: "Branches of this path" });
    await list.getByText("3 Slow, token 37").waitFor();
    await list.getByRole("button", { name: /^Continuation 2: / }).click();
    await page.getByText(/Goes on from token 37 of 3 Slow, with “␣therefore the sum” put in/).waitFor();
    assert.equal(await page.locator(".samples [role=radio]").count(), 6, "its siblings beside it");
    await page.keyboard.press("Escape");
    await list.getByText("3 Slow, token 37").waitFor();
    await panel.close();
  });

  it("measures the success rate along a path, shows it grow and as a strip, and stops it", async () => {
    await open();
    const mark = page.getByRole("button", { name: /^Token 701: success rate .* interval/ });
    await mark.waitFor();
    const boxes = await page
      .locator("#stage-2 .rate-mark")
      .evaluateAll((marks) => marks.map((each) => each.getBoundingClientRect().left));
    assert.deepEqual(
      [...boxes].sort((a, b) => a - b),
      boxes,
    );
    await page.getByRole("button", { name: "Success rate along this path…" }).click();
    await page.getByRole("spinbutton", { name: "Places" }).fill("5");
    await page.getByRole("spinbutton", { name: "Continuations of each" }).fill("4");
    await page.getByText("20 continuations, each to its end.").waitFor();
    await page.locator(".measure vscode-button").click();
    const article = page.getByRole("article").first();
    await article.getByText("Success rate at 5 places").waitFor();
    assert.deepEqual(
      (await startedWith()).map(({ kind, positions, count }) => [kind, positions, count]),
      [["rate", 5, 4]],
    );
    await article.getByRole("button", { name: "Stop" }).click();
    const stopped = await page.evaluate(() =>
      __host.requests.filter(({ method }) => method === "deliberate/run/stop").map(({ body }) => body),
    );
    assert.deepEqual(stopped, [{ runId: "run-thinker~started-1" }]);
    await panel.close();
  });

  it("shows the paths of a group as lanes: who read whom, and whose answer turned", async () => {
    await open({ screen: "run", runId: "run-leap", questionId: "q-00001", sample: 2 });
    const lanes = page.getByRole("region", { name: "Paths of this question and who read whom" });
    await lanes.getByRole("row").nth(8).waitFor();
    const turned = lanes.getByRole("button", {
      name: "Read paths 1, 5; its answer went from right to wrong",
    });
    assert.equal(await turned.count(), 1);
    assert.equal(await lanes.getByRole("button", { name: /went from wrong to right/ }).count(), 1);
    assert.equal(await lanes.locator(".reading.own:not(.legend *)").count(), 4, "two at each exchange");
    assert.equal((await lanes.locator("svg .reading-wrong:not(.legend *)").count()) > 3, true);
    const rows = await lanes
      .locator(".lane > th")
      .evaluateAll((heads) =>
        heads.map((head) => head.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
      );
    const svg = await lanes.locator(".lanes-lines svg").first().boundingBox();
    assert.ok(svg !== null);
    const onScreen = rows.map((y, at) => Math.abs(y - (svg.y + (at + 0.5) * (svg.height / rows.length))));
    assert.ok(
      onScreen.every((away) => away < 2),
      `lines meet their rows: ${onScreen}`,
    );
    await lanes
      .getByRole("button", { name: "Summary 1 of path 5" })
      .or(lanes.getByTitle("Summary 1 of path 5"))
      .first()
      .click();
    await page.locator(".samples [aria-checked=true]", { hasText: "5" }).waitFor();
    await panel.close();
  });

  it("shows what a path dropped at an exchange as such: in its text, token by token, and where one goes on", async () => {
    const at = { screen: "run", runId: "run-leap", questionId: "q-00001", sample: 2 };
    await open(at, { forcedColors: "active" });
    const stage = page.locator("#stage-0");
    const gone = stage.locator("del");
    await gone.waitFor();
    assert.equal(await gone.innerText(), "Now I look whether the third");
    assert.doesNotMatch(await stage.locator(".rich").first().innerText(), /Now I look/);
    await stage.getByText("Dropped at the exchange, as unfinished: 6 tokens.").waitFor();
    assert.match(await stage.locator(".stage-numbers").innerText(), /6 dropped/);
    assert.match(await gone.evaluate((node) => getComputedStyle(node).textDecorationLine), /line-through/);
    await page.getByRole("radio", { name: "Tokens" }).click();
    const dropped = stage.locator(".token-text .token.dropped");
    assert.equal(await dropped.count(), 6);
    assert.equal((await dropped.allInnerTexts()).join(""), "Now I look whether the third");
    const lines = await stage
      .locator(".token-text .token")
      .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).textDecorationLine));
    assert.deepEqual([...new Set(lines.slice(-6))], ["line-through"]);
    assert.ok(lines.slice(0, -6).every((line) => line !== "line-through"));
    await stage.getByText("dropped at the exchange", { exact: true }).waitFor();
    await dropped.nth(1).hover();
    await page.getByRole("tooltip").getByText("the path went on without it").waitFor();
    await dropped.nth(1).click();
    const strip = stage.getByRole("slider");
    assert.match((await strip.getAttribute("aria-valuetext")) ?? "", /, dropped at the exchange, /);
    await stage.getByText("what you put in is not.").waitFor();
    await stage.getByRole("button", { name: "Go on from here" }).click();
    await page.waitForFunction(() =>
      __host.requests.some(({ method }) => method === "deliberate/branch/start"),
    );
    const token = lines.length - 6 + 2;
    assert.deepEqual(await startedWith(), [
      {
        path: { runId: "run-leap", questionId: "q-00001", sample: 2 },
        kind: "fork",
        count: 4,
        places: [{ stageIndex: 0, token }],
      },
    ]);
    await panel.close();
  });

  it("goes on from an exchange without each of the notes that were read", async () => {
    await open({ screen: "run", runId: "run-leap", questionId: "q-00001", sample: 2 });
    const stage = page.locator("#stage-2");
    await stage.getByText("at exchange 1.").waitFor();
    await stage.getByRole("button", { name: "Go on without each of them" }).click();
    await page.getByText("Without the note of sample 5").waitFor();
    assert.deepEqual(await startedWith(), [
      {
        path: { runId: "run-leap", questionId: "q-00001", sample: 2 },
        kind: "ablation",
        count: 1,
        places: [
          { stageIndex: 2, token: 0 },
          { stageIndex: 2, token: 0, without: 0 },
          { stageIndex: 2, token: 0, without: 4 },
        ],
      },
    ]);
    await panel.close();
  });

  it("pauses a path, takes a remark, and goes on with it", async () => {
    await open({ screen: "run", runId: "run-live", questionId: "q-00038" });
    await page.getByText("Pause and remark…").click();
    await page.locator("#stage-0").getByText("Paused").waitFor();
    const box = page.getByRole("textbox", { name: /What should this path hear/ });
    await box.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "remark-text");
    await page.keyboard.type("The bags are full.");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.locator("#stage-0").getByText("Writing").waitFor();
    assert.equal(await box.count(), 0);
    const sent = await page.evaluate(() =>
      __host.requests
        .filter(({ method }) => /run\/(stop|remark)|trace\/watch/.test(method))
        .map(({ method, body }) => [method, (body as { text?: string }).text ?? null]),
    );
    const from = sent.findIndex(([method]) => method === "deliberate/run/stop");
    assert.deepEqual(
      sent.slice(from).filter(([method], at, all) => at === 0 || method !== all[at - 1]?.[0]),
      [
        ["deliberate/run/stop", null],
        ["deliberate/trace/watch", null],
        ["deliberate/run/remark", "The bags are full."],
        ["deliberate/trace/watch", null],
      ],
      "and watches the path anew",
    );
    await panel.close();
  });

  it("says that something else is running, and why a branch did not start", async () => {
    await open();
    await page.evaluate(() => {
      __host.broken["deliberate/branch/start"] = "fail";
    });
    await page.getByRole("radio", { name: "Tokens" }).click();
    await page.locator("#stage-0 .token").nth(1).click();
    await page.getByRole("form").locator("vscode-button").click();
    await page.getByText("The engine process ended. Restart it and try again.").waitFor();
    await page.evaluate(() =>
      __host.emit("deliberate/engine/changed", {
        ...{ state: "busy", model: null, loadFraction: null, tokensPerSecond: 1, load: null },
        ...{ activeRun: "run-live", message: null },
      }),
    );
    await page.getByText("Another run is working; this can be started when it has ended.").waitFor();
    await panel.close();
  });
});
