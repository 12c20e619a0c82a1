/** A fresh machine, nothing configured and nothing to download: the built-in model answers sample questions. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { panelSays } from "./panel.ts";

const samples = "word-problems.jsonl";

export const firstUse: Scenario = {
  name: "first use",

  prepare: () => ({ "deliberate.run.protocol": "direct" }),

  play: async ({ workbench, workspace, step }) => {
    await step(
      "Open Sample Questions puts them into the workspace, with lenses",
      async () => {
        await workbench.runCommand("Deliberate: Open Sample Questions");
        await eventually(
          "CodeLenses",
          () => workbench.codeLenses(),
          (titles) => titles.length >= 12,
          30_000,
        );
        assert.ok(existsSync(join(workspace, samples)));
      },
      { needed: true },
    );

    await step("the built-in model answers a question without being chosen", async () => {
      await workbench.clickCodeLens("think", 0);
      await panelSays(workbench, /word-problems[\s\S]*given[\s\S]*expected/, 60_000);
      await eventually(
        "the built-in model in the status bar",
        () => workbench.statusTexts(),
        (texts) => texts.some((text) => /Deliberate: .*Deliberate Words/.test(text)),
      );
      await workbench.screenshotInThemes("first-use-trace");
    });
  },
};
