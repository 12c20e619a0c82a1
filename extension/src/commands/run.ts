import * as vscode from "vscode";
import type { RunId, RunSummary } from "../../../language-server/contract/entities.ts";
import { heard } from "../client/mirror.ts";
import { commandIds, internalCommandIds } from "../platform/contributions.ts";
import { describeRun, isResumable } from "../platform/format.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { fieldOf } from "./argument.ts";
import { ensureModel } from "./startRun.ts";

/** Commands on runs. Each takes a run of the tree, a run id, or asks. */
export function runCommands(services: Services): vscode.Disposable[] {
  const { server, panels, log } = services;
  const register = vscode.commands.registerCommand;

  const rerun = (which: "failed" | "changed", placeHolder: string) => async (argument?: unknown) => {
    const runId =
      runIdOf(argument) ?? (await pickRun(services, placeHolder, (run) => run.status !== "running"));
    if (runId === undefined || !(await ensureModel(services))) return;
    const answer = await server.request("deliberate/run/rerun", { runId, which });
    if (!answer.ok) return showFailure(answer.error, log);
    await panels.show(
      { screen: "run", runId: answer.value.runId, questionId: null },
      { preserveFocus: true },
    );
  };

  return [
    register(commandIds.stopRun, async (argument?: unknown) => {
      const runId = runIdOf(argument);
      const answer = await server.request("deliberate/run/stop", runId === undefined ? {} : { runId });
      if (!answer.ok) return showFailure(answer.error, log);
      if (answer.value.stopped.length === 0) void vscode.window.showInformationMessage("No run is active.");
    }),

    register(commandIds.resumeRun, async (argument?: unknown) => {
      const runId =
        runIdOf(argument) ?? (await pickRun(services, "Run to resume", (run) => isResumable(run.status)));
      if (runId === undefined || !(await ensureModel(services))) return;
      const answer = await server.request("deliberate/run/resume", { runId });
      if (!answer.ok) return showFailure(answer.error, log);
      await panels.show({ screen: "run", runId: answer.value.runId }, { preserveFocus: true });
    }),

    register(commandIds.compareRuns, async (first?: unknown, selected?: unknown) => {
      const many = Array.isArray(selected) ? selected.map(runIdOf).filter((id) => id !== undefined) : [];
      const a =
        many[0] ?? runIdOf(first) ?? (await pickRun(services, "First run (the baseline)", () => true));
      if (a === undefined) return;
      const b =
        many[1] ?? (await pickRun(services, "Second run, compared with the first", (run) => run.id !== a));
      if (b === undefined) return;
      await panels.show({ screen: "compare", runId: a, compareWith: b }, { preserveFocus: false });
    }),

    register(commandIds.rerunFailed, rerun("failed", "Run whose wrong and failed questions run again")),
    register(commandIds.rerunChanged, rerun("changed", "Run whose changed questions run again")),

    register(commandIds.deleteRun, async (first?: unknown, selected?: unknown) => {
      const many = Array.isArray(selected) ? selected : [first];
      let ids = many.map(runIdOf).filter((id) => id !== undefined);
      if (ids.length === 0) {
        const picked = await pickRun(services, "Run to delete", (run) => run.status !== "running");
        if (picked === undefined) return;
        ids = [picked];
      }
      const known = heard(services.mirror.runs) ?? [];
      const title = known.find((run) => run.id === ids[0])?.title ?? ids[0];
      const question = ids.length === 1 ? `Delete the run “${title}”?` : `Delete ${ids.length} runs?`;
      const choice = await vscode.window.showWarningMessage(
        question,
        { modal: true, detail: "Its journal and traces are removed from disk. This cannot be undone." },
        "Delete",
      );
      if (choice !== "Delete") return;
      for (const runId of ids) {
        const answer = await server.request("deliberate/run/delete", { runId });
        if (!answer.ok) return showFailure(answer.error, log);
      }
    }),

    register(commandIds.openRun, async (argument?: unknown) => {
      const runId = runIdOf(argument) ?? (await pickRun(services, "Run to open", () => true));
      if (runId !== undefined) {
        await panels.show({ screen: "run", runId, questionId: null }, { preserveFocus: false });
      }
    }),

    register(commandIds.openTrace, () => panels.show({}, { preserveFocus: false })),

    register(internalCommandIds.openQuestionTrace, (runId?: unknown, questionId?: unknown) =>
      typeof runId === "string" && typeof questionId === "string"
        ? panels.show({ screen: "run", runId, questionId, sample: 0 }, { preserveFocus: false })
        : undefined,
    ),
  ];
}

/** The run meant by a command argument: a tree item, or an id. */
export const runIdOf = (argument: unknown): RunId | undefined =>
  typeof argument === "string" ? argument : fieldOf(argument, "runId");

/** Asks for a run; says so when none fits. */
export async function pickRun(
  services: Services,
  placeHolder: string,
  fits: (run: RunSummary) => boolean,
  none = "There is no such run. Evaluate a file to make one.",
): Promise<RunId | undefined> {
  const answer = await services.mirror.refreshRuns();
  if (answer !== undefined && "failure" in answer) {
    showFailure(answer.failure, services.log);
    return undefined;
  }
  const runs = (heard(answer) ?? []).filter(fits);
  if (runs.length === 0) {
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const items = runs.map((run) => ({
    label: run.title,
    description: describeRun(run),
    detail: `${run.protocol} · ${run.modelName} · ${new Date(run.createdAt).toLocaleString()}`,
    id: run.id,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.id;
}
