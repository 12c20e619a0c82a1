/**
 * The product's main job as a person does it: open a folder, pick a model and a protocol, evaluate a file, watch, stop,
 * resume, compare, come back after a reload. Pictures of each screen in three themes are the by-product.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { contrast } from "../contrast.ts";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { copyMath, copyModel, runFolders, writeShortFile } from "./fixtures.ts";
import { panelProgress, panelSays } from "./panel.ts";

const shortFile = "short.jsonl";
const longFile = "gsm8k-100.jsonl";
const shortCount = 8;

const minutes = (count: number) => count * 60_000;

export const mainJob: Scenario = {
  name: "main job",

  prepare: (workspace) => {
    copyMath(longFile, workspace);
    writeShortFile(shortFile, shortCount, workspace);
    writeFileSync(
      join(workspace, "brief.deliberate.yaml"),
      "protocol: direct\ntitle: Brief\ndescription: Sixteen tokens.\nparameters: { budget: 16 }\n",
    );
    return { "deliberate.model.path": copyModel(workspace), "deliberate.engine.contextTokens": 2048 };
  },

  play: async ({ workbench, session, workspace, step }) => {
    await step("a math file shows its lenses above every question", async () => {
      await workbench.openFile(shortFile);
      const lenses = await eventually(
        "CodeLenses",
        () => workbench.codeLenses(),
        (titles) => titles.some((title) => title.includes("3 attempts")),
        30_000,
      );
      assert.ok(lenses.some((title) => title.includes("fast")));
      assert.ok(lenses.some((title) => title.includes("think")));
    });

    await step(
      "Select Model lists the model of the workspace and takes it",
      async () => {
        await workbench.runCommand("Deliberate: Select Model");
        const rows = await eventually(
          "models in the pick",
          () => workbench.quickPickRows(),
          (all) => all.some((row) => /stories260K/i.test(row)),
          30_000,
        );
        assert.ok(rows.some((row) => row.includes("Download from Hugging Face")));
        await workbench.screenshot("select-model");
        await workbench.pick(/stories260K/i);
      },
      { needed: true },
    );

    await step("the status bar names the model", async () => {
      await eventually(
        "status item",
        () => workbench.statusTexts(),
        (texts) => texts.some((text) => /Deliberate: .*(stories|llama|260K)/i.test(text)),
      );
    });

    await step("Select Protocol offers the built-in protocols and takes one", async () => {
      await workbench.runCommand("Deliberate: Select Protocol");
      const rows = await workbench.quickPickRows();
      for (const title of ["Direct", "Thinker", "Multi-attempt"])
        assert.ok(
          rows.some((row) => row.includes(title)),
          `${title} is missing in ${JSON.stringify(rows)}`,
        );
      await workbench.screenshot("select-protocol");
      await workbench.pick("Direct");
    });

    await step(
      "Select Protocol takes presets of the workspace and of the product, with their protocol",
      async () => {
        for (const [title, protocol, says] of [
          ["Brief", "Direct", "Sixteen tokens."],
          ["Quick attempts", "Multi-attempt", "Three attempts"],
        ] as const) {
          await workbench.runCommand("Deliberate: Select Protocol");
          await workbench.typeInQuickInput(title);
          const row = await workbench.pick(title);
          assert.ok(row.includes(protocol) && row.includes(says), row);
          await eventually(
            "the choice in the status bar",
            () => workbench.statusTexts(),
            (texts) => texts.some((text) => text.includes(`Protocol: ${title}`)),
          );
        }
        await workbench.runCommand("Deliberate: Select Protocol");
        await workbench.pick("Direct");
      },
    );

    await step(
      "Evaluate File opens the trace panel and finishes the run",
      async () => {
        await workbench.runCommand("Deliberate: Evaluate File");
        const text = await panelSays(workbench, /short\.jsonl · Direct Done/, minutes(2));
        assert.match(text, /Accuracy/);
        assert.equal(runFolders(workspace).length, 1, runFolders(workspace).join());
      },
      { needed: true, limitMs: minutes(3) },
    );

    await step("the run screen looks right in every theme", async () => {
      await workbench.screenshotInThemes("run-direct");
    });

    await step("verdicts with the given and the expected answer stand beside the questions", async () => {
      const texts = await eventually(
        "decorations",
        () => workbench.decorationTexts(),
        (all) => all.some((text) => /[✓✗]/.test(text)),
      );
      assert.ok(
        texts.some((text) => text.includes("expected")),
        JSON.stringify(texts),
      );
    });

    await step("the verdicts can be read in every theme", async () => {
      for (const theme of ["dark", "high-contrast", "light"] as const) {
        await workbench.setTheme(theme);
        const { text, background } = await workbench.decorationColours(/[✓✗]/);
        assert.ok(text.length > 0, theme);
        for (const colour of text) {
          const ratio = contrast(colour, background);
          assert.ok(ratio >= 4.5, `${theme}: ${colour} on ${background} has contrast ${ratio.toFixed(2)}`);
        }
      }
    });

    await step("the side bar lists models, protocols and runs", async () => {
      await workbench.openContainer("Deliberate");
      await eventually(
        "runs in the tree",
        () => workbench.treeRows("Runs"),
        (rows) => rows.some((row) => row.includes(shortFile)),
      );
      const models = await workbench.treeRows("Models");
      assert.ok(
        models.some((row) => /stories260K/i.test(row)),
        JSON.stringify(models),
      );
      const protocols = await workbench.treeRows("Protocols");
      assert.equal(protocols.length, 6, JSON.stringify(protocols));
      assert.ok(protocols.some((row) => row.includes("Brief")));
      assert.ok(protocols.at(-1)?.includes("Presets of Deliberate"), JSON.stringify(protocols));
      await workbench.screenshotInThemes("side-bar");
    });

    await step("a question of the list opens its trace with every token", async () => {
      const panel = workbench.webview();
      await panel.locator(".questions [role=row][aria-rowindex='2'], .questions [role=row]").nth(1).click();
      await panelSays(workbench, /expected/i, 15_000);
      await panel.getByText("Tokens", { exact: true }).first().click();
      await workbench.screenshotInThemes("trace-tokens");
      await panel.getByText("Rendered", { exact: true }).first().click();
    });

    await step(
      "Thinker on a long file fills the panel while it works",
      async () => {
        await workbench.openFile(longFile);
        await workbench.runCommand("Deliberate: Select Protocol");
        await workbench.pick("Thinker");
        await workbench.runCommand("Deliberate: Evaluate File");
        const first = await panelProgress(workbench, ({ done }) => done > 0, minutes(1.5));
        await panelProgress(workbench, ({ done }) => done > first.done, minutes(1));
        await workbench.screenshotInThemes("run-live");
      },
      { needed: true, limitMs: minutes(3) },
    );

    await step("Stop ends the run at once and keeps what is done", async () => {
      await workbench.runCommand("Deliberate: Stop");
      const text = await panelSays(workbench, /Thinker[^·]* Stopped/, 15_000);
      assert.match(text, /Resume/);
      await workbench.screenshotInThemes("run-stopped");
    });

    await step(
      "Resume goes on in the same run",
      async () => {
        const before = runFolders(workspace).length;
        await workbench.runCommand("Deliberate: Resume Run…");
        await workbench.pick(longFile);
        await panelProgress(workbench, ({ total }) => total === 100, minutes(1));
        assert.equal(runFolders(workspace).length, before);
      },
      { limitMs: minutes(2) },
    );

    await step("a run is stopped again so that another can start", async () => {
      await workbench.runCommand("Deliberate: Stop");
      await panelSays(workbench, /Thinker[^·]* (Stopped|Done)/, 15_000);
    });

    await step(
      "multi-attempt on the short file shows accuracy by attempt",
      async () => {
        await workbench.openFile(shortFile);
        await workbench.runCommand("Deliberate: Select Protocol");
        await workbench.pick("Multi-attempt");
        await workbench.runCommand("Deliberate: Evaluate File");
        await panelSays(workbench, /short\.jsonl · Multi-attempt[^·]* Done/, minutes(2));
        await workbench.screenshotInThemes("run-multi-attempt");
      },
      { limitMs: minutes(3) },
    );

    await step("Compare Runs shows the paired difference", async () => {
      await workbench.runCommand("Deliberate: Compare Runs…");
      await workbench.pick(/short\.jsonl · Direct/);
      await workbench.pick(/short\.jsonl · Multi-attempt/);
      await panelSays(workbench, /McNemar/i, 15_000);
      await workbench.screenshotInThemes("compare");
    });

    await step("after a reload of the window the panel comes back where it was", async () => {
      await workbench.reload();
      await panelSays(workbench, /McNemar/i, 40_000);
      await workbench.screenshot("after-reload");
    });

    await step("the panel broke no rule of its content policy and threw nothing", async () => {
      const own = session.complaints.filter(
        (text) => /Content Security Policy|^uncaught/.test(text) && !/vscode-cdn|open-vsx/.test(text),
      );
      assert.deepEqual(own, []);
    });
  },
};
