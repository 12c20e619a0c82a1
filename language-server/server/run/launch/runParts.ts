import type { RunId, RunSummary } from "../../../contract/entities.ts";
import type { Settings } from "../../../contract/methods.ts";
import type { GradingService } from "../../../grading/gradingService.ts";
import type { ModelSession } from "../../modelSession.ts";
import type { ProtocolService } from "../../protocolService.ts";
import type { ActiveRun, RunEnd } from "../activeRun.ts";
import type { SqlRuns } from "../sql/sqlRuns.ts";
import type { Notify } from "../traceHub.ts";

/** What runs are made of, and who is told about them. */
export interface RunServiceParts {
  readonly session: ModelSession;
  readonly grading: GradingService;
  readonly sql: SqlRuns;
  readonly protocols: ProtocolService;
  readonly notify: Notify;
  /** Folder that holds the run folders. */
  runsFolder(): string;
  settings(): Settings;
  readonly now: () => number;
  readonly random: () => number;
  /** Name and version of the product, for the manifest. */
  readonly product: string;
  warn(message: string): void;
  /** The run has been accepted; `ended` resolves when it is over. */
  onStarted(run: { id: RunId; title: string; run: ActiveRun }): void;
  onEnded(id: RunId, end: RunEnd, summary: RunSummary): void;
}
