import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver/node";
import type { RunId, RunSummary } from "../contract/entities.ts";

/** Shows the run under way as work-done progress, whose cancel button stops it. */
export class RunProgress {
  private current: { readonly id: RunId; readonly reporter: WorkDoneProgressServerReporter } | null = null;
  private ended: RunId | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly stop: (id: RunId) => void,
  ) {}

  async begin(id: RunId, title: string): Promise<void> {
    const reporter = await this.connection.window.createWorkDoneProgress();
    // A short run may be over before the client has answered.
    if (this.ended === id) return;
    reporter.begin(`Deliberate: ${title}`, 0, "loading the model", true);
    reporter.token.onCancellationRequested(() => this.stop(id));
    this.current = { id, reporter };
  }

  report(summary: RunSummary): void {
    if (this.current?.id !== summary.id || summary.pathsTotal === 0) return;
    const accuracy = summary.pathsDone === 0 ? "" : `, ${(summary.accuracy.value * 100).toFixed(1)} % right`;
    this.current.reporter.report(
      (summary.pathsDone / summary.pathsTotal) * 100,
      `${summary.pathsDone} of ${summary.pathsTotal}${accuracy}`,
    );
  }

  end(id: RunId): void {
    this.ended = id;
    if (this.current?.id !== id) return;
    this.current.reporter.done();
    this.current = null;
  }
}
