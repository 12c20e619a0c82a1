import * as vscode from "vscode";
import { commandIds } from "../platform/contributions.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";

/** *Restart Engine* and *Open Log*. */
export function engineCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.restartEngine, async () => {
      // With the server gone there is no engine to restart: then the server is what has to come back.
      if (services.server.state === "failed") {
        await services.server.restart();
        return;
      }
      const answer = await services.server.request("deliberate/engine/restart", {});
      if (!answer.ok) return showFailure(answer.error, services.log);
      vscode.window.setStatusBarMessage("Engine restarted.", 4_000);
    }),
    vscode.commands.registerCommand(commandIds.openLog, () => services.log.show()),
  ];
}
