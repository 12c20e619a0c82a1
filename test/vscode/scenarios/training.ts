/** A model of one's own: a recipe written with the editor's help, trained, stopped, resumed, and its checkpoint chosen. */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../scenario.ts";
import { eventually, type Workbench } from "../workbench.ts";
import { panelSays, panelText } from "./panel.ts";

const file = "tiny.recipe.yaml";
const draft = "draft.recipe.yaml";

/** Long enough to be stopped in the middle, short enough to wait for. */
const recipe = `name: Tiny sums
license: MIT
seed: 1
model: { layers: 1, width: 32, heads: 2, keyValueHeads: 2, hidden: 64, context: 256 }
tokenizer: { size: 400, samples: 200 }
data:
  - { task: arithmetic, weight: 1 }
batch: { rows: 4, length: 96 }
training:
  steps: 1000
  rate: 0.003
  saveEverySteps: 200
  measureEverySteps: 50
`;

const stepsTaken = (text: string): number =>
  Number(/([\d,]+) of [\d,]+ steps/.exec(text)?.[1]?.replaceAll(",", "") ?? 0);

const panelSteps = (workbench: Workbench, atLeast: number): Promise<number> =>
  eventually(
    `${atLeast} steps in the panel`,
    async () => stepsTaken(await panelText(workbench)),
    (steps) => steps >= atLeast,
    120_000,
  );

export const training: Scenario = {
  name: "training",

  prepare: (workspace) => {
    writeFileSync(join(workspace, file), recipe);
    writeFileSync(join(workspace, draft), recipe);
    return {};
  },

  play: async ({ workbench, workspace, step }) => {
    const completing = async (): Promise<void> => {
      await workbench.openFile(draft);
      await workbench.goToLine(recipe.split("\n").length);
      await workbench.page.keyboard.type("dev");
      const suggestion = workbench.page
        .locator(".suggest-widget.visible .monaco-list-row", { hasText: "device" })
        .first();
      await eventually(
        "“device” among the suggestions",
        async () => {
          // The language server may still be starting: then there is nothing to suggest, and one asks again.
          await workbench.press("Escape", "Control+Space");
          return suggestion.waitFor({ timeout: 3000 }).then(
            () => true,
            () => false,
          );
        },
        (shown) => shown,
        40_000,
      );
      await workbench.screenshot("recipe-completion");
      await workbench.press("Enter");
      await workbench.page.keyboard.type("colour: 3");
      await eventually(
        "a problem in the status bar",
        () => workbench.statusTexts(),
        (texts) => texts.some((text) => /Errors?: [1-9]|[1-9] Problems?/.test(text)),
      );
    };
    await step("names of a recipe are completed, and what is wrong is marked", completing, {
      limitMs: 120_000,
    });

    await step(
      "New Training Run offers the workspace's recipe, Deliberate's and a new one, and trains",
      async () => {
        await workbench.runCommand("Deliberate: New Training Run…");
        const rows = await workbench.quickPickRows();
        for (const expected of [file, "embedded-1.recipe.yaml", "New recipe…"])
          assert.ok(
            rows.some((row) => row.includes(expected)),
            `${expected} is missing in ${JSON.stringify(rows)}`,
          );
        await workbench.screenshot("new-training-run");
        await workbench.pick(file);
        await panelSteps(workbench, 20);
        await workbench.webview().locator(".u-over").first().waitFor();
      },
      { needed: true, limitMs: 180_000 },
    );

    await step(
      "the curve grows, and a checkpoint and a held-back figure appear",
      async () => {
        await panelSays(workbench, /newest at step \d/, 120_000);
        const text = await panelText(workbench);
        assert.match(text, /Held-back accuracy \d/);
        assert.match(text, /tokens\/s/);
      },
      { limitMs: 150_000 },
    );

    await step(
      "Stop ends it with a checkpoint, and the side bar says so",
      async () => {
        await workbench.runCommand("Deliberate: Stop Training");
        await panelSays(workbench, /Tiny sums Stopped/, 60_000);
        await workbench.openContainer("Deliberate");
        await workbench.runCommand("Deliberate: Focus on Training View");
        const rows = await eventually(
          "the run in the tree",
          () => workbench.treeRows("Training"),
          (all) => all.some((row) => /Tiny sums, stopped/.test(row)),
        );
        assert.ok(rows.length >= 1);
      },
      { limitMs: 90_000 },
    );

    await step(
      "the training screen looks right in every theme",
      () => workbench.screenshotInThemes("training"),
      { limitMs: 120_000 },
    );

    await step(
      "Resume goes on from the checkpoint to the last step, and the model is exported",
      async () => {
        await workbench.webview().getByRole("button", { name: "Resume" }).click();
        await panelSays(workbench, /Tiny sums Done/, 240_000);
        await panelSays(workbench, /and an exported model/, 30_000);
        assert.ok(existsSync(join(workspace, ".deliberate")));
      },
      { needed: true, limitMs: 300_000 },
    );

    await step("its checkpoints are below the run, and one is chosen as the model", async () => {
      const run = workbench.treeRow("Training", "Tiny sums").first();
      await run.locator(".monaco-tl-twistie").click();
      const checkpoint = workbench.treeRow("Training", /Step 1,000/).first();
      await checkpoint.waitFor();
      await checkpoint.hover();
      await workbench.screenshot("training-tree");
      await eventually(
        "the chosen checkpoint in the tree",
        async () => {
          const rows = await workbench.treeRows("Training");
          if (rows.some((row) => /Step 1,000.*selected model/.test(row))) return true;
          // A click that meets the tree while it is drawn anew names no item, and VS Code asks for a model.
          await workbench.closeQuickInput();
          await checkpoint.hover();
          await checkpoint
            .getByRole("button", { name: "Select as Model" })
            .click({ timeout: 3000 })
            .catch(() => undefined);
          await workbench.page.waitForTimeout(2000);
          return false;
        },
        Boolean,
        40_000,
      );
    });

    await step("Delete asks first, and removes the run from the tree", async () => {
      await workbench.runCommand("Deliberate: Delete Training Run…");
      await workbench.pick("Tiny sums");
      const dialog = workbench.page.locator(".monaco-dialog-box");
      await dialog.waitFor();
      await workbench.screenshot("delete-training");
      await dialog.getByRole("button", { name: "Delete" }).click();
      await eventually(
        "no run in the tree",
        () => workbench.treeRows("Training"),
        (rows) => !rows.some((row) => row.includes("Tiny sums")),
      );
    });
  },
};
