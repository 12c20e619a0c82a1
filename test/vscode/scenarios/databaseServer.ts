/** A PostgreSQL database that a workspace's `.env` names: nothing is asked of it before the person allows it. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPglite } from "../../server/sql/support/servers.ts";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { panelSays } from "./panel.ts";
import { acceptAndRun, suggestionUnder } from "./suggestion.ts";

const setup = `CREATE TABLE city (id int PRIMARY KEY, name text NOT NULL, people int);
INSERT INTO city VALUES (1, 'Oslo', 709037), (2, 'Bergen', 291940), (3, 'Utsira', NULL);`;

export const databaseServer: Scenario = {
  name: "database server",

  prepare: (workspace) => {
    writeFileSync(join(workspace, "cities.sql"), "SELECT name, people FROM city ORDER BY id;\n");
    writeFileSync(join(workspace, "ideas.sql"), "\n");
    return {};
  },

  play: async ({ workbench, workspace, step }) => {
    const server = await startPglite(setup);
    const dialog = workbench.page.locator(".monaco-dialog-box");
    try {
      await step(
        "a connection in .env is found, and the first query asks for consent",
        async () => {
          const { source } = server;
          assert.ok(source.kind === "server");
          writeFileSync(
            join(workspace, ".env"),
            `DATABASE_URL=postgres://postgres@127.0.0.1:${source.port}/postgres\n`,
          );
          await workbench.openFile("cities.sql");
          await workbench.runCommand("Deliberate: Read Databases Again");
          await workbench.runCommand("Deliberate: Run Query");
          await dialog.waitFor({ timeout: 60_000 });
          // biome-ignore lint/performance/useDomNodeTextContent: what a person reads
          assert.match(await dialog.innerText(), /127\.0\.0\.1[\s\S]*DATABASE_URL/);
          await workbench.screenshot("database-consent");
          await dialog.getByRole("button", { name: "Cancel" }).click();
          await workbench.waitForNotification(/You have not allowed queries/);
        },
        { needed: true, limitMs: 180_000 },
      );

      await step(
        "after consent the query runs, NULL included, and nobody is asked again",
        async () => {
          await workbench.openFile("cities.sql");
          await workbench.runCommand("Deliberate: Run Query");
          await dialog.waitFor({ timeout: 30_000 });
          await dialog.getByRole("button", { name: "Allow" }).click();
          await panelSays(workbench, /postgres · 3 rows[\s\S]*Oslo 709037[\s\S]*Utsira NULL/, 90_000);
          await workbench.openFile("cities.sql");
          await workbench.clickCodeLens("Run", 0);
          await panelSays(workbench, /postgres · 3 rows/, 60_000);
          assert.equal(await dialog.count(), 0);
        },
        { limitMs: 240_000 },
      );

      await step(
        "a query is suggested for PostgreSQL, Tab accepts it, and it runs",
        async () => {
          await workbench.openFile("ideas.sql");
          const suggestion = await suggestionUnder(workbench, [
            "number of cities",
            "name of all cities",
            "average people of cities",
          ]);
          await workbench.screenshot("suggestion-postgres");
          await acceptAndRun(workbench, suggestion, /postgres · \d rows?/);
        },
        { limitMs: 300_000 },
      );

      await step(
        "its tables are in the side bar",
        async () => {
          await workbench.openContainer("Deliberate");
          await workbench.runCommand("Deliberate: Focus on Databases View");
          await workbench.treeRow("Databases", "postgres").first().locator(".monaco-tl-twistie").click();
          await eventually(
            "the table in the tree",
            () => workbench.treeRows("Databases"),
            (rows) => rows.some((row) => /table city, 3 rows/.test(row)),
            60_000,
          );
        },
        { limitMs: 120_000 },
      );
    } finally {
      await server.stop();
    }
  },
};
