/** The prefix dominance trap as a person asks for it: a run with several samples, the dialogue, its two runs, the report. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { runFolders } from "./fixtures.ts";
import { panelSays } from "./panel.ts";

const file = "problems.jsonl";
/** Enough that some have right and wrong answers. */
const questions = 16;
const asked = 2;
const continuations = 8;

const samples = join(dirname(fileURLToPath(import.meta.url)), "../../../media/samples/word-problems.jsonl");
const minutes = (count: number) => count * 60_000;

export const trap: Scenario = {
  name: "prefix dominance trap",

  prepare: (workspace) => {
    const lines = readFileSync(samples, "utf8").split("\n").slice(0, questions);
    writeFileSync(join(workspace, file), `${lines.join("\n")}\n`);
    // The model is the one that comes with the product: none is named.
    return {
      "deliberate.run.protocol": "direct",
      "deliberate.run.samples": 4,
      "deliberate.sampling.temperature": 1,
    };
  },

  play: async ({ workbench, workspace, step }) => {
    const title = "Deliberate: Prefix Dominance Trap…";

    await step(
      "a run with several samples of each question",
      async () => {
        await workbench.openFile(file);
        await workbench.runCommand("Deliberate: Evaluate File");
        await panelSays(workbench, /problems\.jsonl · Direct Done/, minutes(3));
      },
      { needed: true, limitMs: minutes(4) },
    );

    await step("the palette asks for the run, the share and the number of questions", async () => {
      await workbench.runCommand(title);
      const rows = await workbench.quickPickRows();
      assert.ok(
        rows.some((row) => row.includes(file)),
        JSON.stringify(rows),
      );
      await workbench.screenshot("trap-run");
      await workbench.pick(file);
      await eventually(
        "the share is asked for",
        () => workbench.quickInputSays(),
        (text) => /in percent/.test(text),
      );
      await workbench.typeInQuickInput("150");
      await eventually(
        "what cannot be is said at once",
        () => workbench.quickInputSays(),
        (text) => /A whole number from 1 to 99/.test(text),
      );
      await workbench.screenshot("trap-share");
      await workbench.answerInput("15");
      await eventually(
        "the number of questions is asked for",
        () => workbench.quickInputSays(),
        (text) => /Questions with right and wrong answers/.test(text),
      );
      await workbench.screenshot("trap-questions");
      await workbench.answerInput(String(asked));
    });

    await step(
      "its runs are seen while they work",
      async () => {
        await panelSays(workbench, /Prefix dominance trap · alone/, minutes(1));
        await workbench.screenshot("trap-working-alone");
        await panelSays(workbench, /Prefix dominance trap · LeaP/, minutes(1));
        await workbench.screenshot("trap-working-leap");
      },
      { limitMs: minutes(2) },
    );

    await step(
      "the report opens with the figures and their intervals",
      async () => {
        const text = await eventually(
          "the report",
          // In the preview, beside the panel.
          async () => (await Promise.all([0, 1].map((nth) => workbench.webviewText(nth)))).join(" "),
          (said) => /Recovered by LeaP/.test(said),
          minutes(5),
        );
        assert.match(text, new RegExp(`${asked} questions with right and wrong answers`));
        assert.match(text, new RegExp(`${continuations} continuations of each`));
        await workbench.screenshotInThemes("trap-report");
        const last = runFolders(workspace).at(-1) ?? "";
        const kept = JSON.parse(
          readFileSync(join(workspace, ".deliberate", "runs", last, "trap.json"), "utf8"),
        );
        assert.equal(kept.figures.questions, asked);
      },
      { limitMs: minutes(6) },
    );

    await step("both of its runs are in the list of runs", async () => {
      await workbench.openContainer("Deliberate");
      const rows = await eventually(
        "runs of the trap in the tree",
        () => workbench.treeRows("Runs"),
        (all) => all.filter((row) => row.includes("Prefix dominance trap")).length === 2,
      );
      assert.ok(rows.some((row) => row.includes("· LeaP")));
      await workbench.screenshot("trap-runs");
    });
  },
};
