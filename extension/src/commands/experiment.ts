import * as vscode from "vscode";
import type { Events } from "../../../language-server/contract/methods.ts";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { pickRun, runIdOf } from "./run.ts";
import { ensureModel } from "./startRun.ts";

/** Experiments over runs. */
export function experimentCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.prefixTrap, (argument?: unknown) =>
      prefixTrap(services, argument),
    ),
  ];
}

/** Asks for a run, a share and a number of questions; shows its two runs while they work, then the report. */
async function prefixTrap(services: Services, argument: unknown): Promise<void> {
  const { server, log, panels } = services;
  const fits = "Run whose wrong paths are begun again: protocol direct, several samples";
  const runId =
    runIdOf(argument) ??
    (await pickRun(
      services,
      fits,
      (run) => run.protocol === "direct" && run.samples > 1 && run.status === "done",
      "There is no finished run of the protocol “direct” with several samples. Make one first.",
    ));
  if (runId === undefined) return;
  const percent = await askNumber(
    "Share of a wrong path that is kept as the beginning, in percent",
    "15",
    1,
    99,
  );
  if (percent === undefined) return;
  const questions = await askNumber(
    "Questions with right and wrong answers, drawn at random",
    "10",
    1,
    10_000,
  );
  if (questions === undefined || !(await ensureModel(services))) return;
  // Listening before it is started: it may end at once, with a reason.
  const listeners: vscode.Disposable[] = [];
  try {
    listeners.push(
      server.onEvent("deliberate/experiment/trapAdvanced", (body) => {
        void panels.show({ screen: "run", runId: body.runId }, { preserveFocus: true });
      }),
    );
    const ended = new Promise<TrapEnded>((resolve) => {
      listeners.push(server.onEvent("deliberate/experiment/trapEnded", resolve));
    });
    const order = { runId, questions, share: percent / 100 };
    const started = await server.request("deliberate/experiment/trap", order);
    if (!started.ok) return showFailure(started.error, log);
    const { result } = await ended;
    if (!result.ok) return showFailure(result.error, log);
    await showReport(result.value);
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}

type TrapEnded = Events["deliberate/experiment/trapEnded"];

/** The report as it is meant to be read; as plain text where VS Code's Markdown preview is switched off. */
async function showReport({
  file,
  markdown,
}: {
  readonly file: string | null;
  readonly markdown: string;
}): Promise<void> {
  if (file !== null) {
    const uri = vscode.Uri.file(file);
    const shown = await Promise.resolve(vscode.commands.executeCommand("markdown.showPreview", uri)).then(
      () => true,
      () => false,
    );
    if (!shown) await vscode.window.showTextDocument(uri, { preview: true });
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: markdown });
  await vscode.window.showTextDocument(document, { preview: true });
}

async function askNumber(
  prompt: string,
  value: string,
  least: number,
  most: number,
): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: "Prefix Dominance Trap",
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const number = Number(text);
      return text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most
        ? undefined
        : `A whole number from ${least} to ${most}`;
    },
  });
  return answer === undefined ? undefined : Number(answer);
}
