/** What the trees of evaluation runs and of training runs have in common. */
import * as vscode from "vscode";
import type { RunStatus } from "../../../language-server/contract/entities.ts";
import type { TrainingStatus } from "../../../language-server/contract/lab.ts";
import type { Mirror, MirrorPart } from "../client/mirror.ts";
import type { NodeTree } from "./tree.ts";

/** A run that works changes four times a second; a tree that follows is unpleasant to use. */
const refreshMs = 500;

/** Refreshes a tree after changes of these parts, at most twice a second. */
export function followMirror(
  mirror: Mirror,
  parts: readonly MirrorPart[],
  tree: NodeTree,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  return vscode.Disposable.from(
    mirror.onDidChange((part) => {
      if (!parts.includes(part) || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        tree.refresh();
      }, refreshMs);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

const icons: Readonly<Record<RunStatus | TrainingStatus, readonly [icon: string, colour: string | null]>> = {
  running: ["sync~spin", null],
  done: ["pass", "charts.green"],
  stopped: ["debug-pause", null],
  failed: ["error", "editorError.foreground"],
  interrupted: ["debug-disconnect", "list.warningForeground"],
};

/** The icon of a run that stands so. */
export function statusIcon(status: RunStatus | TrainingStatus): vscode.ThemeIcon {
  const [icon, colour] = icons[status];
  return new vscode.ThemeIcon(icon, colour === null ? undefined : new vscode.ThemeColor(colour));
}
