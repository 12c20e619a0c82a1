/** What goes wrong outside the product's power, and that a person is told and can go on. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../scenario.ts";
import { eventually } from "../workbench.ts";
import { copyMath, copyModel, copyTruncatedModel } from "./fixtures.ts";
import { panelProgress, panelSays } from "./panel.ts";

const longFile = "gsm8k-100.jsonl";

export const faults: Scenario = {
  name: "faults",

  prepare: (workspace) => {
    copyMath(longFile, workspace);
    copyModel(workspace);
    copyTruncatedModel("cut.gguf", workspace);
    writeFileSync(join(workspace, "text.gguf"), "This is not a model.\n");
    return {};
  },

  play: async ({ workbench, session, step }) => {
    await step(
      "Select Model lists damaged files with their fault",
      async () => {
        await workbench.openFile(longFile);
        await eventually(
          "CodeLenses",
          () => workbench.codeLenses(),
          (titles) => titles.length > 0,
          30_000,
        );
        await workbench.runCommand("Deliberate: Select Model");
        const rows = await eventually(
          "models in the pick",
          () => workbench.quickPickRows(),
          (all) => all.filter((row) => /\.gguf/.test(row)).length >= 3,
          30_000,
        );
        await workbench.screenshot("model-faults");
        const said = (name: string) => rows.find((row) => row.includes(name)) ?? "";
        assert.match(said("text.gguf"), /not a GGUF/i);
        assert.match(said("cut.gguf"), /truncated|cut|incomplete|shorter|missing/i);
        await workbench.pick(/stories260K/, 30_000);
        await workbench.runCommand("Deliberate: Evaluate File");
      },
      { needed: true },
    );

    await step(
      "a run goes on after its engine process was killed",
      async () => {
        const before = await panelProgress(workbench, ({ done }) => done > 0, 60_000);
        const [engine] = session.processes("engine.mjs");
        assert.ok(engine, "the engine is a process of its own");
        process.kill(engine, "SIGKILL");
        await panelProgress(workbench, ({ done }) => done > before.done + 8, 60_000);
        const [next] = session.processes("engine.mjs");
        assert.ok(next !== undefined && next !== engine, "another engine process took over");
        await workbench.screenshot("engine-killed");
      },
      { limitMs: 150_000 },
    );

    await step("a language server that was killed comes back", async () => {
      const [server] = session.processes("server.mjs");
      assert.ok(server, "the language server is a process of its own");
      process.kill(server, "SIGKILL");
      await eventually(
        "another language server",
        async () => session.processes("server.mjs"),
        (pids) => pids.length > 0 && !pids.includes(server),
        30_000,
      );
      await workbench.openFile(longFile);
      await eventually(
        "CodeLenses",
        () => workbench.codeLenses(),
        (titles) => titles.length > 0,
        30_000,
      );
      await workbench.screenshot("server-killed");
      await workbench.runCommand("Deliberate: Resume Run…");
      const rows = await workbench.quickPickRows();
      assert.ok(
        rows.some((row) => row.includes(longFile) && /interrupted|stopped/.test(row)),
        JSON.stringify(rows),
      );
      await workbench.closeQuickInput();
    });

    await step("the panel does not go on saying that the interrupted run works", async () => {
      await panelSays(workbench, /Thinker[^·]* (Interrupted|Stopped)/, 15_000);
    });
  },
};
