import * as vscode from "vscode";
import type { RunId } from "../../../language-server/contract/entities.ts";
import type { Failure, Result } from "../../../language-server/contract/result.ts";
import type { DatabaseEntry, ShownResult } from "../../../language-server/contract/sql.ts";
import { commandIds } from "../platform/contributions.ts";
import { insertIntoEditor } from "../platform/insertIntoEditor.ts";
import { showFailure } from "../platform/notify.ts";
import type { Services } from "../platform/services.ts";
import { activeSqlUri, databaseFor, listDatabases } from "../sql/chooseDatabase.ts";
import { fieldOf } from "./argument.ts";
import { ensureModel } from "./startRun.ts";

/** *Run Query* and *Generate SQL…*. */
export function queryCommands(services: Services): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(commandIds.runQuery, (argument?: unknown) =>
      runQuery(services, argument),
    ),
    vscode.commands.registerCommand(commandIds.generateSql, () => generate(services)),
  ];
}

/** The statement of the code lens, of the panel, or at the cursor. @returns the id of the result. */
async function runQuery(services: Services, argument: unknown): Promise<string | null> {
  const uri = fieldOf(argument, "uri") ?? activeSqlUri();
  const sql = fieldOf(argument, "sql") ?? (await statementAtCursor(services));
  if (sql === null) return null;
  const named = fieldOf(argument, "database");
  const found = named === undefined ? null : await listDatabases(services);
  const database =
    found?.databases.find(({ id }) => id === named) ?? (await databaseFor(services, uri, "Run Query on"));
  return database === undefined ? null : showQuery(services, database, sql);
}

async function statementAtCursor(services: Services): Promise<string | null> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== "sql") {
    void vscode.window.showInformationMessage("Put the cursor into a statement of a SQL file first.");
    return null;
  }
  const selected = editor.document.getText(editor.selection).trim();
  if (selected !== "") return selected;
  const { line, character } = editor.selection.active;
  const answer = await services.server.request("deliberate/sql/statements", {
    uri: editor.document.uri.toString(),
    position: { line, character },
  });
  if (!answer.ok) {
    showFailure(answer.error, services.log);
    return null;
  }
  const { at, statements } = answer.value;
  const statement = at === null ? undefined : statements[at];
  if (statement === undefined)
    void vscode.window.showInformationMessage("There is no statement at the cursor.");
  return statement?.sql ?? null;
}

/** Runs a query and shows its rows or the database's complaint. */
async function showQuery(
  services: Services,
  database: DatabaseEntry,
  sql: string,
  asked?: ShownResult["asked"],
): Promise<string | null> {
  const answer = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: `Running a query on ${database.name}` },
    () =>
      services.server.request("deliberate/sql/query", {
        id: database.id,
        sql,
        ...(asked === undefined ? {} : { asked }),
      }),
  );
  if (!answer.ok) {
    showFailure(answer.error, services.log);
    return null;
  }
  const { resultId } = answer.value;
  await services.panels.show({ screen: "result", resultId }, { preserveFocus: true });
  return resultId;
}

/** A question in words → the model's query in the editor, and its rows beside it. */
async function generate(services: Services): Promise<RunId | null> {
  const database = await databaseFor(services, activeSqlUri(), "Generate SQL for");
  if (database === undefined) return null;
  const question = await vscode.window.showInputBox({
    title: `Generate SQL for ${database.name}`,
    prompt:
      "What do you want to know? The selected model writes a query, and the query is run for reading only.",
    placeHolder: "How many albums has each artist?",
    ignoreFocusOut: true,
  });
  if (question === undefined || question.trim() === "" || !(await ensureModel(services))) return null;
  // The schema is read first: a server is asked for consent here, and not in the middle of a run.
  const schema = await services.server.request("deliberate/sql/schema", { id: database.id });
  if (!schema.ok) {
    showFailure(schema.error, services.log);
    return null;
  }
  const started = await services.server.request("deliberate/run/start", {
    source: "",
    asked: question.trim(),
    protocol: "direct",
    samples: 1,
    database: database.location,
  });
  if (!started.ok) {
    showFailure(started.error, services.log);
    return null;
  }
  const { runId } = started.value;
  const ended = await untilEnded(services, runId);
  if (!ended.ok) {
    showFailure(ended.error, services.log);
    return runId;
  }
  await showGenerated(services, database, question.trim(), runId);
  return runId;
}

/** Waits with progress; *Cancel* stops the run. */
async function untilEnded(services: Services, runId: RunId): Promise<Result<null>> {
  const failure = await vscode.window.withProgress<Failure | null>(
    { location: vscode.ProgressLocation.Notification, title: "Writing SQL", cancellable: true },
    (progress, token) =>
      new Promise((resolve) => {
        const listeners: vscode.Disposable[] = [];
        const end = (result: Failure | null): void => {
          for (const listener of listeners) listener.dispose();
          resolve(result);
        };
        listeners.push(
          token.onCancellationRequested(() => void services.server.request("deliberate/run/stop", { runId })),
          services.server.onEvent("deliberate/engine/changed", ({ state, tokensPerSecond }) => {
            if (state === "loading") progress.report({ message: "loading the model" });
            else if (tokensPerSecond > 0)
              progress.report({ message: `${tokensPerSecond.toFixed(0)} tokens/s` });
          }),
          services.server.onEvent("deliberate/run/ended", (body) => {
            if (body.runId !== runId) return;
            const { failure: why } = body;
            end(why === null ? null : { code: "engine/failed", message: why.message });
          }),
          services.server.onDidChangeState((state) => {
            if (state !== "running")
              end({ code: "engine/lost", message: "The language server ended while SQL was written." });
          }),
        );
        // It may have ended before anybody listened.
        void services.server.request("deliberate/run/summary", { runId }).then((answer) => {
          if (answer.ok && answer.value.summary.status !== "running") end(null);
        });
      }),
  );
  return failure === null ? { ok: true, value: null } : { ok: false, error: failure };
}

async function showGenerated(
  services: Services,
  database: DatabaseEntry,
  question: string,
  runId: RunId,
): Promise<void> {
  const questionId = "question";
  const answer = await services.server.request("deliberate/run/path", { runId, questionId, sample: 0 });
  if (!answer.ok) return showFailure(answer.error, services.log);
  const { path } = answer.value;
  // Stopped by the person: nothing more is to be said.
  if (path.status !== "done") return;
  const sql = path.verdict?.extracted ?? null;
  if (sql === null) {
    const trace = "Show Trace";
    const choice = await vscode.window.showWarningMessage(
      `The model's answer holds no query. The trace shows what it wrote.`,
      trace,
    );
    if (choice === trace)
      await services.panels.show({ screen: "run", runId, questionId, sample: 0 }, { preserveFocus: false });
    return;
  }
  await insertIntoEditor(`-- ${question.replace(/\s+/g, " ")}\n${sql};\n`);
  await showQuery(services, database, sql, { question, runId, questionId });
}
