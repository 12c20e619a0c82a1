// biome-ignore-all lint/performance/useDomNodeTextContent: what a person sees is asserted, not what is in the tree
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { PathAddress } from "../../language-server/contract/methods.ts";
import { chromiumPath, type Harness, type Panel, startHarness } from "./support/harness.ts";
import type { StubHost } from "./support/stubHost.ts";
import type { ThemeName } from "./support/themes.ts";

declare const __host: StubHost;
declare const __hacked: unknown;

const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}`;
const thinker = { screen: "run", runId: "run-thinker" };

describe("trace panel", { skip }, () => {
  let harness: Harness;
  let panel: Panel;
  let page: Page;

  before(async () => {
    harness = await startHarness();
  });
  after(async () => {
    await harness.close();
  });

  const open = async (state: unknown, options: Parameters<Harness["open"]>[0] = {}): Promise<void> => {
    panel = await harness.open({ state, ...options });
    page = panel.page;
  };
  /** Every test ends here: nothing may have been refused by the policy, and no model text may have run. */
  const close = async (): Promise<void> => {
    await page.waitForTimeout(50);
    assert.deepEqual(await page.evaluate(() => __host.violations), []);
    assert.equal(
      await page.evaluate(() => typeof (window as unknown as { __hacked?: unknown }).__hacked),
      "undefined",
    );
    await panel.close();
  };
  const bodies = <T>(method: string): Promise<T[]> =>
    page.evaluate(
      (wanted) =>
        __host.requests.filter((request) => request.method === wanted).map((request) => request.body),
      method,
    ) as Promise<T[]>;
  /** The questions stand below the numbers. */
  const openList = async (): Promise<void> => {
    await open(thinker);
    await page.getByRole("button", { name: "Go to the questions" }).click();
    await page.locator("#row-2 .col-question").waitFor();
  };
  const rowTexts = (): Promise<string[]> => page.locator(".grid-body .col-id").allInnerTexts();
  const scrollTo = (top: number): Promise<void> =>
    page.evaluate((to) => {
      document.getElementById("scroller")!.scrollTop = to;
    }, top);

  it("shakes hands with the contract's version before anything else", async () => {
    await open({});
    await page.getByRole("heading", { name: "Runs" }).waitFor();
    const [first] = await page.evaluate(() => __host.requests);
    assert.deepEqual(first, { method: "panel/ready", body: { contractVersion: 1 } });
    await close();
  });

  it("shows a run's numbers with intervals, outcomes and the stages' decomposition", async () => {
    await open(thinker);
    await page.getByRole("heading", { name: "MATH-500 and GSM8K" }).waitFor();
    const text = await page.locator(".screen").innerText();
    for (const expected of [
      "37.6\u202f%",
      "36.6–38.5\u202f%",
      "pass@4",
      "cons@4",
      "Verifier TPR",
      "Rescue",
      "Damage",
      "Truncated",
      "9.4\u202f% of slow stages",
    ])
      assert.ok(text.includes(expected), `“${expected}” is shown`);
    assert.ok(
      await page.getByRole("img", { name: /^Outcomes: Finished 28800, Forced closed 4800/ }).isVisible(),
    );
    assert.ok(
      await page
        .getByRole("img", { name: /^Accuracy 37\.6\s%, 95\s% interval/ })
        .first()
        .isVisible(),
    );
    await close();
  });

  it("says that feedback is an oracle beside the within-k curve", async () => {
    await open({ screen: "run", runId: "run-attempts" });
    await page.getByText("it is an oracle").waitFor();
    assert.ok(await page.getByRole("img", { name: /^within 1 27\.0\s%.*within 3 37\.1\s%/ }).isVisible());
    await close();
  });

  it("draws fewer than 100 of 10,000 rows and still reaches the last one", async () => {
    await openList();
    assert.ok((await page.locator(".grid-body .grid-row").count()) < 100);
    assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), "10001");
    await page.evaluate(() => document.getElementById("scroller")!.scrollTo(0, 1e9));
    await page.locator("#row-9999 .col-question").waitFor();
    assert.ok((await page.locator(".grid-body .grid-row").count()) < 100);
    assert.match(await page.locator("#row-9999").innerText(), /10,000\s+q-10000/);
    const pulled = await bodies<{ offset: number; count: number }>("deliberate/run/questions");
    assert.ok(pulled.length < 12, `${pulled.length} ranges pulled`);
    assert.ok(pulled.some(({ offset }) => offset === 9900));
    await close();
  });

  it("asks the server to search, filter and sort, and shows its answer", async () => {
    await openList();
    await page.keyboard.press("/");
    await page.keyboard.type("q-00077");
    await page.getByText("1 question", { exact: true }).waitFor();
    assert.deepEqual(await rowTexts(), ["q-00077"]);
    await page.locator("vscode-textfield input").fill("");
    await page.getByText("10,000 questions", { exact: true }).waitFor();

    await page.locator("vscode-single-select").click();
    await page.getByText("Truncated", { exact: true }).last().click();
    await page.waitForFunction(() =>
      /^(?!10,000)[\d,]+ question/.test(document.querySelector(".toolbar-count")?.textContent ?? ""),
    );
    assert.ok(
      (await page.locator(".grid-body .col-outcome").allInnerTexts())
        .slice(0, 20)
        .every((text) => /Truncated|Context full/.test(text)),
    );

    const tokens = page.getByRole("columnheader", { name: "Tokens" });
    await tokens.getByRole("button").click();
    await page.waitForFunction(() => document.querySelector('[aria-sort="descending"].col-tokens'));
    const last = (
      await bodies<{ sort: string; descending: boolean; filter: string; search: string }>(
        "deliberate/run/questions",
      )
    ).at(-1)!;
    assert.deepEqual(
      { sort: last.sort, descending: last.descending, filter: last.filter, search: last.search },
      { sort: "tokens", descending: true, filter: "truncated", search: "" },
    );
    await page.waitForTimeout(100);
    const counts = (await page.locator(".grid-body .col-tokens").allInnerTexts()).map((text) =>
      Number(text.replace(",", "")),
    );
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => b - a),
    );
    await close();
  });

  it("offers a way out when no question matches", async () => {
    await open({ ...thinker, search: "no such question" });
    await page.getByText("No question matches").waitFor();
    await page.getByRole("button", { name: "Show all questions" }).click();
    await page.getByText("10,000 questions", { exact: true }).waitFor();
    await close();
  });

  it("leads by keyboard alone from the list to a token's alternatives and back", async () => {
    await openList();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"])
      await page.keyboard.press(key);
    await page.getByRole("heading", { name: "q-00003" }).waitFor();
    await page.locator("#stage-0 .strip").waitFor();
    // Focus moves, and tokens come, after what is waited for above has been drawn.
    await page.waitForFunction(() => document.activeElement?.closest("section")?.id === "stage-0");
    await page.waitForFunction(
      () => Number(document.querySelector("#stage-0 .strip")?.getAttribute("aria-valuemax")) > 1,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.closest("section")?.id), "stage-0");
    // The strip comes after the copy button and the folded prompt.
    for (let presses = 0; presses < 6; presses++) {
      if ((await page.evaluate(() => document.activeElement?.className)) === "strip") break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const popover = page.locator("#token-popover");
    await popover.waitFor();
    assert.match(await popover.innerText(), /2 of \d+/);
    assert.match(await popover.innerText(), /\d\s%[\s\S]*nats[\s\S]*ms/);
    assert.equal(await popover.locator("li").count(), 5);
    await page.keyboard.press("Escape");
    assert.equal(await popover.count(), 0);
    await page.keyboard.press("Escape");
    await page.locator("#row-2").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "questions");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "questions");
    assert.equal(await page.locator("#questions").getAttribute("aria-activedescendant"), "row-2");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Runs" }).waitFor();
    await close();
  });

  it("shows every token with its probability and draws thousands only where one looks", async () => {
    await open({ ...thinker, questionId: "q-00003" });
    await page.getByRole("radio", { name: "Tokens" }).click();
    const list = page.locator("#stage-2 .token-text");
    await list.locator(".token").first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll("#stage-2 .chunk").length > 20);
    assert.ok((await list.locator(".token").count()) < 2000, "only part of 4,474 tokens is drawn");
    const shown = await list.evaluate((node) =>
      [...node.querySelectorAll(".chunk")]
        .slice(0, 1)
        .map((chunk) => chunk.textContent)
        .join(""),
    );
    assert.ok(shown.startsWith("<think>↵\nStep 1: let me check $2 \\times 5 = 10$"));
    await list.focus();
    await page.keyboard.press("End");
    await page.locator("#token-2-4473").waitFor();
    assert.match(await page.locator("#token-popover").innerText(), /4,474 of 4,474/);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("n");
    assert.match(
      (await page.locator("#stage-2 .token.selected").getAttribute("aria-label")) ?? "",
      /entropy/,
    );
    await page.keyboard.press("Escape");
    await page.locator("#stage-2 .token-text .token").nth(8).hover();
    await page.locator("#token-popover").waitFor();
    await close();
  });

  it("renders formulas as nodes and leaves hostile text as text", async () => {
    await open({ ...thinker, questionId: "q-00006" });
    const stage = page.locator("#stage-0");
    await stage.getByText('<img src=x onerror="window.__hacked = 1">').waitFor();
    await stage.getByText("</script><script>window.__hacked = 2</script>").waitFor();
    await stage.getByText("\\href{javascript:window.__hacked=3}{click}").waitFor();
    assert.equal(await page.locator("#root a, #root img, #root script, #root iframe").count(), 0);
    assert.ok((await page.locator(".question .katex").count()) > 0);
    for (const mode of ["Raw", "Tokens"]) {
      await page.getByRole("radio", { name: mode }).click();
      await page.waitForTimeout(150);
      assert.equal(await page.locator("#root a, #root img, #root script").count(), 0);
    }
    await close();
  });

  it("appends live tokens, follows only from the end, and replaces them by the stage's record", async () => {
    await open({ screen: "run", runId: "run-live", questionId: "q-00038" });
    const stage = page.locator("#stage-0");
    await stage.getByText("40 of 1,000 tokens").waitFor();
    const watched = (await bodies<{ viewId: string; path: PathAddress | null }>("deliberate/trace/watch")).at(
      -1,
    )!;
    assert.deepEqual(watched, {
      viewId: "view-1",
      runId: "run-live",
      path: { runId: "run-live", questionId: "q-00038", sample: 0 },
    });
    for (let batch = 0; batch < 30; batch++) {
      await page.evaluate(() => __host.stream(40));
      await page.waitForTimeout(15);
    }
    await stage.getByText("1,240 of 1,000 tokens").waitFor();
    const bottom = (): Promise<number> =>
      page.evaluate(() => {
        const box = document.getElementById("scroller")!;
        return box.scrollHeight - box.scrollTop - box.clientHeight;
      });
    assert.ok((await bottom()) < 40, "the end stays in view");
    await scrollTo(0);
    await page.waitForTimeout(60);
    await page.evaluate(() => __host.stream(60));
    await page.waitForTimeout(120);
    assert.equal(await page.evaluate(() => document.getElementById("scroller")!.scrollTop), 0);
    await page.getByRole("button", { name: "Follow" }).click();
    await page.waitForTimeout(60);
    assert.ok((await bottom()) < 40);
    assert.match(await stage.locator(".stage-text").innerText(), /^\s*Thought \(not closed\)[\s\S]*Step 40/);
    assert.match((await stage.locator(".strip").getAttribute("aria-valuemax")) ?? "", /1300/);
    await page.evaluate(() => __host.endStage());
    await stage.getByText("1,300 tokens ·").waitFor();
    await stage.getByText("Wrong").first().waitFor();
    await close();
  });

  it("asks for the whole path again when the stream has a gap", async () => {
    await open({ screen: "run", runId: "run-live", questionId: "q-00038" });
    await page.getByText("40 of 1,000 tokens").waitFor();
    await page.evaluate(() => {
      const keep = __host.emit;
      __host.emit = () => undefined;
      __host.stream(100);
      __host.emit = keep;
      __host.stream(20);
    });
    await page.getByText("160 of 1,000 tokens").waitFor();
    assert.equal((await bodies("deliberate/run/path")).length, 2);
    await page.waitForFunction(
      () => document.querySelector(".strip")?.getAttribute("aria-valuemax") === "160",
    );
    await close();
  });

  it("takes progress of the run into header and rows, and stops it", async () => {
    await open({ screen: "run", runId: "run-live" });
    await page.getByText("37 of 100 paths").waitFor();
    await page.evaluate(() => __host.advance(61));
    await page.locator(".working").getByText("61 of 100 paths").waitFor();
    await page.getByRole("status").filter({ hasText: "100 questions" }).waitFor();
    assert.match(await page.locator('[aria-live="polite"]').last().innerText(), /61 of 100 paths done/);
    await page.getByText("Stop", { exact: true }).click();
    assert.deepEqual(await bodies("deliberate/run/stop"), [{ runId: "run-live" }]);
    await close();
  });

  it("shows how near the engine is to the limit of the machine, while this run works", async () => {
    await open({ screen: "run", runId: "run-live" });
    // Its figures come once the run is on the screen: what is told before the panel has asked is overwritten.
    await page.getByText("37 of 100 paths").waitFor();
    await page.waitForFunction(() =>
      __host.requests.some(({ method }) => method === "deliberate/engine/status"),
    );
    const tell = (activeRun: string, promptShare: number | null) =>
      page.evaluate(
        ([run, share]) =>
          __host.emit("deliberate/engine/changed", {
            ...{ state: "busy", model: null, loadFraction: null, tokensPerSecond: 186, message: null },
            activeRun: run as string,
            load: {
              ...{ decodeShare: 0.43, promptShare: share as number | null, hostShare: 0.12 },
              limits: { bytesPerSecond: 17.4e9, flopsPerSecond: 121e9, threads: 2 },
            },
          }),
        [activeRun, promptShare] as const,
      );
    await tell("run-live", 0.61);
    const gauges = page.getByLabel("How near the engine is to the limit of the machine");
    await gauges.getByText("43 % of 17.4 GB/s").waitFor();
    await gauges.getByText("61 % of 121 GFLOP/s").waitFor();
    await gauges.getByText("12 % of the time").waitFor();
    await tell("run-live", null);
    await gauges.getByText("Prompts").waitFor({ state: "detached" });
    await tell("another-run", 0.61);
    await gauges.waitFor({ state: "detached" });
    await close();
  });

  it("offers Resume for a stopped run", async () => {
    await open({ screen: "run", runId: "run-stopped" });
    await page.getByText("Resume", { exact: true }).click();
    await page.waitForFunction(() =>
      __host.requests.some(({ method }) => method === "deliberate/run/resume"),
    );
    await close();
  });

  it("comes back after a reload as it was left", async () => {
    await openList();
    await page.locator("vscode-textfield input").fill("stickers");
    await page.waitForFunction(() =>
      /^(?!10,000)[\d,]+ question/.test(document.querySelector(".toolbar-count")?.textContent ?? ""),
    );
    await scrollTo(4000);
    await page.waitForTimeout(400);
    await page.reload();
    await page.locator(".grid-body .col-question").first().waitFor();
    await page.waitForFunction(() => Math.abs(document.getElementById("scroller")!.scrollTop - 4000) < 3);
    assert.equal(await page.locator("vscode-textfield input").inputValue(), "stickers");
    await page.locator(".grid-body .grid-row:has(.col-question)").nth(15).click();
    await page.getByRole("radio", { name: "Raw" }).click();
    const title = await page.locator(".trace-tools h1").innerText();
    await page.waitForTimeout(400);
    await page.reload();
    await page.getByRole("heading", { name: title }).waitFor();
    await page.locator("#stage-0 pre.raw").last().waitFor();
    await close();
  });

  it("follows the host to another run, also right after a reload", async () => {
    await open(thinker);
    await page.getByText("10,000 questions", { exact: true }).waitFor();
    await page.evaluate(() => __host.emit("panel/show", { runId: "run-live" }));
    await page.getByRole("heading", { name: "GSM8K test, first 100" }).waitFor();
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole("heading", { name: "GSM8K test, first 100" }).waitFor();
    await close();
  });

  it("compares two runs chosen in the list, and opens the trace behind a flip", async () => {
    await open({});
    await page.getByRole("checkbox", { name: /10,000 questions, Thinker/ }).check();
    await page.getByRole("checkbox", { name: /10,000 questions, Multi-attempt/ }).check();
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "Compare runs" }).waitFor();
    assert.deepEqual(await bodies("deliberate/run/compare"), [{ a: "run-thinker", b: "run-attempts" }]);
    const text = await page.locator(".screen").innerText();
    for (const expected of [
      "+1.6 pp",
      "+1.1 to +2.1 pp",
      "< 0.001",
      "42.0\u202f%",
      "43.6\u202f%",
      "6 only in B",
      "B is better",
    ])
      assert.ok(text.includes(expected), `“${expected}” is shown`);
    assert.ok((await page.locator(".flips .grid-row").count()) < 60);
    const aOnly = page.locator(".facts button").first();
    const number = await aOnly.innerText();
    await aOnly.click();
    await page.getByText(`${number} where only A is right`).waitFor();
    for (const key of ["ArrowDown", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await page.locator("#stage-0").waitFor();
    const asked = (await bodies<PathAddress>("deliberate/run/path")).at(-1)!;
    assert.equal(asked.runId, "run-attempts");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Compare runs" }).waitFor();
    await close();
  });

  it("loads the run anew when the server was started again, and says that it was interrupted", async () => {
    await open({ screen: "run", runId: "run-live" });
    await page.locator(".run-title").getByText("Running").waitFor();
    await page.getByText("100 questions", { exact: true }).waitFor({ state: "attached" });
    await page.waitForTimeout(100);
    const before = await page.evaluate(() => __host.requests.length);
    await page.evaluate(() => __host.restart());
    await page.locator(".run-title").getByText("Interrupted").waitFor();
    await page.getByText("Resume", { exact: true }).waitFor();
    const asked = await page.evaluate((from) => __host.requests.slice(from), before);
    const names = asked.map(({ method }) => method);
    for (const name of [
      "deliberate/run/summary",
      "deliberate/run/questions",
      "deliberate/engine/status",
      "deliberate/trace/watch",
    ])
      assert.equal(names.filter((other) => other === name).length, 1, name);
    await close();
  });

  it("loads the open trace with its tokens anew when the server was started again", async () => {
    await open({ screen: "run", runId: "run-live", questionId: "q-00038" });
    await page.getByText("40 of 1,000 tokens").waitFor();
    await page.evaluate(() => __host.restart());
    await page.getByText("Nothing has been written yet").waitFor();
    assert.equal((await bodies("deliberate/trace/watch")).length, 2);
    assert.deepEqual(
      (await bodies("deliberate/trace/watch"))[0],
      (await bodies("deliberate/trace/watch"))[1],
    );
    await close();

    await open({ ...thinker, questionId: "q-00003" });
    await page.locator('#stage-2 .strip[aria-valuemax="4474"]').waitFor();
    const ranges = async (from = 0): Promise<string[]> =>
      (await bodies("deliberate/run/tokens"))
        .slice(from)
        .map((body) => JSON.stringify(body))
        .sort();
    const before = await ranges();
    await page.evaluate(() => __host.restart());
    await page.waitForFunction(
      (count) =>
        __host.requests.filter(({ method }) => method === "deliberate/run/tokens").length >= 2 * count,
      before.length,
    );
    await page.waitForTimeout(50);
    assert.deepEqual(await ranges(before.length), before);
    await close();
  });

  it("loads list and comparison anew when the server was started again", async () => {
    await open({});
    const first = page.locator(".runs-table tbody tr").first();
    await first.getByText("Running").waitFor();
    await page.evaluate(() => __host.restart());
    await first.getByText("Interrupted").waitFor();
    await close();

    await open({ screen: "compare", runId: "run-thinker", compareWith: "run-attempts" });
    await page.locator(".flips").waitFor();
    await page.evaluate(() => __host.restart());
    await page.waitForFunction(
      () => __host.requests.filter(({ method }) => method === "deliberate/run/compare").length === 2,
    );
    await page.locator(".flips").waitFor();
    await close();
  });

  it("moves the keyboard to where it is of use, but not when the panel only came back", async () => {
    const focused = (): Promise<string | undefined> =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    for (const compareWith of ["run-attempts", "run-cut"]) {
      await open({ screen: "compare", runId: "run-thinker", compareWith });
      await page.getByRole("heading", { name: "Compare runs" }).waitFor();
      assert.equal(await focused(), compareWith === "run-cut" ? "body" : "flips");
      await page.waitForTimeout(400);
      await page.reload();
      await page.getByRole("heading", { name: "Compare runs" }).waitFor();
      await page.waitForTimeout(100);
      assert.equal(await focused(), "body");
      await close();
    }
    await open({ ...thinker, questionId: "q-00003" });
    await page.locator("#stage-0 .strip").waitFor();
    await page.waitForTimeout(400);
    await page.reload();
    await page.locator("#stage-0 .strip").waitFor();
    assert.equal(await focused(), "body");
    await page.getByRole("button", { name: "Runs" }).click();
    await page.locator('[data-run="run-thinker"]').waitFor();
    await page.evaluate(() => __host.emit("panel/show", { runId: "run-thinker", questionId: "q-00004" }));
    await page.locator("#stage-0 .strip").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.closest("section")?.id), "stage-0");
    await close();
  });

  it("frames a secondary button in its own colour, which is not the one of a ring", async () => {
    await open({ screen: "compare", runId: "run-thinker", compareWith: "run-cut" }, { theme: "light-2026" });
    const swap = page.locator("vscode-button", { hasText: "Swap A and B" });
    await swap.waitFor();
    const border = await swap.evaluate(
      (button) => getComputedStyle(button.shadowRoot!.querySelector(".base")!).borderTopColor,
    );
    assert.equal(border, "rgb(234, 234, 234)");
    await close();
  });

  it("draws no node where nothing went, and says the first two warnings only", async () => {
    await open({ screen: "run", runId: "run-cut" });
    await page.locator(".flow").waitFor();
    const labels = await page.locator(".flow-label").allTextContents();
    assert.ok(labels.some((text) => text.startsWith("settled 100.0")));
    assert.ok(!labels.some((text) => text.startsWith("to slow")), labels.join());
    const outside = await page.locator(".flow").evaluate((flow) => {
      const frame = flow.getBoundingClientRect();
      return [...flow.querySelectorAll("text")].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.bottom > frame.bottom || box.right > frame.right;
      }).length;
    });
    assert.equal(outside, 0, "labels inside the picture");
    assert.equal(await page.locator(".banner").count(), 2);
    assert.match(await page.locator(".banner").first().innerText(), /^100\u202f% of the answers/);
    await page.getByRole("button", { name: "2 more warnings" }).click();
    assert.equal(await page.locator(".banner").count(), 4);
    await page.getByRole("button", { name: "Fewer warnings" }).click();
    assert.equal(await page.locator(".banner").count(), 2);
    await close();
  });

  it("names the answering stage only where there are several", async () => {
    await open({ screen: "run", runId: "run-stopped", questionId: "q-00002" });
    await page.locator("#stage-0").waitFor();
    assert.doesNotMatch(await page.locator("section.final").innerText(), /answer of/);
    await close();
    await open({ ...thinker, questionId: "q-00003" });
    await page.locator("section.final").getByText("answer of Slow").waitFor();
    await close();
  });

  it("gives words room where the panel is narrow", async () => {
    await open({ screen: "compare", runId: "run-thinker", compareWith: "run-attempts" }, { width: 500 });
    const card = page.locator(".compare-table");
    await card.waitFor();
    const lines = await card
      .locator(".side .link")
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().height / 19)));
    assert.deepEqual(lines, [1, 1]);
    const [head, first] = await page.evaluate(() => [
      document.querySelector(".run-title")!.getBoundingClientRect().bottom,
      document.querySelector(".card")!.getBoundingClientRect().top,
    ]);
    assert.ok(first! - head! >= 12, "the heading stands apart from the first card");
    await close();

    await open(thinker, { width: 500 });
    await page.locator(".key-figures").waitFor();
    const lefts = await page
      .locator(".figure")
      .evaluateAll((figures) => figures.map((figure) => Math.round(figure.getBoundingClientRect().left)));
    assert.equal(new Set(lefts).size, 2, "two columns");
    await close();

    await open({ ...thinker, questionId: "q-00003" }, { width: 500 });
    await page.locator("#stage-0 .strip").waitFor();
    const apart = await page.locator(".stage-end").evaluateAll(
      (ends) =>
        ends.filter((end) => {
          const [numbers, copy] = [...end.children].map((child) => child.getBoundingClientRect());
          return copy!.top > numbers!.bottom;
        }).length,
    );
    assert.equal(apart, 0, "the copy button stays beside the counts");
    await close();
  });

  for (const theme of ["dark-modern", "light-modern", "high-contrast"] satisfies ThemeName[])
    it(`draws outcomes and unsure tokens in colours that ${theme} has`, async () => {
      await open(thinker, { theme });
      await page.locator(".swatch").first().waitFor();
      const swatches = await page
        .locator(".swatch")
        .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).backgroundColor));
      assert.equal(swatches.length, 5);
      assert.equal(new Set(swatches).size, 5, swatches.join());
      await close();
      await open({ ...thinker, questionId: "q-00003" }, { theme });
      await page.locator("#stage-2 .strip").waitFor();
      await page.waitForTimeout(200);
      const wanted = await page.evaluate(() =>
        [1, 2, 3, 4].map((at) => {
          const one = document.createElement("canvas");
          const paint = one.getContext("2d")!;
          paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--confidence-${at}`);
          paint.fillRect(0, 0, 1, 1);
          return [...paint.getImageData(0, 0, 1, 1).data].join();
        }),
      );
      assert.equal(new Set(wanted).size, 4, wanted.join(" "));
      const drawn = await page.locator(".strip").evaluateAll((strips) => {
        const seen = new Set<string>();
        for (const canvas of strips as HTMLCanvasElement[]) {
          const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
          for (let at = 0; at < data.length; at += 4) seen.add([...data.slice(at, at + 4)].join());
        }
        return [...seen];
      });
      for (const colour of wanted) {
        assert.match(colour, /,255$/, "opaque");
        assert.ok(drawn.includes(colour), `${colour} is in the strip`);
      }
      for (const colour of swatches) assert.doesNotMatch(colour, /rgba\(|\/ 0/, "opaque");
      await close();
    });

  it("says what to do when there are no runs, when a run is gone, and when the engine is lost", async () => {
    await open({}, { query: "empty" });
    await page.getByText("Deliberate: Evaluate File").waitFor();
    await page.evaluate(() => __host.emit("panel/show", { runId: "gone" }));
    await page.getByText("not in the workspace any more").waitFor();
    await page.evaluate(() =>
      __host.emit("deliberate/engine/changed", {
        state: "lost",
        model: null,
        loadFraction: null,
        tokensPerSecond: 0,
        load: null,
        activeRun: null,
        message: "The engine ended: out of memory.",
      }),
    );
    await page.getByText("The engine ended: out of memory.").waitFor();
    await page.getByText("Restart engine", { exact: true }).click();
    await page.waitForFunction(() =>
      __host.requests.some(({ method }) => method === "deliberate/engine/restart"),
    );
    await close();
  });

  it("tries a failed list of questions again", async () => {
    await open({});
    await page.evaluate(() => {
      __host.broken["deliberate/run/questions"] = "fail";
    });
    await page.locator('[data-run="run-thinker"]').click();
    await page.getByText("The engine process ended. Restart it and try again.").waitFor();
    await page.evaluate(() => {
      delete __host.broken["deliberate/run/questions"];
    });
    await page.getByText("Try again", { exact: true }).click();
    await page.getByRole("button", { name: "Go to the questions" }).click();
    await page.locator("#row-0 .col-question").waitFor();
    await close();
  });

  it("marks uncertainty without colour when colours are forced", async () => {
    await open({ ...thinker, questionId: "q-00003", textMode: "tokens" }, { forcedColors: "active" });
    await page.getByRole("radio", { name: "Tokens" }).click();
    await page.locator("#stage-0 .token").first().waitFor();
    const styles = await page
      .locator(".legend")
      .first()
      .locator(".token")
      .evaluateAll((nodes) =>
        nodes.map(
          (node) => getComputedStyle(node).textDecorationLine + getComputedStyle(node).textDecorationStyle,
        ),
      );
    assert.equal(new Set(styles.slice(0, 5)).size, 5);
    await close();
  });
});
