// biome-ignore-all lint/performance/useDomNodeTextContent: what a person sees is asserted, not what is in the tree
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { chromiumPath, type Harness, type Panel, startHarness } from "./support/harness.ts";
import type { StubHost } from "./support/stubHost.ts";

declare const __host: StubHost;

const skip = existsSync(chromiumPath) ? false : `no Chromium at ${chromiumPath}`;
const question = "Which albums did the artist AC/DC release?";

describe("SQL in the panel", { skip }, () => {
  let harness: Harness;
  let panel: Panel;
  let page: Page;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  const open = async (state: unknown): Promise<void> => {
    panel = await harness.open({ state });
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

  it("shows the rows of a result, says that there are more, and marks NULL", async () => {
    await open({ screen: "result", resultId: "tracks" });
    await page.locator(".result").waitFor();
    assert.equal(await page.locator(".result tbody tr").count(), 1000);
    await page.getByText("The first 1,000 rows of 3,290", { exact: false }).waitFor();
    assert.equal(await page.locator(".result tbody tr").nth(1).locator(".null").innerText(), "NULL");
    // Cells are data: nothing in them is run or drawn.
    assert.equal(await page.evaluate(() => "__hacked" in window), false);
    assert.equal(await page.locator(".result img").count(), 0);
    await close();
  });

  it("copies the shown rows as CSV with quotes where they are needed", async () => {
    await open({ screen: "result", resultId: "tracks" });
    await page.getByText("Copy as CSV").click();
    const [copied] = (await bodies("panel/copy")) as { text: string }[];
    const lines = copied?.text.split("\r\n") ?? [];
    assert.equal(lines[0], "TrackId,Name,Composer,Milliseconds,UnitPrice");
    assert.equal(lines[1], '1,"Song 1, ""live""",AC/DC,180000,0.99');
    assert.equal(lines[2], '2,"Song 2, ""live""",,180037,0.99');
    assert.equal(lines.length, 1002);
    await close();
  });

  it("runs a query again and puts it into the editor by VS Code's own commands", async () => {
    await open({ screen: "result", resultId: "asked" });
    await page.locator(".query-message", { hasText: "no such table: Albums" }).waitFor();
    await page.getByText("Run again").click();
    await page.getByText("Insert into editor").click();
    const sent = (await bodies("panel/sql")) as { action: string; database: string }[];
    assert.deepEqual(
      sent.map(({ action, database }) => [action, database]),
      [
        ["run", "sqlite:chinook"],
        ["insert", "sqlite:chinook"],
      ],
    );
    await page.getByText("Trace", { exact: true }).click();
    await page.locator("#stage-0").waitFor();
    await close();
  });

  it("says what to do about a result that is not kept any more", async () => {
    await open({ screen: "result", resultId: "old" });
    await page.getByText("Run the query again.", { exact: false }).waitFor();
    await close();
  });

  it("puts gold beside the wrong result and marks the first row that differs", async () => {
    await open({ screen: "run", runId: "run-sql", questionId: "q-00001" });
    const stage = page.locator("#stage-1");
    await stage.locator(".result").first().waitFor();
    const sides = stage.locator(".result-side");
    assert.equal(await sides.count(), 2);
    assert.match(
      await sides.first().locator(".differs").innerText(),
      /not in the gold result[\s\S]*NULL\s+12/,
    );
    assert.equal(await sides.nth(1).locator(".differs").count(), 0, "the result has all gold rows");
    assert.match(await page.locator("#stage-0 .query-error").innerText(), /no such table: Albums/);
    for (const badge of ["EX", "EM", "Extra hard", "filter"])
      assert.ok((await stage.locator(".score-badges").innerText()).includes(badge), badge);
    assert.match(await page.locator(".trace-side").innerText(), /2 tables: Artist, Album/);
    await page.getByText("Schema shown to the model").click();
    await page.getByRole("button", { name: "Schema links of this question" }).click();
    await page.locator(".links-picture svg").waitFor();
    const [links] = (await bodies("deliberate/sql/links")) as { id: string }[];
    assert.equal(links?.id, "/work/chinook.sqlite");
    await page.keyboard.press("Escape");
    await stage.waitFor();
    await close();
  });

  it("shows accuracy by hardness and what went wrong, and searches the questions behind it", async () => {
    await open({ screen: "run", runId: "run-sql" });
    await page.getByRole("heading", { name: "Execution accuracy by hardness" }).waitFor();
    await page.getByText("3 queries were brought to an end by the constraint", { exact: false }).waitFor();
    await page.getByRole("button", { name: "join" }).click();
    await page.waitForTimeout(100);
    const asked = (await bodies("deliberate/run/questions")) as { search: string }[];
    assert.equal(asked.at(-1)?.search, "error:join");
    await page.getByRole("button", { name: "Extra hard" }).click();
    await page.waitForTimeout(100);
    const again = (await bodies("deliberate/run/questions")) as { search: string }[];
    assert.equal(again.at(-1)?.search, "hardness:extra");
    await close();
  });

  it("shows what was tried of a suggestion, why not, and every token with what else it could have been", async () => {
    await open({ screen: "suggestion", suggestionId: "albums" });
    const cut = page.locator("#candidate-0");
    await cut.locator(".strip").waitFor();
    assert.match(await cut.locator(".stage-head").innerText(), /Likeliest continuation[\s\S]*Shown/);
    assert.match(
      await cut.locator(".query-error").innerText(),
      /Names something that does not exist\s+“Artist” has no column “Title”/,
    );
    assert.match(
      await cut.locator(".candidate-try").nth(1).innerText(),
      /WHERE Artist\.Name = 'AC\/DC'\s[\s\S]*accepts it without running it/,
    );
    assert.match(await page.locator("#candidate-1 .stage-head").innerText(), /Alternative/);
    const rejected = page.locator("#candidate-2");
    assert.match(await rejected.innerText(), /Not shown[\s\S]*EXPLAIN[\s\S]*misuse of aggregate: total\(\)/);
    assert.equal(await rejected.getByRole("button", { name: "Run this query" }).count(), 0);

    const strip = cut.getByRole("slider", { name: /Likeliest continuation: probability of every token/ });
    await strip.focus();
    await page.keyboard.press("Home");
    await page.locator("#token-popover .alternatives li").nth(2).waitFor();
    await strip.press("ArrowRight");
    assert.equal(await strip.getAttribute("aria-valuenow"), "2");

    await page.getByText("Prompt 187 tokens").click();
    await page.getByText("Write the SQLite query that the comment asks for.", { exact: false }).waitFor();
    const side = await page.locator(".trace-side").innerText();
    assert.match(side, /albums of the artist AC\/DC[\s\S]*chinook[\s\S]*Album, Artist, Track and 8 left out/);
    await close();
  });

  it("runs a suggestion from its trace, and tells why its tables were chosen and back", async () => {
    await open({ screen: "suggestion", suggestionId: "albums" });
    await page.locator("#candidate-0").getByRole("button", { name: "Run this query" }).click();
    const [sent] = (await bodies("panel/sql")) as { action: string; sql: string; database: string }[];
    assert.deepEqual([sent?.action, sent?.database], ["run", "sqlite:chinook"]);
    assert.match(sent?.sql ?? "", /^SELECT Title FROM Album JOIN Artist .*= 'AC\/DC'$/);
    await page.getByRole("button", { name: "Why these tables" }).click();
    await page.locator(".links-picture svg").waitFor();
    const [links] = (await bodies("deliberate/sql/links")) as { id: string; question: string }[];
    assert.equal(links?.id, "sqlite:chinook");
    assert.match(links?.question ?? "", /albums of the artist AC\/DC SELECT Title FROM/);
    await page.keyboard.press("Escape");
    await page.locator("#candidate-0 .strip").waitFor();
    await close();
  });

  it("says that a suggestion of an earlier session is not kept", async () => {
    await open({ screen: "suggestion", suggestionId: "older" });
    await page.getByText("This suggestion is not kept any more.").waitFor();
    await close();
  });

  it("walks the schema links by keyboard and says each of them", async () => {
    await open({ screen: "links", links: { database: "sqlite:chinook", question } });
    await page.locator(".links-picture svg").waitFor();
    const status = page.locator("#links-status");
    await page.locator(".links-picture").focus();
    await page.keyboard.press("Home");
    assert.match(await status.innerText(), /word “Which”/);
    await page.keyboard.press("ArrowDown");
    assert.match(await status.innerText(), /word “albums”: .*exact name Album/);
    await page.keyboard.press("ArrowRight");
    assert.match(await status.innerText(), /^(table|column) /);
    await page.keyboard.press("ArrowLeft");
    assert.match(await status.innerText(), /^word /);
    await close();
  });

  it("gives the same links as a table", async () => {
    await open({ screen: "links", links: { database: "sqlite:chinook", question } });
    const table = page.locator(".links-table");
    await table.waitFor();
    const text = await table.innerText();
    assert.match(text, /AC\s+stored value\s+Artist\.Name\s+AC\/DC/);
    assert.match(text, /foreign key\s+Album\.ArtistId → Artist\.ArtistId/);
    assert.match(await page.locator(".run-meta").innerText(), /8 of 11 tables/);
    await close();
  });
});
