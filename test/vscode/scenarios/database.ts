/** A SQLite database in the workspace: selected, looked at, queried, asked in words, and its questions evaluated. */
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { panelSays } from "./panel.ts";
import { acceptAndRun, suggestionUnder, typeInto, typeOn, walkAlternatives } from "./suggestion.ts";

const fixtures = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures", "sql");

const script = `-- artists with their albums
SELECT Artist.Name, Album.Title FROM Artist JOIN Album USING (ArtistId) ORDER BY Artist.Name, Title;

SELECT Nane FROM Artist;

CREATE TABLE extra (a);
`;

const questions = [
  { question: "How many artists are there?", query: "SELECT count(*) FROM Artist" },
  { question: "List the names of all genres.", query: "SELECT Name FROM Genre" },
  {
    question: "Which albums did the artist AC/DC release?",
    query: "SELECT Title FROM Album JOIN Artist USING (ArtistId) WHERE Name = 'AC/DC'",
  },
];

const comments = ["number of tracks", "number of genres", "name of all genres", "title of albums"];

export const database: Scenario = {
  name: "database",

  prepare: (workspace) => {
    cpSync(join(fixtures, "chinook.sqlite"), join(workspace, "chinook.sqlite"));
    writeFileSync(join(workspace, "work.sql"), script);
    writeFileSync(join(workspace, "ideas.sql"), "\n");
    const lines = questions.map((question) => JSON.stringify(question));
    writeFileSync(join(workspace, "music.jsonl"), `${lines.join("\n")}\n`);
    return { "deliberate.run.protocol": "direct" };
  },

  play: async ({ workbench, session, step }) => {
    await step(
      "Select Database offers the workspace's database with its size and tables",
      async () => {
        await workbench.openFile("work.sql");
        await workbench.runCommand("Deliberate: Select Database");
        await eventually(
          "the database with its facts",
          () => workbench.quickPickRows(),
          (rows) => rows.some((row) => /chinook.*SQLite.*MB.*11 tables/.test(row)),
          30_000,
        );
        const rows = await workbench.quickPickRows();
        assert.ok(rows.some((row) => row.includes("Add connection")));
        await workbench.screenshot("select-database");
        await workbench.pick("chinook");
      },
      { needed: true, limitMs: 120_000 },
    );

    await step(
      "the side bar shows its tables with their rows, and columns with their keys",
      async () => {
        await workbench.openContainer("Deliberate");
        await workbench.runCommand("Deliberate: Focus on Databases View");
        const rows = await eventually(
          "tables in the tree",
          () => workbench.treeRows("Databases"),
          (all) => all.some((row) => /table Album, 347 rows/.test(row)),
          30_000,
        );
        assert.ok(rows.some((row) => /Database chinook, SQLite, selected/.test(row)));
        await workbench.treeRow("Databases", "Album").first().locator(".monaco-tl-twistie").click();
        await eventually(
          "columns in the tree",
          () => workbench.treeRows("Databases"),
          (all) => all.some((row) => /Column ArtistId, .*refers to Artist\.ArtistId/.test(row)),
          20_000,
        );
        await workbench.screenshot("database-tree");
      },
      { limitMs: 120_000 },
    );

    await step(
      "a lens above each query runs it, and the rows are shown",
      async () => {
        await workbench.openFile("work.sql");
        const lenses = await eventually(
          "lenses above queries",
          () => workbench.codeLenses(),
          (titles) => titles.filter((title) => title.includes("Run")).length === 2,
          30_000,
        );
        assert.equal(lenses.length, 2, "a statement that changes something has none");
        await workbench.clickCodeLens("Run", 0);
        await panelSays(workbench, /chinook · 347 rows[\s\S]*AC\/DC/, 60_000);
      },
      { needed: true, limitMs: 120_000 },
    );

    await step("the result looks right in every theme", () => workbench.screenshotInThemes("query-result"), {
      limitMs: 120_000,
    });

    await step(
      "Run Query runs the statement at the cursor, and a refused or wrong one says why",
      async () => {
        await workbench.openFile("work.sql");
        await workbench.goToLine(4);
        await workbench.runCommand("Deliberate: Run Query");
        await panelSays(workbench, /no such column: Nane/, 60_000);
        await workbench.openFile("work.sql");
        await workbench.goToLine(6);
        await workbench.runCommand("Deliberate: Run Query");
        await panelSays(workbench, /Refused: only one read-only query is run/, 60_000);
      },
      { limitMs: 180_000 },
    );

    await step(
      "Show Schema Links draws the question's words, tables and columns",
      async () => {
        await workbench.openFile("work.sql");
        await workbench.runCommand("Deliberate: Show Schema Links");
        await workbench.answerInput("Which albums did the artist AC/DC release?");
        await workbench.webview().locator(".links-picture svg").waitFor({ timeout: 60_000 });
        await panelSays(workbench, /stored value Artist\.Name AC\/DC/, 20_000);
        await workbench.screenshotInThemes("schema-links");
      },
      { limitMs: 240_000 },
    );

    let suggestion = "";
    await step(
      "a query is suggested under a comment, as ghost text",
      async () => {
        await workbench.openFile("ideas.sql");
        suggestion = await suggestionUnder(workbench, comments);
        // Only as it stands: changing the theme would take the focus, and the ghost text with it.
        await workbench.screenshot("suggestion");
      },
      { limitMs: 300_000 },
    );

    await step(
      "typing what it says keeps the rest of it, and asks the model nothing",
      async () => {
        assert.notEqual(suggestion, "");
        await workbench.openFile("ideas.sql");
        await workbench.runCommand("Trigger Inline Suggestion");
        await typeInto(workbench, suggestion, session.output);
      },
      { limitMs: 120_000 },
    );

    await step(
      "Tab accepts it, the query runs, and its trace is in the panel, token by token",
      async () => {
        await workbench.openFile("ideas.sql");
        suggestion = await suggestionUnder(workbench, comments);
        await acceptAndRun(workbench, suggestion, /chinook · [\d,]+ rows?/);
        await workbench.openFile("ideas.sql");
        await workbench.runCommand("Deliberate: Explain This Suggestion");
        await panelSays(workbench, /Likeliest continuation[\s\S]*the database accepts it/, 30_000);
        await panelSays(workbench, /Database chinook sqlite[\s\S]*Why these tables/, 10_000);
        await workbench.webview().locator("#candidate-0 .token-text").focus();
        await workbench.page.keyboard.press("Home");
        await workbench.webview().locator("#token-popover .alternatives li").nth(1).waitFor();
        await workbench.screenshotInThemes("suggestion-trace");
      },
      { limitMs: 300_000 },
    );

    await step(
      "the next alternative is another query, and one can go back",
      async () => {
        await workbench.openFile("ideas.sql");
        await walkAlternatives(workbench, [
          "title of albums by artist",
          "number of tracks by album",
          "customers of each country",
        ]);
      },
      { limitMs: 240_000 },
    );

    await step(
      "typing on cancels a suggestion that is being made",
      async () => {
        await workbench.openFile("ideas.sql");
        await typeOn(workbench, session.output);
      },
      { limitMs: 120_000 },
    );

    await step(
      "Evaluate SQL Questions runs the queries of the built-in model against gold",
      async () => {
        await workbench.openFile("music.jsonl");
        await workbench.runCommand("Deliberate: Evaluate SQL Questions");
        await panelSays(workbench, /music\.jsonl · Direct Done/, 180_000);
        const text = await panelSays(workbench, /Execution accuracy by hardness/, 20_000);
        assert.match(text, /database chinook/);
        assert.match(text, /Query ran/);
      },
      { limitMs: 240_000 },
    );

    await step(
      "Generate SQL… answers a typed question, and its trace is there",
      async () => {
        await workbench.openFile("work.sql");
        await workbench.runCommand("Deliberate: Generate SQL…");
        await workbench.answerInput("How many artists are there?");
        await eventually(
          "the run in the tree",
          () => workbench.treeRows("Runs"),
          (rows) => rows.some((row) => /How many artists are there.*typed question$/.test(row)),
          180_000,
        );
        const wrote = await panelSays(workbench, /How many artists are there\?.*Run again/, 15_000).then(
          () => true,
          () => false,
        );
        // A small model may write no query at all; then that is said, with the way to its trace.
        if (wrote) await workbench.webview().locator("vscode-button", { hasText: "Trace" }).click();
        else await workbench.answerNotification(/holds no query/, "Show Trace");
        await panelSays(workbench, /Schema shown to the model/, 60_000);
        await workbench.screenshot("generate-sql-trace");
      },
      { limitMs: 300_000 },
    );
  },
};
