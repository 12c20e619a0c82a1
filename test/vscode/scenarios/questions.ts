/** One question at a time: the lenses, the question at the cursor, and a file with faults. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { copyMath, copyModel, runFolders, writeShortFile } from "./fixtures.ts";
import { panelSays } from "./panel.ts";

const file = "short.jsonl";
const faulty = "broken.jsonl";

export const questions: Scenario = {
  name: "questions",

  prepare: (workspace) => {
    writeShortFile(file, 4, workspace);
    copyMath(faulty, workspace);
    copyMath("headings.md", workspace);
    return { "deliberate.model.path": copyModel(workspace) };
  },

  play: async ({ workbench, workspace, step }) => {
    await step("the lens “fast” evaluates the question below it and shows its trace", async () => {
      await workbench.openFile(file);
      await eventually(
        "CodeLenses",
        () => workbench.codeLenses(),
        (titles) => titles.length >= 12,
        30_000,
      );
      await workbench.clickCodeLens("fast", 1);
      const text = await panelSays(workbench, /q0002.*(Wrong|Right)/, 60_000);
      assert.match(text, /expected 3\b/);
      assert.match(text, /Fast/);
      await workbench.screenshot("lens-fast");
    });

    await step("a token of the trace is gone on from, and the continuations stand beside it", async () => {
      const panel = workbench.webview();
      await panel.getByText("Tokens", { exact: true }).first().click();
      await panel.locator("#stage-0 .token-text .token").nth(3).click();
      await panel
        .getByRole("form", { name: /Go on from token 4/ })
        .locator("vscode-button")
        .click();
      await panelSays(workbench, /[0-4] of 4 right/, 60_000);
      await workbench.screenshot("go-on");
      const [run = ""] = runFolders(workspace);
      assert.equal(readdirSync(join(workspace, ".deliberate", "runs", run, "branches")).length, 1);
      await panel.locator(".marks button").first().click();
      await panelSays(workbench, /Goes on from token 5 of 1 Fast/, 15_000);
      await panel.getByText("Rendered", { exact: true }).first().click();
    });

    await step("the question at the cursor is evaluated with the selected protocol", async () => {
      await workbench.openFile(file);
      await workbench.goToLine(3);
      await workbench.runCommand("Deliberate: Evaluate Question at Cursor");
      const text = await panelSays(workbench, /q0003.*(Wrong|Right)/, 60_000);
      assert.match(text, /expected 70000/);
    });

    await step("what cannot be read is said at its line, and the rest keeps its lenses", async () => {
      await workbench.openFile(faulty);
      await eventually(
        "lenses of the questions that could be read",
        () => workbench.codeLenses(),
        (titles) => titles.filter((title) => title.includes("think")).length === 3,
      );
      await eventually(
        "problems in the status bar",
        () => workbench.statusTexts(),
        (texts) =>
          texts.some(
            (text) => /\bProblems?\b|Errors?: [1-9]|Warnings?: [1-9]/.test(text) && !/No Problems/.test(text),
          ),
      );
      await workbench.runCommand("Problems: Focus on Problems View");
      await workbench.screenshotInThemes("problems");
      await workbench.runCommand("View: Hide Panel");
    });

    await step("questions of a Markdown file have lenses as well", async () => {
      await workbench.openFile("headings.md");
      await eventually(
        "CodeLenses",
        () => workbench.codeLenses(),
        (titles) => titles.some((title) => title.includes("3 attempts")),
        30_000,
      );
      await workbench.screenshot("markdown-lenses");
    });
  },
};
