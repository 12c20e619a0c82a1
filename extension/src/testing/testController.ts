import * as vscode from "vscode";
import type { QuestionRow, RunId } from "../../../language-server/contract/entities.ts";
import { startRun } from "../commands/startRun.ts";
import { looksLikeMath } from "../platform/contextKeys.ts";
import { testControllerId } from "../platform/contributions.ts";
import { hasMathExtension } from "../platform/documents.ts";
import { describeRun, fileName } from "../platform/format.ts";
import type { Services } from "../platform/services.ts";
import { rowResult } from "./rowResult.ts";

const pageSize = 500;

/**
 * Questions in the Test Explorer: file → question. Only files that were opened appear, so that nothing is searched
 * or read for it. The server runs and judges; here is only translation.
 */
export function testController(services: Services): vscode.Disposable {
  const controller = vscode.tests.createTestController(testControllerId, "Deliberate");
  const { server } = services;

  const fill = async (file: vscode.TestItem): Promise<void> => {
    const uri = file.uri;
    if (uri === undefined) return;
    file.busy = true;
    const answer = await server.request("deliberate/document/questions", { uri: uri.toString() });
    file.busy = false;
    if (!answer.ok) {
      file.error = answer.error.message;
      return;
    }
    // `file.error` has no other way to be cleared.
    (file as { error: string | undefined }).error = undefined;
    file.children.replace(
      answer.value.questions.map(({ id, preview, range }, index) => {
        const item = controller.createTestItem(id, preview || id, uri);
        item.range = new vscode.Range(
          range.start.line,
          range.start.character,
          range.end.line,
          range.end.character,
        );
        item.sortText = String(index).padStart(8, "0");
        return item;
      }),
    );
  };

  const consider = async (document: vscode.TextDocument): Promise<void> => {
    if (server.state !== "running" || !hasMathExtension(document.uri.path) || !looksLikeMath(document))
      return;
    const key = document.uri.toString();
    const file =
      controller.items.get(key) ?? controller.createTestItem(key, fileName(document.uri.path), document.uri);
    file.canResolveChildren = true;
    await fill(file);
    if (file.children.size > 0) controller.items.add(file);
    else controller.items.delete(key);
  };
  const considerAll = (): void => {
    for (const document of vscode.workspace.textDocuments) void consider(document);
  };

  controller.resolveHandler = async (item) => {
    if (item === undefined) considerAll();
    else await fill(item);
  };
  controller.refreshHandler = async () => considerAll();

  const profile = controller.createRunProfile(
    "Evaluate",
    vscode.TestRunProfileKind.Run,
    async (request, token) => {
      const run = controller.createTestRun(request);
      try {
        for (const [file, questions] of chosen(controller, request)) {
          if (token.isCancellationRequested) break;
          if (file.children.size === 0) await fill(file);
          await evaluate(services, run, file, questions, token);
        }
      } finally {
        run.end();
      }
    },
    true,
  );

  considerAll();
  return vscode.Disposable.from(
    controller,
    profile,
    server.onDidChangeState((state) => {
      if (state === "running") considerAll();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => void consider(document)),
    vscode.workspace.onDidSaveTextDocument((document) => void consider(document)),
  );
}

/** Files of a request with the questions meant; null means all. */
function chosen(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
): Map<vscode.TestItem, vscode.TestItem[] | null> {
  const files = new Map<vscode.TestItem, vscode.TestItem[] | null>();
  const include = request.include ?? [...controller.items].map(([, item]) => item);
  const excluded = new Set(request.exclude ?? []);
  for (const item of include) {
    if (excluded.has(item)) continue;
    if (item.parent === undefined) {
      const kept = [...item.children].map(([, child]) => child).filter((child) => !excluded.has(child));
      files.set(item, kept.length === item.children.size ? null : kept);
    } else if (files.get(item.parent) !== null) {
      files.set(item.parent, [...(files.get(item.parent) ?? []), item]);
    }
  }
  return files;
}

/** Runs the questions of one file and reports each as soon as it is known. Resolves when the run has ended. */
async function evaluate(
  services: Services,
  run: vscode.TestRun,
  file: vscode.TestItem,
  questions: vscode.TestItem[] | null,
  token: vscode.CancellationToken,
): Promise<void> {
  const { server } = services;
  const items = new Map(
    (questions ?? [...file.children].map(([, item]) => item)).map((item) => [item.id, item]),
  );
  const open = new Set(items.keys());
  const finish = (id: string, report: (item: vscode.TestItem) => void): void => {
    const item = items.get(id);
    if (item === undefined || !open.delete(id)) return;
    report(item);
  };
  const report = (row: QuestionRow): void => {
    const result = rowResult(row);
    const running = items.get(row.questionId);
    if (result.state === "unfinished") {
      if (running && open.has(row.questionId) && row.verdicts.includes("running")) run.started(running);
      return;
    }
    finish(row.questionId, (item) => {
      if (result.state === "passed") return run.passed(item);
      if (result.state === "errored") return run.errored(item, new vscode.TestMessage(result.message));
      const message = vscode.TestMessage.diff(result.message, result.expected, result.actual);
      if (item.uri && item.range) message.location = new vscode.Location(item.uri, item.range.start);
      run.failed(item, message);
    });
  };

  // Events may overtake the answer to `run/start`: they are kept until the id is known.
  let runId: RunId | null = null;
  const early: (() => void)[] = [];
  let ended: (failure: string | null) => void = () => {};
  const end = new Promise<string | null>((resolve) => {
    ended = resolve;
  });
  const whenKnown = (id: RunId, work: () => void): void => {
    const guarded = (): void => {
      if (id === runId) work();
    };
    if (runId === null) early.push(guarded);
    else guarded();
  };
  const subscriptions = vscode.Disposable.from(
    server.onEvent("deliberate/run/advanced", (event) =>
      whenKnown(event.runId, () => event.rows.forEach(report)),
    ),
    server.onEvent("deliberate/run/ended", (event) =>
      whenKnown(event.runId, () => {
        run.appendOutput(`${event.summary.title}: ${describeRun(event.summary)}\r\n`);
        ended(event.failure?.message ?? null);
      }),
    ),
    server.onDidChangeState((state) => {
      if (state !== "running") ended("The language server stopped. The run can be resumed.");
    }),
    token.onCancellationRequested(() => {
      if (runId !== null) void server.request("deliberate/run/stop", { runId });
    }),
    run.token.onCancellationRequested(() => {
      if (runId !== null) void server.request("deliberate/run/stop", { runId });
    }),
  );
  try {
    for (const item of items.values()) run.enqueued(item);
    runId = await startRun(
      services,
      {
        source: file.uri?.toString() ?? file.id,
        ...(questions === null ? {} : { questionIds: questions.map((item) => item.id) }),
      },
      { panel: false },
    );
    if (runId === null) {
      for (const id of [...open]) finish(id, (item) => run.skipped(item));
      return;
    }
    const id = runId;
    for (const work of early) work();
    if (token.isCancellationRequested) await server.request("deliberate/run/stop", { runId: id });
    const failure = await end;
    await reportRest(services, id, report);
    for (const questionId of [...open]) {
      finish(questionId, (item) =>
        failure === null ? run.skipped(item) : run.errored(item, new vscode.TestMessage(failure)),
      );
    }
    if (failure !== null) run.appendOutput(`${failure}\r\n`);
  } finally {
    subscriptions.dispose();
  }
}

/** Events are thinned out while a run works; the final rows say the rest. */
async function reportRest(
  { server }: Services,
  runId: RunId,
  report: (row: QuestionRow) => void,
): Promise<void> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await server.request("deliberate/run/questions", {
      runId,
      offset,
      count: pageSize,
      filter: "all",
      sort: "file",
      descending: false,
      search: "",
    });
    if (!page.ok) return;
    page.value.rows.forEach(report);
    if (offset + page.value.rows.length >= page.value.total || page.value.rows.length === 0) return;
  }
}
