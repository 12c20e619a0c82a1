import "katex/dist/katex.min.css";
import "uplot/dist/uPlot.min.css";
import "@vscode/codicons/dist/codicon.css";
import "./styles/panel.css";
import { render } from "preact";
import { App } from "./app.tsx";
import { keepBranchesLoaded } from "./state/branches.ts";
import { keepEvents } from "./state/events.ts";
import { keepGroupLoaded } from "./state/group.ts";
import { connect, keepState } from "./state/panel.ts";
import { keepRunsLoaded } from "./state/runs.ts";
import { keepSqlLoaded } from "./state/sql.ts";
import { keepTraceLoaded } from "./state/trace.ts";
import { keepTrainingsLoaded } from "./state/trainings.ts";

const root = document.getElementById("root");
if (root !== null) {
  keepEvents();
  keepState();
  keepRunsLoaded();
  keepTraceLoaded();
  keepBranchesLoaded();
  keepGroupLoaded();
  keepTrainingsLoaded();
  keepSqlLoaded();
  render(<App />, root);
  void connect();
}
