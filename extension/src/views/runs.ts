import * as vscode from "vscode";
import type { QuestionRow, RunSummary } from "../../../language-server/contract/entities.ts";
import type { Mirror } from "../client/mirror.ts";
import type { ServerClient } from "../client/serverClient.ts";
import { commandIds, internalCommandIds, runContextValues, viewIds } from "../platform/contributions.ts";
import { describeRun, formatAccuracy, isResumable } from "../platform/format.ts";
import { followMirror, statusIcon } from "./runNodes.ts";
import { failureNode, type Node, NodeTree } from "./tree.ts";

/** More than this is a matter for the panel, which can filter and search. */
const wrongQuestionsShown = 50;

/** Runs, newest first; below each the questions answered wrongly. */
export function runsView(mirror: Mirror, server: ServerClient): vscode.Disposable {
  const tree = new NodeTree(async () => {
    const mirrored = mirror.runs ?? (await mirror.refreshRuns());
    if (mirrored === undefined) return [];
    if ("failure" in mirrored) return [failureNode(mirrored.failure.message)];
    return mirrored.value.filter(({ branch }) => branch !== true).map((run) => runNode(run, server));
  });
  return vscode.Disposable.from(
    vscode.window.createTreeView(viewIds.runs, { treeDataProvider: tree, canSelectMany: true }),
    followMirror(mirror, ["runs"], tree),
  );
}

function runNode(run: RunSummary, server: ServerClient): Node {
  const item = new vscode.TreeItem(
    run.title,
    run.pathsDone > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = run.id;
  item.iconPath = statusIcon(run.status);
  item.description = describeRun(run);
  item.contextValue =
    run.status === "running"
      ? runContextValues.running
      : isResumable(run.status)
        ? runContextValues.resumable
        : runContextValues.done;
  item.tooltip = new vscode.MarkdownString()
    .appendText(`${run.title}\n\n${run.protocol} · ${run.modelName}\n\n`)
    .appendText(`${formatAccuracy(run.accuracy)} right, ${run.pathsDone} of ${run.pathsTotal} answers\n\n`)
    .appendText(`${run.tokensGenerated.toLocaleString()} tokens in ${Math.round(run.wallSeconds)} s\n\n`)
    .appendText(new Date(run.createdAt).toLocaleString());
  item.accessibilityInformation = { label: `Run ${run.title}, ${run.status}, ${describeRun(run)}` };
  item.command = { command: commandIds.openRun, title: "Open Run", arguments: [run.id] };
  return { item, runId: run.id, children: () => wrongQuestions(run, server) };
}

async function wrongQuestions(run: RunSummary, server: ServerClient): Promise<Node[]> {
  const answer = await server.request("deliberate/run/questions", {
    runId: run.id,
    offset: 0,
    count: wrongQuestionsShown,
    filter: "wrong",
    sort: "file",
    descending: false,
    search: "",
  });
  if (!answer.ok) return [failureNode(answer.error.message)];
  const { rows, total } = answer.value;
  const nodes = rows.map((row) => questionNode(run, row));
  if (total === 0) {
    const item = new vscode.TreeItem("No wrong answers");
    item.iconPath = new vscode.ThemeIcon("pass");
    return [{ item }];
  }
  if (total > rows.length) {
    const item = new vscode.TreeItem(`${total - rows.length} more in the trace panel`);
    item.command = { command: commandIds.openRun, title: "Open Run", arguments: [run.id] };
    nodes.push({ item });
  }
  return nodes;
}

function questionNode(run: RunSummary, row: QuestionRow): Node {
  const item = new vscode.TreeItem(row.preview);
  const given = row.given[0] ?? null;
  item.description = `${given === null ? "no answer" : given}, expected ${row.gold}`;
  item.iconPath = new vscode.ThemeIcon("close", new vscode.ThemeColor("editorError.foreground"));
  item.tooltip = `${row.questionId}: ${row.preview}`;
  item.command = {
    command: internalCommandIds.openQuestionTrace,
    title: "Open Trace",
    arguments: [run.id, row.questionId],
  };
  return { item };
}
