/** Every event of the contract and who takes it. A new event that is not named here does not compile. */
import { onEvent, type PanelEvent } from "../bridge.ts";
import { branchAdvanced } from "./branches.ts";
import { groupAdvanced } from "./group.ts";
import { connection, follow, view } from "./panel.ts";
import { pathPaused } from "./remark.ts";
import { engine, loadRuns, refreshRuns, runAdvanced, runEnded } from "./runs.ts";
import { pathEnded, refreshTrace, stageEnded, traceAdvanced } from "./trace.ts";
import { trainingAdvanced, trainingListChanged } from "./trainings.ts";

/** The server was started anew: it watches for nobody, and what was running before is interrupted. */
function refresh(): void {
  if (connection.value?.ok !== true) return;
  refreshTrace();
  refreshRuns();
  trainingListChanged();
}

const never = (event: never): void => void event;

function take(event: PanelEvent): void {
  switch (event.method) {
    case "panel/show":
      if (Object.keys(event.body).length === 0) refresh();
      else follow(event.body);
      break;
    case "deliberate/run/advanced":
      runAdvanced(event.body.runId, event.body.summary, event.body.rows);
      branchAdvanced(event.body.runId);
      groupAdvanced(event.body.runId);
      break;
    case "deliberate/run/ended":
      runEnded(event.body.runId, event.body.summary, event.body.failure);
      pathPaused(event.body.runId);
      branchAdvanced(event.body.runId);
      groupAdvanced(event.body.runId);
      break;
    case "deliberate/run/listChanged":
      if (view.value.screen !== "run") void loadRuns();
      break;
    case "deliberate/trace/advanced":
      traceAdvanced(event.body.address, event.body.live, event.body.firstStep, event.body.tokens);
      break;
    case "deliberate/trace/stageEnded":
      stageEnded(event.body.address, event.body.record);
      break;
    case "deliberate/trace/pathEnded":
      pathEnded(event.body.address, event.body.path);
      break;
    case "deliberate/engine/changed":
      engine.value = event.body;
      break;
    case "deliberate/document/verdicts":
    case "deliberate/experiment/trapAdvanced":
    case "deliberate/experiment/trapEnded":
      break; // Shown by the extension.
    case "deliberate/training/advanced":
      trainingAdvanced(event.body.summary, event.body.points);
      break;
    case "deliberate/training/listChanged":
      trainingListChanged();
      break;
    case "deliberate/sql/databasesChanged":
      break; // The panel shows no databases.
    default:
      never(event);
      break;
  }
}

export const keepEvents = (): (() => void) => onEvent(take);
