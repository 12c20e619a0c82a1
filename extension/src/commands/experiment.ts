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

/** Asks for a run, a share and a number of questions; shows the figures as a document. Its two runs show themselves. */
async function prefixTrap(services: Services, argument: unknown): Promise<void> {
  const { server, log } = services;
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
  const ended = new Promise<Events["deliberate/experiment/trapEnded"]>((resolve) => {
    const listener = server.onEvent("deliberate/experiment/trapEnded", (body) => {
      listener.dispose();
      resolve(body);
    });
  });
  const started = await server.request("deliberate/experiment/trap", {
    runId,
    questions,
    share: percent / 100,
  });
  if (!started.ok) return showFailure(started.error, log);
  const { result } = await ended;
  if (!result.ok) return showFailure(result.error, log);
  const document = await vscode.workspace.openTextDocument({
    language: "markdown",
    content: result.value.markdown,
  });
  await vscode.window.showTextDocument(document, { preview: true, preserveFocus: false });
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
