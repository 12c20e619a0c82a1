/** A model behind an endpoint: added by its address, used for a run, and nothing sent elsewhere without consent. */
import assert from "node:assert/strict";
import { servedName, startEndpoint } from "../../support/endpoint/endpointServer.ts";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { writeShortFile } from "./fixtures.ts";
import { panelSays } from "./panel.ts";

const file = "short.jsonl";

export const endpoint: Scenario = {
  name: "endpoint",

  prepare: (workspace) => {
    writeShortFile(file, 3, workspace);
    return { "deliberate.run.protocol": "direct", "deliberate.sampling.temperature": 0 };
  },

  play: async ({ workbench, step }) => {
    // Without probabilities and continuation, so that what is missing is seen.
    const server = await startEndpoint({ api: "chat" });
    const host = server.url.replace(/^http:\/\/|\/v1$/g, "");
    const dialog = workbench.page.locator(".monaco-dialog-box");
    try {
      await step(
        "Select Model takes an endpoint by its address, and says what it lacks",
        async () => {
          await workbench.openFile(file);
          await workbench.runCommand("Deliberate: Select Model");
          await workbench.pick("Endpoint…");
          await workbench.screenshot("endpoint-address");
          await workbench.answerInput(server.url);
          const said = await workbench.waitForNotification(/stories is ready/, 60_000);
          assert.match(said, /lacks: token probabilities, token ids, continuing an answer/);
          const [status] = await eventually(
            "the endpoint in the status bar",
            () => workbench.statusTexts(),
            (texts) => texts.some((text) => text.includes(servedName) && text.includes(host)),
          );
          assert.ok(status !== undefined);
          await workbench.answerNotification(/stories is ready/, "Show Capabilities");
          const rows = await workbench.quickPickRows();
          assert.ok(rows.some((row) => /Seed.*every answer has its own/.test(row)));
          assert.ok(
            rows.some((row) => /Token probabilities.*missing.*traces show no probabilities/.test(row)),
          );
          await workbench.screenshot("endpoint-capabilities");
          await workbench.closeQuickInput();
        },
        { needed: true, limitMs: 180_000 },
      );

      await step(
        "a run is answered by it, and the trace says that no probabilities were told",
        async () => {
          server.counters.reset();
          await workbench.openFile(file);
          await workbench.runCommand("Deliberate: Evaluate File");
          await panelSays(
            workbench,
            /stories by chat[\s\S]*3 questions[\s\S]*The endpoint lacks “Token probabilities”/,
            120_000,
          );
          await workbench.screenshot("endpoint-run");
          const questions = workbench.webview().locator(".questions [role=row]");
          await questions.nth(1).click();
          await workbench.webview().getByRole("radio", { name: "Tokens" }).click();
          await panelSays(workbench, /The endpoint tells no probabilities/, 30_000);
          await workbench.screenshot("endpoint-trace");
          assert.equal(server.counters.requests.filter(({ label }) => label !== "probe").length, 3);
          await workbench.openContainer("Deliberate");
          await workbench.runCommand("Deliberate: Focus on Models View");
          await eventually(
            "the endpoint in the tree",
            () => workbench.treeRows("Models"),
            (rows) =>
              rows.some((row) => row.includes(servedName) && row.includes("selected") && row.includes(host)),
          );
          await workbench.screenshot("endpoint-tree");
        },
        { limitMs: 180_000 },
      );

      await step(
        "another machine is sent nothing before the person allows it",
        async () => {
          server.counters.reset();
          await workbench.clearNotifications();
          await workbench.runCommand("Deliberate: Add Endpoint…");
          await workbench.answerInput(server.url.replace("127.0.0.1", "0.0.0.0"));
          await dialog.waitFor({ timeout: 30_000 });
          // biome-ignore lint/performance/useDomNodeTextContent: what a person reads
          assert.match(await dialog.innerText(), /another machine\?[\s\S]*0\.0\.0\.0[\s\S]*not encrypted/);
          await workbench.screenshot("endpoint-consent");
          await dialog.getByRole("button", { name: "Cancel" }).click();
          await workbench.waitForNotification(/Nothing was sent to 0\.0\.0\.0/);
          assert.equal(server.counters.requests.length, 0);
        },
        { limitMs: 120_000 },
      );
    } finally {
      await server.close();
    }
  },
};
