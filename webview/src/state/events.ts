/** Every event of the contract and who takes it. A new event that is not named here does not compile. */
import { onEvent, type PanelEvent } from "../bridge.ts";
import { follow, view } from "./panel.ts";
import { engine, loadRuns, runAdvanced, runEnded } from "./runs.ts";
import { pathEnded, stageEnded, traceAdvanced } from "./trace.ts";

const never = (event: never): void => void event;

function take(event: PanelEvent): void {
  switch (event.method) {
    case "panel/show":
      return follow(event.body);
    case "deliberate/run/advanced":
      return runAdvanced(event.body.runId, event.body.summary, event.body.rows);
    case "deliberate/run/ended":
      return runEnded(event.body.runId, event.body.summary, event.body.failure);
    case "deliberate/run/listChanged":
      if (view.value.screen !== "run") void loadRuns();
      return;
    case "deliberate/trace/advanced":
      return traceAdvanced(event.body.address, event.body.live, event.body.firstStep, event.body.tokens);
    case "deliberate/trace/stageEnded":
      return stageEnded(event.body.address, event.body.record);
    case "deliberate/trace/pathEnded":
      return pathEnded(event.body.address, event.body.path);
    case "deliberate/engine/changed":
      engine.value = event.body;
      return;
    case "deliberate/document/verdicts":
      return; // Drawn into the document by the extension.
    default:
      return never(event);
  }
}

export const keepEvents = (): (() => void) => onEvent(take);
