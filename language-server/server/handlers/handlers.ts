import type { WorkDoneProgressReporter } from "vscode-languageserver/node";
import type { Settings } from "../../contract/methods.ts";
import { detailOf, fail, ok, type Result } from "../../contract/result.ts";
import { rangeAt } from "../../core/datasets/rangeAt.ts";
import { trapMarkdown } from "../../core/experiments/trapReport.ts";
import { readModelHeader } from "../../models/header.ts";
import type { OpenDocuments } from "../documents/openDocuments.ts";
import { prefixTrap } from "../experiments/prefixTrap.ts";
import type { ModelService } from "../modelService.ts";
import type { Product } from "../product.ts";
import type { PrepareContext } from "../run/prepareRun.ts";
import { oneLine } from "../run/runView.ts";
import type { Notify } from "../run/traceHub.ts";
import type { SqlFiles } from "../sql/sqlFiles.ts";
import type { TrainingService } from "../training/trainingService.ts";
import type { Handlers } from "./requests.ts";
import { sqlHandlers } from "./sqlHandlers.ts";
import { trainingHandlers } from "./trainingHandlers.ts";

export interface HandlerParts {
  readonly product: Product;
  readonly models: ModelService;
  readonly trainings: TrainingService;
  readonly documents: OpenDocuments;
  readonly sql: SqlFiles;
  settings(): Settings;
  workspaceFolders(): readonly string[];
  notify: Notify;
  startProgress(token: string | number): WorkDoneProgressReporter;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const defect = (error: unknown) =>
  fail("internal", "The experiment ended by a defect in Deliberate.", detailOf(error));

/** Translation between the contract and the services; nothing is decided here. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { product, models, documents } = parts;
  const { runs, session, endpoints, protocols } = product;
  const { library } = runs;

  const context = async (): Promise<PrepareContext> => ({
    settings: parts.settings(),
    baseFolder: parts.workspaceFolders()[0] ?? process.cwd(),
    selectedProtocol: await models.selectedProtocol(),
    selectedModel: await models.selected(),
  });
  const idOf = <T extends { runId: string }>(started: Result<T>) =>
    started.ok ? ok({ runId: started.value.runId }) : started;

  return {
    ...trainingHandlers(parts.trainings),
    ...sqlHandlers(parts.sql),
    "deliberate/model/list": async () =>
      ok({ entries: await models.list(), selected: await models.selected() }),
    "deliberate/model/inspect": ({ path }) => readModelHeader(path),
    "deliberate/model/select": ({ path }) => models.select(path),
    "deliberate/model/download": async ({ reference, workDoneToken }, signal) => {
      const progress = workDoneToken === undefined ? null : parts.startProgress(workDoneToken);
      progress?.begin(`Downloading ${reference}`, 0, undefined, true);
      const downloaded = await models.download(
        reference,
        signal,
        ({ receivedBytes, totalBytes, bytesPerSecond }) => {
          const rate = `${megabytes(bytesPerSecond)}/s`;
          if (totalBytes === null) progress?.report(`${megabytes(receivedBytes)}, ${rate}`);
          else {
            const percentage = (receivedBytes / totalBytes) * 100;
            progress?.report(percentage, `${megabytes(receivedBytes)} of ${megabytes(totalBytes)}, ${rate}`);
          }
        },
      );
      progress?.done();
      return downloaded;
    },
    "deliberate/endpoint/models": ({ address }) => endpoints.models(address),
    "deliberate/endpoint/add": ({ address }) => endpoints.add(address),
    "deliberate/endpoint/remove": async ({ address }) => {
      await endpoints.remove(address);
      return ok({});
    },
    "deliberate/protocol/list": async () =>
      ok({
        entries: await protocols.list(parts.workspaceFolders()),
        selected: await models.selectedProtocol(),
      }),
    "deliberate/protocol/select": async ({ id }) => {
      const entry = (await protocols.list(parts.workspaceFolders())).find((candidate) => candidate.id === id);
      if (entry === undefined) return fail("protocol/unknown", `There is no protocol “${id}”.`);
      if (entry.problem !== undefined) return fail("protocol/invalid", entry.problem);
      await models.rememberProtocol(id);
      return ok(entry);
    },
    "deliberate/document/questions": ({ uri, position }) => {
      const parsed = documents.questionsOf(uri);
      const questions = (parsed?.questions ?? []).flatMap(({ id, range, text, gold }) =>
        range === undefined ? [] : [{ id, range, preview: oneLine(text).slice(0, 120), gold }],
      );
      const at = position === undefined ? undefined : rangeAt(parsed?.questions ?? [], position);
      return ok({ at: at?.id ?? null, questions });
    },
    "deliberate/run/start": async (params) => idOf(await runs.start(params, await context())),
    "deliberate/run/stop": ({ runId }) => ok({ stopped: runs.stop(runId) }),
    "deliberate/run/resume": async ({ runId }) => idOf(await runs.resume(runId)),
    "deliberate/run/remark": async (params) => idOf(await runs.remark(params)),
    "deliberate/run/rerun": async ({ runId, which }) => idOf(await runs.rerun(runId, which, await context())),
    "deliberate/experiment/trap": (params) => {
      if (runs.activeRun !== null)
        return fail("run/busy", "A run is already working. Stop it or wait for its end.");
      void prefixTrap(runs, params, (runId) => parts.notify("deliberate/experiment/trapAdvanced", { runId }))
        .catch(defect)
        .then((trap) => {
          const result = trap.ok ? ok({ ...trap.value, markdown: trapMarkdown(trap.value.report) }) : trap;
          parts.notify("deliberate/experiment/trapEnded", { result });
        });
      return ok({});
    },
    "deliberate/branch/start": async (params) => idOf(await runs.startBranch(params)),
    "deliberate/branch/list": (path) => runs.branches(path),
    "deliberate/run/delete": ({ runId }) => library.delete(runId),
    "deliberate/run/list": async () => ok({ runs: await library.list() }),
    "deliberate/run/summary": ({ runId }) => library.summary(runId),
    "deliberate/run/questions": ({ runId, ...query }) => library.rows(runId, query),
    "deliberate/run/path": (address) => library.path(address),
    "deliberate/run/group": ({ runId, questionId }) => library.group(runId, questionId),
    "deliberate/run/tokens": (range) => library.tokens(range),
    "deliberate/run/compare": ({ a, b }) => library.compare(a, b),
    "deliberate/trace/watch": ({ viewId, runId, path }) => {
      library.watch(viewId, runId, path);
      return ok({});
    },
    "deliberate/trace/unwatch": ({ viewId }) => {
      library.unwatch(viewId);
      return ok({});
    },
    "deliberate/engine/status": () => ok(session.status()),
    "deliberate/engine/restart": async () => {
      if (runs.activeRun !== null)
        return fail("run/busy", "A run is working. Stop it before restarting the engine.");
      await session.close();
      return ok({});
    },
  };
}
